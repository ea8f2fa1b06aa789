package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Contract is everything that is known of one contract of an ICS hub with the
// body it accounts to.
type Contract struct {
	About
	Signed Fact[domain.HubContractSigned]
	Varied []Fact[domain.HubContractVaried] // 1, 2, …
	Ended  Fact[domain.HubContractEnded]
}

// Contract is a contract of an ICS as known at n, and false where none of the
// id was signed.
func (c *Commissioning) Contract(icb string, id uuid.UUID, n eventstore.Seq) (Contract, bool) {
	var one Contract
	one.About = c.folds(icb, aContract, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.HubContractSigned:
			one.Signed = fact(seq, e)
		case domain.HubContractVaried:
			one.Varied = append(one.Varied, fact(seq, e))
		case domain.HubContractEnded:
			one.Ended = fact(seq, e)
		}
	})
	if one.Signed.Known() {
		one.Hub = one.Signed.Event.Hub
	}
	return one, one.Signed.Known()
}

// Contracts are those of a hub, in the order they were signed.
func (c *Commissioning) Contracts(hub domain.HubID, n eventstore.Seq) []Contract {
	return all(&c.things, hub, aContract, n, c.Contract, func(one Contract) About { return one.About })
}

// Last is the contract's last day, as far as variations and an early end are
// known.
func (c Contract) Last() domain.Date {
	switch {
	case c.Ended.Known():
		return c.Ended.Event.On
	case len(c.Varied) > 0:
		return c.Varied[len(c.Varied)-1].Event.To
	}
	return c.Signed.Event.To
}

// On is what the contract says on a day, and the number of the variation in
// effect, 0 before the first.
func (c Contract) On(day domain.Date) (schedules []domain.ContractSchedule, duties []domain.ReportingDuty, variation int) {
	schedules, duties = c.Signed.Event.Schedules, c.Signed.Event.ReportingDuties
	for _, v := range c.Varied {
		if v.Event.On <= day {
			schedules, duties, variation = v.Event.Schedules, v.Event.ReportingDuties, v.Event.Variation
		}
	}
	return schedules, duties, variation
}

// StatusOn is the contract's term on a day.
func (c Contract) StatusOn(day domain.Date) Term {
	return termOn(c.Signed.Event.From, c.Last(), day)
}
