package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// OpenDecision records that something is to be decided.
type OpenDecision struct {
	Decision   uuid.UUID           `json:"decision,omitzero" jsonschema:"Id of the decision, a random UUID; made from the command's id where left out."`
	Hub        domain.HubID        `json:"hub,omitzero" jsonschema:"The locality hub whose it is; the ICS hub where left out."`
	Kind       domain.DecisionKind `json:"kind" jsonschema:"PURCHASE, GRANT, ALLOCATION (to many, by a rule), VARIATION (of an award; an extension is one) or OTHER."`
	Subject    string              `json:"subject" jsonschema:"What is to be decided, at most 500 characters, no names."`
	Programme  uuid.UUID           `json:"programme,omitzero" jsonschema:"Of PURCHASE and GRANT: id of the programme it is for. Left out for a VARIATION."`
	Award      uuid.UUID           `json:"award,omitzero" jsonschema:"Of VARIATION: id of the award."`
	Candidates []string            `json:"candidates,omitempty" jsonschema:"Codes of the organisations that may be chosen, as far as they are known; those that quote are added."`
	Estimate   domain.Pence        `json:"estimateGrossPence" jsonschema:"What it may cost over its whole life with options and VAT, in pence, 0 or more; of a VARIATION with all there was before."`
	Regime     domain.Regime       `json:"regime,omitzero" jsonschema:"Of PURCHASE and GRANT: BELOW_THRESHOLD, PCR_2015, PROCUREMENT_ACT_2023, PSR_2023, GRANT, OPEN_APPLICATION or NOT_BOUND. A VARIATION has that of its award."`
	Route      domain.Route        `json:"route,omitzero" jsonschema:"Of PURCHASE and GRANT, as the regime has it: QUOTATION, TENDER, FRAMEWORK, DIRECT_AWARD; DIRECT_AWARD_A, DIRECT_AWARD_B, DIRECT_AWARD_C, MOST_SUITABLE_PROVIDER, COMPETITIVE; APPLICATION."`
	Threshold  string              `json:"threshold,omitzero" jsonschema:"Which limit of procurement goes by what is bought, such as SUB_CENTRAL; LIGHT_TOUCH, that of education and training, where left out of a purchase."`
	Requester  uuid.UUID           `json:"requestedBy,omitzero" jsonschema:"Random id of the person who asks for it; who gives the command where left out."`
}

// DeclareConflict records which interests a person declares for a decision, or
// that there is none.
type DeclareConflict struct {
	Decision  uuid.UUID   `json:"decision" jsonschema:"Id of the decision."`
	Person    uuid.UUID   `json:"person" jsonschema:"Random id of the person."`
	Interests []uuid.UUID `json:"interestRefs,omitempty" jsonschema:"Ids of interests on the person's register that bear on it."`
	Nil       bool        `json:"nil,omitzero" jsonschema:"True where there is none."`
}

// ManageConflict records what is done about a person's conflict.
type ManageConflict struct {
	Decision   uuid.UUID         `json:"decision" jsonschema:"Id of the decision."`
	Person     uuid.UUID         `json:"person" jsonschema:"Random id of the person whose conflict it is."`
	Mitigation domain.Mitigation `json:"mitigation" jsonschema:"NOTED_NO_ACTION, DISCLOSED_AND_STAYS, PAPERS_WITHHELD, DISCUSS_NOT_DECIDE, LEAVES_FOR_ITEM, ROLE_REMOVED_FROM_PROJECT, DECISION_ESCALATED, SUPPLIER_EXCLUDED or ROLE_ENDED."`
	Candidate  string            `json:"candidate,omitzero" jsonschema:"Of SUPPLIER_EXCLUDED: code of the organisation."`
	DecidedBy  uuid.UUID         `json:"decidedBy" jsonschema:"Random id of the person who decided it: the chair, or the vice-chair where the conflict is the chair's."`
	Reason     string            `json:"reason" jsonschema:"Why this is enough, at most 500 characters, no names."`
}

// VerifyMitigation records that somebody checked whether it was done.
type VerifyMitigation struct {
	Decision uuid.UUID `json:"decision" jsonschema:"Id of the decision."`
	Person   uuid.UUID `json:"person" jsonschema:"Random id of the person whose conflict it is."`
	Kept     bool      `json:"kept" jsonschema:"Whether all that was to be done was done."`
	By       uuid.UUID `json:"by,omitzero" jsonschema:"Random id of the person who checked it; who gives the command where left out."`
}

// AppraiseOptions records which options there are, and how they are scored.
type AppraiseOptions struct {
	Decision  uuid.UUID                   `json:"decision" jsonschema:"Id of the decision."`
	Options   []domain.AppraisedOption    `json:"options" jsonschema:"The options, doing nothing among them."`
	Criteria  []domain.AppraisalCriterion `json:"criteria" jsonschema:"What they are scored by."`
	Assessors []uuid.UUID                 `json:"assessors" jsonschema:"Random ids of the persons who score."`
}

// RecordScore records what an assessor gives an option by a criterion.
type RecordScore struct {
	Decision  uuid.UUID `json:"decision" jsonschema:"Id of the decision."`
	Assessor  uuid.UUID `json:"assessor" jsonschema:"Random id of the person."`
	Option    string    `json:"option" jsonschema:"Key of the option."`
	Criterion string    `json:"criterion" jsonschema:"Key of the criterion."`
	Score     int       `json:"score" jsonschema:"0 to the most of the criterion."`
}

// RecordQuotation records what a supplier would do it for.
type RecordQuotation struct {
	Decision  uuid.UUID    `json:"decision" jsonschema:"Id of the decision."`
	Quotation uuid.UUID    `json:"quotation,omitzero" jsonschema:"Id of the quotation, a random UUID; made from the command's id where left out."`
	Supplier  string       `json:"supplier" jsonschema:"Code of the organisation."`
	Gross     domain.Pence `json:"gross" jsonschema:"Pence over its whole life with VAT, 1 or more."`
	On        domain.Date  `json:"on" jsonschema:"The day it was received, YYYY-MM-DD."`
}

// ApproveWaiver records that quotations or a tender are not needed.
type ApproveWaiver struct {
	Decision uuid.UUID `json:"decision" jsonschema:"Id of the decision."`
	Reason   string    `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	By       uuid.UUID `json:"by,omitzero" jsonschema:"Random id of the person who approved it; who gives the command where left out."`
}

// RecordVote records what a member says to a decision.
type RecordVote struct {
	Decision uuid.UUID   `json:"decision" jsonschema:"Id of the decision."`
	Person   uuid.UUID   `json:"person" jsonschema:"Random id of the person."`
	Vote     domain.Vote `json:"vote" jsonschema:"FOR, AGAINST, ABSTAIN, or RECUSED (has no part in it)."`
}

// RecordDecision records what was decided.
type RecordDecision struct {
	Decision     uuid.UUID                `json:"decision" jsonschema:"Id of the decision."`
	Outcome      domain.Outcome           `json:"outcome" jsonschema:"APPROVE, REJECT or DEFER."`
	Candidate    string                   `json:"candidate,omitzero" jsonschema:"Of APPROVE: code of the organisation approved of."`
	Max          domain.Pence             `json:"maxPence,omitzero" jsonschema:"Of APPROVE: the most it may cost over its whole life with options and VAT, in pence; of a VARIATION with all there was before."`
	Purpose      domain.FundPurpose       `json:"purpose,omitzero" jsonschema:"Of APPROVE with a cost: what the money is spent for, such as CPD."`
	FundLines    []domain.FundPart        `json:"fundLines,omitempty" jsonschema:"Of APPROVE with a cost: the lines it may be taken from, which sum to the most, or of a VARIATION to what is new of it."`
	Needs        []uuid.UUID              `json:"needRefs,omitempty" jsonschema:"Ids of the training needs it meets."`
	Priorities   []uuid.UUID              `json:"priorityRefs,omitempty" jsonschema:"Ids of the priorities it serves."`
	NoPriority   string                   `json:"noPriority,omitzero" jsonschema:"Why an exception is made where it serves none."`
	Rationale    string                   `json:"rationale" jsonschema:"Why it was decided so, at most 500 characters, no names."`
	Authority    domain.DecisionAuthority `json:"authority" jsonschema:"Who decided, by what right."`
	Participants []domain.Participant     `json:"participants,omitempty" jsonschema:"Who else took part: authors and advisers. The chair, those who scored and those who voted or decided are added."`
	ReliedOn     []domain.Reliance        `json:"reliedOn,omitempty" jsonschema:"The intelligence and the guidance that it relied on."`
}

// RatifyDecision records that a meeting stands by an urgent decision.
type RatifyDecision struct {
	Decision uuid.UUID `json:"decision" jsonschema:"Id of the decision."`
	Meeting  uuid.UUID `json:"meeting" jsonschema:"Id of the meeting."`
	Item     string    `json:"item" jsonschema:"The item of its agenda."`
}

// ReverseDecision records that a decision no longer stands.
type ReverseDecision struct {
	Decision uuid.UUID `json:"decision" jsonschema:"Id of the decision."`
	Reason   string    `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	By       uuid.UUID `json:"by,omitzero" jsonschema:"Random id of the person who decided so; who gives the command where left out."`
}

// AmendDecision records that a decision approves of less than before.
type AmendDecision struct {
	Decision uuid.UUID    `json:"decision" jsonschema:"Id of the decision."`
	Max      domain.Pence `json:"maxPence" jsonschema:"The most it may cost from here on, in pence, less than before."`
	Reason   string       `json:"reason" jsonschema:"Why, at most 500 characters, no names."`
	By       uuid.UUID    `json:"by,omitzero" jsonschema:"Random id of the person who decided so; who gives the command where left out."`
}

// CommandName implements domain.CommandData.
func (OpenDecision) CommandName() string { return "open-decision" }

// CommandName implements domain.CommandData.
func (DeclareConflict) CommandName() string { return "declare-conflict" }

// CommandName implements domain.CommandData.
func (ManageConflict) CommandName() string { return "manage-conflict" }

// CommandName implements domain.CommandData.
func (VerifyMitigation) CommandName() string { return "verify-mitigation" }

// CommandName implements domain.CommandData.
func (AppraiseOptions) CommandName() string { return "appraise-options" }

// CommandName implements domain.CommandData.
func (RecordScore) CommandName() string { return "record-score" }

// CommandName implements domain.CommandData.
func (RecordQuotation) CommandName() string { return "record-quotation" }

// CommandName implements domain.CommandData.
func (ApproveWaiver) CommandName() string { return "approve-waiver" }

// CommandName implements domain.CommandData.
func (RecordVote) CommandName() string { return "record-vote" }

// CommandName implements domain.CommandData.
func (RecordDecision) CommandName() string { return "record-decision" }

// CommandName implements domain.CommandData.
func (RatifyDecision) CommandName() string { return "ratify-decision" }

// CommandName implements domain.CommandData.
func (ReverseDecision) CommandName() string { return "reverse-decision" }

// CommandName implements domain.CommandData.
func (AmendDecision) CommandName() string { return "amend-decision" }
