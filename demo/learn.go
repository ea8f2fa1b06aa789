package demo

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/planning"
)

// knowledge is what a hub knows and what is needed.
type knowledge struct {
	intelligence []uuid.UUID
	needs        []uuid.UUID // of the year, open
	met          []uuid.UUID // of the year before
	plans        []uuid.UUID // of the year, PCN by PCN
}

// learn is what comes to be known, needed and planned in a year.
func (h *hub) learn(fy domain.FinancialYear) {
	h.receive(fy)
	h.need(fy)
	h.plan(fy)
	for i, pcn := range h.pcns {
		for c := range 2 * h.n.opts.Scale {
			d := workday(fy.First().AddDays(5 + (i*7+c*170/h.n.opts.Scale+h.rand.IntN(20))%350))
			t := h.rand.IntN(len(topics))
			h.give(d, h.lead, planning.RecordWorkforceConversation{PCN: pcn, On: d, Topics: []string{topics[t], topics[(t+1+h.rand.IntN(3))%len(topics)]}})
		}
	}
}

func (h *hub) receive(fy domain.FinancialYear) {
	h.intelligence = nil
	for i := range 8 * h.n.opts.Scale {
		s := sources[i%len(sources)]
		d := workday(fy.First().AddDays(10 + i*40/h.n.opts.Scale%340 + h.rand.IntN(10)))
		data := planning.ReceiveIntelligence{
			Source: s.name, Scope: domain.ScopeLocal, NHS: s.nhs, Kind: domain.IntelligenceKind(s.kind), Channel: domain.Channel(s.channel), Subject: s.subject, On: d,
		}
		if s.national {
			data.Scope = domain.ScopeNational
		}
		if data.Channel.Documented() {
			data.DocHash = hashOf(h.icb.Code, fy.String(), fmt.Sprint(i))
		}
		h.intelligence = append(h.intelligence, domain.NewID(h.give(d, h.lead, data), "intelligence"))
	}
	h.seen.intel = h.intelligence[0]
}

const needsOfAYear = 5

// courseOf is the course that a need of the year asks for.
func (h *hub) courseOf(need int, fy domain.FinancialYear) int {
	return (need%needsOfAYear*2 + int(fy) + h.index) % len(courses)
}

// need asks what is needed, and finds it out.
func (h *hub) need(fy domain.FinancialYear) {
	from := workday(day(fy, 4, 20).AddDays(h.rand.IntN(10)))
	exercise := domain.NewID(h.give(from, h.lead, planning.OpenTrainingNeedsExercise{Title: "What practices need in " + fy.String(), Method: pick(h.rand, []string{"SURVEY", "INTERVIEWS", "WORKSHOP"}), On: from}), "exercise")
	closed := from.AddDays(28)
	asked := 40 + h.rand.IntN(20*len(h.pcns))
	h.give(closed, h.lead, planning.CloseTrainingNeedsExercise{Exercise: exercise, On: closed, Asked: asked, Responses: asked * (30 + h.rand.IntN(40)) / 100})
	h.seen.exercise = exercise

	h.met, h.needs = h.needs, nil
	for i := range needsOfAYear {
		c := courses[h.courseOf(i, fy)]
		d := workday(closed.AddDays(2 + h.rand.IntN(8)))
		n := planning.IdentifyTrainingNeed{Title: c.title, Audience: c.audience, Evidence: []uuid.UUID{exercise}, Urgency: pick(h.rand, []domain.Urgency{domain.UrgencyLow, domain.UrgencyMedium, domain.UrgencyHigh}), On: d}
		if i == needsOfAYear-1 {
			n.PCNs = h.pcns[:2]
		}
		h.needs = append(h.needs, domain.NewID(h.give(d, h.lead, n), "need"))
	}
	h.seen.need = h.needs[0]
	talk := workday(closed.AddDays(14))
	ics := h.icb.Code
	if talk < icbsOpen {
		ics = school(h.icb.Region)
	}
	h.give(talk, h.lead, planning.RecordConsultation{Parties: []string{ics, accountable(talk)}, On: talk, Subject: "Needs of " + fy.String(), Needs: h.needs})
	for i, id := range h.met {
		d := day(fy, 6, 1+3*i)
		if i == 3 {
			h.give(d, h.lead, planning.WithdrawTrainingNeed{Need: id, On: d, Reason: "met by the universities' own courses"})
			continue
		}
		h.give(d, h.lead, planning.MeetTrainingNeed{Need: id, On: d, How: "by the programme of the year before"})
	}
}

// plan is what the PCNs plan: all submit, some revise, and the hub endorses.
func (h *hub) plan(fy domain.FinancialYear) {
	h.plans = nil
	size := h.icb.RegisteredPatients / int64(len(h.pcns))
	for i, pcn := range h.pcns {
		d := workday(day(fy, 4, 12).AddDays(h.rand.IntN(60)))
		var lines []domain.PlanLine
		for _, r := range roleTypes[:3+h.rand.IntN(3)] {
			base := r.each * size / 50_000 * int64(80+h.rand.IntN(40)) / 100 / 100 * 100 // thousandths, to a tenth
			lines = append(lines, domain.PlanLine{RoleType: r.key, Baseline: thousandths(base), Target: thousandths(base + int64(h.rand.IntN(12))*100)})
		}
		plan := domain.NewID(h.give(d, h.lead, planning.SubmitWorkforcePlan{Hub: h.localities[i%len(h.localities)], PCN: pcn, FY: fy, Lines: lines, On: d}), "plan")
		h.plans = append(h.plans, plan)
		h.seen.plan, h.seen.planned = plan, pcn
		revision := 1
		if h.rand.IntN(3) == 0 {
			d = workday(d.AddDays(30 + h.rand.IntN(60)))
			lines = slices.Clone(lines)
			lines[0].Target += domain.OneFTE / 2
			h.give(d, h.lead, planning.ReviseWorkforcePlan{Plan: plan, Lines: lines, On: d, Reason: "one more post is funded"})
			revision++
		}
		if h.rand.IntN(8) > 0 {
			d = workday(d.AddDays(14 + h.rand.IntN(20)))
			h.give(d, h.manager, planning.EndorseWorkforcePlan{Plan: plan, Revision: revision, On: d})
		}
	}
	m := h.meetings[1]
	item := m.item("Plans of the PCNs for " + fy.String())
	h.give(m.after(), h.clerk, governance.ConfirmPlanAlignment{Plans: h.plans, Meeting: m.id, Item: item})
}

// thousandths is a full-time equivalent of so many thousandths.
func thousandths(n int64) domain.FTE { return cmp.Or(domain.FTE(n), 100) * (domain.OneFTE / 1000) }
