package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
)

// assured is how far a hub is found to be.
type assured struct {
	newest uuid.UUID // assessment of the ICS hub
	short  bool      // in learning environments
}

// assess is what is found of the hub, and of its locality hubs, in a year, and
// who stands in where it is not able to deliver.
func (h *hub) assess(fy domain.FinancialYear) {
	on := workday(day(fy, 11, 6).AddDays(h.index % 15))
	h.short = h.index%6 == 3 && int(fy-firstYear) == h.index/6%MostYears
	h.newest = h.assessed(h.matured("", fy, on))
	for i, id := range h.localities {
		if (i+int(fy))%2 == 0 {
			h.assessed(h.matured(id, fy, on.AddDays(i)))
		}
	}
	for i, c := range considered {
		d := workday(day(fy, 2, 4).AddDays(i))
		rating := pick(h.luck, []domain.AssuranceRating{domain.AssuranceSubstantial, domain.AssuranceModerate, domain.AssuranceModerate, domain.AssuranceModerate, domain.AssuranceLimited})
		if h.index == 11 && c.item == domain.ConsiderGovernance {
			rating = domain.AssuranceUnsatisfactory
		}
		h.give(d, h.clerk, assurance.AssessAssurance{
			Item: c.item, PeriodFrom: fy.First(), PeriodTo: day(fy, 12, 31), Rating: rating, Findings: c.finding,
			DocHashes: []domain.Hash{hashOf(h.icb.Code, fy.String(), string(c.item))}, Assessor: h.n.officer().Person, Party: office(h.icb.Region), On: d,
		})
	}
	if h.short {
		h.fallShort(fy, on.AddDays(12))
	}
	h.tellOthers(fy)
}

func (h *hub) assessed(a assurance.AssessMaturity) uuid.UUID {
	return domain.NewID(h.give(a.On, h.manager, a), "assessment")
}

// matured is an assessment: by the hub itself, and every other year with the
// local office.
func (h *hub) matured(of domain.HubID, fy domain.FinancialYear, on domain.Date) assurance.AssessMaturity {
	m := matrices[0]
	if on >= matrices[1].From {
		m = matrices[1]
	}
	a := assurance.AssessMaturity{Hub: of, Matrix: m.Matrix, Version: m.Version, Assessor: h.manager.Person, Party: h.hostOn(on), On: on}
	if (int(fy)+h.index)%2 == 0 {
		a.Assessor, a.Party = h.n.officer().Person, office(h.icb.Region)
	}
	for k, d := range m.Domains {
		level := min(4, 2+(h.index+k)%2+int(fy-firstYear)/2)
		if of != "" {
			level = max(1, level-1)
		}
		if d.Domain == environments && h.short {
			level = 1
		}
		a.Scores = append(a.Scores, assurance.DomainScore{Domain: d.Domain, Level: level, DocHash: hashOf(h.icb.Code, string(of), fy.String(), d.Domain)})
	}
	return a
}

// fallShort is a hub that can't find enough places: for half a year somebody
// else does.
func (h *hub) fallShort(fy domain.FinancialYear, d domain.Date) {
	id := domain.NewID(h.give(d, h.manager, assurance.DeclareShortfall{Requirements: []assurance.Unmet{{Requirement: "PLACEMENTS", Assessment: h.newest}}, On: d}), "shortfall")
	a := h.interim(id, d.AddDays(9))
	switch h.index / 6 % 3 {
	case 1:
		a.Provider = domain.InterimProvider{Kind: domain.ProviderAccountableBody, Code: accountable(a.From)}
	case 2:
		a.Provider = domain.InterimProvider{Kind: domain.ProviderOther, Code: h.suppliers[1].code}
	}
	arrangement := domain.NewID(h.give(a.On, h.manager, a), "arrangement")
	if fy == firstYear+MostYears-1 { // it goes on for longer than is told here
		return
	}
	h.give(a.Until.AddDays(2), h.manager, assurance.EndInterimArrangement{Arrangement: arrangement, On: a.Until, Reason: "it ran out"})
	h.give(a.Until.AddDays(12), h.manager, assurance.CloseShortfall{Shortfall: id, On: a.Until.AddDays(12), Outcome: "three practices have been approved since"})
}

// interim is that the next hub finds places in the place of this one.
func (h *hub) interim(shortfall uuid.UUID, on domain.Date) assurance.AgreeInterimArrangement {
	next := h.n.icbs[(h.index+1)%len(h.n.icbs)].Code
	return assurance.AgreeInterimArrangement{
		Shortfall: shortfall, Requirements: []string{"PLACEMENTS"}, Provider: domain.InterimProvider{Kind: domain.ProviderHub, Code: next},
		From: on.AddDays(12), Until: on.AddDays(190), Approver: h.n.officer().Person, Office: office(h.icb.Region), On: on,
	}
}

// tellOthers is what works, told to some of the other hubs and to the School.
func (h *hub) tellOthers(fy domain.FinancialYear) {
	for i := range 2 {
		d := workday(day(fy, 6+4*i, 5).AddDays(h.luck.IntN(24)))
		p := assurance.ShareGoodPractice{
			Title: practicesThatWork[(h.index+int(fy)+2*i)%len(practicesThatWork)], Audience: "training hubs and practices", WithParties: []string{school(h.icb.Region)}, On: d,
		}
		for k := range 1 + h.luck.IntN(3) {
			id := domain.HubID(h.n.icbs[(h.index+3*k+1)%len(h.n.icbs)].Code)
			if d >= icbsOpen && !slices.Contains(p.WithHubs, id) {
				p.WithHubs = append(p.WithHubs, id)
			}
		}
		h.give(d, h.lead, p)
	}
}
