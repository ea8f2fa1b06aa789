package environment

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Known reports whether an environment is recorded: it has applied.
func (s *State) Known(le uuid.UUID) bool {
	_, ok := s.environments.Get(le)
	return ok
}

// Approval is an approval of an environment. Its slices must not be changed.
type Approval struct {
	Application uuid.UUID
	From, To    domain.Date // first and last day, as it stands
	Professions []string    // ascending
	Sites       []string    // ascending
}

// ApprovalOn is the approval of an environment on a day, and false where none
// holds. From its first day on an approval stands in the place of the one
// before, even where it is shorter or narrower.
func (s *State) ApprovalOn(le uuid.UUID, day domain.Date) (Approval, bool) {
	known, _ := s.environments.Get(le)
	var newest application
	for _, id := range known.approvals {
		a, _ := s.applications.Get(id)
		void := a.last() < a.decided.From // it was given up before it began
		if !void && a.decided.From <= day && a.decided.From >= newest.decided.From {
			newest = a
		}
	}
	d := newest.decided
	return Approval{d.Application, d.From, newest.last(), d.Professions, d.Sites}, !d.From.IsZero() && day <= newest.last()
}

// ApprovedOn reports whether a site of an environment is approved for learners
// of a profession on a day. Whether it is suspended is another question.
func (s *State) ApprovedOn(le uuid.UUID, site, profession string, day domain.Date) bool {
	a, ok := s.ApprovalOn(le, day)
	return ok && slices.Contains(a.Sites, site) && slices.Contains(a.Professions, profession)
}

// SuspendedOn reports whether an environment is suspended on a day, and whether
// placements that have begun stop too.
func (s *State) SuspendedOn(le uuid.UUID, day domain.Date) (suspended, running bool) {
	known, _ := s.environments.Get(le)
	for _, id := range known.suspensions {
		if one, _ := s.suspensions.Get(id); one.covers(day) {
			return true, one.suspended.IncludesRunning
		}
	}
	return false, false
}
