package governance

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxQuorum     = 100
	maxCategories = 20
	maxItems      = 100
	maxItem       = 100 // characters of an item's number
	maxAttendees  = 200
	maxActions    = 50
	maxPlans      = 200
)

// Validate implements domain.CommandData.
func (c ConstituteWIG) Validate(f *domain.FieldErrors) {
	f.Text(c.Name, "/name", 1, domain.MaxName)
	f.Text(c.TermsRef, "/termsRef", 1, domain.MaxName)
	quorum(f, c.Quorum)
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c AppointWIGMember) Validate(f *domain.FieldErrors) {
	person(f, c.Person, "/person")
	key(f, c.Capacity, "/capacity")
	f.Check(c.Capacity != domain.CapacityInAttendance, "/capacity", "should be that of a member; who is not one is at meetings as %s", domain.CapacityInAttendance)
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c RecordWIGMemberLeft) Validate(f *domain.FieldErrors) {
	person(f, c.Person, "/person")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c RecordMeeting) Validate(f *domain.FieldErrors) {
	key(f, c.Body, "/body")
	f.Required(c.On, "/on")
	person(f, c.Chair, "/chair")
	f.Check(len(c.Items) >= 1 && len(c.Items) <= maxItems, "/items", "has %d items; it should have 1 to %d", len(c.Items), maxItems)
	seen := make(map[string]bool, len(c.Items))
	for i, item := range c.Items {
		at := fmt.Sprintf("/items/%d", i)
		f.Text(item.Item, at+"/item", 1, maxItem)
		f.Check(!seen[item.Item], at+"/item", "names %s a second time", item.Item)
		seen[item.Item] = true
		f.Text(item.Title, at+"/title", 1, domain.MaxName)
		attendees(f, item.Attendees, at+"/attendees")
	}
	if c.Body != domain.BodyWIG || !noQuorum(c.Quorum) {
		quorum(f, c.Quorum)
	}
}

// attendees checks stays in a room: those of one person follow one another.
func attendees(f *domain.FieldErrors, all []Attendee, pointer string) {
	f.Check(len(all) >= 1 && len(all) <= maxAttendees, pointer, "has %d; it should have 1 to %d", len(all), maxAttendees)
	before := make(map[uuid.UUID]Attendee, len(all))
	for i, a := range all {
		at := fmt.Sprintf("%s/%d", pointer, i)
		person(f, a.Person, at+"/person")
		key(f, a.Capacity, at+"/capacity")
		f.Check(a.In.Valid(), at+"/in", "should be a time of the form HH:MM")
		f.Check(a.Out.Valid(), at+"/out", "should be a time of the form HH:MM")
		f.Check(a.Out == "" || a.In <= a.Out, at+"/out", "should not be before in, %s", a.In)
		if b, again := before[a.Person]; again {
			f.Check(b.Out != "" && a.In != "" && b.Out <= a.In, at+"/in", "should be after the person went out before, %q", b.Out)
			f.Check(a.Capacity == b.Capacity, at+"/capacity", "should be %s, as before", b.Capacity)
		}
		before[a.Person] = a
	}
}

// Validate implements domain.CommandData.
func (c RecordOversightReview) Validate(f *domain.FieldErrors) {
	f.Check(c.Hub.Valid() && c.Hub.IsLocality(), "/hub", "should be the id of a locality hub, such as QE1~fylde-coast")
	f.Required(c.On, "/on")
	f.Text(c.Findings, "/findings", 1, domain.MaxFreeText)
	f.Check(len(c.Actions) <= maxActions, "/actions", "has %d; it should have at most %d", len(c.Actions), maxActions)
	for i, a := range c.Actions {
		f.Text(a, fmt.Sprintf("/actions/%d", i), 1, domain.MaxFreeText)
	}
}

// Validate implements domain.CommandData.
func (c ConfirmPlanAlignment) Validate(f *domain.FieldErrors) {
	ids(f, c.Plans, "/planIds", maxPlans)
	itemOf(f, c.Meeting, c.Item)
}

// Validate implements domain.CommandData.
func (c RecordEngagement) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	f.Text(c.Forum, "/forum", 1, domain.MaxName)
	f.Required(c.On, "/on")
	ids(f, c.Attendees, "/attendees", maxAttendees)
}

// Validate implements domain.CommandData.
func (c EndorsePriority) Validate(f *domain.FieldErrors) {
	f.Text(c.Title, "/title", 1, domain.MaxName)
	f.Check(len(c.Beneficiaries) >= 1, "/beneficiaries", "should name one or more")
	seen := make(map[domain.Beneficiary]bool)
	for i, b := range c.Beneficiaries {
		at := fmt.Sprintf("/beneficiaries/%d", i)
		f.Check(b.Valid(), at, "should be PCN, GP or MDT")
		f.Check(!seen[b], at, "names %s a second time", b)
		seen[b] = true
	}
	f.Required(c.From, "/from")
	f.Required(c.To, "/to")
	f.Check(c.To.IsZero() || c.From <= c.To, "/to", "should not be before from, %s", c.From)
	itemOf(f, c.Meeting, c.Item)
}

func quorum(f *domain.FieldErrors, q domain.Quorum) {
	f.Check(q.Number >= 1 && q.Number <= maxQuorum, "/quorum/number", "should be 1 to %d", maxQuorum)
	f.Check(q.NonConflicted >= 0 && q.NonConflicted <= max(q.Number, 0), "/quorum/nonConflicted", "should be 0 to the number, %d", q.Number)
	f.Check(len(q.Categories) <= maxCategories, "/quorum/categories", "has %d; it should have at most %d", len(q.Categories), maxCategories)
	seen := make(map[string]bool, len(q.Categories))
	for i, c := range q.Categories {
		at := fmt.Sprintf("/quorum/categories/%d", i)
		key(f, c, at)
		f.Check(!seen[c], at, "names %s a second time", c)
		seen[c] = true
	}
}

// noQuorum reports whether none is stated.
func noQuorum(q domain.Quorum) bool {
	return q.Number == 0 && q.NonConflicted == 0 && len(q.Categories) == 0
}

func itemOf(f *domain.FieldErrors, meeting uuid.UUID, item string) {
	f.Check(meeting != uuid.Nil, "/meeting", "is required, the meeting's id")
	f.Text(item, "/item", 1, maxItem)
}

func hub(f *domain.FieldErrors, id domain.HubID) {
	f.Check(id == "" || id.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
}

func person(f *domain.FieldErrors, id uuid.UUID, pointer string) {
	f.Check(id != uuid.Nil, pointer, "is required, the random id of a person")
}

func key(f *domain.FieldErrors, s, pointer string) {
	f.Check(domain.IsKey(s), pointer, "should be 2 to 40 capital letters, digits and underscores, the first a letter")
}

// ids checks a list of ids, each of which is there once.
func ids(f *domain.FieldErrors, all []uuid.UUID, pointer string, most int) {
	f.Check(len(all) >= 1 && len(all) <= most, pointer, "has %d ids; it should have 1 to %d", len(all), most)
	seen := make(map[uuid.UUID]bool, len(all))
	for i, id := range all {
		at := fmt.Sprintf("%s/%d", pointer, i)
		f.Check(id != uuid.Nil, at, "is required, an id")
		f.Check(!seen[id], at, "names %s a second time", id)
		seen[id] = true
	}
}
