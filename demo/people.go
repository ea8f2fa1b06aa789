package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// staff are those who act for a hub.
type staff struct {
	manager  domain.Actor // leads the team, and decides on what is small
	lead     domain.Actor // asks for what is commissioned
	clinical domain.Actor // scores with the lead
	clerk    domain.Actor // of governance: keeps minutes and registers
	finance  domain.Actor // of the host: pays
	team     []post       // of the establishment
	granted  uuid.UUID    // delegation of the manager
}

// post is a role of a hub's team, and who has it.
type post struct {
	role   string
	each   domain.FTE // of one person
	people []uuid.UUID
	pence  domain.Pence // a year for one full-time equivalent, in 2022/23
}

func (p post) fte() domain.FTE { return p.each * domain.FTE(len(p.people)) }

// member is a member of the Workforce Implementation Group.
type member struct {
	person   uuid.UUID
	capacity string
	stakes   []stake
	nothing  bool // has stated to hold no interest
}

// stake is an interest that a member holds in an organisation.
type stake struct {
	org      string
	interest uuid.UUID
	category domain.InterestCategory
	declared domain.Date // when it goes on the register
}

// board is the group, and its meetings of a year.
type board struct {
	members  []*member // with a vote; the first is in the chair, the second takes it where the first can't
	meetings []*meeting
	leads    []uuid.UUID // clinical directors, PCN by PCN
	// priorities are those endorsed in the year.
	priorities []uuid.UUID
}

// people invents everybody.
func (h *hub) people() {
	actor := func(role string) domain.Actor { return domain.Actor{Person: h.person(), Role: role} }
	h.manager, h.lead, h.clinical = actor("hub manager"), actor("workforce lead"), actor("clinical lead")
	h.clerk, h.finance = actor("governance officer"), actor("finance officer")
	h.team = []post{
		{"MANAGEMENT_LEAD", domain.OneFTE, []uuid.UUID{h.manager.Person}, 7_900_000},
		{"WORKFORCE_TRANSFORMATION_LEAD", domain.OneFTE * 4 / 5, []uuid.UUID{h.lead.Person}, 6_600_000},
		{"CLINICAL_LEAD", domain.OneFTE * 2 / 5, []uuid.UUID{h.clinical.Person}, 11_200_000},
		{"AHP_LEAD", domain.OneFTE * 2 / 5, []uuid.UUID{h.person()}, 6_100_000},
		{"PROJECT_MANAGER", domain.OneFTE, []uuid.UUID{h.person()}, 5_200_000},
		{"ADMINISTRATOR", domain.OneFTE, []uuid.UUID{h.person()}, 3_200_000},
	}
	for _, capacity := range []string{"LAY", "LAY", "GP", "GP", "NURSE", "AHP", "PHARMACY", "ICB_EXECUTIVE"} {
		h.members = append(h.members, &member{person: h.person(), capacity: capacity})
	}
	h.stakes()
}

// stakes gives some members interests in those whom the hub buys from: partners
// of practices own the federation that hosts it.
func (h *hub) stakes() {
	for i, m := range h.members {
		switch {
		case i == 2:
			m.stakes = []stake{{org: h.host, category: domain.InterestFinancial}}
			h.n.relate(m.person.String(), h.host, domain.RelationPartner, opening)
		case i == 3:
			m.stakes = []stake{{org: h.pcns[0], category: domain.InterestFinancial}, {org: h.suppliers[3].code, category: domain.InterestProfessional}}
		case i == 5 && h.index%2 == 0:
			m.stakes = []stake{{org: h.suppliers[1].code, category: domain.InterestProfessional}}
		case i == 6 && h.index%3 == 0:
			m.stakes = []stake{{org: h.suppliers[4].code, category: domain.InterestIndirect}}
			h.n.relate(m.person.String(), h.suppliers[4].code, domain.RelationOwner, opening)
		case i == 0 && h.chairConflicted():
			m.stakes = []stake{{org: h.suppliers[2].code, category: domain.InterestPersonal}}
		}
	}
}

// conflicted are the stakes of a member in one of some organisations, of those
// on the register by a day.
func (m *member) conflicted(orgs []string, by domain.Date) (ids []uuid.UUID) {
	for _, s := range m.stakes {
		for _, org := range orgs {
			if s.org == org && s.interest != uuid.Nil && s.declared <= by {
				ids = append(ids, s.interest)
			}
		}
	}
	return ids
}

// chairConflicted is whether the chair of the hub's group has an interest in
// somebody it buys from.
func (h *hub) chairConflicted() bool { return h.index%10 == 7 }
