package domain

import (
	"fmt"

	"github.com/google/uuid"
)

// The events of a hub's stream that say what it commissions: its programmes,
// and what became of them.

// ProgrammeMode is what the hub does for a programme.
type ProgrammeMode string

// The modes.
const (
	ModeAdvise  ProgrammeMode = "ADVISE"
	ModeDevelop ProgrammeMode = "DEVELOP"
	ModeDeliver ProgrammeMode = "DELIVER"
	ModeProcure ProgrammeMode = "PROCURE"
)

// Valid reports whether m is one of the modes.
func (m ProgrammeMode) Valid() bool {
	switch m {
	case ModeAdvise, ModeDevelop, ModeDeliver, ModeProcure:
		return true
	}
	return false
}

// ProgrammeClass is whether a programme needs quality assurance.
type ProgrammeClass string

// The classes.
const (
	ClassFormal   ProgrammeClass = "FORMAL"   // courses and formal training
	ClassInformal ProgrammeClass = "INFORMAL" // events, networking, resources
)

// Valid reports whether c is one of the classes.
func (c ProgrammeClass) Valid() bool { return c == ClassFormal || c == ClassInformal }

// CPDPoints is a number of points of continuing professional development, in
// hundredths. Its text is a decimal without trailing zeros: "1.5".
type CPDPoints int64

func (p CPDPoints) String() string { return formatFixed(int64(p), 2, true) }

// AppendText implements encoding.TextAppender.
func (p CPDPoints) AppendText(b []byte) ([]byte, error) { return append(b, p.String()...), nil }

// MarshalText implements encoding.TextMarshaler.
func (p CPDPoints) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (p *CPDPoints) UnmarshalText(b []byte) error {
	n, err := parseFixed(string(b), 2)
	if err != nil {
		return fmt.Errorf("%q is not a number of CPD points: %w", b, err)
	}
	*p = CPDPoints(n)
	return nil
}

// ProgrammeProposed says what a programme is to be. Whom the hub accounts to
// for it and to whom it is responsible are two things, and stay two.
type ProgrammeProposed struct {
	Programme      uuid.UUID      `json:"programme"`
	Hub            HubID          `json:"hub"` // who runs it
	Title          string         `json:"title"`
	Mode           ProgrammeMode  `json:"mode"`
	Category       string         `json:"category"`
	Class          ProgrammeClass `json:"class"`
	Audience       string         `json:"audience"`
	Function       string         `json:"function"`               // core function of hubs that it belongs to
	Priorities     []uuid.UUID    `json:"priorityRefs,omitempty"` // that it is to serve
	AccountableTo  string         `json:"accountableTo"`          // body that hubs account to
	ResponsibleTo  string         `json:"responsibleTo"`          // the ICS, by its ICB's code
	PlanObjectives []string       `json:"planObjectives,omitempty"`
	Tags           []string       `json:"tags,omitempty"`
}

// ProgrammeQualityAssured says that somebody found a programme good enough.
type ProgrammeQualityAssured struct {
	Programme     uuid.UUID `json:"programme"`
	By            string    `json:"by"` // organisation
	Standard      string    `json:"standard"`
	Accreditation string    `json:"accreditation,omitzero"`
	CPDPoints     CPDPoints `json:"cpdPoints,omitzero"`
	On            Date      `json:"on"`
	ValidTo       Date      `json:"validTo"` // last day
}

// Formal reports whether it lets a formal programme go ahead on a day.
func (q ProgrammeQualityAssured) Formal(day Date) bool {
	return (q.Accreditation != "" || q.CPDPoints > 0) && q.On <= day && day <= q.ValidTo
}

// ProgrammeLaunched says that a programme begins.
type ProgrammeLaunched struct {
	Programme uuid.UUID `json:"programme"`
	On        Date      `json:"on"` // first day
}

// ProgrammeSessionDelivered says that a session of a programme was held.
type ProgrammeSessionDelivered struct {
	Programme uuid.UUID `json:"programme"`
	Session   uuid.UUID `json:"session"`
	On        Date      `json:"on"`
	Places    int       `json:"places"`    // that there were
	Attended  int       `json:"attended"`  // people
	Completed int       `json:"completed"` // of those who attended
}

// ProgrammeClosed says that a programme is over.
type ProgrammeClosed struct {
	Programme uuid.UUID `json:"programme"`
	On        Date      `json:"on"` // last day
	Reason    string    `json:"reason"`
}

func (ProgrammeProposed) EventType() string         { return "ProgrammeProposed" }
func (ProgrammeQualityAssured) EventType() string   { return "ProgrammeQualityAssured" }
func (ProgrammeLaunched) EventType() string         { return "ProgrammeLaunched" }
func (ProgrammeSessionDelivered) EventType() string { return "ProgrammeSessionDelivered" }
func (ProgrammeClosed) EventType() string           { return "ProgrammeClosed" }

func (ProgrammeProposed) isEvent()         {}
func (ProgrammeQualityAssured) isEvent()   {}
func (ProgrammeLaunched) isEvent()         {}
func (ProgrammeSessionDelivered) isEvent() {}
func (ProgrammeClosed) isEvent()           {}
