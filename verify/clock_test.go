package verify

import (
	"strings"
	"testing"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

// A lag of the clock is told once for each run of events, and not where a
// recorded fault of the clock explains it.
func TestLedgerClock(t *testing.T) {
	start := time.Date(2025, 6, 2, 9, 0, 0, 0, time.UTC)
	at := func(seconds int) time.Time { return start.Add(time.Duration(seconds) * time.Second) }
	see := func(c *ledgerClock, seconds ...int) {
		for i, s := range seconds {
			c.see(eventstore.Seq(i+1), at(s))
		}
	}
	t.Run("five seconds are nothing", func(t *testing.T) {
		var c ledgerClock
		see(&c, 10, 5, 11)
		if got := c.findings(); len(got) != 0 {
			t.Errorf("findings are %v", got)
		}
	})
	t.Run("more is told, from where to where, and how much at most", func(t *testing.T) {
		var c ledgerClock
		see(&c, 100, 94, 80, 101, 102)
		got := c.findings()
		if len(got) != 1 || got[0].Seq != 2 || !got[0].Note() || !strings.Contains(got[0].Detail, "event 3 the clock was up to 20s behind the time of event 1") {
			t.Errorf("findings are %v", got)
		}
	})
	t.Run("a recorded fault explains it", func(t *testing.T) {
		var c ledgerClock
		see(&c, 0, 1000, 1, 2)
		c.fault(2, 2)
		see(&c, 3, 4)
		if got := c.findings(); len(got) != 0 {
			t.Errorf("findings are %v", got)
		}
		if !c.faulty(2) || c.faulty(1) || c.faulty(3) {
			t.Error("only event 2 is faulty")
		}
	})
	t.Run("a fault elsewhere does not", func(t *testing.T) {
		var c ledgerClock
		see(&c, 0, 1000, 1, 2)
		c.fault(1, 1)
		if got := c.findings(); len(got) != 1 {
			t.Errorf("findings are %v", got)
		}
	})
}
