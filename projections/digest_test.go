package projections

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// digests are those of models that nobody else uses.
func digests(m *Models, n eventstore.Seq) Digests { return digestsOf(m.All(), n, unlocked{}) }

// anyOf is an event of any kind that the tests make.
func anyOf(t *rapid.T) (eventstore.StreamID, domain.Event) {
	return rapid.SampledFrom([]func(*rapid.T) (eventstore.StreamID, domain.Event){anyEvent, anyHubEvent, anyPlaceEvent, anyMoney}).Draw(t, "kind")(t)
}

// anyStored is one of those that can be read again: some of them leave out what
// an event of a ledger always has.
func anyStored(t *rapid.T) (eventstore.StreamID, domain.Event) {
	for range 20 {
		stream, e := anyOf(t)
		if version, data, err := wire.EncodeEvent(e); err == nil {
			if _, err := wire.Event(eventstore.Event{Type: e.EventType(), Version: version, Data: data}); err == nil {
				return stream, e
			}
		}
	}
	return anyEvent(t)
}

// The digest of every model as known at n is that of a fold of the first n
// events, for every n: whatever came later leaves no trace.
func TestADigestAsKnownAtNIsThatOfAFoldOfTheFirstN(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := logOf(t, 30, anyOf)
		n := rapid.IntRange(0, len(log)).Draw(t, "n")
		got, want := digests(fold(t, log), eventstore.Seq(n)), digests(fold(t, log[:n]), eventstore.Seq(n))
		if differ := want.differing(got); len(differ) > 0 {
			t.Fatalf("as known at %d of %d: got %+v", n, len(log), differ)
		}
		if got.All() != want.All() {
			t.Fatal("each model is the same and all together are not")
		}
	})
}

// Batches, workers and restarts leave no trace in the digests.
func TestTheSplitOfTheLogLeavesNoTraceInTheDigests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := logOf(t, 15, anyStored)
		store := storetest.NewMemory(id(0))
		defer store.Close()
		cut := rapid.IntRange(0, len(log)).Draw(t, "before the start")
		put(t, store, log[:cut])
		e, stop := running(store, Options{Workers: rapid.IntRange(1, 3).Draw(t, "workers")})
		defer stop()
		put(t, store, log[cut:])
		n := eventstore.Seq(len(log))
		wait(t, e, n)
		other, err := Fold(t.Context(), store, n, Options{Workers: 2}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if differ := e.Digests(n).differing(other.Digests()); len(differ) > 0 {
			t.Fatalf("got %+v", differ)
		}
	})
}

// So it is for a log of many chunks, whatever the number of workers, and for a
// fold that ends in the middle of one.
func TestWorkersLeaveNoTraceInTheDigests(t *testing.T) {
	store := storetest.NewMemory(id(0))
	defer store.Close()
	log := long(6*chunk + 17)
	put(t, store, log)
	for _, n := range []int{len(log), 2*chunk + 1, 5, 0} {
		want := digests(fold(t, log[:n]), eventstore.Seq(n))
		for _, workers := range []int{1, 2, 5} {
			var at, of eventstore.Seq
			f, err := Fold(t.Context(), store, eventstore.Seq(n), Options{Workers: workers}, func(done, upTo eventstore.Seq) { at, of = done, upTo })
			if err != nil {
				t.Fatal(err)
			}
			if f.Seq != eventstore.Seq(n) || at != f.Seq || of != f.Seq {
				t.Errorf("%d events: got to %d, and was told %d of %d", n, f.Seq, at, of)
			}
			if differ := want.differing(f.Digests()); len(differ) > 0 {
				t.Errorf("%d events by %d workers: got %+v", n, workers, differ)
			}
		}
	}
}

// Every event that a model takes in changes its digest at that event, and no
// digest before it: two logs that differ in one event can't be taken for one
// another.
func TestOneEventOfAnotherKindChangesTheDigests(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := logOf(t, 15, anyOf)
		if len(log) == 0 {
			return
		}
		i := rapid.IntRange(0, len(log)-1).Draw(t, "which")
		other := slices.Clone(log)
		other[i].RecordedAt = other[i].RecordedAt.Add(1000)
		n := eventstore.Seq(len(log))
		a, b := fold(t, log), fold(t, other)
		if digests(a, n).All() == digests(b, n).All() {
			t.Fatalf("event %d was recorded a microsecond later, and nothing shows it", i+1)
		}
		if before := eventstore.Seq(i); digests(a, before).All() != digests(b, before).All() {
			t.Fatalf("event %d shows before it", i+1)
		}
	})
}

// leftOut are the fields that no digest holds, because they follow from those
// that it does. Whoever adds one says here that he means it.
var leftOut = []string{
	"Budgets.byICB", "Budgets.lines", "Budgets.log", "Budgets.scratch",
	"Commissioning.suspected", "KPIs.byCode", "KPIs.folding", "KPIs.icbs", "KPIs.log", "KPIs.told", "Places.priced",
	"Workforce.codes", "Workforce.roles", "Workforce.seen",
	"clock.before", "clock.last", "mentions.seen",
}

// Every field of every model counts for its digest or is known to be left out;
// those that a model writes by itself are here too.
func TestNoModelForgetsAField(t *testing.T) {
	out, own := map[string]bool{}, map[string]bool{}
	var look func(reflect.Type)
	look = func(typ reflect.Type) {
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if cutOf(typ) != notCut {
			return
		}
		switch typ.Kind() {
		case reflect.Map:
			look(typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				switch f.Tag.Get("digest") {
				case "-":
					out[typ.Name()+"."+f.Name] = true
				case "own":
					own[typ.Name()+"."+f.Name] = true
				default:
					look(f.Type)
				}
			}
		default:
			t.Errorf("a %s can't be cut at a seq", typ)
		}
	}
	for _, m := range NewModels().All() {
		look(reflect.TypeOf(m))
		digestOf(m, 0, unlocked{}) // panics where the walk differs from this one
	}
	if got := slices.Sorted(keys(out)); !slices.Equal(got, leftOut) {
		t.Errorf("left out are\n got %q\nwant %q", got, leftOut)
	}
	if got, want := slices.Sorted(keys(own)), []string{"Budgets.cells", "Budgets.journal", "KPIs.met", "KPIs.versions"}; !slices.Equal(got, want) {
		t.Errorf("written by the models themselves are\n got %q\nwant %q", got, want)
	}
}

func keys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// unfinished is a model with a field that nobody can cut.
type unfinished struct{ newest string }

func (*unfinished) Name() string { return "unfinished" }

func (u *unfinished) Apply(r Record) error {
	u.newest = r.Type
	return nil
}

// A field that can't be cut at a seq stops whoever asks for a digest.
func TestAFieldThatCantBeCutIsLoud(t *testing.T) {
	defer func() {
		if p := fmt.Sprint(recover()); p != "projections: a string can't be cut at a seq; keep a history, a list or a column, or say with the tag digest:\"-\" that it follows from what counts" {
			t.Errorf("got %s", p)
		}
	}()
	digestOf(&unfinished{}, 0, unlocked{})
}

// Two values of a type that are not the same are not written the same.
func TestValuesAreWrittenApart(t *testing.T) {
	type pair struct{ A, B string }
	one, other := 1, 2
	type written struct {
		typ  reflect.Type
		hash eventstore.Hash
	}
	seen := make(map[written]any)
	for _, v := range []any{
		pair{"ab", "c"}, pair{"a", "bc"}, []string{"abc"}, []string{"ab", "c"}, [][]string{{"ab"}, {"c"}}, [][]string{{"ab", "c"}, {}},
		&one, &other, (*int)(nil), []*int{nil}, []*int{&one}, true, false, -1, uint(300), 300, map[string]int{"a": 1}, map[string]int{"a": 1, "b": 2}, map[string]int{"b": 1, "a": 2},
		[]domain.Event{nil}, []domain.Event{domain.RulesAdopted{Version: 1}}, []domain.Event{domain.HubRegistered{}}, []domain.Event{domain.OrganisationRegistered{}},
	} {
		c := newCanon(0, unlocked{})
		c.value(reflect.ValueOf(v))
		h := written{reflect.TypeOf(v), c.hash()}
		if before, known := seen[h]; known {
			t.Errorf("%#v and %#v are written the same", before, v)
		}
		seen[h] = v
	}
}

// fixture is a model with one of everything that can be held.
type fixture struct {
	facts   table[string, domain.Event]
	of      map[string]list
	days    column[int32]
	newest  history[*domain.CensusRole]
	derived string `digest:"-"`
}

func (*fixture) Name() string       { return "fixture" }
func (*fixture) Apply(Record) error { return nil }

// What is held has these digests on every machine, for ever: two people who
// compare theirs must have written it the same way.
func TestWhatIsHeldHasTheseDigestsOnEveryMachine(t *testing.T) {
	f := &fixture{facts: make(table[string, domain.Event]), of: map[string]list{"a": {1, 3}, "b": {2}, "c": {9}}, derived: "of no account"}
	f.facts.add("QE1", 1, domain.RulesAdopted{Version: 3})
	f.facts.add("QHM", 2, domain.RulesAdopted{Version: 4})
	f.facts.add("QE1", 3, domain.RulesAdopted{Version: 5})
	f.newest.add(2, &domain.CensusRole{StaffGroup: "GP"})
	for _, day := range []domain.Date{20240401, 0, 20240331} {
		f.days.add(int32(day))
	}
	for n, want := range map[eventstore.Seq]string{0: "kdscxUSA3AY7-TGVIUiSAHUbULjzMMcjkhlVkA944BA", 1: "qMrSDGsWcee2jowjp8GBcHradN7L6JT_9D1gWzDHvtc", 3: "VeMmF3MhntmMbeDXXd8rHETmW4fGm_eAsWtEE_af28s"} {
		if got := digestOf(f, n, unlocked{}).String(); got != want {
			t.Errorf("as known at %d: got %s, want %s", n, got, want)
		}
	}
}
