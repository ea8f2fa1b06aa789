package sqlite

import (
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ncruces/go-sqlite3"
	"golang.org/x/sync/semaphore"

	"github.com/hubledger/hubledger/eventstore"
)

const (
	maxWaiting      = 4096     // appends
	maxWaitingBytes = 32 << 20 // of their events
	maxGroup        = 2048     // events of one commit, unless one append has more
	maxGroupBytes   = 4 << 20

	maxPatience = 500 * time.Microsecond // with those who may join a group

	// idle is how long nothing is appended before the write-ahead log is
	// emptied.
	idle = 5 * time.Second
)

// writer owns the connection that writes and the mark. Its goroutine is the
// only one that uses them, until it has ended.
type writer struct {
	store *Store
	c     *sqlite3.Conn
	mark  *markFile
	tables

	requests chan *request
	room     *semaphore.Weighted // bytes that may wait
	door     sync.Mutex          // guards shut, and Add against Wait of underWay
	shut     bool
	underWay sync.WaitGroup
	ended    chan struct{}

	failed   atomic.Pointer[FailedError]
	lostFrom atomic.Int64

	logSize    int64         // bytes in the write-ahead log
	logLimit   int64         // size at which it is next written into the database
	lastGroup  int           // requests
	lastCommit time.Duration // from begin to mark
}

// newWriter starts the writer of a store that was found in order up to head.
func newWriter(s *Store, c *sqlite3.Conn, m *markFile, head eventstore.Seq) (*writer, error) {
	w := &writer{
		store: s, c: c, mark: m,
		requests: make(chan *request, maxWaiting),
		room:     semaphore.NewWeighted(maxWaitingBytes),
		ended:    make(chan struct{}),
		logLimit: s.opts.maxLog,
	}
	if err := w.tables.open(c, head); err != nil {
		return nil, err
	}
	c.WALHook(func(_ *sqlite3.Conn, _ string, pages int) error {
		size := int64(pages) * (pageSize + 24)
		if size < w.logSize { // it was begun anew
			w.logLimit = s.opts.maxLog
		}
		w.logSize = size
		return nil
	})
	w.lostFrom.Store(int64(m.last.lostFrom))
	var err error
	if w.logSize, _, err = s.disk.size(s.path(dbName + "-wal")); err != nil {
		return nil, fmt.Errorf("couldn't measure the write-ahead log: %w", err)
	}
	w.emptyLog()
	if f := w.failed.Load(); f != nil {
		return nil, f.Cause
	}
	go w.run()
	return w, nil
}

func (w *writer) run() {
	defer close(w.ended)
	timer := time.NewTimer(w.store.opts.idle)
	var next *request // taken out of the queue, too large for the group before
	for {
		var group []*request
		if next == nil {
			timer.Reset(w.store.opts.idle)
			select {
			case r, ok := <-w.requests:
				if !ok {
					return
				}
				next = r
			case <-timer.C:
				w.emptyLog()
				continue
			}
			w.gather()
		}
		group, next = w.take(next)
		w.commit(group)
		for _, r := range group {
			w.release(r)
		}
	}
}

// gather gives those who were answered a moment to come back before the next
// commit, or half of the commits would be of the one who was first.
func (w *writer) gather() {
	if w.lastGroup < 2 {
		return
	}
	patience := min(w.lastCommit/8, maxPatience)
	for begin := time.Now(); len(w.requests) < w.lastGroup-1 && time.Since(begin) < patience; {
		runtime.Gosched()
	}
}

// take makes a group of first and what else waits; next did not fit.
func (w *writer) take(first *request) (group []*request, next *request) {
	events, bytes := 0, 0
	for r := first; ; {
		if events += len(r.events); len(group) > 0 && events > maxGroup {
			return group, r
		}
		if bytes += r.size; len(group) > 0 && bytes > maxGroupBytes {
			return group, r
		}
		if r.state.CompareAndSwap(waiting, taken) {
			group = append(group, r)
		} else {
			w.release(r)
		}
		select {
		case more, ok := <-w.requests:
			if !ok {
				return group, nil
			}
			r = more
		default:
			return group, nil
		}
	}
}

// release ends a request's stay in the queue.
func (w *writer) release(r *request) {
	w.room.Release(r.weight())
	w.underWay.Done()
}

// commit makes a group durable and answers all of it.
func (w *writer) commit(group []*request) {
	if len(group) == 0 {
		return
	}
	if f := w.failed.Load(); f != nil {
		answerAll(group, f)
		return
	}
	var stats Commit
	clock := time.Now()
	begun := clock
	lap := func() time.Duration {
		d := time.Since(clock)
		clock = clock.Add(d)
		return d
	}
	if err := w.begin.Exec(); err != nil {
		w.notBegun(group, err)
		return
	}
	answers, err := w.insert(group, &stats)
	if err != nil {
		f := w.latch(err)
		answerAll(group, fmt.Errorf("nothing was recorded: %w", f))
		return
	}
	stats.Insert = lap()
	if stats.Events > 0 {
		if err := w.tables.commit.Exec(); err != nil {
			w.fail(group, fmt.Errorf("couldn't commit: %w", err))
			return
		}
		stats.Sync = lap()
		next := w.mark.last
		next.seq, next.leaf = w.head, w.leaf()
		if err := w.mark.write(next); err != nil {
			w.fail(group, err)
			return
		}
		w.lostFrom.Store(int64(w.mark.last.lostFrom))
		stats.Mark = lap()
		w.store.head.raise(w.head)
	}
	for i, r := range group {
		r.answer(answers[i].first, answers[i].err)
	}
	w.lastGroup, w.lastCommit = len(group), time.Since(begun)
	if stats.Events == 0 {
		return
	}
	lap()
	if w.logSize >= w.logLimit {
		w.checkpoint()
		stats.Checkpoint = lap()
	}
	stats.LogBytes, stats.Waiting = w.logSize, len(w.requests)
	w.store.opts.Observe(stats)
}

// leaf is that of the last event inserted.
func (w *writer) leaf() eventstore.Hash {
	r := w.last
	n := len(r.events) - 1
	e := r.events[n]
	return eventstore.LeafHash(w.store.ledger, eventstore.Event{
		Seq: w.head, Stream: r.stream, Revision: r.expected + eventstore.Revision(n+1),
		ID: e.ID, Type: e.Type, Data: e.Data, Metadata: e.Metadata,
	}, r.stated[n])
}

// notBegun answers a group whose transaction could not begin. That another
// program, an auditor's perhaps, holds SQLite's write lock is no failure:
// nothing was written.
func (w *writer) notBegun(group []*request, err error) {
	if errors.Is(err, sqlite3.BUSY) {
		answerAll(group, fmt.Errorf("another program has held the database for writing for %v, nothing was recorded: %w", busy, err))
		return
	}
	f := w.latch(fmt.Errorf("couldn't begin a transaction: %w", err))
	answerAll(group, fmt.Errorf("nothing was recorded: %w", f))
}

// fail answers a group that may be recorded: the error came when it was on its
// way to the disk.
func (w *writer) fail(group []*request, err error) {
	f := w.latch(err)
	answerAll(group, fmt.Errorf("the events may be recorded: %w", f))
}

func answerAll(group []*request, err error) {
	for _, r := range group {
		r.answer(0, err)
	}
}

// latch ends all appending. The head never moves again.
func (w *writer) latch(err error) *FailedError {
	f := &FailedError{Cause: withCause(w.c, err)}
	w.failed.Store(f)
	w.store.opts.Log.Error("the store takes no more events", slog.Any("cause", f.Cause), slog.Int64("head", int64(w.store.head.get())))
	return f
}
