package organisation_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
)

func TestView(t *testing.T) {
	s := organisation.New()
	for i, e := range []domain.Event{
		practice, // 0
		pcn,      // 1
		pcn2,     // 2
		inNorth,  // 3
		domain.OrganisationRegistered{Org: "A81001", Name: "THE OTHER SURGERY", Class: domain.ClassPractice, Opened: 19740401}, // 4
		pcnClosed, // 5
	} {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	at := func(revision int64) organisation.View { return s.View(revision).(organisation.View) }

	if _, ok := at(-1).Organisation("A81001"); ok {
		t.Error("before the first event nothing is registered")
	}
	if got, ok := at(3).Organisation("A81001"); !ok || got.Name != "THE SURGERY" || got.Class != domain.ClassPractice || got.Opened != 19740401 || got.Closed != 0 {
		t.Errorf("at revision 3: got %+v, %v", got, ok)
	}
	if got, _ := at(4).Organisation("A81001"); got.Name != "THE OTHER SURGERY" {
		t.Errorf("at revision 4: got %+v", got)
	}
	if got, _ := at(5).Organisation("U00001"); got.Closed != 20210331 || !slices.Equal(got.Successors, []string{"U00002"}) {
		t.Errorf("at revision 5: got %+v", got)
	}
	if c, ok := at(0).Class("U00001"); ok || c != "" {
		t.Errorf("at revision 0: got class %q of a code registered later", c)
	}
	for _, c := range []struct {
		revision int64
		day      domain.Date
		parents  []string
		open     bool // the PCN
	}{
		{2, 20200101, nil, true},
		{3, 20200101, []string{"U00001"}, true},
		{3, 20190701, []string{"U00001"}, true},
		{3, 20190630, nil, false}, // before both
		{4, 20240101, []string{"U00001"}, true},
		{5, 20240101, nil, false}, // the PCN has closed
		{5, 20210331, []string{"U00001"}, true},
		{5, 20210401, nil, false},
	} {
		if got := at(c.revision).Parents("A81001", domain.RelationPartnerTo, c.day); !slices.Equal(got, c.parents) {
			t.Errorf("parents on %s at revision %d: got %v, want %v", c.day, c.revision, got, c.parents)
		}
		if got := at(c.revision).OpenOn("U00001", c.day); got != c.open {
			t.Errorf("open on %s at revision %d: got %v, want %v", c.day, c.revision, got, c.open)
		}
	}
	if got := at(5).Parents("A81001", domain.RelationPartnerTo, 19740331); got != nil {
		t.Errorf("before the practice opened: got %v", got)
	}
	if got := at(5).Parents("A81001", domain.RelationCommissionedBy, 20200101); got != nil {
		t.Errorf("another kind: got %v", got)
	}
	if at(5).OpenOn("U00009", 20200101) {
		t.Error("what is not registered is not open")
	}
}

// Whatever is ordered, a practice is in one PCN on any day, relationships lie
// where their organisations are open, and a view at a revision is the view of a
// register that holds no more.
func TestRegisterKeepsItsLaws(t *testing.T) {
	var (
		practices = []string{"A00001", "A00002"}
		pcns      = []string{"U00001", "U00002", "U00003"}
		day       = rapid.Custom(func(t *rapid.T) domain.Date {
			return domain.Date(20240100 + rapid.IntRange(1, 12).Draw(t, "day"))
		})
	)
	rapid.Check(t, func(t *rapid.T) {
		s, now := organisation.New(), time.Date(2024, 1, 20, 12, 0, 0, 0, time.UTC)
		var events []domain.Event
		record := func(a domain.Aggregate, e domain.Event, i int) {
			a.Evolve(domain.Recorded{Revision: int64(i), Event: e})
		}
		orders := rapid.IntRange(1, 40).Draw(t, "orders")
		for i := range orders {
			var data domain.CommandData
			switch rapid.IntRange(0, 5).Draw(t, "kind") {
			case 0:
				class, codes := domain.ClassPractice, practices
				if rapid.Bool().Draw(t, "pcn") {
					class, codes = domain.ClassPCN, pcns
				}
				data = organisation.RegisterOrganisation{Org: rapid.SampledFrom(codes).Draw(t, "org"), Name: "N", Class: class, Opened: day.Draw(t, "opened")}
			case 1:
				data = organisation.CloseOrganisation{Org: rapid.SampledFrom(slices.Concat(practices, pcns)).Draw(t, "org"), On: day.Draw(t, "on")}
			default:
				r := organisation.RecordRelationship{
					Child: rapid.SampledFrom(practices).Draw(t, "child"), Parent: rapid.SampledFrom(pcns).Draw(t, "parent"),
					Kind: domain.RelationPartnerTo, From: day.Draw(t, "from"),
				}
				if to := day.Draw(t, "to"); to >= r.From {
					r.To = to
				}
				data = r
			}
			d, err := s.Decide(nil, domain.Command{ID: uuid.UUID{byte(i)}, Data: data}, now, 1)
			if _, refused := err.(*domain.Refusal); err != nil && !refused {
				t.Fatal(err)
			}
			for _, draft := range d.Drafts {
				record(s, draft.Event, len(events))
				events = append(events, draft.Event)
			}
		}
		head := s.View(int64(len(events) - 1)).(organisation.View)
		for _, practice := range practices {
			for d := domain.Date(20240101); d <= 20240113; d++ {
				parents := head.Parents(practice, domain.RelationPartnerTo, d)
				if len(parents) > 1 {
					t.Fatalf("%s is in %v on %s", practice, parents, d)
				}
				for _, p := range parents {
					if !head.OpenOn(practice, d) || !head.OpenOn(p, d) {
						t.Fatalf("%s is in %s on %s, when one of them is not open", practice, p, d)
					}
				}
			}
		}
		n := rapid.IntRange(0, len(events)).Draw(t, "n")
		short := organisation.New()
		for i, e := range events[:n] {
			record(short, e, i)
		}
		got, want := s.View(int64(n-1)).(organisation.View), short.View(int64(n-1)).(organisation.View)
		for _, code := range slices.Concat(practices, pcns) {
			if g, w := fmt.Sprint(got.Organisation(code)), fmt.Sprint(want.Organisation(code)); g != w {
				t.Fatalf("%s at revision %d: got %s, want %s", code, n-1, g, w)
			}
			for d := domain.Date(20240101); d <= 20240113; d++ {
				g, w := got.Parents(code, domain.RelationPartnerTo, d), want.Parents(code, domain.RelationPartnerTo, d)
				if !slices.Equal(g, w) || got.OpenOn(code, d) != want.OpenOn(code, d) {
					t.Fatalf("%s on %s at revision %d: got %v, want %v", code, d, n-1, g, w)
				}
			}
		}
	})
}
