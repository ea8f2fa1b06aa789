package interest

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// DeclareInterest declares an interest of the person.
type DeclareInterest struct {
	Interest uuid.UUID               `json:"interest,omitzero" jsonschema:"The interest's id; made from the command's id where it is left out."`
	Category domain.InterestCategory `json:"category" jsonschema:"FIN (financial), NFPI (non-financial professional), NFPE (non-financial personal) or IND (indirect: somebody closely associated holds it)."`
	Nature   string                  `json:"nature" jsonschema:"What the interest is, at most 500 characters, no names of persons."`
	Org      string                  `json:"org,omitzero" jsonschema:"Code of the organisation it is in, where there is one. Decisions are held against this, not against the text."`
	Arose    domain.Date             `json:"arose" jsonschema:"The first day it was held, YYYY-MM-DD."`
	Ends     domain.Date             `json:"ends,omitzero" jsonschema:"The last day it is held, YYYY-MM-DD, where that is known."`
	Relation domain.Relation         `json:"relation,omitzero" jsonschema:"Of an indirect interest, what its holder is to the person: SPOUSE (or partner), PARENT, CHILD, SIBLING, OTHER_RELATIVE, CLOSE_FRIEND or BUSINESS_PARTNER. Never a name."`
}

// AmendInterest declares an interest differently. It says all of it anew.
type AmendInterest struct {
	Interest uuid.UUID               `json:"interest" jsonschema:"The interest's id."`
	Category domain.InterestCategory `json:"category" jsonschema:"FIN (financial), NFPI (non-financial professional), NFPE (non-financial personal) or IND (indirect: somebody closely associated holds it)."`
	Nature   string                  `json:"nature" jsonschema:"What the interest is, at most 500 characters, no names of persons."`
	Org      string                  `json:"org,omitzero" jsonschema:"Code of the organisation it is in, where there is one."`
	Arose    domain.Date             `json:"arose" jsonschema:"The first day it was held, YYYY-MM-DD."`
	Ends     domain.Date             `json:"ends,omitzero" jsonschema:"The last day it is held, YYYY-MM-DD; left out where it is held on."`
	Relation domain.Relation         `json:"relation,omitzero" jsonschema:"Of an indirect interest, what its holder is to the person, as when it is declared. Never a name."`
	Reason   string                  `json:"reason" jsonschema:"Why it is declared differently, at most 500 characters, no names."`
}

// EndInterest records that an interest is no longer held.
type EndInterest struct {
	Interest uuid.UUID   `json:"interest" jsonschema:"The interest's id."`
	On       domain.Date `json:"on" jsonschema:"The last day it was held, YYYY-MM-DD."`
}

// MakeNilReturn states that the person holds no interest.
type MakeNilReturn struct {
	On domain.Date `json:"on" jsonschema:"The day it speaks of, YYYY-MM-DD."`
}

// RefreshDeclaration states that the person holds the interests declared, and
// no others.
type RefreshDeclaration struct {
	On domain.Date `json:"on" jsonschema:"The day it speaks of, YYYY-MM-DD."`
}

// RecordGift records that the person was offered a gift.
type RecordGift struct {
	Gift       uuid.UUID        `json:"gift,omitzero" jsonschema:"The gift's id; made from the command's id where it is left out."`
	From       string           `json:"from" jsonschema:"Who offered it: the code of an organisation, or a person's random id, a UUID in small letters. Gifts of one giver add up."`
	Supplier   bool             `json:"supplier" jsonschema:"Whether that is a supplier or contractor, or may become one."`
	Kind       domain.OfferKind `json:"kind" jsonschema:"CASH, VOUCHER, BRANDED_AID (a low-cost aid that bears the giver's name, such as a pen) or GIFT."`
	Value      domain.Pence     `json:"valuePence" jsonschema:"Its value in pence, estimated where it is not known."`
	On         domain.Date      `json:"on" jsonschema:"The day it was offered, YYYY-MM-DD."`
	Accepted   bool             `json:"accepted" jsonschema:"Whether it was accepted. Offers that were declined are recorded too."`
	OnBehalf   bool             `json:"onBehalf,omitzero" jsonschema:"Whether it was accepted for the organisation, not kept."`
	ApprovedBy uuid.UUID        `json:"approvedBy,omitzero" jsonschema:"Random id of the senior person who approved it, where one did."`
}

// RecordHospitality records that the person was offered hospitality.
type RecordHospitality struct {
	Hospitality uuid.UUID        `json:"hospitality,omitzero" jsonschema:"The hospitality's id; made from the command's id where it is left out."`
	From        string           `json:"from" jsonschema:"Who offered it: the code of an organisation, or a person's random id, a UUID in small letters."`
	Supplier    bool             `json:"supplier" jsonschema:"Whether that is a supplier or contractor, or may become one."`
	Kind        domain.OfferKind `json:"kind" jsonschema:"MEAL (meals and refreshments), TRAVEL or ACCOMMODATION."`
	Value       domain.Pence     `json:"valuePence" jsonschema:"Its value in pence, estimated where it is not known."`
	Modest      bool             `json:"modest" jsonschema:"Whether travel or accommodation is not more than a public body would pay: neither business class nor abroad."`
	On          domain.Date      `json:"on" jsonschema:"The day it was offered for, YYYY-MM-DD."`
	Accepted    bool             `json:"accepted" jsonschema:"Whether it was accepted. Offers that were declined are recorded too."`
	OnBehalf    bool             `json:"onBehalf,omitzero" jsonschema:"Whether it was accepted for the organisation."`
	ApprovedBy  uuid.UUID        `json:"approvedBy,omitzero" jsonschema:"Random id of the senior person who approved it, where one did."`
}

func (c DeclareInterest) declared() domain.DeclaredInterest {
	return domain.DeclaredInterest{Category: c.Category, Nature: c.Nature, Org: c.Org, Arose: c.Arose, Ends: c.Ends, Relation: c.Relation}
}

func (c AmendInterest) declared() domain.DeclaredInterest {
	return domain.DeclaredInterest{Category: c.Category, Nature: c.Nature, Org: c.Org, Arose: c.Arose, Ends: c.Ends, Relation: c.Relation}
}

func (c RecordGift) offer() domain.Offer {
	return domain.Offer{
		From: c.From, Supplier: c.Supplier, Kind: c.Kind, Value: c.Value, On: c.On,
		Accepted: c.Accepted, OnBehalf: c.OnBehalf, ApprovedBy: c.ApprovedBy,
	}
}

func (c RecordHospitality) offer() domain.Offer {
	return domain.Offer{
		From: c.From, Supplier: c.Supplier, Kind: c.Kind, Value: c.Value, On: c.On,
		Accepted: c.Accepted, OnBehalf: c.OnBehalf, ApprovedBy: c.ApprovedBy,
	}
}

// CommandName implements domain.CommandData.
func (DeclareInterest) CommandName() string { return "declare-interest" }

// CommandName implements domain.CommandData.
func (AmendInterest) CommandName() string { return "amend-interest" }

// CommandName implements domain.CommandData.
func (EndInterest) CommandName() string { return "end-interest" }

// CommandName implements domain.CommandData.
func (MakeNilReturn) CommandName() string { return "make-nil-return" }

// CommandName implements domain.CommandData.
func (RefreshDeclaration) CommandName() string { return "refresh-declaration" }

// CommandName implements domain.CommandData.
func (RecordGift) CommandName() string { return "record-gift" }

// CommandName implements domain.CommandData.
func (RecordHospitality) CommandName() string { return "record-hospitality" }
