package projections

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// answers is everything that models say as known at n.
type answers struct {
	Founded       any
	Origin        string
	Rules         any
	Refusals      any
	Types         any
	Streams       []eventstore.StreamID
	Revisions     []eventstore.Revision
	Times         []time.Time
	Found         [][]eventstore.Seq
	Hubs          []Hub
	Organisations []Organisation
	PCNs          []PCN
	OfICB         [][]PCNRef
	ICBs          []string

	Days        []domain.Date
	DecidedIn   [][]string
	Decisions   [][]Decision
	Awards      [][]Award
	Grants      [][]Grant
	Programmes  [][]Programme
	Needs       [][]Need
	Plans       [][]Plan
	Contracts   [][]Contract
	Priorities  [][]Priority
	Delegations [][]Delegation
	Meetings    []Fact[domain.MeetingHeld]
	Received    []Fact[domain.IntelligenceReceived]
	Guidance    []Fact[domain.GuidanceIssued]
	Interests   [][]Interest
	Statements  []Statement
	Eligible    []Eligibility

	Environments [][]Environment
	WithPlaces   [][]EnvironmentOn
	Educators    [][]Educator
	Offers       [][]Offer
	Placements   [][]Placement
	Roles        [][]Role
	Supports     [][]Support
	Employed     []Fact[domain.EmploymentStatusConfirmed]
	Agreements   [][]Agreement
	Arrangements [][]Arrangement
	Policies     [][]Fact[domain.PolicyAdopted]
	Adopted      []Fact[domain.OperatingModelAdopted]
	Published    []Fact[domain.OperatingModelPublished]
	Limits       []Limit
	Due          [][]Due
	Schools      []School
	Work         []PCNWork

	Assessments   [][]Assessment
	Maturity      [][]Maturity
	Ratings       [][]Rating
	Unmet         [][]Unmet
	Matrices      []Fact[domain.MaturityMatrixPublished]
	Shares        [][]ShareBetween
	Resources     [][]Resource
	Knowledge     [][]Knowledge
	Notifications []Notification
	Definitions   [][]Definition
	Progress      [][]Fact[domain.AmbitionProgressReported]
}

func ask(m *Models, n eventstore.Seq) answers {
	founded, _ := m.Charter.Founded(n)
	a := answers{
		Founded: founded, Origin: m.Charter.Origin(n), Rules: m.Charter.Rules(n), Refusals: m.Charter.Refusals(n),
		Types: m.Log.Count(n), Streams: m.Log.Streams(n), Hubs: m.Hubs.All(n), ICBs: m.Workforce.ICBs(n),
	}
	for i := range n + 1 {
		a.Times = append(a.Times, m.Log.LedgerTime(i))
	}
	for _, s := range a.Streams {
		a.Revisions = append(a.Revisions, m.Log.Revision(s, n))
	}
	for _, f := range someFilters {
		a.Found = append(a.Found, m.Log.Find(f, 0, n, 1000))
	}
	for _, code := range someOrgs {
		org, _ := m.Organisations.Get(code, n)
		a.Organisations = append(a.Organisations, org)
	}
	for _, day := range someDays {
		for _, code := range somePCNs {
			pcn, _ := m.PCN(code, day, n)
			a.PCNs = append(a.PCNs, pcn)
		}
		for _, icb := range someICBs {
			a.OfICB = append(a.OfICB, m.PCNsOf(icb, day, n))
		}
	}
	a.decided(m, n)
	a.placed(m, n)
	a.assured(m, n)
	return a
}

// placed asks about people and places.
func (a *answers) placed(m *Models, n eventstore.Seq) {
	for _, hub := range someHubs {
		a.Environments = append(a.Environments, m.Places.Environments(hub, n))
		a.Educators = append(a.Educators, m.Places.Educators(hub, n))
		a.Offers = append(a.Offers, m.Places.Offers(hub, n))
		a.Placements = append(a.Placements, m.Places.Placements(hub, n))
		a.Roles = append(a.Roles, m.Roles.Roles(hub, n))
		a.Supports = append(a.Supports, m.Careers.Supports(hub, n))
		a.Agreements = append(a.Agreements, m.Footing.Agreements(hub, n))
		a.Arrangements = append(a.Arrangements, m.Footing.Arrangements(hub, n))
		for _, day := range someDays[1:] {
			adopted, _ := m.Footing.ModelOn(hub, day, n)
			a.Adopted = append(a.Adopted, adopted)
			a.Policies = append(a.Policies, m.Footing.PoliciesOn(hub, day, n))
			a.WithPlaces = append(a.WithPlaces, m.EnvironmentsOn(hub, day, n))
			a.Due = append(a.Due, m.Due(hub, day, 90, n))
		}
	}
	for _, day := range someDays[1:] {
		limit, _ := m.Standards.LimitOn("COI", "STATE_AGAIN_WITHIN", day, n)
		a.Limits = append(a.Limits, limit)
		for _, person := range somePeople {
			employed, _ := m.Careers.EmployedOn(person, day, n)
			a.Employed = append(a.Employed, employed)
		}
		for _, code := range someSchools {
			school, _ := m.School(code, day, n)
			published, _ := m.Standards.ModelOn(code, day, n)
			a.Schools, a.Published = append(a.Schools, school), append(a.Published, published)
		}
		for _, code := range somePCNs {
			pcn, _ := m.PCN(code, day, n)
			a.Work = append(a.Work, m.PCNWork(pcn, day, n))
		}
	}
}

// decided asks about what is decided, and by whom.
func (a *answers) decided(m *Models, n eventstore.Seq) {
	c := m.Commissioning
	for i := range n + 1 {
		a.Days = append(a.Days, m.Log.DayOf(i))
	}
	for _, hub := range someHubs {
		a.Decisions = append(a.Decisions, c.Decisions(hub, n))
		a.Awards = append(a.Awards, c.Awards(hub, n))
		a.Grants = append(a.Grants, c.Grants(hub, n))
		a.Programmes = append(a.Programmes, c.Programmes(hub, n))
		a.Needs = append(a.Needs, c.Needs(hub, n))
		a.Plans = append(a.Plans, c.Plans(hub, n))
		a.Contracts = append(a.Contracts, c.Contracts(hub, n))
		a.Priorities = append(a.Priorities, c.Priorities(hub, n))
		a.Delegations = append(a.Delegations, c.Delegations(hub, n))
	}
	for _, id := range someIDs {
		a.DecidedIn = append(a.DecidedIn, c.DecidedIn(id, n))
		for _, icb := range someICBs {
			meeting, _ := c.Meeting(icb, id, n)
			received, _ := c.Intelligence(icb, id, n)
			a.Meetings, a.Received = append(a.Meetings, meeting), append(a.Received, received)
		}
	}
	for _, version := range []string{"0", "1"} {
		issued, _ := m.Guidance.Version("G", version, n)
		a.Guidance = append(a.Guidance, issued)
	}
	for _, person := range somePeople {
		a.Interests = append(a.Interests, m.Interests.Of(person, n))
		a.Statements = append(a.Statements, m.Interests.StatedOn(person, 20240331, n))
	}
	for _, decisions := range a.Decisions[:2] {
		for _, d := range decisions {
			for _, day := range someDays[1:] {
				a.Eligible = append(a.Eligible, m.Eligible(d, day, Fact[domain.MeetingHeld]{}, n))
			}
			for _, meeting := range a.Meetings {
				a.Eligible = append(a.Eligible, m.Eligible(d, 20240331, meeting, n))
			}
		}
	}
}

// What the models answer as known at n is what a fold of the first n events
// answers, for every n.
func TestAnAnswerAsKnownAtNIsAFoldOfTheFirstN(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := anyLog(t, 60)
		n := rapid.IntRange(0, len(log)).Draw(t, "n")
		same(t, ask, log, n, fold(t, log))
	})
}

// So it is for what is decided, with a decision and people to decide it from
// the beginning.
func TestADecisionAsKnownAtNIsAFoldOfTheFirstN(t *testing.T) {
	decided := func(m *Models, n eventstore.Seq) (a answers) {
		a.decided(m, n)
		return a
	}
	rapid.Check(t, func(t *rapid.T) {
		first := []domain.Event{
			domain.DecisionOpened{Decision: someIDs[0], Hub: "QE1", Candidates: someOrgs[:2], Requester: somePeople[0], On: 20220401},
			domain.WIGMemberAppointed{Hub: "QE1", Person: somePeople[1], Capacity: "GP", Voting: true, From: 20220401},
		}
		i := 0
		log := logOf(t, 150, func(t *rapid.T) (eventstore.StreamID, domain.Event) {
			if i++; i <= len(first) {
				return "hub-QE1", first[i-1]
			}
			return anyHubEvent(t)
		})
		all := fold(t, log)
		for n := range len(log) + 1 {
			if n%10 == 0 {
				same(t, decided, log, n, all)
			}
		}
	})
}

// So it is for people and places, with hubs of a School from the beginning.
func TestPeopleAndPlacesAsKnownAtNAreAFoldOfTheFirstN(t *testing.T) {
	placed := func(m *Models, n eventstore.Seq) (a answers) {
		a.placed(m, n)
		return a
	}
	rapid.Check(t, func(t *rapid.T) {
		i := 0
		log := logOf(t, 150, func(t *rapid.T) (eventstore.StreamID, domain.Event) {
			if i++; i <= len(someHubs) {
				hub := someHubs[i-1]
				return eventstore.StreamID("hub-" + hub.ICB()), domain.HubRegistered{Hub: hub, ICB: hub.ICB(), School: someSchools[i%2], From: 20190401}
			}
			return anyPlaceEvent(t)
		})
		all := fold(t, log)
		for n := range len(log) + 1 {
			if n%15 == 0 {
				same(t, placed, log, n, all)
			}
		}
	})
}

// same holds what models of a whole log answer as known at n against those of
// its first n events.
func same(t *rapid.T, ask func(*Models, eventstore.Seq) answers, log []Record, n int, all *Models) {
	got, want := ask(all, eventstore.Seq(n)), ask(fold(t, log[:n]), eventstore.Seq(n))
	g, w := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range g.NumField() {
		if !reflect.DeepEqual(g.Field(i).Interface(), w.Field(i).Interface()) {
			t.Fatalf("%s as known at %d of %d:\n got %+v\nwant %+v", g.Type().Field(i).Name, n, len(log), g.Field(i), w.Field(i))
		}
	}
}

// An answer is the reader's own: changing it changes no later answer.
func TestAnAnswerIsTheReadersOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := anyLog(t, 60)
		m := fold(t, log)
		n := eventstore.Seq(len(log))
		before := ask(m, n)
		for _, hub := range ask(m, n).Hubs {
			for i := range hub.Changes {
				hub.Changes[i].To = "CHANGED"
			}
			for i := range hub.Partnerships {
				hub.Partnerships[i].Party = "CHANGED"
			}
		}
		for _, org := range ask(m, n).Organisations {
			for i := range org.Parents {
				org.Parents[i].Org = "CHANGED"
			}
			slices.Reverse(org.Lists)
		}
		for _, decisions := range ask(m, n).Decisions {
			for _, d := range decisions {
				slices.Reverse(d.Seqs)
				slices.Reverse(d.Votes)
				for i := range d.Breaches {
					d.Breaches[i].Upheld.Seq = 7
				}
				if candidates := d.CandidatesOn(lastDay); len(candidates) > 0 {
					candidates[0] = "CHANGED"
				}
			}
		}
		for _, all := range ask(m, n).Environments {
			for _, e := range all {
				slices.Reverse(e.Seqs)
				slices.Reverse(e.Applications)
			}
		}
		for _, all := range ask(m, n).Due {
			for _, d := range all {
				slices.Reverse(d.Seqs)
			}
		}
		for _, all := range ask(m, n).Shares {
			for _, s := range all {
				slices.Reverse(s.Seqs)
				slices.Reverse(s.Other.Seqs)
			}
		}
		for _, all := range ask(m, n).Unmet {
			for _, u := range all {
				slices.Reverse(u.Seqs)
				slices.Reverse(u.Arrangements)
			}
		}
		for _, w := range ask(m, n).Work {
			slices.Reverse(w.Placements)
			slices.Reverse(w.Entitlements)
		}
		if after := ask(m, n); !reflect.DeepEqual(before, after) {
			t.Fatalf("answers changed:\n got %+v\nwant %+v", after, before)
		}
	})
}
