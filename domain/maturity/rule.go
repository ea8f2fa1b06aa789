package maturity

import "github.com/hubledger/hubledger/domain"

// The rules of matrices.
const (
	RuleVersion   domain.Rule = "I-MAT-1"
	RulePublished domain.Rule = "I-MAT-2"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleVersion:   "The versions of a maturity matrix follow one another from 1, and each says the same for ever.",
	RulePublished: "A maturity matrix is recorded when it is published, in London; it may hold on any day.",
}
