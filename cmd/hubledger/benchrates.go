package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"text/tabwriter"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/sqlite"
	"github.com/hubledger/hubledger/projections"
	"github.com/hubledger/hubledger/verify"
)

// rates measures, and keeps what it measured for a table.
type rates struct {
	w, log io.Writer
	rows   []rate
	bare   float64 // appends to the bare store, a second
	scan   float64 // events read without metadata, a second

	mu      sync.Mutex // guards commits
	commits sqlite.Commit
	groups  int
}

type rate struct {
	what string
	pace
	unit  string
	goal  float64 // a second; 0 where none is set
	ratio string
}

// pace is how often something happens: in a second, and in a second of one
// processor's time, which other work on the machine does not change.
type pace struct{ second, cpuSecond float64 }

func (t *rates) add(r rate) {
	t.rows = append(t.rows, r)
	fmt.Fprintf(t.log, "%-40s %12.0f %s/s\n", r.what, r.second, r.unit)
}

// timed is the pace of something that happens n times in f.
func timed(n int64, f func() error) (pace, error) {
	begin, used := time.Now(), cpuTime()
	err := f()
	p := pace{second: float64(n) / time.Since(begin).Seconds()}
	if used = cpuTime() - used; used > 0 {
		p.cpuSecond = float64(n) / used.Seconds()
	}
	return p, err
}

// disk measures what everything durable waits for: a small write and a sync.
func (t *rates) disk(ctx context.Context, dir string) error {
	f, err := os.Create(filepath.Join(dir, "disk"))
	if err != nil {
		return fmt.Errorf("couldn't measure the disk: %w", err)
	}
	defer f.Close()
	page, n := make([]byte, 4096), int64(0)
	got, err := timed(1, func() error {
		for end := time.Now().Add(time.Second); time.Now().Before(end) && ctx.Err() == nil; n++ {
			if _, err := f.Write(page); err != nil {
				return err
			}
			if err := f.Sync(); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("couldn't measure the disk: %w", err)
	}
	t.add(rate{what: "disk: write of 4 KiB and sync", pace: pace{second: float64(n) * got.second}, unit: "syncs"})
	return nil
}

// store measures the store alone: 64 writers whose events nobody decides.
func (t *rates) store(ctx context.Context, dir string, n int) error {
	s, err := sqlite.Create(ctx, dir, uuid.New(), sqlite.Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	events, err := plainEvents(n)
	if err != nil {
		return err
	}
	const writers = 64
	got, err := timed(int64(n), func() error {
		return together(writers, writers, func(w int) error {
			stream, at := eventstore.StreamID(fmt.Sprintf("bench-%d", w)), eventstore.NoStream
			for i := w; i < n; i += writers {
				if _, err := s.Append(ctx, stream, at, events[i:i+1]); err != nil {
					return err
				}
				at++
			}
			return nil
		})
	})
	if err != nil {
		return fmt.Errorf("couldn't measure the store: %w", err)
	}
	t.bare = got.second
	t.add(rate{what: "store alone, 64 writers", pace: got, unit: "events"})
	return nil
}

// appends measures commands that are decided, recorded and acknowledged.
func (t *rates) appends(ctx context.Context, what string, l *load, writers, n int, oneHub bool, goal float64) error {
	t.observed()
	got, err := timed(int64(n), func() error { return l.run(ctx, writers, n, oneHub) })
	if err != nil {
		return fmt.Errorf("couldn't measure %q: %w", what, err)
	}
	c, groups := t.observed()
	t.add(rate{what: what, pace: got, unit: "commands", goal: goal, ratio: fmt.Sprintf("%.2f of the store alone", got.second/t.bare)})
	all := time.Duration(float64(n) / got.second * float64(time.Second))
	share := func(d time.Duration) float64 { return 100 * d.Seconds() / all.Seconds() }
	fmt.Fprintf(t.log, "    the store's writer: insert %.0f %%, sync %.0f %%, mark %.0f %%, checkpoint %.0f %% of the time; %.0f events a commit\n",
		share(c.Insert), share(c.Sync), share(c.Mark), share(c.Checkpoint), float64(c.Events)/float64(max(groups, 1)))
	return nil
}

// bulk makes a large store as imports do.
func (t *rates) bulk(ctx context.Context, l *load, n int) error {
	got, err := timed(int64(n), func() (failed error) {
		for r, err := range l.l.Batch(ctx, l.all(n, &failed)) {
			if err != nil {
				return err
			}
			if r.Err != nil {
				return r.Err
			}
		}
		return failed
	})
	if err != nil {
		return fmt.Errorf("couldn't make the large store: %w", err)
	}
	t.add(rate{what: fmt.Sprintf("ledger, batch of %d", n), pace: got, unit: "commands", ratio: fmt.Sprintf("%.2f of the store alone", got.second/t.bare)})
	return nil
}

// file measures the reading of the store's file as it lies there.
func (t *rates) file(path string, events int64) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("couldn't measure the file: %w", err)
	}
	defer f.Close()
	got, err := timed(events, func() error {
		_, err := io.CopyBuffer(struct{ io.Writer }{io.Discard}, struct{ io.Reader }{f}, make([]byte, 1<<20))
		return err
	})
	if err != nil {
		return fmt.Errorf("couldn't measure the file: %w", err)
	}
	t.add(rate{what: "read of the file, nothing looked at", pace: got, unit: "events"})
	return nil
}

func (t *rates) scans(ctx context.Context, s eventstore.Store) error {
	for _, m := range []struct {
		what  string
		parts eventstore.Parts
	}{{"scan with page checksums, data", eventstore.WithoutMetadata}, {"scan with page checksums, whole", eventstore.Whole}} {
		got, err := timed(int64(s.Head()), func() error {
			for _, err := range s.ReadAll(ctx, 0, m.parts) {
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("couldn't measure a scan: %w", err)
		}
		if m.parts == eventstore.WithoutMetadata {
			t.scan = got.second
		}
		t.add(rate{what: m.what, pace: got, unit: "events"})
	}
	return nil
}

// rebuild measures all models from event 1.
func (t *rates) rebuild(ctx context.Context, s eventstore.Store) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	engine, ended := projections.NewEngine(s, projections.Options{}), make(chan error, 1)
	got, err := timed(int64(s.Head()), func() error {
		go func() { ended <- engine.Run(ctx) }()
		_, err := engine.Wait(ctx, s.Head())
		return err
	})
	stop()
	<-ended
	if err != nil {
		return fmt.Errorf("couldn't measure a rebuild: %w", err)
	}
	t.add(rate{what: "rebuild: decode, and all models", pace: got, unit: "events", goal: 500_000, ratio: fmt.Sprintf("%.1f scans", t.scan/got.second)})
	return nil
}

func (t *rates) verify(ctx context.Context, s eventstore.Store) error {
	for _, m := range []struct {
		what string
		opts verify.Options
		goal float64
	}{
		{"verify hashes, one worker", verify.Options{HashesOnly: true, Workers: 1}, 300_000},
		{"verify hashes", verify.Options{HashesOnly: true}, 0},
		{"verify everything, decisions again", verify.Options{}, 60_000},
	} {
		got, err := timed(int64(s.Head()), func() error {
			report, err := verify.Ledger(ctx, s, m.opts)
			if err == nil && !report.OK() {
				err = fmt.Errorf("the store it made is broken: %v", report.Findings[0])
			}
			return err
		})
		if err != nil {
			return fmt.Errorf("couldn't measure a verification: %w", err)
		}
		t.add(rate{what: m.what, pace: got, unit: "events", goal: m.goal, ratio: fmt.Sprintf("%.1f scans", t.scan/got.second)})
	}
	return nil
}

// observe sums up what the store's writer did.
func (t *rates) observe(c sqlite.Commit) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.groups++
	t.commits.Events += c.Events
	t.commits.Insert += c.Insert
	t.commits.Sync += c.Sync
	t.commits.Mark += c.Mark
	t.commits.Checkpoint += c.Checkpoint
}

// observed is that sum since it was asked for last.
func (t *rates) observed() (sqlite.Commit, int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	c, n := t.commits, t.groups
	t.commits, t.groups = sqlite.Commit{}, 0
	return c, n
}

func (t *rates) flush() error {
	w := tabwriter.NewWriter(t.w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "WHAT\tA SECOND\tA CPU SECOND\tGOAL\tRATIO")
	for _, r := range t.rows {
		goal, ratio, cpu := "-", r.ratio, "-"
		if r.cpuSecond > 0 {
			cpu = fmt.Sprintf("%.0f", r.cpuSecond)
		}
		if r.goal > 0 {
			goal = fmt.Sprintf("%.0f (%.1f x)", r.goal, r.second/r.goal)
		}
		if ratio == "" {
			ratio = "-"
		}
		fmt.Fprintf(w, "%s\t%.0f %s\t%s\t%s\t%s\n", r.what, r.second, r.unit, cpu, goal, ratio)
	}
	return w.Flush()
}
