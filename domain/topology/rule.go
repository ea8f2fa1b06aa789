package topology

import "github.com/hubledger/hubledger/domain"

// The rules of which hubs there are. I-HUB-4 is held by the aggregate, which
// knows the events of all rooms.
const (
	RuleOneHub      domain.Rule = "I-HUB-1"
	RuleParent      domain.Rule = "I-HUB-2"
	RuleOneLocality domain.Rule = "I-HUB-3"
	RuleWindDown    domain.Rule = "I-HUB-4"
	RuleNamed       domain.Rule = "I-HUB-5"
	RuleRegion      domain.Rule = "I-HUB-6"
	RuleOpen        domain.Rule = "I-HUB-7"
	RuleHost        domain.Rule = "I-HUB-8"
	RulePartnership domain.Rule = "I-HUB-9"
	RuleSuccession  domain.Rule = "I-HUB-10"
	RuleSplit       domain.Rule = "I-HUB-11"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleOneHub:      "An ICS has one active hub at a time, and a hub is registered once; only a registration implied by a file gives way to one by somebody who knows the hub.",
	RuleParent:      "A locality hub lies under the hub of its own ICS, which is active on the locality hub's first day.",
	RuleOneLocality: "A PCN is served by one locality hub at a time.",
	RuleWindDown:    "On the day from which a hub has successors, and later, nothing is dated but what winds it down.",
	RuleNamed:       "The hubs, organisations and partnerships that a hub's command names are registered, as what they are named as.",
	RuleRegion:      "A hub's region is that of its ICB on the hub's first day, as far as the register of organisations says which that is.",
	RuleOpen:        "The organisations that a hub's command names are open on the day it names them for.",
	RuleHost:        "A host changes after the hub's first day and after the change before, and where a host is replaced the contracts are novated.",
	RulePartnership: "A partnership is agreed once, begins when its hub is there, and ends once, within its days.",
	RuleSuccession:  "A hub is succeeded once, by hubs of other ICSs, after its first day, and names each predecessor once, from a day on which it is there.",
	RuleSplit:       "The split of a succession covers all that the hub has left and all that it has promised, of the year of that day and later.",
}
