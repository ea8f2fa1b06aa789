package funding

import "github.com/hubledger/hubledger/domain"

// The rules of money. M1 to M13, I-COM-11, I-CON-2, I-DEL-1 and I-NFP-1 have
// their ids from the domain; the others are about what money names.
const (
	RuleWhole      domain.Rule = "M1"
	RuleAvailable  domain.Rule = "M2"
	RuleValidity   domain.Rule = "M3"
	RulePurpose    domain.Rule = "M4"
	RuleParent     domain.Rule = "M5"
	RuleCovered    domain.Rule = "M6"
	RuleTransfer   domain.Rule = "M7"
	RuleClosed     domain.Rule = "M8"
	RuleCites      domain.Rule = "M9"
	RuleParts      domain.Rule = "M10"
	RuleAgent      domain.Rule = "M11"
	RuleReversal   domain.Rule = "M12"
	RuleOperations domain.Rule = "M13"
	RuleNamed      domain.Rule = "M14"
	RuleOnce       domain.Rule = "M15"
	RuleFuture     domain.Rule = "M16"
	RulePay        domain.Rule = "M17"
	RuleOverhead   domain.Rule = "M18"
	RuleAdvance    domain.Rule = "M19"
	RuleInvoice    domain.Rule = "M20"
	RuleGrant      domain.Rule = "M21"
	RuleClawback   domain.Rule = "M22"
	RuleSuccession domain.Rule = "M23"

	RuleSegregation domain.Rule = "I-COM-11"
	RuleContract    domain.Rule = "I-CON-2"
	RuleDelegation  domain.Rule = "I-DEL-1"
	RuleNoProfit    domain.Rule = "I-NFP-1"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleWhole:      "Money is whole pence, and every balance can be held.",
	RuleAvailable:  "No permission takes what a fund line has available below zero, or below what it may be overspent by.",
	RuleValidity:   "What money pays for is promised before the money expires, and received within the year of its line and before that day.",
	RulePurpose:    "Money is spent on a purpose it was given for, not on what its conditions exclude; ring-fenced money is moved with the funder's approval only, and money that may not be carried over is not deferred.",
	RuleParent:     "What a locality hub has of a fund is a part of what the ICS hub was given, moved to it by virement.",
	RuleCovered:    "Commitments stay within their award and grants within their decision, costs within their commitment, and payments within what was incurred or is prepaid, and within the award.",
	RuleTransfer:   "A transfer between hubs is sent once and received once, in the stream of another ICS, and nets to zero.",
	RuleClosed:     "A closed year takes no new money, promises or costs unless it is reopened, which it is not after the accounts are signed; it is closed once the year is over and nothing of it is still promised.",
	RuleCites:      "Each debit cites the decision that approved it for this payee and line, a need, and a priority or the exception from having one.",
	RuleParts:      "The parts of an amount, by year or by milestone, sum to it.",
	RuleAgent:      "Money that the hub only passes on is kept apart from its own and bears neither pay nor overhead.",
	RuleReversal:   "A correction reverses one event, once, before anything was built on it.",
	RuleOperations: "Operational money is moved to another kind of fund with HEE's approval only.",
	RuleNamed:      "What a command of money names is recorded, as what it is named as.",
	RuleOnce:       "A thing is recorded once under its id.",
	RuleFuture:     "What a command says has been received, paid, agreed or signed lies not in the future.",
	RulePay:        "Pay is charged for a post of the year's funded establishment, and for no more of it than that.",
	RuleOverhead:   "A host charges overhead on the basis agreed for the year, and no more than that allows on the pay charged so far.",
	RuleAdvance:    "Nothing is paid in advance of need: what is prepaid is received in the year of the line that pays, before its money expires.",
	RuleInvoice:    "What was awarded is paid on an invoice of that payee for that award, approved, no duplicate, and not beyond its amount.",
	RuleGrant:      "A grant is paid out after it is accepted, for milestones that are met, and not after it is terminated.",
	RuleClawback:   "A clawback is agreed up to what is demanded and settled up to what is agreed.",
	RuleSuccession: "A hub hands all that it has left and has promised to its successors, by the split of its succession, from that day on; a successor takes it over from a hub that it follows; and nothing of it lapses.",

	RuleSegregation: "Whoever requests a purchase is not its only approver, and neither of them pays: one approver is neither requester nor payer.",
	RuleContract:    "New money is promised while the hub has a contract in force.",
	RuleDelegation:  "Budgets are moved by somebody whose delegation covers the amount on the day.",
	RuleNoProfit:    "A hub is not run for profit: a surplus is returned, deferred or reinvested as a whole, and nothing is distributed.",
}
