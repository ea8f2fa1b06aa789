package demo_test

import (
	"bytes"
	"context"
	"iter"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/demo"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/verify"
)

var ledgerID = uuid.MustParse("9f0e9f6c-6a0d-4d39-9b9f-3b7a6a4f7f10")

// made is a nation in a store.
type made struct {
	store eventstore.Store
	sum   demo.Summary
	steps map[uuid.UUID]demo.Step // by command id
	told  []told
	err   error
}

// told is an event with what it means.
type told struct {
	event eventstore.Event
	rec   domain.Recorded
	env   eventstore.Envelope
}

func makeNation(opts demo.Options) (m made) {
	m.store = storetest.NewMemory(ledgerID)
	l, _, err := ledger.OpenOrFound(context.Background(), m.store, ledger.Options{
		Now: func() time.Time { return demo.Began }, Log: slog.New(slog.DiscardHandler),
	}, ledger.Founding{Synthetic: true, Origin: opts.Origin(ledgerID)})
	if err != nil {
		m.err = err
		return m
	}
	m.sum, m.err = demo.Make(context.Background(), l, opts, nil)
	return m
}

// nation is the nation of the default options, made once for all tests.
var nation = sync.OnceValue(func() made {
	opts := demo.Options{Seed: 1, Years: demo.MostYears}
	m := makeNation(opts)
	m.steps = make(map[uuid.UUID]demo.Step)
	for s := range demo.Steps(opts, ledgerID) {
		m.steps[s.Command.Command.ID] = s
	}
	for e, err := range m.store.ReadAll(context.Background(), 0, eventstore.Whole) {
		if err != nil {
			m.err = err
			break
		}
		rec, env, err := wire.Read(e)
		if err != nil {
			m.err = err
			break
		}
		m.told = append(m.told, told{e, rec, env})
	}
	return m
})

func whole(t *testing.T) made {
	t.Helper()
	m := nation()
	if m.err != nil {
		t.Fatal(m.err)
	}
	return m
}

// each gives all events of the nation with what they mean.
func each(t *testing.T, f func(eventstore.Event, domain.Recorded, eventstore.Envelope)) {
	t.Helper()
	for _, e := range whole(t).told {
		f(e.event, e.rec, e.env)
	}
}

// The nation has a hub for every ICB and 150,000 events or more, says that it is
// invented, and ends before today. Every command is one that a client could
// have given.
func TestNation(t *testing.T) {
	m := whole(t)
	hubs, localities := make(map[string]bool), 0
	var last time.Time
	each(t, func(e eventstore.Event, rec domain.Recorded, _ eventstore.Envelope) {
		// What is refused in a session stands behind the rest of it.
		if last.Sub(e.RecordedAt) > 5*time.Second {
			t.Fatalf("event %d is recorded at %s, after one of %s", e.Seq, e.RecordedAt, last)
		}
		if e.RecordedAt.After(last) {
			last = e.RecordedAt
		}
		h, ok := rec.Event.(domain.HubRegistered)
		if !ok {
			return
		}
		hubs[h.ICB] = true
		if h.Level == domain.LevelLocality {
			localities++
		}
		if !strings.Contains(h.Name, "(synthetic)") || h.Contacts.Email != "" && !strings.HasSuffix(h.Contacts.Email, ".example") ||
			h.Contacts.Phone != "" && !strings.HasPrefix(h.Contacts.Phone, "01632 960") {
			t.Errorf("%s does not say that it is invented: %+v", h.Hub, h)
		}
	})
	want := len(reference.ICBs2022().ICBs()) + 6 // that follow some of them
	if len(hubs) != want || m.sum.Hubs != want || localities < 2*want {
		t.Errorf("%d hubs and %d locality hubs; want %d and at least twice as many", len(hubs), localities, want)
	}
	if head := m.store.Head(); head < 150_000 || int(head) != m.sum.Events+2 {
		t.Errorf("%d events, and the summary says %d; want 150,000 or more, and two of the founding more", head, m.sum.Events)
	}
	if end := time.Date(2026, time.July, 1, 0, 0, 0, 0, time.UTC); !last.Before(end) || last.Before(end.AddDate(0, 0, -3)) {
		t.Errorf("the nation ends at %s; want the last days of June 2026", last)
	}
	if m.sum.Refused < 300 || m.sum.Broke < 100 || m.sum.Allocated < 100_000_000_00 {
		t.Errorf("%+v: there should be hundreds of refusals, and hundreds of millions of pounds", m.sum)
	}
	for id, s := range m.steps {
		var f domain.FieldErrors
		s.Command.Command.Data.Validate(&f)
		row, _ := wire.LookupCommand(s.Command.Name)
		if len(f.List) > 0 || s.Command.Command.Happened != nil && !row.MayHaveHappened {
			t.Fatalf("%s %s is not one that a client could give: %v", s.Command.Name, id, f.List)
		}
	}
	t.Logf("%+v", m.sum)
}

// What an event takes is within what the design promises: 300 bytes of data on
// average, and 900 with the envelope.
func TestSize(t *testing.T) {
	m := whole(t)
	data, all, n := 0, 0, 0
	for e, err := range m.store.ReadAll(t.Context(), 0, eventstore.Whole) {
		if err != nil {
			t.Fatal(err)
		}
		data, all, n = data+len(e.Data), all+len(e.Data)+len(e.Metadata), n+1
	}
	t.Logf("%d events of %d bytes of data, %d with the envelope", n, data/n, all/n)
	if data > 300*n || all > 900*n {
		t.Errorf("an event has %d bytes of data and %d with the envelope; want at most 300 and 900", data/n, all/n)
	}
}

// Every decision of the nation, refusals included, is taken again and comes out
// the same.
func TestVerify(t *testing.T) {
	report, err := verify.Ledger(t.Context(), whole(t).store, verify.Options{})
	if err != nil || !report.OK() {
		t.Errorf("the nation does not verify: %v, %v", report.Findings, err)
	}
}

// Given to two ledgers of one id the commands of a nation make the same events,
// byte for byte and in the same order. Another seed is another nation.
func TestReplay(t *testing.T) {
	opts := demo.Options{Seed: 7, Years: 1}
	one, two := makeNation(opts), makeNation(opts)
	for _, m := range []made{one, two} {
		if m.err != nil {
			t.Fatal(m.err)
		}
		defer m.store.Close()
	}
	if one.store.Head() < 20_000 || one.store.Head() != two.store.Head() {
		t.Errorf("%d events, and %d the second time; want the same, and 20,000 or more", one.store.Head(), two.store.Head())
	}
	again, stop := iter.Pull2(two.store.ReadAll(t.Context(), 0, eventstore.Whole))
	defer stop()
	for e, err := range one.store.ReadAll(t.Context(), 0, eventstore.Whole) {
		f, err2, _ := again()
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if e.ID != f.ID || e.Type != f.Type || e.Stream != f.Stream || !bytes.Equal(e.Data, f.Data) || !bytes.Equal(e.Metadata, f.Metadata) {
			t.Fatalf("event %d is %s %s of %s, and the second time %s %s of %s", e.Seq, e.Type, e.Data, e.Stream, f.Type, f.Data, f.Stream)
		}
	}
	ids := make(map[uuid.UUID]bool)
	for s := range demo.Steps(opts, ledgerID) {
		ids[s.Command.Command.ID] = true
	}
	for s := range demo.Steps(demo.Options{Seed: 8, Years: 1}, ledgerID) {
		if ids[s.Command.Command.ID] {
			t.Fatalf("%s %s is of two seeds", s.Command.Name, s.Command.Command.ID)
		}
	}
}

// A larger scale holds the same hubs and more that happens; no years are hubs
// alone. Who takes no more steps is given none, and no command id stands twice.
func TestOptions(t *testing.T) {
	count := func(o demo.Options) (n int) {
		seen := make(map[uuid.UUID]bool)
		for s := range demo.Steps(o, ledgerID) {
			if seen[s.Command.Command.ID] {
				t.Fatalf("command id %s is used twice", s.Command.Command.ID)
			}
			seen[s.Command.Command.ID] = true
			n++
		}
		return n
	}
	none, one, three := count(demo.Options{}), count(demo.Options{Years: 1}), count(demo.Options{Years: 1, Scale: 3})
	if none < 2000 || one < none+10_000 || three < one+5_000 {
		t.Errorf("%d commands of hubs alone, %d of a year, %d at scale 3", none, one, three)
	}
	stopped := 0
	for range demo.Steps(demo.Options{Years: 1}, ledgerID) {
		if stopped++; stopped == 5 {
			break
		}
	}
	for _, bad := range []demo.Options{{Years: -1}, {Years: 5}, {Scale: 101}} {
		if bad.Validate() == nil {
			t.Errorf("%+v is taken; there are at most %d years, and the scale is at most 100", bad, demo.MostYears)
		}
	}
	opts := demo.Options{Seed: 3, Years: 2, Scale: 1}
	if name, ok := demo.Named(opts.Origin(ledgerID)); !ok || name != "3-2-1" {
		t.Errorf("the origin names %q, %v; want 3-2-1", name, ok)
	}
	if name, ok := demo.Named("hubledger.invalid/" + ledgerID.String()); ok {
		t.Errorf("an origin of no nation names %q", name)
	}
}
