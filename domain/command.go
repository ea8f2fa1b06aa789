package domain

import (
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
)

// Command is an order to the ledger: the order itself in Data, and around it
// who gives it, by which authority, and what shows it.
type Command struct {
	// ID is minted by whoever gives the command, and belongs to one stream.
	ID          uuid.UUID
	Actor       Actor
	EffectiveOn Date
	Authority   string
	Evidence    []Evidence
	Happened    *Happened
	Data        CommandData
}

// CommandData is the order itself: one of the command types of the rooms.
type CommandData interface {
	CommandName() string
	// Validate reports every field that can't be right whatever the state of
	// the ledger is. Pointers are relative to the data.
	Validate(*FieldErrors)
}

// FieldError is what is wrong with one field of a command.
type FieldError struct {
	Pointer string `json:"pointer"` // JSON Pointer (RFC 6901) from the command
	Detail  string `json:"detail"`  // what would be right, in a sentence
}

// FieldErrors collects them.
type FieldErrors struct{ List []FieldError }

// Add reports a field.
func (f *FieldErrors) Add(pointer, format string, args ...any) {
	f.List = append(f.List, FieldError{pointer, fmt.Sprintf(format, args...)})
}

// Check reports a field unless ok.
func (f *FieldErrors) Check(ok bool, pointer, format string, args ...any) {
	if !ok {
		f.Add(pointer, format, args...)
	}
}

// Text checks the length of a free text in characters. A minimum of 1 makes
// it required.
func (f *FieldErrors) Text(s, pointer string, least, most int) {
	n := utf8.RuneCountInString(s)
	switch {
	case least > 0 && n == 0:
		f.Add(pointer, "is required")
	case n < least || n > most:
		f.Add(pointer, "has %d characters; it should have %d to %d", n, least, most)
	default:
		for _, r := range s {
			if r < 0x20 || r == 0x7f {
				f.Add(pointer, "holds a control character")
				return
			}
		}
	}
}

// Required checks that a date is given.
func (f *FieldErrors) Required(d Date, pointer string) {
	f.Check(!d.IsZero(), pointer, "is required, a date of the form YYYY-MM-DD")
}

// MaxFreeText is how many characters a free text may have.
const MaxFreeText = 500

// RulesVersion is the version of the rules a decision is taken by: that of the
// last RulesAdopted event, never that of the program.
type RulesVersion int

// CurrentRules is the newest version of the rules this program knows.
const CurrentRules RulesVersion = 1

// References gives a decision what it reads of other streams.
type References interface {
	// View is the register of another stream, bounded by the revision that the
	// decision's basis records. It panics on a stream the decision's Reads did
	// not name: the basis would be wrong.
	View(stream string) any
}

// Look is a stream that a room reads, and where its view goes.
type Look struct {
	stream string
	take   func(view any) bool
}

// At looks at a stream, whose view is to be a V.
func At[V any](stream string, to *V) Look {
	return Look{stream, func(view any) (ok bool) {
		*to, ok = view.(V)
		return ok
	}}
}

// TakeViews takes the views of the streams that deciding a command reads. A view
// that is not what the room looks for, or that it does not look for, is an error
// of the program.
func TakeViews(refs References, reads []string, looks ...Look) error {
	for _, stream := range reads {
		i := slices.IndexFunc(looks, func(l Look) bool { return l.stream == stream })
		if i < 0 || !looks[i].take(refs.View(stream)) {
			return fmt.Errorf("the view of %s is not what the room reads of it", stream)
		}
	}
	return nil
}

// Aggregate is the state of one stream, and the rules that decide on it.
type Aggregate interface {
	// Evolve assigns what an event says. It refuses nothing.
	Evolve(Recorded)
	// Fork is a copy on top of this state, in constant time. The state below
	// must not change while a fork of it is in use, but by the events that the
	// fork has taken, in their order.
	Fork() Aggregate
	// Merge puts what a fork has evolved into what it was forked from.
	Merge()
	// Reads names the other streams that deciding a command reads.
	Reads(Command) []string
	// Decide answers a command: what is to be recorded, or a *Refusal. A
	// decision without events means that it is so already. It is
	// deterministic, and changes nothing.
	Decide(refs References, c Command, now time.Time, rules RulesVersion) (Decision, error)
	// View is what other streams' decisions may read of this state as it was
	// at a revision; nil where they may read nothing.
	View(revision int64) any
}

// Decision is what deciding a command says is to be recorded.
type Decision struct {
	Drafts   []Draft
	Breaches []Breach // rules broken by what happened; in every event's envelope
}

// Draft is an event to be recorded, and the row of the file it came from.
type Draft struct {
	Event  Event
	Source *Source
}
