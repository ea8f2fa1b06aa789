package projections

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Log is the index of the log: which events are of which type, in which
// stream, recorded when, effective on which day. It costs about 20 bytes an
// event, and answers a filter without reading what the filter leaves out.
type Log struct {
	types     map[string]list
	streams   map[eventstore.StreamID]list
	effective column[int32]
	clock     clock
}

// NewLog is the index of an empty log.
func NewLog() *Log {
	return &Log{types: make(map[string]list), streams: make(map[eventstore.StreamID]list)}
}

// Name implements Model.
func (*Log) Name() string { return "log" }

// Apply implements Model.
func (l *Log) Apply(r Record) error {
	if want := eventstore.Revision(len(l.streams[r.Stream])); r.Revision != want {
		return fmt.Errorf("it is revision %d of its stream, and %d should follow", r.Revision, want)
	}
	seq := uint32(r.Seq)
	l.types[r.Type] = append(l.types[r.Type], seq)
	l.streams[r.Stream] = append(l.streams[r.Stream], seq)
	l.effective.add(int32(r.EffectiveOn))
	l.clock.add(r.RecordedAt)
	if f, ok := r.Event.(domain.ClockFaultRecorded); ok {
		l.clock.fault(r.Seq, f)
	}
	return nil
}

// Filter says which events are wanted. What is empty lets everything through.
type Filter struct {
	Types   []string              // any of these
	Streams []eventstore.StreamID // in any of these
	// EffectiveFrom and EffectiveTo are the first and the last day; events
	// that name no day are left out where one of them is given.
	EffectiveFrom, EffectiveTo domain.Date
	// RecordedFrom and RecordedTo are the earliest and the latest instant,
	// both inclusive, in microseconds.
	RecordedFrom, RecordedTo time.Time
}

// Find are the first events after a Seq, and up to and with another, that a
// filter lets through: at most limit.
func (l *Log) Find(f Filter, after, until eventstore.Seq, limit int) []eventstore.Seq {
	wanted := l.set(f, until)
	found := make([]eventstore.Seq, 0, min(limit, 64))
	for n := uint32(min(after, MaxSeq)); len(found) < limit; {
		n = wanted.seek(n + 1)
		if n == beyond {
			break
		}
		found = append(found, eventstore.Seq(n))
	}
	return found
}

func (l *Log) set(f Filter, until eventstore.Seq) set {
	wanted := intersection{upTo(min(until, eventstore.Seq(len(l.effective.values))))}
	if len(f.Streams) > 0 {
		any := make(union, len(f.Streams))
		for i, s := range f.Streams {
			any[i] = l.streams[s]
		}
		wanted = append(wanted, any)
	}
	if len(f.Types) > 0 {
		any := make(union, len(f.Types))
		for i, t := range f.Types {
			any[i] = l.types[t]
		}
		wanted = append(wanted, any)
	}
	if f.EffectiveFrom != 0 || f.EffectiveTo != 0 {
		s := between[int32]{&l.effective, 1, 1<<31 - 1}
		if f.EffectiveFrom != 0 {
			s.from = int32(f.EffectiveFrom)
		}
		if f.EffectiveTo != 0 {
			s.to = int32(f.EffectiveTo)
		}
		wanted = append(wanted, s)
	}
	if !f.RecordedFrom.IsZero() || !f.RecordedTo.IsZero() {
		s := between[int64]{&l.clock.recorded, -1 << 63, 1<<63 - 1}
		if !f.RecordedFrom.IsZero() {
			s.from = ceilMicro(f.RecordedFrom)
		}
		if !f.RecordedTo.IsZero() {
			s.to = f.RecordedTo.UnixMicro()
		}
		wanted = append(wanted, s)
	}
	return wanted
}

// ceilMicro is an instant in microseconds, rounded up: an event recorded
// within the microsecond before it is before it.
func ceilMicro(t time.Time) int64 {
	micros := t.UnixMicro()
	if t.Nanosecond()%1000 != 0 {
		micros++
	}
	return micros
}

// LedgerTime is the ledger's time of a Seq, as known at that Seq: the latest
// recordedAt up to it but for events that a ClockFaultRecorded takes out. It is
// zero for Seq 0.
func (l *Log) LedgerTime(n eventstore.Seq) time.Time { return l.clock.of(n) }

// DayOf is the day an event is of: the one that its command names, or else the
// business day on which it was recorded; 0 where neither is stated.
func (l *Log) DayOf(seq eventstore.Seq) domain.Date {
	i := int(seq) - 1
	if i < 0 || i >= len(l.effective.values) {
		return 0
	}
	if day := l.effective.values[i]; day != 0 {
		return domain.Date(day)
	}
	if micros := l.clock.recorded.values[i]; micros != 0 {
		return domain.BusinessDay(time.UnixMicro(micros))
	}
	return 0
}

// RecordedAt is when an event was recorded, zero where it states no instant.
func (l *Log) RecordedAt(seq eventstore.Seq) time.Time {
	i := int(seq) - 1
	if i < 0 || i >= len(l.clock.recorded.values) || l.clock.recorded.values[i] == 0 {
		return time.Time{}
	}
	return time.UnixMicro(l.clock.recorded.values[i]).UTC()
}

// Resolve is the largest Seq whose ledger time is not later than an instant, 0
// where the ledger begins later.
func (l *Log) Resolve(t time.Time) eventstore.Seq { return l.clock.resolve(t) }

// Count is how many events there are of each type, as known at n.
func (l *Log) Count(n eventstore.Seq) map[string]int {
	counts := make(map[string]int, len(l.types))
	for typ, seqs := range l.types {
		if i := seqs.upTo(n); i > 0 {
			counts[typ] = i
		}
	}
	return counts
}

// Streams are the names of the streams that hold events, as known at n, sorted.
func (l *Log) Streams(n eventstore.Seq) []eventstore.StreamID {
	var names []eventstore.StreamID
	for _, s := range slices.Sorted(maps.Keys(l.streams)) {
		if l.streams[s][0] <= uint32(min(n, MaxSeq)) {
			names = append(names, s)
		}
	}
	return names
}

// Revision is the last revision of a stream, as known at n.
func (l *Log) Revision(stream eventstore.StreamID, n eventstore.Seq) eventstore.Revision {
	return eventstore.Revision(l.streams[stream].upTo(n)) - 1
}

// upTo is how many members are n or less.
func (l list) upTo(n eventstore.Seq) int {
	i, _ := slices.BinarySearch(l, uint32(min(n, MaxSeq)+1))
	return i
}
