package domain

import "github.com/google/uuid"

// The events of a hub's stream about support for careers.

// SupportKind is a kind of support for a person's career.
type SupportKind string

// The kinds of support.
const (
	SupportFellowship    SupportKind = "FELLOWSHIP"
	SupportPreceptorship SupportKind = "PRECEPTORSHIP"
	SupportMentoring     SupportKind = "MENTORING"
	SupportCoaching      SupportKind = "COACHING"
)

// Valid reports whether k is one of the kinds.
func (k SupportKind) Valid() bool {
	switch k {
	case SupportFellowship, SupportPreceptorship, SupportMentoring, SupportCoaching:
		return true
	}
	return false
}

// Programme reports whether the kind is a programme that somebody has to be
// eligible for by a published rule.
func (k SupportKind) Programme() bool { return k == SupportFellowship || k == SupportPreceptorship }

// CareerSupport is what every event of a support says of it.
type CareerSupport struct {
	Support    uuid.UUID   `json:"support"`
	Hub        HubID       `json:"hub"`
	Kind       SupportKind `json:"kind"`
	Person     uuid.UUID   `json:"person"` // who is supported
	Profession string      `json:"profession"`
}

// SupportStarted says that a person's career is supported, from a day on.
type SupportStarted struct {
	CareerSupport
	Supporter uuid.UUID `json:"supporter,omitzero"` // mentor, coach or preceptor: a person
	Employer  string    `json:"employer,omitzero"`
	// AppliedOn, QualifiedOn and the contract are what eligibility was held
	// against; RuleRef is the set of limits, the rule, in force on the day of
	// application.
	AppliedOn      Date      `json:"appliedOn"`
	QualifiedOn    Date      `json:"qualifiedOn,omitzero"`
	ContractMonths int       `json:"contractMonths,omitzero"`
	OpenEnded      bool      `json:"openEnded,omitzero"` // the contract has no end
	RuleRef        uuid.UUID `json:"ruleRef,omitzero"`
	Payee          string    `json:"payee,omitzero"` // of any funding
	Start          Date      `json:"start"`          // first day
	Until          Date      `json:"until"`          // planned last day
}

// SupportSessionRecorded says that a session of it took place.
type SupportSessionRecorded struct {
	CareerSupport
	Session uuid.UUID `json:"session"`
	On      Date      `json:"on"`
	Minutes int       `json:"minutes"`
}

// SupportCompleted says that it has reached its end.
type SupportCompleted struct {
	CareerSupport
	On Date `json:"on"` // last day
}

// SupportWithdrawn says that it ended early.
type SupportWithdrawn struct {
	CareerSupport
	On     Date   `json:"on"` // last day; that before its first where it never began
	Reason string `json:"reason"`
}

// CareerStage is where in their career people are.
type CareerStage string

// The stages.
const (
	StageNewToPractice CareerStage = "NEW_TO_PRACTICE"
	StageMidCareer     CareerStage = "MID_CAREER"
	StageRetention     CareerStage = "RETENTION" // late, or thinking of leaving
)

// Valid reports whether s is one of the stages.
func (s CareerStage) Valid() bool {
	return s == StageNewToPractice || s == StageMidCareer || s == StageRetention
}

// CareerSupportProvided says that people of a profession had support at a stage
// of their career.
type CareerSupportProvided struct {
	Provision  uuid.UUID   `json:"provision"`
	Hub        HubID       `json:"hub"`
	Stage      CareerStage `json:"stage"`
	Profession string      `json:"profession"`
	Contacts   int         `json:"contacts"`
	On         Date        `json:"on"`
}

// CPDFundingUsed says that money for continuing professional development was
// used for a person. What is per head is by headcount, whatever their hours.
type CPDFundingUsed struct {
	Use        uuid.UUID     `json:"use"`
	Hub        HubID         `json:"hub"`
	Person     uuid.UUID     `json:"person"`
	Profession string        `json:"profession"`
	FY         FinancialYear `json:"fy"`
	Pence      Pence         `json:"pence"`
	Purpose    CPDPurpose    `json:"purpose"`
	RateRef    uuid.UUID     `json:"rateRef,omitzero"` // of what each head has in the year
	On         Date          `json:"on"`
}

// CPDPurpose is what money for continuing professional development is used for.
type CPDPurpose string

// The purposes. The first three are what it is for.
const (
	CPDCourse       CPDPurpose = "COURSE"
	CPDQualify      CPDPurpose = "QUALIFICATION" // accredited
	CPDEvent        CPDPurpose = "EVENT"         // conference or workshop
	CPDBackfill     CPDPurpose = "BACKFILL"
	CPDMandatory    CPDPurpose = "MANDATORY_TRAINING"
	CPDEquipment    CPDPurpose = "EQUIPMENT"
	CPDOtherPurpose CPDPurpose = "OTHER"
)

// Valid reports whether p is one of the purposes.
func (p CPDPurpose) Valid() bool {
	switch p {
	case CPDCourse, CPDQualify, CPDEvent, CPDBackfill, CPDMandatory, CPDEquipment, CPDOtherPurpose:
		return true
	}
	return false
}

// Allowed reports whether the money is for the purpose: for learning, and
// neither for backfill, nor for mandatory training, nor for equipment.
func (p CPDPurpose) Allowed() bool { return p == CPDCourse || p == CPDQualify || p == CPDEvent }

func (SupportStarted) EventType() string         { return "SupportStarted" }
func (SupportSessionRecorded) EventType() string { return "SupportSessionRecorded" }
func (SupportCompleted) EventType() string       { return "SupportCompleted" }
func (SupportWithdrawn) EventType() string       { return "SupportWithdrawn" }
func (CareerSupportProvided) EventType() string  { return "CareerSupportProvided" }
func (CPDFundingUsed) EventType() string         { return "CPDFundingUsed" }

func (SupportStarted) isEvent()         {}
func (SupportSessionRecorded) isEvent() {}
func (SupportCompleted) isEvent()       {}
func (SupportWithdrawn) isEvent()       {}
func (CareerSupportProvided) isEvent()  {}
func (CPDFundingUsed) isEvent()         {}
