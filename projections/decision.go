package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Decision is everything that is known of one decision. Its lists are in the
// order of the log.
type Decision struct {
	About
	Opened   Fact[domain.DecisionOpened]
	Declared []Fact[domain.ConflictDeclaredForDecision]
	Managed  []Fact[domain.ConflictManaged]
	Verified []Fact[domain.MitigationVerified]

	Appraised  Fact[domain.CommissioningOptionsAppraised]
	Scores     []Fact[domain.ScoreRecorded]
	Quotations []Fact[domain.QuotationReceived]
	Waiver     Fact[domain.WaiverApproved]
	Votes      []Fact[domain.VoteRecorded]
	// Agreed is what the hub of the ICS agreed to, of a decision of a locality
	// hub above its limit.
	Agreed []Fact[domain.LocalityDecisionApproved]

	Made     []Fact[domain.CommissioningDecisionMade] // deferrals, and then what was decided
	Ratified Fact[domain.DecisionRatified]
	Reversed Fact[domain.DecisionReversed]
	Amended  []Fact[domain.DecisionAmended]
	// Voided is what was recorded wrongly as decided: it is in none of those
	// above.
	Voided []VoidedDecision

	Notices         []Fact[domain.NoticePublished]
	Standstill      Fact[domain.StandstillStarted]
	Representations []Fact[domain.RepresentationReceived]
	StandstillOver  Fact[domain.StandstillEnded]

	// Awards were made on it, Variations approved by it; Grants were offered
	// and Commitments made on it.
	Awards      []Fact[domain.ContractAwarded]
	Variations  []Fact[domain.AwardVaried]
	Grants      []Fact[domain.GrantOffered]
	Commitments []Fact[domain.CommitmentMade]

	Breaches []Breach
}

// VoidedDecision is an outcome that was recorded wrongly, and how it was taken
// back. The decision is then as it was before, or made again.
type VoidedDecision struct {
	Made     Fact[domain.CommissioningDecisionMade]
	Amended  []Fact[domain.DecisionAmended]
	Reversed Fact[domain.DecisionReversed]
	Voided   Fact[domain.EventVoided]
}

// Breach is a suspected breach, and what became of it.
type Breach struct {
	Suspected Fact[domain.BreachSuspected]
	Upheld    Fact[domain.BreachUpheld]
	Closed    Fact[domain.BreachClosed]
}

// DecisionStatus is how far a decision is.
type DecisionStatus string

// The statuses.
const (
	DecisionOpen     DecisionStatus = "OPEN"
	DecisionDeferred DecisionStatus = "DEFERRED"
	DecisionApproved DecisionStatus = "APPROVED"
	DecisionRejected DecisionStatus = "REJECTED"
	DecisionReversed DecisionStatus = "REVERSED"
)

// DecisionStatuses are all of them.
var DecisionStatuses = []DecisionStatus{DecisionOpen, DecisionDeferred, DecisionApproved, DecisionRejected, DecisionReversed}

// Decision is a decision of an ICS as known at n, and false where none of the
// id was opened.
func (c *Commissioning) Decision(icb string, id uuid.UUID, n eventstore.Seq) (Decision, bool) {
	var d Decision
	d.About = c.folds(icb, aDecision, id, n, d.evolve)
	if d.Opened.Known() {
		d.Hub = d.Opened.Event.Hub
	}
	return d, d.Opened.Known()
}

// DecidedIn are the ICSs in which a decision of an id was opened, as known at
// n. It is one, unless somebody has used the id again.
func (c *Commissioning) DecidedIn(id uuid.UUID, n eventstore.Seq) (icbs []string) {
	for _, icb := range c.opened[id].known(n) {
		if !slices.Contains(icbs, icb) {
			icbs = append(icbs, icb)
		}
	}
	return icbs
}

// Decisions are those of a hub, in the order they were opened.
func (c *Commissioning) Decisions(hub domain.HubID, n eventstore.Seq) []Decision {
	return all(&c.things, hub, aDecision, n, c.Decision, func(d Decision) About { return d.About })
}

func (d *Decision) evolve(seq eventstore.Seq, e any) {
	switch e := e.(type) {
	case domain.DecisionOpened:
		d.Opened = fact(seq, e)
	case domain.ConflictDeclaredForDecision:
		d.Declared = append(d.Declared, fact(seq, e))
	case domain.ConflictManaged:
		d.Managed = append(d.Managed, fact(seq, e))
	case domain.MitigationVerified:
		d.Verified = append(d.Verified, fact(seq, e))
	case domain.CommissioningOptionsAppraised:
		d.Appraised = fact(seq, e)
	case domain.ScoreRecorded:
		d.Scores = append(d.Scores, fact(seq, e))
	case domain.QuotationReceived:
		d.Quotations = append(d.Quotations, fact(seq, e))
	case domain.WaiverApproved:
		d.Waiver = fact(seq, e)
	case domain.VoteRecorded:
		d.Votes = append(d.Votes, fact(seq, e))
	case domain.LocalityDecisionApproved:
		d.Agreed = append(d.Agreed, fact(seq, e))
	case domain.CommissioningDecisionMade:
		d.Made = append(d.Made, fact(seq, e))
	case domain.DecisionRatified:
		d.Ratified = fact(seq, e)
	case domain.DecisionReversed:
		d.Reversed = fact(seq, e)
	case domain.DecisionAmended:
		d.Amended = append(d.Amended, fact(seq, e))
	case domain.EventVoided:
		d.void(fact(seq, e))
	default:
		d.evolveAfter(seq, e)
	}
}

// void takes back the last outcome: its reversal stands before its void.
func (d *Decision) void(v Fact[domain.EventVoided]) {
	last := len(d.Made) - 1
	if last < 0 || !d.Reversed.Known() {
		return // nothing that a void of this ledger could be about
	}
	d.Voided = append(d.Voided, VoidedDecision{Made: d.Made[last], Amended: d.Amended, Reversed: d.Reversed, Voided: v})
	d.Made, d.Amended, d.Reversed = d.Made[:last], nil, Fact[domain.DecisionReversed]{}
}

// evolveAfter is evolve for what follows from a decision.
func (d *Decision) evolveAfter(seq eventstore.Seq, e any) {
	switch e := e.(type) {
	case domain.NoticePublished:
		d.Notices = append(d.Notices, fact(seq, e))
	case domain.StandstillStarted:
		d.Standstill = fact(seq, e)
	case domain.RepresentationReceived:
		d.Representations = append(d.Representations, fact(seq, e))
	case domain.StandstillEnded:
		d.StandstillOver = fact(seq, e)
	case domain.ContractAwarded:
		d.Awards = append(d.Awards, fact(seq, e))
	case domain.AwardVaried:
		d.Variations = append(d.Variations, fact(seq, e))
	case domain.GrantOffered:
		d.Grants = append(d.Grants, fact(seq, e))
	case domain.CommitmentMade:
		d.Commitments = append(d.Commitments, fact(seq, e))
	case domain.BreachSuspected:
		d.Breaches = append(d.Breaches, Breach{Suspected: fact(seq, e)})
	case domain.BreachUpheld:
		if b := d.breach(e.Breach); b != nil {
			b.Upheld = fact(seq, e)
		}
	case domain.BreachClosed:
		if b := d.breach(e.Breach); b != nil {
			b.Closed = fact(seq, e)
		}
	}
}

func (d *Decision) breach(id uuid.UUID) *Breach {
	i := slices.IndexFunc(d.Breaches, func(b Breach) bool { return b.Suspected.Event.Breach == id })
	if i < 0 {
		return nil
	}
	return &d.Breaches[i]
}

// Newest is what was last decided, by a day: an outcome or a deferral.
func (d Decision) Newest(day domain.Date) (newest Fact[domain.CommissioningDecisionMade], ok bool) {
	for _, m := range slices.Backward(d.Made) {
		if m.Event.On <= day {
			return m, true
		}
	}
	return newest, false
}

// StatusOn is the decision's status on a day, and false where it was not opened
// by then. reversed is the day on which it was reversed, if it was.
func (d Decision) StatusOn(day, reversed domain.Date) (DecisionStatus, bool) {
	if day < d.Opened.Event.On {
		return "", false
	}
	newest, decided := d.Newest(day)
	switch {
	case !decided:
		return DecisionOpen, true
	case d.Reversed.Known() && reversed <= day:
		return DecisionReversed, true
	case newest.Event.Outcome == domain.OutcomeApprove:
		return DecisionApproved, true
	case newest.Event.Outcome == domain.OutcomeReject:
		return DecisionRejected, true
	}
	return DecisionDeferred, true
}

// MaxOn is the most that the decision approves of on a day, gross, as amended by
// then; 0 where it approves of nothing. dayOf is the day of an event.
func (d Decision) MaxOn(day domain.Date, dayOf func(eventstore.Seq) domain.Date) domain.Pence {
	newest, _ := d.Newest(day)
	most := newest.Event.Max
	for _, a := range d.Amended {
		if dayOf(a.Seq) <= day {
			most = a.Event.Max
		}
	}
	return most
}

// CandidatesOn are the organisations that may be chosen on a day: those it was
// opened with, and those that have quoted by then.
func (d Decision) CandidatesOn(day domain.Date) []string {
	out := slices.Clone(d.Opened.Event.Candidates)
	for _, q := range d.Quotations {
		if q.Event.On <= day && !slices.Contains(out, q.Event.Supplier) {
			out = append(out, q.Event.Supplier)
		}
	}
	return out
}

// Recused reports whether a person has no part in deciding: by what is done
// about a conflict, or because they said so instead of voting.
func (d Decision) Recused(person uuid.UUID) bool {
	return slices.ContainsFunc(d.Managed, func(f Fact[domain.ConflictManaged]) bool {
		return f.Event.Person == person && f.Event.Mitigation.Recuses()
	}) || slices.ContainsFunc(d.Votes, func(f Fact[domain.VoteRecorded]) bool {
		return f.Event.Person == person && f.Event.Vote == domain.VoteRecused
	})
}

// Declaration is what a person last declared for the decision, and false where
// they have declared nothing.
func (d Decision) Declaration(person uuid.UUID) (Fact[domain.ConflictDeclaredForDecision], bool) {
	for _, f := range slices.Backward(d.Declared) {
		if f.Event.Person == person {
			return f, true
		}
	}
	return Fact[domain.ConflictDeclaredForDecision]{}, false
}
