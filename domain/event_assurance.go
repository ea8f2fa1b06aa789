package domain

import "github.com/google/uuid"

// The events that say how far a hub is, what it does not deliver, and who
// delivers instead. Matrices are of the stream "national", all others of a
// hub's stream.

// ClassLocalOffice is the class of a local office of the body that hubs account
// to.
const ClassLocalOffice OrganisationClass = "HEE_LOCAL_OFFICE"

// MaturityLevel is how far a hub can be in a domain.
type MaturityLevel struct {
	Level int    `json:"level" jsonschema:"The level's number, 0 or more."`
	Title string `json:"title" jsonschema:"What it is called, such as emerging."`
}

// MaturityDomain is what a hub is assessed in.
type MaturityDomain struct {
	Domain       string   `json:"domain" jsonschema:"Code of the domain: 2 to 40 capital letters, digits and underscores, such as WORKFORCE_PLANNING."`
	Title        string   `json:"title" jsonschema:"What it is called."`
	Requirements []string `json:"requirements,omitempty" jsonschema:"Codes of what hubs are to deliver in it, as hub contracts name them, each once: the core functions. Left out where it is about none."`
}

// MaturityMatrixPublished says by what the maturity of hubs is assessed on some
// days, according to a publication: a version of a matrix. On a day that
// several versions speak of, the highest counts.
type MaturityMatrixPublished struct {
	Matrix  string           `json:"matrix"`  // code
	Version int              `json:"version"` // 1, 2, …
	Title   string           `json:"title"`
	Domains []MaturityDomain `json:"domains"` // in the publication's order
	Levels  []MaturityLevel  `json:"levels"`  // ascending
	// MeetsFrom is the lowest level at which a hub meets what a domain is
	// about, ExceedsFrom the lowest at which it exceeds it.
	MeetsFrom   int    `json:"meetsFrom"`
	ExceedsFrom int    `json:"exceedsFrom"`
	From        Date   `json:"from"`        // first day
	To          Date   `json:"to,omitzero"` // last day
	PublishedOn Date   `json:"publishedOn"`
	SourceDoc   string `json:"sourceDoc"`
}

// MaturityStanding is what a level means by its matrix.
type MaturityStanding string

// The standings.
const (
	StandingNotMet   MaturityStanding = "NOT_MET"
	StandingMet      MaturityStanding = "MET"
	StandingExceeded MaturityStanding = "EXCEEDED"
)

// Standing is what a level means.
func (e MaturityMatrixPublished) Standing(level int) MaturityStanding {
	switch {
	case level >= e.ExceedsFrom:
		return StandingExceeded
	case level >= e.MeetsFrom:
		return StandingMet
	}
	return StandingNotMet
}

// MaturityScore is how far a hub is in one domain.
type MaturityScore struct {
	Domain   string           `json:"domain"`
	Level    int              `json:"level"`
	Standing MaturityStanding `json:"standing"`
	DocHash  Hash             `json:"docHash"` // of the document that shows it
}

// MaturityAssessed says how far a hub is, by a version of a matrix.
type MaturityAssessed struct {
	Assessment uuid.UUID       `json:"assessment"`
	Hub        HubID           `json:"hub"`
	Matrix     string          `json:"matrix"`
	Version    int             `json:"version"`
	Scores     []MaturityScore `json:"scores"`   // in the matrix's order
	Assessor   uuid.UUID       `json:"assessor"` // person
	Party      string          `json:"party"`    // code of whom they assess for
	On         Date            `json:"on"`
}

// Consideration is something that is looked at in the assurance of hubs.
type Consideration string

// The considerations. The list is closed.
const (
	// ConsiderGovernance: appropriate governance is in place.
	ConsiderGovernance Consideration = "GOVERNANCE"
	// ConsiderMaturity: the current maturity of hubs is understood.
	ConsiderMaturity Consideration = "MATURITY"
	// ConsiderPlans: the hub supports the delivery of the ICS's workforce
	// plans, education, training and retention included.
	ConsiderPlans Consideration = "WORKFORCE_PLANS"
	// ConsiderFunding: plans meet what the system needs, and funding is best
	// targeted to current priorities.
	ConsiderFunding Consideration = "FUNDING"
	// ConsiderEngagement: the hub takes part in discussions of the future
	// workforce.
	ConsiderEngagement Consideration = "ENGAGEMENT"
)

// Valid reports whether c is one of the considerations.
func (c Consideration) Valid() bool {
	switch c {
	case ConsiderGovernance, ConsiderMaturity, ConsiderPlans, ConsiderFunding, ConsiderEngagement:
		return true
	}
	return false
}

// AssuranceRating is how sure somebody is, in the terms of government internal
// audit.
type AssuranceRating string

// The ratings, from the best.
const (
	AssuranceSubstantial    AssuranceRating = "SUBSTANTIAL"
	AssuranceModerate       AssuranceRating = "MODERATE"
	AssuranceLimited        AssuranceRating = "LIMITED"
	AssuranceUnsatisfactory AssuranceRating = "UNSATISFACTORY"
)

// Valid reports whether r is one of the ratings.
func (r AssuranceRating) Valid() bool {
	return r.Assures() || r == AssuranceLimited || r == AssuranceUnsatisfactory
}

// Assures reports whether the rating says that things are as they should be, or
// nearly so.
func (r AssuranceRating) Assures() bool { return r == AssuranceSubstantial || r == AssuranceModerate }

// AssuranceAssessed says what was found of a hub in one consideration, for a
// period.
type AssuranceAssessed struct {
	Assessment uuid.UUID       `json:"assessment"`
	Hub        HubID           `json:"hub"`
	Item       Consideration   `json:"item"`
	PeriodFrom Date            `json:"periodFrom"` // first day
	PeriodTo   Date            `json:"periodTo"`   // last day
	Rating     AssuranceRating `json:"rating"`
	Findings   string          `json:"findings"`
	DocHashes  []Hash          `json:"docHashes"` // of the documents that show it
	Assessor   uuid.UUID       `json:"assessor"`  // person
	Party      string          `json:"party"`     // code of whom they assess for
	On         Date            `json:"on"`
}

// UnmetRequirement is something that a hub is to deliver and is not able to.
type UnmetRequirement struct {
	Requirement string `json:"requirement"`
	// Assessment shows it: in Domains, which are about the requirement, the
	// hub does not meet it. None where it is only declared.
	Assessment uuid.UUID `json:"assessment,omitzero"`
	Domains    []string  `json:"domains,omitempty"` // in the matrix's order
	Reason     string    `json:"reason,omitzero"`
}

// DeliveryShortfallDeclared says that a hub is not able to deliver all that it
// is to, from a day on.
type DeliveryShortfallDeclared struct {
	Shortfall uuid.UUID `json:"shortfall"`
	Hub       HubID     `json:"hub"`
	// Contract is the one in force on the day whose schedule names the
	// requirements; none where no schedule of the year does, and they are core
	// functions.
	Contract     uuid.UUID          `json:"contract,omitzero"`
	Requirements []UnmetRequirement `json:"requirements"` // by code, ascending
	On           Date               `json:"on"`           // first day
}

// DeliveryShortfallClosed says that a hub delivers again what it is to.
type DeliveryShortfallClosed struct {
	Shortfall uuid.UUID `json:"shortfall"`
	Hub       HubID     `json:"hub"`
	On        Date      `json:"on"` // first day without it
	Outcome   string    `json:"outcome"`
}

// InterimProviderKind is who delivers in the place of a hub.
type InterimProviderKind string

// The kinds of providers.
const (
	ProviderHub             InterimProviderKind = "HUB" // another hub
	ProviderAccountableBody InterimProviderKind = "ACCOUNTABLE_BODY"
	ProviderOther           InterimProviderKind = "OTHER" // any other organisation
)

// Valid reports whether k is one of the kinds.
func (k InterimProviderKind) Valid() bool {
	return k == ProviderHub || k == ProviderAccountableBody || k == ProviderOther
}

// InterimProvider is who delivers in the place of a hub.
type InterimProvider struct {
	Kind InterimProviderKind `json:"kind" jsonschema:"HUB (another hub), ACCOUNTABLE_BODY (the body that hubs account to) or OTHER (any other organisation)."`
	Code string              `json:"code" jsonschema:"Id of the hub, such as QE1 or QE1~fylde-coast, or code of the organisation."`
}

// InterimArrangementAgreed says who delivers in the place of a hub, on which
// days. Figures of what is delivered then are the provider's.
type InterimArrangementAgreed struct {
	Arrangement  uuid.UUID       `json:"arrangement"`
	Shortfall    uuid.UUID       `json:"shortfall"`
	Hub          HubID           `json:"hub"` // that has the shortfall
	Requirements []string        `json:"requirements"`
	Provider     InterimProvider `json:"provider"`
	From         Date            `json:"from"`     // first day
	Until        Date            `json:"until"`    // last day
	Approver     uuid.UUID       `json:"approver"` // person
	Office       string          `json:"office"`   // code of the local office they approve for
	On           Date            `json:"on"`       // day of the approval
}

// InterimArrangementEnded says that an arrangement is over.
type InterimArrangementEnded struct {
	Arrangement uuid.UUID `json:"arrangement"`
	Shortfall   uuid.UUID `json:"shortfall"`
	Hub         HubID     `json:"hub"`
	Until       Date      `json:"until"` // last day that was agreed
	On          Date      `json:"on"`    // last day that was
	Reason      string    `json:"reason"`
}

// GoodPracticeShared says that a hub told others of something that works.
type GoodPracticeShared struct {
	Practice    uuid.UUID `json:"practice"`
	Hub         HubID     `json:"hub"`
	Title       string    `json:"title"`
	Programme   uuid.UUID `json:"programme,omitzero"` // that it comes from
	Audience    string    `json:"audience"`
	WithHubs    []HubID   `json:"withHubs,omitempty"`    // ascending
	WithParties []string  `json:"withParties,omitempty"` // codes of organisations, ascending
	On          Date      `json:"on"`
}

func (MaturityMatrixPublished) EventType() string   { return "MaturityMatrixPublished" }
func (MaturityAssessed) EventType() string          { return "MaturityAssessed" }
func (AssuranceAssessed) EventType() string         { return "AssuranceAssessed" }
func (DeliveryShortfallDeclared) EventType() string { return "DeliveryShortfallDeclared" }
func (DeliveryShortfallClosed) EventType() string   { return "DeliveryShortfallClosed" }
func (InterimArrangementAgreed) EventType() string  { return "InterimArrangementAgreed" }
func (InterimArrangementEnded) EventType() string   { return "InterimArrangementEnded" }
func (GoodPracticeShared) EventType() string        { return "GoodPracticeShared" }

func (MaturityMatrixPublished) isEvent()   {}
func (MaturityAssessed) isEvent()          {}
func (AssuranceAssessed) isEvent()         {}
func (DeliveryShortfallDeclared) isEvent() {}
func (DeliveryShortfallClosed) isEvent()   {}
func (InterimArrangementAgreed) isEvent()  {}
func (InterimArrangementEnded) isEvent()   {}
func (GoodPracticeShared) isEvent()        {}
