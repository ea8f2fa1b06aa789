package domain

import (
	"regexp"
	"strings"

	"github.com/google/uuid"
)

// The forms of the codes of the Organisation Data Service (ODS), as observed
// in published files. New area codes have five characters, letter-digit-
// letter-digit-letter.
var (
	regionCode   = regexp.MustCompile(`^(Y[0-9]{2}|[A-Z][0-9][A-Z][0-9][A-Z])$`)
	icbCode      = regexp.MustCompile(`^(Q[A-Z0-9]{2}|[A-Z][0-9][A-Z][0-9][A-Z])$`)
	subICBCode   = regexp.MustCompile(`^([0-9]{2}[A-Z]|[A-Z][0-9][A-Z][0-9][A-Z])$`)
	pcnCode      = regexp.MustCompile(`^U[0-9]{5}$`)
	practiceCode = regexp.MustCompile(`^[A-HJ-NPWY][0-9]{5}$`)
	partyCode    = regexp.MustCompile(`^[A-Z0-9][A-Z0-9-]{1,19}$`)
	localitySlug = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)
)

// IsRegion, IsICB, IsSubICB, IsPCN and IsPractice report whether a code has
// the form of its kind. Existence is for the register of organisations.
func IsRegion(s string) bool   { return regionCode.MatchString(s) }
func IsICB(s string) bool      { return icbCode.MatchString(s) }
func IsSubICB(s string) bool   { return subICBCode.MatchString(s) }
func IsPCN(s string) bool      { return pcnCode.MatchString(s) }
func IsPractice(s string) bool { return practiceCode.MatchString(s) }

// IsParty reports whether a code may name an organisation of any class: an ODS
// code, or another register's number behind the register's letters, such as
// UKPRN-10007814 or CH-01234567.
func IsParty(s string) bool { return partyCode.MatchString(s) }

// IsPerson reports whether a text is the random id of a person, in the one
// spelling that ids are compared in and streams are named by.
func IsPerson(s string) bool {
	id, err := uuid.Parse(s)
	return err == nil && id != uuid.Nil && id.String() == s
}

// HubID names a Training Hub: the ICB's code for the hub of an ICS ("QE1"),
// and code~slug for a locality hub under it ("QE1~fylde-coast"). Hubs have no
// ODS code of their own.
type HubID string

// ICB is the code of the ICS the hub belongs to.
func (h HubID) ICB() string {
	icb, _, _ := strings.Cut(string(h), "~")
	return icb
}

// IsLocality reports whether the id is a locality hub's.
func (h HubID) IsLocality() bool { return strings.Contains(string(h), "~") }

// Valid reports whether the id has the form of a hub's.
func (h HubID) Valid() bool {
	icb, slug, locality := strings.Cut(string(h), "~")
	return IsICB(icb) && (!locality || localitySlug.MatchString(slug))
}
