package interest

import "github.com/hubledger/hubledger/domain"

// The rules of what a person declares. I-INT-4, that late is derived and never
// stated, and I-INT-5, that no event names a relative, are kept by the shape
// of the events.
const (
	RuleCategory domain.Rule = "I-INT-1"
	RuleDays     domain.Rule = "I-INT-2"
	RuleOnce     domain.Rule = "I-INT-3"
	RuleNil      domain.Rule = "I-INT-6"
	RuleNamed    domain.Rule = "I-INT-7"
	RuleFuture   domain.Rule = "I-INT-8"
	RuleOffer    domain.Rule = "I-INT-9"
	RuleApprover domain.Rule = "I-INT-10"
	RuleRefresh  domain.Rule = "I-INT-11"
	RuleEnd      domain.Rule = "I-INT-12"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleCategory: "An indirect interest says what its holder is to the person, and no other does.",
	RuleDays:     "An interest arises on or before its last day.",
	RuleOnce:     "An interest, a gift and hospitality are recorded once, when they are declared; what is declared differently later is an amendment.",
	RuleNil:      "A nil return is made for a day on which no declared interest is held.",
	RuleNamed:    "The interests and organisations that a command names are recorded.",
	RuleFuture:   "What a person declares has come to pass, in London; only the last day of an interest may lie ahead.",
	RuleOffer:    "A gift or hospitality is accepted as the policy of its day allows: not at all, for the organisation, or with a senior person's approval.",
	RuleApprover: "Somebody else than the person approves what the person accepts.",
	RuleRefresh:  "A declaration is refreshed where interests are held; where none is, a nil return is made.",
	RuleEnd:      "An interest ends once; another last day is an amendment.",
}
