package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/planning"
)

// yes reports what has happened on the day and breaks rules, at least these.
func (t *trying) yes(a domain.Actor, data domain.CommandData, rules ...domain.Rule) uuid.UUID {
	return t.give(t.d, a, data, breaking(t.d, rules...))
}

// facts are what happens in one hub a year although a rule is against it: on the
// day after the attempts.
var facts = append([]func(*trying){
	// contract
	func(t *trying) {
		t.yes(t.manager, t.signing(t.fy.Last().AddDays(-5), t.fy.Last()), contract.RuleDays)
	},
	func(t *trying) { t.yes(t.manager, t.tooEarly(), contract.RuleHub) },
	func(t *trying) {
		id := domain.NewID(t.give(t.d.AddDays(-1), t.clerk, contract.DraftGovernanceAgreement{On: t.d.AddDays(-1)}), "agreement")
		t.yes(t.clerk, contract.SignGovernanceAgreement{Agreement: id, From: t.d, EvidenceMusts: musts(t.icb.Code, domain.MustContract, domain.MustCOIPolicy, domain.MustNotForProfit)}, contract.RuleAgreement)
		t.give(t.d.AddDays(2), t.clerk, contract.LapseGovernanceAgreement{Agreement: t.seen.agreement, On: t.d.AddDays(-1), Reason: "the new one takes its place"})
		t.seen.agreement = id
	},
	func(t *trying) { t.yes(t.manager, t.otherModel(), contract.RuleModel) },
	// governance
	func(t *trying) { t.yes(t.manager, t.volunteer(), governance.RuleHub) },
	func(t *trying) { t.yes(t.clerk, t.observer(), governance.RuleWIG) },
	func(t *trying) { t.yes(t.clerk, t.withStranger(), governance.RuleTerms) },
	func(t *trying) { t.yes(t.clerk, t.withoutChair(), governance.RuleChair) },
	func(t *trying) { t.yes(t.clerk, t.wish(t.inquorate()), governance.RuleEndorsed) },
	func(t *trying) { t.yes(t.manager, t.surplusLead(), governance.RuleEstablishment) },
	func(t *trying) { t.yes(t.clerk, t.earlyLead(), governance.RuleOpen) },
	func(t *trying) { t.yes(t.lead, t.ownDelegation(), governance.RuleOwn) },
	// planning
	func(t *trying) { t.yes(t.lead, t.knowing(domain.MustDate("2021-01-05")), planning.RuleHub) },
	func(t *trying) { t.yes(t.lead, t.collegeTalk(), planning.RuleOpen) },
	func(t *trying) { t.yes(t.lead, t.needShownBy(t.seen.exercise, t.fy.First()), planning.RuleEvidence) },
	func(t *trying) {
		t.yes(t.lead, t.planOf(t.pcns[1+int(t.fy-firstYear)%3], firstYear-1), planning.RuleInTime)
	},
	// interests
	func(t *trying) {
		m := t.members[2]
		t.own(m.person, t.d, interest.MakeNilReturn{On: t.d}, breaking(t.d, interest.RuleNil))
	},
	func(t *trying) { t.own(t.members[1].person, t.d, t.cash(), breaking(t.d, interest.RuleOffer)) },
	func(t *trying) {
		m := t.members[1]
		t.own(m.person, t.d, t.approvedByOneself(m), breaking(t.d, interest.RuleApprover))
	},
	// commissioning
	boughtAlone, withoutDelegation, urgentAlone, byAFew, recusedVote, unassuredLaunch, afterTheDecision, toAnother,
	fromTheCollege, ownConflict, strangeScore, tooEarlyDelivery, objection, byTelephone, saidAtTheMeeting,
}, moneyFacts...)

// rareFacts are those that happen in one hub every other year.
var rareFacts = slices.Concat(placeFacts, careerFacts, hubFacts)

// decideAs reports a decision on a trial.
func (t *trying) decideAs(c *matter, change func(*commissioning.RecordDecision), rules ...domain.Rule) {
	data := c.approval()
	change(&data)
	t.yes(t.manager, data, rules...)
	t.give(t.d.AddDays(9), t.clerk, commissioning.ReverseDecision{Decision: c.id, Reason: "it should not have been decided so", By: t.clinical.Person}, on(t.d.AddDays(3)))
}

// boughtAlone is a manager who asks for something, declares nothing, and
// approves it beyond every limit.
func boughtAlone(t *trying) {
	c := t.hub.trial(t.fy, t.d, t.manager)
	t.decideAs(c, func(d *commissioning.RecordDecision) {
		d.Max, d.Needs, d.Priorities = 6_000_000, nil, nil
		d.FundLines = []domain.FundPart{{Line: line("OTHER-LEGACY", t.fy), Pence: d.Max}}
	}, commissioning.RuleDeclared, commissioning.RuleSeparate, commissioning.RuleLimit, commissioning.RulePriority, commissioning.RuleNeed, commissioning.RuleCompeted)
	id := domain.NewID(t.give(t.d.AddDays(2), t.clerk, commissioning.SuspectBreach{Decision: c.id, Person: t.manager.Person, What: "decided alone and undeclared", On: t.d.AddDays(2)}), "breach")
	t.give(t.d.AddDays(12), t.clerk, commissioning.UpholdBreach{Breach: id, Impact: "nothing was paid", By: t.clinical.Person, On: t.d.AddDays(12)})
	t.give(t.d.AddDays(20), t.clerk, commissioning.CloseBreach{Breach: id, Action: "the delegation was explained again", Lessons: "the form asks for declarations first", Published: "Annual governance statement", On: t.d.AddDays(20)})
}

func withoutDelegation(t *trying) {
	t.decideAs(t.trial(), func(d *commissioning.RecordDecision) { d.Authority.Officer = t.clerk.Person }, commissioning.RuleDelegation)
}

func urgentAlone(t *trying) {
	t.decideAs(t.trial(), func(d *commissioning.RecordDecision) {
		d.Authority = domain.DecisionAuthority{Kind: domain.AuthorityUrgent, Chair: t.manager.Person}
	}, commissioning.RuleUrgent)
}

func byAFew(t *trying) {
	c := t.trial()
	m := t.inquorate()
	c.nothing(domain.Actor{Person: t.members[0].person, Role: "member"}, t.d.AddDays(-4))
	t.yes(t.clerk, c.rejectedAt(m), commissioning.RuleQuorum)
}

func recusedVote(t *trying) {
	c, m := t.trial(), t.members[4]
	c.nothing(domain.Actor{Person: m.person, Role: "member"}, t.d.AddDays(-4))
	t.give(t.d.AddDays(-3), t.clerk, c.recusal(m, t.members[0].person))
	t.yes(t.clerk, c.voteOf(m, domain.VoteFor), commissioning.RuleRecused)
	t.reject(c)
}

func unassuredLaunch(t *trying) {
	p := t.unassured()
	t.yes(t.lead, t.sessionOf(p), commissioning.RuleProgramme)
	t.yes(t.lead, commissioning.LaunchProgramme{Programme: p, On: t.d}, commissioning.RuleAssured)
}

// afterTheDecision is a quotation that came when everything was decided.
func afterTheDecision(t *trying) {
	if p := t.seen.bought; p.of(t.fy) {
		t.yes(t.lead, commissioning.RecordQuotation{Decision: p.decision, Supplier: t.suppliers[7].code, Gross: p.gross - 100, On: t.d}, commissioning.RuleDecided)
	}
}

func toAnother(t *trying) {
	if p := t.seen.bought; p.of(t.fy) {
		id := domain.NewID(t.yes(t.manager, t.otherAward(p), commissioning.RuleApproved), "award")
		t.give(t.d.AddDays(5), t.manager, commissioning.EndAward{Award: id, On: t.d.AddDays(5), Reason: "it was nobody's decision"})
	}
}

// fromTheCollege is a quotation from before the college was there.
func fromTheCollege(t *trying) {
	c := t.trial()
	t.yes(t.lead, commissioning.RecordQuotation{Decision: c.id, Supplier: t.suppliers[0].code, Gross: c.max, On: collegeOpen.AddDays(-6)}, commissioning.RuleNamed)
	t.reject(c)
}

func ownConflict(t *trying) {
	c, m := t.trial(), t.members[4]
	t.yes(t.clerk, c.recusal(m, m.person), commissioning.RuleManaged)
	t.reject(c)
}

func strangeScore(t *trying) {
	c := t.trial()
	t.give(t.d.AddDays(-3), t.lead, commissioning.AppraiseOptions{
		Decision: c.id, Assessors: []uuid.UUID{t.lead.Person}, Criteria: []domain.AppraisalCriterion{{Key: "QUALITY", Weight: 100, Most: 10}},
		Options: []domain.AppraisedOption{{Key: "NOTHING", Title: "Do nothing"}, {Key: "OPTION_A", Title: "The workshop", Candidate: c.chosen.code}},
	})
	t.yes(t.clerk, commissioning.RecordScore{Decision: c.id, Assessor: t.clerk.Person, Option: "OPTION_A", Criterion: "QUALITY", Score: 8}, commissioning.RuleScored)
	t.reject(c)
}

func tooEarlyDelivery(t *trying) {
	if p := t.seen.bought; p.of(t.fy) {
		t.yes(t.lead, t.earlyDelivery(p), commissioning.RuleAward)
	}
}

// objection is a representation where there is no standstill.
func objection(t *trying) {
	c := t.trial()
	t.yes(t.lead, commissioning.RecordRepresentation{Decision: c.id, From: t.suppliers[2].code, Subject: "that nobody was asked", On: t.d}, commissioning.RuleStandstill)
	t.reject(c)
}

func byTelephone(t *trying) {
	if p := t.seen.bought; p.of(t.fy) {
		t.yes(t.manager, t.undecidedVariation(p), commissioning.RuleVariation)
	}
}

// saidAtTheMeeting is a declaration that was made in time, in the room, and is
// recorded from the minutes after the decision.
func saidAtTheMeeting(t *trying) {
	c := t.hub.trial(t.fy, t.d, t.lead, t.lead)
	t.decideAs(c, func(*commissioning.RecordDecision) {}, commissioning.RuleDeclared)
	t.give(t.d.AddDays(4), t.clerk, commissioning.DeclareConflict{Decision: c.id, Person: t.manager.Person, Nil: true}, breaking(t.d.AddDays(-1)), shown("minutes", t.d.AddDays(-1)))
}
