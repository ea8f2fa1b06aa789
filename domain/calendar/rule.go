package calendar

import "github.com/hubledger/hubledger/domain"

// The rules of the calendar.
const (
	RuleNewest    domain.Rule = "I-NAT-12"
	RulePublished domain.Rule = "I-NAT-13"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNewest:    "What is recorded of a year's bank holidays is not older than what is recorded already.",
	RulePublished: "Bank holidays are recorded when they are published, in London.",
}
