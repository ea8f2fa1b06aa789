package funding

import "github.com/hubledger/hubledger/domain"

func (o *order) demand(data RecordClawbackDemand) (domain.Decision, error) {
	e := domain.ClawbackDemanded{
		Clawback: domain.IDOf(data.Clawback, o.id, "clawback"), Line: data.Line, Funder: data.Funder, Pence: data.Pence, Reason: data.Reason, Ref: data.Ref,
	}
	if before, known := o.s.clawbacks.Get(e.Clawback); known {
		return o.again(before.demanded, e, e.Clawback)
	}
	o.hub(e.Line.Hub, e.Line.FY)
	return o.record(e)
}

// agreeClawback gives back what the line has available. The rest its host
// owes, so that no promise of the hub is put at risk.
func (o *order) agreeClawback(data AgreeClawback) (domain.Decision, error) {
	c, known := o.s.clawbacks.Get(data.Clawback)
	o.k.Must(RuleNamed, known, "clawback %s should be demanded before it is agreed", data.Clawback)
	e := domain.ClawbackAgreed{Clawback: data.Clawback, Line: data.Line, Ref: data.Ref}
	e.FromAvailable = max(0, min(o.s.Available(e.Line), data.Pence))
	e.FromHost = data.Pence - e.FromAvailable
	o.k.Require(RuleClawback, o.sum(c.agreed, data.Pence) <= c.demanded.Pence,
		"%s pounds are demanded and %s agreed; %s more should not be", c.demanded.Pence, c.agreed, data.Pence)
	o.open(e.Line)
	return o.record(e)
}

func (o *order) settle(data SettleClawback) (domain.Decision, error) {
	a, known := o.s.agreed.Get(clawbackLine{data.Clawback, data.Line})
	o.k.Must(RuleNamed, known, "clawback %s should be agreed on %s before it is settled", data.Clawback, data.Line)
	e := domain.ClawbackSettled{Clawback: data.Clawback, Line: data.Line, Pence: data.Pence, On: data.On}
	settled := o.sum(a.settled, e.Pence)
	o.k.Require(RuleClawback, settled <= a.fromAvailable+a.fromHost, "%s pounds are agreed and %s settled; %s more should not be", a.fromAvailable+a.fromHost, a.settled, e.Pence)
	e.FromHost = max(0, settled-a.fromAvailable) - a.settledByHost
	o.come(e.On, "it was settled")
	return o.record(e)
}

func (o *order) distribute(data RecordDistribution) (domain.Decision, error) {
	e := domain.DistributionMade{Distribution: domain.IDOf(data.Distribution, o.id, "distribution"), Line: data.Line, Payee: data.Payee, Pence: data.Pence, On: data.On}
	return o.once(said{kind: e.EventType(), id: e.Distribution}, e, func() []domain.Event {
		o.come(e.On, "it was distributed")
		o.k.Require(RuleNoProfit, false, "a hub is not run for profit; nothing should be distributed to %s", e.Payee)
		o.open(e.Line)
		return nil
	})
}
