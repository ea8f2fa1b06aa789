package demo

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/placement"
)

// student is a learner, and until when they are on a placement.
type student struct {
	person uuid.UUID
	busy   domain.Date
}

// place is the placements that begin in a year.
func (h *hub) place(fy domain.FinancialYear) {
	for i, s := range h.settings {
		for _, of := range s.tracks {
			for k, st := range of.stays {
				h.offer(s, of, st, fy, i+k)
			}
		}
	}
	h.reprice(fy)
}

// offer is places that a site has in a year, and who takes them.
func (h *hub) offer(s *setting, of track, st stay, fy domain.FinancialYear, n int) {
	from := workday(day(fy, st.months[(n+int(fy)+h.index)%len(st.months)], 3+h.luck.IntN(6)))
	to := from.AddDays(st.days - 1)
	if st.days == 0 {
		to = from.AddMonths(st.whole).AddDays(-1)
	}
	supervisor, assessor := s.educators(st.profession, from)
	if !s.holds(from) || supervisor == uuid.Nil || of.regulator == domain.RegulatorNMC && assessor == uuid.Nil {
		return // nobody may begin there
	}
	learners := 1 + h.luck.IntN(3)/2
	o := placement.OfferPlacement{
		Hub: s.hub, LE: s.id, Site: s.sites[n%len(s.sites)], Profession: st.profession, Regulator: of.regulator,
		From: from, To: to, Capacity: learners + h.luck.IntN(2),
	}
	id := domain.NewID(h.give(from.AddDays(-60), h.lead, o), "offer")
	for range learners {
		h.learner(st, o, id, supervisor, assessor)
	}
}

// educators are who supervises, and who assesses, learners of a profession who
// begin on a day. One person may do both but for the NMC.
func (s *setting) educators(profession string, d domain.Date) (supervisor, assessor uuid.UUID) {
	for _, t := range s.teachers {
		if !t.holds(d) || !slices.Contains(t.professions, profession) {
			continue
		}
		if t.kind.Supervises() && supervisor == uuid.Nil {
			supervisor = t.person
		} else if t.kind.Assesses() {
			assessor = t.person
		}
	}
	return supervisor, assessor
}

// learner is a placement from the allocation to its price.
func (h *hub) learner(st stay, o placement.OfferPlacement, offer, supervisor, assessor uuid.UUID) {
	a := placement.AllocatePlacement{Offer: offer, Learner: h.student(st.profession, o.From, o.To), Supervisor: supervisor, Assessor: assessor, From: o.From, To: o.To}
	if st.kind == domain.RateTariff {
		a.HEI = h.suppliers[1].code
	}
	id := domain.NewID(h.give(o.From.AddDays(-30-h.luck.IntN(20)), h.lead, a), "placement")
	end := o.To
	switch h.luck.IntN(24) {
	case 0, 1: // does not begin
		d := o.From.AddDays(-2 - h.luck.IntN(9))
		why := pick(h.luck, calledOff)
		h.give(d, h.lead, placement.CancelPlacement{Placement: id, Party: why.party, Reason: why.reason, On: d})
		return
	case 2: // ends early
		end = o.From.AddDays(10)
	}
	h.give(o.From, h.lead, placement.StartPlacement{Placement: id, On: o.From})
	late := h.luck.IntN(15) == 0
	attended := h.attend(st, id, o.From, end, late && end == o.To)
	if end < o.To {
		why := pick(h.luck, calledOff)
		h.give(end.AddDays(2), h.lead, placement.CancelPlacement{Placement: id, Party: why.party, Reason: why.reason, On: end})
	} else {
		h.give(end.AddDays(8), h.lead, placement.CompletePlacement{Placement: id, On: end})
	}
	h.price(st, o.Site, id, span{o.From, end}, attended)
}

// student is somebody who is free for some days: of those that have been on a
// placement before, or somebody new.
func (h *hub) student(profession string, from, to domain.Date) uuid.UUID {
	for _, s := range h.students[profession] {
		if s.busy < from && h.luck.IntN(2) == 0 {
			s.busy = to
			return s.person
		}
	}
	s := &student{h.newcomer(), to}
	h.students[profession] = append(h.students[profession], s)
	return s.person
}

// attended is whether days of a month are recorded, and when.
type attended struct {
	span
	days int
	late bool // when it was priced already
}

// attend records the days that a learner was there, month by month. Of doctors
// in training nobody counts them: they are paid for by the month.
func (h *hub) attend(st stay, id uuid.UUID, from, end domain.Date, late bool) (all []attended) {
	if st.kind == domain.RateGrant {
		return nil
	}
	for d := from; d <= end; d = d.MonthEnd().AddDays(1) {
		part := attended{span: span{d, min(d.MonthEnd(), end)}}
		part.days = max(1, weekdays(part.from, part.to)*st.week/5-h.luck.IntN(2))
		part.late = late && part.to == end && len(all) > 0
		recorded := part.to.AddDays(4)
		if part.late {
			recorded = recorded.AddDays(40)
		}
		h.give(recorded, h.lead, placement.RecordPlacementDays{Placement: id, From: part.from, To: part.to, Days: part.days})
		all = append(all, part)
	}
	return all
}

// weekdays is how many days from Monday to Friday some days have, at least 1.
func weekdays(from, to domain.Date) (n int) {
	for d := from; d <= to; d = d.AddDays(1) {
		if w := instant(d).Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return max(1, n)
}

// price prices a placement, in two parts where it reaches into another year.
// Less than a week is not paid for by a tariff, nor less than that by a grant.
func (h *hub) price(st stay, site string, id uuid.UUID, of span, days []attended) {
	parts := []span{of}
	if end := domain.YearOf(of.from).Last(); of.to > end {
		parts = []span{{of.from, end}, {end.AddDays(1), of.to}}
	}
	for _, p := range parts {
		if len(days) > 0 && !slices.ContainsFunc(days, func(a attended) bool { return p.covers(a.from) && !a.late }) {
			continue
		}
		data := placement.PricePlacement{
			Placement: id, Kind: st.kind, Key: st.key, Area: england, From: p.from, To: p.to, Payer: accountable(p.from), Payee: site,
		}
		data.Route, data.Via = h.way(p.from)
		price := domain.NewID(h.give(p.to.AddDays(12), h.finance, data), "price")
		for _, a := range days {
			if a.late && p.covers(a.from) {
				h.give(p.to.AddDays(50), h.finance, placement.RepricePlacement{Price: price, Reason: "days of the last month were recorded since"})
			}
		}
	}
}

// way is how money for placements gets to practices: as is the custom there.
func (h *hub) way(d domain.Date) (route domain.PaymentRoute, via string) {
	switch h.index % 4 {
	case 0:
		return domain.RouteHub, h.hostOn(d)
	case 1:
		return domain.RouteTrust, h.nextHost()
	case 2:
		return domain.RouteProvider, h.suppliers[1].code
	}
	return domain.RouteDirect, ""
}

// reprice prices again what a tariff was raised for after it had been priced.
func (h *hub) reprice(fy domain.FinancialYear) {
	for _, u := range uplifts {
		if domain.YearOf(u.PublishedOn) == fy {
			d := workday(u.PublishedOn.AddDays(9))
			h.give(d, h.finance, placement.RepriceTariff{Kind: u.Kind, Key: u.Key, Area: u.Area, From: u.From, Reason: u.SourceDoc + ", published on " + u.PublishedOn.String()})
		}
	}
}
