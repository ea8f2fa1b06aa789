package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// backedUp makes a backup of a ledger and returns where it is.
func backedUp(t *testing.T, dir string) string {
	t.Helper()
	backup := filepath.Join(t.TempDir(), "backup")
	if _, err := Backup(t.Context(), dir, backup); err != nil {
		t.Fatal(err)
	}
	return backup
}

// holdsCommands opens a directory and wants exactly the first n commands.
func holdsCommands(t *testing.T, dir string, n int) *Store {
	t.Helper()
	s := open(t, dir, Options{})
	if wrong, err := everyWay(s, n); wrong != "" || err != nil {
		t.Fatalf("%s %v", wrong, err)
	}
	return s
}

// A backup is a ledger: store and mark, openable, and as far as the source was
// acknowledged.
func TestBackup(t *testing.T) {
	dir := closedStore(t, 7)
	for _, running := range []bool{false, true} {
		if running {
			fill(t, open(t, dir, Options{}), 7, 9)
		}
		backup := filepath.Join(t.TempDir(), "backup")
		seq, err := Backup(t.Context(), dir, backup)
		n := map[bool]int{false: 7, true: 9}[running]
		if err != nil || int(seq) != len(wanted(n)) {
			t.Fatalf("Backup: got %d, %v, want %d", seq, err, len(wanted(n)))
		}
		entries, err := os.ReadDir(filepath.Dir(backup))
		if err != nil || len(entries) != 1 {
			t.Errorf("beside the backup: %v %v, want nothing", entries, err)
		}
		if _, err := Backup(t.Context(), dir, backup); !errors.Is(err, fs.ErrExist) {
			t.Errorf("a second backup in its place: got %v, want fs.ErrExist", err)
		}
		holdsCommands(t, backup, n)
	}
}

// Pages that are still in the write-ahead log have no checksum yet; more of them
// than SQLite keeps in memory get theirs on the way into a backup all the same.
func TestBackupOfALargeLog(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ledger")
	s := create(t, dir, Options{maxLog: 1 << 30, idle: time.Hour})
	const appends = 20
	for i := range appends {
		var events []eventstore.NewEvent
		for n := range 5 {
			events = append(events, storetest.Event(storetest.ID(fmt.Sprint("large ", i)), n, "Happened", bytes.Repeat([]byte{byte('a' + n)}, 100_000)))
		}
		if _, err := s.Append(t.Context(), "large", eventstore.Revision(5*i-1), events); err != nil {
			t.Fatal(err)
		}
	}
	backup := filepath.Join(t.TempDir(), "backup")
	if seq, err := Backup(t.Context(), dir, backup); err != nil || seq != 5*appends {
		t.Fatalf("got %d, %v, want a backup of %d events", seq, err, 5*appends)
	}
	if got := storetest.Check(t, open(t, backup, Options{})); len(got) != 5*appends {
		t.Errorf("the backup holds %d events, want %d", len(got), 5*appends)
	}
}

// While others append, a backup holds a beginning of the log, whole commands
// only, and what was acknowledged when it began.
func TestBackupWhileAppending(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ledger")
	s := create(t, dir, Options{maxLog: 10 * pageSize})
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			stream := eventstore.StreamID(fmt.Sprintf("writer-%d", w))
			for i := 0; ctx.Err() == nil; i++ {
				events := storetest.Events(storetest.ID(fmt.Sprint(w, " ", i)), "Happened", 3)
				if _, err := s.Append(context.Background(), stream, eventstore.Revision(3*i-1), events); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	defer wg.Wait()
	defer stop()
	for range 5 {
		before := s.Head()
		backup := filepath.Join(t.TempDir(), "backup")
		seq, err := Backup(t.Context(), dir, backup)
		if err != nil {
			t.Fatal(err)
		}
		if seq < before || seq%3 != 0 {
			t.Errorf("a backup that began at %d ends at %d, want no less, and whole commands", before, seq)
		}
		b := open(t, backup, Options{})
		if got := storetest.Check(t, b); len(got) != int(seq) {
			t.Errorf("the backup holds %d events, want %d", len(got), seq)
		}
	}
}

// What was committed and is not acknowledged is not in a backup: it may never
// be.
func TestBackupEndsAtTheMark(t *testing.T) {
	dir := closedStore(t, 3)
	mark := readFile(t, dir, markName)
	s := open(t, dir, Options{})
	fill(t, s, 3, 5)
	closed(t, s)
	writeFile(t, dir, markName, mark)
	backup := backedUp(t, dir)
	holdsCommands(t, backup, 3)
	holdsCommands(t, dir, 5)
}

// A damaged page, also one that no query meets, is no backup.
func TestBackupOfDamage(t *testing.T) {
	dir := closedStore(t, 100)
	b := readFile(t, dir, dbName)
	b[len(b)/2+100] ^= 4
	writeFile(t, dir, dbName, b)
	backup := filepath.Join(t.TempDir(), "backup")
	_, err := Backup(t.Context(), dir, backup)
	if !errors.As(err, new(*eventstore.CorruptError)) {
		t.Errorf("got %v, want *CorruptError", err)
	}
	if _, err := os.Stat(backup); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("there is a backup all the same (%v)", err)
	}
}

// Restoring into nothing, over what is behind, over what is lost or damaged,
// and over the very same.
func TestRestore(t *testing.T) {
	source := closedStore(t, 6)
	backup := backedUp(t, source)
	for name, prepare := range map[string]func(t *testing.T, dir string){
		"into nothing": func(t *testing.T, dir string) { os.RemoveAll(dir) },
		"over itself":  func(t *testing.T, dir string) {},
		"over an older one": func(t *testing.T, dir string) {
			os.RemoveAll(dir)
			s := create(t, dir, Options{})
			fill(t, s, 0, 4)
			closed(t, s)
		},
		"over a lost database":    func(t *testing.T, dir string) { removeFile(t, dir, dbName) },
		"over a damaged database": func(t *testing.T, dir string) { writeFile(t, dir, dbName, []byte("rubbish")) },
		"over an unfinished restore": func(t *testing.T, dir string) {
			writeFile(t, dir, restoring, []byte("half"))
			writeFile(t, dir, markRestored, []byte("half"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := closedStore(t, 6)
			prepare(t, dir)
			got, err := Restore(t.Context(), backup, dir, false)
			want := Restored{Ledger: testLedger, Head: eventstore.Seq(len(wanted(6)))}
			if err != nil || got != want {
				t.Fatalf("got %+v, %v, want %+v", got, err, want)
			}
			s := holdsCommands(t, dir, 6)
			if s.LostFrom() != 0 {
				t.Errorf("LostFrom: got %d, want 0", s.LostFrom())
			}
			fill(t, s, 6, 8)
			for _, left := range []string{restoring, restored, markRestored} {
				if _, err := os.Stat(filepath.Join(dir, left)); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s is left over (%v)", left, err)
				}
			}
		})
	}
}

// A restore that gives up acknowledged events is refused until it is accepted;
// then the store says from where, until an event takes the first one's place.
func TestRollback(t *testing.T) {
	dir := closedStore(t, 4)
	backup := backedUp(t, dir)
	s := open(t, dir, Options{})
	fill(t, s, 4, 6)
	closed(t, s)
	kept, all := eventstore.Seq(len(wanted(4))), eventstore.Seq(len(wanted(6)))

	_, err := Restore(t.Context(), backup, dir, false)
	if r, ok := errors.AsType[*RollbackError](err); !ok || r.Backup != kept || r.Mark != all {
		t.Fatalf("not accepted: got %v, want *RollbackError{%d %d}", err, kept, all)
	}
	closed(t, holdsCommands(t, dir, 6)) // nothing has happened

	got, err := Restore(t.Context(), backup, dir, true)
	want := Restored{Ledger: testLedger, Head: kept, LostFrom: kept + 1, LostTo: all}
	if err != nil || got != want {
		t.Fatalf("accepted: got %+v, %v, want %+v", got, err, want)
	}
	for range 2 { // also when it was opened and closed again
		s = holdsCommands(t, dir, 4)
		if s.LostFrom() != kept+1 {
			t.Errorf("LostFrom: got %d, want %d", s.LostFrom(), kept+1)
		}
		closed(t, s)
	}
	// A backup of it says so too, and so does one restored over it.
	again := backedUp(t, dir)
	if got, err := Restore(t.Context(), again, filepath.Join(t.TempDir(), "elsewhere"), false); err != nil || got.LostFrom != kept+1 {
		t.Errorf("a backup of it, restored elsewhere: got %+v, %v", got, err)
	}
	if got, err := Restore(t.Context(), backup, dir, false); err != nil || got.LostFrom != kept+1 {
		t.Errorf("the backup restored again: got %+v, %v", got, err)
	}
	s = holdsCommands(t, dir, 4)
	fill(t, s, 4, 5)
	if s.LostFrom() != 0 {
		t.Errorf("LostFrom after an append: got %d, want 0", s.LostFrom())
	}
	closed(t, s)
	if s = open(t, dir, Options{}); s.LostFrom() != 0 {
		t.Errorf("LostFrom after an append, opened again: got %d, want 0", s.LostFrom())
	}
}

// What is not this ledger, or another history of it, is not overwritten by any
// flag.
func TestRestoreOverAnother(t *testing.T) {
	backup := backedUp(t, closedStore(t, 4))
	other := filepath.Join(t.TempDir(), "other")
	s, err := Create(t.Context(), other, uuid.New(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	if _, err := Restore(t.Context(), backup, other, true); err == nil || !strings.Contains(err.Error(), "of ledger") {
		t.Errorf("over another ledger: got %v", err)
	}
	fork := filepath.Join(t.TempDir(), "fork")
	s = create(t, fork, Options{})
	if err := appendCommand(s, 9); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	if _, err := Restore(t.Context(), backup, fork, true); err == nil || !strings.Contains(err.Error(), "histories differ") {
		t.Errorf("over another history: got %v", err)
	}
	closed(t, open(t, fork, Options{}))
}

// Where the mark can't say how far the ledger went, giving up events must be
// accepted as well.
func TestRestoreOverALostMark(t *testing.T) {
	backup := backedUp(t, closedStore(t, 4))
	for name, spoil := range map[string]func(t *testing.T, dir string){
		"missing": func(t *testing.T, dir string) { removeFile(t, dir, markName) },
		"damaged": func(t *testing.T, dir string) { writeFile(t, dir, markName, []byte("rubbish")) },
		"one slot damaged": func(t *testing.T, dir string) {
			b := readFile(t, dir, markName)
			b[0] ^= 1
			writeFile(t, dir, markName, b)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := closedStore(t, 4)
			spoil(t, dir)
			if _, err := Restore(t.Context(), backup, dir, false); err == nil || !strings.Contains(err.Error(), "must be accepted") {
				t.Errorf("not accepted: got %v", err)
			}
			if _, err := Restore(t.Context(), backup, dir, true); err != nil {
				t.Errorf("accepted: got %v", err)
			}
			holdsCommands(t, dir, 4)
		})
	}
}

// The power goes at every operation of a restore: there is the store as it
// was, or the backup.
func TestPowerCutInRestore(t *testing.T) {
	t.Parallel()
	whole := newSimDisk(t.TempDir())
	t.Cleanup(whole.close)
	s := create(t, simDir, Options{disk: whole})
	fill(t, s, 0, 3)
	if _, err := backUp(t.Context(), whole, simDir, "/backup"); err != nil {
		t.Fatal(err)
	}
	fill(t, s, 3, 5) // it stays open: there is a write-ahead log to get rid of
	states := 1
	if long {
		states = 100
	}
	for at := 1; ; at++ {
		d := whole.clone()
		d.fault = powerCutAt(at, at%2 == 0)
		_, err := restore(t.Context(), d, "/backup", simDir, true)
		over := d.ops < at
		random := newRandom(at)
		for range states {
			after := d.powerCut(random)
			n := restoredOrNot(t, after, at)
			if err == nil && n != 3 {
				t.Fatalf("cut at operation %d: the restore was done, and there are %d commands", at, n)
			}
			after.close()
		}
		d.close()
		if over {
			t.Logf("%d operations", at-1)
			return
		}
	}
}

// restoredOrNot returns how many commands there are.
func restoredOrNot(t *testing.T, d *simDisk, at int) int {
	t.Helper()
	s, err := Open(t.Context(), simDir, Options{disk: d})
	if err != nil {
		t.Fatalf("cut at operation %d: %v", at, err)
	}
	defer s.Close()
	n := 5
	if int(s.Head()) == len(wanted(3)) {
		n = 3
		if s.LostFrom() != s.Head()+1 {
			t.Errorf("cut at operation %d: LostFrom is %d", at, s.LostFrom())
		}
	}
	if wrong, err := everyWay(s, n); wrong != "" || err != nil {
		t.Fatalf("cut at operation %d: %s %v", at, wrong, err)
	}
	return n
}
