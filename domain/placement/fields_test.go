package placement_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/placement"
)

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, placement.OfferPlacement{Hub: "x", Regulator: "x"}, "/hub", "/le", "/site", "/profession", "/regulator", "/from", "/to", "/capacity")
	offer := placement.OfferPlacement(offered)
	offer.To, offer.Capacity = 20231231, 1001
	domaintest.Fields(t, offer, "/to", "/capacity")
	offer.To, offer.Capacity = 20340101, 1000
	domaintest.Fields(t, offer, "/to") // ten years
	offer.To = 20331231
	domaintest.Fields(t, offer)
	domaintest.Fields(t, placement.AllocatePlacement{HEI: "?"}, "/offer", "/learner", "/supervisor", "/hei", "/from", "/to")
	domaintest.Fields(t, placement.StartPlacement{}, "/placement", "/on")
	domaintest.Fields(t, placement.RecordPlacementDays{Days: 2}, "/placement", "/from", "/to", "/days")
	days := placement.RecordPlacementDays(march)
	days.Days = 29
	domaintest.Fields(t, days, "/days")
	days.Days, days.To = 28, 20240401
	domaintest.Fields(t, days, "/to") // another month
	days.To, days.Days = 20240303, 0
	domaintest.Fields(t, days, "/to")
	domaintest.Fields(t, placement.CompletePlacement{}, "/placement", "/on")
	domaintest.Fields(t, placement.CancelPlacement{}, "/placement", "/party", "/reason", "/on")
	domaintest.Fields(t, placement.PricePlacement{Pence: -1}, "/placement", "/refKind", "/key", "/area", "/from", "/to", "/payer", "/route", "/via", "/payee", "/pence")
	price := pay(priced)
	price.Kind, price.Route = domain.RateARRSMax, domain.RouteDirect
	domaintest.Fields(t, price, "/refKind", "/via") // direct is by nobody
	price.Via, price.Route, price.Kind = "", domain.RouteHub, domain.RateGrant
	domaintest.Fields(t, price, "/via")
	domaintest.Fields(t, placement.RepricePlacement{Pence: domain.MaxPence + 1}, "/price", "/reason", "/pence")
	domaintest.Fields(t, placement.RepriceTariff{}, "/refKind", "/key", "/area", "/from", "/reason")
}

// Every command and every event of the room is one that it handles and takes.
func TestRoom(t *testing.T) {
	s := placement.New("QE1")
	for _, c := range []domain.CommandData{
		placement.OfferPlacement{}, placement.AllocatePlacement{}, placement.StartPlacement{}, placement.RecordPlacementDays{}, placement.CompletePlacement{},
		placement.CancelPlacement{}, placement.PricePlacement{}, placement.RepricePlacement{}, placement.RepriceTariff{},
	} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{offered, allocated, started, march, completed, cancelled, priced, domain.PlacementRepriced{}} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
	}
	if s.Takes(domain.HubRegistered{}) || s.Handles(elsewhere{}) {
		t.Error("what is of another room was taken")
	}
}

type elsewhere struct{}

func (elsewhere) CommandName() string          { return "another-room" }
func (elsewhere) Validate(*domain.FieldErrors) {}

// Whatever part of the events is in a fork, merged or not, the room answers the
// same; below the fork nothing is known of it before.
func TestForkAnswers(t *testing.T) {
	events := []domain.Event{
		offered, allocated, started, march, on(second, another, 20240527, 20240630), priced,
		domain.PlacementRepriced{Price: priceID, Pence: 43_200, Revision: 2}, cancelled,
	}
	type answer struct {
		placed, after int
		learner       []uuid.UUID
		price         domain.Pence
		known         bool
	}
	answers := func(s *placement.State) (a answer) {
		a.placed, a.after, a.learner = s.PlacedOn(offerID, 20240430), s.PlacedOn(offerID, 20240501), s.PlacementsOn(student, 20240430)
		a.price, a.known = s.PriceOf(priceID)
		return a
	}
	recorded := func(events ...domain.Event) *placement.State {
		s := placement.New("QE1")
		for _, e := range events {
			s.Evolve(domain.Recorded{Event: e})
		}
		return s
	}
	want := answers(recorded(events...))
	if expected := (answer{1, 0, []uuid.UUID{first}, 43_200, true}); !reflect.DeepEqual(want, expected) {
		t.Fatalf("got %+v, want %+v", want, expected)
	}
	for cut := range len(events) + 1 {
		below := recorded(events[:cut]...)
		before := answers(below)
		fork := below.Fork()
		for _, e := range events[cut:] {
			fork.Evolve(domain.Recorded{Event: e})
		}
		if got := answers(fork); !reflect.DeepEqual(got, want) {
			t.Errorf("on a fork at event %d: got %+v, want %+v", cut, got, want)
		}
		if got := answers(below); !reflect.DeepEqual(got, before) {
			t.Errorf("below a fork at event %d: got %+v, want %+v", cut, got, before)
		}
		fork.Merge()
		if got := answers(below); !reflect.DeepEqual(got, want) {
			t.Errorf("after a merge at event %d: got %+v, want %+v", cut, got, want)
		}
	}
}

// Days that a fork records among others are gone with the fork.
func TestForkLeavesDaysAlone(t *testing.T) {
	may := domain.PlacementDaysRecorded{Placement: first, From: 20240501, To: 20240520, Days: 10}
	rest := domain.PlacementDaysRecorded{Placement: first, From: 20240521, To: 20240526, Days: 3}
	below := newHubAfter(offered, allocated, started, april, may, rest)
	below.Fork().Evolve(domain.Recorded{Event: march})
	d, err := below.Decide(views(streams()), domain.Command{Data: placement.CompletePlacement{Placement: first, On: 20240526}}, noon(20240603), domain.CurrentRules)
	if err != nil || len(d.Drafts) != 1 || d.Drafts[0].Event.(domain.PlacementCompleted).Days != 33 {
		t.Errorf("got %+v and %v, want 33 days", d.Drafts, err)
	}
}
