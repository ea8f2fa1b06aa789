package funding

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Takes reports whether an event is one of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.AllocationIssued, domain.AllocationConfirmed, domain.AllocationVaried, domain.OverspendAuthorised,
		domain.ForecastRecorded, domain.FundReceived, domain.BudgetVired, domain.TransferSent, domain.TransferReceived,
		domain.ProjectCommissionedFromHub,
		domain.CommitmentMade, domain.CommitmentCharged, domain.CommitmentReleased, domain.CostAccrued, domain.PayCharged,
		domain.OverheadBasisAgreed, domain.HostOverheadCharged, domain.AccrualReversed,
		domain.InvoiceReceived, domain.InvoiceApproved, domain.PaymentMade, domain.PaymentReversed, domain.PaymentRecovered,
		domain.GrantOffered, domain.GrantAccepted, domain.GrantMilestoneMet, domain.GrantTerminated,
		domain.ClawbackDemanded, domain.ClawbackAgreed, domain.ClawbackSettled, domain.DeferralAgreed,
		domain.YearEndDeclared, domain.YearReopened, domain.AccountsSigned, domain.LedgerReconciled,
		domain.FunderBalanceAgreed, domain.SurplusDetermined, domain.DistributionMade,
		domain.CommitmentHandedOver, domain.FundTermsCarriedOn, domain.GrantCarriedOn:
		return true
	}
	return false
}

// Evolve assigns what an event says. Events of other rooms change nothing.
func (s *State) Evolve(r domain.Recorded) {
	s.post(r.Event)
	s.evolveBudget(r.Event)
	s.evolveCost(r.Event)
	s.evolvePayment(r.Event)
	s.evolveYear(r.Event)
}

// post keeps the balances, and which lines a year has.
func (s *State) post(e domain.Event) {
	for _, p := range domain.Postings(e) {
		b, known := s.balances.Get(p.Line)
		if !known {
			s.know(p.Line)
			change(&s.years, booksOf(p.Line), func(y *year) { y.lines = append(slices.Clip(y.lines), p.Line) })
		}
		b[p.Account] += p.Delta
		s.balances.Set(p.Line, b)
	}
}

// change assigns a changed copy of a table's value.
func change[K comparable, V any](t *domain.Table[K, V], k K, f func(*V)) {
	v, _ := t.Get(k)
	f(&v)
	t.Set(k, v)
}

func add[K comparable](t *domain.Table[K, domain.Pence], k K, p domain.Pence) {
	change(t, k, func(sum *domain.Pence) { *sum += p })
}

func (s *State) evolveBudget(e domain.Event) {
	switch e := e.(type) {
	case domain.AllocationIssued:
		s.allocations.Set(e.Allocation, allocation{issued: e, pence: e.Pence})
		if e.Status == domain.StatusConfirmed {
			s.allocate(e)
		}
	case domain.AllocationConfirmed:
		change(&s.allocations, e.Allocation, func(a *allocation) {
			a.confirmed, a.pence = e, e.Pence
			s.allocate(a.issued)
		})
	case domain.AllocationVaried:
		change(&s.allocations, e.Allocation, func(a *allocation) { a.pence += e.Pence })
	case domain.OverspendAuthorised:
		change(&s.terms, e.Line, func(t *terms) { t.overspend = e })
	case domain.ForecastRecorded:
		s.events.Set(said{kind: e.EventType(), line: e.Line, on: e.AsAt}, e)
	case domain.FundReceived:
		s.events.Set(said{kind: e.EventType(), id: e.Receipt}, e)
	case domain.BudgetVired:
		s.events.Set(said{kind: e.EventType(), id: e.Virement}, e)
		s.inherit(e.From, e.To)
		change(&s.terms, e.To, func(t *terms) { t.allocated = true })
	case domain.TransferSent:
		s.events.Set(said{kind: e.EventType(), id: e.Transfer}, e)
	case domain.TransferReceived:
		s.events.Set(said{kind: e.EventType(), id: e.Transfer}, e)
		s.valid(e.Line)
	case domain.ProjectCommissionedFromHub:
		s.events.Set(said{kind: e.EventType(), id: e.Project}, e)
		s.valid(e.Line)
	case domain.FundTermsCarriedOn:
		s.widen(e.Line, e.Expires, e.Purposes, e.Conditions)
		change(&s.terms, e.Line, func(t *terms) { t.carried = true })
	}
}

// allocate adds the terms of an allocation to those of its line.
func (s *State) allocate(e domain.AllocationIssued) {
	s.widen(e.Line, e.Expires, []domain.FundPurpose{e.Purpose}, e.Conditions)
}

// widen adds the terms of money to those of its line: each purpose is one more,
// and so is each condition.
func (s *State) widen(line domain.FundLine, expires domain.Date, purposes []domain.FundPurpose, conditions []domain.FundCondition) {
	change(&s.terms, line, func(t *terms) {
		t.allocated = true
		t.expires = max(t.expires, expires)
		for _, p := range purposes {
			if !slices.Contains(t.purposes, p) {
				t.purposes = append(slices.Clip(t.purposes), p)
			}
		}
		for _, c := range conditions {
			switch {
			case c.Kind == domain.ConditionNoCarryOver:
				t.noCarryOver = true
			case c.Kind == domain.ConditionRingFenced:
				t.ringFenced = true
			case c.Kind == domain.ConditionExcludes && !slices.Contains(t.excludes, c.CostType):
				t.excludes = append(slices.Clip(t.excludes), c.CostType)
			}
		}
	})
}

// inherit gives a line that has had no money the terms of the line of its own
// fund that its first money comes from, and validity for its year.
func (s *State) inherit(from, to domain.FundLine) {
	change(&s.terms, to, func(t *terms) {
		if !t.expires.IsZero() {
			return
		}
		t.expires = to.FY.Last()
		if to.Fund != from.Fund {
			return
		}
		of, _ := s.terms.Get(from)
		t.purposes, t.excludes, t.noCarryOver, t.ringFenced = of.purposes, of.excludes, of.noCarryOver, of.ringFenced
		if to.FY == from.FY && !of.expires.IsZero() {
			t.expires = of.expires
		}
	})
}

// valid makes money of a line that comes without terms valid for its year.
func (s *State) valid(line domain.FundLine) {
	change(&s.terms, line, func(t *terms) {
		if !t.carried {
			t.expires = max(t.expires, line.FY.Last())
		}
	})
}

func (t terms) serves(p domain.FundPurpose) bool {
	return len(t.purposes) == 0 || slices.Contains(t.purposes, p)
}

func (s *State) evolveCost(e domain.Event) {
	switch e := e.(type) {
	case domain.CommitmentMade:
		s.commitments.Set(e.Commitment, commitment{e, linesOf(e)})
		s.link(e)
		s.charged.Set(chargedLine{e.Commitment, e.Line}, e.Charge())
		for _, p := range later(e) {
			change(&s.planned, e.Line.InYear(p.FY), func(all *[]plannedPart) {
				*all = append(slices.Clip(*all), plannedPart{e.Commitment, p.Pence})
			})
		}
		s.promise(e, e.Pence)
		change(&s.awards, e.Award, func(a *award) {
			if !slices.Contains(a.requesters, e.RequestedBy) {
				a.requesters = append(slices.Clip(a.requesters), e.RequestedBy)
			}
		})
	case domain.CommitmentCharged:
		add(&s.charged, chargedLine{e.Commitment, e.Line}, e.Pence)
		s.unplan(e.Commitment, e.Line, e.Pence)
	case domain.CommitmentReleased:
		if e.Planned {
			s.unplan(e.Commitment, e.Line, e.Pence)
		} else {
			add(&s.charged, chargedLine{e.Commitment, e.Line}, -e.Pence)
		}
		c, _ := s.commitments.Get(e.Commitment)
		s.promise(c.made, -e.Pence)
	case domain.CostAccrued:
		s.incur(e.Accrual, e.PeriodTo, accrual{
			event: e, commitment: e.Commitment, line: e.Line, payee: e.Payee, amount: e.Amount,
			committed: e.FromCommitted, prepaid: e.FromPrepaid,
		})
		s.consume(e.Commitment, e.Line, e.FromCommitted, e.FromPrepaid, e.Amount)
	case domain.PayCharged:
		s.incur(e.Accrual, e.PeriodTo, accrual{event: e, line: e.Line, amount: domain.Amount{Net: e.Pence}})
		change(&s.years, booksOf(e.Line), func(y *year) { y.pay += e.Pence })
		change(&s.paid, post{booksOf(e.Line), e.Post}, func(all *[]paidPeriod) {
			*all = append(slices.Clip(*all), paidPeriod{e.Accrual, e.PeriodFrom, e.PeriodTo, e.FTE})
		})
	case domain.OverheadBasisAgreed:
		change(&s.years, books{e.Hub, e.FY}, func(y *year) { y.basis = e })
	case domain.HostOverheadCharged:
		s.incur(e.Accrual, e.PeriodTo, accrual{event: e, line: e.Line, amount: domain.Amount{Net: e.Pence}})
		change(&s.years, booksOf(e.Line), func(y *year) { y.overhead += e.Pence })
	case domain.AccrualReversed:
		s.reverse(e)
	}
}

// promise counts what is promised against an award, or against the decision
// that approved a grant.
func (s *State) promise(made domain.CommitmentMade, pence domain.Pence) {
	if made.Award != uuid.Nil {
		change(&s.awards, made.Award, func(a *award) { a.committed += pence })
	} else {
		add(&s.granted, made.Decision, pence)
	}
}

// consume takes a cost from its commitment, or gives a reversed one back.
func (s *State) consume(id uuid.UUID, line domain.FundLine, committed, prepaid domain.Pence, amount domain.Amount) {
	if id == uuid.Nil {
		return
	}
	add(&s.charged, chargedLine{id, line}, -committed)
	add(&s.prepaid, chargedLine{id, line}, -prepaid)
	if c, _ := s.commitments.Get(id); c.made.Grant != uuid.Nil {
		change(&s.grants, c.made.Grant, func(g *grant) { g.incurred += amount.Budget() })
	}
}

// incur adds a cost, pay or overhead.
func (s *State) incur(id uuid.UUID, until domain.Date, a accrual) {
	a.month = monthOf(a.line, until)
	s.accruals.Set(id, a)
	add(&s.incurred, a.month, a.amount.Budget())
}

func (s *State) reverse(e domain.AccrualReversed) {
	a, _ := s.accruals.Get(e.Accrual)
	a.reversed = e
	s.accruals.Set(e.Accrual, a)
	add(&s.incurred, a.month, -e.Amount.Budget())
	back := domain.Amount{Net: -e.Amount.Net, VAT: -e.Amount.VAT, RecoverableVAT: -e.Amount.RecoverableVAT}
	s.consume(e.Commitment, e.Line, -e.ToCommitted, -e.ToPrepaid, back)
	switch of := a.event.(type) {
	case domain.PayCharged:
		change(&s.years, booksOf(e.Line), func(y *year) { y.pay -= of.Pence })
		change(&s.paid, post{booksOf(e.Line), of.Post}, func(all *[]paidPeriod) {
			*all = slices.DeleteFunc(slices.Clone(*all), func(p paidPeriod) bool { return p.accrual == e.Accrual })
		})
	case domain.HostOverheadCharged:
		change(&s.years, booksOf(e.Line), func(y *year) { y.overhead -= of.Pence })
	}
}

// unplan takes pence from the part of a commitment that waits for a line's
// money.
func (s *State) unplan(id uuid.UUID, line domain.FundLine, pence domain.Pence) {
	change(&s.planned, line, func(all *[]plannedPart) {
		var left []plannedPart
		for _, p := range *all {
			if p.commitment == id {
				p.pence -= pence
			}
			if p.pence > 0 {
				left = append(left, p)
			}
		}
		*all = left
	})
}

// later are the parts of a commitment after the year of its line.
func later(e domain.CommitmentMade) []domain.YearPart {
	if len(e.Profile) == 0 {
		return nil
	}
	return e.Profile[1:]
}

func linesOf(e domain.CommitmentMade) []domain.FundLine {
	lines := []domain.FundLine{e.Line}
	for _, p := range later(e) {
		lines = append(lines, e.Line.InYear(p.FY))
	}
	return lines
}
