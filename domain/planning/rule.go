package planning

import "github.com/hubledger/hubledger/domain"

// The rules of knowledge, need and plans.
const (
	RuleNamed     domain.Rule = "I-PLN-1"
	RuleIdentity  domain.Rule = "I-PLN-2"
	RuleFuture    domain.Rule = "I-PLN-3"
	RuleHub       domain.Rule = "I-PLN-4"
	RuleOpen      domain.Rule = "I-PLN-5"
	RuleEvidence  domain.Rule = "I-PLN-6"
	RuleExercise  domain.Rule = "I-PLN-7"
	RuleNeed      domain.Rule = "I-PLN-8"
	RulePlan      domain.Rule = "I-PLN-9"
	RuleInTime    domain.Rule = "I-PLN-10"
	RuleRevisions domain.Rule = "I-PLN-11"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:     "The exercises, needs, evidence, plans, PCNs and parties that a command names are recorded, and its hub is of the ICS.",
	RuleIdentity:  "What is recorded under an id says the same for ever.",
	RuleFuture:    "What happened is recorded when its day has come, in London.",
	RuleHub:       "A hub is active on the day on which it receives, asks, consults or speaks.",
	RuleOpen:      "The PCNs and the parties that a command names are open on its day.",
	RuleEvidence:  "What shows a training need is there by the day on which the need is identified.",
	RuleExercise:  "An exercise is closed once, not before it is opened.",
	RuleNeed:      "A training need is met or withdrawn once, not before it is identified.",
	RulePlan:      "A PCN has one workforce plan of a year.",
	RuleInTime:    "A workforce plan is submitted, and revised, before its year is over.",
	RuleRevisions: "The revisions of a plan follow one another, and the newest is endorsed, once, not before its day.",
}
