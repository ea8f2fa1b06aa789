package hub_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/topology"
)

// What holds whatever a hub is asked, through all of its rooms and with
// corrections among the orders. Money is only ever permitted here; of votes and
// decisions some have happened against the rules.

var members = []string{"chair", "nurse", "lay", "pcn"}

// ready is a hub that may buy, with a locality hub, a funded post and somebody
// who may move money.
func ready(t testing.TB) *scene {
	s := bought(t, "open")
	for _, o := range script(t) {
		if o.Step == "meeting" {
			s.must(t, o)
		}
	}
	for _, data := range []domain.CommandData{
		topology.EstablishLocalityHub{Hub: "QE1~west", Name: "West", From: 20220701, Area: []string{}},
		governance.SetEstablishment{Role: "PROJECT_MANAGER", FTE: domain.OneFTE, FY: cpd.FY},
		governance.GrantDelegation{Person: clerk, Limit: 1_000_000, From: 20250301},
	} {
		if _, err := s.order(data, nil); err != nil {
			t.Fatal(err)
		}
	}
	s.by = clerk
	return s
}

// pick is one of a list, and the zero value where there is none.
func pick[T any](r *rand.Rand, list []T) (one T) {
	if len(list) == 0 {
		return one
	}
	return list[r.IntN(len(list))]
}

// every are the events of a type.
func every[E domain.Event](s *scene) (all []E) {
	for _, r := range s.log {
		if e, ok := r.Event.(E); ok {
			all = append(all, e)
		}
	}
	return all
}

// random is an order about what there is.
func (s *scene) random(r *rand.Rand) (domain.CommandData, *domain.Happened) {
	pence := domain.Pence(1 + r.IntN(400_000))
	switch r.IntN(20) {
	case 0:
		return funding.IssueAllocation{Line: cpd, Pence: pence, Purpose: "CPD", Status: domain.StatusConfirmed, Source: domain.SourceHEE}, nil
	case 1:
		return funding.VireBudget{From: cpd, To: west, Pence: pence, Reason: "Courses there"}, nil
	case 2:
		return funding.VireBudget{From: west, To: cpd, Pence: pence, Reason: "Courses here"}, nil
	case 3, 4, 5, 6, 7, 8, 9:
		return s.talk(r, pence)
	case 10, 11, 12, 13:
		return s.buy(r, pence), nil
	case 14, 15, 16, 17:
		return s.spend(r, pence), nil
	}
	return s.correction(r, pence), nil
}

// talk is an order about what is to be decided.
func (s *scene) talk(r *rand.Rand, pence domain.Pence) (domain.CommandData, *domain.Happened) {
	opened := every[domain.DecisionOpened](s)
	if n := len(opened); n == 0 || n < 8 && r.IntN(12) == 0 {
		return commissioning.OpenDecision{
			Decision: domain.NewID(uuid.NameSpaceOID, string(rune('a'+n))), Kind: domain.DecisionPurchase, Subject: "A course", Programme: named("programme"),
			Candidates: []string{college}, Estimate: 400_000, Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Requester: named("manager"),
		}, nil
	}
	decision, member := pick(r, opened).Decision, named(pick(r, members))
	switch n := r.IntN(20); {
	case n < 7:
		return commissioning.DeclareConflict{Decision: decision, Person: member, Nil: true}, nil
	case n == 7:
		return commissioning.ManageConflict{Decision: decision, Person: member, Mitigation: domain.MitigationLeaves, DecidedBy: named(pick(r, members)), Reason: "Teaches there"}, nil
	case n < 16:
		vote := commissioning.RecordVote{Decision: decision, Person: member, Vote: domain.VoteFor}
		switch r.IntN(12) {
		case 0:
			vote.Vote = domain.VoteRecused
		case 1:
			vote.Vote = domain.VoteAgainst
		case 2:
			return vote, &domain.Happened{On: 20250401}
		}
		return vote, nil
	}
	made := approve(decision, pick(r, []domain.FundLine{cpd, cpd, west}), pence)
	if r.IntN(12) == 0 {
		return made, &domain.Happened{On: 20250401}
	}
	return made, nil
}

// buy is an order about what was decided.
func (s *scene) buy(r *rand.Rand, pence domain.Pence) domain.CommandData {
	if r.IntN(2) == 0 {
		d := pick(r, every[domain.CommissioningDecisionMade](s))
		return commissioning.AwardContract{Decision: d.Decision, Supplier: college, From: 20250401, To: 20260331, Value: domain.Amount{Net: d.Max}, On: 20250401}
	}
	a := pick(r, every[domain.ContractAwarded](s))
	for _, d := range every[domain.CommissioningDecisionMade](s) {
		if d.Decision == a.Decision {
			return funding.MakeCommitment{Line: d.FundLines[0].Line, Award: a.Award, Pence: min(pence, a.Value.Net), Purpose: "CPD", CostType: "COURSE", RequestedBy: named("manager")}
		}
	}
	return funding.MakeCommitment{}
}

// spend is an order about what was promised, and about pay.
func (s *scene) spend(r *rand.Rand, pence domain.Pence) domain.CommandData {
	c := pick(r, every[domain.CommitmentMade](s))
	switch r.IntN(6) {
	case 0:
		return funding.ReleaseCommitment{Commitment: c.Commitment, Line: c.Line, Pence: min(pence, c.Pence), Reason: "Fewer places"}
	case 1, 2:
		return cost(c, max(1, c.Pence/domain.Pence(1+r.IntN(3))))
	case 3:
		return funding.ReverseAccrual{Accrual: pick(r, every[domain.CostAccrued](s)).Accrual, Reason: "Not received"}
	case 4:
		return funding.ChargePay{Line: cpd, Post: "PROJECT_MANAGER", FTE: domain.OneFTE / 4, PeriodFrom: 20250401, PeriodTo: 20250401, Pence: pence}
	}
	return s.settle(r)
}

func approve(decision uuid.UUID, line domain.FundLine, pence domain.Pence) commissioning.RecordDecision {
	return commissioning.RecordDecision{
		Decision: decision, Outcome: domain.OutcomeApprove, Candidate: college, Max: pence, Purpose: "CPD", FundLines: []domain.FundPart{{Line: line, Pence: pence}},
		Needs: []uuid.UUID{named("need")}, Priorities: []uuid.UUID{named("priority")}, Rationale: "It is needed",
		Authority: domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: named("meeting"), Item: "2"},
	}
}

func cost(c domain.CommitmentMade, pence domain.Pence) funding.AccrueCost {
	return funding.AccrueCost{Commitment: c.Commitment, Line: c.Line, Amount: domain.Amount{Net: pence}, PeriodFrom: 20250401, PeriodTo: 20250401}
}

// settle pays a charge of pay, or gets some of a payment back.
func (s *scene) settle(r *rand.Rand) domain.CommandData {
	if p := pick(r, every[domain.PaymentMade](s)); len(p.Allocations) > 0 && r.IntN(6) == 0 {
		return funding.RecordRecovery{Payment: p.Payment, Accrual: p.Allocations[0].Accrual, Pence: 1 + p.Allocations[0].Pence/2, Reason: "Overpaid"}
	}
	c := pick(r, every[domain.PayCharged](s))
	return funding.RecordPayment{
		Payee: "RXN", On: 20250401, Debts: []funding.PaidDebt{{Accrual: c.Accrual, Pence: max(1, c.Pence/domain.Pence(1+r.IntN(2)))}},
		ApprovedBy: named("officer"), PaidBy: named("payer"),
	}
}

// correction voids one of the events, with a right act or without.
func (s *scene) correction(r *rand.Rand, pence domain.Pence) hub.VoidEvent {
	wrong := pick(r, s.log)
	for range 8 { // most events can't be voided
		if _, decided := wrong.Event.(domain.CommissioningDecisionMade); decided || len(domain.Postings(wrong.Event)) > 0 && r.IntN(4) > 0 {
			break
		}
		wrong = pick(r, s.log)
	}
	data := hub.VoidEvent{Event: wrong.ID, Reason: "Typed wrongly"}
	if r.IntN(2) == 0 {
		return data
	}
	switch e := wrong.Event.(type) {
	case domain.CostAccrued:
		for _, c := range every[domain.CommitmentMade](s) {
			if c.Commitment == e.Commitment {
				one := cost(c, max(1, e.Amount.Net/2))
				data.Instead = &hub.Instead{AccrueCost: &one}
			}
		}
	case domain.BudgetVired:
		data.Instead = &hub.Instead{VireBudget: &funding.VireBudget{From: e.From, To: e.To, Pence: pence, Reason: e.Reason}}
	case domain.CommissioningDecisionMade:
		less := approve(e.Decision, e.FundLines[0].Line, max(1, e.Max/2))
		data.Instead = &hub.Instead{RecordDecision: &less}
	}
	return data
}

// account is an account of a line.
type account struct {
	line domain.FundLine
	of   domain.Account
}

func TestWhateverIsAsked(t *testing.T) {
	recorded, rules := make(map[string]int), make(map[domain.Rule]int)
	base := ready(t)
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		s := base.copy()
		balances := make(map[account]domain.Pence)
		s.post(t, balances, 0)
		for range 500 - rapid.IntRange(0, 480).Draw(t, "fewer orders") {
			from := len(s.log)
			data, happened := s.random(r)
			var f domain.FieldErrors
			if data.Validate(&f); len(f.List) > 0 {
				continue // there is nothing yet of what it is about
			}
			if _, err := s.order(data, happened); err != nil {
				rule := refusedBy(err)
				if rule == "" {
					t.Fatal(err)
				}
				rules[rule]++
				continue
			}
			for _, one := range s.log[from:] {
				recorded[one.Event.EventType()]++
			}
			s.post(t, balances, from)
			s.holdMoney(t, balances)
			s.holdDecisions(t, from)
			s.holdVoid(t, from)
		}
	})
	for _, typ := range []string{
		"BudgetVired", "CommissioningDecisionMade", "ContractAwarded", "CommitmentMade", "CommitmentReleased", "CostAccrued", "AccrualReversed", "PayCharged",
		"PaymentMade", "PaymentReversed", "PaymentRecovered", "DecisionReversed", "EventVoided",
	} {
		if recorded[typ] == 0 {
			t.Errorf("no %s was recorded, among %v", typ, recorded)
		}
	}
	for _, rule := range []domain.Rule{
		hub.RuleVoidable, hub.RuleOnce, hub.RuleStands, funding.RuleAvailable, funding.RuleCovered, commissioning.RuleRecused, commissioning.RuleQuorum, commissioning.RuleNeed,
	} {
		if rules[rule] == 0 {
			t.Errorf("nothing was refused by %s, among %v", rule, rules)
		}
	}
}

// post adds what the events from a place on do to the accounts. Each sums to
// zero.
func (s *scene) post(t *rapid.T, balances map[account]domain.Pence, from int) {
	for _, r := range s.log[from:] {
		var sum domain.Pence
		for _, p := range domain.Postings(r.Event) {
			sum += p.Delta
			balances[account{p.Line, p.Account}] += p.Delta
		}
		if sum != 0 {
			t.Fatalf("%+v sums to %d", r.Event, sum)
		}
	}
}

// holdMoney: no line is overspent; what the funder gave is all somewhere, and
// nothing of it twice; and what is promised is what commitments have left, so
// that no cost counts beside the commitment it comes under.
func (s *scene) holdMoney(t *rapid.T, balances map[account]domain.Pence) {
	var whole, parts, promised, left domain.Pence
	for a, p := range balances {
		switch {
		case a.of == domain.AccountAvailable && p < 0:
			t.Fatalf("%s is overspent by %s", a.line, -p)
		case a.of == domain.AccountFunder:
			whole -= p
		case a.of == domain.AccountCommitted:
			promised += p
			parts += p
		case a.of == domain.AccountAvailable || a.of == domain.AccountIncurred:
			parts += p
		}
	}
	given := make(map[uuid.UUID]domain.Pence)
	for _, r := range s.log {
		switch e := r.Event.(type) {
		case domain.PaymentRecovered:
			parts -= e.ToAvailable // it came from the payee
		case domain.CommitmentMade:
			given[e.Commitment] += e.Pence
		case domain.CommitmentReleased:
			given[e.Commitment] -= e.Pence
		case domain.CostAccrued:
			given[e.Commitment] -= e.FromCommitted
		case domain.AccrualReversed:
			given[e.Commitment] += e.ToCommitted
		}
	}
	for id, p := range given {
		if p < 0 {
			t.Fatalf("commitment %s has %s left", id, p)
		}
		left += p
	}
	if whole != parts || promised != left {
		t.Fatalf("%s were given and are now %s; %s are promised and commitments have %s left", whole, parts, promised, left)
	}
}

// holdDecisions: who is recused counts neither in a vote nor in a quorum, and
// has no part in a decision that was permitted.
func (s *scene) holdDecisions(t *rapid.T, from int) {
	for at, r := range s.log[from:] {
		made, ok := r.Event.(domain.CommissioningDecisionMade)
		if !ok {
			continue
		}
		votes, recused := make(map[uuid.UUID]domain.Vote), make(map[uuid.UUID]bool)
		for _, before := range s.log[:from+at] {
			switch e := before.Event.(type) {
			case domain.ConflictManaged:
				if e.Decision == made.Decision && e.Mitigation.Recuses() {
					recused[e.Person] = true
				}
			case domain.VoteRecorded:
				switch {
				case e.Decision != made.Decision:
				case e.Vote == domain.VoteRecused:
					recused[e.Person] = true
				default:
					votes[e.Person] = e.Vote
				}
			}
		}
		var counted domain.Votes
		for person, vote := range votes {
			switch {
			case recused[person]:
			case vote == domain.VoteFor:
				counted.For++
			default:
				counted.Against++
			}
		}
		if made.Votes != counted || r.Happened == nil && len(members)-len(recused) < 3 {
			t.Fatalf("%+v counts %+v, want %+v, with %d of %d recused", made, made.Votes, counted, len(recused), len(members))
		}
		if r.Happened == nil && slices.ContainsFunc(made.Participants, func(p domain.Participant) bool { return p.Role.Decides() && recused[p.Person] }) {
			t.Fatalf("%+v was decided by somebody who is recused", made)
		}
	}
}

// holdVoid: what is about a voided thing cancels, account by account.
func (s *scene) holdVoid(t *rapid.T, from int) {
	for _, r := range s.log[from:] {
		voided, ok := r.Event.(domain.EventVoided)
		if !ok {
			continue
		}
		sums := make(map[account]domain.Pence)
		for _, one := range s.log {
			if isAbout(one.Event, voided.Of) {
				for _, p := range domain.Postings(one.Event) {
					sums[account{p.Line, p.Account}] += p.Delta
				}
			}
		}
		for a, p := range sums {
			if p != 0 {
				t.Fatalf("%s was voided, and %s of %s has %s of it left", voided.Type, a.of, a.line, p)
			}
		}
	}
}

// isAbout reports whether an event adds or takes back money of a thing.
func isAbout(e domain.Event, of uuid.UUID) bool {
	switch e := e.(type) {
	case domain.CommitmentMade:
		return e.Commitment == of
	case domain.CommitmentReleased:
		return e.Commitment == of
	case domain.CostAccrued:
		return e.Accrual == of || e.Commitment == of
	case domain.PayCharged:
		return e.Accrual == of
	case domain.AccrualReversed:
		return e.Accrual == of || e.Commitment == of
	case domain.PaymentMade:
		return e.Payment == of
	case domain.PaymentReversed:
		return e.Payment == of
	case domain.BudgetVired:
		return e.Virement == of || e.Virement == funding.Mirror(of)
	}
	return false
}

// copy is a scene that goes on from here by itself.
func (s *scene) copy() *scene {
	c := *s
	c.log = slices.Clone(s.log)
	c.streams = map[string]domain.Aggregate{}
	c.heads = map[string]int64{}
	for name, a := range s.streams {
		c.streams[name], c.heads[name] = a.Fork(), s.heads[name]
	}
	return &c
}
