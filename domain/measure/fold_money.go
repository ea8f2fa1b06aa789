package measure

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// allocation is what is kept of money that is given.
type allocation struct {
	Allocation
	last domain.Date // of the line's year
}

func (a *allocation) entity() Entity {
	e := a.Allocation
	return &e
}

func (a *allocation) given(day domain.Date, pence domain.Pence) {
	a.Given = add(a.Given[:len(a.Given):len(a.Given)], span(min(day, a.last), a.last, int64(pence)))
}

// cost is what is kept of something that was incurred.
type cost struct {
	Cost
	last domain.Date
}

func (c *cost) entity() Entity {
	e := c.Cost
	return &e
}

// costs is the cost of an event. What is incurred after the line's year counts
// on its last day.
func (s scope) cost(accrual uuid.UUID, l domain.FundLine, purpose domain.FundPurpose, day domain.Date, pence domain.Pence) []Ref {
	r, c := at[cost](s, KindCost, accrual.String())
	c.Hub, c.Fund, c.Purpose, c.last = string(l.HubIn(s.icb)), string(l.Fund), string(purpose), l.FY.Last()
	c.Incurred = add(c.Incurred[:len(c.Incurred):len(c.Incurred)], span(min(day, c.last), c.last, int64(pence)))
	return one(r)
}

func (s scope) money(e domain.Event, day domain.Date) []Ref {
	switch e := e.(type) {
	case domain.AllocationIssued:
		r, a := at[allocation](s, KindAllocation, e.Allocation.String())
		a.Hub, a.Fund, a.Purpose, a.last = string(e.Line.HubIn(s.icb)), string(e.Line.Fund), string(e.Purpose), e.Line.FY.Last()
		if e.Status == domain.StatusConfirmed {
			a.given(day, e.Pence)
		}
		return one(r)
	case domain.AllocationConfirmed:
		r, a := at[allocation](s, KindAllocation, e.Allocation.String())
		a.given(day, e.Pence)
		return one(r)
	case domain.AllocationVaried:
		r, a := at[allocation](s, KindAllocation, e.Allocation.String())
		if e.Status == domain.StatusConfirmed {
			a.given(day, e.Pence)
		}
		return one(r)
	case domain.CommitmentMade: // no thing of its own: costs under it have its purpose
		s.purposes[promise{s.icb, e.Commitment}] = e.Purpose
	case domain.CostAccrued:
		return s.cost(e.Accrual, e.Line, s.purposes[promise{s.icb, e.Commitment}], e.PeriodTo, e.FromCommitted+e.FromAvailable)
	case domain.PayCharged:
		return s.cost(e.Accrual, e.Line, "", e.PeriodTo, e.Pence)
	case domain.HostOverheadCharged:
		return s.cost(e.Accrual, e.Line, "", e.PeriodTo, e.Pence)
	case domain.AccrualReversed:
		return s.cost(e.Accrual, e.Line, s.purposes[promise{s.icb, e.Commitment}], day, -e.ToCommitted-e.ToAvailable)
	}
	return nil
}
