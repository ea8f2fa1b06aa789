package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/role"
)

// rotate is a post that goes round in a year: four months in a trust, four in a
// practice and four in a network.
func (h *hub) rotate(fy domain.FinancialYear) {
	for n := range h.sized(1_500_000, 1) {
		i := (2*n + int(fy) + h.index) % len(h.pcns)
		pcn, first := h.pcns[i], day(fy, 9, 1)
		code := []string{"PARAMEDIC", "FIRST_CONTACT_PHYSIO", "PRACTICE_NURSE"}[(n+h.index)%3]
		data := role.CreateRotationalPost{Hub: h.localities[i%len(h.localities)], PCN: pcn, RoleType: code, Origin: domain.OriginNew}
		for k, org := range []string{h.nextHost(), h.practices[pcn][0], pcn} {
			from := first.AddMonths(4 * k)
			data.Legs = append(data.Legs, role.Leg{Org: org, From: from, To: from.AddMonths(4).AddDays(-1), FTE: domain.OneFTE})
		}
		id := domain.NewID(h.give(day(fy, 6, 14), h.lead, data), "post")
		person := h.newcomer()
		stops := h.luck.IntN(10) == 0 // in the second leg
		for k, leg := range data.Legs {
			if k == 1 && h.index%3 == 0 { // somebody else comes
				person = h.newcomer()
			}
			h.give(leg.From.AddDays(1), h.lead, role.StartRotationLeg{Post: id, Leg: k + 1, Person: person, On: leg.From})
			if stops && k == 1 {
				d := leg.From.AddDays(40)
				h.give(d, h.lead, role.EndRotationLeg{Post: id, Leg: k + 1, On: d, Reason: "moved away"})
				break
			}
			h.give(leg.To.AddDays(2), h.lead, role.EndRotationLeg{Post: id, Leg: k + 1, On: leg.To})
		}
	}
}
