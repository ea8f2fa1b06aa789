package domain

import "github.com/google/uuid"

// The events of the stream "national" that say by what guidance hubs work,
// who they account to, and what was passed on to them.

// GuidanceIssued says that a version of a guidance is issued. The versions of
// a guidance follow one another: each supersedes the one before.
type GuidanceIssued struct {
	Code          string `json:"code"`
	Version       string `json:"version"`
	Title         string `json:"title"`
	EffectiveFrom Date   `json:"effectiveFrom"`       // first day
	Supersedes    string `json:"supersedes,omitzero"` // version of the same guidance; none of the first
}

// OperatingModelPublished says that a Primary Care School publishes a version
// of its Operating Model, which its hubs are to adopt.
type OperatingModelPublished struct {
	School        string `json:"school"`
	Version       string `json:"version"`
	EffectiveFrom Date   `json:"effectiveFrom"` // first day
}

// EndorsementRecorded says that a body recognises and endorses a version of
// the process by which learning environments and educators are approved.
type EndorsementRecorded struct {
	Body           string `json:"body"`
	ProcessVersion string `json:"processVersion"`
	On             Date   `json:"on"`
}

// NotificationReceivedByHEE says that the accountable body was told of
// something that may concern hubs. Whether it is passed on is a decision.
type NotificationReceivedByHEE struct {
	Notification uuid.UUID         `json:"notification"`
	Source       string            `json:"source"` // published name of who sent it
	SourceClass  OrganisationClass `json:"sourceClass"`
	Subject      string            `json:"subject"`
	DocHash      Hash              `json:"docHash,omitzero"` // of the document, where there is one
	On           Date              `json:"on"`
}

// NotificationPassedToHub says to which hubs a notification was passed on, and
// who decided that. Hubs that it was passed to before are not named again.
type NotificationPassedToHub struct {
	Notification uuid.UUID `json:"notification"`
	Hubs         []HubID   `json:"hubs"` // ascending
	DecidedBy    uuid.UUID `json:"decidedBy"`
	On           Date      `json:"on"`
}

// AccountableBodyNamed says to whom hubs account from a day on: until To,
// where it is named, and otherwise until the day before the next one's first.
// The same party and first day again, with a last day, ends it.
type AccountableBodyNamed struct {
	Party string `json:"party"`
	From  Date   `json:"from"`        // first day
	To    Date   `json:"to,omitzero"` // last day
}

func (GuidanceIssued) EventType() string            { return "GuidanceIssued" }
func (OperatingModelPublished) EventType() string   { return "OperatingModelPublished" }
func (EndorsementRecorded) EventType() string       { return "EndorsementRecorded" }
func (NotificationReceivedByHEE) EventType() string { return "NotificationReceivedByHEE" }
func (NotificationPassedToHub) EventType() string   { return "NotificationPassedToHub" }
func (AccountableBodyNamed) EventType() string      { return "AccountableBodyNamed" }

func (GuidanceIssued) isEvent()            {}
func (OperatingModelPublished) isEvent()   {}
func (EndorsementRecorded) isEvent()       {}
func (NotificationReceivedByHEE) isEvent() {}
func (NotificationPassedToHub) isEvent()   {}
func (AccountableBodyNamed) isEvent()      {}
