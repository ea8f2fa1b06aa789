package domain

import "regexp"

// The events of the stream "organisations": practices, PCNs, commissioners,
// suppliers and other parties, and how they are related.

// OrganisationClass is what kind of body an organisation is. The list is open:
// a class is 3 to 40 capital letters and underscores.
type OrganisationClass string

// Classes whose codes have a form, and others the ledger's own rules name.
const (
	ClassRegion            OrganisationClass = "REGION"
	ClassICB               OrganisationClass = "ICB"
	ClassSubICB            OrganisationClass = "SUB_ICB"
	ClassPCN               OrganisationClass = "PCN"
	ClassPractice          OrganisationClass = "GP_PRACTICE"
	ClassPrimaryCareSchool OrganisationClass = "PRIMARY_CARE_SCHOOL"
	ClassAccountableBody   OrganisationClass = "ACCOUNTABLE_BODY"
)

var openList = regexp.MustCompile(`^[A-Z][A-Z_]{2,39}$`)

// Valid reports whether c has the form of a class.
func (c OrganisationClass) Valid() bool { return openList.MatchString(string(c)) }

// Fits reports whether a code may be that of an organisation of the class.
func (c OrganisationClass) Fits(code string) bool {
	switch c {
	case ClassRegion:
		return IsRegion(code)
	case ClassICB:
		return IsICB(code)
	case ClassSubICB:
		return IsSubICB(code)
	case ClassPCN:
		return IsPCN(code)
	case ClassPractice:
		return IsPractice(code)
	}
	return IsParty(code)
}

// RelationshipKind is what a child is to its parent.
type RelationshipKind string

// The kinds of relationship. The list is closed.
const (
	RelationCommissionedBy RelationshipKind = "COMMISSIONED_BY" // the parent commissions the child
	RelationPartnerTo      RelationshipKind = "PARTNER_TO"      // the child, a practice, is in the parent, a PCN
	RelationOwner          RelationshipKind = "OWNER"           // the child owns a part of the parent
	RelationDirector       RelationshipKind = "DIRECTOR"        // the child is a director of the parent
	RelationPartner        RelationshipKind = "PARTNER"         // the child is a partner in the parent
	RelationEmployee       RelationshipKind = "EMPLOYEE"        // the parent employs the child
	RelationMember         RelationshipKind = "MEMBER"          // the child is a member of the parent
	RelationSubcontractor  RelationshipKind = "SUBCONTRACTOR"   // the child works for the parent under contract
	RelationParent         RelationshipKind = "PARENT"          // the child lies in, or belongs to, the parent
	RelationHosts          RelationshipKind = "HOSTS"           // the parent hosts the child
)

// Valid reports whether k is one of the kinds.
func (k RelationshipKind) Valid() bool {
	switch k {
	case RelationCommissionedBy, RelationPartnerTo, RelationOwner, RelationDirector, RelationPartner,
		RelationEmployee, RelationMember, RelationSubcontractor, RelationParent, RelationHosts:
		return true
	}
	return false
}

// OfPersons reports whether the child may be a person, by a random id.
func (k RelationshipKind) OfPersons() bool {
	switch k {
	case RelationOwner, RelationDirector, RelationPartner, RelationEmployee, RelationMember:
		return true
	}
	return false
}

// OrganisationRegistered says that a code names an organisation, for ever. The
// same code again, of the same class, gives the organisation another name, or
// the first day that was not known.
type OrganisationRegistered struct {
	Org    string            `json:"org"`
	Name   string            `json:"name"`
	Class  OrganisationClass `json:"class"`
	Opened Date              `json:"opened,omitzero"` // first day, where it is known
}

// OrganisationClosed says that an organisation is no more.
type OrganisationClosed struct {
	Org        string   `json:"org"`
	On         Date     `json:"on"` // last day it was open
	Successors []string `json:"successors,omitempty"`
}

// OrganisationRelationshipRecorded says what one organisation, or person, is
// to another, and on which days. The same child, parent, kind and first day
// again, with a last day, ends it.
type OrganisationRelationshipRecorded struct {
	Child  string           `json:"child"`
	Parent string           `json:"parent"`
	Kind   RelationshipKind `json:"kind"`
	From   Date             `json:"from"`        // first day
	To     Date             `json:"to,omitzero"` // last day
	// StatedBy is the register or publication that says so.
	StatedBy string `json:"statedBy,omitzero"`
}

// LegalStatusRecorded says what an organisation is in law, from a day on.
type LegalStatusRecorded struct {
	Org    string `json:"org"`
	Status string `json:"status"`
	// ContractingAuthority says that procurement law binds what it buys.
	ContractingAuthority bool `json:"contractingAuthority"`
	From                 Date `json:"from"`
}

// PatientListRecorded is a published number of an organisation's patients.
type PatientListRecorded struct {
	Org        string   `json:"org"`
	On         Date     `json:"on"` // the day the figure is of
	Registered Patients `json:"registered"`
	Weighted   Patients `json:"weighted"`
	// Basis says which of several figures of a day it is, such as
	// "last known figure 2022/23".
	Basis string `json:"basis,omitzero"`
}

// PartySucceeded says that by law a party stands where another stood. Its
// contracts stay in force.
type PartySucceeded struct {
	Party     string `json:"party"`
	Successor string `json:"successor"`
	On        Date   `json:"on"` // first day of the successor
}

func (OrganisationRegistered) EventType() string { return "OrganisationRegistered" }
func (OrganisationClosed) EventType() string     { return "OrganisationClosed" }
func (OrganisationRelationshipRecorded) EventType() string {
	return "OrganisationRelationshipRecorded"
}
func (LegalStatusRecorded) EventType() string { return "LegalStatusRecorded" }
func (PatientListRecorded) EventType() string { return "PatientListRecorded" }
func (PartySucceeded) EventType() string      { return "PartySucceeded" }

func (OrganisationRegistered) isEvent()           {}
func (OrganisationClosed) isEvent()               {}
func (OrganisationRelationshipRecorded) isEvent() {}
func (LegalStatusRecorded) isEvent()              {}
func (PatientListRecorded) isEvent()              {}
func (PartySucceeded) isEvent()                   {}
