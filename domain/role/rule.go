package role

import "github.com/hubledger/hubledger/domain"

// The rules of posts. I-POST-1, that a post is more than 0 and at most 1
// full-time equivalent, is kept by the form of the commands.
const (
	RulePerson        domain.Rule = "I-POST-2"
	RuleType          domain.Rule = "I-POST-3"
	RuleCap           domain.Rule = "I-POST-4"
	RuleRecruited     domain.Rule = "I-POST-5"
	RuleTerm          domain.Rule = "I-POST-6"
	RuleReimbursed    domain.Rule = "I-POST-7"
	RuleAdditional    domain.Rule = "I-POST-8"
	RuleConditions    domain.Rule = "I-POST-9"
	RuleNamed         domain.Rule = "I-POST-10"
	RuleIdentity      domain.Rule = "I-POST-11"
	RuleOrder         domain.Rule = "I-POST-12"
	RuleFuture        domain.Rule = "I-POST-13"
	RuleHub           domain.Rule = "I-POST-14"
	RuleOpen          domain.Rule = "I-POST-15"
	RuleBand          domain.Rule = "I-POST-16"
	RuleRegistered    domain.Rule = "I-POST-17"
	RuleEligible      domain.Rule = "I-POST-18"
	RuleLegs          domain.Rule = "I-POST-19"
	RulePublished     domain.Rule = "I-POST-20"
	RuleMaximum       domain.Rule = "I-POST-21"
	RuleEntitlement   domain.Rule = "I-POST-22"
	RuleClaimedPeriod domain.Rule = "I-POST-23"
	RuleFunding       domain.Rule = "I-POST-24"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RulePerson:        "On any day a person works for at most one full-time equivalent in all posts and legs of the hub's stream.",
	RuleType:          "The type of a post holds on its first day, and the Additional Roles Reimbursement Scheme pays for it where the scheme is to pay.",
	RuleCap:           "On any day a PCN has no more posts of a type that the scheme pays for than the type's cap for its list.",
	RuleRecruited:     "What is embedded, lapses, changes or is claimed for is a post that somebody works in on the day.",
	RuleTerm:          "An embedded role is intended to last as long as is published, or is temporary cover.",
	RuleReimbursed:    "Nothing is claimed for days before a post's first or after its last.",
	RuleAdditional:    "A post that the scheme pays for is additional to what there was on 31 March 2019.",
	RuleConditions:    "A role is embedded when all conditions hold: team, access, supervision and term.",
	RuleNamed:         "The posts, legs, types of role, organisations and hubs that a command names are recorded.",
	RuleIdentity:      "A post and a claim say the same for ever, and somebody is recruited to a post, embedded in it and starts a leg once.",
	RuleOrder:         "What happens to a post is in its order: it ends once, changes after it begins, and nothing follows its end.",
	RuleFuture:        "What happened is recorded when its day has come, in London; proposals, rotations and entitlements may lie ahead.",
	RuleHub:           "The hub is active on the first day of a post.",
	RuleOpen:          "The organisations of a post are open on its first day.",
	RuleBand:          "The band of a post is one of its type.",
	RuleRegistered:    "Whoever works in a regulated role is on a register of it by the newest check on the first day.",
	RuleEligible:      "Whoever is recruited qualified as lately, and has been away from the PCN as long, as the type of role asks.",
	RuleLegs:          "The legs of a rotational post come to at most one full-time equivalent on any day.",
	RulePublished:     "The rates and limits that a command is held against are published for its days.",
	RuleMaximum:       "What is claimed for some days of a post comes to at most the maximum of the rates for its full-time equivalents.",
	RuleEntitlement:   "The entitlement of a PCN for a year is set before what depends on it: a cap that goes by its list, and claims, which come to at most the entitlement.",
	RuleClaimedPeriod: "Two claims for a post are for the same days, or have none in common.",
	RuleFunding:       "What is claimed for is a post that the scheme pays for.",
}
