package verify

import (
	"fmt"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

// maxBehind is how far a clock may lag the ledger's time before it is worth
// knowing.
const maxBehind = 5 * time.Second

// ledgerClock follows the ledger's time: the running maximum of recordedAt.
type ledgerClock struct {
	time time.Time
	by   eventstore.Seq // the event that has it

	faults [][2]eventstore.Seq // ranges taken out of the ledger's time, both ends inclusive
	lags   []lag
}

// lag is a run of events that were recorded well before the ledger's time.
type lag struct {
	from, to eventstore.Seq
	by       eventstore.Seq // the event that had set the ledger's time
	most     time.Duration
}

func (c *ledgerClock) fault(from, to eventstore.Seq) {
	c.faults = append(c.faults, [2]eventstore.Seq{from, to})
	if c.faulty(c.by) {
		c.time, c.by = time.Time{}, 0
	}
}

// faulty reports whether an event is known to have been recorded by a wrong
// clock.
func (c *ledgerClock) faulty(seq eventstore.Seq) bool {
	for _, f := range c.faults {
		if seq >= f[0] && seq <= f[1] {
			return true
		}
	}
	return false
}

func (c *ledgerClock) see(seq eventstore.Seq, at time.Time) {
	if !at.Before(c.time) {
		c.time, c.by = at, seq
		return
	}
	behind := c.time.Sub(at)
	if behind <= maxBehind {
		return
	}
	if n := len(c.lags); n > 0 && c.lags[n-1].by == c.by {
		last := &c.lags[n-1]
		last.to, last.most = seq, max(last.most, behind)
		return
	}
	c.lags = append(c.lags, lag{from: seq, to: seq, by: c.by, most: behind})
}

// findings are the lags that no recorded fault of the clock explains.
func (c *ledgerClock) findings() []Finding {
	var list []Finding
	for _, l := range c.lags {
		if c.faulty(l.by) {
			continue
		}
		list = append(list, Finding{ClockBehind, l.from, "", fmt.Sprintf(
			"between here and event %d the clock was up to %s behind the time of event %d", l.to, l.most.Round(time.Millisecond), l.by)})
	}
	return list
}
