package hub

import (
	"strconv"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
)

func mirrorOf(virement uuid.UUID) uuid.UUID { return funding.Mirror(virement) }

// correct decides to void an event: what reverses it, that it is voided, and the
// right act, each on what is true after the one before. One refusal refuses all.
func (a *Aggregate) correct(refs domain.References, c domain.Command, data VoidEvent, now time.Time, rules domain.RulesVersion) (domain.Decision, error) {
	c.Happened = nil // it takes place in the ledger alone
	k := domain.Check(c)
	target, known := a.voids.events.Get(data.Event)
	_, mirror := a.voids.mirrors.Get(target.of)
	k.Must(RuleVoidable, known && !mirror, "event %s should be one of the stream of %s that can be voided: a cost, pay or overhead, a commitment of an award, the offer of a grant, "+
		"a payment, a virement that takes no other back, a decision that approved or rejected, or a delegation", data.Event, a.icb)
	k.Must(RuleOnce, !target.voided, "event %s is voided already", data.Event)
	act, some := data.act()
	k.Must(RuleInstead, !some || !known || act.family == target.family, "%s can't stand in place of event %s, a %s; the right act should be of its kind", act.name, data.Event, target.typ)
	if !k.Refused() {
		a.free(k, target)
	}
	if k.Refused() {
		return k.Decide()
	}

	next := &correction{fork: a.Fork().(*Aggregate), refs: refs, c: c, now: now, rules: rules}
	reversing, err := next.order(next.fork.reverse(target, data))
	if err != nil {
		return domain.Decision{}, err
	}
	k.Must(RuleOnce, len(reversing) > 0, "event %s is reversed already; there is nothing left to reverse", data.Event)
	if k.Refused() {
		return k.Decide()
	}
	voided := domain.EventVoided{
		Event: data.Event, Type: target.typ, Of: target.of, ReversedBy: reversing, Reason: data.Reason, By: by(data.By, c),
	}
	at := len(next.drafts)
	next.follow(domain.Draft{Event: voided})
	if some {
		if voided.Instead, err = next.order(act.data); err != nil {
			return domain.Decision{}, err
		}
		k.Must(RuleInstead, len(voided.Instead) > 0, "%s says what is recorded already; the right act should be a new one, with an id of its own", act.name)
		next.drafts[at].Event = voided
	}
	return k.DecideDrafts(next.drafts)
}

func by(person uuid.UUID, c domain.Command) uuid.UUID {
	if person == uuid.Nil {
		return c.Actor.Person
	}
	return person
}

// free holds that nothing that stands is built on an event.
func (a *Aggregate) free(k *domain.Checks, target voidable) {
	things := []uuid.UUID{target.of}
	if target.family == ofGrants {
		things = append(things, a.funding.PromiseOf(target.of))
	}
	for _, thing := range things {
		built, _ := a.voids.built.Get(thing)
		for _, u := range built {
			on, can := a.voids.events.Get(u.event)
			switch {
			case !can:
				k.Must(RuleStands, false, "event %s, a %s, is built on it and can't be voided: it says that this is real, which should be ended by a command of its own", u.event, u.typ)
			case !on.voided && !(on.family == ofCosts && a.funding.Reversed(on.of)):
				k.Must(RuleStands, false, "event %s, a %s, is built on it; that should be voided first", u.event, u.typ)
			}
		}
	}
}

// reverse is the order that takes an event back.
func (a *Aggregate) reverse(target voidable, data VoidEvent) domain.CommandData {
	switch target.family {
	case ofCosts:
		return funding.ReverseAccrual{Accrual: target.of, Reason: data.Reason}
	case ofCommitments:
		return funding.ReverseCommitment{Commitment: target.of, Reason: data.Reason}
	case ofGrants:
		return funding.ReverseGrant{Grant: target.of, Reason: data.Reason}
	case ofPayments:
		return funding.ReversePayment{Payment: target.of, Reason: data.Reason}
	case ofVirements:
		return funding.ReverseVirement{Virement: target.of, Reason: data.Reason}
	case ofDecisions:
		return commissioning.ReverseDecision{Decision: target.of, Reason: data.Reason, By: data.By}
	default: // a delegation: one that ends before it begins never was
		granted, _ := a.governance.Granted(target.of)
		return governance.RevokeDelegation{Delegation: target.of, On: granted.From.AddDays(-1), Reason: data.Reason}
	}
}

// correction is a command of several orders that follow one another, on a fork
// of the state that has what they record.
type correction struct {
	fork   *Aggregate
	refs   domain.References
	c      domain.Command
	now    time.Time
	rules  domain.RulesVersion
	drafts []domain.Draft
}

// order decides one of the orders, and says at which places its events stand.
func (o *correction) order(data domain.CommandData) (places []int, err error) {
	c := o.c
	c.Data = data
	d, err := o.fork.Decide(o.refs, c, o.now, o.rules)
	if err != nil {
		return nil, err
	}
	for _, draft := range d.Drafts {
		places = append(places, len(o.drafts))
		o.follow(draft)
	}
	return places, nil
}

// follow takes an event into the fork. The id it has there is not the one it
// will be recorded with; no rule looks at it within a command.
func (o *correction) follow(d domain.Draft) {
	o.fork.Evolve(domain.Recorded{
		ID: domain.NewID(o.c.ID, "event "+strconv.Itoa(len(o.drafts))), RecordedAt: o.now, EffectiveOn: o.c.EffectiveOn, Actor: o.c.Actor, Event: d.Event,
	})
	o.drafts = append(o.drafts, d)
}
