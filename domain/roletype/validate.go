package roletype

import (
	"fmt"
	"regexp"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxCaps   = 10
	maxPosts  = 1000
	maxCodes  = 20
	maxMonths = 600
)

var band = regexp.MustCompile(`^([1-79]|8[a-d])$`)

// IsBand reports whether s is a band of Agenda for Change, 1 to 9, of which 8
// has the parts a to d.
func IsBand(s string) bool { return band.MatchString(s) }

// Validate implements domain.CommandData.
func (c DefineRoleType) Validate(f *domain.FieldErrors) {
	key(f, c.Code, "/code")
	f.Check(c.Version >= 1, "/version", "should be 1 or more")
	f.Text(c.Title, "/title", 1, domain.MaxName)
	for i, b := range c.Bands {
		at := fmt.Sprintf("/bands/%d", i)
		f.Check(IsBand(b), at, "should be a band of Agenda for Change: 1 to 7, 8a to 8d, or 9")
		once(f, c.Bands[:i], b, at)
	}
	for i, r := range c.Regulators {
		at := fmt.Sprintf("/regulators/%d", i)
		f.Check(r.Valid(), at, "should be GMC, NMC, HCPC, GPHC, GDC, GOC or SWE")
		once(f, c.Regulators[:i], r, at)
	}
	f.Required(c.From, "/from")
	f.Check(c.To.IsZero() || c.To >= c.From, "/to", "should not be before from, %s", c.From)
	c.caps(f)
	f.Check(c.QualifiedWithinMonths >= 0 && c.QualifiedWithinMonths <= maxMonths, "/qualifiedWithinMonths", "should be 0 to %d", maxMonths)
	f.Check(c.NotEmployedMonths >= 0 && c.NotEmployedMonths <= maxMonths, "/notEmployedMonths", "should be 0 to %d", maxMonths)
	f.Check(len(c.Crosswalk) <= maxCodes, "/crosswalk", "has %d codes; it should have at most %d", len(c.Crosswalk), maxCodes)
	seen := make([]string, 0, len(c.Crosswalk))
	for i, x := range c.Crosswalk {
		at := fmt.Sprintf("/crosswalk/%d", i)
		key(f, x.Scheme, at+"/scheme")
		once(f, seen, x.Scheme, at+"/scheme")
		f.Text(x.Code, at+"/code", 1, domain.MaxName)
		seen = append(seen, x.Scheme)
	}
	f.Required(c.PublishedOn, "/publishedOn")
	f.Text(c.SourceDoc, "/sourceDoc", 1, domain.MaxName)
}

// caps checks that the caps are for larger and larger lists, and the last for
// all larger ones, so that every list has one.
func (c DefineRoleType) caps(f *domain.FieldErrors) {
	f.Check(len(c.Caps) <= maxCaps, "/caps", "has %d caps; it should have at most %d", len(c.Caps), maxCaps)
	var before domain.Patients
	for i, one := range c.Caps {
		at := fmt.Sprintf("/caps/%d", i)
		last := i == len(c.Caps)-1
		f.Check(last || one.ListUpTo > before, at+"/listUpTo", "should be above %s, the one before", before)
		f.Check(!last || one.ListUpTo == 0, at+"/listUpTo", "should be left out: the last cap is for all lists that are larger")
		f.Check(one.Posts >= 0 && one.Posts <= maxPosts, at+"/posts", "should be 0 to %d", maxPosts)
		before = one.ListUpTo
	}
}

func key(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsKey(s), pointer, "should be 2 to 40 capital letters, digits and underscores, the first a letter")
}

// once checks that a value is not among those before it.
func once[T comparable](f *domain.FieldErrors, before []T, one T, pointer string) {
	for _, b := range before {
		f.Check(b != one, pointer, "names %v a second time", one)
	}
}
