package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
)

// matter is something that is to be decided: by the group at a meeting, or by the
// manager or the chair between meetings.
type matter struct {
	h         *hub
	kind      domain.DecisionKind
	of        domain.HubID // a locality hub
	subject   string
	need      int // of the year, that it meets
	programme uuid.UUID
	award     uuid.UUID // that is to be varied
	meeting   *meeting
	on        domain.Date // without a meeting
	urgent    bool        // without a meeting: by the chair and a second
	agreed    bool        // by the ICS hub, because it is above a locality hub's limit
	lines     []domain.FundPart
	purpose   domain.FundPurpose
	max       domain.Pence

	regime     domain.Regime
	by         domain.Route
	candidates []supplier
	chosen     supplier
	waived     bool // quotations are

	id   uuid.UUID
	made domain.Date
}

// route says how candidates are found, and which: n counts those that the group
// decides on, -1 is something small.
func (c *matter) route(n int) {
	h := c.h
	c.regime, c.by = domain.RegimeBelowThreshold, domain.RouteQuotation
	pool := h.suppliers[1:]
	at := h.rand.IntN(len(pool))
	for i := range 3 {
		c.candidates = append(c.candidates, pool[(at+i*2)%len(pool)])
	}
	switch {
	case n < 0:
		c.candidates = c.candidates[:1]
	case c.max > 5_000_000 && n%2 == 0:
		c.by = domain.RouteTender
	case c.max > 5_000_000:
		c.by = domain.RouteFramework
	case n%4 == 3: // the host bids too
		c.candidates[2] = supplier{code: h.host}
	}
	if n >= 0 && h.index%8 == 5 && c.day() > domain.MustDate("2024-01-01") && c.programme != uuid.Nil {
		c.regime, c.by = domain.RegimePSR, domain.RouteMostSuitable
	}
	if n >= 0 && h.index%8 == 6 && c.day() > domain.MustDate("2025-02-24") && c.max > 2_000_000 {
		c.regime, c.by = domain.RegimeProcurementAct, domain.RouteDirectAward
	}
	c.chosen = c.candidates[0]
}

func (c *matter) day() domain.Date {
	if c.meeting != nil {
		return c.meeting.day
	}
	return c.on
}

// decide is the way of a case from the paper to the decision, and whether it was
// approved.
func (c *matter) decide() bool {
	c.open()
	c.quote()
	if c.meeting == nil {
		return c.alone()
	}
	out := c.declare(c.h.members, c.day().AddDays(-9))
	c.score()
	return c.vote(out)
}

// before is some days before the decision.
func (c *matter) before(days int) domain.Date { return c.day().AddDays(-days) }

func (c *matter) open() {
	h := c.h
	data := commissioning.OpenDecision{
		Hub: c.of, Kind: c.kind, Subject: c.subject, Programme: c.programme, Award: c.award, Estimate: c.max, Regime: c.regime, Route: c.by,
	}
	if c.kind == domain.DecisionVariation {
		data.Regime, data.Route = "", ""
	}
	for _, s := range c.candidates {
		data.Candidates = append(data.Candidates, s.code)
	}
	ahead := 30
	if c.meeting == nil {
		ahead = 12
	}
	c.id = domain.NewID(h.give(c.before(ahead), h.lead, data), "decision")
}

// quote receives quotations, or tenders.
func (c *matter) quote() {
	if c.kind != domain.DecisionPurchase {
		if c.waived {
			c.waive("the award was made on a waiver")
		}
		return
	}
	if c.by == domain.RouteTender {
		d := c.before(28)
		c.h.give(d, c.h.lead, commissioning.RecordNotice{Decision: c.id, Kind: domain.NoticeTender, Ref: ref("T", d, c.h.given), On: d})
	}
	if c.by == domain.RouteQuotation && c.meeting != nil && c.max >= 1_000_000 && c.h.rand.IntN(9) == 0 {
		c.candidates, c.waived = c.candidates[:1], true
		c.waive("only one supplier has the accreditation")
	}
	for i, s := range c.candidates {
		d := min(c.before(10), c.day()).AddDays(-i)
		gross := c.max + domain.Pence(i)*c.max/20
		c.h.give(d, c.h.lead, commissioning.RecordQuotation{Decision: c.id, Supplier: s.code, Gross: gross, On: d})
	}
}

func (c *matter) waive(reason string) {
	c.h.give(c.before(12), c.h.manager, commissioning.ApproveWaiver{Decision: c.id, Reason: reason})
}

func (c *matter) orgs() (codes []string) {
	for _, s := range c.candidates {
		codes = append(codes, s.code)
	}
	return codes
}
