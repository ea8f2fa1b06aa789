package funding

import (
	"reflect"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// maxBalance is far above the money there is, and lets balances be added.
const maxBalance domain.Pence = 1 << 60

// person is who a command names, or else who gives it.
func (o *order) person(id uuid.UUID) uuid.UUID {
	if id == uuid.Nil {
		return o.actor
	}
	return id
}

// again answers an order for what is recorded under its id already: it is so,
// or the id is another thing's.
func (o *order) again(before, now domain.Event, id uuid.UUID) (domain.Decision, error) {
	o.k.Must(RuleOnce, reflect.DeepEqual(before, now), "%s %s is recorded already, and otherwise; another should have an id of its own", before.EventType(), id)
	return o.k.Decide()
}

// repeats reports whether an event says what the newest of its kind says.
func (o *order) repeats(key said, now domain.Event) bool {
	before, known := o.s.events.Get(key)
	return known && reflect.DeepEqual(before, now)
}

// once answers a thing that is recorded once under its id and has no more
// state than that; events follow where it is new.
func (o *order) once(key said, now domain.Event, check func() []domain.Event) (domain.Decision, error) {
	if before, known := o.s.events.Get(key); known {
		return o.again(before, now, key.id)
	}
	return o.record(append([]domain.Event{now}, check()...)...)
}

// record ends the checks: the events are recorded if the accounts can bear
// them.
func (o *order) record(events ...domain.Event) (domain.Decision, error) {
	type change struct {
		line  domain.FundLine
		delta balances
	}
	var changes []change // in the order of the postings, so that answers are always the same
	for _, e := range events {
		for _, p := range domain.Postings(e) {
			i := slices.IndexFunc(changes, func(c change) bool { return c.line == p.Line })
			if i < 0 {
				i = len(changes)
				changes = append(changes, change{line: p.Line})
			}
			changes[i].delta[p.Account] += p.Delta
		}
	}
	for _, c := range changes {
		o.bear(c.line, c.delta)
	}
	return o.k.Decide(events...)
}

// bear holds the changes of one line's balances against what it can bear.
func (o *order) bear(line domain.FundLine, delta balances) {
	before, known := o.s.balances.Get(line)
	if !known {
		o.hub(line.Hub, line.FY)
	}
	for account, d := range delta {
		after, ok := before[account].Add(d)
		o.k.Must(RuleWhole, ok && after >= -maxBalance && after <= maxBalance,
			"%s has %s pounds on %s; %s more should not go beyond what can be held", line, before[account], domain.Account(account), d)
	}
	if taken := -delta[domain.AccountAvailable]; taken > 0 {
		available, over := before[domain.AccountAvailable], o.overspend(line)
		o.k.Require(RuleAvailable, available+over >= taken,
			"%s has %s pounds available and may be overspent by %s; %s should not be taken from it", line, available, over, taken)
	}
}

// overspend is what a line may be overspent by on the day of the order.
func (o *order) overspend(line domain.FundLine) domain.Pence {
	t, _ := o.s.terms.Get(line)
	if o.on > t.overspend.Until {
		return 0
	}
	return t.overspend.Pence
}

// hub holds that a hub is there by the end of a year.
func (o *order) hub(id domain.HubID, fy domain.FinancialYear) {
	if id == "" {
		id = domain.HubID(o.s.icb)
	}
	o.k.Must(RuleNamed, o.near.Hubs.ActiveOn(id, fy.Last()), "%s should be registered as a hub of the ICS %s, and begin by the end of %s", id, o.s.icb, fy)
}

// open holds that the books of a line's year are not closed.
func (o *order) open(line domain.FundLine) {
	o.k.Require(RuleClosed, !o.s.Closed(line), "the books of %s are closed for %s; the year should be reopened, or the money be that of an open year", o.whose(line.Hub), line.FY)
}

// whose is how messages name the hub of a line.
func (o *order) whose(id domain.HubID) domain.HubID {
	if id == "" {
		return domain.HubID(o.s.icb)
	}
	return id
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date, what string) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; the day %s should have come", day, o.today, what)
}

// received holds that what a line pays for was received in its year, before
// its money expires, and by now.
func (o *order) received(line domain.FundLine, from, to domain.Date) {
	o.come(to, "until which it was received")
	o.k.Require(RuleValidity, line.FY.Contains(from) && line.FY.Contains(to),
		"%s pays for what is received from %s to %s; %s to %s should be of the year that it lies in", line, line.FY.First(), line.FY.Last(), from, to)
	t, _ := o.s.terms.Get(line)
	o.k.Require(RuleValidity, t.expires.IsZero() || to <= t.expires, "the money of %s expires on %s; what it pays for should be received by then, not until %s", line, t.expires, to)
}

// buys holds that a line's conditions don't exclude a type of cost.
func (o *order) buys(line domain.FundLine, cost domain.CostType) {
	t, _ := o.s.terms.Get(line)
	o.k.Require(RulePurpose, !slices.Contains(t.excludes, cost), "the money of %s may not pay for %s", line, cost)
}

// sum adds amounts, and holds that the sum can be held.
func (o *order) sum(amounts ...domain.Pence) domain.Pence {
	sum, ok := domain.Sum(amounts...)
	o.k.Must(RuleWhole, ok && sum <= maxBalance && sum >= -maxBalance, "the amounts should sum to something that can be held")
	return sum
}

// registered holds that a code names an organisation that is open on the day
// of the order.
func (o *order) registered(code, as string) {
	_, known := o.orgs.Class(code)
	o.k.Must(RuleNamed, known, "%s, the %s, should be registered as an organisation first", code, as)
	o.k.Require(RuleNamed, o.orgs.OpenOn(code, o.on), "%s, the %s, should be open on %s", code, as, o.on)
}
