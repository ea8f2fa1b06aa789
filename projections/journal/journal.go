package journal

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Account is the number of an account in its journal.
type Account uint32

// Journal is all postings, in columns, in the order of the log. The zero value
// is empty. It is not for use by several goroutines while it grows.
type Journal struct {
	seqs     []uint32
	days     []domain.Date
	deltas   []int64
	accounts []list
}

// list is what the journal keeps of one account: the numbers of its postings,
// ascending, and a note for each block of them.
type list struct {
	postings []uint32
	blocks   []block
	total    int64
	days     span
}

// block is what is noted of perBlock postings of an account.
type block struct {
	before int64 // the sum of all postings before them
	days   span
}

// perBlock is how many postings have one note. A sum reads half of them on
// average, at each end.
const perBlock = 64

// span is the smallest and the largest day of some postings.
type span struct{ first, last domain.Date }

func (s span) with(day domain.Date) span { return span{min(s.first, day), max(s.last, day)} }

// Posting is what one event adds to one account.
type Posting struct {
	Account Account
	Seq     eventstore.Seq
	Day     domain.Date // that it counts from; 0 where it has none
	Delta   int64       // in the account's unit
}

// Window is which postings are asked for. The zero value asks for none: UpTo is
// always given.
type Window struct {
	// After and UpTo bound the Seqs: after the one, up to and with the other.
	After, UpTo eventstore.Seq
	// From and To are the first and the last day, both inclusive, 0 for no
	// bound. A posting without a day counts from the beginning.
	From, To domain.Date
}

// Open makes an account that holds nothing.
func (j *Journal) Open() Account {
	j.accounts = append(j.accounts, list{})
	return Account(len(j.accounts) - 1)
}

// Add appends a posting. Its Seq is not below that of the posting before, and
// fits in 4 bytes; a sum beyond 64 bits is an error, and nothing is added then.
func (j *Journal) Add(p Posting) error {
	if n := len(j.seqs); n > 0 && p.Seq < eventstore.Seq(j.seqs[n-1]) {
		return fmt.Errorf("a posting of event %d came after one of event %d", p.Seq, j.seqs[n-1])
	}
	if p.Seq > math.MaxUint32 || len(j.seqs) == math.MaxUint32 {
		return fmt.Errorf("a journal counts up to event and posting %d", uint32(math.MaxUint32))
	}
	l := &j.accounts[p.Account]
	sum := l.total + p.Delta
	if (p.Delta > 0) != (sum > l.total) && p.Delta != 0 {
		return fmt.Errorf("account %d holds %d; adding %d is more than can be counted", p.Account, l.total, p.Delta)
	}
	if len(l.postings) == 0 {
		l.days = span{p.Day, p.Day}
	}
	if len(l.postings)%perBlock == 0 {
		l.blocks = append(l.blocks, block{before: l.total, days: span{p.Day, p.Day}})
	}
	last := &l.blocks[len(l.blocks)-1]
	l.days, last.days = l.days.with(p.Day), last.days.with(p.Day)
	l.total = sum
	l.postings = append(l.postings, uint32(len(j.seqs)))
	j.seqs = append(j.seqs, uint32(p.Seq))
	j.days = append(j.days, p.Day)
	j.deltas = append(j.deltas, p.Delta)
	return nil
}

// Len is how many postings there are.
func (j *Journal) Len() int { return len(j.seqs) }

// Sum is what the postings of an account within a window add up to.
func (j *Journal) Sum(a Account, w Window) int64 {
	l := &j.accounts[a]
	from, to := j.bounds(l, w)
	if from >= to {
		return 0
	}
	if w.covers(l.days) {
		return j.prefix(l, to) - j.prefix(l, from)
	}
	sum := int64(0)
	for from < to {
		b := from / perBlock
		end := min((b+1)*perBlock, to)
		switch days := l.blocks[b].days; {
		case w.misses(days):
		case end-from == perBlock && w.covers(days):
			sum += j.prefix(l, end) - l.blocks[b].before
		default:
			for _, p := range l.postings[from:end] {
				if w.has(j.days[p]) {
					sum += j.deltas[p]
				}
			}
		}
		from = end
	}
	return sum
}

// First is the Seq from which an account holds something, and false where it
// never did.
func (j *Journal) First(a Account) (eventstore.Seq, bool) {
	l := &j.accounts[a]
	if len(l.postings) == 0 {
		return 0, false
	}
	return eventstore.Seq(j.seqs[l.postings[0]]), true
}

// LastDay is the largest day of the postings of an account up to a Seq, 0 where
// there are none.
func (j *Journal) LastDay(a Account, upTo eventstore.Seq) domain.Date {
	l := &j.accounts[a]
	_, to := j.bounds(l, Window{UpTo: upTo})
	var last domain.Date
	for b := range to / perBlock {
		last = max(last, l.blocks[b].days.last)
	}
	for _, p := range l.postings[to/perBlock*perBlock : to] {
		last = max(last, j.days[p])
	}
	return last
}

// Postings are those of some accounts within a window, in the order of the log.
func (j *Journal) Postings(accounts []Account, w Window) []Posting {
	type numbered struct {
		number  uint32
		account Account
	}
	var found []numbered
	for _, a := range accounts {
		l := &j.accounts[a]
		from, to := j.bounds(l, w)
		if from >= to {
			continue
		}
		for _, p := range l.postings[from:to] {
			if w.has(j.days[p]) {
				found = append(found, numbered{p, a})
			}
		}
	}
	slices.SortFunc(found, func(a, b numbered) int { return int(int64(a.number) - int64(b.number)) })
	postings := make([]Posting, len(found))
	for i, f := range found {
		postings[i] = Posting{Account: f.account, Seq: eventstore.Seq(j.seqs[f.number]), Day: j.days[f.number], Delta: j.deltas[f.number]}
	}
	return postings
}

// bounds are the first posting of an account after a window's Seqs begin, and
// the first after they end.
func (j *Journal) bounds(l *list, w Window) (from, to int) {
	after := func(n eventstore.Seq) int {
		return sort.Search(len(l.postings), func(i int) bool { return eventstore.Seq(j.seqs[l.postings[i]]) > n })
	}
	if w.After > 0 {
		from = after(w.After)
	}
	return from, after(w.UpTo)
}

// prefix is the sum of the first n postings of an account.
func (j *Journal) prefix(l *list, n int) int64 {
	if n == len(l.postings) {
		return l.total
	}
	sum := l.blocks[n/perBlock].before
	for _, p := range l.postings[n/perBlock*perBlock : n] {
		sum += j.deltas[p]
	}
	return sum
}

// has reports whether a day lies in the window.
func (w Window) has(day domain.Date) bool {
	return (w.From.IsZero() || day >= w.From) && (w.To.IsZero() || day <= w.To)
}

// covers reports whether all days of a span lie in the window.
func (w Window) covers(s span) bool { return w.has(s.first) && w.has(s.last) }

// misses reports whether none does.
func (w Window) misses(s span) bool {
	return !w.From.IsZero() && s.last < w.From || !w.To.IsZero() && s.first > w.To
}
