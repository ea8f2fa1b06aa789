package census

import (
	"slices"

	"github.com/google/uuid"
	"github.com/hubledger/hubledger/domain"
)

// Evolve implements domain.Aggregate.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.CensusRecordAppeared:
		n := s.touch(e.PCN, e.Census)
		n.gone = without(n.gone, e.Record)
		n.standing = with(n.standing, &record{e.Record, e.CensusRole, e.FTE})
		n.moved = ""
		s.networks.Set(e.PCN, n)
	case domain.CensusRecordChanged:
		n := s.touch(e.PCN, e.Census)
		n.standing = changed(n.standing, &record{e.Record, e.CensusRole, e.FTE})
		s.networks.Set(e.PCN, n)
	case domain.CensusRecordNoLongerSeen:
		n, _ := s.networks.Get(e.PCN)
		if e.ClosedOn.IsZero() {
			n = s.touch(e.PCN, e.Census)
		}
		n.gone = with(n.gone, &record{e.Record, e.CensusRole, e.Was})
		n.standing = without(n.standing, e.Record)
		n.moved = e.MovedTo
		s.networks.Set(e.PCN, n)
	case domain.CensusRecorded:
		s.close(e)
	case domain.PCNClosed:
		n, _ := s.networks.Get(e.PCN)
		n.closure = &e
		s.networks.Set(e.PCN, n)
	}
}

// touch is a PCN with the base that a census changes, and begins the census if
// none is open.
func (s *State) touch(pcn string, census domain.Census) network {
	n, known := s.networks.Get(pcn)
	if !known {
		s.head.pcns = with(s.head.pcns, pcn)
	}
	s.head.open = census
	if n.round != s.head.round+1 {
		n.round = s.head.round + 1
		s.head.touched = with(s.head.touched, pcn)
	}
	n.begin(census)
	return n
}

// begin sets what a restatement of the census starts from.
func (n *network) begin(census domain.Census) {
	if n.touched < census {
		n.base, n.gone, n.touched = n.standing, nil, census
	}
}

func (s *State) close(e domain.CensusRecorded) {
	if s.head.last.Census == e.Census {
		for _, pcn := range s.head.last.ReportingPCNs {
			if _, still := slices.BinarySearch(e.ReportingPCNs, pcn); !still {
				n, _ := s.networks.Get(pcn)
				n.reported = n.before
				s.networks.Set(pcn, n)
			}
		}
	}
	for _, pcn := range e.ReportingPCNs {
		n, _ := s.networks.Get(pcn)
		n.begin(e.Census)
		if n.reported != e.Census {
			n.before, n.reported = n.reported, e.Census
		}
		s.networks.Set(pcn, n)
	}
	s.files.Set(censusFile{e.Census, e.FileHash}, e)
	s.head.last, s.head.open, s.head.touched = e, 0, nil
	s.head.round++
}

// with, without and changed make new slices: what a fork stands on must not
// change.

func with[T any](s []T, v T) []T { return append(s[:len(s):len(s)], v) }

func without(records []*record, id uuid.UUID) []*record {
	i := slices.IndexFunc(records, func(r *record) bool { return r.id == id })
	if i < 0 {
		return records
	}
	return slices.Concat(records[:i], records[i+1:])
}

func changed(records []*record, to *record) []*record {
	out := slices.Clone(records)
	if i := slices.IndexFunc(out, func(r *record) bool { return r.id == to.id }); i >= 0 {
		out[i] = to
	}
	return out
}
