package roletype

import "github.com/hubledger/hubledger/domain"

// The rules of types of role.
const (
	RuleVersion   domain.Rule = "I-ROL-1"
	RulePublished domain.Rule = "I-ROL-2"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleVersion:   "The versions of a type of role follow one another from 1, and each says the same for ever.",
	RulePublished: "A type of role is recorded when it is published, in London; it may hold on any day.",
}
