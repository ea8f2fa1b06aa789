package person

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/interest"
)

// Stream is the name of the stream of a person.
func Stream(person uuid.UUID) string { return "person-" + person.String() }

// Aggregate is one person. It implements domain.Aggregate.
type Aggregate struct {
	interests *interest.State
}

// New is a person of whom nothing is recorded.
func New(person uuid.UUID) *Aggregate { return &Aggregate{interests: interest.New(person)} }

// Evolve implements domain.Aggregate.
func (a *Aggregate) Evolve(r domain.Recorded) {
	if !a.interests.Takes(r.Event) {
		panic(fmt.Sprintf("person: no room takes %s", r.Event.EventType()))
	}
	a.interests.Evolve(r)
}

// Fork implements domain.Aggregate.
func (a *Aggregate) Fork() domain.Aggregate { return &Aggregate{interests: a.interests.Fork()} }

// Merge implements domain.Aggregate.
func (a *Aggregate) Merge() { a.interests.Merge() }

// Reads implements domain.Aggregate.
func (a *Aggregate) Reads(c domain.Command) []string { return a.interests.Reads(c) }

// Decide implements domain.Aggregate.
func (a *Aggregate) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	if a.interests.Handles(c.Data) {
		return a.interests.Decide(refs, c, now)
	}
	return domain.Decision{}, fmt.Errorf("a person's stream decides no %s", c.Data.CommandName())
}

// View is what decisions of other streams may read of a person, as it was
// known at a revision of the stream.
type View struct{ InterestView }

// InterestView is the part of a View that is of the interests.
type InterestView = interest.View

// View implements domain.Aggregate. It is a View.
func (a *Aggregate) View(revision int64) any { return View{a.interests.View(revision)} }
