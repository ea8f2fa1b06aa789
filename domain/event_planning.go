package domain

import "github.com/google/uuid"

// The events of a hub's stream that say what it knows, what is needed, and what
// its PCNs plan.

// Scope is how far what a source says reaches.
type Scope string

// The scopes.
const (
	ScopeLocal    Scope = "LOCAL"
	ScopeNational Scope = "NATIONAL"
)

// Valid reports whether s is one of the scopes.
func (s Scope) Valid() bool { return s == ScopeLocal || s == ScopeNational }

// IntelligenceKind is what sort of knowledge something is.
type IntelligenceKind string

// The kinds of intelligence.
const (
	KindIntelligence IntelligenceKind = "INTELLIGENCE"
	KindGuidance     IntelligenceKind = "GUIDANCE"
	KindStatistic    IntelligenceKind = "STATISTIC"
	KindFeedback     IntelligenceKind = "FEEDBACK" // of stakeholders
)

// Valid reports whether k is one of the kinds.
func (k IntelligenceKind) Valid() bool {
	switch k {
	case KindIntelligence, KindGuidance, KindStatistic, KindFeedback:
		return true
	}
	return false
}

// Channel is the way on which something came to the hub.
type Channel string

// The channels.
const (
	ChannelSurvey       Channel = "SURVEY"
	ChannelMeeting      Channel = "MEETING"
	ChannelSocial       Channel = "SOCIAL" // social media
	ChannelNetwork      Channel = "NETWORK"
	ChannelStatRelease  Channel = "STAT_RELEASE" // a publication of statistics
	ChannelNotification Channel = "NOTIFICATION" // passed on by the accountable body
)

// Valid reports whether c is one of the channels.
func (c Channel) Valid() bool {
	switch c {
	case ChannelSurvey, ChannelMeeting, ChannelSocial, ChannelNetwork, ChannelStatRelease, ChannelNotification:
		return true
	}
	return false
}

// Documented reports whether what comes on the channel is a document. What was
// only said or seen is evidence too, of a lower grade.
func (c Channel) Documented() bool {
	return c == ChannelSurvey || c == ChannelStatRelease || c == ChannelNotification
}

// IntelligenceReceived says that the hub came to know something that decisions
// may rely on.
type IntelligenceReceived struct {
	Intelligence uuid.UUID        `json:"intelligence"`
	Hub          HubID            `json:"hub"`
	Source       string           `json:"source"` // published name of who says so
	Scope        Scope            `json:"scope"`
	NHS          bool             `json:"nhs"` // the source is of the NHS
	Kind         IntelligenceKind `json:"kind"`
	Channel      Channel          `json:"channel"`
	Subject      string           `json:"subject"`
	DocHash      Hash             `json:"docHash,omitzero"` // of the document, where there is one
	On           Date             `json:"on"`               // day it was received
}

// ConsultationRecorded says with whom something was discussed.
type ConsultationRecorded struct {
	Consultation uuid.UUID   `json:"consultation"`
	Hub          HubID       `json:"hub"`
	Parties      []string    `json:"parties"` // codes, ascending
	On           Date        `json:"on"`
	Subject      string      `json:"subject"`
	Needs        []uuid.UUID `json:"needRefs,omitempty"` // that were discussed
}

// TrainingNeedsExerciseOpened says that the hub begins to ask what is needed.
type TrainingNeedsExerciseOpened struct {
	Exercise uuid.UUID `json:"exercise"`
	Hub      HubID     `json:"hub"`
	Title    string    `json:"title"`
	Method   string    `json:"method"`
	On       Date      `json:"on"` // first day
}

// TrainingNeedsExerciseClosed says how many answered.
type TrainingNeedsExerciseClosed struct {
	Exercise  uuid.UUID `json:"exercise"`
	On        Date      `json:"on"` // last day
	Asked     int       `json:"asked"`
	Responses int       `json:"responses"`
}

// Urgency is how soon a need should be met.
type Urgency string

// The urgencies.
const (
	UrgencyLow    Urgency = "LOW"
	UrgencyMedium Urgency = "MEDIUM"
	UrgencyHigh   Urgency = "HIGH"
)

// Valid reports whether u is one of the urgencies.
func (u Urgency) Valid() bool { return u == UrgencyLow || u == UrgencyMedium || u == UrgencyHigh }

// TrainingNeedIdentified says that something has to be learnt.
type TrainingNeedIdentified struct {
	Need     uuid.UUID `json:"need"`
	Hub      HubID     `json:"hub"`
	Title    string    `json:"title"`
	Audience string    `json:"audience"`
	PCNs     []string  `json:"pcns,omitempty"` // codes, ascending; none: all of the hub's
	// Evidence is the intelligence, the consultations and the exercises that
	// show it.
	Evidence []uuid.UUID `json:"evidenceRefs"`
	Urgency  Urgency     `json:"urgency"`
	On       Date        `json:"on"` // first day it is open
}

// TrainingNeedMet says that it has been learnt.
type TrainingNeedMet struct {
	Need uuid.UUID `json:"need"`
	On   Date      `json:"on"` // last day it was open
	How  string    `json:"how"`
}

// TrainingNeedWithdrawn says that it does not have to be learnt after all.
type TrainingNeedWithdrawn struct {
	Need   uuid.UUID `json:"need"`
	On     Date      `json:"on"` // last day it was open
	Reason string    `json:"reason"`
}

// PlanLine is what a workforce plan says of one type of role.
type PlanLine struct {
	RoleType string `json:"roleType" jsonschema:"Which type of role, 2 to 40 capital letters, digits and underscores."`
	Baseline FTE    `json:"baselineFTE" jsonschema:"Full-time equivalents there are, a decimal of 0 or more."`
	Target   FTE    `json:"targetFTE" jsonschema:"Full-time equivalents there should be at the end of the year, a decimal of 0 or more."`
}

// WorkforcePlanSubmitted says what workforce a PCN plans for a year: revision 1
// of its plan.
type WorkforcePlanSubmitted struct {
	Plan  uuid.UUID     `json:"plan"`
	Hub   HubID         `json:"hub"`
	PCN   string        `json:"pcn"`
	FY    FinancialYear `json:"fy"`
	Lines []PlanLine    `json:"lines"` // by role type, ascending
	On    Date          `json:"on"`
}

// WorkforcePlanRevised says what it plans instead: all lines. It has to be
// endorsed anew.
type WorkforcePlanRevised struct {
	Plan     uuid.UUID     `json:"plan"`
	Hub      HubID         `json:"hub"`
	PCN      string        `json:"pcn"`
	FY       FinancialYear `json:"fy"`
	Revision int           `json:"revision"` // 2, 3, …
	Lines    []PlanLine    `json:"lines"`    // by role type, ascending
	On       Date          `json:"on"`
	Reason   string        `json:"reason"`
}

// WorkforcePlanEndorsed says that the hub stands by a revision of a plan.
type WorkforcePlanEndorsed struct {
	Plan     uuid.UUID     `json:"plan"`
	Hub      HubID         `json:"hub"`
	PCN      string        `json:"pcn"`
	FY       FinancialYear `json:"fy"`
	Revision int           `json:"revision"`
	On       Date          `json:"on"`
}

// WorkforceConversationHeld says that the hub spoke with a PCN about its
// workforce.
type WorkforceConversationHeld struct {
	Conversation uuid.UUID `json:"conversation"`
	Hub          HubID     `json:"hub"`
	PCN          string    `json:"pcn"`
	On           Date      `json:"on"`
	Topics       []string  `json:"topics"` // ascending
}

func (IntelligenceReceived) EventType() string        { return "IntelligenceReceived" }
func (ConsultationRecorded) EventType() string        { return "ConsultationRecorded" }
func (TrainingNeedsExerciseOpened) EventType() string { return "TrainingNeedsExerciseOpened" }
func (TrainingNeedsExerciseClosed) EventType() string { return "TrainingNeedsExerciseClosed" }
func (TrainingNeedIdentified) EventType() string      { return "TrainingNeedIdentified" }
func (TrainingNeedMet) EventType() string             { return "TrainingNeedMet" }
func (TrainingNeedWithdrawn) EventType() string       { return "TrainingNeedWithdrawn" }
func (WorkforcePlanSubmitted) EventType() string      { return "WorkforcePlanSubmitted" }
func (WorkforcePlanRevised) EventType() string        { return "WorkforcePlanRevised" }
func (WorkforcePlanEndorsed) EventType() string       { return "WorkforcePlanEndorsed" }
func (WorkforceConversationHeld) EventType() string   { return "WorkforceConversationHeld" }

func (IntelligenceReceived) isEvent()        {}
func (ConsultationRecorded) isEvent()        {}
func (TrainingNeedsExerciseOpened) isEvent() {}
func (TrainingNeedsExerciseClosed) isEvent() {}
func (TrainingNeedIdentified) isEvent()      {}
func (TrainingNeedMet) isEvent()             {}
func (TrainingNeedWithdrawn) isEvent()       {}
func (WorkforcePlanSubmitted) isEvent()      {}
func (WorkforcePlanRevised) isEvent()        {}
func (WorkforcePlanEndorsed) isEvent()       {}
func (WorkforceConversationHeld) isEvent()   {}
