package educator

import "github.com/hubledger/hubledger/domain"

// The rules of educators.
const (
	RuleNamed     domain.Rule = "I-EDU-1"
	RuleIdentity  domain.Rule = "I-EDU-2"
	RuleFuture    domain.Rule = "I-EDU-3"
	RuleHub       domain.Rule = "I-EDU-4"
	RuleOpen      domain.Rule = "I-EDU-5"
	RuleChecked   domain.Rule = "I-EDU-6"
	RuleOnce      domain.Rule = "I-EDU-7"
	RuleBegin     domain.Rule = "I-EDU-8"
	RuleLapse     domain.Rule = "I-EDU-9"
	RuleWithdrawn domain.Rule = "I-EDU-10"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:     "The approvals, the educators and who approves are recorded, and the hub is of the ICS.",
	RuleIdentity:  "What is recorded under an id says the same for ever.",
	RuleFuture:    "What happened is recorded when its day has come, in London; only the days of an approval may lie ahead.",
	RuleHub:       "A hub is active on the day on which its educators are trained or approved.",
	RuleOpen:      "Who approves is open on the day.",
	RuleChecked:   "Who is on a regulator's register is approved after a check that found them there, not longer before than the published limit.",
	RuleOnce:      "On any day a person has one approval of a kind for a profession.",
	RuleBegin:     "An approval begins on the day it is given or later.",
	RuleLapse:     "An approval lapses once, on a day of its own or the day before its first.",
	RuleWithdrawn: "An educator withdraws once after each approval, not before the day it was given.",
}
