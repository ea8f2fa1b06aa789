package demo

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/governance"
)

// quorum is that of the groups: four, somebody from outside among them, and
// three without a conflict.
var quorum = domain.Quorum{Number: 4, Categories: []string{"LAY"}, NonConflicted: 3}

// govern is who meets and who may decide in a year.
func (h *hub) govern(fy domain.FinancialYear) {
	if fy == firstYear {
		h.constitute()
	}
	if fy > firstYear && h.rand.IntN(2) == 0 { // a member leaves, another comes
		last := workday(day(fy, 4, 20))
		old := h.members[7]
		h.give(last, h.clerk, governance.RecordWIGMemberLeft{Person: old.person, On: last})
		h.members[7] = &member{person: h.person(), capacity: old.capacity}
		h.join(h.members[7], last.AddDays(1))
	}
	if fy == firstYear+1 && h.index%6 == 3 { // the lead may decide on little things, until it is not needed any more
		from := day(fy, 4, 11)
		id := domain.NewID(h.give(from, h.clerk, governance.GrantDelegation{Person: h.lead.Person, Limit: 200_000, From: from, To: fy.Last()}), "delegation")
		h.give(day(fy, 12, 29), h.clerk, governance.RevokeDelegation{Delegation: id, On: day(fy, 12, 31), Reason: "the manager decides on these too"})
	}
	h.convene(fy)
	h.priorities = nil
	h.endorse(fy)
	for i, id := range h.localities {
		d := workday(day(fy, 10, 5).AddDays(7*i + h.rand.IntN(5)))
		h.give(d, h.manager, governance.RecordOversightReview{Hub: id, On: d, Findings: "Plans on course; the spread of placements is uneven", Actions: []string{"Share the survey of practices"}})
	}
	for i := range 4 {
		d := workday(day(fy, 4+2*i, 8).AddDays(h.rand.IntN(20)))
		h.give(d, h.manager, governance.RecordEngagement{Forum: pick(h.rand, forums), On: d, Attendees: []uuid.UUID{h.manager.Person, h.lead.Person}})
	}
	for k := range h.sized(700_000, 1) { // leads change
		i := (k + int(fy)) % len(h.pcns)
		if fy == firstYear {
			break
		}
		d := day(fy, 9, 1+h.rand.IntN(25))
		h.give(d, h.clerk, governance.EndPCNLead{PCN: h.pcns[i], Person: h.leads[i], Kind: clinicalDirector, On: d})
		h.nameLead(i, d.AddDays(1))
	}
}

// localLimit is the most that a first locality hub decides on by itself.
const localLimit domain.Pence = 950_000

const clinicalDirector = "CLINICAL_DIRECTOR"

// constitute begins the group, the scheme of delegation and the leads of PCNs.
func (h *hub) constitute() {
	from := firstYear.First()
	h.give(from, h.clerk, governance.ConstituteWIG{
		Name: short(h.icb.Name) + " Workforce Implementation Group", TermsRef: "ToR 2022", Quorum: quorum, From: from,
	})
	for _, m := range h.members {
		h.join(m, from)
	}
	h.give(from, h.clerk, governance.GrantDelegation{Body: domain.BodyWIG, Reserved: true, From: from})
	h.granted = domain.NewID(h.give(from, h.clerk, governance.GrantDelegation{Person: h.manager.Person, Limit: 5_000_000, From: from}), "delegation")
	for i, limit := range []domain.Pence{localLimit, localLimit / 5} { // the third is not held to one
		h.give(from.AddDays(27), h.clerk, governance.GrantDelegation{Hub: h.localities[i], Limit: limit, From: from.AddDays(27)})
	}
	h.leads = make([]uuid.UUID, len(h.pcns))
	for i := range h.pcns {
		h.nameLead(i, from)
	}
}

func (h *hub) join(m *member, from domain.Date) {
	h.give(from, h.clerk, governance.AppointWIGMember{Person: m.person, Capacity: m.capacity, Voting: true, From: from})
}

func (h *hub) nameLead(pcn int, from domain.Date) {
	h.leads[pcn] = h.person()
	h.give(from, h.clerk, governance.NamePCNLead{PCN: h.pcns[pcn], Person: h.leads[pcn], Kind: clinicalDirector, From: from})
}

// meeting is a meeting of the group. It is recorded when all of its items are
// known, and before what was decided there.
type meeting struct {
	id     uuid.UUID
	day    domain.Date
	there  []*member
	items  []governance.AgendaItem
	minute domain.Date // when the minutes are recorded
}

// convene calls the meetings of a year, of which some members miss one.
func (h *hub) convene(fy domain.FinancialYear) {
	h.meetings = nil
	for i, month := range []int{5, 8, 11, 2} {
		m := &meeting{day: workday(day(fy, month, 10).AddDays(h.rand.IntN(8)))}
		m.id = h.n.id5(fmt.Sprintf("meeting/%s/%s/%d", h.icb.Code, fy, i))
		m.minute = m.day.AddDays(1)
		if i == 3 && h.index%6 == 1 && h.index%5 != 4 { // nothing is bought there, and the minutes are late
			m.minute = m.day.AddDays(45)
		}
		absent := -1
		if h.rand.IntN(2) == 0 {
			absent = 4 + h.rand.IntN(4)
		}
		for j, one := range h.members {
			if j != absent {
				m.there = append(m.there, one)
			}
		}
		h.meetings = append(h.meetings, m)
		m.item("Minutes and matters arising")
		m.item("Workforce of the ICS, quarter by quarter")
	}
}

// item puts an item on the agenda, from which some are out of the room, and is
// its number.
func (m *meeting) item(title string, out ...uuid.UUID) string {
	i := governance.AgendaItem{Item: fmt.Sprint(len(m.items) + 1), Title: title}
	outside := make(map[uuid.UUID]bool)
	for _, p := range out {
		outside[p] = true
	}
	for j, one := range m.there {
		a := governance.Attendee{Person: one.person, Capacity: one.capacity}
		if outside[one.person] {
			a.Out = "14:20"
			if j == 0 {
				i.Chair = m.there[1].person
			}
		}
		i.Attendees = append(i.Attendees, a)
	}
	m.items = append(m.items, i)
	return i.Item
}

// minute records the meetings of the year that is written.
func (h *hub) minute() {
	for _, m := range h.meetings {
		h.give(m.minute, h.clerk, governance.RecordMeeting{
			Meeting: m.id, Body: domain.BodyWIG, On: m.day, Chair: m.there[0].person, Items: m.items,
		}, on(m.day), shown("minutes", m.day))
	}
}

// endorse endorses the priorities of a year, in its first meeting; and in the
// second the plans that were submitted are found to be aligned.
func (h *hub) endorse(fy domain.FinancialYear) {
	m := h.meetings[0]
	item := m.item("Priorities of " + fy.String())
	for i := range 3 {
		p := priorities[(i+int(fy)+h.index)%len(priorities)]
		e := governance.EndorsePriority{Title: p.title, From: m.day, To: day(fy.Next(), 6, 30), Meeting: m.id, Item: item}
		for _, b := range p.benefit {
			e.Beneficiaries = append(e.Beneficiaries, domain.Beneficiary(b))
		}
		h.priorities = append(h.priorities, domain.NewID(h.give(m.after(), h.clerk, e), "priority"))
	}
}

// after is the day from which what was decided is recorded: after the minutes.
func (m *meeting) after() domain.Date { return m.minute.AddDays(1) }
