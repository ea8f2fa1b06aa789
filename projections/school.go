package projections

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// School is what is known of a Primary Care School: the hubs it oversees on a
// day, and what it has to know of where learners learn there.
type School struct {
	Code string
	Organisation
	Registered   bool
	Current      Fact[domain.OperatingModelPublished] // to be followed on the day
	Hubs         []SchoolHub
	Environments []SchoolEnvironment
	// Differently are applications that the School decided otherwise than the
	// hub recommended, by the day.
	Differently []SchoolDecision
	Concerns    []SchoolConcern // open on the day
	Placements  []Unapproved
	Offers      []OfferedPlaces // on the day
}

// SchoolHub is a hub that the School oversees, and the Operating Model it works
// by.
type SchoolHub struct {
	Hub
	Adopted   Fact[domain.OperatingModelAdopted] // that of the ICS's hub where a locality hub has none
	OnCurrent bool                               // it is the one to be followed; true where none is
}

// SchoolEnvironment is a learning environment, and how many learners are in
// place in it on the day.
type SchoolEnvironment struct {
	Environment
	Learners int
}

// SchoolDecision is an application that was decided otherwise than recommended.
type SchoolDecision struct {
	Environment Environment
	Application Application
}

// SchoolConcern is an open concern about an environment.
type SchoolConcern struct {
	Environment Environment
	Concern     Concern
}

// Unapproved is a placement that started, or goes on, in an environment that is
// not approved for its site and profession.
type Unapproved struct {
	Placement   Placement
	Environment Environment
	AtStart     bool // it was approved when the placement started
	OnTheDay    bool // it is approved on the day asked about
	InPlace     bool // the learner is there on that day
}

// School is a Primary Care School on a day as known at n, and false where
// neither the register of organisations nor a hub knows it.
func (m *Models) School(code string, day domain.Date, n eventstore.Seq) (School, bool) {
	s := School{Code: code}
	s.Organisation, s.Registered = m.Organisations.Get(code, n)
	s.Registered = s.Registered && s.Class == domain.ClassPrimaryCareSchool
	s.Current, _ = m.Standards.ModelOn(code, day, n)
	named := false
	for _, h := range m.Hubs.All(n) {
		if h.School != code {
			continue
		}
		named = true
		if h.ActiveOn(day) {
			current, adopted := m.operatingModel(h, day, n)
			s.Hubs = append(s.Hubs, SchoolHub{Hub: h, Adopted: adopted, OnCurrent: !current.Known() || isAdopted(current, adopted)})
		}
	}
	for _, icb := range s.icbs() {
		s.oversees(m, icb, day, n)
	}
	return s, s.Registered || named
}

// icbs are the ICSs of the School's hubs, ascending.
func (s School) icbs() (icbs []string) {
	for _, h := range s.Hubs {
		icbs = append(icbs, h.ICB)
	}
	slices.Sort(icbs)
	return slices.Compact(icbs)
}

// has reports whether the School oversees a hub: itself, or as a locality hub
// without a School of its own the hub of its ICS.
func (s School) has(m *Models, id domain.HubID, n eventstore.Seq) bool {
	is := func(id domain.HubID) bool {
		return slices.ContainsFunc(s.Hubs, func(h SchoolHub) bool { return h.Hub.Hub == id })
	}
	if own, _ := m.Hubs.Get(id, n); id.IsLocality() && own.School == "" {
		return is(domain.HubID(id.ICB()))
	}
	return is(id)
}

// oversees takes in what the School has to know of one ICS.
func (s *School) oversees(m *Models, icb string, day domain.Date, n eventstore.Seq) {
	hub := domain.HubID(icb)
	places := m.places(hub, n)
	for _, e := range m.Places.Environments(hub, n) {
		if _, there := e.StatusOn(day); !there || !s.has(m, e.Hub, n) {
			continue
		}
		one := SchoolEnvironment{Environment: e}
		for _, p := range places.placements {
			if p.Started.Event.LE == e.ID && p.InPlaceOn(day) {
				one.Learners++
			}
		}
		s.Environments = append(s.Environments, one)
		s.looksInto(e, day)
	}
	for _, p := range places.placements {
		started := p.Started.Event
		if !p.Started.Known() || started.On > day || !s.has(m, p.Hub, n) {
			continue
		}
		e, _ := m.Places.Environment(icb, started.LE, n)
		one := Unapproved{Placement: p, Environment: e, InPlace: p.InPlaceOn(day)}
		one.AtStart = e.ApprovedOn(started.Site, started.Profession, started.On)
		one.OnTheDay = e.ApprovedOn(started.Site, started.Profession, day)
		if !one.AtStart || one.InPlace && !one.OnTheDay {
			s.Placements = append(s.Placements, one)
		}
	}
	for _, o := range places.on(day) {
		if s.has(m, o.Hub, n) {
			s.Offers = append(s.Offers, o)
		}
	}
}

// looksInto takes in what the School decided of an environment otherwise than
// recommended, and the concerns about it.
func (s *School) looksInto(e Environment, day domain.Date) {
	for _, a := range e.Applications {
		decided := a.Decided.Event
		if a.Recommended.Known() && a.Decided.Known() && decided.On <= day && decided.School == s.Code && decided.Outcome != a.Recommended.Event.Outcome {
			s.Differently = append(s.Differently, SchoolDecision{e, a})
		}
	}
	for _, c := range e.Concerns {
		if c.OpenOn(day) {
			s.Concerns = append(s.Concerns, SchoolConcern{e, c})
		}
	}
}
