package hub_test

import (
	"errors"
	"log/slog"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/verify"
)

// people is a scene about people and places, day by day. It keeps what it was
// asked, so that a ledger can be asked the same.
type people struct {
	*scene
	asked []asked
}

// asked is a command, and what became of it.
type asked struct {
	stream  string
	reads   []string // of other streams
	at      time.Time
	command domain.Command
	events  []domain.Recorded
	refusal *domain.Refusal
}

// on makes it noon of a day. Days follow one another.
func (p *people) on(day domain.Date) {
	p.now = time.Date(day.Year(), time.Month(day.Month()), day.Day(), 12, 0, 0, 0, time.UTC)
}

// ask gives an order to the stream it is for.
func (p *people) ask(t testing.TB, data domain.CommandData, happened *domain.Happened) asked {
	t.Helper()
	var f domain.FieldErrors
	data.Validate(&f)
	row, known := wire.LookupCommand(data.CommandName())
	if len(f.List) > 0 || !known || happened != nil && !row.MayHaveHappened {
		t.Fatalf("%s is not one that a client could give: %+v", data.CommandName(), f.List)
	}
	a := asked{stream: string(row.Kind), at: p.now, command: domain.Command{
		ID: named("order " + time.Duration(len(p.asked)).String()), Actor: domain.Actor{Person: named("manager"), Role: "hub manager"}, Data: data, Happened: happened,
	}}
	if row.Kind == wire.KindHub {
		a.stream = theHub
	}
	a.reads = p.stream(a.stream).Reads(a.command)
	var err error
	if a.events, err = p.decide(a.stream, a.command); err != nil && !errors.As(err, &a.refusal) {
		t.Fatal(err)
	}
	p.asked = append(p.asked, a)
	return a
}

// given is what is asked, permitted and recorded, and breaks no rule.
func (p *people) given(t testing.TB, orders ...domain.CommandData) (recorded []domain.Event) {
	t.Helper()
	for _, data := range orders {
		a := p.ask(t, data, nil)
		if a.refusal != nil || len(a.events) == 0 {
			t.Fatalf("%s on %s: got %d events and %v, want it recorded", data.CommandName(), p.now.Format(time.DateOnly), len(a.events), a.refusal)
		}
		for _, r := range a.events {
			recorded = append(recorded, r.Event)
		}
	}
	return recorded
}

// refuses holds that a rule refuses an order, and nothing of it is recorded.
func (p *people) refuses(t testing.TB, rule domain.Rule, data domain.CommandData) {
	t.Helper()
	head := len(p.log)
	if a := p.ask(t, data, nil); a.refusal == nil || a.refusal.Rule != rule || len(p.log) != head {
		t.Errorf("%s: got %d events and %v, want a refusal by %s", data.CommandName(), len(a.events), a.refusal, rule)
	}
}

// happened holds that what has happened today is recorded, and breaks one rule.
func (p *people) happened(t testing.TB, rule domain.Rule, data domain.CommandData) (recorded []domain.Event) {
	t.Helper()
	a := p.ask(t, data, &domain.Happened{On: domain.BusinessDay(p.now)})
	if a.refusal != nil || len(a.events) == 0 {
		t.Fatalf("%s, happened: got %d events and %v, want it recorded with a breach of %s", data.CommandName(), len(a.events), a.refusal, rule)
	}
	for _, r := range a.events {
		if len(r.Breaches) != 1 || r.Breaches[0].Rule != rule {
			t.Errorf("%s, happened: %s breaks %+v, want %s alone", data.CommandName(), r.Event.EventType(), r.Breaches, rule)
		}
		recorded = append(recorded, r.Event)
	}
	return recorded
}

// impossible holds that a rule refuses an order, whatever is said to have
// happened.
func (p *people) impossible(t testing.TB, rule domain.Rule, data domain.CommandData) {
	t.Helper()
	p.refuses(t, rule, data)
	if a := p.ask(t, data, &domain.Happened{On: domain.BusinessDay(p.now)}); a.refusal == nil || a.refusal.Rule != rule {
		t.Errorf("%s, happened: got %d events and %v, want a refusal by %s", data.CommandName(), len(a.events), a.refusal, rule)
	}
}

// inALedger asks a ledger all that the scene was asked. It is to record the same
// events, in the same words, with the same breaches and on the streams that were
// read; the same refusals; and to verify.
func (p *people) inALedger(t *testing.T) {
	t.Helper()
	store := storetest.NewMemory(named("ledger of the scene"))
	l, _, err := ledger.OpenOrFound(t.Context(), store, ledger.Options{
		Now: func() time.Time { return p.asked[0].at }, AcceptClock: true, Log: slog.New(slog.DiscardHandler),
	}, ledger.Founding{Synthetic: true})
	if err != nil {
		t.Fatal(err)
	}
	answered := 0
	for r, err := range l.BatchAt(t.Context(), p.sealed(t)) {
		if err != nil {
			t.Fatal(err)
		}
		want := p.asked[answered]
		answered++
		refusal, refused := ledger.IsRefusal(r.Err)
		if r.Err != nil && !refused || len(r.Receipt.Events) != len(want.events) || !reflect.DeepEqual(refusal, want.refusal) {
			t.Fatalf("%s, order %d: a ledger answers %d events and %v; want %d and %v", r.Command.Name, answered, len(r.Receipt.Events), r.Err, len(want.events), want.refusal)
		}
	}
	if answered != len(p.asked) {
		t.Fatalf("%d of %d orders were answered", answered, len(p.asked))
	}
	for _, a := range p.asked {
		a.stands(t, store)
	}
	storetest.Check(t, store)
	if report, err := verify.Ledger(t.Context(), store, verify.Options{}); err != nil || !report.OK() {
		t.Errorf("the ledger of the scene does not verify: %+v, %v", report.Findings, err)
	}
}

func (p *people) sealed(t *testing.T) func(yield func(wire.Sealed, time.Time) bool) {
	return func(yield func(wire.Sealed, time.Time) bool) {
		for _, a := range p.asked {
			c, err := wire.Seal(a.stream, a.command)
			if err != nil {
				t.Fatal(err)
			}
			if !yield(c, a.at) {
				return
			}
		}
	}
}

// stands holds what a store has of a command against what became of it.
func (a asked) stands(t *testing.T, store eventstore.Store) {
	t.Helper()
	stream, command := a.stream, a.command.ID
	want := a.events
	if a.refusal != nil {
		stream, command = "refusals-"+a.stream, ledger.RefusalID(a.command.ID, a.refusal.Rule)
		want = []domain.Recorded{{Event: domain.CommandRefused{
			Command: a.command.ID, Name: a.command.Data.CommandName(), Rule: a.refusal.Rule, Sentence: a.refusal.Sentence,
		}}}
	}
	stored, err := store.Find(t.Context(), eventstore.StreamID(stream), command)
	if err != nil || len(stored) != len(want) {
		t.Fatalf("%s: %d events of it are in %s, want %d; %v", a.command.Data.CommandName(), len(stored), stream, len(want), err)
	}
	for i, e := range stored {
		got, env, err := wire.Read(e)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Event, want[i].Event) || !slices.Equal(got.Breaches, want[i].Breaches) {
			t.Errorf("%s: %s has %+v with breaches %+v, want %+v with %+v", a.command.Data.CommandName(), stream, got.Event, got.Breaches, want[i].Event, want[i].Breaches)
		}
		if !reflect.DeepEqual(got.Happened, a.command.Happened) {
			t.Errorf("%s: happened is %+v, want %+v", e.Type, got.Happened, a.command.Happened)
		}
		for _, read := range a.reads {
			if at, ok := env.Basis[eventstore.StreamID(read)]; !ok || at < 0 {
				t.Errorf("%s: the basis is %v, want a revision of %s in it", e.Type, env.Basis, read)
			}
		}
	}
}

// first is the first event of a type among some.
func first[E domain.Event](t testing.TB, all []domain.Event) E {
	t.Helper()
	for _, one := range all {
		if e, ok := one.(E); ok {
			return e
		}
	}
	var e E
	t.Fatalf("no %s among %+v", e.EventType(), all)
	return e
}
