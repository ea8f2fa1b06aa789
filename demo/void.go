package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/governance"
	domainhub "github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/ledger"
)

// voiding says that a correction is of the first event of a command. The id of
// an event holds that of its ledger, so it is known when that is.
func voiding(command uuid.UUID) how { return func(i *item) { i.voids = command } }

// in is the item's command as it is given to a ledger.
func (i item) in(ledgerID uuid.UUID) domain.Command {
	if void, is := i.command.Data.(domainhub.VoidEvent); is && i.voids != uuid.Nil {
		void.Event = ledger.EventID(ledgerID, i.stream, i.voids, 0)
		i.command.Data = void
	}
	return i.command
}

var voidTries = []attempt{
	{domainhub.RuleVoidable, func(t *trying) {
		t.no(t.finance, domainhub.VoidEvent{Event: t.nobody(), Reason: "it was of another hub"})
	}},
	{domainhub.RuleOnce, func(t *trying) {
		wrong := t.slip(t.d.AddDays(-2))
		t.give(t.d.AddDays(-1), t.clerk, domainhub.VoidEvent{Reason: "nobody had asked for it"}, voiding(wrong))
		t.no(t.clerk, domainhub.VoidEvent{Reason: "nobody had asked for it"}, voiding(wrong))
	}},
	{domainhub.RuleStands, func(t *trying) {
		if t.seen.paid.of(t.fy) {
			t.no(t.finance, domainhub.VoidEvent{Reason: "it was recorded twice"}, voiding(t.seen.paid.cost))
		}
	}},
	{domainhub.RuleInstead, func(t *trying) {
		wrong := t.slip(t.d.AddDays(-1))
		vired := t.virement(cpd.name, expansion.name, 10_000)
		t.no(t.clerk, domainhub.VoidEvent{Reason: "it was of another", Instead: &domainhub.Instead{VireBudget: &vired}}, voiding(wrong))
		right := governance.GrantDelegation{Person: t.lead.Person, Limit: 20_000, From: t.d, To: t.fy.Last()}
		t.give(t.d.AddDays(2), t.clerk, domainhub.VoidEvent{Reason: "it was of another", Instead: &domainhub.Instead{GrantDelegation: &right}}, voiding(wrong))
	}},
}

// slip is a delegation that should not have been recorded.
func (t *trying) slip(d domain.Date) uuid.UUID {
	return t.give(d, t.clerk, governance.GrantDelegation{Person: t.finance.Person, Limit: 20_000, From: t.d, To: t.fy.Last()})
}
