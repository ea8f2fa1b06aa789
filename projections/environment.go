package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Environment is everything that is known of one learning environment (LE). Its
// lists are in the order of the log.
type Environment struct {
	About
	Applications []Application
	Suspensions  []Suspension
	Concerns     []Concern
}

// Application is an application to become a learning environment, or to stay
// one, and what came of it.
type Application struct {
	Submitted   Fact[domain.LEApplicationSubmitted]
	Visits      []Fact[domain.LEVisitHeld]
	Recommended Fact[domain.LEApprovalRecommended] // by the hub
	Decided     Fact[domain.LEApprovalDecided]     // by the School
	Completed   []Fact[domain.LEActionCompleted]
	Lapsed      Fact[domain.LEApprovalLapsed]
}

// Suspension is some days on which no learner begins.
type Suspension struct {
	Suspended  Fact[domain.LESuspended]
	Reinstated Fact[domain.LEReinstated]
}

// Concern is a concern about the quality of an environment.
type Concern struct {
	Raised Fact[domain.QualityConcernRaised]
	Closed Fact[domain.QualityConcernClosed]
}

// Action is what an environment is to do by a decision, and whether it did.
type Action struct {
	domain.LEAction
	Decided   eventstore.Seq // of the decision
	Completed Fact[domain.LEActionCompleted]
}

// EnvironmentStatus is how far an environment is.
type EnvironmentStatus string

// The statuses. Who is approved from a later day on is FUTURE; who was approved
// and is no longer, EXPIRED.
const (
	EnvironmentApplied     EnvironmentStatus = "APPLIED"
	EnvironmentFuture      EnvironmentStatus = "FUTURE"
	EnvironmentApproved    EnvironmentStatus = "APPROVED"
	EnvironmentSuspended   EnvironmentStatus = "SUSPENDED"
	EnvironmentExpired     EnvironmentStatus = "EXPIRED"
	EnvironmentNotApproved EnvironmentStatus = "NOT_APPROVED"
)

// EnvironmentStatuses are all of them.
var EnvironmentStatuses = []EnvironmentStatus{
	EnvironmentApplied, EnvironmentFuture, EnvironmentApproved, EnvironmentSuspended, EnvironmentExpired, EnvironmentNotApproved,
}

// Environment is a learning environment of an ICS as known at n, and false where
// none of the id has applied.
func (p *Places) Environment(icb string, id uuid.UUID, n eventstore.Seq) (Environment, bool) {
	var e Environment
	e.About = p.folds(icb, anEnvironment, id, n, e.evolve)
	if a := e.Newest(); a.Submitted.Known() {
		e.Hub = a.Submitted.Event.Hub
	}
	return e, e.Newest().Submitted.Known()
}

// Environments are those of a hub, in the order they first applied.
func (p *Places) Environments(hub domain.HubID, n eventstore.Seq) []Environment {
	return all(&p.things, hub, anEnvironment, n, p.Environment, func(e Environment) About { return e.About })
}

func (e *Environment) evolve(seq eventstore.Seq, event any) {
	switch f := event.(type) {
	case domain.LEApplicationSubmitted:
		e.Applications = append(e.Applications, Application{Submitted: fact(seq, f)})
	case domain.LEVisitHeld:
		e.change(f.Application, func(a *Application) { a.Visits = append(a.Visits, fact(seq, f)) })
	case domain.LEApprovalRecommended:
		e.change(f.Application, func(a *Application) { a.Recommended = fact(seq, f) })
	case domain.LEApprovalDecided:
		e.change(f.Application, func(a *Application) { a.Decided = fact(seq, f) })
	case domain.LEActionCompleted:
		e.change(f.Application, func(a *Application) { a.Completed = append(a.Completed, fact(seq, f)) })
	case domain.LEApprovalLapsed:
		e.change(f.Application, func(a *Application) { a.Lapsed = fact(seq, f) })
	case domain.LESuspended:
		e.Suspensions = append(e.Suspensions, Suspension{Suspended: fact(seq, f)})
	case domain.LEReinstated:
		i := slices.IndexFunc(e.Suspensions, func(s Suspension) bool { return s.Suspended.Event.Suspension == f.Suspension })
		if i >= 0 {
			e.Suspensions[i].Reinstated = fact(seq, f)
		}
	case domain.QualityConcernRaised:
		e.Concerns = append(e.Concerns, Concern{Raised: fact(seq, f)})
	case domain.QualityConcernClosed:
		i := slices.IndexFunc(e.Concerns, func(c Concern) bool { return c.Raised.Event.Concern == f.Concern })
		if i >= 0 {
			e.Concerns[i].Closed = fact(seq, f)
		}
	}
}

func (e *Environment) change(application uuid.UUID, change func(*Application)) {
	i := slices.IndexFunc(e.Applications, func(a Application) bool { return a.Submitted.Event.Application == application })
	if i >= 0 {
		change(&e.Applications[i])
	}
}

// Newest is the application that was recorded last.
func (e Environment) Newest() Application {
	if len(e.Applications) == 0 {
		return Application{}
	}
	return e.Applications[len(e.Applications)-1]
}

// PendingOn is the newest application that waits for a decision on a day, and
// false where none does.
func (e Environment) PendingOn(day domain.Date) (Application, bool) {
	for _, a := range slices.Backward(e.Applications) {
		if a.Submitted.Event.On <= day && !(a.Decided.Known() && a.Decided.Event.On <= day) {
			return a, true
		}
	}
	return Application{}, false
}

// Last is the last day of the approval as it stands, 0 where there is none.
func (a Application) Last() domain.Date {
	if a.Lapsed.Known() {
		return min(a.Lapsed.Event.On, a.Decided.Event.To)
	}
	return a.Decided.Event.To
}

// approves reports whether it was approved for some days.
func (a Application) approves() bool {
	return a.Decided.Known() && a.Decided.Event.Outcome.Approves() && a.Last() >= a.Decided.Event.From
}

// before reports whether the approval stands behind another: from its first day
// on an approval stands in the place of the one before.
func (a Application) before(b Application) bool {
	from, other := a.Decided.Event.From, b.Decided.Event.From
	return from < other || from == other && a.Decided.Seq < b.Decided.Seq
}

// Approval is the newest approval that has begun by a day, whether or not it
// holds, and false where none has.
func (e Environment) Approval(day domain.Date) (newest Application, ok bool) {
	for _, a := range e.Applications {
		if a.approves() && a.Decided.Event.From <= day && (!ok || newest.before(a)) {
			newest, ok = a, true
		}
	}
	return newest, ok
}

// ApprovalOn is the approval that holds on a day, and false where none does.
func (e Environment) ApprovalOn(day domain.Date) (Application, bool) {
	a, ok := e.Approval(day)
	return a, ok && day <= a.Last()
}

// ApprovedOn reports whether a site of the environment is approved for learners
// of a profession on a day. Whether it is suspended is another question.
func (e Environment) ApprovedOn(site, profession string, day domain.Date) bool {
	a, ok := e.ApprovalOn(day)
	return ok && slices.Contains(a.Decided.Event.Sites, site) && slices.Contains(a.Decided.Event.Professions, profession)
}

// EndsAfter is the approval whose last day ends an unbroken time of approvals
// that has a day in it, and false where no approval holds on the day.
func (e Environment) EndsAfter(day domain.Date) (Application, bool) {
	at, ok := e.ApprovalOn(day)
	for follows := ok; follows; {
		follows = false
		for _, a := range e.Applications {
			if a.approves() && at.before(a) && a.Decided.Event.From <= at.Last().AddDays(1) {
				at, follows = a, true
				break
			}
		}
	}
	return at, ok
}

// SuspendedOn is the suspension of a day, and false where there is none.
func (e Environment) SuspendedOn(day domain.Date) (Suspension, bool) {
	i := slices.IndexFunc(e.Suspensions, func(s Suspension) bool {
		return s.Suspended.Event.From <= day && !(s.Reinstated.Known() && s.Reinstated.Event.On <= day)
	})
	if i < 0 {
		return Suspension{}, false
	}
	return e.Suspensions[i], true
}

// OpenOn reports whether a concern is open on a day: from that on which it was
// raised, to that before it was closed.
func (c Concern) OpenOn(day domain.Date) bool {
	return c.Raised.Event.On <= day && !(c.Closed.Known() && c.Closed.Event.On <= day)
}

// ActionsOn are the actions that decisions by a day set, as they stand then: one
// that is completed later is not yet.
func (e Environment) ActionsOn(day domain.Date) (actions []Action) {
	for _, a := range e.Applications {
		if a.Decided.Event.On > day {
			continue
		}
		for _, one := range a.Decided.Event.Actions {
			action := Action{LEAction: one, Decided: a.Decided.Seq}
			for _, done := range a.Completed {
				if done.Event.Action == one.Action && done.Event.On <= day {
					action.Completed = done
				}
			}
			actions = append(actions, action)
		}
	}
	return actions
}

// StatusOn is the environment's status on a day, and false where it had not
// applied by then.
func (e Environment) StatusOn(day domain.Date) (EnvironmentStatus, bool) {
	there := slices.ContainsFunc(e.Applications, func(a Application) bool { return a.Submitted.Event.On <= day })
	_, suspended := e.SuspendedOn(day)
	_, approved := e.ApprovalOn(day)
	_, was := e.Approval(day)
	status := EnvironmentApplied
	switch {
	case suspended:
		status = EnvironmentSuspended
	case approved:
		status = EnvironmentApproved
	case was:
		status = EnvironmentExpired
	default:
		for _, a := range e.Applications {
			switch {
			case !a.Decided.Known() || a.Decided.Event.On > day:
			case a.approves():
				status = EnvironmentFuture
			case status != EnvironmentFuture:
				status = EnvironmentNotApproved
			}
		}
		if _, pending := e.PendingOn(day); pending && status == EnvironmentNotApproved {
			status = EnvironmentApplied
		}
	}
	return status, there
}
