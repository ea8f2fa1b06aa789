package projections

import (
	"maps"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Charter is what the ledger says about itself, and which rules have refused
// commands.
type Charter struct {
	founded  history[domain.LedgerFounded]
	origins  history[string] // after a rollback
	rules    history[domain.RulesVersion]
	refusals map[domain.Rule]list
}

// NewCharter is that of an empty log.
func NewCharter() *Charter { return &Charter{refusals: make(map[domain.Rule]list)} }

// Name implements Model.
func (*Charter) Name() string { return "charter" }

// Apply implements Model.
func (c *Charter) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.LedgerFounded:
		c.founded.add(r.Seq, e)
	case domain.RollbackAccepted:
		c.origins.add(r.Seq, e.Origin)
	case domain.RulesAdopted:
		c.rules.add(r.Seq, e.Version)
	case domain.CommandRefused:
		c.refusals[e.Rule] = append(c.refusals[e.Rule], uint32(r.Seq))
	}
	return nil
}

// Founded is how the ledger was founded, and false where it was not as known
// at n.
func (c *Charter) Founded(n eventstore.Seq) (domain.LedgerFounded, bool) {
	return c.founded.last(n)
}

// Origin is the name that checkpoints carry.
func (c *Charter) Origin(n eventstore.Seq) string {
	if origin, ok := c.origins.last(n); ok {
		return origin
	}
	founded, _ := c.founded.last(n)
	return founded.Origin
}

// Rules is the version of the rules in force, 0 before the first.
func (c *Charter) Rules(n eventstore.Seq) domain.RulesVersion {
	v, _ := c.rules.last(n)
	return v
}

// Refusals is how many refused commands are recorded for each rule.
func (c *Charter) Refusals(n eventstore.Seq) map[domain.Rule]int {
	counts := make(map[domain.Rule]int, len(c.refusals))
	for _, rule := range slices.Sorted(maps.Keys(c.refusals)) {
		if i := c.refusals[rule].upTo(n); i > 0 {
			counts[rule] = i
		}
	}
	return counts
}
