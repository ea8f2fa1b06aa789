package rate

import "github.com/hubledger/hubledger/domain"

// The rules of published figures.
const (
	RuleOnce      domain.Rule = "I-NAT-9"
	RuleCorrects  domain.Rule = "I-NAT-10"
	RulePublished domain.Rule = "I-NAT-11"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleOnce:      "For any day, one publication gives a key one rate and a scheme one set of limits.",
	RuleCorrects:  "What is corrected is a figure that still counts.",
	RulePublished: "A figure is recorded when it is published, in London; it may take effect on any day.",
}
