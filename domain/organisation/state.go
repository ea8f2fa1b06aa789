package organisation

import "github.com/hubledger/hubledger/domain"

// Stream is the name of the stream of the register of organisations.
const Stream = "organisations"

// State is the register of organisations. It implements domain.Aggregate.
//
// What other streams' decisions read is kept in registers, with the revision
// it is known from; what only this stream's rules need, in tables.
type State struct {
	entries       domain.Register[string, entry]
	relationships domain.Register[childKind, []span]

	statuses    domain.Table[statusKey, domain.LegalStatusRecorded]
	lists       domain.Table[listKey, domain.PatientListRecorded]
	successions domain.Table[string, domain.PartySucceeded] // by party
}

// entry is what is known of a code. Its slice is never written into.
type entry struct {
	registered domain.OrganisationRegistered
	closed     domain.Date // last day; 0 where it is open
	successors []string
}

// openOn reports whether the organisation is open on a day, as far as its
// first and last day are known.
func (e entry) openOn(day domain.Date) bool {
	return e.registered.Opened <= day && (e.closed.IsZero() || day <= e.closed)
}

type childKind struct {
	child string
	kind  domain.RelationshipKind
}

// span is one relationship of a child by a kind.
type span struct {
	parent   string
	from, to domain.Date // first and last day; to is 0 where it goes on
}

func (s span) covers(day domain.Date) bool { return s.from <= day && (s.to.IsZero() || day <= s.to) }

// meets reports whether two spans have a day in common.
func (s span) meets(o span) bool {
	return (o.to.IsZero() || s.from <= o.to) && (s.to.IsZero() || o.from <= s.to)
}

type statusKey struct {
	org  string
	from domain.Date
}

type listKey struct {
	org   string
	on    domain.Date
	basis string
}

// New is a register without organisations.
func New() *State { return &State{} }

// Fork implements domain.Aggregate.
func (s *State) Fork() domain.Aggregate {
	return &State{
		entries: s.entries.Fork(), relationships: s.relationships.Fork(),
		statuses: s.statuses.Fork(), lists: s.lists.Fork(), successions: s.successions.Fork(),
	}
}

// Merge implements domain.Aggregate.
func (s *State) Merge() {
	s.entries.Merge()
	s.relationships.Merge()
	s.statuses.Merge()
	s.lists.Merge()
	s.successions.Merge()
}

// Reads implements domain.Aggregate: the register decides on itself alone.
func (s *State) Reads(domain.Command) []string { return nil }

// Evolve implements domain.Aggregate.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.OrganisationRegistered:
		known, _ := s.entries.Get(e.Org)
		known.registered = e
		s.entries.Set(e.Org, r.Revision, known)
	case domain.OrganisationClosed:
		known, _ := s.entries.Get(e.Org)
		known.closed, known.successors = e.On, e.Successors
		s.entries.Set(e.Org, r.Revision, known)
	case domain.OrganisationRelationshipRecorded:
		key := childKind{e.Child, e.Kind}
		known, _ := s.relationships.Get(key)
		s.relationships.Set(key, r.Revision, with(known, span{e.Parent, e.From, e.To}))
	case domain.LegalStatusRecorded:
		s.statuses.Set(statusKey{e.Org, e.From}, e)
	case domain.PatientListRecorded:
		s.lists.Set(listKey{e.Org, e.On, e.Basis}, e)
	case domain.PartySucceeded:
		s.successions.Set(e.Party, e)
	default:
		panic("organisation: " + r.Event.EventType() + " in the stream " + Stream)
	}
}

// with is known and one span more, or in the place of the one with the same
// parent and first day. known is not written into.
func with(known []span, one span) []span {
	out := make([]span, 0, len(known)+1)
	for _, k := range known {
		if k.parent != one.parent || k.from != one.from {
			out = append(out, k)
		}
	}
	return append(out, one)
}
