package ledger

import "time"

// The clock may lag the ledger's time by this much before it is worth telling
// an operator, and lead it by this much before the ledger refuses to write.
const (
	maxBehind = 5 * time.Second
	maxAhead  = 7 * 24 * time.Hour
)

// now is the clock a request is decided by: its own, where it was given one.
func (l *Ledger) now(r *request) time.Time {
	if r.at.IsZero() {
		return l.opts.Now()
	}
	return r.at
}

// clock is the recordedAt of what is decided at an instant on a stream whose
// last event was recorded at last: UTC, microseconds, never before last.
func (l *Ledger) clock(now, last time.Time) (time.Time, error) {
	now = now.UTC().Truncate(time.Microsecond)
	if known := l.time.Load(); known != 0 {
		ledger := time.UnixMicro(known).UTC()
		if now.Sub(ledger) > maxAhead && !l.opts.AcceptClock {
			return time.Time{}, &ClockError{Clock: now, LedgerTime: ledger}
		}
		if behind := ledger.Sub(now) > maxBehind; l.behind.Swap(behind) != behind && behind {
			l.opts.Log.Warn("the clock is behind the ledger's time", "clock", now, "ledgerTime", ledger)
		}
	}
	return latest(now, last), nil
}

func latest(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// sawTime raises the ledger's time.
func (l *Ledger) sawTime(t time.Time) {
	if t.IsZero() {
		return
	}
	for {
		known := l.time.Load()
		if t.UnixMicro() <= known || l.time.CompareAndSwap(known, t.UnixMicro()) {
			return
		}
	}
}
