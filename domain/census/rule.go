package census

import "github.com/hubledger/hubledger/domain"

// The rules of the workforce census.
const (
	RuleOrder     domain.Rule = "I-CEN-1"
	RuleOpen      domain.Rule = "I-CEN-2"
	RuleFile      domain.Rule = "I-CEN-3"
	RuleSum       domain.Rule = "I-CEN-4"
	RuleReporting domain.Rule = "I-CEN-5"
	RuleMove      domain.Rule = "I-CEN-6"
	RuleClosure   domain.Rule = "I-CEN-7"
	RuleClosed    domain.Rule = "I-CEN-8"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleOrder:     "A census is not older than the newest one that is closed.",
	RuleOpen:      "A census begins when the one begun before it is closed, and counts only when it is closed itself.",
	RuleFile:      "A file that is recorded as a census holds for ever what it held; only another file restates the census.",
	RuleSum:       "A census closes when the records of the PCNs that reported are equal to the file in number and FTE, exactly.",
	RuleReporting: "A PCN that the file does not hold did not report: what an earlier file of the same census changed of it is withdrawn before the census closes.",
	RuleMove:      "A PCN moves to another ICB than the one whose records these are.",
	RuleClosure:   "A PCN closes once, where its records are, not before the last census it reported, and not while a census is open.",
	RuleClosed:    "A closed PCN reports no census taken after its last day.",
}
