package ambition

import "github.com/hubledger/hubledger/domain"

// The rules of national ambitions.
const (
	RuleNamed      domain.Rule = "I-AMB-1"
	RuleIdentity   domain.Rule = "I-AMB-2"
	RulePublished  domain.Rule = "I-AMB-3"
	RuleSupersedes domain.Rule = "I-AMB-4"
	RuleSuperseded domain.Rule = "I-AMB-5"
	RuleBaseline   domain.Rule = "I-AMB-6"
	RuleOnce       domain.Rule = "I-AMB-7"
	RuleCorrects   domain.Rule = "I-AMB-8"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:      "The definition that progress is reported by, or that another supersedes, is one of the ambition's.",
	RuleIdentity:   "What is recorded as a definition of an ambition, or under a report's id, says the same for ever.",
	RulePublished:  "Ambitions and progress are recorded when they are published, in London.",
	RuleSupersedes: "A definition is superseded once, by one that is not published before it.",
	RuleSuperseded: "From the day on which a definition is superseded, progress is published by the one in its place.",
	RuleBaseline:   "Progress is of the day of its definition's baseline or later.",
	RuleOnce:       "For a day, the publications of one day give a definition one figure.",
	RuleCorrects:   "What is corrected is a report of the same ambition that still counts.",
}
