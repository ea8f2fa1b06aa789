package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// What the ledger writes in the mean: 320 bytes of data, about 500 of metadata.
var benchData = bytes.Repeat([]byte(`{"placement":"x"}`), 19)[:320]

// benchEvent is an event of a command of its own, with a time-ordered id.
func benchEvent(b *testing.B, prev eventstore.Hash) eventstore.NewEvent {
	id, err := uuid.NewV7()
	if err != nil {
		b.Fatal(err)
	}
	e, err := eventstore.Seal(id, "PlacementStarted", benchData, eventstore.Envelope{
		V: 1, RecordedAt: eventstore.InstantOf(time.Now()), EffectiveOn: "2024-10-27",
		Actor:   &eventstore.Actor{Person: id, Role: "programme-lead"},
		Command: &eventstore.Command{Name: "start-placement", V: 1, ID: id, Hash: prev, Data: []byte(`{"placement":"x"}`)},
		Basis:   map[eventstore.StreamID]eventstore.Revision{"national": 17}, Rules: 1, Prev: prev,
	})
	if err != nil {
		b.Fatal(err)
	}
	return e
}

func benchStore(b *testing.B, opts Options) *Store {
	b.Helper()
	s, err := Create(b.Context(), b.TempDir(), uuid.New(), opts)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	return s
}

// meter measures many things by the clock and by the processor.
type meter struct{ cpu time.Duration }

func start(b *testing.B) meter {
	b.ResetTimer()
	return meter{cpu(b)}
}

func (m meter) stop(b *testing.B, n int, unit string) {
	b.StopTimer()
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), unit+"s/s")
	b.ReportMetric(float64((cpu(b)-m.cpu).Nanoseconds())/float64(n), "cpu-ns/"+unit)
	b.ReportMetric(0, "ns/op")
}

// BenchmarkAppend: each writer appends one event, waits until it is durable,
// and appends the next. Writers of one stream don't wait for one another: each
// expects the revision that the one before it will have made.
func BenchmarkAppend(b *testing.B) {
	for _, streams := range []int{1, 42} {
		for _, writers := range []int{1, 64, 512} {
			b.Run(fmt.Sprintf("streams=%d/writers=%d", streams, writers), func(b *testing.B) {
				var stats struct {
					commits                          int
					insert, sync, mark, checkpointed time.Duration
				}
				s := benchStore(b, Options{Observe: func(c Commit) {
					stats.commits++
					stats.insert += c.Insert
					stats.sync += c.Sync
					stats.mark += c.Mark
					stats.checkpointed += c.Checkpoint
				}})
				events := make([]eventstore.NewEvent, b.N)
				for i := range events {
					events[i] = benchEvent(b, eventstore.HashOf(benchData))
				}
				var next atomic.Int64
				tails := make([]struct {
					sync.Mutex
					head eventstore.Revision
				}, streams)
				var wg sync.WaitGroup
				m := start(b)
				for range writers {
					wg.Go(func() {
						for {
							i := int(next.Add(1)) - 1
							if i >= b.N {
								return
							}
							n := i % streams
							tails[n].Lock()
							r := newRequest(eventstore.StreamID(fmt.Sprintf("hub-QE%d", n)), tails[n].head-1, events[i:i+1])
							tails[n].head++
							err := s.writer.enqueue(b.Context(), r)
							tails[n].Unlock()
							if err != nil {
								b.Error(err)
								return
							}
							if <-r.done; r.err != nil {
								b.Error(r.err)
								return
							}
						}
					})
				}
				wg.Wait()
				m.stop(b, b.N, "event")
				if stats.commits > 0 {
					n := float64(stats.commits)
					b.ReportMetric(float64(b.N)/n, "events/commit")
					b.ReportMetric(float64(stats.insert.Microseconds())/n, "insert-us")
					b.ReportMetric(float64(stats.sync.Microseconds())/n, "sync-us")
					b.ReportMetric(float64(stats.mark.Microseconds())/n, "mark-us")
					b.ReportMetric(float64(stats.checkpointed.Microseconds())/n, "checkpoint-us")
				}
			})
		}
	}
}

// BenchmarkAppendBulk: one writer, 500 events in each append.
func BenchmarkAppendBulk(b *testing.B) {
	for _, streams := range []int{1, 42} {
		b.Run(fmt.Sprintf("streams=%d", streams), func(b *testing.B) {
			s := benchStore(b, Options{})
			events := make([]eventstore.NewEvent, b.N)
			for i := range events {
				events[i] = benchEvent(b, eventstore.HashOf(benchData))
			}
			m := start(b)
			appendBulk(b, s, events, make([]eventstore.Revision, streams))
			m.stop(b, b.N, "event")
		})
	}
}

// appendBulk appends 500 events at a time to streams in turn, each of which has
// as many events as heads says.
func appendBulk(b *testing.B, s *Store, events []eventstore.NewEvent, heads []eventstore.Revision) {
	for i := 0; len(events) > 0; i++ {
		n := min(500, len(events))
		stream := i % len(heads)
		if _, err := s.Append(b.Context(), eventstore.StreamID(fmt.Sprintf("hub-QE%d", stream)), heads[stream]-1, events[:n]); err != nil {
			b.Fatal(err)
		}
		heads[stream] += eventstore.Revision(n)
		events = events[n:]
	}
}

// BenchmarkRead reads a log of 100,000 events that is in the page cache.
func BenchmarkRead(b *testing.B) {
	const size = 100_000
	s := benchStore(b, Options{})
	events := make([]eventstore.NewEvent, size)
	for i := range events {
		events[i] = benchEvent(b, eventstore.HashOf(benchData))
	}
	appendBulk(b, s, events, make([]eventstore.Revision, 42))
	ctx := context.Background()
	for name, parts := range map[string]eventstore.Parts{"whole": eventstore.Whole, "without-metadata": eventstore.WithoutMetadata} {
		b.Run("all/"+name, func(b *testing.B) {
			read, m := 0, start(b)
			for b.Loop() {
				for e, err := range s.ReadAll(ctx, 0, parts) {
					if err != nil {
						b.Fatal(err)
					}
					read += min(len(e.Data), 1)
				}
			}
			m.stop(b, read, "event")
		})
		b.Run("stream/"+name, func(b *testing.B) {
			read, m := 0, start(b)
			for b.Loop() {
				for e, err := range s.ReadStream(ctx, "hub-QE7", eventstore.NoStream, parts) {
					if err != nil {
						b.Fatal(err)
					}
					read += min(len(e.Data), 1)
				}
			}
			m.stop(b, read, "event")
		})
	}
	b.Run("find", func(b *testing.B) {
		i, n, m := 0, 0, start(b)
		for b.Loop() {
			n++
			i = (i + 7919) % size
			command := events[i].Stated().Command
			found, err := s.Find(ctx, eventstore.StreamID(fmt.Sprintf("hub-QE%d", i/500%42)), command)
			if err != nil || len(found) != 1 {
				b.Fatalf("found %d events: %v", len(found), err)
			}
		}
		m.stop(b, n, "find")
	})
	b.Run("get", func(b *testing.B) {
		i, n, m := eventstore.Seq(0), 0, start(b)
		for b.Loop() {
			n++
			i = (i + 7919) % size
			if _, ok, err := eventstore.Get(ctx, s, i+1); err != nil || !ok {
				b.Fatal(ok, err)
			}
		}
		m.stop(b, n, "get")
	})
	b.Run("last", func(b *testing.B) {
		n, m := 0, start(b)
		for b.Loop() {
			n++
			if _, ok, err := s.Last(ctx, "hub-QE7"); err != nil || !ok {
				b.Fatal(ok, err)
			}
		}
		m.stop(b, n, "last")
	})
}

// BenchmarkOpen opens a store and closes it again; with HUBLEDGER_LONG also one
// of a million events.
func BenchmarkOpen(b *testing.B) {
	sizes := []int{20_000}
	if long {
		sizes = append(sizes, 1_000_000)
	}
	for _, size := range sizes {
		b.Run(fmt.Sprintf("events=%d", size), func(b *testing.B) {
			dir := b.TempDir()
			s, err := Create(b.Context(), dir, uuid.New(), Options{})
			if err != nil {
				b.Fatal(err)
			}
			heads := make([]eventstore.Revision, 42)
			for size > 0 {
				events := make([]eventstore.NewEvent, min(size, 20_000))
				for i := range events {
					events[i] = benchEvent(b, eventstore.Hash{})
				}
				appendBulk(b, s, events, heads)
				size -= len(events)
			}
			if err := s.Close(); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				s, err := Open(b.Context(), dir, Options{})
				if err != nil {
					b.Fatal(err)
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkBareSQLite is what the same SQLite does with the data alone: no
// metadata, no indexes, no mark, no checksums, 64 rows in each durable commit.
func BenchmarkBareSQLite(b *testing.B) {
	path := filepath.Join(b.TempDir(), "bare.db")
	if err := makeFile(machine{}, path); err != nil {
		b.Fatal(err)
	}
	c, err := connect(machine{}, path, making)
	if err != nil {
		b.Fatal(err)
	}
	defer shut(c)
	if err := c.Exec("CREATE TABLE events (seq INTEGER PRIMARY KEY, data BLOB)"); err != nil {
		b.Fatal(err)
	}
	insert, _, err := c.Prepare("INSERT INTO events (data) VALUES (?)")
	if err != nil {
		b.Fatal(err)
	}
	c.WALAutoCheckpoint(1000)
	m := start(b)
	for i := 0; i < b.N; {
		if err := c.Exec("BEGIN IMMEDIATE"); err != nil {
			b.Fatal(err)
		}
		for n := 0; n < 64 && i < b.N; n, i = n+1, i+1 {
			insert.BindBlob(1, benchData)
			if err := insert.Exec(); err != nil {
				b.Fatal(err)
			}
		}
		if err := c.Exec("COMMIT"); err != nil {
			b.Fatal(err)
		}
	}
	m.stop(b, b.N, "event")
}

// BenchmarkWriteSync is what the disk does: write 4 KiB in place, sync.
func BenchmarkWriteSync(b *testing.B) {
	f, err := machine{}.open(filepath.Join(b.TempDir(), "raw"), os.O_RDWR|os.O_CREATE)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	page := make([]byte, 4096)
	if _, err := f.WriteAt(make([]byte, 1<<20), 0); err != nil {
		b.Fatal(err)
	}
	m := start(b)
	for i := range b.N {
		if _, err := f.WriteAt(page, int64(i%256)*4096); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
	}
	m.stop(b, b.N, "sync")
}
