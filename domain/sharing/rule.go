package sharing

import "github.com/hubledger/hubledger/domain"

// The rules of what hubs share.
const (
	RuleNamed     domain.Rule = "I-SHR-1"
	RuleIdentity  domain.Rule = "I-SHR-2"
	RuleFuture    domain.Rule = "I-SHR-3"
	RuleHub       domain.Rule = "I-SHR-4"
	RuleOpen      domain.Rule = "I-SHR-5"
	RuleSides     domain.Rule = "I-SHR-6"
	RuleExceeds   domain.Rule = "I-SHR-7"
	RuleMoney     domain.Rule = "I-SHR-8"
	RuleEnd       domain.Rule = "I-SHR-9"
	RulePublished domain.Rule = "I-SHR-10"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:     "The shares, resources and organisations that a command names are recorded, and the hub whose side it is is of the ICS.",
	RuleIdentity:  "What is recorded under an id says the same for ever.",
	RuleFuture:    "What happened is recorded when its day has come, in London; only the first and the last day of a share may lie ahead.",
	RuleHub:       "A hub is active on the first day of its share, and on the day it catalogues or publishes a resource.",
	RuleOpen:      "The ICB of another ICS's hub is open on the first day of a share, and the owner of a resource on the day it is catalogued.",
	RuleSides:     "A share is between two hubs. Of one ICS, both sides are recorded by the offer; of two, each in its own stream.",
	RuleExceeds:   "A hub that shares because it exceeds does so in the domain it names, by its newest assessment of maturity.",
	RuleMoney:     "Money is shared by a transfer, or within an ICS by a virement, of that amount between those hubs; it is recorded before the money is accepted.",
	RuleEnd:       "A share ends once, within its days or the day before its first; money that is sent or accepted does not end.",
	RulePublished: "A resource is published on a platform once.",
}
