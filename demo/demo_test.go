package demo_test

import (
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/demo"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/verify"
)

func found(t *testing.T) (*ledger.Ledger, eventstore.Store) {
	t.Helper()
	store := storetest.NewMemory(uuid.MustParse("9f0e9f6c-6a0d-4d39-9b9f-3b7a6a4f7f10"))
	t.Cleanup(func() { store.Close() })
	l, _, err := ledger.OpenOrFound(t.Context(), store, ledger.Options{Log: slog.New(slog.DiscardHandler)}, ledger.Founding{Synthetic: true})
	if err != nil {
		t.Fatal(err)
	}
	return l, store
}

// The nation has a hub for every ICB, is recorded without a refusal but those
// that are meant, and verifies. Made again, it records nothing new.
func TestMake(t *testing.T) {
	l, store := found(t)
	told := 0
	sum, err := demo.Make(t.Context(), l, demo.Options{Seed: 1}, func(done int) { told = done })
	if err != nil {
		t.Fatal(err)
	}
	if told != sum.Commands || sum.Events < sum.Commands-sum.Refused {
		t.Errorf("told %d, summary %+v", told, sum)
	}
	hubs, localities, breaches := make(map[string]bool), 0, 0
	for e, err := range store.ReadAll(t.Context(), 0, eventstore.Whole) {
		if err != nil {
			t.Fatal(err)
		}
		rec, env, err := wire.Read(e)
		if err != nil {
			t.Fatal(err)
		}
		breaches += len(env.Breaches)
		switch e := rec.Event.(type) {
		case domain.CommandRefused:
			if e.Rule != topology.RuleOneLocality {
				t.Errorf("%s refused %s: %s", e.Rule, e.Name, e.Sentence)
			}
		case domain.HubRegistered:
			hubs[e.ICB] = true
			if e.Level == domain.LevelLocality {
				localities++
			}
			if !strings.Contains(e.Name, "(synthetic)") || !strings.HasSuffix(e.Contacts.Email, ".example") ||
				!strings.HasPrefix(e.Contacts.Phone, "01632 960") || !strings.Contains(e.Contacts.Website, ".example/") {
				t.Errorf("%s does not say that it is invented: %+v", e.Hub, e)
			}
		}
	}
	if want := len(reference.ICBs2022().ICBs()); len(hubs) != want || sum.Hubs != want || localities < 2*want {
		t.Errorf("%d hubs and %d locality hubs; want %d and at least twice as many", len(hubs), localities, want)
	}
	if sum.Refused == 0 || breaches == 0 {
		t.Errorf("%d refusals and %d breaches; there should be some of both to look at", sum.Refused, breaches)
	}
	report, err := verify.Ledger(t.Context(), store, verify.Options{})
	if err != nil || !report.OK() {
		t.Errorf("the nation does not verify: %v, %v", report.Findings, err)
	}
	head := store.Head()
	if again, err := demo.Make(t.Context(), l, demo.Options{Seed: 1}, nil); err != nil || store.Head() != head || again != sum {
		t.Errorf("made again: %+v, %v, and %d events more; want %+v and none", again, err, store.Head()-head, sum)
	}
}

// The same seed and scale are the same commands; another seed is another
// nation; a larger scale holds the same hubs and more that happened.
func TestSeedAndScale(t *testing.T) {
	make := func(o demo.Options) (ids []uuid.UUID) {
		seen := map[uuid.UUID]bool{}
		for c := range demo.Commands(o) {
			if seen[c.Command.ID] {
				t.Fatalf("command id %s is used twice", c.Command.ID)
			}
			seen[c.Command.ID] = true
			ids = append(ids, c.Command.ID)
		}
		return ids
	}
	one := make(demo.Options{Seed: 1})
	if !slices.Equal(one, make(demo.Options{Seed: 1, Scale: 1})) {
		t.Error("the same seed made other commands")
	}
	if slices.ContainsFunc(make(demo.Options{Seed: 2}), func(id uuid.UUID) bool { return slices.Contains(one, id) }) {
		t.Error("another seed made some of the same commands")
	}
	if ten := make(demo.Options{Seed: 1, Scale: 10}); len(ten) < len(one)+1000 {
		t.Errorf("scale 10 makes %d commands, scale 1 makes %d", len(ten), len(one))
	}
	stopped := 0
	for range demo.Commands(demo.Options{}) {
		if stopped++; stopped == 5 {
			break
		}
	}
}
