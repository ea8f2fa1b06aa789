package commissioning_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// entry is an event, and the rules that what happened has broken.
type entry struct {
	event  domain.Event
	broken []domain.Rule
}

func (e entry) breaks(rule domain.Rule) bool { return slices.Contains(e.broken, rule) }

// hub decides commands and keeps what comes of them.
type hub struct {
	state    room
	views    domaintest.Streams
	history  []entry
	commands int
}

// View implements domain.References.
func (h *hub) View(stream string) any { return h.views[stream] }

func (h *hub) keep(e domain.Event, breaches ...domain.Breach) {
	h.state.Evolve(domain.Recorded{Event: e})
	one := entry{event: e}
	for _, b := range breaches {
		one.broken = append(one.broken, b.Rule)
	}
	h.history = append(h.history, one)
}

func (h *hub) do(data domain.CommandData, happened bool) {
	h.commands++
	c := domain.Command{ID: domain.NewID(uuid.NameSpaceOID, string(rune(h.commands))), Actor: domain.Actor{Person: officer}, Data: data}
	if happened {
		c.Happened = &domain.Happened{On: met30}
	}
	d, err := h.state.Decide(h, c, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
	if err != nil {
		return
	}
	for _, draft := range d.Drafts {
		h.keep(draft.Event, d.Breaches...)
	}
}

// anything is any step of a decision, often one that breaks a rule.
func anything(t *rapid.T) domain.CommandData {
	of := rapid.SampledFrom([]uuid.UUID{chair, second, third, conflicted}).Draw(t, "person")
	switch rapid.IntRange(0, 9).Draw(t, "step") {
	case 0, 1:
		return commissioning.DeclareConflict{Decision: purchase, Person: of, Nil: true}
	case 2:
		m := rapid.SampledFrom([]domain.Mitigation{domain.MitigationStays, domain.MitigationDiscuss, domain.MitigationLeaves}).Draw(t, "mitigation")
		return commissioning.ManageConflict{Decision: purchase, Person: of, Mitigation: m, DecidedBy: officer, Reason: "So"}
	case 3, 4, 5:
		v := rapid.SampledFrom([]domain.Vote{domain.VoteFor, domain.VoteFor, domain.VoteAgainst, domain.VoteAbstain, domain.VoteRecused}).Draw(t, "vote")
		return commissioning.RecordVote{Decision: purchase, Person: of, Vote: v}
	case 6, 7:
		return rapid.SampledFrom([]commissioning.RecordDecision{decide, refusing(domain.OutcomeReject), refusing(domain.OutcomeDefer), item("10")}).Draw(t, "decision")
	case 8:
		return commissioning.ReverseDecision{Decision: purchase, Reason: "No", By: officer}
	}
	pence := rapid.SampledFrom([]domain.Pence{40_000, 120_000, 130_000}).Draw(t, "pence")
	return commissioning.AwardContract{Decision: purchase, Supplier: teacher, From: today, To: today, Value: domain.Amount{Net: pence}, On: today}
}

// Whatever is ordered or has happened, in whatever order: a decision is made
// once, no vote of a recused person counts in it, and nobody who is recused is
// needed for its quorum. What breaks a rule says so.
func TestRecusedNeverCount(t *testing.T) {
	reached := make(map[string]int) // so that it is no property of nothing
	rapid.Check(t, func(t *rapid.T) {
		h := &hub{state: empty().(room), views: streams()}
		for _, e := range []domain.Event{informal, opened, quoted} {
			h.keep(e)
		}
		for range rapid.IntRange(1, 40).Draw(t, "commands") {
			h.do(anything(t), rapid.IntRange(0, 3).Draw(t, "happened") == 0)
		}
		hold(t, h.history, reached)
	})
	for _, what := range []string{"approved", "recused vote", "deferred", "awarded", "breach"} {
		if reached[what] == 0 {
			t.Errorf("no history has %s", what)
		}
	}
}

// hold reads a history from its beginning and holds it against what the rules
// promise, by other means than the room's.
func hold(t *rapid.T, history []entry, reached map[string]int) {
	declared, recused := make(map[uuid.UUID]bool), make(map[uuid.UUID]bool)
	votes := make(map[uuid.UUID]domain.Vote) // of this round, that are not RECUSED
	decided, stands := 0, false
	var awards domain.Pence
	for i, entry := range history {
		if len(entry.broken) > 0 {
			reached["breach"]++
		}
		switch e := entry.event.(type) {
		case domain.ConflictDeclaredForDecision:
			declared[e.Person] = true
		case domain.ConflictManaged:
			if e.Mitigation.Recuses() {
				recused[e.Person] = true
			}
		case domain.VoteRecorded:
			if e.Vote == domain.VoteRecused {
				recused[e.Person] = true
				continue
			}
			if recused[e.Person] {
				reached["recused vote"]++
			}
			if entry.breaks(commissioning.RuleDeclared) == declared[e.Person] && !votedBefore(history[:i], e.Person) {
				t.Fatalf("event %d: %+v breaks %v, and declared is %t", i, e, entry.broken, declared[e.Person])
			}
			if entry.breaks(commissioning.RuleRecused) != recused[e.Person] {
				t.Fatalf("event %d: %+v breaks %v, and recused is %t", i, e, entry.broken, recused[e.Person])
			}
			votes[e.Person] = e.Vote
		case domain.CommissioningDecisionMade:
			var want domain.Votes
			for _, p := range []uuid.UUID{chair, second, third, conflicted} {
				switch v := votes[p]; {
				case recused[p]:
				case v == domain.VoteFor:
					want.For++
				case v == domain.VoteAgainst:
					want.Against++
				case v == domain.VoteAbstain:
					want.Abstain++
				}
			}
			if e.Votes != want {
				t.Fatalf("event %d counts %+v, want %+v of %v without %v", i, e.Votes, want, votes, recused)
			}
			for _, p := range e.Participants {
				if p.Role.Decides() && recused[p.Person] && !entry.breaks(commissioning.RuleRecused) {
					t.Fatalf("event %d: %s is recused and takes part as %s", i, p.Person, p.Role)
				}
			}
			if e.Outcome == domain.OutcomeDefer {
				reached["deferred"]++
				clear(votes)
				continue
			}
			if 4-len(recused) < 3 && !entry.breaks(commissioning.RuleQuorum) {
				t.Fatalf("event %d is decided without a quorum, as %v are recused", i, recused)
			}
			if decided++; decided > 1 {
				t.Fatalf("event %d decides a second time", i)
			}
			if stands = e.Outcome == domain.OutcomeApprove; stands {
				reached["approved"]++
				if want.For < want.Against && !entry.breaks(commissioning.RuleQuorum) {
					t.Fatalf("event %d approves by %+v", i, want)
				}
			}
		case domain.DecisionReversed:
			stands = false
		case domain.ContractAwarded:
			awards += e.Value.Gross()
			if (!stands || awards > 120_000) != entry.breaks(commissioning.RuleApproved) {
				t.Fatalf("event %d awards %s in all, approved is %t, and breaks %v", i, awards, stands, entry.broken)
			}
			reached["awarded"]++
		}
	}
}

// votedBefore reports whether a person has voted, in whatever round: what they
// declare after it is too late for that round.
func votedBefore(history []entry, person uuid.UUID) bool {
	return slices.ContainsFunc(history, func(e entry) bool {
		v, ok := e.event.(domain.VoteRecorded)
		return ok && v.Person == person && v.Vote != domain.VoteRecused
	})
}
