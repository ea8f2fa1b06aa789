package sqlite

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// closedStore is a directory with a store of n commands, closed.
func closedStore(t *testing.T, n int) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "ledger")
	s := create(t, dir, Options{})
	fill(t, s, 0, n)
	closed(t, s)
	return dir
}

// refused opens a store both ways and wants the same type of error.
func refused[E error](t *testing.T, dir string, says string) (err E) {
	t.Helper()
	for name, how := range map[string]func(context.Context, string, Options) (*Store, error){"Open": Open, "OpenReader": OpenReader} {
		s, got := how(t.Context(), dir, Options{})
		if got == nil {
			s.Close()
			t.Errorf("%s: it opened, want %T", name, err)
			continue
		}
		if !errors.As(got, &err) || !strings.Contains(got.Error(), says) {
			t.Errorf("%s: got error %v (%T), want %T that says %q", name, got, got, err, says)
		}
	}
	return err
}

// A ledger that isn't there, and one that is.
func TestExists(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ledger")
	if ok, err := Exists(dir); ok || err != nil {
		t.Errorf("Exists before Create: got %v, %v", ok, err)
	}
	for _, how := range []func(context.Context, string, Options) (*Store, error){Open, OpenReader} {
		if _, err := how(t.Context(), dir, Options{}); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Open before Create: got %v, want fs.ErrNotExist", err)
		}
	}
	closed(t, create(t, dir, Options{}))
	if ok, err := Exists(dir); !ok || err != nil {
		t.Errorf("Exists after Create: got %v, %v", ok, err)
	}
	if _, err := Create(t.Context(), dir, uuid.New(), Options{}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Create again: got %v, want fs.ErrExist", err)
	}
	if s := open(t, dir, Options{}); s.LedgerID() != testLedger || s.Head() != 0 {
		t.Errorf("got ledger %s at %d, want %s at 0", s.LedgerID(), s.Head(), testLedger)
	}
}

// A directory that was never a ledger is left alone.
func TestNotALedger(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, dbName), bytes.Repeat([]byte("not a database "), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(t.Context(), dir, testLedger, Options{}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Create over a file: got %v, want fs.ErrExist", err)
	}
	refused[*eventstore.CorruptError](t, dir, markName+" is missing")
}

// A second writer is refused at once, in this process as in others, and a
// reader is not.
func TestLock(t *testing.T) {
	dir := closedStore(t, 3)
	first := open(t, dir, Options{})
	begin := time.Now()
	_, err := Open(t.Context(), dir, Options{})
	if locked, ok := errors.AsType[*eventstore.LockedError](err); !ok || locked.Path != filepath.Join(dir, lockName) {
		t.Errorf("a second writer: got %v, want *LockedError", err)
	}
	if took := time.Since(begin); took > time.Second {
		t.Errorf("a second writer was refused after %v, want less than a second", took)
	}
	if _, err := Restore(t.Context(), dir, dir, true); !errors.As(err, new(*eventstore.LockedError)) {
		t.Errorf("a restore beside a writer: got %v, want *LockedError", err)
	}
	r, err := OpenReader(t.Context(), dir, Options{})
	if err != nil {
		t.Fatalf("a reader beside a writer: %v", err)
	}
	closed(t, r)
	closed(t, first)
	closed(t, open(t, dir, Options{}))
}

// What the mark acknowledges and the database does not hold is told.
func TestLost(t *testing.T) {
	t.Run("the database is gone", func(t *testing.T) {
		dir := closedStore(t, 3)
		removeFile(t, dir, dbName)
		lost := refused[*eventstore.LostError](t, dir, "missing")
		if lost != nil && (lost.From != 1 || lost.To != 6) {
			t.Errorf("got %d to %d, want 1 to 6", lost.From, lost.To)
		}
		if _, err := Create(t.Context(), dir, testLedger, Options{}); !errors.Is(err, fs.ErrExist) {
			t.Errorf("Create where a ledger was lost: got %v, want fs.ErrExist", err)
		}
	})
	t.Run("the database is an older copy", func(t *testing.T) {
		dir := closedStore(t, 3)
		old := readFile(t, dir, dbName)
		s := open(t, dir, Options{})
		fill(t, s, 3, 5)
		closed(t, s)
		writeFile(t, dir, dbName, old)
		lost := refused[*eventstore.LostError](t, dir, "ends before them")
		if lost != nil && (lost.From != 7 || lost.To != 9) {
			t.Errorf("got %d to %d, want 7 to 9", lost.From, lost.To)
		}
	})
	t.Run("another event in its place", func(t *testing.T) {
		dir, other := closedStore(t, 3), filepath.Join(t.TempDir(), "other")
		s := create(t, other, Options{})
		fill(t, s, 0, 2)
		if err := appendCommand(s, 5); err != nil { // as long as command 2
			t.Fatal(err)
		}
		closed(t, s)
		writeFile(t, dir, dbName, readFile(t, other, dbName))
		lost := refused[*eventstore.LostError](t, dir, "another event")
		if lost != nil && (lost.From != 6 || lost.To != 6) {
			t.Errorf("got %d to %d, want 6 to 6", lost.From, lost.To)
		}
	})
	t.Run("events were removed from the end of a stream", func(t *testing.T) {
		for _, gone := range []string{"seq = 4", "seq = 1", "seq > 4"} {
			dir := closedStore(t, 3)
			edit(t, dir, "DELETE FROM metadata WHERE "+gone+"; DELETE FROM events WHERE "+gone)
			if _, err := Open(t.Context(), dir, Options{}); !typed(err) {
				t.Errorf("without %s: got %v, want LostError or CorruptError", gone, err)
			}
		}
	})
}

// What stands beside the last events is held to their metadata, and the indexes
// to the tables.
func TestTailIsConsistent(t *testing.T) {
	for _, statement := range []string{
		"UPDATE events SET data = x'00' WHERE seq = 5",
		"UPDATE events SET version = 9 WHERE seq = 5",
		"UPDATE events SET recorded_at = recorded_at + 1 WHERE seq = 5",
		"UPDATE events SET effective_on = NULL WHERE seq = 5",
		"UPDATE events SET revision = 7 WHERE seq = 6",
		"UPDATE metadata SET n = 7 WHERE seq = 5",
		"UPDATE metadata SET command = NULL WHERE seq = 5",
		"UPDATE metadata SET command = x'00' WHERE seq = 5",
		"UPDATE metadata SET stream = 1 WHERE seq = 5",
	} {
		t.Run(statement, func(t *testing.T) {
			dir := closedStore(t, 4)
			edit(t, dir, statement)
			refused[*eventstore.CorruptError](t, dir, "event ")
		})
	}
	// A disk that gives an older page back: its checksum is right.
	for _, index := range []string{"revisions", "metadata_command", "sqlite_autoindex_streams_1"} {
		t.Run("an older page of "+index, func(t *testing.T) {
			dir := closedStore(t, 1)
			old := readFile(t, dir, dbName)
			s := open(t, dir, Options{})
			fill(t, s, 1, 4)
			closed(t, s)
			now := readFile(t, dir, dbName)
			c, err := connect(machine{}, filepath.Join(dir, dbName), reading)
			if err != nil {
				t.Fatal(err)
			}
			root, err := text(c, "SELECT rootpage FROM sqlite_master WHERE name = '"+index+"'")
			shut(c)
			page, atoiErr := strconv.Atoi(root)
			if err != nil || atoiErr != nil {
				t.Fatal(err, atoiErr)
			}
			at := (page - 1) * pageSize
			copy(now[at:at+pageSize], old[at:])
			writeFile(t, dir, dbName, now)
			refused[*eventstore.CorruptError](t, dir, "event ")
		})
	}
}

// The mark of a store is no less than the store itself.
func TestMark(t *testing.T) {
	t.Run("missing", func(t *testing.T) {
		dir := closedStore(t, 3)
		removeFile(t, dir, markName)
		refused[*eventstore.CorruptError](t, dir, "ledger.mark is missing beside ledger.db")
	})
	t.Run("both slots damaged", func(t *testing.T) {
		dir := closedStore(t, 3)
		b := readFile(t, dir, markName)
		b[50] ^= 1
		b[slotSize+50] ^= 1
		writeFile(t, dir, markName, b)
		refused[*eventstore.CorruptError](t, dir, "both slots")
	})
	t.Run("one slot damaged", func(t *testing.T) {
		for slot := range 2 {
			dir := closedStore(t, 3)
			b := readFile(t, dir, markName)
			b[slot*slotSize+50] ^= 1
			writeFile(t, dir, markName, b)
			if _, err := OpenReader(t.Context(), dir, Options{}); !errors.As(err, new(*eventstore.CorruptError)) {
				t.Errorf("OpenReader with slot %d damaged: got %v, want *CorruptError", slot, err)
			}
			var log strings.Builder
			s := open(t, dir, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
			if !strings.Contains(log.String(), "a slot of the mark was damaged") {
				t.Errorf("nobody was told: %q", log.String())
			}
			if s.Head() != 6 {
				t.Errorf("Head: got %d, want 6", s.Head())
			}
			r, err := OpenReader(t.Context(), dir, Options{})
			if err != nil {
				t.Fatalf("OpenReader after the mark was written again: %v", err)
			}
			closed(t, r)
		}
	})
	t.Run("of another ledger", func(t *testing.T) {
		dir, other := closedStore(t, 3), filepath.Join(t.TempDir(), "other")
		s, err := Create(t.Context(), other, uuid.New(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		closed(t, s)
		writeFile(t, dir, markName, readFile(t, other, markName))
		refused[*eventstore.CorruptError](t, dir, "not of one store")
	})
	t.Run("of a later format", func(t *testing.T) {
		dir := closedStore(t, 3)
		b := readFile(t, dir, markName)
		b[15], b[slotSize+15] = '2', '2'
		writeFile(t, dir, markName, b)
		refused[*FormatError](t, dir, "newer than this program")
	})
}

// A database of a later format is told apart from a damaged one, and not
// touched.
func TestLaterFormat(t *testing.T) {
	dir := closedStore(t, 3)
	edit(t, dir, "PRAGMA user_version = 3")
	before := readFile(t, dir, dbName)
	later := refused[*FormatError](t, dir, "newer than this program")
	if later != nil && (later.Found != 3 || later.Known != 2) {
		t.Errorf("got %+v", later)
	}
	if !bytes.Equal(readFile(t, dir, dbName), before) {
		t.Error("the file has changed")
	}
}

// Events that a writer committed and could not acknowledge any more are there
// when the store is opened, and are not shown before.
func TestBeyondTheMark(t *testing.T) {
	dir := closedStore(t, 3)
	before := readFile(t, dir, markName)
	s := open(t, dir, Options{})
	fill(t, s, 3, 5)
	closed(t, s)
	writeFile(t, dir, markName, before)
	r, err := OpenReader(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if wrong, err := everyWay(r, 3); wrong != "" || err != nil {
		t.Errorf("a reader: %s %v, want what the mark acknowledges", wrong, err)
	}
	closed(t, r)
	s = open(t, dir, Options{})
	if wrong, err := everyWay(s, 5); wrong != "" || err != nil {
		t.Errorf("a writer: %s %v", wrong, err)
	}
}

// The files are their owner's alone.
func TestModes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ledger")
	s := create(t, dir, Options{})
	fill(t, s, 0, 1)
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		// The shared memory holds numbers of pages, and the directory is closed.
		if info.Mode().Perm() != 0o600 && !strings.HasSuffix(e.Name(), "-shm") {
			t.Errorf("%s has mode %v, want 0600", e.Name(), info.Mode())
		}
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the directory has mode %v, want 0700 (%v)", info.Mode(), err)
	}
	if size, err := s.Size(); err != nil || size < 4*pageSize {
		t.Errorf("Size: got %d, %v", size, err)
	}
}

// edit changes a database behind the store's back, its checksums kept up.
func edit(t *testing.T, dir, statements string) {
	t.Helper()
	c, err := connect(machine{}, filepath.Join(dir, dbName), writing)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Exec("PRAGMA foreign_keys = OFF; " + statements); err != nil {
		t.Fatal(err)
	}
	if err := settle(machine{}, filepath.Join(dir, dbName), c, nil); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, dir, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func writeFile(t *testing.T, dir, name string, b []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func removeFile(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, name)); err != nil {
		t.Fatal(err)
	}
}
