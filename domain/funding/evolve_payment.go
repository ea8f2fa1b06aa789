package funding

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (s *State) evolvePayment(e domain.Event) {
	switch e := e.(type) {
	case domain.InvoiceReceived:
		s.invoices.Set(e.Invoice, invoice{received: e})
		if e.DuplicateOf == uuid.Nil {
			s.numbered.Set(numberOf(e), e.Invoice)
		}
	case domain.InvoiceApproved:
		change(&s.invoices, e.Invoice, func(i *invoice) { i.approvers = append(slices.Clip(i.approvers), e.By) })
	case domain.PaymentMade:
		s.payments.Set(e.Payment, e)
		for _, a := range e.Allocations {
			s.pay(a)
		}
	case domain.PaymentReversed:
		s.unpay(e)
	case domain.PaymentRecovered:
		s.recover(e)
	case domain.GrantOffered:
		s.grants.Set(e.Grant, grant{offered: e})
	case domain.GrantCarriedOn:
		s.grants.Set(e.Grant, carriedGrant(e))
	case domain.CommitmentMade:
		if e.Grant != uuid.Nil {
			change(&s.grants, e.Grant, func(g *grant) { g.commitment = e.Commitment })
		}
	case domain.GrantAccepted:
		change(&s.grants, e.Grant, func(g *grant) { g.accepted = e })
	case domain.GrantMilestoneMet:
		change(&s.grants, e.Grant, func(g *grant) { g.met = append(slices.Clip(g.met), e) })
	case domain.GrantTerminated:
		change(&s.grants, e.Grant, func(g *grant) { g.terminated = e })
	}
}

func numberOf(e domain.InvoiceReceived) invoiceNumber {
	return invoiceNumber{e.Payee, e.Number, e.Amount.Gross()}
}

func (s *State) pay(a domain.PaymentAllocation) {
	under := a.Commitment
	if a.Accrual != uuid.Nil {
		change(&s.accruals, a.Accrual, func(of *accrual) {
			of.paid += a.Pence
			under = of.commitment
		})
	} else {
		add(&s.prepaid, chargedLine{a.Commitment, a.Line}, a.Pence)
	}
	if a.Invoice != uuid.Nil {
		change(&s.invoices, a.Invoice, func(i *invoice) { i.paid += a.Pence })
	}
	s.payAward(under, a.Pence)
}

// payAward counts what was paid on the award of a commitment, if it has one.
func (s *State) payAward(id uuid.UUID, pence domain.Pence) {
	if c, _ := s.commitments.Get(id); c.made.Award != uuid.Nil {
		change(&s.awards, c.made.Award, func(a *award) { a.paid += pence })
	}
}

func (s *State) recover(e domain.PaymentRecovered) {
	s.events.Set(said{kind: e.EventType(), id: e.Recovery}, e)
	add(&s.recovered, debtOf{e.Payment, debt{e.Accrual, e.Commitment, e.Line}}, e.Pence)
	change(&s.terms, e.Line, func(t *terms) { t.recovered += e.ToAvailable })
	under := e.Commitment
	if e.Accrual != uuid.Nil {
		change(&s.accruals, e.Accrual, func(a *accrual) {
			a.recovered += e.RecoverableVAT
			under = a.commitment
		})
	} else {
		add(&s.prepaid, chargedLine{e.Commitment, e.Line}, -e.Pence)
	}
	s.payAward(under, -e.Pence)
}

func (s *State) evolveYear(e domain.Event) {
	switch e := e.(type) {
	case domain.ClawbackDemanded:
		s.clawbacks.Set(e.Clawback, clawback{demanded: e})
	case domain.ClawbackAgreed:
		change(&s.clawbacks, e.Clawback, func(c *clawback) { c.agreed += e.FromAvailable + e.FromHost })
		change(&s.agreed, clawbackLine{e.Clawback, e.Line}, func(a *agreement) {
			a.fromAvailable += e.FromAvailable
			a.fromHost += e.FromHost
		})
	case domain.ClawbackSettled:
		change(&s.agreed, clawbackLine{e.Clawback, e.Line}, func(a *agreement) {
			a.settled += e.Pence
			a.settledByHost += e.FromHost
		})
		change(&s.terms, e.Line, func(t *terms) { t.byHost += e.FromHost })
	case domain.DeferralAgreed:
		s.events.Set(said{kind: e.EventType(), line: e.Line}, e)
		change(&s.terms, e.Line, func(t *terms) { t.deferrable = e.Pence })
	case domain.YearEndDeclared:
		change(&s.years, books{e.Hub, e.FY}, func(y *year) { y.closed, y.declared = true, e })
		for _, d := range e.Deferred {
			s.inherit(d.Line, d.Line.InYear(d.Line.FY.Next()))
			change(&s.terms, d.Line, func(t *terms) { t.deferred += d.Pence })
		}
	case domain.YearReopened:
		change(&s.years, books{e.Hub, e.FY}, func(y *year) { y.closed = false })
	case domain.AccountsSigned:
		change(&s.years, books{e.Hub, e.FY}, func(y *year) { y.signed = e })
	case domain.LedgerReconciled:
		s.events.Set(said{kind: e.EventType(), line: e.Line, on: e.PeriodEnd}, e)
	case domain.FunderBalanceAgreed:
		s.events.Set(said{kind: e.EventType(), line: e.Line, on: e.AsAt}, e)
	case domain.SurplusDetermined:
		s.events.Set(said{kind: e.EventType(), line: domain.FundLine{Hub: e.Hub, FY: e.FY}}, e)
	case domain.DistributionMade:
		s.events.Set(said{kind: e.EventType(), id: e.Distribution}, e)
	}
}
