package domain

import "github.com/google/uuid"

// The events of a hub's stream about what hubs share: staff, places and money
// that one lends or gives to another, and resources that people are pointed to.

// ShareDirection is which way a resource goes, seen from the hub of an event.
type ShareDirection string

// The directions.
const (
	ShareOut ShareDirection = "OUT" // the hub gives
	ShareIn  ShareDirection = "IN"  // the hub gets
)

// KPICredit is whose indicators count what comes of a share. Whatever it is,
// they count it once.
type KPICredit string

// The rules of credit.
const (
	CreditDeliverer   KPICredit = "DELIVERER"   // the hub that gives
	CreditBeneficiary KPICredit = "BENEFICIARY" // the hub that gets
)

// Valid reports whether c is one of the rules.
func (c KPICredit) Valid() bool { return c == CreditDeliverer || c == CreditBeneficiary }

// ShareAmount is how much is shared: of one sort, the others are 0.
type ShareAmount struct {
	FTE    FTE   `json:"fte,omitzero" jsonschema:"Of staff: full-time equivalents on every day, a decimal in a string such as 0.5."`
	Places int64 `json:"places,omitzero" jsonschema:"Of places for learners or on courses: how many."`
	Pence  Pence `json:"pence,omitzero" jsonschema:"Of money: pence, once."`
}

// Opposite is the amount on the other side: both sum to zero.
func (a ShareAmount) Opposite() ShareAmount { return ShareAmount{-a.FTE, -a.Places, -a.Pence} }

// ResourceShare is what every event of a share says of it, seen from one of its
// two hubs. Each side is told in the stream of its ICS, under the same id.
type ResourceShare struct {
	Share       uuid.UUID      `json:"share"`
	Hub         HubID          `json:"hub"`         // whose side it is
	Counterpart HubID          `json:"counterpart"` // the hub on the other side
	Direction   ShareDirection `json:"direction"`
	Resource    string         `json:"resource"` // in words
	Amount      ShareAmount    `json:"amount"`   // below 0 where it goes OUT
	Credit      KPICredit      `json:"credit"`
	From        Date           `json:"from"`           // first day; of money, the day it is given
	Until       Date           `json:"until,omitzero"` // planned last day, where there is one
	// Transfer is the transfer by which money goes; between hubs of one ICS the
	// virement.
	Transfer uuid.UUID `json:"transfer,omitzero"`
}

// ResourceShareOffered says that a hub shares what it has with another: the side
// of the hub that gives. Until the other side is told too, it is on offer.
type ResourceShareOffered struct {
	ResourceShare
	// ExceedsIn is the domain of the maturity matrix that the hub leads in;
	// Reason is why it can share, where it is another.
	ExceedsIn string `json:"exceedsIn,omitzero"`
	Reason    string `json:"reason,omitzero"`
	On        Date   `json:"on"` // day it was offered
}

// ResourceShareAccepted is the side of the hub that gets.
type ResourceShareAccepted struct {
	ResourceShare
	On Date `json:"on"` // day it was accepted
}

// ResourceShareEnded says that a side of a share ends; its amount counts until
// then.
type ResourceShareEnded struct {
	ResourceShare
	On     Date   `json:"on"` // last day; that before its first where it never began
	Reason string `json:"reason"`
}

// ResourceCatalogued says that a hub points people to something to learn from,
// whoever made it. That is activity and costs nothing.
type ResourceCatalogued struct {
	Resource uuid.UUID `json:"resource"`
	Hub      HubID     `json:"hub"`
	Title    string    `json:"title"`
	Owner    string    `json:"owner"` // code of the organisation whose it is
	URI      string    `json:"uri"`
	Scope    Scope     `json:"scope"`          // whom it was made for
	Tags     []string  `json:"tags,omitempty"` // topics, ascending
	On       Date      `json:"on"`
}

// ResourcePublished says that a hub has put a resource on a platform, for
// others to use.
type ResourcePublished struct {
	Resource uuid.UUID `json:"resource"`
	Hub      HubID     `json:"hub"`
	Platform string    `json:"platform"` // such as LEARNING_HUB; the list is open
	URI      string    `json:"uri,omitzero"`
	On       Date      `json:"on"`
}

func (ResourceShareOffered) EventType() string  { return "ResourceShareOffered" }
func (ResourceShareAccepted) EventType() string { return "ResourceShareAccepted" }
func (ResourceShareEnded) EventType() string    { return "ResourceShareEnded" }
func (ResourceCatalogued) EventType() string    { return "ResourceCatalogued" }
func (ResourcePublished) EventType() string     { return "ResourcePublished" }

func (ResourceShareOffered) isEvent()  {}
func (ResourceShareAccepted) isEvent() {}
func (ResourceShareEnded) isEvent()    {}
func (ResourceCatalogued) isEvent()    {}
func (ResourcePublished) isEvent()     {}
