package contract

import "github.com/hubledger/hubledger/domain"

// The rules of the footing a hub works on.
const (
	RuleDays      domain.Rule = "I-CON-1"
	RuleInForce   domain.Rule = "I-CON-2"
	RuleIdentity  domain.Rule = "I-CON-3"
	RuleNamed     domain.Rule = "I-CON-4"
	RuleParties   domain.Rule = "I-CON-5"
	RuleHub       domain.Rule = "I-CON-6"
	RuleEnd       domain.Rule = "I-CON-7"
	RuleAgreement domain.Rule = "I-CON-8"
	RulePolicy    domain.Rule = "I-CON-9"
	RuleModel     domain.Rule = "I-CON-10"
	RuleFuture    domain.Rule = "I-CON-11"

	// Rules of other rooms too: what each asks before it goes on.
	RuleCOIPolicy    domain.Rule = "I-COM-4"
	RuleNotForProfit domain.Rule = "I-NFP-1"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleDays:      "A hub contract's last day is after its first, and no two contracts of a hub have a day in common.",
	RuleInForce:   "An active ICS hub has a contract in force, and a governance agreement is signed on evidence of it.",
	RuleIdentity:  "A contract is signed once. A variation keeps its hub, its parties and its first day, follows the variation before, begins while the contract runs or on the day after, and speaks of years in which it runs.",
	RuleNamed:     "The contracts, agreements, organisations and versions of Operating Models that a command names are recorded.",
	RuleParties:   "The parties of a hub contract are open on its first day; the body that hubs account to and the hub's host are among them.",
	RuleHub:       "A hub is active on the first day of its contract and of the Operating Model that it adopts.",
	RuleEnd:       "A contract ends early once, within its days.",
	RuleAgreement: "One governance agreement is drafted at a time, signed once and lapses once, and on any day one is in force.",
	RulePolicy:    "A version of a policy is adopted once, and one of a kind begins on a day.",
	RuleModel:     "A hub adopts the Operating Model of its own Primary Care School, when it has taken effect.",
	RuleFuture:    "A draft and the adoption of an Operating Model are recorded when their day has come, in London.",

	RuleCOIPolicy:    "A policy on conflicts of interest is in force, and a governance agreement is signed on evidence of it.",
	RuleNotForProfit: "A hub is run on a not-for-profit basis, and a governance agreement is signed on evidence of it.",
}
