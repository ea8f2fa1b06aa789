package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/employment"
	"github.com/hubledger/hubledger/domain/person"
)

// careers is who is supported at work.
type careers struct {
	jobs       []*job
	supporters []uuid.UUID // mentors, coaches and preceptors of the year
}

// support is the fellows, preceptees and mentees of a year, and what is provided
// besides.
func (h *hub) support(fy domain.FinancialYear) {
	if fy.First() < lastApplication {
		for range h.sized(380_000, 1) {
			h.fellow(fy)
		}
	}
	for range h.sized(560_000, 1) {
		h.preceptee(fy)
	}
	for i := range h.sized(1_000_000, 1) {
		h.mentee(fy, i)
	}
	for i, stage := range []domain.CareerStage{domain.StageNewToPractice, domain.StageMidCareer, domain.StageRetention} {
		d := workday(day(fy, 6+2*i, 11).AddDays(h.luck.IntN(20)))
		h.give(d, h.lead, career.RecordCareerSupport{Stage: stage, Profession: []string{"GP", "NURSE", "AHP"}[(i+h.index)%3], Contacts: 8 + h.luck.IntN(60), On: d})
	}
	for range h.sized(450_000, 1) {
		h.develop(fy)
	}
	h.lateFellow(fy)
}

// fellow is a general practitioner, or a nurse, in the first years.
func (h *hub) fellow(fy domain.FinancialYear) {
	applied := workday(day(fy, 5, 2).AddDays(h.luck.IntN(240)))
	s := career.StartSupport{
		Kind: domain.SupportFellowship, Person: h.newcomer(), Profession: pick(h.luck, []string{"GP", "GP", "NURSE"}), Employer: h.surgery(), AppliedOn: applied,
		QualifiedOn: applied.AddDays(-20 - h.luck.IntN(300)), OpenEnded: true, Start: applied.AddDays(25).MonthEnd().AddDays(1),
	}
	if h.luck.IntN(3) == 0 {
		s.OpenEnded, s.ContractMonths = false, 24+12*h.luck.IntN(2)
	}
	s.Payee, s.Until = s.Employer, s.Start.AddMonths(24).AddDays(-1)
	h.through(s, 200, 12)
}

// preceptee is somebody in the first months of a profession.
func (h *hub) preceptee(fy domain.FinancialYear) {
	applied := workday(day(fy, 6, 3).AddDays(h.luck.IntN(200)))
	s := career.StartSupport{
		Kind: domain.SupportPreceptorship, Person: h.newcomer(), Profession: "NURSE", Supporter: h.supporter(), Employer: h.surgery(), AppliedOn: applied,
		QualifiedOn: applied.AddDays(-10 - h.luck.IntN(200)), Start: applied.AddDays(12), OpenEnded: true,
	}
	s.Until = s.Start.AddMonths(12).AddDays(-1)
	if h.luck.IntN(4) == 0 {
		s.Profession = "PHYSICIAN_ASSOCIATE"
		s.Payee = s.Employer
	}
	h.through(s, 110, 10)
}

// mentee is somebody with a mentor or a coach.
func (h *hub) mentee(fy domain.FinancialYear, i int) {
	from := workday(day(fy, 5, 9).AddDays(h.luck.IntN(180)))
	s := career.StartSupport{
		Kind: domain.SupportMentoring, Person: h.newcomer(), Profession: pick(h.luck, []string{"GP", "NURSE", "AHP"}), Supporter: h.supporter(), AppliedOn: from.AddDays(-14), Start: from, Until: from.AddMonths(6),
	}
	if i%2 == 1 {
		s.Kind = domain.SupportCoaching
	}
	h.through(s, max(1, 60/h.n.opts.Scale), 14)
}

// through is support from its first day to its last: sessions every so many
// days, and as a rule its completion. One of so many withdraws. Twelve months
// after a programme it is asked whether they still work in primary care.
func (h *hub) through(s career.StartSupport, every, withdraws int) {
	id := domain.NewID(h.give(s.Start, h.lead, s), "support")
	end := s.Until
	if h.luck.IntN(withdraws) == 0 {
		end = s.Start.AddDays(60 + h.luck.IntN(60))
	}
	for d := workday(s.Start.AddDays(10)); d < end.AddDays(-2); d = workday(d.AddDays(every)) {
		h.give(d, h.lead, career.RecordSupportSession{Support: id, On: d, Minutes: 30 + 15*h.luck.IntN(5)})
	}
	if end < s.Until {
		h.give(end, h.lead, career.WithdrawSupport{Support: id, On: end, Reason: "left for another region"})
		return
	}
	h.give(end.AddDays(1), h.lead, career.CompleteSupport{Support: id, On: end})
	if s.Kind.Programme() {
		h.ask(s.Person, end.AddMonths(12))
	}
}

// ask is whether somebody works, and in primary care.
func (h *hub) ask(p uuid.UUID, d domain.Date) {
	c := employment.ConfirmEmploymentStatus{On: d, Employed: h.luck.IntN(14) > 0, Source: "survey of former fellows and preceptees"}
	c.InPrimaryCare = c.Employed && h.luck.IntN(7) > 0
	h.tell(person.Stream(p), d.AddDays(20), h.lead, c, on(d))
}

// surgery is a practice of the area.
func (h *hub) surgery() string { return pick(h.luck, h.practices[pick(h.luck, h.pcns)]) }

// supporter is a mentor, coach or preceptor.
func (h *hub) supporter() uuid.UUID { return pick(h.luck, h.supporters) }

// develop is money for the development of one person in a year, in one use or
// two.
func (h *hub) develop(fy domain.FinancialYear) {
	p, profession := h.newcomer(), pick(h.luck, []string{"NURSE", "NURSE", "NURSING_ASSOCIATE", "AHP"})
	d := workday(day(fy, 5, 4).AddDays(h.luck.IntN(250)))
	u := career.UseCPDFunding{Person: p, Profession: profession, Pence: 33_300, Purpose: domain.CPDCourse, On: d}
	if h.luck.IntN(3) == 0 {
		u.Pence = domain.Pence(9_000 + 500*h.luck.IntN(20))
		u.Purpose = domain.CPDEvent
		h.give(d.AddDays(30), h.lead, career.UseCPDFunding{Person: p, Profession: profession, Pence: 14_000, Purpose: domain.CPDQualify, On: d.AddDays(30)})
	}
	h.give(d, h.lead, u)
}

// lateFellow is three general practitioners who apply on the last days on which
// that can be done: one in time, one a day too late, and one who completed
// training two days too long ago.
func (h *hub) lateFellow(fy domain.FinancialYear) {
	if h.icb.Code != "QUE" || fy != 2023 {
		return
	}
	for _, one := range []struct {
		applied, trained domain.Date
		rule             domain.Rule
	}{
		{lastApplication, domain.MustDate("2023-03-30"), ""},
		{lastApplication.AddDays(1), domain.MustDate("2023-03-30"), career.RuleEligible},
		{lastApplication, domain.MustDate("2023-03-28"), career.RuleEligible},
	} {
		s := h.fellowship(one.applied, one.trained)
		h.give(s.Start, h.lead, s, refusedBy(one.rule))
	}
}

// fellowship is one that is applied for on a day by somebody who completed
// training on another.
func (h *hub) fellowship(applied, trained domain.Date) career.StartSupport {
	s := career.StartSupport{
		Kind: domain.SupportFellowship, Person: h.newcomer(), Profession: "GP", Employer: h.surgery(), AppliedOn: applied, QualifiedOn: trained,
		OpenEnded: true, Start: applied.AddDays(10),
	}
	s.Payee, s.Until = s.Employer, s.Start.AddMonths(24).AddDays(-1)
	return s
}
