package educator

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is the educators of one ICS. Its slices are never written into.
type State struct {
	hub domain.HubID // the ICS hub

	trained   domain.Table[domain.EducatorTrained, struct{}]
	approvals domain.Table[uuid.UUID, approval]
	educators domain.Table[uuid.UUID, educator] // by person
}

type approval struct {
	approved domain.EducatorApproved
	lapsed   domain.EducatorApprovalLapsed
	last     domain.Date // day, as it stands
}

// holds reports whether the approval holds for a profession on a day.
func (a approval) holds(profession string, day domain.Date) bool {
	return a.approved.From <= day && day <= a.last && slices.Contains(a.approved.Professions, profession)
}

type educator struct {
	approvals []uuid.UUID // in the order they were recorded
	newest    domain.Date // the last day on which one of them was given
	withdrawn domain.EducatorWithdrawn
	// since says that an approval was recorded after that.
	since bool
}

// New is the ICS of an ICB, without educators.
func New(icb string) *State { return &State{hub: domain.HubID(icb)} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{hub: s.hub, trained: s.trained.Fork(), approvals: s.approvals.Fork(), educators: s.educators.Fork()}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.trained.Merge()
	s.approvals.Merge()
	s.educators.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.EducatorTrained, domain.EducatorApproved, domain.EducatorApprovalLapsed, domain.EducatorWithdrawn:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.EducatorTrained:
		s.trained.Set(e, struct{}{})
	case domain.EducatorApproved:
		s.approvals.Set(e.Approval, approval{approved: e, last: e.To})
		of, _ := s.educators.Get(e.Person)
		of.approvals = append(slices.Clip(of.approvals), e.Approval)
		of.newest, of.since = max(of.newest, e.On), true
		s.educators.Set(e.Person, of)
	case domain.EducatorApprovalLapsed:
		a, _ := s.approvals.Get(e.Approval)
		a.lapsed, a.last = e, min(a.last, e.On)
		s.approvals.Set(e.Approval, a)
	case domain.EducatorWithdrawn:
		of, _ := s.educators.Get(e.Person)
		for _, id := range of.approvals {
			a, _ := s.approvals.Get(id)
			a.last = min(a.last, e.On)
			s.approvals.Set(id, a)
		}
		of.withdrawn, of.since = e, false
		s.educators.Set(e.Person, of)
	}
}

// KindsOn are the kinds of educators that a person is approved as for learners
// of a profession on a day, in the order they were approved.
func (s *State) KindsOn(person uuid.UUID, profession string, day domain.Date) (kinds []domain.EducatorKind) {
	of, _ := s.educators.Get(person)
	for _, id := range of.approvals {
		if a, _ := s.approvals.Get(id); a.holds(profession, day) {
			kinds = append(kinds, a.approved.Kind)
		}
	}
	return kinds
}

// SupervisesOn reports whether a person is approved to supervise learners of a
// profession on a day.
func (s *State) SupervisesOn(person uuid.UUID, profession string, day domain.Date) bool {
	return slices.ContainsFunc(s.KindsOn(person, profession, day), domain.EducatorKind.Supervises)
}

// AssessesOn reports whether a person is approved to assess learners of a
// profession on a day.
func (s *State) AssessesOn(person uuid.UUID, profession string, day domain.Date) bool {
	return slices.ContainsFunc(s.KindsOn(person, profession, day), domain.EducatorKind.Assesses)
}
