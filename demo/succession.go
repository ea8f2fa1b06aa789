package demo

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/topology"
)

// merged is the first day on which some ICBs are abolished and others created.
// The year before is the last of the calendar; what is told of the next is how
// hubs are wound down and begin, for three months.
var (
	merged   = domain.MustDate("2026-04-01")
	woundOff = domain.MustDate("2026-06-30")
)

// order is the reference of the order by which ICBs merge.
const order = "Invented order on integrated care boards, 2026"

// legacy is what a hub leaves to those that follow it.
type legacy struct {
	heirs  []inheritance
	areas  map[domain.HubID][]string // PCNs of each locality hub
	carry  []carried
	grants []promised // grants of which a milestone is not met yet
	// handOver is the order that hands over what is left.
	handOver uuid.UUID
}

// inheritance is a hub that follows another, and what part of it it gets.
type inheritance struct {
	code   string // of the ICB
	weight int64  // registered patients, of parts invented
}

// carried is a promise that waits for the money of the year of the merger.
type carried struct {
	award, decision, commitment uuid.UUID
	supplier                    supplier
	to                          domain.Date
	pence                       domain.Pence
	purpose                     domain.FundPurpose
	needs, priorities           []uuid.UUID
	regime                      domain.Regime
	by                          domain.Route
}

// promised is what is left of a grant.
type promised struct {
	line  domain.FundLine
	terms funding.CarriedCommitment
}

// handOn keeps what is left of a grant for those that follow.
func (c *matter) handOn(grant, commitment uuid.UUID, left domain.GrantMilestone, offer funding.OfferGrant, accepted domain.Date) {
	h := c.h
	h.grants = append(h.grants, promised{offer.Line, funding.CarriedCommitment{
		Of: commitment, Pence: left.Pence, Decision: c.id, Purpose: offer.Purpose, CostType: offer.CostType,
		NeedRefs: h.needs[c.need%len(h.needs):][:1], PriorityRefs: h.priorities[c.need%len(h.priorities):][:1], RequestedBy: h.lead.Person,
		Grant: &funding.CarriedGrant{
			Of: grant, Payee: offer.Payee, Conditions: offer.Conditions, Milestones: []domain.GrantMilestone{left}, AcceptedOn: accepted,
		},
	}})
}

// succeeded reports whether others follow the hub.
func (h *hub) succeeded() bool { return len(h.heirs) > 0 }

// divided reports whether the hub's area is divided.
func (h *hub) divided() bool { return len(h.heirs) > 1 }

// shares are the parts that its successors get.
func (h *hub) shares() (all []domain.SuccessorShare) {
	for _, i := range h.heirs {
		all = append(all, domain.SuccessorShare{Successor: domain.HubID(i.code), Weight: i.weight})
	}
	slices.SortFunc(all, func(a, b domain.SuccessorShare) int { return cmp.Compare(a.Successor, b.Successor) })
	return all
}

// succession is what the hub says of those that follow it.
func (h *hub) succession() topology.RecordHubSuccession {
	s := topology.RecordHubSuccession{On: merged, KPIRule: domain.KPIRule{Rule: domain.SeriesBreak}, Ref: order}
	for _, share := range h.shares() {
		s.Successors = append(s.Successors, share.Successor)
	}
	s.BudgetSplit = []domain.BudgetSplit{{Shares: h.shares()}}
	for i, id := range h.localities {
		s.Localities = append(s.Localities, domain.PassedLocality{Hub: id, Successor: s.Successors[i%len(s.Successors)]})
	}
	return s
}

// announce records the succession before its day. One hub forgets in its first
// order to say who gets what is promised.
func (h *hub) announce() {
	d := domain.MustDate("2026-03-02")
	if len(h.carry) > 0 && !h.n.forgotten {
		h.n.forgotten = true
		first := h.succession()
		first.BudgetSplit = nil
		h.give(d, h.manager, first, breaking(d, topology.RuleSplit))
		d = merged.AddDays(1)
	}
	h.give(d, h.manager, h.succession())
}

// windDown is the first months after the merger: nothing begins any more, what
// is left is handed over, and the books are closed.
func (h *hub) windDown() {
	h.items = slices.DeleteFunc(h.items, func(i item) bool { return i.stream == h.stream && i.day >= merged && begins(i.command.Data) })
	for _, g := range h.grants {
		h.give(merged.AddDays(6), h.finance, funding.HandOverBudget{Line: g.line})
	}
	h.handOver = h.give(merged.AddDays(25), h.finance, funding.HandOverBudget{})
	if h.icb.Code != "QMM" {
		return
	}
	late := registration.RecordRegistrationCheck{Person: h.newcomer(), Regulator: domain.RegulatorNMC, Result: domain.RegistrationCurrent, On: merged.AddDays(13)}
	h.give(late.On, h.clerk, late, refusedBy(topology.RuleWindDown))
	h.give(late.On.AddDays(1), h.clerk, late, breaking(late.On, topology.RuleWindDown))
}

// begins reports whether a command is about what does not happen any more in a
// hub that is wound down.
func begins(c domain.CommandData) bool {
	switch c.(type) {
	case career.RecordSupportSession, environment.CompleteLEAction, role.StartRotationLeg, role.EmbedRole,
		registration.RecordRegistrationCheck, assurance.AgreeInterimArrangement:
		return true
	}
	return false
}

// part is what one of the successors gets of an amount.
func (h *hub) part(code string, pence domain.Pence) domain.Pence {
	shares := h.shares()
	i := slices.IndexFunc(shares, func(s domain.SuccessorShare) bool { return string(s.Successor) == code })
	return domain.Divide(pence, shares)[i]
}

// transferred is the transfer by which money of a line goes to a successor.
func (h *hub) transferred(line domain.FundLine, code string) uuid.UUID {
	return domain.NewID(h.handOver, fmt.Sprintf("%s %s %s", line, uuid.Nil, code))
}
