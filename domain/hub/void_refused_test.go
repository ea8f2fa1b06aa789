package hub_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/hub"
)

// refusedVoids are corrections that a rule refuses.
func refusedVoids(p past) (cases []domaintest.Case) {
	refuse := func(name string, h history, when hub.VoidEvent, rule domain.Rule) {
		cases = append(cases, domaintest.Case{Name: name, Given: h, When: when, Refused: rule})
	}
	returned := p.moved.and(p.back, voided[domain.BudgetVired](p.moved, p.vired.Virement, 1))
	refuse("no event that can't be found is voided", p.spent, hub.VoidEvent{Event: named("nothing"), Reason: wrong}, hub.RuleVoidable)
	refuse("nor one that has no reverse", p.spent, slip[domain.VoteRecorded](p.spent), hub.RuleVoidable)
	refuse("nor the promise of a grant without its offer", p.offered, slip[domain.CommitmentMade](p.offered), hub.RuleVoidable)
	refuse("nor the virement that took another back", returned, slip[domain.BudgetVired](returned), hub.RuleVoidable)

	undone := domain.DecisionReversed{Decision: p.made.Decision, Reason: wrong, By: clerk}
	byAnother := undone
	byAnother.By = named("chair")
	remade := p.decided.and(undone, voided[domain.CommissioningDecisionMade](p.decided, p.made.Decision, 1, 2), p.lessMade)
	refuse("an event is voided once", returned, slip[domain.BudgetVired](p.moved), hub.RuleOnce)
	refuse("also when its decision was made again since", remade, slip[domain.CommissioningDecisionMade](p.decided), hub.RuleOnce)
	refuse("and not when its cost is reversed already", p.spent.and(reversed(p.cost)), slip[domain.CostAccrued](p.spent), hub.RuleOnce)
	refuse("nor when its promise is released as a whole", p.promised.and(p.release), slip[domain.CommitmentMade](p.promised), hub.RuleOnce)
	refuse("nor when its decision is reversed by another", p.decided.and(byAnother), slip[domain.CommissioningDecisionMade](p.decided), commissioning.RuleOnce)

	accepted := p.offered.and(domain.GrantAccepted{Grant: p.grant.Grant, On: 20250401})
	costly := p.offered.and(domain.CostAccrued{
		Accrual: named("early"), Commitment: p.letter.Commitment, Line: cpd, FromCommitted: 100, Amount: domain.Amount{Net: 100}, Payee: college,
		PeriodFrom: 20250401, PeriodTo: 20250401,
	})
	recovered := p.paid.and(domain.PaymentRecovered{
		Recovery: named("recovery"), Payment: p.payment.Payment, Line: cpd, Accrual: p.cost.Accrual, Pence: 1, ToAvailable: 1, Reason: "Overpaid",
	})
	share := domain.ResourceShare{
		Share: named("share"), Hub: "QE1", Counterpart: "QE1~west", Direction: domain.ShareOut, Resource: "Money for courses",
		Amount: domain.ShareAmount{Pence: -p.vired.Pence}, Credit: domain.CreditDeliverer, From: 20250401, Transfer: p.vired.Virement,
	}
	shared := p.moved.and(domain.ResourceShareOffered{ResourceShare: share, Reason: "Not needed here", On: 20250401})
	alone := p.decided.and()
	alone[len(alone)-1] = byOfficer(p.made)
	refuse("a cost that is paid stands", p.paid, slip[domain.CostAccrued](p.paid), hub.RuleStands)
	refuse("a promise with a cost under it stands", p.spent, slip[domain.CommitmentMade](p.spent), hub.RuleStands)
	refuse("a decision that was awarded on stands", p.promised, slip[domain.CommissioningDecisionMade](p.promised), hub.RuleStands)
	refuse("a decision with a grant on it stands", p.offered, slip[domain.CommissioningDecisionMade](p.offered), hub.RuleStands)
	refuse("a grant that is accepted is terminated, not voided", accepted, slip[domain.GrantOffered](accepted), hub.RuleStands)
	refuse("a grant with a cost stands", costly, slip[domain.GrantOffered](costly), hub.RuleStands)
	refuse("a payment of which money came back was made", recovered, slip[domain.PaymentMade](recovered), hub.RuleStands)
	refuse("a virement that is the money of a share stands", shared, slip[domain.BudgetVired](shared), hub.RuleStands)
	refuse("a delegation that was decided by stands", alone, slip[domain.DelegationGranted](alone), hub.RuleStands)

	same := funding.AccrueCost{Accrual: p.cost.Accrual, Commitment: p.cost.Commitment, Line: cpd, Amount: p.cost.Amount, PeriodFrom: 20250401, PeriodTo: 20250401}
	refuse("the right act of a cost is no payment", p.spent, slip[domain.CostAccrued](p.spent, hub.Instead{RecordPayment: &p.again}), hub.RuleInstead)
	refuse("nor the wrong one again", p.spent, slip[domain.CostAccrued](p.spent, hub.Instead{AccrueCost: &same}), hub.RuleInstead)

	over, adrift := p.right, p.right
	over.Amount, adrift.Commitment = domain.Amount{Net: 600_001}, named("nothing")
	used := p.moved.and(domain.BudgetVired{Virement: named("onwards"), From: west, To: cpd, Pence: 1, Reason: "One course less"})
	signed := p.spent.and(domain.AccountsSigned{FY: cpd.FY, By: clerk, On: 20250401})
	refuse("a right act that its own rules refuse voids nothing", p.spent, slip[domain.CostAccrued](p.spent, hub.Instead{AccrueCost: &over}), funding.RuleCovered)
	refuse("nor does one that names nothing there is", p.spent, slip[domain.CostAccrued](p.spent, hub.Instead{AccrueCost: &adrift}), funding.RuleNamed)
	refuse("money that has gone on can't go back", used, slip[domain.BudgetVired](p.moved), funding.RuleAvailable)
	refuse("after the accounts are signed nothing is voided", signed, slip[domain.CostAccrued](signed), funding.RuleClosed)
	return cases
}

// byOfficer is the decision as an officer would have made it.
func byOfficer(e domain.CommissioningDecisionMade) domain.CommissioningDecisionMade {
	e.Authority = domain.DecisionAuthority{Kind: domain.AuthorityDelegated, Officer: named("officer"), Delegation: named("officer-limit")}
	return e
}
