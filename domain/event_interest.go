package domain

import "github.com/google/uuid"

// The events of the stream of a person: what they declare. A person is a
// random id, the same everywhere; nothing here names one.

// InterestCategory is what kind of interest an interest is.
type InterestCategory string

// The categories of interests.
const (
	InterestFinancial    InterestCategory = "FIN"  // direct financial benefit
	InterestProfessional InterestCategory = "NFPI" // non-financial professional
	InterestPersonal     InterestCategory = "NFPE" // non-financial personal
	InterestIndirect     InterestCategory = "IND"  // of somebody closely associated
)

// Valid reports whether c is one of the categories.
func (c InterestCategory) Valid() bool {
	switch c {
	case InterestFinancial, InterestProfessional, InterestPersonal, InterestIndirect:
		return true
	}
	return false
}

// Relation is what the holder of an indirect interest is to the person. It is
// a class and closed, so that it can hold no name.
type Relation string

// The relations.
const (
	RelatedSpouse     Relation = "SPOUSE" // or civil partner, or partner at home
	RelatedParent     Relation = "PARENT"
	RelatedChild      Relation = "CHILD"
	RelatedSibling    Relation = "SIBLING"
	RelatedOtherwise  Relation = "OTHER_RELATIVE"
	RelatedFriend     Relation = "CLOSE_FRIEND"
	RelatedInBusiness Relation = "BUSINESS_PARTNER"
)

// Valid reports whether r is one of the relations.
func (r Relation) Valid() bool {
	switch r {
	case RelatedSpouse, RelatedParent, RelatedChild, RelatedSibling, RelatedOtherwise, RelatedFriend, RelatedInBusiness:
		return true
	}
	return false
}

// DeclaredInterest is what is declared of an interest.
type DeclaredInterest struct {
	Category InterestCategory `json:"category"`
	Nature   string           `json:"nature"`
	Org      string           `json:"org,omitzero"`      // the organisation it is in; decisions are held against this
	Arose    Date             `json:"arose"`             // first day
	Ends     Date             `json:"ends,omitzero"`     // last day, where it is known
	Relation Relation         `json:"relation,omitzero"` // of an indirect interest
}

// HeldOn reports whether the interest is held on a day.
func (i DeclaredInterest) HeldOn(day Date) bool {
	return i.Arose <= day && (i.Ends.IsZero() || day <= i.Ends)
}

// InterestDeclared says that a person declares an interest. When it was
// declared is when the event was recorded, whatever day a form bears.
type InterestDeclared struct {
	Person   uuid.UUID `json:"person"`
	Interest uuid.UUID `json:"interest"`
	DeclaredInterest
}

// InterestAmended says what an interest is declared as from here on.
type InterestAmended struct {
	Person   uuid.UUID `json:"person"`
	Interest uuid.UUID `json:"interest"`
	DeclaredInterest
	Reason string `json:"reason"`
}

// InterestEnded says that an interest is no longer held.
type InterestEnded struct {
	Person   uuid.UUID `json:"person"`
	Interest uuid.UUID `json:"interest"`
	On       Date      `json:"on"` // last day
}

// NilReturnMade says that a person states to hold no interest.
type NilReturnMade struct {
	Person uuid.UUID `json:"person"`
	On     Date      `json:"on"` // the day it speaks of
}

// DeclarationRefreshed says that a person states to hold the interests
// declared, and no others.
type DeclarationRefreshed struct {
	Person    uuid.UUID   `json:"person"`
	On        Date        `json:"on"`           // the day it speaks of
	Interests []uuid.UUID `json:"interestRefs"` // held on that day, in the order they were declared
}

// OfferKind is what was offered.
type OfferKind string

// The kinds of gifts and of hospitality.
const (
	GiftCash       OfferKind = "CASH"        // money
	GiftVoucher    OfferKind = "VOUCHER"     // as good as money
	GiftBrandedAid OfferKind = "BRANDED_AID" // such as a pen that bears the giver's name
	GiftOther      OfferKind = "GIFT"

	HospitalityMeal          OfferKind = "MEAL" // meals and refreshments
	HospitalityTravel        OfferKind = "TRAVEL"
	HospitalityAccommodation OfferKind = "ACCOMMODATION"
)

// IsGift reports whether k is one of the kinds of gifts.
func (k OfferKind) IsGift() bool {
	switch k {
	case GiftCash, GiftVoucher, GiftBrandedAid, GiftOther:
		return true
	}
	return false
}

// IsHospitality reports whether k is one of the kinds of hospitality.
func (k OfferKind) IsHospitality() bool {
	switch k {
	case HospitalityMeal, HospitalityTravel, HospitalityAccommodation:
		return true
	}
	return false
}

// OfferTreatment is what policy says of an offer.
type OfferTreatment string

// The treatments, from the mildest to the strictest.
const (
	TreatAccept   OfferTreatment = "ACCEPT"            // without declaring it
	TreatDeclare  OfferTreatment = "DECLARE"           // accept and declare
	TreatOnBehalf OfferTreatment = "ACCEPT_ON_BEHALF"  // accept only for the organisation, and declare
	TreatApproval OfferTreatment = "APPROVAL_REQUIRED" // refuse unless a senior approves, and declare
	TreatDecline  OfferTreatment = "DECLINE"           // whoever approves
)

// Declared reports whether an offer so treated is to be declared if it is
// accepted.
func (t OfferTreatment) Declared() bool {
	return t == TreatDeclare || t == TreatOnBehalf || t == TreatApproval
}

// Offer is what is said of a gift or of hospitality.
type Offer struct {
	From       string    `json:"from"`     // an organisation's code, or a person's random id
	Supplier   bool      `json:"supplier"` // that is or may become a supplier or contractor
	Kind       OfferKind `json:"kind"`
	Value      Pence     `json:"valuePence"`
	On         Date      `json:"on"`
	Accepted   bool      `json:"accepted"`
	OnBehalf   bool      `json:"onBehalf,omitzero"`   // accepted for the organisation, not kept
	ApprovedBy uuid.UUID `json:"approvedBy,omitzero"` // a senior person
}

// GiftOffered says that a person was offered a gift, and what became of it.
type GiftOffered struct {
	Person uuid.UUID `json:"person"`
	Gift   uuid.UUID `json:"gift"`
	Offer
	// Total is the most that this gift and those accepted from the same giver
	// come to in any period of the policy that holds its day, and Treatment
	// what the policy says of that, both as known when it was recorded. They
	// are empty where no policy was.
	Total     Pence          `json:"totalPence,omitzero"`
	Treatment OfferTreatment `json:"treatment,omitzero"`
}

// HospitalityRecorded says that a person was offered hospitality, and what
// became of it.
type HospitalityRecorded struct {
	Person      uuid.UUID `json:"person"`
	Hospitality uuid.UUID `json:"hospitality"`
	Offer
	// Modest says that travel or accommodation is not more than a public body
	// would pay: neither business class nor abroad.
	Modest    bool           `json:"modest"`
	Treatment OfferTreatment `json:"treatment,omitzero"` // as of a gift
}

func (InterestDeclared) EventType() string     { return "InterestDeclared" }
func (InterestAmended) EventType() string      { return "InterestAmended" }
func (InterestEnded) EventType() string        { return "InterestEnded" }
func (NilReturnMade) EventType() string        { return "NilReturnMade" }
func (DeclarationRefreshed) EventType() string { return "DeclarationRefreshed" }
func (GiftOffered) EventType() string          { return "GiftOffered" }
func (HospitalityRecorded) EventType() string  { return "HospitalityRecorded" }

func (InterestDeclared) isEvent()     {}
func (InterestAmended) isEvent()      {}
func (InterestEnded) isEvent()        {}
func (NilReturnMade) isEvent()        {}
func (DeclarationRefreshed) isEvent() {}
func (GiftOffered) isEvent()          {}
func (HospitalityRecorded) isEvent()  {}
