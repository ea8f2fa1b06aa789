package projections

import (
	"sort"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// clock is the ledger's time: of Seq n, the latest recordedAt of the events 1
// to n that no ClockFaultRecorded takes out. Instants are microseconds since
// 1970, 0 where an event states none.
type clock struct {
	recorded column[int64]
	// before is the ledger's time of the last event before each block, with
	// every fault known.
	before []int64 `digest:"-"`
	last   int64   `digest:"-"` // the ledger's time of the last event
	faults history[domain.ClockFaultRecorded]
}

func (c *clock) add(at time.Time) {
	if len(c.recorded.values)%block == 0 {
		c.before = append(c.before, c.last)
	}
	var micros int64
	if !at.IsZero() {
		micros = at.UnixMicro()
	}
	c.recorded.add(micros)
	if !out(uint32(len(c.recorded.values)), c.faults.facts) {
		c.last = max(c.last, micros)
	}
}

// fault takes events out, those recorded before it included.
func (c *clock) fault(seq eventstore.Seq, f domain.ClockFaultRecorded) {
	c.faults.add(seq, f)
	for b := max(1, (int(f.FromSeq)-1)/block+1); b < len(c.before); b++ {
		c.before[b] = c.through(b-1, block, c.before[b-1], c.faults.facts)
	}
	if b := len(c.before) - 1; b >= 0 {
		c.last = c.through(b, block, c.before[b], c.faults.facts)
	}
}

// through is the ledger's time after the first count events of a block, given
// that before it.
func (c *clock) through(b, count int, before int64, faults []domain.ClockFaultRecorded) int64 {
	start := b * block
	for i := start; i < min(start+count, len(c.recorded.values)); i++ {
		if v := c.recorded.values[i]; v > before && !out(uint32(i)+1, faults) {
			before = v
		}
	}
	return before
}

func out(seq uint32, faults []domain.ClockFaultRecorded) bool {
	for _, f := range faults {
		if int64(seq) >= int64(f.FromSeq) && int64(seq) <= int64(f.ToSeq) {
			return true
		}
	}
	return false
}

// of is the ledger's time of Seq n as known at n, zero where there is none.
func (c *clock) of(n eventstore.Seq) time.Time {
	i := int(min(n, eventstore.Seq(len(c.recorded.values))))
	if i == 0 {
		return time.Time{}
	}
	b := (i - 1) / block
	known := c.faults.facts[:c.faults.at(n)]
	micros, from := c.before[b], b
	for _, later := range c.faults.facts[len(known):] {
		if int64(later.FromSeq) <= int64(b*block) { // it changed what was before the block
			micros, from = 0, 0
			break
		}
	}
	for ; from < b; from++ {
		micros = c.through(from, block, micros, known)
	}
	micros = c.through(b, i-b*block, micros, known)
	if micros == 0 {
		return time.Time{}
	}
	return time.UnixMicro(micros).UTC()
}

// resolve is the largest Seq whose ledger time, with every fault known, is not
// later than an instant; 0 where all are.
func (c *clock) resolve(t time.Time) eventstore.Seq {
	micros := t.UnixMicro()
	if c.last <= micros {
		return eventstore.Seq(len(c.recorded.values))
	}
	// The ledger's time never decreases: the last block that begins in time.
	b := sort.Search(len(c.before), func(b int) bool { return c.before[b] > micros }) - 1
	if b < 0 {
		return 0
	}
	now := c.before[b]
	for i := b * block; i < len(c.recorded.values); i++ {
		if v := c.recorded.values[i]; v > now && !out(uint32(i)+1, c.faults.facts) {
			now = v
		}
		if now > micros {
			return eventstore.Seq(i)
		}
	}
	return eventstore.Seq(len(c.recorded.values))
}
