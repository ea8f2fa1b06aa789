package projections

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

var someFilters = []Filter{
	{},
	{Types: []string{"HubRegistered", "CommandRefused"}},
	{Streams: []eventstore.StreamID{"hub-QE1", "workforce-QE1"}},
	{Types: []string{"CensusRecordAppeared"}, Streams: []eventstore.StreamID{"workforce-QHM"}},
	{EffectiveFrom: 20230401},
	{EffectiveTo: 20230401, Types: []string{"ClockFaultRecorded"}},
	{RecordedFrom: begin.Add(30 * time.Second)},
	{RecordedTo: begin.Add(30 * time.Second)},
	{RecordedFrom: begin.Add(10 * time.Second), RecordedTo: begin.Add(time.Hour), EffectiveFrom: 20220401, EffectiveTo: 20230401},
	{Types: []string{"NoSuchType"}},
}

// A filter finds the events it describes and no others, page by page.
func TestAFilterFindsWhatItDescribes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := anyLog(t, 80)
		m := fold(t, log)
		f := rapid.SampledFrom(someFilters).Draw(t, "filter")
		after := eventstore.Seq(rapid.IntRange(0, 90).Draw(t, "after"))
		until := eventstore.Seq(rapid.IntRange(0, 90).Draw(t, "until"))
		limit := rapid.IntRange(1, 5).Draw(t, "limit")
		var want []eventstore.Seq
		for _, r := range log {
			if r.Seq > after && r.Seq <= until && describes(f, r) {
				want = append(want, r.Seq)
			}
		}
		var got []eventstore.Seq
		for at := after; ; {
			page := m.Log.Find(f, at, until, limit)
			got = append(got, page...)
			if len(page) < limit {
				break
			}
			at = page[len(page)-1]
		}
		if !slices.Equal(got, want) {
			t.Fatalf("filter %+v after %d until %d: got %v, want %v", f, after, until, got, want)
		}
	})
}

func describes(f Filter, r Record) bool {
	switch {
	case len(f.Types) > 0 && !slices.Contains(f.Types, r.Type),
		len(f.Streams) > 0 && !slices.Contains(f.Streams, r.Stream),
		f.EffectiveFrom != 0 && r.EffectiveOn < f.EffectiveFrom,
		f.EffectiveTo != 0 && (r.EffectiveOn == 0 || r.EffectiveOn > f.EffectiveTo),
		!f.RecordedFrom.IsZero() && r.RecordedAt.Before(f.RecordedFrom),
		!f.RecordedTo.IsZero() && r.RecordedAt.After(f.RecordedTo):
		return false
	}
	return true
}

// The ledger's time, and what an instant resolves to, are what their
// definitions say, over several blocks and with faults.
func TestLedgerTimeIsTheRunningMaximum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 3*block).Draw(t, "length")
		seed := rapid.Uint64().Draw(t, "seed")
		fault := domain.ClockFaultRecorded{FromSeq: domain.Seq(rapid.IntRange(1, n).Draw(t, "from"))}
		fault.ToSeq = fault.FromSeq + domain.Seq(rapid.IntRange(0, 2*block).Draw(t, "length of the fault"))
		knownFrom := eventstore.Seq(rapid.IntRange(1, n).Draw(t, "known from"))
		var c clock
		micros := make([]int64, n)
		at := begin.UnixMicro()
		for i := range n {
			seed = seed*6364136223846793005 + 1442695040888963407
			at += int64(seed>>59) - 8
			micros[i] = at
			c.add(time.UnixMicro(at))
			if eventstore.Seq(i+1) == knownFrom {
				c.fault(knownFrom, fault)
			}
		}
		running := func(until int, withFault bool) (most int64) {
			for i := range until {
				if s := domain.Seq(i + 1); !(withFault && s >= fault.FromSeq && s <= fault.ToSeq) {
					most = max(most, micros[i])
				}
			}
			return most
		}
		for range 5 {
			k := rapid.IntRange(1, n).Draw(t, "k")
			got, want := c.of(eventstore.Seq(k)), running(k, eventstore.Seq(k) >= knownFrom)
			if want == 0 && !got.IsZero() || want != 0 && got.UnixMicro() != want {
				t.Fatalf("ledger time of %d: got %v, want %d", k, got, want)
			}
			instant := micros[k-1] + int64(rapid.IntRange(-3, 3).Draw(t, "shift"))
			largest := 0
			for i := 1; i <= n; i++ {
				if running(i, true) <= instant {
					largest = i
				}
				if i > k+200 {
					i += 97 // the rest only has to be not smaller
				}
			}
			if got := c.resolve(time.UnixMicro(instant)); int(got) < largest || int(got) < n && running(int(got)+1, true) <= instant || running(int(got), true) > instant {
				t.Fatalf("resolve %d: got %d, want at least %d", instant, got, largest)
			}
		}
	})
}

// An event that skips a revision of its stream is not taken in.
func TestARevisionThatDoesNotFollowStopsTheModels(t *testing.T) {
	l := NewLog()
	ok := Record{Seq: 1, Stream: "ledger", Revision: 0, Type: "LedgerFounded", Event: domain.LedgerFounded{}}
	if err := l.Apply(ok); err != nil {
		t.Fatal(err)
	}
	for _, revision := range []eventstore.Revision{0, 2} {
		gap := Record{Seq: 2, Stream: "ledger", Revision: revision, Type: "RulesAdopted", Event: domain.RulesAdopted{}}
		if err := l.Apply(gap); err == nil {
			t.Errorf("revision %d after revision 0: got no error", revision)
		}
	}
}
