package intake_test

import (
	"context"
	"errors"
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/intake"
	"github.com/hubledger/hubledger/ledger"
)

var importer = domain.Actor{Person: uuid.MustParse("7c5f9f0e-6a6e-4a43-9f0a-0d1f6f3b7f11"), Role: "data manager"}

// books decide commands by the rules and keep what they record, as a ledger
// does, without a store.
type books struct {
	streams  map[string]*book
	breakOff int // ends with an error after so many commands; 0 never
	given    int
}

type book struct {
	state    domain.Aggregate
	events   []domain.Event
	sources  []*domain.Source
	commands map[uuid.UUID][]string // types of events by command
}

var errBrokenOff = errors.New("the line is cut")

func newBooks() *books {
	b := &books{streams: make(map[string]*book)}
	b.book("ledger").state.Evolve(domain.Recorded{Event: domain.LedgerFounded{LedgerID: uuid.UUID{1}, Origin: "hubledger.invalid/test"}})
	return b
}

func (b *books) book(stream string) *book {
	if b.streams[stream] == nil {
		state, err := ledger.NewAggregate(stream)
		if err != nil {
			panic(err)
		}
		b.streams[stream] = &book{state: state, commands: make(map[uuid.UUID][]string)}
	}
	return b.streams[stream]
}

// View implements domain.References.
func (b *books) View(stream string) any {
	k := b.book(stream)
	return k.state.View(int64(len(k.events)) - 1)
}

// Record implements intake.Recorder.
func (b *books) Record(_ context.Context, commands iter.Seq[intake.Command]) iter.Seq2[intake.Answer, error] {
	return func(yield func(intake.Answer, error) bool) {
		for c := range commands {
			if b.given++; b.breakOff > 0 && b.given > b.breakOff {
				yield(intake.Answer{}, errBrokenOff)
				return
			}
			a, err := b.decide(c)
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

func (b *books) decide(c intake.Command) (intake.Answer, error) {
	k := b.book(c.Stream)
	if events := k.commands[c.ID]; events != nil {
		return intake.Answer{Events: events, Replayed: true}, nil
	}
	d, err := k.state.Decide(b, c.Command, time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC), domain.CurrentRules)
	var refusal *domain.Refusal
	if errors.As(err, &refusal) {
		return intake.Answer{Refusal: refusal}, nil
	}
	if err != nil {
		return intake.Answer{}, err
	}
	fork := k.state.Fork()
	for _, draft := range d.Drafts {
		fork.Evolve(domain.Recorded{Revision: int64(len(k.events)), Event: draft.Event})
		k.events = append(k.events, draft.Event)
		k.sources = append(k.sources, draft.Source)
		k.commands[c.ID] = append(k.commands[c.ID], draft.Event.EventType())
	}
	fork.Merge()
	return intake.Answer{Events: k.commands[c.ID]}, nil
}

// ICBs implements intake.Workforce.
func (b *books) ICBs(context.Context) ([]string, error) {
	var out []string
	for stream, k := range b.streams {
		if icb, ok := strings.CutPrefix(stream, "workforce-"); ok && len(k.events) > 0 {
			out = append(out, icb)
		}
	}
	slices.Sort(out)
	return out, nil
}

// PCNs implements intake.Workforce.
func (b *books) PCNs(_ context.Context, icb string) ([]census.PCN, error) {
	return b.workforce(icb).PCNs(), nil
}

func (b *books) workforce(icb string) *census.State {
	return b.book(census.Stream(icb)).state.(*census.State)
}

func (b *books) importer() *intake.Importer {
	return &intake.Importer{Recorder: b, Workforce: b, Actor: importer}
}

// events are all events of a type, stream by stream.
func eventsOf[E domain.Event](b *books) []E {
	var out []E
	for _, stream := range slices.Sorted(maps.Keys(b.streams)) {
		for _, e := range b.streams[stream].events {
			if e, ok := e.(E); ok {
				out = append(out, e)
			}
		}
	}
	return out
}

func month(t testing.TB, s string) domain.Census {
	t.Helper()
	c, err := domain.ParseCensus(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// taken is books that hold a replayed command for one of other content, as a
// ledger does where the actor is another.
type taken struct{ *books }

func (k taken) Record(ctx context.Context, commands iter.Seq[intake.Command]) iter.Seq2[intake.Answer, error] {
	return func(yield func(intake.Answer, error) bool) {
		for a, err := range k.books.Record(ctx, commands) {
			if a.Replayed {
				a = intake.Answer{Taken: true}
			}
			if !yield(a, err) {
				return
			}
		}
	}
}
