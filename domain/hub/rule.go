package hub

import "github.com/hubledger/hubledger/domain"

// The rules of corrections, which span the rooms. M12, that a correction is a
// reversal, is kept by the rooms whose events are reversed.
const (
	RuleVoidable domain.Rule = "I-VOID-1"
	RuleOnce     domain.Rule = "I-VOID-2"
	RuleStands   domain.Rule = "I-VOID-3"
	RuleInstead  domain.Rule = "I-VOID-4"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleVoidable: "What is voided is an event of this hub's stream, of a type that has a reverse, and no reversal itself.",
	RuleOnce:     "An event is voided once, and not when it is reversed already.",
	RuleStands:   "Nothing that stands is built on what is voided: what is goes first, or shows that the event is right.",
	RuleInstead:  "The right act is one of the family of the wrong event, and records something.",
}
