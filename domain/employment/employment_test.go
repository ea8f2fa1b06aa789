package employment_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/employment"
)

var someone = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")

// person is the room as an aggregate.
type person struct{ *employment.State }

func (p person) Fork() domain.Aggregate  { return person{p.State.Fork()} }
func (p person) View(revision int64) any { return p.State.View(revision) }
func (p person) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return p.State.Decide(refs, c, now)
}

func TestDecide(t *testing.T) {
	works := domain.EmploymentStatusConfirmed{Person: someone, On: 20240501, Employed: true, InPrimaryCare: true, Source: "employer"}
	confirm := employment.ConfirmEmploymentStatus{On: 20240501, Employed: true, InPrimaryCare: true, Source: "employer"}
	left, next, later := confirm, confirm, confirm
	left.InPrimaryCare = false
	next.On = 20240502
	later.On = 20240604
	nextDay := works
	nextDay.On = 20240502
	domaintest.Run(t, func() domain.Aggregate { return person{employment.New(someone)} }, nil, employment.Rules, []domaintest.Case{
		{Name: "somebody works", When: confirm, Then: []domain.Event{works}},
		{Name: "or not, on one day", Given: []domain.Event{works}, When: left, Refused: "I-EMP-2"},
		{Name: "on the next it may differ", Given: []domain.Event{works}, When: next, Then: []domain.Event{nextDay}},
		{Name: "when it has come", When: later, Refused: "I-EMP-1"},
	})
}

// What is newest on a day, as known at a revision.
func TestView(t *testing.T) {
	s := employment.New(someone)
	fork := s.Fork()
	for i, day := range []domain.Date{20230501, 20240501, 20231001} {
		fork.Evolve(domain.Recorded{Revision: int64(i), Event: domain.EmploymentStatusConfirmed{Person: someone, On: day, Source: "employer"}})
	}
	fork.Merge()
	for _, c := range []struct {
		revision  int64
		day, want domain.Date
	}{{2, 20230430, 0}, {2, 20230501, 20230501}, {2, 20240430, 20231001}, {1, 20240430, 20230501}, {2, 20240501, 20240501}} {
		if got, ok := s.View(c.revision).EmploymentOn(c.day); got.On != c.want || ok != (c.want != 0) {
			t.Errorf("on %s as of %d: got %+v %t, want what was said for %s", c.day, c.revision, got, ok, c.want)
		}
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, employment.ConfirmEmploymentStatus{InPrimaryCare: true}, "/on", "/inPrimaryCare", "/source")
}

// Only what is of the room is taken and handled.
func TestRoom(t *testing.T) {
	s := employment.New(someone)
	if !s.Takes(domain.EmploymentStatusConfirmed{}) || s.Takes(domain.NilReturnMade{}) {
		t.Error("the room takes something else than its events")
	}
	if !s.Handles(employment.ConfirmEmploymentStatus{}) || s.Handles(another{}) {
		t.Error("the room handles something else than its commands")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
