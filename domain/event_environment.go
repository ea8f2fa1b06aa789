package domain

import (
	"slices"

	"github.com/google/uuid"
)

// The events of a hub's stream that say where learners may learn: learning
// environments (LE), which apply, are visited, recommended by the hub and
// decided on by the Primary Care School.

// QualityDomain is one of the six domains of the Quality Framework.
type QualityDomain string

// The domains. The list is closed.
const (
	QualityEnvironment QualityDomain = "LEARNING_ENVIRONMENT_AND_CULTURE"
	QualityGovernance  QualityDomain = "EDUCATIONAL_GOVERNANCE_AND_LEADERSHIP"
	QualityLearners    QualityDomain = "DEVELOPING_AND_SUPPORTING_LEARNERS"
	QualityEducators   QualityDomain = "SUPPORTING_EDUCATORS"
	QualityProgrammes  QualityDomain = "PROGRAMME_AND_CURRICULA_DELIVERY"
	QualityWorkforce   QualityDomain = "SUSTAINABLE_WORKFORCE"
)

// QualityDomains are all of them, in the framework's order.
var QualityDomains = [...]QualityDomain{
	QualityEnvironment, QualityGovernance, QualityLearners, QualityEducators, QualityProgrammes, QualityWorkforce,
}

// Valid reports whether d is one of the domains.
func (d QualityDomain) Valid() bool { return slices.Contains(QualityDomains[:], d) }

// SelfRating is how an applicant rates itself in a domain.
type SelfRating string

// The ratings.
const (
	RatingMet       SelfRating = "MET"
	RatingPartlyMet SelfRating = "PARTLY_MET"
	RatingNotMet    SelfRating = "NOT_MET"
)

// Valid reports whether r is one of the ratings.
func (r SelfRating) Valid() bool {
	return r == RatingMet || r == RatingPartlyMet || r == RatingNotMet
}

// SelfAssessment is what an applicant says of itself in one domain.
type SelfAssessment struct {
	Domain QualityDomain `json:"domain" jsonschema:"A domain of the Quality Framework: LEARNING_ENVIRONMENT_AND_CULTURE, EDUCATIONAL_GOVERNANCE_AND_LEADERSHIP, DEVELOPING_AND_SUPPORTING_LEARNERS, SUPPORTING_EDUCATORS, PROGRAMME_AND_CURRICULA_DELIVERY or SUSTAINABLE_WORKFORCE."`
	Rating SelfRating    `json:"rating" jsonschema:"MET, PARTLY_MET or NOT_MET."`
}

// LEVisitKind is how an environment was looked at.
type LEVisitKind string

// The kinds of visits.
const (
	LEVisit      LEVisitKind = "VISIT"
	LEDeskReview LEVisitKind = "DESK_REVIEW"
)

// Valid reports whether k is one of the kinds.
func (k LEVisitKind) Valid() bool { return k == LEVisit || k == LEDeskReview }

// LEOutcome is what is recommended, or decided, on an application.
type LEOutcome string

// The outcomes.
const (
	LEApproved    LEOutcome = "APPROVED"
	LEWithActions LEOutcome = "WITH_ACTIONS" // approved, and something is to be done
	LENotApproved LEOutcome = "NOT_APPROVED"
)

// Valid reports whether o is one of the outcomes.
func (o LEOutcome) Valid() bool { return o.Approves() || o == LENotApproved }

// Approves reports whether learners may come.
func (o LEOutcome) Approves() bool { return o == LEApproved || o == LEWithActions }

// QualityRisk is how much is at risk in a concern.
type QualityRisk string

// The risks.
const (
	RiskLow    QualityRisk = "LOW"
	RiskMedium QualityRisk = "MEDIUM"
	RiskHigh   QualityRisk = "HIGH"
)

// Valid reports whether r is one of the risks.
func (r QualityRisk) Valid() bool { return r == RiskLow || r == RiskMedium || r == RiskHigh }

// LEApplicationSubmitted says that an organisation asks to become a learning
// environment, or to stay one. It names its sites: it may be a part of a PCN.
type LEApplicationSubmitted struct {
	Application    uuid.UUID        `json:"application"`
	LE             uuid.UUID        `json:"le"`
	Hub            HubID            `json:"hub"`
	Applicant      string           `json:"applicant"`      // code of the organisation that applies
	Sites          []string         `json:"sites"`          // codes of organisations, ascending
	Professions    []string         `json:"professions"`    // of learners, ascending
	SelfAssessment []SelfAssessment `json:"selfAssessment"` // one for each domain, in the framework's order
	On             Date             `json:"on"`
}

// LEVisitHeld says that an applicant was looked at.
type LEVisitHeld struct {
	Visit       uuid.UUID   `json:"visit"`
	Application uuid.UUID   `json:"application"`
	LE          uuid.UUID   `json:"le"`
	Kind        LEVisitKind `json:"kind"`
	On          Date        `json:"on"`
}

// PanelMember is a member of a panel, and the organisation they come from.
type PanelMember struct {
	Person uuid.UUID `json:"person" jsonschema:"The person's random id."`
	Party  string    `json:"party" jsonschema:"Code of the organisation they come from."`
}

// LEApprovalRecommended says what the hub recommends to the School.
type LEApprovalRecommended struct {
	Application uuid.UUID     `json:"application"`
	LE          uuid.UUID     `json:"le"`
	Hub         HubID         `json:"hub"`
	Panel       []PanelMember `json:"panel"` // by person, ascending
	Outcome     LEOutcome     `json:"outcome"`
	Reason      string        `json:"reason"`
	On          Date          `json:"on"`
}

// LEAction is something that an environment is to do.
type LEAction struct {
	Action uuid.UUID `json:"action" jsonschema:"The action's id."`
	What   string    `json:"what" jsonschema:"What is to be done, no names of persons."`
	Due    Date      `json:"due" jsonschema:"The last day on which it is done in time, YYYY-MM-DD."`
}

// LEApprovalDecided says what the School decided. From its first day on an
// approval stands in the place of the environment's one before.
type LEApprovalDecided struct {
	Application uuid.UUID  `json:"application"`
	LE          uuid.UUID  `json:"le"`
	School      string     `json:"school"` // code of the Primary Care School
	Outcome     LEOutcome  `json:"outcome"`
	From        Date       `json:"from,omitzero"`         // first day
	To          Date       `json:"to,omitzero"`           // last day
	Professions []string   `json:"professions,omitempty"` // of learners, ascending
	Sites       []string   `json:"sites,omitempty"`       // codes, ascending
	Actions     []LEAction `json:"actions,omitempty"`     // in the order given
	Framework   string     `json:"framework"`             // version of the Quality Framework
	Reason      string     `json:"reason"`
	On          Date       `json:"on"`
}

// LEActionCompleted says that an environment did what it was to do.
type LEActionCompleted struct {
	Action      uuid.UUID `json:"action"`
	Application uuid.UUID `json:"application"`
	LE          uuid.UUID `json:"le"`
	Due         Date      `json:"due"`
	On          Date      `json:"on"`
}

// LEApprovalLapsed says that an approval holds no longer: it ran out, or was
// given up before.
type LEApprovalLapsed struct {
	Application uuid.UUID `json:"application"`
	LE          uuid.UUID `json:"le"`
	On          Date      `json:"on"` // last day it held
	Reason      string    `json:"reason"`
}

// LESuspended says that no learner may begin in an environment.
type LESuspended struct {
	Suspension uuid.UUID `json:"suspension"`
	LE         uuid.UUID `json:"le"`
	By         string    `json:"by"` // code of a Primary Care School, or of the accountable body
	// ISFCategory is that of the Intensive Support Framework, 0 to 4.
	ISFCategory int    `json:"isfCategory"`
	Reason      string `json:"reason"`
	From        Date   `json:"from"` // first day
	// IncludesRunning says that placements that have begun stop too.
	IncludesRunning bool `json:"includesRunning"`
}

// LEReinstated says that a suspension is over.
type LEReinstated struct {
	Suspension uuid.UUID `json:"suspension"`
	LE         uuid.UUID `json:"le"`
	On         Date      `json:"on"` // first day without it
	Reason     string    `json:"reason"`
}

// QualityConcernRaised says that something may be wrong in an environment.
type QualityConcernRaised struct {
	Concern uuid.UUID     `json:"concern"`
	LE      uuid.UUID     `json:"le"`
	Domain  QualityDomain `json:"domain"`
	Risk    QualityRisk   `json:"risk"`
	Subject string        `json:"subject"`
	On      Date          `json:"on"`
}

// QualityConcernClosed says what became of a concern.
type QualityConcernClosed struct {
	Concern uuid.UUID `json:"concern"`
	LE      uuid.UUID `json:"le"`
	On      Date      `json:"on"`
	Outcome string    `json:"outcome"`
}

func (LEApplicationSubmitted) EventType() string { return "LEApplicationSubmitted" }
func (LEVisitHeld) EventType() string            { return "LEVisitHeld" }
func (LEApprovalRecommended) EventType() string  { return "LEApprovalRecommended" }
func (LEApprovalDecided) EventType() string      { return "LEApprovalDecided" }
func (LEActionCompleted) EventType() string      { return "LEActionCompleted" }
func (LEApprovalLapsed) EventType() string       { return "LEApprovalLapsed" }
func (LESuspended) EventType() string            { return "LESuspended" }
func (LEReinstated) EventType() string           { return "LEReinstated" }
func (QualityConcernRaised) EventType() string   { return "QualityConcernRaised" }
func (QualityConcernClosed) EventType() string   { return "QualityConcernClosed" }

func (LEApplicationSubmitted) isEvent() {}
func (LEVisitHeld) isEvent()            {}
func (LEApprovalRecommended) isEvent()  {}
func (LEApprovalDecided) isEvent()      {}
func (LEActionCompleted) isEvent()      {}
func (LEApprovalLapsed) isEvent()       {}
func (LESuspended) isEvent()            {}
func (LEReinstated) isEvent()           {}
func (QualityConcernRaised) isEvent()   {}
func (QualityConcernClosed) isEvent()   {}
