package environment

import "github.com/hubledger/hubledger/domain"

// The rules of learning environments.
const (
	RuleNamed     domain.Rule = "I-LE-1"
	RuleIdentity  domain.Rule = "I-LE-2"
	RuleFuture    domain.Rule = "I-LE-3"
	RuleHub       domain.Rule = "I-LE-4"
	RuleOpen      domain.Rule = "I-LE-5"
	RuleSchool    domain.Rule = "I-LE-6"
	RulePanel     domain.Rule = "I-LE-7"
	RuleSteps     domain.Rule = "I-LE-8"
	RuleOnce      domain.Rule = "I-LE-9"
	RuleScope     domain.Rule = "I-LE-10"
	RuleLapse     domain.Rule = "I-LE-11"
	RuleSuspended domain.Rule = "I-LE-12"
	RuleClosed    domain.Rule = "I-LE-13"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:     "The environments, applications, actions, suspensions, concerns and organisations that a command names are recorded, and its hub is of the ICS.",
	RuleIdentity:  "What is recorded under an id says the same for ever.",
	RuleFuture:    "What happened is recorded when its day has come, in London; only the days of an approval may lie ahead.",
	RuleHub:       "A hub is active on the day on which it takes or recommends an application.",
	RuleOpen:      "The applicant and its sites are open on the day of the application.",
	RuleSchool:    "An application is decided by a Primary Care School, that which oversees the hub; a School or the accountable body suspends.",
	RulePanel:     "Three persons or more recommend, none of them from the applicant or its sites.",
	RuleSteps:     "An application is looked at, then recommended on, then decided, each not before the other.",
	RuleOnce:      "An application is recommended on once and decided once, not before it is submitted, and an action is completed once, not before it is set.",
	RuleScope:     "An approval is of sites and professions that were applied for, and begins on the day it is decided or later.",
	RuleLapse:     "An approval lapses once, on a day of its own or the day before its first.",
	RuleSuspended: "An environment is suspended once at a time, and reinstated once, not before.",
	RuleClosed:    "A concern is closed once, not before it is raised.",
}
