package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Undecide opens a decision again of which it was recorded wrongly what was
// decided. Its declarations, scores and votes stand.
func (s *State) Undecide(id uuid.UUID) {
	change(&s.decisions, id, func(d *decision) {
		d.made, d.max = domain.CommissioningDecisionMade{}, 0
		d.amended, d.reversed = domain.DecisionAmended{}, domain.DecisionReversed{}
	})
}
