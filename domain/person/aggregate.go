package person

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/employment"
	"github.com/hubledger/hubledger/domain/interest"
)

// Stream is the name of the stream of a person.
func Stream(person uuid.UUID) string { return "person-" + person.String() }

// Aggregate is one person. It implements domain.Aggregate.
type Aggregate struct {
	interests  *interest.State
	employment *employment.State
}

// New is a person of whom nothing is recorded.
func New(person uuid.UUID) *Aggregate {
	return &Aggregate{interests: interest.New(person), employment: employment.New(person)}
}

// room is what the aggregate needs of each room to route to it.
type room interface {
	Takes(domain.Event) bool
	Evolve(domain.Recorded)
	Handles(domain.CommandData) bool
	Reads(domain.Command) []string
	Decide(domain.References, domain.Command, time.Time) (domain.Decision, error)
}

func (a *Aggregate) rooms() [2]room { return [...]room{a.interests, a.employment} }

// Evolve implements domain.Aggregate.
func (a *Aggregate) Evolve(r domain.Recorded) {
	for _, room := range a.rooms() {
		if room.Takes(r.Event) {
			room.Evolve(r)
			return
		}
	}
	panic(fmt.Sprintf("person: no room takes %s", r.Event.EventType()))
}

// Fork implements domain.Aggregate.
func (a *Aggregate) Fork() domain.Aggregate {
	return &Aggregate{interests: a.interests.Fork(), employment: a.employment.Fork()}
}

// Merge implements domain.Aggregate.
func (a *Aggregate) Merge() {
	a.interests.Merge()
	a.employment.Merge()
}

// Reads implements domain.Aggregate.
func (a *Aggregate) Reads(c domain.Command) []string {
	for _, room := range a.rooms() {
		if room.Handles(c.Data) {
			return room.Reads(c)
		}
	}
	return nil
}

// Decide implements domain.Aggregate.
func (a *Aggregate) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	for _, room := range a.rooms() {
		if room.Handles(c.Data) {
			return room.Decide(refs, c, now)
		}
	}
	return domain.Decision{}, fmt.Errorf("a person's stream decides no %s", c.Data.CommandName())
}

// The parts of a View, by the room they are of.
type (
	InterestView   = interest.View
	EmploymentView = employment.View
)

// View is what decisions of other streams may read of a person, as it was
// known at a revision of the stream.
type View struct {
	InterestView
	EmploymentView
}

// View implements domain.Aggregate. It is a View.
func (a *Aggregate) View(revision int64) any {
	return View{a.interests.View(revision), a.employment.View(revision)}
}
