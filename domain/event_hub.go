package domain

import "github.com/google/uuid"

// The events of a hub's stream that say which hubs there are, who hosts them
// and with whom they work.

// HubLevel is the level of a Training Hub.
type HubLevel string

// The levels of a hub.
const (
	LevelICS      HubLevel = "ICS"
	LevelLocality HubLevel = "LOCALITY"
)

// HubBasis is what a registration stands on.
type HubBasis string

// The bases of a registration.
const (
	// BasisRegistered: by somebody who knows the hub.
	BasisRegistered HubBasis = "REGISTERED"
	// BasisImplied: by a published file that holds facts of the hub's area.
	BasisImplied HubBasis = "IMPLIED"
)

// Valid reports whether b is one of the bases.
func (b HubBasis) Valid() bool { return b == BasisRegistered || b == BasisImplied }

// HubStatus is what a hub is on a day.
type HubStatus string

// The statuses of a hub whose first day has come.
const (
	HubActive      HubStatus = "ACTIVE"
	HubIsSucceeded HubStatus = "SUCCEEDED" // others have followed it
	HubEnded       HubStatus = "ENDED"     // a locality hub that ended with its ICS hub
)

// Contacts are how an office is reached: its mailbox, its switchboard, its
// pages. They are never a person's.
type Contacts struct {
	Email   string `json:"email,omitzero" jsonschema:"A functional mailbox of the office, never a person's address."`
	Phone   string `json:"phone,omitzero" jsonschema:"The office's switchboard, never a person's number."`
	Website string `json:"website,omitzero" jsonschema:"The hub's pages, beginning with https:// or http://."`
}

// HubRegistered says that there is a hub. A registration with basis REGISTERED
// replaces one with basis IMPLIED of the same hub.
type HubRegistered struct {
	Hub      HubID    `json:"hub"`
	Level    HubLevel `json:"level"`
	Parent   HubID    `json:"parent,omitzero"` // of a locality hub: the ICS hub
	ICB      string   `json:"icb"`
	Name     string   `json:"name"`
	Host     string   `json:"host,omitzero"` // organisation that employs the staff and signs
	Region   string   `json:"region"`
	School   string   `json:"school,omitzero"` // Primary Care School
	From     Date     `json:"from"`            // first day
	Contacts Contacts `json:"contacts,omitzero"`
	Basis    HubBasis `json:"basis"`
}

// LocalityHubEstablished says which PCNs a locality hub serves, from a day on.
// It comes with the registration of that hub.
type LocalityHubEstablished struct {
	Hub    HubID    `json:"hub"`
	Parent HubID    `json:"parent"`
	Area   []string `json:"area"` // codes of PCNs, ascending
	From   Date     `json:"from"`
}

// HubHostChanged says that another organisation hosts a hub.
type HubHostChanged struct {
	Hub         HubID  `json:"hub"`
	From        string `json:"from,omitzero"` // the host before; none where the hub had none
	To          string `json:"to"`
	On          Date   `json:"on"` // first day with the new host
	NovationRef string `json:"novationRef,omitzero"`
}

// PartnershipAgreed says that a hub and another organisation work together.
type PartnershipAgreed struct {
	Partnership uuid.UUID `json:"partnership"`
	Hub         HubID     `json:"hub"`
	Party       string    `json:"party"`
	Purpose     string    `json:"purpose"`
	From        Date      `json:"from"`
	Until       Date      `json:"until,omitzero"` // last day
}

// PartnershipEnded says that they no longer do.
type PartnershipEnded struct {
	Partnership uuid.UUID `json:"partnership"`
	Hub         HubID     `json:"hub"`
	Party       string    `json:"party"`
	On          Date      `json:"on"` // last day
	Reason      string    `json:"reason"`
}

func (HubRegistered) EventType() string          { return "HubRegistered" }
func (LocalityHubEstablished) EventType() string { return "LocalityHubEstablished" }
func (HubHostChanged) EventType() string         { return "HubHostChanged" }
func (PartnershipAgreed) EventType() string      { return "PartnershipAgreed" }
func (PartnershipEnded) EventType() string       { return "PartnershipEnded" }

func (HubRegistered) isEvent()          {}
func (LocalityHubEstablished) isEvent() {}
func (HubHostChanged) isEvent()         {}
func (PartnershipAgreed) isEvent()      {}
func (PartnershipEnded) isEvent()       {}
