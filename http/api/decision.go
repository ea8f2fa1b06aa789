package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Decision is a decision in a list.
type Decision struct {
	ID         uuid.UUID           `json:"id" jsonschema:"The decision's id."`
	Hub        domain.HubID        `json:"hub" jsonschema:"Whose it is: the hub of the ICS or a locality hub."`
	Kind       domain.DecisionKind `json:"kind" jsonschema:"PURCHASE, GRANT, ALLOCATION, VARIATION or OTHER."`
	Subject    string              `json:"subject" jsonschema:"What is decided."`
	Status     string              `json:"status" jsonschema:"OPEN, DEFERRED, APPROVED, REJECTED or REVERSED, on the day asked for."`
	OpenedOn   domain.Date         `json:"openedOn" jsonschema:"The day it was opened."`
	DecidedOn  *domain.Date        `json:"decidedOn" jsonschema:"The day it was decided, or last deferred."`
	Requester  uuid.UUID           `json:"requestedBy" jsonschema:"The person who asks for it."`
	Programme  *uuid.UUID          `json:"programme" jsonschema:"Id of the programme it is for."`
	Varies     *uuid.UUID          `json:"award" jsonschema:"Of a variation, id of the award."`
	Regime     *domain.Regime      `json:"regime" jsonschema:"The law or the rules it is taken under."`
	Route      *domain.Route       `json:"route" jsonschema:"How a candidate is found."`
	Threshold  *string             `json:"threshold" jsonschema:"The limit of procurement that goes by what is bought."`
	Candidates []string            `json:"candidates" jsonschema:"Codes of the organisations that may be chosen: those named at the opening, and those that had quoted by the day asked for."`
	Estimate   domain.Pence        `json:"estimateGrossPence" jsonschema:"What it may cost over its whole life with VAT, in pence."`

	Candidate  *string               `json:"candidate" jsonschema:"Code of the organisation approved of."`
	Max        *domain.Pence         `json:"maxPence" jsonschema:"The most it may cost, gross, in pence, as amended; of a variation with all there was before."`
	Authority  *domain.AuthorityKind `json:"authorityKind" jsonschema:"MEETING, DELEGATED or URGENT."`
	Unratified bool                  `json:"awaitsRatification" jsonschema:"It is an urgent approval that no meeting has ratified."`
	Needs      []uuid.UUID           `json:"needRefs" jsonschema:"Ids of the training needs it meets."`
	Priorities []uuid.UUID           `json:"priorityRefs" jsonschema:"Ids of the priorities it serves."`
	Awards     []uuid.UUID           `json:"awardRefs" jsonschema:"Ids of the awards made on it by then."`
	Grants     []uuid.UUID           `json:"grantRefs" jsonschema:"Ids of the grants offered on it by then."`
	Seqs       []eventstore.Seq      `json:"seqs" jsonschema:"The seqs of all events about it, in their order."`
}

// DecisionDetail is everything that is known of one decision.
type DecisionDetail struct {
	Decision
	Stream     eventstore.StreamID `json:"stream" jsonschema:"The stream that holds it."`
	Opened     Entry               `json:"opened" jsonschema:"The event that opened it."`
	People     []DecisionPerson    `json:"people" jsonschema:"Everybody who is named in it, with what they declared, what was done about it, how they scored and voted; by id."`
	Appraisal  *Appraisal          `json:"appraisal" jsonschema:"The options, and how they are scored."`
	Quotations []Quotation         `json:"quotations" jsonschema:"What suppliers would do it for."`
	Waiver     *Waiver             `json:"waiver" jsonschema:"That it needs no quotations or tender."`
	Agreed     []ICSAgreement      `json:"icsAgreements" jsonschema:"That the hub of the ICS agrees to it, where it is a locality hub's and above its limit."`
	Outcomes   []Outcome           `json:"outcomes" jsonschema:"What was decided: deferrals, and then the decision."`
	Ratified   *Ratification       `json:"ratification" jsonschema:"The meeting that stands by an urgent decision."`
	Amendments []Amendment         `json:"amendments" jsonschema:"That it approves of less than before."`
	Reversed   *Reversal           `json:"reversal" jsonschema:"That it no longer stands."`
	Voided     []VoidedOutcome     `json:"voided" jsonschema:"What was recorded wrongly as decided, and its corrections."`
	Notices    []Notice            `json:"notices" jsonschema:"Notices that were published."`
	Standstill *Standstill         `json:"standstill" jsonschema:"The days on which no contract is made, and who objected."`
	Made       []AwardDetail       `json:"awards" jsonschema:"The awards made on it, and the award that it varies, with what became of them."`
	Offered    []Grant             `json:"grants" jsonschema:"The grants offered on it."`
	Promised   []Commitment        `json:"commitments" jsonschema:"The money promised on it."`
	Suspected  []SuspectedBreach   `json:"suspectedBreaches" jsonschema:"That somebody may have broken the rules on conflicts of interest."`
	Breaches   []Breach            `json:"breaches" jsonschema:"The rules broken by the events about it and its awards, in their order."`
	Seq        eventstore.Seq      `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// DecisionPerson is a person in a decision.
type DecisionPerson struct {
	Person        uuid.UUID                `json:"person" jsonschema:"Random id of the person."`
	Requester     bool                     `json:"requester" jsonschema:"They asked for it."`
	Recused       bool                     `json:"recused" jsonschema:"They have no part in deciding."`
	Roles         []domain.ParticipantRole `json:"roles" jsonschema:"How they took part, as the newest outcome has it."`
	Declarations  []Declaration            `json:"declarations" jsonschema:"What they declared for it, in the order recorded."`
	Mitigations   []Mitigation             `json:"mitigations" jsonschema:"What is done about their conflict."`
	Verifications []Verification           `json:"verifications" jsonschema:"Whether that was done."`
	Scores        []Score                  `json:"scores" jsonschema:"What they gave."`
	Votes         []Vote                   `json:"votes" jsonschema:"What they said to it."`
}

// Declaration is what a person declares for a decision.
type Declaration struct {
	Entry
	Late      bool       `json:"late" jsonschema:"It is their first, and was recorded after they had voted, scored or otherwise taken part."`
	Nil       bool       `json:"nil" jsonschema:"There is no interest."`
	Interests []Interest `json:"interests" jsonschema:"The interests declared, as the register has them as known at asOf."`
}

// Interest is an interest on a person's register.
type Interest struct {
	ID       uuid.UUID                `json:"id" jsonschema:"The interest's id."`
	Category *domain.InterestCategory `json:"category" jsonschema:"FIN, NFPI, NFPE or IND; null where the register has no such interest."`
	Org      *string                  `json:"org" jsonschema:"Code of the organisation it is in."`
	Relation *domain.Relation         `json:"relation" jsonschema:"Of an indirect interest, what its holder is to the person."`
	Arose    *domain.Date             `json:"arose" jsonschema:"Its first day."`
	Ends     *domain.Date             `json:"ends" jsonschema:"Its last day, where it is known."`
	Declared *eventstore.Seq          `json:"declaredSeq" jsonschema:"The seq at which it was first declared on the register."`
	Since    *eventstore.Seq          `json:"sinceSeq" jsonschema:"The seq of the newest event about it."`
}

// Mitigation is what is done about a conflict.
type Mitigation struct {
	Entry
	Mitigation domain.Mitigation `json:"mitigation" jsonschema:"What is done."`
	Candidate  *string           `json:"candidate" jsonschema:"Of SUPPLIER_EXCLUDED, the organisation."`
	DecidedBy  uuid.UUID         `json:"decidedBy" jsonschema:"The person who decided it."`
	Reason     string            `json:"reason" jsonschema:"Why it is enough."`
}

// Verification says whether a mitigation was kept.
type Verification struct {
	Entry
	Kept bool      `json:"kept" jsonschema:"All that was to be done was done."`
	By   uuid.UUID `json:"by" jsonschema:"The person who checked it."`
}

// Score is what an assessor gave an option by a criterion.
type Score struct {
	Entry
	Option    string `json:"option" jsonschema:"Key of the option."`
	Criterion string `json:"criterion" jsonschema:"Key of the criterion."`
	Score     int    `json:"score" jsonschema:"The score."`
}

// Vote is what a member said.
type Vote struct {
	Entry
	Vote    domain.Vote `json:"vote" jsonschema:"FOR, AGAINST, ABSTAIN or RECUSED."`
	Counted bool        `json:"counted" jsonschema:"It counted in an outcome: cast by somebody with a vote who was there until the item was decided, and was not recused."`
}

// Appraisal is which options there are and how they are scored.
type Appraisal struct {
	Entry
	Options   []domain.AppraisedOption    `json:"options" jsonschema:"The options."`
	Criteria  []domain.AppraisalCriterion `json:"criteria" jsonschema:"What they are scored by."`
	Assessors []uuid.UUID                 `json:"assessors" jsonschema:"The persons who score."`
}

// Quotation is what a supplier would do it for.
type Quotation struct {
	Entry
	ID       uuid.UUID    `json:"id" jsonschema:"The quotation's id."`
	Supplier string       `json:"supplier" jsonschema:"Code of the organisation."`
	Gross    domain.Pence `json:"gross" jsonschema:"Pence over its whole life with VAT."`
	On       domain.Date  `json:"on" jsonschema:"The day it was received."`
}

// ICSAgreement says that the hub of the ICS agrees to a decision of a locality
// hub that is above what is delegated to that one.
type ICSAgreement struct {
	Entry
	Max domain.Pence        `json:"maxPence" jsonschema:"The most that the decision may cost, gross, in pence."`
	By  domain.ICSAgreement `json:"by" jsonschema:"Who agrees: a meeting, or an officer by a delegation."`
	On  domain.Date         `json:"on" jsonschema:"The day."`
}

// Waiver says that no quotations or tender are needed.
type Waiver struct {
	Entry
	Reason string    `json:"reason" jsonschema:"Why."`
	By     uuid.UUID `json:"by" jsonschema:"The person who approved it."`
}

// Outcome is what was decided.
type Outcome struct {
	Entry
	Outcome      domain.Outcome           `json:"outcome" jsonschema:"APPROVE, REJECT or DEFER."`
	On           domain.Date              `json:"on" jsonschema:"The day it was decided."`
	Candidate    *string                  `json:"candidate" jsonschema:"Code of the organisation approved of."`
	Max          *domain.Pence            `json:"maxPence" jsonschema:"The most it may cost, gross, in pence, before amendments."`
	Purpose      *domain.FundPurpose      `json:"purpose" jsonschema:"What the money is spent for."`
	FundLines    []domain.FundPart        `json:"fundLines" jsonschema:"The fund lines it may be taken from."`
	Needs        []Cited                  `json:"needs" jsonschema:"The training needs it meets."`
	Priorities   []Cited                  `json:"priorities" jsonschema:"The priorities it serves."`
	NoPriority   *string                  `json:"noPriority" jsonschema:"Why an exception is made where it serves none."`
	Rationale    string                   `json:"rationale" jsonschema:"Why it was decided so."`
	DecidedBy    domain.DecisionAuthority `json:"decisionAuthority" jsonschema:"Who decided, by what right."`
	Delegation   *Delegation              `json:"delegation" jsonschema:"The delegation it was decided by, as on that day."`
	Room         *Room                    `json:"room" jsonschema:"Who was in the room for the item."`
	Participants []domain.Participant     `json:"participants" jsonschema:"Who took part, in which role."`
	ReliedOn     []Reliance               `json:"reliedOn" jsonschema:"The intelligence and the guidance it relied on."`
	Votes        domain.Votes             `json:"votes" jsonschema:"The votes that count."`
	Recused      []uuid.UUID              `json:"recused" jsonschema:"The persons who had no part in it."`
	COIPolicy    *string                  `json:"coiPolicy" jsonschema:"Version of the policy on conflicts of interest in force."`
	PastReview   bool                     `json:"pastReview" jsonschema:"The review of that policy was overdue."`
}

// Cited is a need or a priority that a decision cites.
type Cited struct {
	ID    uuid.UUID       `json:"id" jsonschema:"Its id."`
	Title *string         `json:"title" jsonschema:"What it is."`
	Seq   *eventstore.Seq `json:"seq" jsonschema:"The seq of the event that identified, or last endorsed, it."`
}

// Room is who was there for an item of a meeting.
type Room struct {
	Entry
	Meeting   uuid.UUID                `json:"meeting" jsonschema:"Id of the meeting."`
	Body      string                   `json:"body" jsonschema:"Which body met."`
	On        domain.Date              `json:"on" jsonschema:"The day."`
	Item      string                   `json:"item" jsonschema:"The item of its agenda."`
	Title     string                   `json:"title" jsonschema:"The item's title."`
	Chair     uuid.UUID                `json:"chair" jsonschema:"The person in the chair for it."`
	Attendees []domain.MeetingAttendee `json:"attendees" jsonschema:"Who was there for it, from when until when, and whether they had a vote."`
	Quorum    domain.Quorum            `json:"quorum" jsonschema:"How many have to be there."`
	Quorate   bool                     `json:"quorate" jsonschema:"They were, as far as nobody is recused."`
}

// Reliance is something that a decision relied on.
type Reliance struct {
	Intelligence *uuid.UUID      `json:"intelligence" jsonschema:"Id of the intelligence."`
	Guidance     *string         `json:"guidance" jsonschema:"Code of the guidance."`
	Version      *string         `json:"version" jsonschema:"Version of the guidance."`
	Title        *string         `json:"title" jsonschema:"What it is about."`
	Source       *string         `json:"source" jsonschema:"Who says so, of intelligence."`
	DocHash      *domain.Hash    `json:"docHash" jsonschema:"SHA-256 of the document, where there is one."`
	Evidence     []Evidence      `json:"evidence" jsonschema:"Documents that the event that recorded it names."`
	On           *domain.Date    `json:"on" jsonschema:"The day it was received, or takes effect."`
	Seq          *eventstore.Seq `json:"seq" jsonschema:"The seq of the event that recorded it."`
}

// Ratification is a meeting that stands by an urgent decision.
type Ratification struct {
	Entry
	On   domain.Date `json:"on" jsonschema:"The day."`
	Room *Room       `json:"room" jsonschema:"Who was in the room for the item."`
}

// Amendment says that a decision approves of less than before.
type Amendment struct {
	Entry
	Max    domain.Pence `json:"maxPence" jsonschema:"The most from here on, in pence."`
	Reason string       `json:"reason" jsonschema:"Why."`
	By     uuid.UUID    `json:"by" jsonschema:"The person who decided so."`
}

// Reversal says that a decision no longer stands.
type Reversal struct {
	Entry
	On     domain.Date `json:"on" jsonschema:"The day: that its command names, or on which it was recorded."`
	Reason string      `json:"reason" jsonschema:"Why."`
	By     uuid.UUID   `json:"by" jsonschema:"The person who decided so."`
}

// VoidedOutcome is an outcome that was recorded wrongly, and its correction. The
// entry is that of the correction.
type VoidedOutcome struct {
	Entry
	Reason     string      `json:"reason" jsonschema:"What was wrong."`
	By         uuid.UUID   `json:"by" jsonschema:"The person who found it wrong."`
	Outcome    Outcome     `json:"outcome" jsonschema:"What was recorded."`
	Amendments []Amendment `json:"amendments" jsonschema:"What it was amended to."`
	Reversed   Reversal    `json:"reversed" jsonschema:"How it was taken back."`
}

// Notice is a notice that was published.
type Notice struct {
	Entry
	Kind domain.NoticeKind `json:"kind" jsonschema:"TRANSPARENCY, TENDER, INTENT or AWARD."`
	Ref  string            `json:"ref" jsonschema:"Reference of the publication."`
	On   domain.Date       `json:"on" jsonschema:"The day."`
}

// Standstill is the days on which no contract is made.
type Standstill struct {
	Entry
	On              domain.Date      `json:"on" jsonschema:"The day it starts, which does not count."`
	Until           domain.Date      `json:"until" jsonschema:"Its last day, unless somebody is to be heard."`
	Representations []Representation `json:"representations" jsonschema:"Who objected."`
	Ended           *StandstillEnd   `json:"ended" jsonschema:"That it is over."`
}

// Representation says that a provider objects.
type Representation struct {
	Entry
	ID      uuid.UUID   `json:"id" jsonschema:"The representation's id."`
	From    string      `json:"from" jsonschema:"Code of the organisation."`
	Subject string      `json:"subject" jsonschema:"To what."`
	On      domain.Date `json:"on" jsonschema:"The day it was received."`
}

// StandstillEnd says that a standstill is over.
type StandstillEnd struct {
	Entry
	On        domain.Date  `json:"on" jsonschema:"Its last day."`
	RepliedOn *domain.Date `json:"repliedOn" jsonschema:"When those who objected had their last answer."`
}

// SuspectedBreach is a suspected breach of the rules on conflicts of interest.
type SuspectedBreach struct {
	Entry
	ID     uuid.UUID      `json:"id" jsonschema:"The breach's id."`
	Person *uuid.UUID     `json:"person" jsonschema:"Who may have broken them, where it is known."`
	What   string         `json:"what" jsonschema:"What is suspected."`
	On     domain.Date    `json:"on" jsonschema:"The day it was raised."`
	Upheld *BreachUpheld  `json:"upheld" jsonschema:"That it was so."`
	Closed *BreachClosure `json:"closed" jsonschema:"What was done about it."`
}

// BreachUpheld says that a suspected breach was one.
type BreachUpheld struct {
	Entry
	Impact string      `json:"impact" jsonschema:"What it led to."`
	By     uuid.UUID   `json:"by" jsonschema:"The person who investigated it."`
	On     domain.Date `json:"on" jsonschema:"The day."`
}

// BreachClosure says what was done about a suspected breach.
type BreachClosure struct {
	Entry
	Upheld    bool        `json:"upheld" jsonschema:"It was one."`
	Action    string      `json:"action" jsonschema:"What was done."`
	Lessons   *string     `json:"lessons" jsonschema:"What was learnt."`
	Published *string     `json:"published" jsonschema:"Where the report of it was published."`
	On        domain.Date `json:"on" jsonschema:"The day."`
}
