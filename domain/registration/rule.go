package registration

import "github.com/hubledger/hubledger/domain"

// The rules of checks.
const (
	RuleNamed  domain.Rule = "I-REG-1"
	RuleFuture domain.Rule = "I-REG-2"
	RuleOnce   domain.Rule = "I-REG-3"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:  "The hub that looked is one of the ICS.",
	RuleFuture: "A check is recorded when its day has come, in London.",
	RuleOnce:   "A register says one thing of a person on a day.",
}
