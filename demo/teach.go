package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/registration"
)

// teacher is an educator of one kind at a learning environment.
type teacher struct {
	person      uuid.UUID
	kind        domain.EducatorKind
	regulator   domain.Regulator
	professions []string
	course      string
	months      int // that an approval lasts
	approval    uuid.UUID
	approved    []span
}

func (t *teacher) holds(d domain.Date) bool {
	return slices.ContainsFunc(t.approved, func(s span) bool { return s.covers(d) })
}

func (t *teacher) last() domain.Date { return t.approved[len(t.approved)-1].to }

// teach is who teaches at the environments in a year: they are trained, checked
// and approved before learners come, and again before an approval runs out.
func (h *hub) teach(fy domain.FinancialYear) {
	for _, s := range h.settings {
		if n := len(s.approved); n == 0 || s.approved[n-1].to < fy.First() {
			continue
		}
		if len(s.teachers) == 0 {
			h.assign(s, s.approved[0].from)
		}
		for _, t := range slices.Clone(s.teachers) {
			if last := t.last(); fy.First() <= last && last <= fy.Last() {
				h.goOn(s, t, last)
			}
		}
	}
	h.moreTraining(fy)
}

// assign approves the first educators of an environment.
func (h *hub) assign(s *setting, from domain.Date) {
	for _, of := range s.tracks {
		for _, kind := range of.kinds {
			h.engage(s, &teacher{kind: kind, regulator: of.regulator, professions: of.professions, course: of.course, months: of.months}, from)
		}
	}
}

// engage trains and approves somebody who is new.
func (h *hub) engage(s *setting, t *teacher, from domain.Date) {
	t.person = h.newcomer()
	trained := workday(max(firstYear.First(), from.AddDays(-50-h.luck.IntN(30)))) // all locality hubs are there then
	h.give(trained, h.lead, educator.RecordEducatorTraining{Person: t.person, Hub: s.hub, Course: t.course, On: trained})
	s.teachers = append(s.teachers, t)
	h.approveTeacher(s, t, from)
}

// approveTeacher approves somebody from a day on, after a look at the register.
func (h *hub) approveTeacher(s *setting, t *teacher, from domain.Date) {
	given := from.AddDays(-6)
	h.check(t.person, t.regulator, given.AddDays(-8-h.luck.IntN(30)))
	to := from.AddMonths(t.months).AddDays(-1)
	t.approval = domain.NewID(h.give(given, h.clinical, educator.ApproveEducator{
		Person: t.person, Hub: s.hub, Kind: t.kind, Professions: t.professions, From: from, To: to, By: school(h.icb.Region), Regulator: t.regulator, On: given,
	}), "approval")
	t.approved = append(t.approved, span{from, to})
}

// check looks a person up in a regulator's register, and finds them there.
func (h *hub) check(person uuid.UUID, regulator domain.Regulator, d domain.Date) {
	result := domain.RegistrationCurrent
	if h.luck.IntN(60) == 0 {
		result = domain.RegistrationConditions
	}
	h.give(d, h.clerk, registration.RecordRegistrationCheck{Person: person, Regulator: regulator, Result: result, On: d})
}

// goOn is what becomes of an educator whose approval runs out: as a rule another
// one, else somebody new takes over.
func (h *hub) goOn(s *setting, t *teacher, last domain.Date) {
	chance := h.luck.IntN(12)
	if s.steady {
		chance = 11
	}
	next := &teacher{kind: t.kind, regulator: t.regulator, professions: t.professions, course: t.course, months: t.months}
	switch chance {
	case 0, 1: // stops before
		stops := last.AddDays(-25)
		h.engage(s, next, stops.AddDays(-10))
		h.give(stops, h.lead, educator.WithdrawEducator{Person: t.person, On: stops, Reason: pick(h.luck, leaving)})
		t.approved[len(t.approved)-1].to = stops
	case 2: // lets it lapse
		h.give(last.AddDays(4), h.lead, educator.LapseEducatorApproval{Approval: t.approval, On: last, Reason: "it ran out, and was not asked for again"})
		h.engage(s, next, last.AddDays(1))
	default:
		h.approveTeacher(s, t, last.AddDays(1))
	}
}

// moreTraining is what preceptors, mentors and coaches are approved for, who
// teach no learners.
func (h *hub) moreTraining(fy domain.FinancialYear) {
	kinds := []domain.EducatorKind{domain.EducatorMentor, domain.EducatorCoach, domain.EducatorPreceptor}
	h.supporters = nil
	for i := range h.sized(1_000_000, 1) {
		person, d := h.newcomer(), workday(day(fy, 4, 6).AddDays(h.luck.IntN(12)))
		h.give(d, h.lead, educator.RecordEducatorTraining{Person: person, Course: "MENTORING_AND_COACHING", On: d})
		h.give(d.AddDays(9), h.clinical, educator.ApproveEducator{
			Person: person, Kind: kinds[(i+int(fy))%len(kinds)], Professions: []string{"GP", "NURSE"}, From: d.AddDays(9), To: d.AddDays(9 + 3*365),
			By: school(h.icb.Region), On: d.AddDays(9),
		})
		h.supporters = append(h.supporters, person)
	}
}
