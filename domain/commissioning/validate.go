package commissioning

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxRef        = 100
	maxList       = 50 // ids, codes and words of a list
	maxCount      = 1_000_000
	maxPoints     = 100_000 // CPD points, in hundredths
	maxWeight     = 1000
	maxOfCriteria = 30
)

// needed checks that an id is given.
func needed(f *domain.FieldErrors, id uuid.UUID, pointer, of string) {
	f.Check(id != uuid.Nil, pointer, "is required, the id of %s", of)
}

// party checks that a code may be that of an organisation.
func party(f *domain.FieldErrors, code, pointer string) {
	f.Check(domain.IsParty(code), pointer, "should be the code of an organisation, such as RXX or CH-01234567")
}

func optionalParty(f *domain.FieldErrors, code, pointer string) {
	if code != "" {
		party(f, code, pointer)
	}
}

func locality(f *domain.FieldErrors, hub domain.HubID) {
	f.Check(hub == "" || hub.Valid() && hub.IsLocality(), "/hub", "should be a locality hub such as QE1~fylde-coast, or left out for the ICS hub")
}

// key checks the form of a name in an open list.
func key(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsKey(s), pointer, "should be 2 to 40 capital letters, digits and underscores, the first a letter")
}

// distinct checks the length of a list, and that it says nothing twice.
func distinct[T comparable](f *domain.FieldErrors, list []T, pointer string, least, most int) {
	f.Check(len(list) >= least && len(list) <= most, pointer, "has %d entries; it should have %d to %d", len(list), least, most)
	seen := make(map[T]bool, len(list))
	for i, one := range list {
		f.Check(!seen[one], at(pointer, i), "names %v a second time", one)
		seen[one] = true
	}
}

// ids checks a list of ids.
func ids(f *domain.FieldErrors, list []uuid.UUID, pointer, of string, least int) {
	distinct(f, list, pointer, least, maxList)
	for i, id := range list {
		needed(f, id, at(pointer, i), of)
	}
}

// period checks the first and the last day of something.
func period(f *domain.FieldErrors, from, to domain.Date, pointerFrom, pointerTo string) {
	f.Required(from, pointerFrom)
	f.Required(to, pointerTo)
	f.Check(from <= to, pointerTo, "should not be before the first day, %s", from)
}

func count(f *domain.FieldErrors, n int, pointer string, least, most int) {
	f.Check(n >= least && n <= most, pointer, "is %d; it should be %d to %d", n, least, most)
}

func at(pointer string, i int) string { return fmt.Sprintf("%s/%d", pointer, i) }

// Validate implements domain.CommandData.
func (c ProposeProgramme) Validate(f *domain.FieldErrors) {
	locality(f, c.Hub)
	f.Text(c.Title, "/title", 1, domain.MaxName)
	f.Check(c.Mode.Valid(), "/mode", "should be ADVISE, DEVELOP, DELIVER or PROCURE")
	key(f, c.Category, "/category")
	f.Check(c.Class.Valid(), "/class", "should be FORMAL or INFORMAL")
	f.Text(c.Audience, "/audience", 1, domain.MaxName)
	key(f, c.Function, "/function")
	ids(f, c.Priorities, "/priorityRefs", "a priority", 0)
	optionalParty(f, c.AccountableTo, "/accountableTo")
	distinct(f, c.PlanObjectives, "/planObjectives", 0, maxList)
	for i, s := range c.PlanObjectives {
		f.Text(s, at("/planObjectives", i), 1, maxRef)
	}
	distinct(f, c.Tags, "/tags", 0, maxList)
	for i, s := range c.Tags {
		key(f, s, at("/tags", i))
	}
}

// Validate implements domain.CommandData.
func (c AssureProgramme) Validate(f *domain.FieldErrors) {
	needed(f, c.Programme, "/programme", "the programme")
	party(f, c.By, "/by")
	f.Text(c.Standard, "/standard", 1, domain.MaxName)
	f.Text(c.Accreditation, "/accreditation", 0, domain.MaxName)
	f.Check(c.CPDPoints >= 0 && c.CPDPoints <= maxPoints, "/cpdPoints", "should be 0 to %s", domain.CPDPoints(maxPoints))
	period(f, c.On, c.ValidTo, "/on", "/validTo")
}

// Validate implements domain.CommandData.
func (c LaunchProgramme) Validate(f *domain.FieldErrors) {
	needed(f, c.Programme, "/programme", "the programme")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c RecordSession) Validate(f *domain.FieldErrors) {
	needed(f, c.Programme, "/programme", "the programme")
	f.Required(c.On, "/on")
	count(f, c.Places, "/places", 0, maxCount)
	count(f, c.Attended, "/attended", 0, maxCount)
	f.Check(c.Completed >= 0 && c.Completed <= c.Attended, "/completed", "is %d; it should be 0 to the number who attended, %d", c.Completed, c.Attended)
}

// Validate implements domain.CommandData.
func (c CloseProgramme) Validate(f *domain.FieldErrors) {
	needed(f, c.Programme, "/programme", "the programme")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}
