package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Award is an award as it stands, with its variations.
type Award struct {
	// Decisions are that of the award and then those of its variations; none
	// where nothing was decided.
	Decisions []uuid.UUID
	Supplier  string
	Value     domain.Amount
	InForce   bool // awarded, any standstill over, and not ended
}

// Award is false where no award has the id.
func (s *State) Award(id uuid.UUID) (Award, bool) {
	a, ok := s.awards.Get(id)
	if !ok {
		return Award{}, false
	}
	d, _ := s.decisions.Get(a.made.Decision)
	return Award{Decisions: a.decisions(), Supplier: a.made.Supplier, Value: a.value(), InForce: a.ended.On.IsZero() && !d.standing()}, true
}

// Approval is what a decision says of money. Its slices must not be changed.
type Approval struct {
	Approved   bool         // it approves, and has not been reversed
	Candidate  string       // whom it approves of
	Max        domain.Pence // gross, as amended
	Lines      []domain.FundLine
	Needs      []uuid.UUID
	Priorities []uuid.UUID
	// NoPriority says that it stands as an exception, with a reason.
	NoPriority bool
}

// Approval is what a decision approved, and false where there is no decision
// with the id.
func (s *State) Approval(id uuid.UUID) (Approval, bool) {
	d, ok := s.decisions.Get(id)
	if !ok {
		return Approval{}, false
	}
	a := Approval{
		Approved: d.stands(), Candidate: d.made.Candidate, Max: d.max,
		Needs: d.made.Needs, Priorities: d.made.Priorities, NoPriority: d.made.NoPriority != "",
	}
	for _, p := range d.made.FundLines {
		a.Lines = append(a.Lines, p.Line)
	}
	return a, true
}

// Programme is what was proposed of a programme, and false where there is none
// with the id.
func (s *State) Programme(id uuid.UUID) (domain.ProgrammeProposed, bool) {
	p, ok := s.programmes.Get(id)
	return p.proposed, ok
}
