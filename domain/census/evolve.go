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
		n.gone, n.left = without(n.gone, e.Record), without(n.left, e.Record)
		n.standing = with(n.standing, &record{e.Record, e.CensusRole, e.FTE})
		n.moved = ""
		s.networks.Set(e.PCN, n)
	case domain.CensusRecordChanged:
		n := s.touch(e.PCN, e.Census)
		n.standing = changed(n.standing, &record{e.Record, e.CensusRole, e.FTE})
		s.networks.Set(e.PCN, n)
	case domain.CensusRecordNoLongerSeen:
		was := &record{e.Record, e.CensusRole, e.Was}
		n, _ := s.networks.Get(e.PCN)
		if e.ClosedOn.IsZero() {
			n = s.touch(e.PCN, e.Census)
			n.gone, n.moved = with(n.gone, was), e.MovedTo
		} else {
			n.left = with(n.left, was)
		}
		n.standing = without(n.standing, e.Record)
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
	if _, known := s.networks.Get(pcn); !known {
		s.head.pcns = with(s.head.pcns, pcn)
	}
	n := s.network(pcn, census)
	s.head.open = census
	if n.round != s.head.round+1 {
		n.round = s.head.round + 1
		s.head.touched = with(s.head.touched, pcn)
	}
	return n
}

// begin sets what the census starts from, and every restatement of it.
func (n *network) begin(census domain.Census) {
	if n.touched < census {
		n.base, n.gone, n.touched = n.standing, nil, census
	}
}

// report sets whether the PCN reports a census that closes, for the first time
// or again.
func (n *network) report(census domain.Census, reports bool) {
	switch {
	case reports && n.reported != census:
		n.before, n.reported = n.reported, census
	case !reports && n.reported == census:
		n.reported = n.before
	}
}

func (s *State) close(e domain.CensusRecorded) {
	if s.head.last.Census == e.Census {
		for _, pcn := range s.head.last.ReportingPCNs {
			if _, still := slices.BinarySearch(e.ReportingPCNs, pcn); !still {
				n, _ := s.networks.Get(pcn)
				n.report(e.Census, false)
				s.networks.Set(pcn, n)
			}
		}
	}
	for _, pcn := range e.ReportingPCNs {
		n := s.network(pcn, e.Census)
		n.report(e.Census, true)
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
