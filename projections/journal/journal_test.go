package journal_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections/journal"
)

// windows are of a few seqs and days, so that their ends are often met.
func window(t *rapid.T, last eventstore.Seq) journal.Window {
	seq := rapid.Custom(func(t *rapid.T) eventstore.Seq { return eventstore.Seq(rapid.IntRange(0, int(last)+1).Draw(t, "seq")) })
	day := rapid.SampledFrom([]domain.Date{0, 20240401, 20240402, 20240930, 20250331})
	return journal.Window{After: seq.Draw(t, "after"), UpTo: seq.Draw(t, "upTo"), From: day.Draw(t, "from"), To: day.Draw(t, "to")}
}

// A sum is that of the postings which a reader with all the time in the world
// would have found.
func TestSumIsThatOfAScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var j journal.Journal
		accounts := []journal.Account{j.Open(), j.Open(), j.Open()}
		var all []journal.Posting
		seq := eventstore.Seq(1)
		days := []domain.Date{0, 20240331, 20240401, 20240815, 20250331, 20250401}
		// Days come as they come, or in order, so that whole blocks lie in a
		// window.
		inOrder := rapid.Bool().Draw(t, "in order")
		n := rapid.IntRange(0, 600).Draw(t, "postings")
		for i := range n {
			seq += eventstore.Seq(rapid.IntRange(0, 2).Draw(t, "step"))
			p := journal.Posting{
				Account: rapid.SampledFrom(accounts[:1+i%3]).Draw(t, "account"), Seq: seq,
				Day:   days[i*len(days)/n],
				Delta: rapid.Int64Range(-1000, 1000).Draw(t, "delta"),
			}
			if !inOrder {
				p.Day = rapid.SampledFrom(days).Draw(t, "day")
			}
			if err := j.Add(p); err != nil {
				t.Fatal(err)
			}
			all = append(all, p)
		}
		if j.Len() != len(all) {
			t.Fatalf("the journal has %d postings, not %d", j.Len(), len(all))
		}
		for range 20 {
			w := window(t, seq)
			wanted := func(p journal.Posting) bool {
				return p.Seq > w.After && p.Seq <= w.UpTo && (w.From == 0 || p.Day >= w.From) && (w.To == 0 || p.Day <= w.To)
			}
			asked := accounts[:rapid.IntRange(0, 3).Draw(t, "asked")]
			var found []journal.Posting
			for _, p := range all {
				if wanted(p) && slices.Contains(asked, p.Account) {
					found = append(found, p)
				}
			}
			if got := j.Postings(asked, w); !slices.Equal(got, found) {
				t.Fatalf("%+v: got %v, want %v", w, got, found)
			}
			for _, a := range accounts {
				want := int64(0)
				for _, p := range all {
					if p.Account == a && wanted(p) {
						want += p.Delta
					}
				}
				if got := j.Sum(a, w); got != want {
					t.Fatalf("account %d, %+v: got %d, want %d", a, w, got, want)
				}
			}
		}
	})
}

func TestAddRefusesWhatCantBeCounted(t *testing.T) {
	var j journal.Journal
	a := j.Open()
	add := func(seq eventstore.Seq, delta int64, want string) {
		t.Helper()
		err := j.Add(journal.Posting{Account: a, Seq: seq, Delta: delta})
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("event %d, %d: got %v, want %q", seq, delta, err, want)
		}
	}
	add(5, 1<<62, "")
	add(5, 1<<62, "more than can be counted")
	add(4, 1, "came after one of event 5")
	add(1<<32, 1, "counts up to")
	add(6, -(1 << 62), "")
	add(6, -(1 << 62), "")
	add(6, -(1 << 62), "")
	add(6, -1, "more than can be counted")
	if got := j.Sum(a, journal.Window{UpTo: 6}); got != -(1 << 63) {
		t.Errorf("what was refused has changed the sum: %d", got)
	}
}

// BenchmarkSum is one account of a million postings, as known at any seq.
func BenchmarkSum(b *testing.B) {
	var j journal.Journal
	accounts := make([]journal.Account, 16)
	for i := range accounts {
		accounts[i] = j.Open()
	}
	const postings = 1 << 24
	for i := range postings {
		day := domain.Date(20240401 + i*30/postings) // nearly in order, as days are
		if i%1000 == 0 {
			day = 20240401
		}
		if err := j.Add(journal.Posting{Account: accounts[i%16], Seq: eventstore.Seq(i + 1), Day: day, Delta: int64(i)}); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("asOf", func(b *testing.B) {
		for i := range b.N {
			j.Sum(accounts[i%16], journal.Window{UpTo: eventstore.Seq(i * 7919 % postings)})
		}
	})
	b.Run("asOf and on", func(b *testing.B) {
		for i := range b.N {
			j.Sum(accounts[i%16], journal.Window{UpTo: eventstore.Seq(i * 7919 % postings), To: 20240415})
		}
	})
}
