package projections

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

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
	return a
}

// What the models answer as known at n is what a fold of the first n events
// answers, for every n.
func TestAnAnswerAsKnownAtNIsAFoldOfTheFirstN(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := anyLog(t, 60)
		all := fold(t, log)
		n := rapid.IntRange(0, len(log)).Draw(t, "n")
		got, want := ask(all, eventstore.Seq(n)), ask(fold(t, log[:n]), eventstore.Seq(n))
		g, w := reflect.ValueOf(got), reflect.ValueOf(want)
		for i := range g.NumField() {
			if !reflect.DeepEqual(g.Field(i).Interface(), w.Field(i).Interface()) {
				t.Fatalf("%s as known at %d of %d:\n got %+v\nwant %+v", g.Type().Field(i).Name, n, len(log), g.Field(i), w.Field(i))
			}
		}
	})
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
		if after := ask(m, n); !reflect.DeepEqual(before, after) {
			t.Fatalf("answers changed:\n got %+v\nwant %+v", after, before)
		}
	})
}
