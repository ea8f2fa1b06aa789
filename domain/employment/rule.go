package employment

import "github.com/hubledger/hubledger/domain"

// The rules of employment.
const (
	RuleFuture domain.Rule = "I-EMP-1"
	RuleOnce   domain.Rule = "I-EMP-2"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleFuture: "A status is recorded when its day has come, in London.",
	RuleOnce:   "A person has one status on a day.",
}
