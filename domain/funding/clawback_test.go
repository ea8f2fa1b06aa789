package funding_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

var (
	demanded = domain.ClawbackDemanded{Clawback: id(0xa0), Line: cpd, Funder: england, Pence: 100_000, Reason: domain.ClawbackUnspent, Ref: "WTE/24/9"}
	wanted   = funding.RecordClawbackDemand(demanded)
	// £850.00 are available beside the promise: the rest the host owes.
	conceded = domain.ClawbackAgreed{Clawback: demanded.Clawback, Line: cpd, FromAvailable: 85_000, FromHost: 15_000}
)

var clawbackCases = []domaintest.Case{
	{
		Name: "a funder wants money back", Given: []domain.Event{given}, When: wanted, Then: []domain.Event{demanded},
	},
	{
		Name: "a demand is recorded once under its id", Given: []domain.Event{given, demanded},
		When: func() funding.RecordClawbackDemand { c := wanted; c.Pence = 1; return c }(), Refused: funding.RuleOnce,
	},
	{
		Name: "what is available goes back, and what is promised the host owes", Given: []domain.Event{given, promised, demanded}, Anew: true,
		When: funding.AgreeClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 100_000}, Then: []domain.Event{conceded},
	},
	{
		Name: "a part of a demand", Given: []domain.Event{given, promised, demanded}, Anew: true,
		When: funding.AgreeClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 1},
		Then: []domain.Event{domain.ClawbackAgreed{Clawback: demanded.Clawback, Line: cpd, FromAvailable: 1}},
	},
	{
		Name: "more than the demand", Given: []domain.Event{given, promised, demanded, conceded}, When: funding.AgreeClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 1},
		Refused: funding.RuleClawback, Prevents: true,
	},
	{
		Name: "no demand", Given: []domain.Event{given}, When: funding.AgreeClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 1}, Refused: funding.RuleNamed,
	},
	{
		Name: "money of a closed year", Given: []domain.Event{given, demanded, domain.YearEndDeclared{FY: cpd.FY}}, Today: afterYear,
		When: funding.AgreeClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 1}, Refused: funding.RuleClosed, Prevents: true,
	},
	{
		Name: "can come from an open one", Given: []domain.Event{given, demanded, domain.YearEndDeclared{FY: cpd.FY}, issued(cpdNext, 70_000, "CPD")}, Today: afterYear, Anew: true,
		When: funding.AgreeClawback{Clawback: demanded.Clawback, Line: cpdNext, Pence: 60_000},
		Then: []domain.Event{domain.ClawbackAgreed{Clawback: demanded.Clawback, Line: cpdNext, FromAvailable: 60_000}},
	},
	{
		Name: "the line's part is settled first", Given: []domain.Event{given, promised, demanded, conceded}, Anew: true,
		When: funding.SettleClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 86_000, On: today},
		Then: []domain.Event{domain.ClawbackSettled{Clawback: demanded.Clawback, Line: cpd, Pence: 86_000, FromHost: 1_000, On: today}},
	},
	{
		Name:  "then the host's",
		Given: []domain.Event{given, promised, demanded, conceded, domain.ClawbackSettled{Clawback: demanded.Clawback, Line: cpd, Pence: 86_000, FromHost: 1_000, On: today}},
		Anew:  true, When: funding.SettleClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 14_000, On: today},
		Then: []domain.Event{domain.ClawbackSettled{Clawback: demanded.Clawback, Line: cpd, Pence: 14_000, FromHost: 14_000, On: today}},
	},
	{
		Name: "no more than was agreed", Given: []domain.Event{given, promised, demanded, conceded},
		When: funding.SettleClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 100_001, On: today}, Refused: funding.RuleClawback, Prevents: true,
	},
	{
		Name: "nothing that was not agreed", Given: []domain.Event{given, demanded}, When: funding.SettleClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 1, On: today}, Refused: funding.RuleNamed,
	},
	{
		Name: "not tomorrow", Given: []domain.Event{given, promised, demanded, conceded}, When: funding.SettleClawback{Clawback: demanded.Clawback, Line: cpd, Pence: 1, On: today + 1}, Refused: funding.RuleFuture,
	},
}
