package demo

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
)

// commission is what is bought and granted in a year.
func (h *hub) commission(fy domain.FinancialYear) {
	meetings := h.meetings[1:3]
	if fy == firstYear && h.withoutPolicy() {
		meetings = h.meetings[2:3]
	}
	h.purchases(fy, cpd, h.sized(1_300_000, 2), 62, meetings)
	if h.index%6 == 0 && (fy-firstYear)%2 == 0 || h.divided() && fy.Last() == merged.AddDays(-1) {
		h.overTwoYears(fy, meetings[0])
	} else {
		h.purchases(fy, expansion, h.sized(1_300_000, 1), 45, meetings)
	}
	h.awardGrants(fy, fellowship, h.sized(850_000, 2), 80, meetings)
	if tariff.some(h.index) {
		h.awardGrants(fy, tariff, 1, 90, meetings[:1])
	}
	var small fund
	switch h.index % 8 {
	case 1:
		small = ofCouncil
	case 5:
		small = ofRegion
	default:
		small = ofICS
		h.purchases(fy, ofICS, 1, 45, meetings)
	}
	h.smallPurchases(fy, small, h.sized(480_000, 2)*h.n.opts.Scale)
	h.reviewAwards(fy)
}

// programme is one that something is bought for.
type programme struct {
	id     uuid.UUID
	title  string
	formal bool
}

// propose proposes a programme, and has its quality assured where it is formal.
func (h *hub) propose(d domain.Date, c int, mode domain.ProgrammeMode) programme {
	of := courses[c%len(courses)]
	data := commissioning.ProposeProgramme{
		Title: of.title, Mode: mode, Category: of.category, Class: domain.ClassInformal, Audience: of.audience, Function: "EDUCATION", Priorities: h.priorities[:1+c%2],
		Tags: []string{of.category},
	}
	if c%3 == 0 {
		data.PlanObjectives = []string{fmt.Sprintf("%d.%d", 1+c%4, 1+h.index%5)}
	}
	if of.formal {
		data.Class = domain.ClassFormal
	}
	p := programme{domain.NewID(h.give(d, h.lead, data), "programme"), of.title, of.formal}
	h.seen.programme = p.id
	if p.formal {
		h.assure(p, d.AddDays(6))
	}
	return p
}

func (h *hub) assure(p programme, d domain.Date) {
	a := commissioning.AssureProgramme{Programme: p.id, By: school(h.icb.Region), Standard: "Quality framework 2021", CPDPoints: domain.CPDPoints(300 + 50*h.rand.IntN(12)), On: d, ValidTo: d.AddDays(730)}
	if a.CPDPoints%200 == 0 {
		a.Accreditation = fmt.Sprintf("ACC-%d-%d", d, a.CPDPoints)
	}
	h.give(d, h.lead, a)
}

// run launches a programme, holds its sessions, and closes it with the year.
func (h *hub) run(p programme, from, to domain.Date) {
	h.give(from, h.lead, commissioning.LaunchProgramme{Programme: p.id, On: from})
	for d := workday(from.AddDays(10)); d < to.AddDays(-5); d = workday(d.AddDays(max(1, 30/h.n.opts.Scale))) {
		places := 12 + h.rand.IntN(20)
		attended := places - h.rand.IntN(8)
		h.give(d, h.lead, commissioning.RecordSession{Programme: p.id, On: d, Places: places, Attended: attended, Completed: attended - h.rand.IntN(4)})
	}
	h.give(to, h.lead, commissioning.CloseProgramme{Programme: p.id, On: to, Reason: "delivered"})
}

// purchases are courses bought from a fund by the group: so many, with so many
// percent of the fund.
func (h *hub) purchases(fy domain.FinancialYear, f fund, count, percent int, meetings []*meeting) {
	parts := h.parts(h.share(f, fy)*domain.Pence(percent)/100, count)
	for i, gross := range parts {
		m := meetings[i%len(meetings)]
		p := h.propose(m.day.AddDays(-50), h.courseOf(i, fy), domain.ModeProcure)
		c := &matter{h: h, kind: domain.DecisionPurchase, programme: p.id, subject: p.title, need: i, meeting: m, lines: []domain.FundPart{{Line: line(f.name, fy), Pence: gross}}, purpose: f.purpose, max: gross}
		c.route(i)
		if c.decide() {
			h.buy(c, p, fy)
		}
	}
}

// parts divides money into some of different sizes, to whole pounds but for the
// last.
func (h *hub) parts(total domain.Pence, count int) []domain.Pence {
	weights := make([]int64, count)
	for i := range weights {
		weights[i] = int64(60 + h.rand.IntN(80))
	}
	parts := domain.Apportion(total/100, weights)
	for i := range parts {
		parts[i] *= 100
	}
	return parts
}

// smallPurchases are decided by the manager under the delegation, one quotation
// each.
func (h *hub) smallPurchases(fy domain.FinancialYear, f fund, count int) {
	id := domain.NewID(h.give(day(fy, 6, 9), h.lead, commissioning.ProposeProgramme{
		Title: "Events and resources " + fy.String(), Mode: domain.ModeDeliver, Category: "CAREERS", Class: domain.ClassInformal, Audience: "primary care teams", Function: "CAREERS", Priorities: h.priorities[:1],
	}), "programme")
	first := day(fy, 6, 20)
	if fy == firstYear && h.withoutPolicy() {
		first = day(fy, 10, 10)
	}
	pot := min(h.share(f, fy)*domain.Pence(f.small)/100, domain.Pence(count)*550_000)
	h.give(first, h.lead, commissioning.LaunchProgramme{Programme: id, On: first})
	for i, gross := range h.parts(pot, count) {
		d := workday(between(h.rand, first.AddDays(3), day(fy, 2, 5)))
		c := &matter{
			h: h, kind: domain.DecisionPurchase, programme: id, subject: small[(i+h.index)%len(small)], need: i, on: d,
			lines: []domain.FundPart{{Line: line(f.name, fy), Pence: gross}}, purpose: f.purpose, max: gross,
		}
		c.urgent = i == 0 && h.index%3 == 2 && !h.chairConflicted()
		c.route(-1)
		if c.decide() {
			h.buySmall(c, fy)
		}
	}
	if h.index%3 == 0 { // the locality hub's own
		l := domain.FundLine{Hub: h.localities[0], Fund: cpd.name, FY: fy}
		c := &matter{
			h: h, kind: domain.DecisionPurchase, of: h.localities[0], programme: id, subject: "A course for the PCNs of the locality", on: workday(day(fy, 10, 12)),
			lines: []domain.FundPart{{Line: l, Pence: 900_000}}, purpose: cpd.purpose, max: 900_000,
		}
		if h.index%2 == 0 && fy > firstYear { // above its limit: the ICS hub agrees
			c.max = localLimit + 30_000
			c.lines[0].Pence = c.max
			c.agreed = true
		}
		c.route(-1)
		if c.decide() {
			h.buySmall(c, fy)
		}
	}
}

func ref(kind string, d domain.Date, n int) string { return fmt.Sprintf("%s-%d-%d", kind, d, n) }
