package registration_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/registration"
)

var someone = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")

// hub is the room as an aggregate.
type hub struct{ *registration.State }

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork()} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, c, now)
}

func checked(r domain.Regulator, result domain.RegistrationResult, on domain.Date) domain.RegistrationChecked {
	return domain.RegistrationChecked{Hub: "QE1", Person: someone, Regulator: r, Result: result, On: on}
}

func TestDecide(t *testing.T) {
	check := func(result domain.RegistrationResult, on domain.Date) registration.RecordRegistrationCheck {
		return registration.RecordRegistrationCheck{Person: someone, Regulator: domain.RegulatorNMC, Result: result, On: on}
	}
	fine := checked(domain.RegulatorNMC, domain.RegistrationCurrent, 20240501)
	locality, elsewhere := check(domain.RegistrationCurrent, 20240501), check(domain.RegistrationCurrent, 20240501)
	locality.Hub, elsewhere.Hub = "QE1~fylde-coast", "QF7"
	there := fine
	there.Hub = "QE1~fylde-coast"
	other := fine
	other.Person, other.Result = uuid.UUID{1}, domain.RegistrationNone
	domaintest.Run(t, func() domain.Aggregate { return hub{registration.New("QE1")} }, nil, registration.Rules, []domaintest.Case{
		{Name: "a register is looked at", When: check(domain.RegistrationCurrent, 20240501), Then: []domain.Event{fine}},
		{Name: "and says one thing on a day", Given: []domain.Event{fine}, When: check(domain.RegistrationNone, 20240501), Refused: "I-REG-3"},
		{Name: "whoever looks", Given: []domain.Event{fine}, When: locality, Then: []domain.Event{there}},
		{Name: "of the ICS", When: elsewhere, Refused: "I-REG-1"},
		{Name: "and another on another day", Given: []domain.Event{fine}, When: check(domain.RegistrationNone, 20240502), Then: []domain.Event{checked(domain.RegulatorNMC, domain.RegistrationNone, 20240502)}},
		{Name: "registers are apart", Given: []domain.Event{checked(domain.RegulatorGMC, domain.RegistrationNone, 20240501)}, When: check(domain.RegistrationCurrent, 20240501), Then: []domain.Event{fine}},
		{Name: "and people", Given: []domain.Event{other}, When: check(domain.RegistrationCurrent, 20240501), Then: []domain.Event{fine}},
		{Name: "nobody looks tomorrow", When: check(domain.RegistrationCurrent, 20240604), Refused: "I-REG-2"},
	})
}

// What the newest check by a day found.
func TestChecked(t *testing.T) {
	s := registration.New("QE1")
	fork := s.Fork()
	for i, e := range []domain.Event{
		checked(domain.RegulatorNMC, domain.RegistrationCurrent, 20230501),
		checked(domain.RegulatorNMC, domain.RegistrationNone, 20240501),
		checked(domain.RegulatorNMC, domain.RegistrationSuspended, 20230901),
		checked(domain.RegulatorNMC, domain.RegistrationConditions, 20240101),
	} {
		fork.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	fork.Merge()
	for _, c := range []struct {
		by, on     domain.Date
		registered bool
	}{
		{20230430, 0, false}, {20230501, 20230501, true}, {20230831, 20230501, true}, {20230901, 20230901, false}, {20240101, 20240101, true}, {20240501, 20240501, false},
	} {
		if on, registered := s.Checked(someone, domain.RegulatorNMC, c.by); on != c.on || registered != c.registered {
			t.Errorf("by %s: got %s %t, want %s %t", c.by, on, registered, c.on, c.registered)
		}
	}
	if on, registered := s.Checked(someone, domain.RegulatorGMC, 20240501); on != 0 || registered {
		t.Error("a register that nobody looked at says something")
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, registration.RecordRegistrationCheck{Hub: "x", Regulator: "FPA", Result: "FINE"}, "/hub", "/person", "/regulator", "/result", "/on")
}

// Only what is of the room is taken and handled.
func TestRoom(t *testing.T) {
	s := registration.New("QE1")
	if !s.Takes(domain.RegistrationChecked{}) || s.Takes(domain.EmploymentStatusConfirmed{}) {
		t.Error("the room takes something else than its events")
	}
	if !s.Handles(registration.RecordRegistrationCheck{}) || s.Handles(another{}) {
		t.Error("the room handles something else than its commands")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
