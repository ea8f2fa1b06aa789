package guidance

import "github.com/hubledger/hubledger/domain"

// The rules of guidance and of who hubs account to.
const (
	RuleGuidance     domain.Rule = "I-NAT-1"
	RuleModel        domain.Rule = "I-NAT-2"
	RuleNamed        domain.Rule = "I-NAT-3"
	RuleOpen         domain.Rule = "I-NAT-4"
	RuleFuture       domain.Rule = "I-NAT-5"
	RuleEndorsed     domain.Rule = "I-NAT-6"
	RuleNotification domain.Rule = "I-NAT-7"
	RuleOneBody      domain.Rule = "I-NAT-8"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleGuidance:     "A version of a guidance is issued once, supersedes the version before, and takes effect after it.",
	RuleModel:        "A school publishes a version of its Operating Model once, and one version takes effect on a day.",
	RuleNamed:        "The organisations and notifications that a command names are recorded, as what they are named as.",
	RuleOpen:         "An organisation that publishes, endorses or is accounted to is open on the day it does so from.",
	RuleFuture:       "An endorsement, a notification and its passing on are recorded when their day has come, in London.",
	RuleEndorsed:     "A body endorses a version of the process on one day.",
	RuleNotification: "A notification is received once, and not passed on before that.",
	RuleOneBody:      "On any day hubs account to one body, and a body that is no longer accounted to ends on one day.",
}
