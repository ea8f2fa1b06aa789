package hub_test

import (
	"crypto/sha256"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/role"
)

// What happens to people and places, each as a story: what is given, what is
// asked and refused, what has happened all the same and is recorded with the
// rule it breaks. Each is told to a ledger too.

// The approval of an environment ran out yesterday: today nobody starts there.
// Who came yesterday stays.
func TestEnvironmentThatExpiredYesterday(t *testing.T) {
	p := nurses(t, 20220701, 20240630)
	p.on(20240624)
	p.given(t, place("in time", "anna", 20240628, 20240726), place("too late", "ben", 20240628, 20240726))

	p.on(20240630) // its last day
	p.given(t, placement.StartPlacement{Placement: named("in time"), On: 20240630})

	p.on(20240701)
	late := placement.StartPlacement{Placement: named("too late"), On: 20240701}
	p.refuses(t, placement.RuleApproved, late)
	p.happened(t, placement.RuleApproved, late)
	p.given(t, placement.RecordPlacementDays{Placement: named("in time"), From: 20240701, To: 20240701, Days: 1})
	p.inALedger(t)
}

// A supervisor of paramedic students supervises no student nurse, and a
// supervisor of student nurses assesses none.
func TestSupervisorApprovedForAnotherProfession(t *testing.T) {
	p := nurses(t, 20240301, 20250228)
	paramedic := p.educatorFor(t, "paramedic", domain.EducatorPracticeEducator, domain.RegulatorHCPC, 20240301, 20250228, "PARAMEDIC_STUDENT")
	other := p.educatorFor(t, "other supervisor", domain.EducatorPracticeSupervisor, domain.RegulatorNMC, 20240301, 20250228, "NURSING_STUDENT")
	p.on(20240408)
	p.given(t, place("placement", "anna", 20240408, 20240503), place("another", "ben", 20240408, 20240503))

	p.refuses(t, placement.RuleSupervised, placement.StartPlacement{Placement: named("placement"), On: 20240408, Supervisor: paramedic})
	p.refuses(t, placement.RuleSupervised, placement.StartPlacement{Placement: named("placement"), On: 20240408, Assessor: other})
	started := first[domain.PlacementStarted](t, p.happened(t, placement.RuleSupervised,
		placement.StartPlacement{Placement: named("placement"), On: 20240408, Supervisor: paramedic}))
	if started.Supervisor != paramedic {
		t.Errorf("supervised by %s, want %s, who did", started.Supervisor, paramedic)
	}
	p.given(t, placement.StartPlacement{Placement: named("another"), On: 20240408, Supervisor: other})
	p.inALedger(t)
}

// A learner is in one place on a day, also across two environments. When the
// first placement is over early, the next may begin.
func TestLearnerInTwoPlaces(t *testing.T) {
	p := nurses(t, 20240301, 20250228)
	le := p.environmentOf(t, "second environment", 20240301, 20250228, "NURSING_STUDENT")
	p.given(t, placement.OfferPlacement{
		Offer: named("elsewhere"), LE: le, Site: bridge, Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC, From: 20240401, To: 20240930, Capacity: 2,
	})
	elsewhere := func(name, learner string, from, to domain.Date) placement.AllocatePlacement {
		c := place(name, learner, from, to)
		c.Offer = named("elsewhere")
		return c
	}
	p.on(20240408)
	p.given(t, place("here", "anna", 20240408, 20240503), placement.StartPlacement{Placement: named("here"), On: 20240408})

	p.refuses(t, placement.RuleLearner, elsewhere("there", "anna", 20240503, 20240531)) // one day in both
	p.given(t, elsewhere("of another", "ben", 20240503, 20240531))
	p.happened(t, placement.RuleLearner, elsewhere("there", "anna", 20240503, 20240531))

	p.on(20240426)
	p.refuses(t, placement.RuleLearner, elsewhere("there from Monday", "anna", 20240429, 20240502))
	p.given(t,
		placement.CompletePlacement{Placement: named("here"), On: 20240426},
		elsewhere("there from Monday", "anna", 20240429, 20240502),
	)
	p.inALedger(t)
}

// Short of one condition a post is recruited, not embedded, whatever is said to
// have happened; so is one that is not meant to last.
func TestRoleShortOfOneCondition(t *testing.T) {
	p := roles(t, 20240603)
	post := p.works(t, "post", "pharmacist", domain.OneFTE, 20240401)
	found := func(holds ...bool) role.EmbedRole {
		c := role.EmbedRole{Post: post, By: named("hub lead"), On: 20240603}
		for i, condition := range domain.EmbeddingConditions {
			c.Tests = append(c.Tests, role.TestResult{Condition: condition, Holds: holds[i], DocHash: sha256.Sum256([]byte(condition))})
		}
		return c
	}
	for i := range domain.EmbeddingConditions {
		holds := []bool{true, true, true, true}
		holds[i] = false
		p.impossible(t, role.RuleConditions, found(holds...))
	}
	short := found(true, true, true, true)
	short.Post = p.works(t, "short post", "locum", domain.OneFTE/2, 20240401, func(c *role.RecruitRolePost) { c.IntendedMonths = 5 })
	p.impossible(t, role.RuleTerm, short)

	embedded := first[domain.RoleEmbedded](t, p.given(t, found(true, true, true, true)))
	if len(embedded.Tests) != 4 || len(every[domain.RoleEmbedded](p.scene)) != 1 {
		t.Errorf("got %+v, want one post embedded, on four documents", every[domain.RoleEmbedded](p.scene))
	}
	p.inALedger(t)
}

// A pharmacist of 0.6 FTE through a year in which the rate rises on 1 July: each
// day has the rate that holds on it. The rise is published after it takes effect,
// so the difference for July is claimed later.
func TestPharmacistAcrossARateChange(t *testing.T) {
	p := roles(t, 20230401)
	p.given(t, perPatient(2_267_100, "2023/24"), entitle("2023/24"))
	spring := first[domain.RateSet](t, p.given(t, pays(domain.RateARRSMax, pharmacist, 5_931_200, role.MaximumUnit, 20230401, 20230401)))
	post := p.works(t, "post", "pharmacist", 600_000_000, 20230401)
	claim := func(from, to domain.Date, pence domain.Pence) role.ClaimReimbursement {
		return role.ClaimReimbursement{Post: post, From: from, To: to, Pence: pence}
	}
	const old, raised = 296_560, 311_700 // a month: 0.6 of £59,312 ÷ 12, and of £62,340 ÷ 12

	p.on(20230731)
	for month := domain.Date(20230401); month <= 20230701; month = month.AddMonths(1) {
		p.refuses(t, role.RuleMaximum, claim(month, month.MonthEnd(), old+1))
		p.given(t, claim(month, month.MonthEnd(), old))
	}
	p.on(20230810)
	summer := first[domain.RateSet](t, p.given(t, pays(domain.RateARRSMax, pharmacist, 6_234_000, role.MaximumUnit, 20230701, 20230810)))
	p.refuses(t, role.RuleMaximum, claim(20230601, 20230630, 1)) // June has the rate of June
	p.refuses(t, role.RuleMaximum, claim(20230701, 20230731, raised-old+1))
	p.given(t, claim(20230701, 20230731, raised-old))

	p.on(20240331)
	over := claim(20230801, 20240331, 8*raised+1)
	p.refuses(t, role.RuleMaximum, over)
	p.happened(t, role.RuleMaximum, over) // the network has claimed a penny too much
	var sum domain.Pence
	for _, e := range every[domain.ReimbursementClaimed](p.scene) {
		sum += e.Pence
	}
	if want := domain.Pence(3*old + 9*raised + 1); sum != want || want != 3_694_981 {
		t.Errorf("the year comes to £%s, want £36949.80 and the penny", sum)
	}

	// The same year at once, of another post: two rates, and the same sum.
	whole := first[domain.ReimbursementClaimed](t, p.given(t, role.ClaimReimbursement{
		Post: p.works(t, "second post", "second pharmacist", 600_000_000, 20230401), From: 20230401, To: 20240331, Pence: 3_694_980,
	}))
	if whole.Maximum != 3_694_980 || !slices.Equal(whole.RateRefs, []uuid.UUID{spring.Rate, summer.Rate}) {
		t.Errorf("at most £%s by %v, want £36949.80 by the rates of spring and summer", whole.Maximum, whole.RateRefs)
	}
	p.inALedger(t)
}

// Applications for a fellowship close on 29 March 2024. Who applies a day later
// is refused, though they qualified in time and their place is free. Somebody who
// was let in all the same is recorded, with the breach, and is a fellow.
func TestFellowADayTooLate(t *testing.T) {
	p, rule := fellows(t, 20240422)
	late := fellow("fellow", 20230830, 20240330)
	p.refuses(t, career.RuleEligible, late)
	started := first[domain.SupportStarted](t, p.happened(t, career.RuleEligible, late))
	if started.AppliedOn != 20240330 || started.RuleRef != uuid.Nil {
		t.Errorf("got %+v, want the day of application, and no rule, as none was in force", started)
	}
	// The same person, who would have been in time, has a fellowship already.
	p.refuses(t, career.RuleFellowship, fellow("fellow", 20230830, 20240329))
	if e := first[domain.SupportStarted](t, p.given(t, fellow("other fellow", 20230830, 20240329))); e.RuleRef != rule.Set {
		t.Errorf("held against rule %s, want %s", e.RuleRef, rule.Set)
	}
	p.inALedger(t)
}

// Tariffs of 2024/25 are raised in November, from 1 April on. Every price from
// then on is another one; what was priced for March, and what nobody has priced
// yet, is not touched. Once is enough.
func TestTariffUpliftBackTo1April(t *testing.T) {
	p := nurses(t, 20240301, 20250228)
	p.given(t, placement.OfferPlacement{
		Offer: named("offer of spring"), LE: named("environment"), Site: mill, Profession: "NURSING_STUDENT", Regulator: domain.RegulatorNMC,
		From: 20240301, To: 20240531, Capacity: 1,
	}, pays(domain.RateTariff, "NURSING_STUDENT", 10_000, "WEEK", 20230401, 20230401))
	p.on(20240304)
	spring := place("over the year end", "anna", 20240304, 20240426)
	spring.Offer = named("offer of spring")
	p.attends(t, spring, 20, 20)
	p.attends(t, place("in summer", "ben", 20240603, 20240628), 18)
	p.attends(t, place("broken off", "cleo", 20240701, 20240705), 4)
	p.given(t, placement.CancelPlacement{Placement: named("broken off"), Party: domain.PartyLearner, Reason: "Moved away", On: 20240705})

	tariff := func(of string, from, to domain.Date) placement.PricePlacement {
		return placement.PricePlacement{
			Placement: named(of), Kind: domain.RateTariff, Key: "NURSING_STUDENT", Area: "ENGLAND", From: from, To: to, Payer: nation, Route: domain.RouteHub, Via: "RXN", Payee: mill,
		}
	}
	prices := p.given(t, tariff("over the year end", 20240304, 20240331), tariff("over the year end", 20240401, 20240426), tariff("in summer", 20240603, 20240628), tariff("broken off", 20240701, 20240705))
	march := first[domain.PlacementPriced](t, prices[:1])

	uplift := placement.RepriceTariff{Kind: domain.RateTariff, Key: "NURSING_STUDENT", Area: "ENGLAND", From: 20240401, Reason: "Uplift of November 2024"}
	p.on(20241121)
	if a := p.ask(t, uplift, nil); len(a.events) > 0 || a.refusal != nil {
		t.Errorf("before it is published: got %+v and %v, want nothing to record", a.events, a.refusal)
	}
	p.given(t, pays(domain.RateTariff, "NURSING_STUDENT", 10_800, "WEEK", 20240401, 20241121)) // 8 % more
	lastYear := pays(domain.RateTariff, "NURSING_STUDENT", 10_100, "WEEK", 20230401, 20241121)
	lastYear.To = 20240331
	p.given(t, lastYear) // is no part of the uplift
	before, after := make(map[uuid.UUID]domain.Pence), make(map[uuid.UUID]domain.Pence)
	for _, e := range prices {
		priced := e.(domain.PlacementPriced)
		before[priced.Price] = priced.Pence
	}
	var difference domain.Pence
	for _, e := range p.given(t, uplift) {
		repriced := e.(domain.PlacementRepriced)
		after[repriced.Price] = repriced.Pence
		difference += repriced.Difference
		if repriced.Revision != 2 || repriced.Pence-before[repriced.Price] != repriced.Difference || 100*repriced.Pence != 108*before[repriced.Price] {
			t.Errorf("£%s became %+v, want 8 %% more", before[repriced.Price], repriced)
		}
	}
	if _, touched := after[march.Price]; len(after) != 3 || touched || march.Pence != 40_000 {
		t.Errorf("%d prices are others, and March at £%s is among them: %t; want the three from 1 April on", len(after), march.Pence, touched)
	}
	if difference != 6_720 { // 20, 18 and 4 days, at £8.00 for five
		t.Errorf("the uplift comes to £%s, want £67.20", difference)
	}
	if a := p.ask(t, uplift, nil); len(a.events) > 0 {
		t.Errorf("a second time: got %+v, want nothing to record", a.events)
	}
	uplift.From = 20230401
	if e := first[domain.PlacementRepriced](t, p.given(t, uplift)); e.Price != march.Price || e.Pence != 40_400 {
		t.Errorf("with the rates of last year: got %+v, want March at £404.00", e)
	}
	// What was paid instead is written down, as it happened.
	paid := placement.RepricePlacement{Price: march.Price, Reason: "Paid with the uplift", Pence: 43_200}
	p.refuses(t, placement.RuleAmount, paid)
	p.happened(t, placement.RuleAmount, paid)
	p.inALedger(t)
}

// attends takes a learner to a placement, which starts on its first day, for
// some days in each of its months.
func (p *people) attends(t *testing.T, a placement.AllocatePlacement, days ...int) {
	t.Helper()
	p.given(t, a)
	p.on(a.From)
	p.given(t, placement.StartPlacement{Placement: a.Placement, On: a.From})
	from := a.From
	for _, n := range days {
		to := min(from.MonthEnd(), a.To)
		p.on(to)
		p.given(t, placement.RecordPlacementDays{Placement: a.Placement, From: from, To: to, Days: n})
		from = to.AddDays(1)
	}
}
