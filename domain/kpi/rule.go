package kpi

import "github.com/hubledger/hubledger/domain"

// The rules of indicators.
const (
	RuleVersion    domain.Rule = "I-KPI-1"
	RulePublished  domain.Rule = "I-KPI-2"
	RuleVocabulary domain.Rule = "I-KPI-3"
	RuleCompiles   domain.Rule = "I-KPI-4"
	RuleSet        domain.Rule = "I-KPI-5"
	RuleMember     domain.Rule = "I-KPI-6"
	RuleFrom       domain.Rule = "I-KPI-7"
	RuleAdopted    domain.Rule = "I-KPI-8"
	RuleCalendar   domain.Rule = "I-KPI-9"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleVersion:    "The versions of an indicator follow one another from 1, and each says the same for ever.",
	RulePublished:  "An indicator is recorded when it is published, in London; it may be for any half-year.",
	RuleVocabulary: "An indicator is written in a version of the vocabulary that there is.",
	RuleCompiles:   "What an indicator counts is said in the words of its vocabulary, by expressions of the right type.",
	RuleSet:        "The versions of a set follow one another from 1, and each says the same for ever.",
	RuleMember:     "A set names versions of indicators that are published.",
	RuleFrom:       "A set is not for half-years before those of its indicators.",
	RuleAdopted:    "A set is recorded when it is adopted, in London; it may be for any half-year.",
	RuleCalendar:   "What is recorded under the id of a publication says the same for ever.",
}
