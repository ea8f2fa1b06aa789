package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/person"
)

// declareInterests is what the members of the group, and those of the team who
// decide, state about themselves in a year: in their first one by declaring what
// they hold, and then once a year, each in a month of their own. Some do so
// late, and some not at all.
func (h *hub) declareInterests(fy domain.FinancialYear) {
	for i, m := range h.members {
		if !m.stated() {
			h.introduce(m, i, fy)
			continue
		}
		if d := workday(day(fy, 4+i%3, 2+h.rand.IntN(24))); h.rand.IntN(12) > 0 {
			h.state(m, d)
		}
	}
	for i, a := range []domain.Actor{h.manager, h.lead, h.clinical} {
		if d := workday(day(fy, 4+i, 20)); fy == firstYear || (int(fy)+i)%2 == 0 {
			h.own(a.Person, d, interest.MakeNilReturn{On: d})
		}
	}
	h.offers(fy)
}

func (m *member) stated() bool {
	return m.nothing || len(m.stakes) > 0 && m.stakes[0].interest != uuid.Nil
}

// own is something that a person says of themselves.
func (h *hub) own(p uuid.UUID, d domain.Date, data domain.CommandData, hows ...how) uuid.UUID {
	return h.tell(person.Stream(p), d, domain.Actor{Person: p, Role: "declarant"}, data, hows...)
}

// introduce is the first declaration of a member. One in eight comes too late.
func (h *hub) introduce(m *member, i int, fy domain.FinancialYear) {
	d := workday(day(fy, 4, 25).AddDays(i))
	if len(m.stakes) == 0 {
		m.nothing = true
		h.own(m.person, d, interest.MakeNilReturn{On: d})
		return
	}
	for k := range m.stakes {
		s := &m.stakes[k]
		s.declared = d
		if (h.index+i)%8 == 0 {
			s.declared = workday(day(fy, 9, 20))
		}
		data := interest.DeclareInterest{Category: s.category, Nature: nature(s.category), Org: s.org, Arose: d.AddDays(-400 - h.rand.IntN(900))}
		if s.category == domain.InterestIndirect {
			data.Relation = domain.RelatedSpouse
		}
		s.interest = domain.NewID(h.own(m.person, s.declared, data), "interest")
	}
}

func nature(c domain.InterestCategory) string {
	switch c {
	case domain.InterestFinancial:
		return "Partner in a practice that owns a share"
	case domain.InterestProfessional:
		return "Unpaid member of its council"
	case domain.InterestIndirect:
		return "Spouse is a director"
	}
	return "Gives time as a volunteer"
}

// state is the yearly statement: the same interests, or still none. Now and then
// an interest is amended, or ends.
func (h *hub) state(m *member, d domain.Date) {
	if m.nothing {
		h.own(m.person, d, interest.MakeNilReturn{On: d})
		return
	}
	last := &m.stakes[len(m.stakes)-1]
	switch h.rand.IntN(12) {
	case 0:
		h.own(m.person, d, interest.AmendInterest{Interest: last.interest, Category: last.category, Nature: nature(last.category) + ", since this year paid", Org: last.org, Arose: d.AddDays(-30), Relation: relation(last.category), Reason: "it was described too narrowly"})
	case 1:
		if len(m.stakes) > 1 {
			h.own(m.person, d, interest.EndInterest{Interest: last.interest, On: d})
			m.stakes = m.stakes[:len(m.stakes)-1]
		}
	}
	h.own(m.person, d.AddDays(1), interest.RefreshDeclaration{On: d.AddDays(1)})
}

func relation(c domain.InterestCategory) domain.Relation {
	if c == domain.InterestIndirect {
		return domain.RelatedSpouse
	}
	return ""
}

// offers are gifts and hospitality of a year.
func (h *hub) offers(fy domain.FinancialYear) {
	for i, m := range h.members[:2+h.index%2] {
		d := workday(day(fy, 4+i%3, 2+h.rand.IntN(24))) // as a rule with the yearly statement
		from := h.suppliers[1+(i+h.index)%6].code
		if i%2 == 0 {
			h.own(m.person, d, interest.RecordGift{From: from, Supplier: true, Kind: domain.GiftBrandedAid, Value: domain.Pence(100 + 50*h.rand.IntN(11)), On: d, Accepted: true})
			continue
		}
		h.own(m.person, d, interest.RecordHospitality{From: from, Supplier: true, Kind: domain.HospitalityMeal, Value: domain.Pence(900 + 100*h.rand.IntN(60)), On: d, Accepted: true})
	}
}
