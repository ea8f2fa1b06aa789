package organisation

import "github.com/hubledger/hubledger/domain"

// The rules of the register of organisations.
const (
	RuleCode       domain.Rule = "I-ORG-1"
	RuleNamed      domain.Rule = "I-ORG-2"
	RuleFuture     domain.Rule = "I-ORG-3"
	RuleClosed     domain.Rule = "I-ORG-4"
	RuleTwice      domain.Rule = "I-ORG-5"
	RuleOneParent  domain.Rule = "I-ORG-6"
	RuleOpen       domain.Rule = "I-ORG-7"
	RuleFigure     domain.Rule = "I-ORG-8"
	RuleSuccession domain.Rule = "I-ORG-9"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleCode:       "A code names one organisation for ever: registered again it has the same class and first day, and a closed one is not registered again.",
	RuleNamed:      "The organisations that a command names are registered.",
	RuleFuture:     "A fact of an organisation is recorded when its day has come, in London.",
	RuleClosed:     "An organisation closes once, not before its first day.",
	RuleTwice:      "A relationship of the same child, parent and kind holds once on any day, and ends once.",
	RuleOneParent:  "On any day a region, ICB, sub-ICB, PCN or practice has one PARENT, a PCN or practice is COMMISSIONED_BY one body, and a practice is PARTNER_TO one PCN.",
	RuleOpen:       "The organisations of a relationship, a closure's successors and a party's successor are open on its first day.",
	RuleFigure:     "An organisation has one legal status from a day, and one number of patients for a day and basis: what is recorded is not recorded differently.",
	RuleSuccession: "A party is succeeded once, and not by one that it has succeeded itself.",
}
