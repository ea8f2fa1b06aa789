package intake

import (
	"maps"
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// Summary is what an import did with one file.
type Summary struct {
	Kind   Kind
	File   string
	Hash   domain.Hash
	Census domain.Census        // of a pcn-workforce
	Year   domain.FinancialYear // of a gp-payments

	Rows      int
	PCNs      int
	ICBs      int // with rows
	SubICBs   int // of a gp-payments
	Practices int // of a gp-payments

	Events   map[string]int // recorded now, by type
	Replayed int            // commands that had been recorded before
	Taken    int            // commands whose id had recorded something else before
	Nothing  int            // commands that had nothing to record
	Refused  []RefusedError
	LeftOut  []LeftOut
	Notes    []string
}

// Recorded is the number of events recorded now.
func (s *Summary) Recorded() int {
	n := 0
	for _, k := range s.Events {
		n += k
	}
	return n
}

// EventTypes are the types of which events were recorded, sorted.
func (s *Summary) EventTypes() []string { return slices.Sorted(maps.Keys(s.Events)) }

func (s *Summary) count(c Command, a Answer) {
	switch {
	case a.Refusal != nil:
		s.Refused = append(s.Refused, RefusedError{File: s.File, Row: c.Row, Command: c.Data.CommandName(), Stream: c.Stream, Refusal: a.Refusal})
	case a.Taken:
		s.Taken++
	case a.Replayed:
		s.Replayed++
	case len(a.Events) == 0:
		s.Nothing++
	default:
		if s.Events == nil {
			s.Events = make(map[string]int)
		}
		for _, e := range a.Events {
			s.Events[e]++
		}
	}
}

func (f *PaymentsFile) summary() Summary {
	s := Summary{Kind: GPPayments, File: f.File, Hash: f.Hash, Year: f.Year, Rows: len(f.Practices), Practices: len(f.Practices)}
	pcns, subs, icbs := map[string]struct{}{}, map[string]struct{}{}, map[string]struct{}{}
	for _, p := range f.Practices {
		if p.PCN != "" {
			pcns[p.PCN] = struct{}{}
		}
		subs[p.SubICB], icbs[p.ICB] = struct{}{}, struct{}{}
	}
	s.PCNs, s.SubICBs, s.ICBs = len(pcns), len(subs), len(icbs)
	return s
}
