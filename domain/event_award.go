package domain

import "github.com/google/uuid"

// The events of a hub's stream that say what followed from a decision: notices,
// standstill, the award, and what was delivered.

// NoticeKind is what a published notice is.
type NoticeKind string

// The kinds of notices.
const (
	NoticeTransparency NoticeKind = "TRANSPARENCY" // before a direct award
	NoticeTender       NoticeKind = "TENDER"
	NoticeIntent       NoticeKind = "INTENT" // to award
	NoticeAward        NoticeKind = "AWARD"
)

// Valid reports whether k is one of the kinds.
func (k NoticeKind) Valid() bool {
	switch k {
	case NoticeTransparency, NoticeTender, NoticeIntent, NoticeAward:
		return true
	}
	return false
}

// NoticePublished says that a notice was published.
type NoticePublished struct {
	Decision uuid.UUID  `json:"decision"`
	Kind     NoticeKind `json:"kind"`
	Ref      string     `json:"ref"` // of the publication
	On       Date       `json:"on"`
}

// StandstillStarted says that no contract is made for some days, so that
// others may be heard.
type StandstillStarted struct {
	Decision uuid.UUID `json:"decision"`
	On       Date      `json:"on"`    // the day it starts, which does not count
	Until    Date      `json:"until"` // last day, unless somebody is to be heard
}

// RepresentationReceived says that a provider objects.
type RepresentationReceived struct {
	Decision       uuid.UUID `json:"decision"`
	Representation uuid.UUID `json:"representation"`
	From           string    `json:"from"` // organisation
	Subject        string    `json:"subject"`
	On             Date      `json:"on"`
}

// StandstillEnded says that a contract may be made from the day after.
type StandstillEnded struct {
	Decision  uuid.UUID `json:"decision"`
	On        Date      `json:"on"`                 // last day
	RepliedOn Date      `json:"repliedOn,omitzero"` // when those who objected had their last answer
}

// ContractAwarded says that a contract was made with a supplier.
type ContractAwarded struct {
	Award     uuid.UUID         `json:"award"`
	Decision  uuid.UUID         `json:"decision,omitzero"` // none where nothing was decided
	Programme uuid.UUID         `json:"programme,omitzero"`
	Holder    string            `json:"holder,omitzero"` // who makes it for the hub: its host, or a national body
	Supplier  string            `json:"supplier"`
	Class     OrganisationClass `json:"class"` // of the supplier
	From      Date              `json:"from"`  // first day
	To        Date              `json:"to"`    // last day
	Value     Amount            `json:"value"` // whole life
	Route     Route             `json:"route,omitzero"`
	On        Date              `json:"on"` // day it was made
}

// AwardVaried says what an award is from here on, by a decision of its own.
type AwardVaried struct {
	Award     uuid.UUID `json:"award"`
	Variation int       `json:"variation"` // 1, 2, … of the award
	Decision  uuid.UUID `json:"decision,omitzero"`
	To        Date      `json:"to"`    // last day
	Value     Amount    `json:"value"` // whole life, with all there was before
	Reason    string    `json:"reason"`
	On        Date      `json:"on"`
}

// AwardEnded says that an award is over.
type AwardEnded struct {
	Award  uuid.UUID `json:"award"`
	On     Date      `json:"on"` // last day
	Reason string    `json:"reason"`
}

// DeliveryAccepted says that the hub has what it was to get.
type DeliveryAccepted struct {
	Award    uuid.UUID `json:"award"`
	Delivery uuid.UUID `json:"delivery"`
	What     string    `json:"what"`
	Units    int       `json:"units"`
	On       Date      `json:"on"`
}

func (NoticePublished) EventType() string        { return "NoticePublished" }
func (StandstillStarted) EventType() string      { return "StandstillStarted" }
func (RepresentationReceived) EventType() string { return "RepresentationReceived" }
func (StandstillEnded) EventType() string        { return "StandstillEnded" }
func (ContractAwarded) EventType() string        { return "ContractAwarded" }
func (AwardVaried) EventType() string            { return "AwardVaried" }
func (AwardEnded) EventType() string             { return "AwardEnded" }
func (DeliveryAccepted) EventType() string       { return "DeliveryAccepted" }

func (NoticePublished) isEvent()        {}
func (StandstillStarted) isEvent()      {}
func (RepresentationReceived) isEvent() {}
func (StandstillEnded) isEvent()        {}
func (ContractAwarded) isEvent()        {}
func (AwardVaried) isEvent()            {}
func (AwardEnded) isEvent()             {}
func (DeliveryAccepted) isEvent()       {}
