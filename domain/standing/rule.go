package standing

import "github.com/hubledger/hubledger/domain"

// The rules of where a person stands.
const (
	RuleFuture domain.Rule = "I-STA-1"
	RuleOnce   domain.Rule = "I-STA-2"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleFuture: "A check and a status are recorded when their day has come, in London.",
	RuleOnce:   "A register says one thing of a person on a day, and the person has one status.",
}
