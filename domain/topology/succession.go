package topology

import (
	"reflect"
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// Money is what the room asks of the money of the hub's stream.
type Money interface {
	// Left is what lines of a year and later have available and have promised.
	Left(from domain.FinancialYear) []domain.Holding
}

// Succession is how the ICS hub is succeeded, and false where it is not.
func (s *State) Succession() (domain.HubSucceeded, bool) { return s.succession.Get(struct{}{}) }

// SucceededBy reports whether others have followed the hub by a day.
func (s *State) SucceededBy(day domain.Date) bool {
	e, ok := s.Succession()
	return ok && e.On <= day
}

// Follows is from which day on the ICS hub follows another, and false where it
// does not.
func (s *State) Follows(predecessor domain.HubID) (domain.Date, bool) {
	e, ok := s.follows.Get(predecessor)
	return e.On, ok
}

// succeed keeps the side that an event is of.
func (s *State) succeed(e domain.HubSucceeded) {
	if slices.Contains(e.Predecessors, s.ICSHub()) {
		s.succession.Set(struct{}{}, e)
		return
	}
	for _, p := range e.Predecessors {
		s.follows.Set(p, e)
	}
}

func (s *State) recordSuccession(k *domain.Checks, orgs Organisations, money Money, data RecordHubSuccession) (domain.Decision, error) {
	e := domain.HubSucceeded{
		Predecessors: []domain.HubID{s.ICSHub()}, Successors: slices.Sorted(slices.Values(data.Successors)), On: data.On,
		BudgetSplit: domain.CopyList(data.BudgetSplit), KPIRule: data.KPIRule, Localities: domain.CopyList(data.Localities), Ref: data.Ref,
	}
	for i := range e.BudgetSplit {
		e.BudgetSplit[i].Shares = slices.Clone(e.BudgetSplit[i].Shares)
	}
	before, known := s.Succession()
	if reflect.DeepEqual(before, e) {
		return k.Decide()
	}
	k.Must(RuleSuccession, !known || before.On == e.On && slices.Equal(before.Successors, e.Successors),
		"%s is succeeded by %v on %s; only how its money, series and localities pass on may change", s.ICSHub(), before.Successors, before.On)
	_, h := s.named(k, "")
	k.Must(RuleSuccession, h.registered.From < e.On, "%s begins on %s; it should be succeeded after that day, not on %s", s.ICSHub(), h.registered.From, e.On)
	s.others(k, orgs, e.Successors, e.On, "successor")
	for _, l := range e.Localities {
		_, registered := s.hubs.Get(l.Hub)
		k.Must(RuleNamed, registered, "%s should be registered as a locality hub of %s before it is passed on", l.Hub, s.ICSHub())
	}
	missing := e.Uncovered(money.Left(domain.YearOf(e.On)))
	k.Require(RuleSplit, missing == "", "the split should say which successors get %s", missing)
	return k.Decide(e)
}

func (s *State) recordPredecessors(k *domain.Checks, orgs Organisations, data RecordPredecessors) (domain.Decision, error) {
	e := domain.HubSucceeded{
		Predecessors: slices.Sorted(slices.Values(data.Predecessors)), Successors: []domain.HubID{s.ICSHub()}, On: data.On,
		KPIRule: data.KPIRule, Ref: data.Ref,
	}
	_, h := s.named(k, "")
	again := true
	for _, p := range e.Predecessors {
		before, known := s.follows.Get(p)
		again = again && reflect.DeepEqual(before, e)
		k.Must(RuleSuccession, !known || reflect.DeepEqual(before, e), "%s follows %s from %s; it should name it once", s.ICSHub(), p, before.On)
	}
	if again {
		return k.Decide()
	}
	k.Must(RuleSuccession, h.registered.From <= e.On, "%s begins on %s; it should not follow others before, on %s", s.ICSHub(), h.registered.From, e.On)
	s.others(k, orgs, e.Predecessors, e.On.AddDays(-1), "predecessor")
	return k.Decide(e)
}

// others holds that hubs are those of other ICSs, whose ICBs are open on a day.
func (s *State) others(k *domain.Checks, orgs Organisations, ids []domain.HubID, day domain.Date, as string) {
	for _, id := range ids {
		k.Must(RuleSuccession, id != s.ICSHub(), "%s should not be a %s of itself", id, as)
		class(k, orgs, id.ICB(), domain.ClassICB, as+"'s ICB")
		k.Require(RuleOpen, orgs.OpenOn(id.ICB(), day), "%s, the %s's ICB, should be open on %s", id.ICB(), as, day)
	}
}
