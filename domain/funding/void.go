package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// What takes back events of money that were recorded wrongly. These commands
// are given by the aggregate alone, as parts of a correction: it knows what was
// built on the event, and sees that nothing is.

// ReverseCommitment releases all of a promise under an award.
type ReverseCommitment struct {
	Commitment uuid.UUID
	Reason     string
}

// ReverseGrant terminates an offer and releases its promise.
type ReverseGrant struct {
	Grant  uuid.UUID
	Reason string
}

// ReversePayment says that a payment was not made, or not so.
type ReversePayment struct {
	Payment uuid.UUID
	Reason  string
}

// ReverseVirement moves the money of a virement back.
type ReverseVirement struct {
	Virement uuid.UUID
	Reason   string
}

// CommandName implements domain.CommandData.
func (ReverseCommitment) CommandName() string { return "reverse-commitment" }

// CommandName implements domain.CommandData.
func (ReverseGrant) CommandName() string { return "reverse-grant" }

// CommandName implements domain.CommandData.
func (ReversePayment) CommandName() string { return "reverse-payment" }

// CommandName implements domain.CommandData.
func (ReverseVirement) CommandName() string { return "reverse-virement" }

// Validate implements domain.CommandData. Whoever gives a correction has
// checked its fields.
func (ReverseCommitment) Validate(*domain.FieldErrors) {}

// Validate implements domain.CommandData.
func (ReverseGrant) Validate(*domain.FieldErrors) {}

// Validate implements domain.CommandData.
func (ReversePayment) Validate(*domain.FieldErrors) {}

// Validate implements domain.CommandData.
func (ReverseVirement) Validate(*domain.FieldErrors) {}

// Mirror is the id of the virement that takes another back.
func Mirror(virement uuid.UUID) uuid.UUID { return domain.NewID(virement, "mirror") }

// PromiseOf is the commitment that came with a grant; the nil id where there is
// no such grant.
func (s *State) PromiseOf(grant uuid.UUID) uuid.UUID {
	g, _ := s.grants.Get(grant)
	return g.commitment
}

// Reversed reports whether an accrual is reversed.
func (s *State) Reversed(accrual uuid.UUID) bool {
	a, known := s.accruals.Get(accrual)
	return known && a.reversed.Accrual == accrual
}

// correctable holds that the books of a line's year can still be corrected.
func (o *order) correctable(line domain.FundLine) {
	y, _ := o.s.years.Get(booksOf(line))
	o.k.Must(RuleClosed, y.signed.By == uuid.Nil, "the accounts of %s for %s are signed; what was wrong in them is adjusted in an open year", o.whose(line.Hub), line.FY)
	o.k.Must(RuleClosed, !y.closed || o.on > line.FY.Last(), "the books of %s are closed for %s; the correction should be dated in an open year, not on %s", o.whose(line.Hub), line.FY, o.on)
}

func (o *order) reverseCommitment(data ReverseCommitment) (domain.Decision, error) {
	c, known := o.s.commitments.Get(data.Commitment)
	o.k.Must(RuleNamed, known, "commitment %s should be made before it is reversed", data.Commitment)
	o.k.Must(RuleReversal, c.made.Grant == uuid.Nil, "commitment %s came with grant %s; the grant should be reversed", data.Commitment, c.made.Grant)
	var events []domain.Event
	for _, line := range c.lines {
		prepaid, _ := o.s.prepaid.Get(chargedLine{data.Commitment, line})
		o.k.Must(RuleReversal, prepaid == 0, "%s pounds of commitment %s are prepaid on %s; the payment should be voided first", prepaid, data.Commitment, line)
		if r, some := o.rest(data.Commitment, line, data.Reason); some {
			events = append(events, r)
		}
	}
	return o.record(events...)
}

// rest releases what of a commitment a line still bears, or is going to; false
// where that is nothing.
func (o *order) rest(id uuid.UUID, line domain.FundLine, reason string) (domain.CommitmentReleased, bool) {
	r := domain.CommitmentReleased{Commitment: id, Line: line, Pence: o.s.waiting(id, line), Reason: reason}
	r.Planned = r.Pence > 0
	if !r.Planned {
		r.Pence, _ = o.s.charged.Get(chargedLine{id, line})
	}
	return r, r.Pence > 0
}

func (o *order) reverseGrant(data ReverseGrant) (domain.Decision, error) {
	g := o.grant(data.Grant)
	o.k.Must(RuleReversal, g.accepted.Grant == uuid.Nil, "grant %s is accepted; it should be terminated", data.Grant)
	return o.terminate(TerminateGrant{Grant: data.Grant, On: o.on, Reason: data.Reason})
}

func (o *order) reversePayment(data ReversePayment) (domain.Decision, error) {
	of, known := o.s.payments.Get(data.Payment)
	o.k.Must(RuleNamed, known, "payment %s should be recorded before it is reversed", data.Payment)
	e := domain.PaymentReversed{Payment: data.Payment, Allocations: of.Allocations, Reason: data.Reason}
	if before, reversed := o.s.reversedPayment(data.Payment); reversed {
		o.k.Must(RuleReversal, before.Reason == e.Reason, "payment %s is reversed already", e.Payment)
		return o.k.Decide()
	}
	before := make(map[chargedLine]domain.Pence)
	for _, a := range of.Allocations {
		o.correctable(a.Line)
		recovered, _ := o.s.recovered.Get(debtOf{e.Payment, debt{a.Accrual, a.Commitment, a.Line}})
		o.k.Must(RuleReversal, recovered == 0, "%s pounds of payment %s came back; it was made", recovered, e.Payment)
		if a.Accrual != uuid.Nil {
			continue
		}
		key := chargedLine{a.Commitment, a.Line}
		before[key] += a.Pence
		prepaid, _ := o.s.prepaid.Get(key)
		o.k.Must(RuleReversal, before[key] <= prepaid, "%s pounds of commitment %s are still prepaid on %s; the cost incurred since should be voided first", prepaid, a.Commitment, a.Line)
	}
	return o.record(e)
}

func (s *State) reversedPayment(id uuid.UUID) (domain.PaymentReversed, bool) {
	e, known := s.events.Get(said{kind: domain.PaymentReversed{}.EventType(), id: id})
	if !known {
		return domain.PaymentReversed{}, false
	}
	return e.(domain.PaymentReversed), true
}

// unpay takes back what a payment had settled.
func (s *State) unpay(e domain.PaymentReversed) {
	s.events.Set(said{kind: e.EventType(), id: e.Payment}, e)
	for _, a := range e.Allocations {
		a.Pence = -a.Pence
		s.pay(a)
	}
}

// reverseVirement asks for no delegation and no approval: the money goes back
// to where its funder had given it.
func (o *order) reverseVirement(data ReverseVirement) (domain.Decision, error) {
	before, known := o.s.events.Get(said{kind: domain.BudgetVired{}.EventType(), id: data.Virement})
	o.k.Must(RuleNamed, known, "virement %s should be recorded before it is reversed", data.Virement)
	if o.k.Refused() {
		return o.k.Decide()
	}
	of := before.(domain.BudgetVired)
	e := domain.BudgetVired{Virement: Mirror(of.Virement), From: of.To, To: of.From, Pence: of.Pence, Reason: data.Reason}
	return o.once(said{kind: e.EventType(), id: e.Virement}, e, func() []domain.Event {
		o.open(e.From)
		o.open(e.To)
		return nil
	})
}
