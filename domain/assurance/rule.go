package assurance

import "github.com/hubledger/hubledger/domain"

// The rules of assurance.
const (
	RuleNamed       domain.Rule = "I-ASR-1"
	RuleIdentity    domain.Rule = "I-ASR-2"
	RuleFuture      domain.Rule = "I-ASR-3"
	RuleHub         domain.Rule = "I-ASR-4"
	RuleOpen        domain.Rule = "I-ASR-5"
	RuleMatrix      domain.Rule = "I-ASR-6"
	RuleOnce        domain.Rule = "I-ASR-7"
	RuleUnderstood  domain.Rule = "I-ASR-8"
	RuleContracted  domain.Rule = "I-ASR-9"
	RuleShown       domain.Rule = "I-ASR-10"
	RuleShort       domain.Rule = "I-ASR-11"
	RuleClosed      domain.Rule = "I-ASR-12"
	RuleArranged    domain.Rule = "I-ASR-13"
	RuleOneProvider domain.Rule = "I-ASR-14"
	RuleProvider    domain.Rule = "I-ASR-15"
	RuleApproved    domain.Rule = "I-ASR-16"
	RuleEnded       domain.Rule = "I-ASR-17"
	RuleOthers      domain.Rule = "I-ASR-18"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:       "The matrices with their domains and levels, assessments, shortfalls with their requirements, arrangements, programmes and organisations that a command names are recorded, and its hub is of the ICS.",
	RuleIdentity:    "What is recorded under an id says the same for ever.",
	RuleFuture:      "What happened is recorded when its day has come, in London; only the days of an interim arrangement may lie ahead.",
	RuleHub:         "A hub is active on the day on which it is assessed, declares a shortfall, provides for another of its ICS, or shares what works.",
	RuleOpen:        "The organisations that a command names are open on its day; one that provides is open on the first day.",
	RuleMatrix:      "The maturity of a hub is assessed by the version of the matrix that counts on the day, in all of its domains.",
	RuleOnce:        "On a day a hub is assessed once by a version of a matrix, and once in a consideration for a period.",
	RuleUnderstood:  "That the maturity of a hub is understood is rated MODERATE or better where its maturity has been assessed by then.",
	RuleContracted:  "What a hub is not able to deliver is in the schedule of its contract for the year; where no contract in force has one, it is a core function.",
	RuleShown:       "An assessment that shows a shortfall is the hub's newest by its matrix, and is below what meets the requirement in a domain that is about it.",
	RuleShort:       "A hub has one open shortfall of a requirement at a time.",
	RuleClosed:      "A shortfall is closed once, not before it is declared, and its interim arrangements have ended by then.",
	RuleArranged:    "An interim arrangement begins while its shortfall is open.",
	RuleOneProvider: "On any day one interim arrangement provides for a requirement of a hub.",
	RuleProvider:    "Another than the hub provides for it; where the accountable body does, that is the one that hubs account to on the first day.",
	RuleApproved:    "An interim arrangement is approved before it begins, for a local office of the body that hubs account to on the day.",
	RuleEnded:       "An interim arrangement ends once, not before the day before its first, and not after its last.",
	RuleOthers:      "Good practice is shared with others than the hub itself.",
}
