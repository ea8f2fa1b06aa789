package placement

import "github.com/hubledger/hubledger/domain"

// The rules of placements.
const (
	RuleNamed      domain.Rule = "I-PLA-1"
	RuleIdentity   domain.Rule = "I-PLA-2"
	RuleFuture     domain.Rule = "I-PLA-3"
	RuleHub        domain.Rule = "I-PLA-4"
	RuleOpen       domain.Rule = "I-PLA-5"
	RuleApproved   domain.Rule = "I-PLA-6"
	RuleSuspended  domain.Rule = "I-PLA-7"
	RuleSupervised domain.Rule = "I-PLA-8"
	RuleTwoPeople  domain.Rule = "I-PLA-9"
	RuleCapacity   domain.Rule = "I-PLA-10"
	RuleLearner    domain.Rule = "I-PLA-11"
	RuleDays       domain.Rule = "I-PLA-12"
	RuleCourse     domain.Rule = "I-PLA-13"
	RuleAttended   domain.Rule = "I-PLA-14"
	RuleRate       domain.Rule = "I-PLA-15"
	RuleYear       domain.Rule = "I-PLA-16"
	RulePricedOnce domain.Rule = "I-PLA-17"
	RuleTariff     domain.Rule = "I-PLA-18"
	RuleAmount     domain.Rule = "I-PLA-19"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:      "The environments, offers, placements, prices and organisations that a command names are recorded, and its hub is of the ICS.",
	RuleIdentity:   "What is recorded under an id says the same for ever.",
	RuleFuture:     "What happened is recorded when its day has come, in London; a placement may be planned, and a price reach to the end of it.",
	RuleHub:        "A hub is active on the first day of what is offered at it.",
	RuleOpen:       "The sites, education providers, payers, payees and who passes money on are open on the day.",
	RuleApproved:   "A placement starts in an environment that is approved on the day, for its site and its profession.",
	RuleSuspended:  "No placement starts in a suspended environment, and none that has begun goes on where that is suspended too.",
	RuleSupervised: "On the day a placement starts its supervisor is approved to supervise learners of the profession, and its assessor to assess them.",
	RuleTwoPeople:  "A learner of a profession that the NMC regulates has a supervisor and an assessor, who are two persons.",
	RuleCapacity:   "On no day are more learners placed by an offer than it has places.",
	RuleLearner:    "On no day is a learner on two placements.",
	RuleDays:       "A placement lies within the days of its offer, and starts and ends within its own.",
	RuleCourse:     "A placement starts once, is completed once and not before, and nothing but a price follows when it is completed or cancelled.",
	RuleAttended:   "Days are recorded of a placement that has started, each day once, and priced where there are any, within the days of the placement.",
	RuleRate:       "A price goes by rates that are published for its days, in units that its kind is counted in.",
	RuleYear:       "A price lies in one financial year.",
	RulePricedOnce: "A day of a placement is priced once by a key.",
	RuleTariff:     "A tariff is paid for a week or more, of a course of an education provider, and not for shadowing.",
	RuleAmount:     "A price is what the rates make it.",
}
