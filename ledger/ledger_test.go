package ledger_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var (
	ledgerID = uuid.MustParse("7b1d2f60-5c1a-4b6e-9a55-0d2c6f1e4a10")
	manager  = domain.Actor{Person: uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d"), Role: "hub manager"}
)

// clock is a time that tests move by hand.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func newClock() *clock { return &clock{now: time.Date(2026, 1, 2, 9, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Millisecond)
	return c.now
}

func (c *clock) Add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

func options(c *clock) ledger.Options {
	return ledger.Options{Now: c.Now, Log: slog.New(slog.DiscardHandler)}
}

// open founds a ledger on a store in memory.
func open(t *testing.T) (*ledger.Ledger, eventstore.Store, *clock) {
	t.Helper()
	store, c := storetest.NewMemory(ledgerID), newClock()
	return openOn(t, store, c), store, c
}

func openOn(t *testing.T, store eventstore.Store, c *clock) *ledger.Ledger {
	t.Helper()
	l, _, err := ledger.OpenOrFound(t.Context(), store, options(c), ledger.Founding{Synthetic: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return l
}

func id(name string) uuid.UUID { return uuid.NewSHA1(ledgerID, []byte(name)) }

// seal makes a command whose id follows from a name.
func seal(t testing.TB, name, stream string, data domain.CommandData) wire.Sealed {
	t.Helper()
	return sealed(t, stream, domain.Command{ID: id(name), Actor: manager, Data: data})
}

func sealed(t testing.TB, stream string, c domain.Command) wire.Sealed {
	t.Helper()
	s, err := wire.Seal(stream, c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The commands that most tests need.
func registerRegion(t testing.TB) wire.Sealed {
	return seal(t, "region", "organisations", organisation.RegisterOrganisation{Org: "Y62", Name: "North West", Class: domain.ClassRegion})
}

func registerICB(t testing.TB) wire.Sealed {
	return seal(t, "icb", "organisations", organisation.RegisterOrganisation{Org: "QE1", Name: "Lancashire and South Cumbria", Class: domain.ClassICB, Opened: domain.MustDate("2022-07-01")})
}

func registerHub(t testing.TB, name, called string) wire.Sealed {
	return seal(t, name, "hub-QE1", topology.RegisterHub{Name: called, Region: "Y62", From: domain.MustDate("2019-04-01"), Basis: domain.BasisRegistered})
}

// do gives a command that has to be recorded.
func do(t *testing.T, l *ledger.Ledger, c wire.Sealed) ledger.Receipt {
	t.Helper()
	r, err := l.Do(t.Context(), c)
	if err != nil {
		t.Fatalf("%s: %v", c.Name, err)
	}
	return r
}

func geography(t *testing.T, l *ledger.Ledger) {
	t.Helper()
	do(t, l, registerRegion(t))
	do(t, l, registerICB(t))
}

func read(t *testing.T, store eventstore.Store, stream string) []eventstore.Event {
	t.Helper()
	var events []eventstore.Event
	for e, err := range store.ReadStream(t.Context(), eventstore.StreamID(stream), eventstore.NoStream, eventstore.Whole) {
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, e)
	}
	return events
}

func envelope(t *testing.T, e eventstore.Event) eventstore.Envelope {
	t.Helper()
	env, err := eventstore.ParseEnvelope(e.Metadata)
	if err != nil {
		t.Fatal(err)
	}
	return env
}

// A store without events is founded: LedgerFounded is event 1, then the rules
// are adopted; opened again, nothing more is recorded.
func TestFounding(t *testing.T) {
	l, store, c := open(t)
	if l.Rules() != domain.CurrentRules {
		t.Errorf("rules %d are in force, want %d", l.Rules(), domain.CurrentRules)
	}
	for seq, want := range map[eventstore.Seq]string{1: "LedgerFounded", 2: "RulesAdopted"} {
		e, ok, err := eventstore.Get(t.Context(), store, seq)
		if err != nil || !ok || e.Type != want {
			t.Errorf("event %d is %q (%v, %v), want %s", seq, e.Type, ok, err, want)
		}
	}
	if _, founded, err := ledger.OpenOrFound(t.Context(), store, options(c), ledger.Founding{}); err != nil || founded {
		t.Errorf("opened again: founded %v, %v", founded, err)
	}
	if store.Head() != 2 {
		t.Errorf("the log has %d events, want 2", store.Head())
	}
	storetest.Check(t, store)
}

// A founding that was cut off after its first event is completed.
func TestFoundingIsCompleted(t *testing.T) {
	whole, c := storetest.NewMemory(ledgerID), newClock()
	openOn(t, whole, c)
	first, _, _ := eventstore.Get(t.Context(), whole, 1)
	store := storetest.NewMemory(ledgerID)
	if _, err := store.Append(t.Context(), "ledger", eventstore.NoStream,
		[]eventstore.NewEvent{{ID: first.ID, Type: first.Type, Data: first.Data, Metadata: first.Metadata}}); err != nil {
		t.Fatal(err)
	}
	l := openOn(t, store, c)
	if store.Head() != 2 || l.Rules() != domain.CurrentRules {
		t.Errorf("got %d events, rules %d", store.Head(), l.Rules())
	}
}

// A store that holds something else is not taken for a ledger.
func TestOpenRefusesOthersStores(t *testing.T) {
	store := storetest.NewMemory(ledgerID)
	defer store.Close()
	if _, err := ledger.Open(t.Context(), store, ledger.Options{}); !errors.Is(err, ledger.ErrNotFounded) {
		t.Errorf("empty store: got %v, want ErrNotFounded", err)
	}
	other := storetest.NewMemory(id("another ledger"))
	openOn(t, other, newClock())
	first, _, _ := eventstore.Get(t.Context(), other, 1)
	if _, err := store.Append(t.Context(), "ledger", eventstore.NoStream,
		[]eventstore.NewEvent{{ID: first.ID, Type: first.Type, Data: first.Data, Metadata: first.Metadata}}); err != nil {
		t.Fatal(err)
	}
	if _, err := ledger.Open(t.Context(), store, ledger.Options{}); err == nil {
		t.Error("a store whose event 1 founds another ledger was opened")
	}
}

// A receipt names what was recorded; the same command again gets the same
// receipt and records nothing; other content under its id is refused.
func TestReceiptAndRetry(t *testing.T) {
	l, store, c := open(t)
	geography(t, l)
	cmd := registerHub(t, "hub", "Training Hub")
	first := do(t, l, cmd)
	want := ledger.Receipt{Seq: 5, Stream: "hub-QE1", Revision: 0,
		Events: []ledger.ReceiptEvent{{Seq: 5, Type: "HubRegistered", ID: ledger.EventID(ledgerID, "hub-QE1", cmd.Command.ID, 0)}}}
	if fmt.Sprint(first) != fmt.Sprint(want) {
		t.Errorf("got %+v, want %+v", first, want)
	}
	for _, again := range []*ledger.Ledger{l, openOn(t, store, c)} { // also after a restart
		second := do(t, again, cmd)
		if !second.Replayed {
			t.Error("the retry is not marked as a replay")
		}
		second.Replayed = false
		if fmt.Sprint(second) != fmt.Sprint(first) {
			t.Errorf("the retry got %+v, the first %+v", second, first)
		}
		var reused *ledger.ReusedIDError
		if _, err := again.Do(t.Context(), registerHub(t, "hub", "Another name")); !errors.As(err, &reused) {
			t.Errorf("other content under the id: got %v, want a ReusedIDError", err)
		}
	}
	if store.Head() != 5 {
		t.Errorf("the log has %d events, want 5", store.Head())
	}
	storetest.Check(t, store)
}

// What is so already records nothing, under another id too; an id that had no
// effect may be used anew.
func TestNoEffect(t *testing.T) {
	l, store, _ := open(t)
	geography(t, l)
	do(t, l, registerHub(t, "hub", "Training Hub"))
	r := do(t, l, registerHub(t, "the same by somebody else", "Training Hub"))
	if len(r.Events) != 0 || r.Replayed || store.Head() != 5 {
		t.Errorf("got %+v and %d events", r, store.Head())
	}
}

// A refusal is recorded before it is told, once per command and rule, with the
// command and what it was decided on; the id may be decided anew.
func TestRefusalIsRecorded(t *testing.T) {
	l, store, _ := open(t)
	cmd := registerHub(t, "hub", "Training Hub")
	for range 3 {
		_, err := l.Do(t.Context(), cmd)
		if _, refused := ledger.IsRefusal(err); !refused {
			t.Fatalf("got %v, want a refusal: the ICB is not registered", err)
		}
	}
	refusals := read(t, store, "refusals-hub-QE1")
	if len(refusals) != 1 {
		t.Fatalf("%d refusals are recorded, want 1", len(refusals))
	}
	e, env := refusals[0], envelope(t, refusals[0])
	rec, _, err := wire.Read(e)
	if err != nil {
		t.Fatal(err)
	}
	refused := rec.Event.(domain.CommandRefused)
	if refused.Command != cmd.Command.ID || refused.Name != "register-hub" || refused.Sentence == "" {
		t.Errorf("got %+v", refused)
	}
	if env.Command.ID != ledger.RefusalID(cmd.Command.ID, refused.Rule) || env.Command.Hash != eventstore.Hash(cmd.Hash) || string(env.Command.Data) != string(cmd.Data) {
		t.Errorf("the envelope names command %+v", env.Command)
	}
	if env.Basis["hub-QE1"] != eventstore.NoStream || len(env.Basis) != 2 {
		t.Errorf("basis: got %v, want hub-QE1 at -1 and organisations", env.Basis)
	}
	geography(t, l)
	if r := do(t, l, cmd); len(r.Events) == 0 || r.Replayed {
		t.Errorf("decided anew: got %+v", r)
	}
	storetest.Check(t, store)
}

// A refusal is recorded with the instant it was decided at, not with that of
// its being recorded: a rule may turn on the day.
func TestRefusalKeepsItsInstant(t *testing.T) {
	memory, c := storetest.NewMemory(ledgerID), newClock()
	openOn(t, memory, c)
	var decided time.Time
	l, err := ledger.Open(t.Context(), memory, ledger.Options{Log: slog.New(slog.DiscardHandler), Now: func() time.Time {
		now := c.Now()
		if decided.IsZero() {
			decided = now
		}
		c.Add(time.Hour) // between deciding and recording
		return now
	}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.Do(t.Context(), registerHub(t, "hub", "Training Hub")); err == nil {
		t.Fatal("the command was permitted")
	}
	if e := read(t, memory, "refusals-hub-QE1")[0]; !e.RecordedAt.Equal(decided) {
		t.Errorf("recorded at %s, decided at %s", e.RecordedAt, decided)
	}
}

// Beyond a rate per actor refusals are not recorded any more.
func TestRefusalsAreThrottled(t *testing.T) {
	store, c := storetest.NewMemory(ledgerID), newClock()
	defer store.Close()
	opts := options(c)
	opts.RefusalsPerMinute = 3
	l, _, err := ledger.OpenOrFound(t.Context(), store, opts, ledger.Founding{})
	if err != nil {
		t.Fatal(err)
	}
	refuse := func(i int) error {
		_, err := l.Do(t.Context(), registerHub(t, fmt.Sprint("hub", i), "Training Hub"))
		return err
	}
	for i := range 3 {
		if _, ok := ledger.IsRefusal(refuse(i)); !ok {
			t.Fatalf("command %d was not refused by a rule", i)
		}
	}
	var throttled *ledger.ThrottledError
	if err := refuse(4); !errors.As(err, &throttled) || throttled.RetryAfter <= 0 {
		t.Errorf("got %v, want a ThrottledError", err)
	}
	if n := len(read(t, store, "refusals-hub-QE1")); n != 3 {
		t.Errorf("%d refusals are recorded, want 3", n)
	}
	c.Add(time.Minute)
	if _, ok := ledger.IsRefusal(refuse(5)); !ok {
		t.Error("a minute later the actor is still throttled")
	}
}

// What has happened in the world is recorded although a rule is against it,
// and the event names the rule.
func TestHappenedIsRecordedWithItsBreaches(t *testing.T) {
	l, store, _ := open(t)
	geography(t, l)
	cmd := domain.Command{
		ID: id("hub"), Actor: manager,
		Happened: &domain.Happened{On: domain.MustDate("2019-04-01"), Evidence: []domain.Evidence{{Hash: domain.Hash{1}, Kind: "minutes"}}},
		Data:     topology.RegisterHub{Name: "Training Hub", Host: "F3D01", Region: "Y62", From: domain.MustDate("2019-04-01"), Basis: domain.BasisRegistered},
	}
	do(t, l, seal(t, "host", "organisations", organisation.RegisterOrganisation{
		Org: "F3D01", Name: "GP Federation", Class: "GP_FEDERATION", Opened: domain.MustDate("2020-01-01")}))
	allowed := cmd
	allowed.Happened = nil
	allowed.ID = id("hub asked for")
	if _, err := l.Do(t.Context(), sealed(t, "hub-QE1", allowed)); err == nil {
		t.Fatal("a hub whose host is not open yet was permitted")
	}
	do(t, l, sealed(t, "hub-QE1", cmd))
	env := envelope(t, read(t, store, "hub-QE1")[0])
	if len(env.Breaches) == 0 || env.Breaches[0].Rule == "" || env.Breaches[0].Sentence == "" {
		t.Errorf("the event names no breach: %+v", env)
	}
	if env.Happened == nil || env.Happened.On != "2019-04-01" || len(env.Happened.Evidence) != 1 {
		t.Errorf("the event says it happened %+v", env.Happened)
	}
}

// The envelope holds what the formats promise: the chain, the command in the
// first of its events only, the basis.
func TestEnvelope(t *testing.T) {
	l, store, _ := open(t)
	geography(t, l)
	do(t, l, registerHub(t, "hub", "Training Hub"))
	do(t, l, seal(t, "pcn", "organisations", organisation.RegisterOrganisation{Org: "U12345", Name: "NORTH PCN", Class: domain.ClassPCN}))
	do(t, l, seal(t, "locality", "hub-QE1", topology.EstablishLocalityHub{
		Hub: "QE1~north", Area: []string{"U12345"}, Name: "North", From: domain.MustDate("2020-04-01")}))
	events := read(t, store, "hub-QE1")
	if len(events) != 3 {
		t.Fatalf("%d events in the hub's stream, want 3", len(events))
	}
	for i, e := range events {
		env := envelope(t, e)
		if i > 0 && env.Prev != eventstore.HashOf(events[i-1].Metadata) {
			t.Errorf("revision %d: prev is not the hash of the metadata before", i)
		}
		if i == 0 && env.Prev != (eventstore.Hash{}) {
			t.Error("revision 0 has a prev")
		}
		if env.DataHash != eventstore.HashOf(e.Data) {
			t.Errorf("revision %d: dataHash is not that of the data", i)
		}
		if env.Rules != int(domain.CurrentRules) || env.V != 1 || *env.Actor != eventstore.Actor(manager) {
			t.Errorf("revision %d: %+v", i, env)
		}
	}
	last := envelope(t, events[2])
	if last.Command.N != 1 || last.Command.Data != nil {
		t.Errorf("the second event of a command: n %d, data %s", last.Command.N, last.Command.Data)
	}
	if first := envelope(t, events[1]); first.Command.N != 0 || first.Command.Data == nil || first.Basis["organisations"] != 2 {
		t.Errorf("the first event of a command: n %d, data %s, basis %v", first.Command.N, first.Command.Data, first.Basis)
	}
}

// 64 clients at once on one hub, each with a command that conflicts with the
// others: one is recorded, each of the others is decided on what is true.
func TestConflictingClientsOnOneHub(t *testing.T) {
	l, store, _ := open(t)
	geography(t, l)
	const clients = 64
	var wg sync.WaitGroup
	errs := make([]error, clients)
	for i := range clients {
		wg.Go(func() {
			_, errs[i] = l.Do(context.Background(), registerHub(t, fmt.Sprint("hub", i), fmt.Sprint("Training Hub ", i)))
		})
	}
	wg.Wait()
	recorded := 0
	for i, err := range errs {
		_, refused := ledger.IsRefusal(err)
		if err == nil {
			recorded++
		} else if !refused {
			t.Errorf("client %d: %v", i, err)
		}
	}
	if recorded != 1 || len(read(t, store, "hub-QE1")) != 1 {
		t.Errorf("%d registrations of one hub were recorded", recorded)
	}
	if n := len(read(t, store, "refusals-hub-QE1")); n != clients-1 {
		t.Errorf("%d refusals are recorded, want %d", n, clients-1)
	}
	storetest.Check(t, store)
}

// One command sent by many at once is recorded once, and all get its receipt.
func TestOneCommandSentByMany(t *testing.T) {
	l, store, _ := open(t)
	geography(t, l)
	cmd := registerHub(t, "hub", "Training Hub")
	receipts := make([]ledger.Receipt, 32)
	var wg sync.WaitGroup
	for i := range receipts {
		wg.Go(func() {
			var err error
			if receipts[i], err = l.Do(context.Background(), cmd); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	first := 0
	for _, r := range receipts {
		if !r.Replayed {
			first++
		}
		if r.Seq != 5 || len(r.Events) != 1 {
			t.Errorf("got %+v", r)
		}
	}
	if first != 1 || store.Head() != 5 {
		t.Errorf("%d were first, the log has %d events", first, store.Head())
	}
}

// A stream that somebody else appended to is folded further, and the command
// decided anew on what is true.
func TestStreamThatMovedOn(t *testing.T) {
	l, store, c := open(t)
	geography(t, l)
	do(t, l, registerHub(t, "hub", "Training Hub"))
	other := openOn(t, store, c)
	partner := func(name, party string) wire.Sealed {
		return seal(t, name, "hub-QE1", topology.AgreePartnership{Party: party, Purpose: "placements", From: domain.MustDate("2022-01-01")})
	}
	do(t, other, seal(t, "council", "organisations", organisation.RegisterOrganisation{Org: "LA001", Name: "County Council", Class: "LOCAL_AUTHORITY"}))
	do(t, other, partner("theirs", "LA001"))
	if _, err := l.Do(t.Context(), registerHub(t, "again", "Another Hub")); err == nil {
		t.Error("a second hub was registered")
	}
	// l has not seen the council: its state of organisations is behind.
	l2 := openOn(t, store, c)
	if r := do(t, l2, partner("ours", "LA001")); r.Revision != 2 {
		t.Errorf("got revision %d, want 2", r.Revision)
	}
	storetest.Check(t, store)
}

// If-Match: a giver who has seen an older revision is told, and a retry of what
// was recorded gets its receipt all the same.
func TestDoAt(t *testing.T) {
	l, store, _ := open(t)
	geography(t, l)
	cmd := registerHub(t, "hub", "Training Hub")
	var moved *ledger.RevisionError
	if _, err := l.DoAt(t.Context(), cmd, 3); !errors.As(err, &moved) || moved.Actual != eventstore.NoStream {
		t.Errorf("got %v, want a RevisionError at -1", err)
	}
	if store.Head() != 4 {
		t.Fatalf("the log has %d events, want 4", store.Head())
	}
	if _, err := l.DoAt(t.Context(), cmd, eventstore.NoStream); err != nil {
		t.Fatal(err)
	}
	if r, err := l.DoAt(t.Context(), cmd, eventstore.NoStream); err != nil || !r.Replayed {
		t.Errorf("the retry: got %+v, %v", r, err)
	}
}

// recordedAt never decreases in a stream, and a clock far ahead does not write.
func TestClock(t *testing.T) {
	l, store, c := open(t)
	do(t, l, registerRegion(t))
	c.Add(-time.Hour)
	do(t, l, registerICB(t))
	events := read(t, store, "organisations")
	if events[1].RecordedAt.Before(events[0].RecordedAt) {
		t.Errorf("recordedAt goes back from %s to %s", events[0].RecordedAt, events[1].RecordedAt)
	}
	c.Add(9 * 24 * time.Hour)
	var ahead *ledger.ClockError
	if _, err := l.Do(t.Context(), registerHub(t, "hub", "Training Hub")); !errors.As(err, &ahead) {
		t.Errorf("got %v, want a ClockError", err)
	}
	opts := options(c)
	opts.AcceptClock = true
	accepting, err := ledger.Open(t.Context(), store, opts)
	if err != nil {
		t.Fatal(err)
	}
	do(t, accepting, registerHub(t, "hub", "Training Hub"))
}

// That the clock lags is told when it begins to, not with each command.
func TestClockThatLagsIsToldOnce(t *testing.T) {
	store, c := storetest.NewMemory(ledgerID), newClock()
	openOn(t, store, c)
	var log bytes.Buffer
	opts := options(c)
	opts.Log = slog.New(slog.NewTextHandler(&log, nil))
	l, err := ledger.Open(t.Context(), store, opts)
	if err != nil {
		t.Fatal(err)
	}
	for round := range 2 {
		c.Add(-time.Hour)
		for i := range 3 {
			do(t, l, seal(t, fmt.Sprint("organisation ", round, i), "organisations", organisation.RegisterOrganisation{
				Org: fmt.Sprintf("U0000%d", 3*round+i), Name: "A PCN", Class: domain.ClassPCN}))
		}
		c.Add(time.Hour)
		do(t, l, seal(t, fmt.Sprint("in time ", round), "organisations", organisation.RegisterOrganisation{
			Org: fmt.Sprintf("U0001%d", round), Name: "A PCN", Class: domain.ClassPCN}))
	}
	if told := strings.Count(log.String(), "behind the ledger's time"); told != 2 {
		t.Errorf("told %d times, want 2:\n%s", told, log.String())
	}
}

// A batch is decided in the order given, over streams too: what stands later
// sees what stands before.
func TestBatch(t *testing.T) {
	l, store, _ := open(t)
	cmds := []wire.Sealed{registerHub(t, "too early", "Training Hub"), registerRegion(t), registerICB(t), registerHub(t, "hub", "Training Hub"), registerRegion(t)}
	var got []string
	for r, err := range l.Batch(t.Context(), func(yield func(wire.Sealed) bool) {
		for _, c := range cmds {
			if !yield(c) {
				return
			}
		}
	}) {
		if err != nil {
			t.Fatal(err)
		}
		_, refused := ledger.IsRefusal(r.Err)
		got = append(got, fmt.Sprintf("%s refused=%v replayed=%v events=%d", r.Command.Name, refused, r.Receipt.Replayed, len(r.Receipt.Events)))
	}
	want := []string{
		"register-hub refused=true replayed=false events=0",
		"register-organisation refused=false replayed=false events=1",
		"register-organisation refused=false replayed=false events=1",
		"register-hub refused=false replayed=false events=1",
		"register-organisation refused=false replayed=true events=1",
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	storetest.Check(t, store)
}

// Commands that come with their instants are recorded at these, refusals too
// and in order, whatever the ledger's clock says: two ledgers of one id that
// are given them hold the same bytes.
func TestBatchAt(t *testing.T) {
	begin := newClock().now.Add(time.Hour)
	var cmds []wire.Sealed
	for i := range 50 {
		cmds = append(cmds, registerHub(t, fmt.Sprint("too early ", i), "Training Hub"))
	}
	cmds = append(cmds, registerRegion(t), registerICB(t), registerHub(t, "hub", "Training Hub"))
	var logs [2][]eventstore.Event
	for n := range logs {
		l, store, c := open(t)
		c.Add(time.Duration(n) * time.Minute)
		for r, err := range l.BatchAt(t.Context(), func(yield func(wire.Sealed, time.Time) bool) {
			for i, cmd := range cmds {
				if !yield(cmd, begin.Add(time.Duration(i)*time.Second)) {
					return
				}
			}
		}) {
			if _, refused := ledger.IsRefusal(r.Err); err != nil || r.Err != nil && !refused {
				t.Fatal(err, r.Err)
			}
		}
		for e, err := range store.ReadAll(t.Context(), 2, eventstore.Whole) { // after the founding
			if err != nil {
				t.Fatal(err)
			}
			logs[n] = append(logs[n], e)
		}
	}
	if len(logs[0]) != len(cmds) {
		t.Fatalf("%d events for %d commands", len(logs[0]), len(cmds))
	}
	for i, e := range logs[0] {
		if want := begin.Add(time.Duration(i) * time.Second); !e.RecordedAt.Equal(want) {
			t.Errorf("event %d is recorded at %s, want %s", e.Seq, e.RecordedAt, want)
		}
		if !reflect.DeepEqual(e, logs[1][i]) {
			t.Errorf("event %d differs: %s and %s", e.Seq, e.Metadata, logs[1][i].Metadata)
		}
	}
}
