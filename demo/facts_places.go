package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/role"
)

// placeFacts are learners, educators and environments that were there although
// a rule is against it.
var placeFacts = []func(*trying){
	func(t *trying) { t.yes(t.lead, t.asking(beforeHubs), environment.RuleHub) },
	func(t *trying) { t.yes(t.lead, t.atTheCollege(), environment.RuleOpen) },
	func(t *trying) { t.yes(t.clinical, t.decidedBy(t.advised(), t.otherSchool()), environment.RuleSchool) },
	func(t *trying) { t.yes(t.clinical, t.advice(t.seenApplication(), t.ownPanel()), environment.RulePanel) },
	func(t *trying) {
		t.yes(t.clinical, t.decidedBy(t.seenApplication(), school(t.icb.Region)), environment.RuleSteps)
	},
	func(t *trying) { t.yes(t.clinical, t.tooMuch(t.advised()), environment.RuleScope) },

	func(t *trying) { t.yes(t.lead, t.course(beforeHubs), educator.RuleHub) },
	func(t *trying) { t.yes(t.clinical, t.byTheCollege(), educator.RuleOpen) },
	func(t *trying) { t.yes(t.clinical, t.checkedLongAgo(), educator.RuleChecked) },
	func(t *trying) {
		t.yes(t.clinical, t.approvalOf(t.checked(t.d.AddDays(-5)), t.d.AddDays(-3)), educator.RuleBegin)
	},

	func(t *trying) { t.yes(t.lead, t.places(t.steady(), beforeHubs), placement.RuleHub) },
	func(t *trying) { t.yes(t.lead, t.inTheCollege(), placement.RuleOpen) },
	func(t *trying) { t.yes(t.lead, t.begin(t.allocated(t.expired())), placement.RuleApproved) },
	func(t *trying) { t.yes(t.lead, t.begin(t.midwife()), placement.RuleApproved, placement.RuleSupervised) },
	func(t *trying) {
		s := t.approvedUntil(t.d.AddDays(200))
		t.suspended(s, false)
		t.yes(t.lead, t.begin(t.allocated(s)), placement.RuleSuspended)
	},
	func(t *trying) { t.yes(t.lead, t.thereAllTheSame(), placement.RuleSuspended) },
	func(t *trying) { t.yes(t.lead, t.withAnother(), placement.RuleSupervised) },
	func(t *trying) { t.yes(t.lead, t.oneForBoth(), placement.RuleTwoPeople) },
	func(t *trying) { t.yes(t.lead, t.oneTooMany(), placement.RuleCapacity) },
	func(t *trying) { t.yes(t.lead, t.inTwoPlaces(), placement.RuleLearner) },
	func(t *trying) { t.yes(t.lead, t.longerThanOffered(), placement.RuleDays) },
	func(t *trying) { t.yes(t.finance, t.overTheYear(), placement.RuleYear) },
	func(t *trying) { t.yes(t.finance, t.pricedAgain(), placement.RulePricedOnce) },
	func(t *trying) { t.yes(t.finance, t.pricing(t.begun(true)), placement.RuleTariff) },
	func(t *trying) { t.yes(t.finance, t.paidOtherwise(), placement.RuleAmount) },
}

// careerFacts are posts and support that there were although a rule is against
// it.
var careerFacts = []func(*trying){
	func(t *trying) { t.yes(t.lead, t.secondJob(), role.RulePerson) },
	func(t *trying) { t.yes(t.lead, t.notOfTheScheme(), role.RuleType) },
	func(t *trying) {
		id := domain.NewID(t.yes(t.lead, t.secondDigital(), role.RuleCap), "post")
		t.give(t.d.AddDays(6), t.lead, role.EndRolePost{Post: id, On: t.d.AddDays(6), Reason: "nobody pays for it"})
	},
	func(t *trying) {
		t.yes(t.finance, t.claiming(t.filled(), t.d.AddDays(-60), 90_000), role.RuleReimbursed)
	},
	func(t *trying) { t.yes(t.lead, t.replacing(), role.RuleAdditional) },
	func(t *trying) { t.yes(t.lead, t.beforeThere(), role.RuleHub) },
	func(t *trying) { t.yes(t.lead, t.employedByTheCollege(), role.RuleOpen) },
	func(t *trying) { t.yes(t.lead, t.paidTooMuch(), role.RuleBand) },
	func(t *trying) { t.yes(t.lead, t.recruiting(t.opening(pharmacist), t.nobody()), role.RuleRegistered) },
	func(t *trying) {
		if t.fy >= 2024 {
			t.yes(t.lead, t.longQualified(), role.RuleEligible)
		}
	},
	func(t *trying) { t.yes(t.lead, t.twoLegsAtOnce(), role.RuleLegs) },
	func(t *trying) { t.yes(t.finance, t.inInnerLondon(), role.RulePublished) },
	func(t *trying) { t.yes(t.finance, t.claiming(t.filled(), t.d.AddDays(-20), 900_000), role.RuleMaximum) },
	func(t *trying) { t.yes(t.lead, t.nextYears(), role.RuleEntitlement) },
	func(t *trying) { t.yes(t.finance, t.paidByThePractice(), role.RuleFunding) },

	func(t *trying) { t.yes(t.lead, t.aDayTooLate(), career.RuleEligible) },
	func(t *trying) {
		if t.fy.Last() <= lastApplication.AddDays(2) {
			t.yes(t.lead, t.secondFellowship(), career.RuleFellowship)
		}
	},
	func(t *trying) { t.yes(t.lead, t.tooLong(), career.RuleLongest) },
	func(t *trying) { t.yes(t.lead, t.paidToTheHost(), career.RuleEmployer) },
	func(t *trying) { t.yes(t.lead, t.overTooSoon(), career.RuleShortest) },
	func(t *trying) { t.yes(t.lead, t.ownMentor(), career.RuleSupporter) },
	func(t *trying) { t.yes(t.lead, t.contactsOn(beforeHubs), career.RuleHub) },
	func(t *trying) { t.yes(t.lead, t.nurseOfTheCollege(), career.RuleOpen) },
	func(t *trying) { t.yes(t.lead, t.money("NURSE", domain.CPDBackfill, 10_000), career.RulePurpose) },
	func(t *trying) { t.yes(t.lead, t.money("NURSE", domain.CPDCourse, 33_301), career.RuleHead) },
	func(t *trying) { t.yes(t.lead, t.money("DENTIST", domain.CPDCourse, 10_000), career.RulePublished) },
}
