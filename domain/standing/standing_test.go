package standing_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/standing"
)

var someone = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")

// person is the room as an aggregate.
type person struct{ *standing.State }

func (p person) Fork() domain.Aggregate  { return person{p.State.Fork()} }
func (p person) View(revision int64) any { return p.State.View(revision) }
func (p person) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return p.State.Decide(refs, c, now)
}

func checked(r domain.Regulator, result domain.RegistrationResult, on domain.Date) domain.RegistrationChecked {
	return domain.RegistrationChecked{Person: someone, Regulator: r, Result: result, On: on}
}

func TestDecide(t *testing.T) {
	check := func(result domain.RegistrationResult, on domain.Date) standing.RecordRegistrationCheck {
		return standing.RecordRegistrationCheck{Regulator: domain.RegulatorNMC, Result: result, On: on}
	}
	fine := checked(domain.RegulatorNMC, domain.RegistrationCurrent, 20240501)
	works := domain.EmploymentStatusConfirmed{Person: someone, On: 20240501, Employed: true, InPrimaryCare: true, Source: "employer"}
	confirm := standing.ConfirmEmploymentStatus{On: 20240501, Employed: true, InPrimaryCare: true, Source: "employer"}
	left, later := confirm, confirm
	left.InPrimaryCare = false
	later.On = 20240604
	domaintest.Run(t, func() domain.Aggregate { return person{standing.New(someone)} }, nil, standing.Rules, []domaintest.Case{
		{Name: "a register is looked at", When: check(domain.RegistrationCurrent, 20240501), Then: []domain.Event{fine}},
		{Name: "and says one thing on a day", Given: []domain.Event{fine}, When: check(domain.RegistrationNone, 20240501), Refused: "I-STA-2"},
		{Name: "and another on another day", Given: []domain.Event{fine}, When: check(domain.RegistrationNone, 20240502), Then: []domain.Event{checked(domain.RegulatorNMC, domain.RegistrationNone, 20240502)}},
		{Name: "registers are apart", Given: []domain.Event{checked(domain.RegulatorGMC, domain.RegistrationNone, 20240501)}, When: check(domain.RegistrationCurrent, 20240501), Then: []domain.Event{fine}},
		{Name: "nobody looks tomorrow", When: check(domain.RegistrationCurrent, 20240604), Refused: "I-STA-1"},
		{Name: "somebody works", When: confirm, Then: []domain.Event{works}},
		{Name: "or not, on one day", Given: []domain.Event{works}, When: left, Refused: "I-STA-2"},
		{Name: "that has come", When: later, Refused: "I-STA-1"},
	})
}

// What is newest on a day, as known at a revision.
func TestView(t *testing.T) {
	s := standing.New(someone)
	fork := s.Fork()
	for i, e := range []domain.Event{
		checked(domain.RegulatorNMC, domain.RegistrationCurrent, 20230501),
		checked(domain.RegulatorNMC, domain.RegistrationNone, 20240501),
		checked(domain.RegulatorNMC, domain.RegistrationSuspended, 20230901),
		domain.EmploymentStatusConfirmed{Person: someone, On: 20230501, Employed: true, InPrimaryCare: true, Source: "employer"},
		domain.EmploymentStatusConfirmed{Person: someone, On: 20240501, Source: "employer"},
	} {
		fork.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	fork.Merge()
	for _, c := range []struct {
		revision int64
		day      domain.Date
		want     domain.RegistrationResult
		practise bool
	}{
		{4, 20230430, "", false}, {4, 20230501, domain.RegistrationCurrent, true}, {4, 20230901, domain.RegistrationSuspended, false},
		{1, 20230901, domain.RegistrationCurrent, true}, {4, 20240501, domain.RegistrationNone, false}, {0, 20240501, domain.RegistrationCurrent, true},
	} {
		if got, ok := s.View(c.revision).RegistrationOn(domain.RegulatorNMC, c.day); got.Result != c.want || ok != (c.want != "") || got.Result.MayPractise() != c.practise {
			t.Errorf("on %s as of %d: got %+v %t, want %s", c.day, c.revision, got, ok, c.want)
		}
	}
	if _, ok := s.View(4).RegistrationOn(domain.RegulatorGMC, 20240501); ok {
		t.Error("a register that nobody looked at says something")
	}
	for day, want := range map[domain.Date]domain.Date{20230430: 0, 20230501: 20230501, 20240430: 20230501, 20240501: 20240501} {
		if got, ok := s.View(4).EmploymentOn(day); got.On != want || ok != (want != 0) {
			t.Errorf("at work on %s: got %+v %t, want what was said for %s", day, got, ok, want)
		}
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, standing.RecordRegistrationCheck{Regulator: "FPA", Result: "FINE"}, "/regulator", "/result", "/on")
	domaintest.Fields(t, standing.ConfirmEmploymentStatus{InPrimaryCare: true}, "/on", "/inPrimaryCare", "/source")
}

// Only what is of the room is taken and handled.
func TestRoom(t *testing.T) {
	s := standing.New(someone)
	if !s.Takes(domain.RegistrationChecked{}) || !s.Takes(domain.EmploymentStatusConfirmed{}) || s.Takes(domain.NilReturnMade{}) {
		t.Error("the room takes something else than its events")
	}
	if !s.Handles(standing.RecordRegistrationCheck{}) || !s.Handles(standing.ConfirmEmploymentStatus{}) || s.Handles(another{}) {
		t.Error("the room handles something else than its commands")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
