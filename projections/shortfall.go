package projections

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Shortfall is what a hub is to deliver and does not, and who delivers it
// instead.
type Shortfall struct {
	About
	Declared     Fact[domain.DeliveryShortfallDeclared]
	Closed       Fact[domain.DeliveryShortfallClosed]
	Arrangements []Arrangement // in the order they were agreed
}

func (a *Assurance) shortfall(icb string, id uuid.UUID, n eventstore.Seq) (s Shortfall, ok bool) {
	s.About = a.folds(icb, aShortfall, id, n, func(seq eventstore.Seq, e any) {
		switch e := e.(type) {
		case domain.DeliveryShortfallDeclared:
			s.Declared = fact(seq, e)
		case domain.DeliveryShortfallClosed:
			s.Closed = fact(seq, e)
		case domain.InterimArrangementAgreed:
			s.Arrangements = append(s.Arrangements, Arrangement{Agreed: fact(seq, e)})
		case domain.InterimArrangementEnded:
			i := slices.IndexFunc(s.Arrangements, func(a Arrangement) bool { return a.Agreed.Event.Arrangement == e.Arrangement })
			if i >= 0 {
				s.Arrangements[i].Ended = fact(seq, e)
			}
		}
	})
	s.Hub = cmp.Or(s.Declared.Event.Hub, s.Hub)
	return s, s.Declared.Known()
}

// Unmet is one requirement of a shortfall.
type Unmet struct {
	Shortfall
	domain.UnmetRequirement
}

// Unmet are the requirements that a hub has declared not to meet as known at n,
// in the order they were declared.
func (a *Assurance) Unmet(hub domain.HubID, n eventstore.Seq) (rows []Unmet) {
	for _, s := range all(&a.things, hub, aShortfall, n, a.shortfall, func(s Shortfall) About { return s.About }) {
		for _, r := range s.Declared.Event.Requirements {
			rows = append(rows, Unmet{s, r})
		}
	}
	return rows
}

// UnmetStatus is whether somebody delivers what a hub does not.
type UnmetStatus string

// The statuses. An arrangement does not end by itself: past its last day, and
// with no end recorded, it is overdue.
const (
	UnmetUncovered UnmetStatus = "UNCOVERED"
	UnmetCovered   UnmetStatus = "COVERED"
	UnmetOverdue   UnmetStatus = "OVERDUE"
	UnmetClosed    UnmetStatus = "CLOSED"
)

// UnmetStatuses are all of them.
var UnmetStatuses = []UnmetStatus{UnmetUncovered, UnmetCovered, UnmetOverdue, UnmetClosed}

// ArrangedBy are the arrangements about the requirement that were agreed by a
// day, in their order.
func (u Unmet) ArrangedBy(day domain.Date) (agreed []Arrangement) {
	for _, a := range u.Arrangements {
		if a.Agreed.Event.On <= day && slices.Contains(a.Agreed.Event.Requirements, u.Requirement) {
			agreed = append(agreed, a)
		}
	}
	return agreed
}

// StatusOn is the requirement's status on a day, with the arrangement that makes
// it so, and false where the shortfall was not declared by then. Where several
// are overdue it is the one that has been so for the longest.
func (u Unmet) StatusOn(day domain.Date) (UnmetStatus, Arrangement, bool) {
	there := u.Declared.Event.On <= day
	if u.Closed.Known() && u.Closed.Event.On <= day {
		return UnmetClosed, Arrangement{}, there
	}
	var late Arrangement
	for _, a := range u.ArrangedBy(day) {
		switch {
		case a.RunsOn(day):
			return UnmetCovered, a, there
		case a.OverdueOn(day) > 0 && (!late.Agreed.Known() || a.Agreed.Event.Until < late.Agreed.Event.Until):
			late = a
		}
	}
	if late.Agreed.Known() {
		return UnmetOverdue, late, there
	}
	return UnmetUncovered, Arrangement{}, there
}

// RunsOn reports whether it holds on a day, as agreed or until it was ended.
func (a Arrangement) RunsOn(day domain.Date) bool {
	last := a.Agreed.Event.Until
	if a.Ended.Known() {
		last = a.Ended.Event.On
	}
	return a.Agreed.Event.From <= day && day <= last
}

// OverdueOn is how many days past its last it is on a day, its end not recorded
// by then, and 0 where it is not.
func (a Arrangement) OverdueOn(day domain.Date) int {
	if a.Ended.Known() && a.Ended.Event.On <= day {
		return 0
	}
	return Due{On: a.Agreed.Event.Until}.OverdueOn(day)
}
