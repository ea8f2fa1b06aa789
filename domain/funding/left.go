package funding

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Left is what lines of a year and later have available and have promised, line
// by line in the order in which they were first known.
func (s *State) Left(from domain.FinancialYear) (all []domain.Holding) {
	lines, _ := s.lines.Get(struct{}{})
	for _, line := range lines {
		if line.FY >= from {
			all = append(all, s.leftOn(line, true)...)
		}
	}
	return all
}

// leftOn is what one line has: commitments as they were made, then, where it is
// asked for, what is available.
func (s *State) leftOn(line domain.FundLine, available bool) (all []domain.Holding) {
	for _, id := range s.promisedOn(line) {
		h := domain.Holding{Line: line, Commitment: id, Pence: s.waiting(id, line)}
		h.Planned = h.Pence > 0
		if !h.Planned {
			h.Pence, _ = s.charged.Get(chargedLine{id, line})
		}
		if h.Pence > 0 {
			all = append(all, h)
		}
	}
	if rest := s.Available(line); available && rest > 0 {
		all = append(all, domain.Holding{Line: line, Pence: rest})
	}
	return all
}

// promisedOn are the commitments that a line bears, or is going to, as they
// were made.
func (s *State) promisedOn(line domain.FundLine) (ids []uuid.UUID) {
	for id, ok := s.newest.Get(line); ok && id != uuid.Nil; id, ok = s.previous.Get(chargedLine{id, line}) {
		ids = append(ids, id)
	}
	slices.Reverse(ids)
	return ids
}

// link puts a commitment behind those of its lines.
func (s *State) link(e domain.CommitmentMade) {
	for _, line := range linesOf(e) {
		s.know(line)
		before, _ := s.newest.Get(line)
		s.previous.Set(chargedLine{e.Commitment, line}, before)
		s.newest.Set(line, e.Commitment)
	}
}

// know keeps a line that is met for the first time.
func (s *State) know(line domain.FundLine) {
	_, money := s.balances.Get(line)
	_, promise := s.newest.Get(line)
	if !money && !promise {
		change(&s.lines, struct{}{}, func(all *[]domain.FundLine) { *all = append(slices.Clip(*all), line) })
	}
}
