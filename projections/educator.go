package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Educator is everything that is known of one educator of an ICS. ID is the
// person's.
type Educator struct {
	About
	Trained   []Fact[domain.EducatorTrained]
	Approvals []EducatorApproval
	Withdrawn []Fact[domain.EducatorWithdrawn]
	Checks    []Fact[domain.RegistrationChecked] // of regulators' registers
}

// EducatorApproval is an approval as one kind of educator.
type EducatorApproval struct {
	Approved  Fact[domain.EducatorApproved]
	Lapsed    Fact[domain.EducatorApprovalLapsed]
	Withdrawn Fact[domain.EducatorWithdrawn] // the first after it was given
}

// EducatorStatus is how far an approval of an educator is.
type EducatorStatus string

// The statuses. An educator who did a course and has no approval is TRAINED;
// an approval that ran out or was given up is LAPSED.
const (
	EducatorTrained   EducatorStatus = "TRAINED"
	EducatorFuture    EducatorStatus = "FUTURE"
	EducatorApproved  EducatorStatus = "APPROVED"
	EducatorLapsed    EducatorStatus = "LAPSED"
	EducatorWithdrawn EducatorStatus = "WITHDRAWN"
)

// EducatorStatuses are all of them.
var EducatorStatuses = []EducatorStatus{EducatorTrained, EducatorFuture, EducatorApproved, EducatorLapsed, EducatorWithdrawn}

// Educator is an educator of an ICS as known at n, and false where the person
// was neither trained nor approved as one.
func (p *Places) Educator(icb string, person uuid.UUID, n eventstore.Seq) (Educator, bool) {
	var e Educator
	hub := domain.HubID("")
	e.About = p.folds(icb, anEducator, person, n, func(seq eventstore.Seq, event any) {
		switch f := event.(type) {
		case domain.EducatorTrained:
			e.Trained = append(e.Trained, fact(seq, f))
			hub = f.Hub
		case domain.EducatorApproved:
			e.Approvals = append(e.Approvals, EducatorApproval{Approved: fact(seq, f)})
			hub = f.Hub
		case domain.EducatorApprovalLapsed:
			i := slices.IndexFunc(e.Approvals, func(a EducatorApproval) bool { return a.Approved.Event.Approval == f.Approval })
			if i >= 0 {
				e.Approvals[i].Lapsed = fact(seq, f)
			}
		case domain.EducatorWithdrawn:
			e.Withdrawn = append(e.Withdrawn, fact(seq, f))
			for i := range e.Approvals {
				if !e.Approvals[i].Withdrawn.Known() {
					e.Approvals[i].Withdrawn = fact(seq, f)
				}
			}
		}
	})
	if hub != "" {
		e.Hub = hub
	}
	for seq, f := range p.facts[thing{icb, aCheck, person}].known(n) {
		if check, is := f.(domain.RegistrationChecked); is {
			e.Checks = append(e.Checks, fact(seq, check))
		}
	}
	return e, len(e.Trained) > 0 || len(e.Approvals) > 0
}

// Educators are those of a hub, in the order they were first met. Whoever was
// trained or approved for several hubs of an ICS is of the newest.
func (p *Places) Educators(hub domain.HubID, n eventstore.Seq) []Educator {
	return all(&p.things, hub, anEducator, n, p.Educator, func(e Educator) About { return e.About })
}

// Last is the last day of an approval as it stands.
func (a EducatorApproval) Last() domain.Date {
	last := a.Approved.Event.To
	if a.Lapsed.Known() {
		last = min(last, a.Lapsed.Event.On)
	}
	if a.Withdrawn.Known() {
		last = min(last, a.Withdrawn.Event.On)
	}
	return last
}

// HoldsOn reports whether the approval holds on a day.
func (a EducatorApproval) HoldsOn(day domain.Date) bool {
	return a.Approved.Event.From <= day && day <= a.Last()
}

// Seqs are those of the events that make the approval.
func (a EducatorApproval) Seqs() []eventstore.Seq {
	seqs := []eventstore.Seq{a.Approved.Seq}
	for _, seq := range []eventstore.Seq{a.Lapsed.Seq, a.Withdrawn.Seq} {
		if seq > 0 {
			seqs = append(seqs, seq)
		}
	}
	slices.Sort(seqs)
	return seqs
}

// StatusOn is the approval's status on a day, and false where it was not given
// by then.
func (a EducatorApproval) StatusOn(day domain.Date) (EducatorStatus, bool) {
	there := a.Approved.Event.On <= day
	switch {
	case a.HoldsOn(day):
		return EducatorApproved, there
	case day <= a.Last(): // it holds later
		return EducatorFuture, there
	case a.Withdrawn.Known() && a.Withdrawn.Event.On < day && a.Withdrawn.Event.On == a.Last():
		return EducatorWithdrawn, there
	}
	return EducatorLapsed, there
}

// For reports whether the person is approved on a day for learners of a
// profession as a kind that does something.
func (e Educator) For(profession string, day domain.Date, does func(domain.EducatorKind) bool) bool {
	return slices.ContainsFunc(e.Approvals, func(a EducatorApproval) bool {
		return a.HoldsOn(day) && does(a.Approved.Event.Kind) && slices.Contains(a.Approved.Event.Professions, profession)
	})
}

// CheckedOn is the newest check of a regulator's register by a day, and false
// where there is none.
func (e Educator) CheckedOn(regulator domain.Regulator, day domain.Date) (newest Fact[domain.RegistrationChecked], ok bool) {
	for _, c := range e.Checks {
		if c.Event.Regulator == regulator && c.Event.On <= day && c.Event.On > newest.Event.On {
			newest, ok = c, true
		}
	}
	return newest, ok
}
