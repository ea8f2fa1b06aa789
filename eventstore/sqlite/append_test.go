package sqlite

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// slowDisk is a store on a disk whose next sync of the write-ahead log waits
// until it is let go.
type slowDisk struct {
	*Store
	disk    *simDisk
	syncing chan struct{} // a sync has begun
	letGo   chan error    // and ends with this
}

func onSlowDisk(t *testing.T, opts Options) *slowDisk {
	d := newSimDisk(t.TempDir())
	t.Cleanup(d.close)
	opts.disk = d
	s := &slowDisk{Store: create(t, simDir, opts), disk: d, syncing: make(chan struct{}), letGo: make(chan error)}
	once := sync.Once{}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fault = func(_ int, kind, path string) (err error, _ bool) {
		if kind == "sync" && path == simDir+"/"+dbName+"-wal" {
			once.Do(func() {
				d.mu.Unlock()
				close(s.syncing)
				err = <-s.letGo
				d.mu.Lock()
			})
		}
		return err, true
	}
	return s
}

// one is an append of one event of a command of its own.
func one(name string) []eventstore.NewEvent {
	return storetest.Events(storetest.ID(name), "Happened", 1)
}

// behind appends while the store is held up by an append before, and returns
// its error when it is let go.
func (s *slowDisk) behind(t *testing.T, appends map[string]func() error) map[string]error {
	t.Helper()
	var wg sync.WaitGroup
	var mu sync.Mutex
	errs := map[string]error{}
	run := func(name string, f func() error) {
		wg.Go(func() {
			err := f()
			mu.Lock()
			defer mu.Unlock()
			errs[name] = err
		})
	}
	run("first", func() error {
		_, err := s.Append(context.Background(), "first", eventstore.NoStream, one("first"))
		return err
	})
	<-s.syncing
	for name, f := range appends {
		run(name, f)
	}
	for len(s.writer.requests) < len(appends) {
		time.Sleep(time.Millisecond)
	}
	s.letGo <- nil
	wg.Wait()
	return errs
}

// Those who wait while a commit is under way share the next one, and each is
// judged by what precedes it in the group: a conflict, a duplicate and a
// refused append leave the others as they are.
func TestGroup(t *testing.T) {
	var commits []Commit
	s := onSlowDisk(t, Options{Observe: func(c Commit) { commits = append(commits, c) }})
	ctx := t.Context()
	appends := map[string]func() error{}
	for i := range 20 {
		appends[fmt.Sprint("same stream ", i)] = func() error {
			_, err := s.Append(ctx, "contended", eventstore.NoStream, one(fmt.Sprint("contended ", i)))
			return err
		}
		appends[fmt.Sprint("same command ", i)] = func() error {
			_, err := s.Append(ctx, "repeated", eventstore.NoStream, one("repeated"))
			return err
		}
		appends[fmt.Sprint("alone ", i)] = func() error {
			_, err := s.Append(ctx, eventstore.StreamID(fmt.Sprint("alone-", i)), eventstore.NoStream, one("alone"))
			return err
		}
	}
	ok, conflicts, duplicates := 0, 0, 0
	for name, err := range s.behind(t, appends) {
		conflict, isConflict := errors.AsType[*eventstore.ConflictError](err)
		_, isDuplicate := errors.AsType[*eventstore.DuplicateError](err)
		switch {
		case err == nil:
			ok++
		case isConflict && conflict.Stream == "contended" && conflict.Actual == 0:
			conflicts++
		case isDuplicate:
			duplicates++
		default:
			t.Errorf("%s: %v", name, err)
		}
	}
	if ok != 23 || conflicts != 19 || duplicates != 19 {
		t.Errorf("got %d recorded, %d conflicts, %d duplicates, want 23, 19, 19", ok, conflicts, duplicates)
	}
	closed(t, s.Store)
	if len(commits) != 2 || commits[1].Appends != 22 || commits[1].Refused != 38 || commits[1].Events != 22 {
		t.Errorf("got commits %+v, want the second with 22 appends and 38 refused", commits)
	}
	storetest.Check(t, open(t, simDir, Options{disk: s.disk}))
}

// An append whose context ends while it waits is not recorded; one whose
// context ends while it is written says that it may be.
func TestContextEnds(t *testing.T) {
	s := onSlowDisk(t, Options{})
	ctx, cancel := context.WithCancel(t.Context())
	first, second := make(chan error), make(chan error)
	go func() {
		_, err := s.Append(ctx, "first", eventstore.NoStream, one("first"))
		first <- err
	}()
	<-s.syncing
	go func() {
		_, err := s.Append(ctx, "second", eventstore.NoStream, one("second"))
		second <- err
	}()
	for len(s.writer.requests) == 0 {
		time.Sleep(time.Millisecond)
	}
	cancel()
	for name, answer := range map[string]chan error{"the append under way": first, "the append that waits": second} {
		if err := <-answer; !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got %v, want context.Canceled", name, err)
		}
	}
	s.letGo <- nil
	closed(t, s.Store)
	s.Store = open(t, simDir, Options{disk: s.disk})
	for stream, want := range map[eventstore.StreamID]bool{"first": true, "second": false} {
		if _, ok, err := s.Last(t.Context(), stream); ok != want || err != nil {
			t.Errorf("recorded in %s: got %v, %v, want %v", stream, ok, err, want)
		}
	}
	storetest.Check(t, s.Store)
}

// Who waits for room in the queue is let go by its context, and takes no room
// with it.
func TestContextEndsBeforeTheQueue(t *testing.T) {
	s := onSlowDisk(t, Options{})
	large := func(i int) (eventstore.StreamID, []eventstore.NewEvent) {
		e := storetest.Event(storetest.ID(fmt.Sprint("large ", i)), 0, "Happened", make([]byte, eventstore.MaxAppend-1000))
		return eventstore.StreamID(fmt.Sprint("large-", i)), []eventstore.NewEvent{e}
	}
	const fits = maxWaitingBytes / eventstore.MaxAppend // and the first beside them
	appends := map[string]func() error{}
	for i := range fits {
		appends[fmt.Sprint(i)] = func() error {
			stream, events := large(i)
			_, err := s.Append(t.Context(), stream, eventstore.NoStream, events)
			return err
		}
	}
	appends["the last"] = func() error {
		for len(s.writer.requests) < fits {
			time.Sleep(time.Millisecond)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		stream, events := large(fits + 1)
		if _, err := s.Append(ctx, stream, eventstore.NoStream, events); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("without room: got %v, want context.DeadlineExceeded", err)
		}
		return s.writer.enqueue(t.Context(), newRequest("afterwards", eventstore.NoStream, one("afterwards")))
	}
	for name, err := range s.behind(t, appends) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	closed(t, s.Store)
	if !s.writer.room.TryAcquire(maxWaitingBytes) {
		t.Error("room is still taken when nobody waits")
	}
	if got, want := int(s.Head()), fits+2; got != want {
		t.Errorf("Head: got %d, want %d", got, want)
	}
}

// Those who share a commit that fails are all told, with the cause, and those
// who wait behind it that nothing was recorded.
func TestFailure(t *testing.T) {
	s := onSlowDisk(t, Options{})
	ctx := t.Context()
	first, second := make(chan error), make(chan error)
	go func() {
		_, err := s.Append(ctx, "first", eventstore.NoStream, one("first"))
		first <- err
	}()
	<-s.syncing
	go func() {
		_, err := s.Append(ctx, "second", eventstore.NoStream, one("second"))
		second <- err
	}()
	for len(s.writer.requests) == 0 {
		time.Sleep(time.Millisecond)
	}
	s.letGo <- syscall.EIO
	for name, answer := range map[string]chan error{"the append under way": first, "the append behind it": second} {
		err := <-answer
		if _, ok := errors.AsType[*FailedError](err); !ok || !errors.Is(err, syscall.EIO) {
			t.Errorf("%s: got %v, want *FailedError with its cause", name, err)
		}
	}
	if err := s.Failed(); !errors.Is(err, syscall.EIO) {
		t.Errorf("Failed: got %v, want its cause", err)
	}
	if s.Head() != 0 {
		t.Errorf("Head: got %d, want 0", s.Head())
	}
	short, cancel := context.WithTimeout(ctx, 10*time.Millisecond)
	defer cancel()
	if seq, err := s.Wait(short, 0); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Wait: got %d, %v, want nothing to come", seq, err)
	}
}

// While another program holds SQLite's write lock, appends wait for it. Held
// too long, they are told that nothing was recorded, and nothing has failed for
// good.
func TestAnotherProgramWrites(t *testing.T) {
	t.Parallel()
	for _, held := range []time.Duration{50 * time.Millisecond, busy + 500*time.Millisecond} {
		t.Run(held.String(), func(t *testing.T) {
			t.Parallel()
			dir := closedStore(t, 2)
			s := open(t, dir, Options{})
			other, err := connect(machine{}, filepath.Join(dir, dbName), writing)
			if err != nil {
				t.Fatal(err)
			}
			if err := other.Exec("BEGIN IMMEDIATE"); err != nil {
				t.Fatal(err)
			}
			released := make(chan error)
			time.AfterFunc(held, func() { released <- other.Exec("ROLLBACK") })
			err = appendCommand(s, 2)
			if long := held > busy; errors.Is(err, sqlite3.BUSY) != long || !long && err != nil {
				t.Errorf("Append: got %v", err)
			}
			if err := <-released; err != nil {
				t.Error(err)
			}
			if err := shut(other); err != nil {
				t.Error(err)
			}
			if err := s.Failed(); err != nil {
				t.Errorf("Failed: %v", err)
			}
			if err != nil {
				fill(t, s, 2, 3)
			}
			if wrong, err := everyWay(s, 3); wrong != "" || err != nil {
				t.Errorf("%s %v", wrong, err)
			}
		})
	}
}

// An auditor who reads on and on in a transaction of their own keeps the
// write-ahead log from being emptied, and nobody from appending, closing and
// opening.
func TestAnotherProgramReads(t *testing.T) {
	dir := closedStore(t, 2)
	s := open(t, dir, Options{maxLog: smallLog, idle: time.Millisecond})
	other, err := sqlite3.OpenFlags(filepath.Join(dir, dbName), sqlite3.OPEN_READONLY)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(other)
	if err := other.Exec("BEGIN; SELECT count(*) FROM events"); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	for i := 2; i < 12; i++ {
		fill(t, s, i, i+1)
		time.Sleep(2 * time.Millisecond) // for the log to be emptied, in vain
	}
	closed(t, s)
	s = holdsCommands(t, dir, 12)
	if took := time.Since(begin); took > busy {
		t.Errorf("it took %v", took)
	}
	if got, err := text(other, "SELECT count(*) FROM events"); got != fmt.Sprint(len(wanted(2))) || err != nil {
		t.Errorf("the auditor's snapshot: got %s events, %v", got, err)
	}
	if err := other.Exec("COMMIT"); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
}

// A second writer that the lock did not keep out is found out by the first
// event that both would be.
func TestSecondWriterIsFoundOut(t *testing.T) {
	dir := closedStore(t, 2)
	s := open(t, dir, Options{})
	edit := func(statements string) {
		c, err := connect(machine{}, filepath.Join(dir, dbName), writing)
		if err != nil {
			t.Fatal(err)
		}
		defer shut(c)
		if err := c.Exec(statements); err != nil {
			t.Fatal(err)
		}
	}
	edit("INSERT INTO events (seq, stream, revision, id, type, data) VALUES (4, 1, 77, x'00', 'intruder', x'')")
	err := appendCommand(s, 2)
	if _, ok := errors.AsType[*FailedError](err); !ok || !errors.Is(err, sqlite3.CONSTRAINT) {
		t.Errorf("got %v, want *FailedError of a constraint", err)
	}
}

// Large appends and many of them keep within what may wait, and all are
// recorded.
func TestManyLargeAppends(t *testing.T) {
	s := create(t, filepath.Join(t.TempDir(), "ledger"), Options{})
	var wg sync.WaitGroup
	for i := range 48 {
		wg.Go(func() {
			e := storetest.Event(storetest.ID(fmt.Sprint("large ", i)), 0, "Happened", make([]byte, eventstore.MaxAppend-1000))
			if _, err := s.Append(t.Context(), eventstore.StreamID(fmt.Sprint("large-", i)), eventstore.NoStream, []eventstore.NewEvent{e}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	n := 0
	for e, err := range s.ReadAll(t.Context(), 0, eventstore.Whole) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; int(e.Seq) != n || len(e.Data) != eventstore.MaxAppend-1000 {
			t.Errorf("event %d: got seq %d with %d bytes", n, e.Seq, len(e.Data))
		}
	}
	if n != 48 {
		t.Errorf("got %d events, want 48", n)
	}
}

// The write-ahead log stays small while events come, also with readers, is
// empty after a while without any, and gone after Close.
func TestLogStaysSmall(t *testing.T) {
	d := newSimDisk(t.TempDir())
	t.Cleanup(d.close)
	const limit = 10 * pageSize
	s := create(t, simDir, Options{disk: d, maxLog: limit, idle: 200 * time.Millisecond})
	logSize := func() int64 {
		size, _, _ := d.size(simDir + "/" + dbName + "-wal")
		return size
	}
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for ctx.Err() == nil {
				for range s.ReadAll(ctx, 0, eventstore.WithoutMetadata) {
				}
			}
		})
	}
	for i := range 300 {
		if err := appendCommand(s, i); err != nil {
			t.Fatal(err)
		}
		if size := logSize(); size > 8*limit {
			t.Fatalf("after %d appends the write-ahead log has %d bytes", i+1, size)
		}
	}
	if logSize() == 0 {
		t.Error("the write-ahead log is empty while events come: the test shows nothing")
	}
	for begin := time.Now(); logSize() > 0; time.Sleep(10 * time.Millisecond) {
		if time.Since(begin) > 10*time.Second {
			t.Fatalf("without appends the write-ahead log still has %d bytes", logSize())
		}
	}
	stop()
	wg.Wait()
	fill(t, s, 300, 302)
	closed(t, s)
	if size, ok, _ := d.size(simDir + "/" + dbName + "-wal"); ok {
		t.Errorf("after Close there is a write-ahead log of %d bytes", size)
	}
}

// A stream that is met for the first time behind appends of its own group is
// judged by all its events, also where those before fill a step that is not in
// the index of revisions yet.
func TestAStreamMetInTheMiddleOfAGroup(t *testing.T) {
	dir := t.TempDir()
	s := create(t, dir, Options{})
	for i := range 2 {
		if _, err := s.Append(t.Context(), "met", eventstore.Revision(i-1), one(fmt.Sprint("before ", i))); err != nil {
			t.Fatal(err)
		}
	}
	closed(t, s)
	c, err := connect(machine{}, filepath.Join(dir, dbName), writing)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(c)
	var in tables
	if err := errors.Join(in.open(c, 2), in.begin.Exec()); err != nil {
		t.Fatal(err)
	}
	answers, err := in.insert([]*request{
		newRequest("other", eventstore.NoStream, append(one("a"), one("b")...)), newRequest("met", 1, one("after")),
	}, &Commit{})
	if err := errors.Join(err, in.commit.Exec()); err != nil {
		t.Fatal(err)
	}
	for i, want := range []eventstore.Seq{3, 5} {
		if got := answers[i]; got.err != nil || got.first != want {
			t.Errorf("append %d: got seq %d, %v, want seq %d", i, got.first, got.err, want)
		}
	}
}
