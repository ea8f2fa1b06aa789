package sqlite

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// A reader beside a writer sees what is acknowledged, in order, wakes when
// there is more, and takes no event itself.
func TestReaderFollows(t *testing.T) {
	dir := closedStore(t, 2)
	w := open(t, dir, Options{})
	r, err := OpenReader(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := r.Append(t.Context(), "hub-QE1", 0, one("one")); !errors.Is(err, eventstore.ErrReadOnly) {
		t.Errorf("Append: got %v, want ErrReadOnly", err)
	}
	if r.Failed() != nil || r.LostFrom() != 0 || r.LedgerID() != testLedger {
		t.Errorf("got %v, %d, %s", r.Failed(), r.LostFrom(), r.LedgerID())
	}
	const commands = 30
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var wg sync.WaitGroup
	wg.Go(func() {
		want := wanted(commands)
		for e, err := range eventstore.Subscribe(ctx, r, 0, eventstore.Whole) {
			if err != nil {
				t.Errorf("the reader ended with %v", err)
				return
			}
			if !same(e, want[e.Seq-1]) {
				t.Errorf("got %+v, want %+v", e, want[e.Seq-1])
			}
			if int(e.Seq) == len(want) {
				return
			}
		}
	})
	fill(t, w, 2, commands)
	wg.Wait()
	if wrong, err := everyWay(r, commands); wrong != "" || err != nil {
		t.Errorf("%s %v", wrong, err)
	}
	storetest.Check(t, r)
}

// A reader does not keep a writer from starting, restarting or closing, and is
// told when the ledger under it was replaced.
func TestReaderOfAReplacedLedger(t *testing.T) {
	dir := closedStore(t, 4)
	r, err := OpenReader(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for i := range 3 {
		s := open(t, dir, Options{})
		fill(t, s, 4+i, 5+i)
		closed(t, s)
		if wrong, err := everyWay(r, 5+i); wrong != "" || err != nil {
			t.Fatalf("%s %v", wrong, err)
		}
	}
	backup := backedUp(t, dir)
	if _, err := Restore(t.Context(), backup, dir, false); err != nil {
		t.Fatal(err)
	}
	if _, err := readAll(r); err == nil || !strings.Contains(err.Error(), "was replaced") {
		t.Errorf("a read of the old files: got %v", err)
	}
	if _, err := r.Wait(t.Context(), r.Head()); err == nil || !strings.Contains(err.Error(), "was replaced") {
		t.Errorf("Wait on the old files: got %v", err)
	}
}

// A hole in the log, an index that leads elsewhere and metadata that is gone
// are damage, not the end of a read.
func TestReadsFindHoles(t *testing.T) {
	const commands = 400 // beyond what is examined at a start
	base := closedStore(t, commands)
	db, mark := readFile(t, base, dbName), readFile(t, base, markName)
	ctx := t.Context()
	collect := func(read func(yield func(eventstore.Event, error) bool)) (n int, err error) {
		for _, err := range read {
			if err != nil {
				return n, err
			}
			n++
		}
		return n, nil
	}
	for statement, reads := range map[string]map[string]bool{ // which reads must find it
		"DELETE FROM events WHERE seq = 100":                           {"all": true, "bare": true, "stream": true},
		"DELETE FROM metadata WHERE seq = 100":                         {"all": true, "stream": true},
		"UPDATE events SET revision = revision + 1000 WHERE seq = 100": {"stream": true},
		"UPDATE events SET id = x'00' WHERE seq = 100":                 {"all": true, "bare": true, "stream": true, "find": true},
		"UPDATE events SET stream = 77 WHERE seq = 100":                {"all": true, "bare": true, "find": true, "stream": true},
		"UPDATE streams SET id = 9 WHERE id = 2":                       {"all": true, "bare": true},
	} {
		t.Run(statement, func(t *testing.T) {
			dir := t.TempDir()
			writeFile(t, dir, dbName, db)
			writeFile(t, dir, markName, mark)
			edit(t, dir, statement)
			s, err := Open(ctx, dir, Options{})
			if err != nil {
				if !typed(err) {
					t.Errorf("refused without saying what is wrong: %v", err)
				}
				return
			}
			defer s.Close()
			hurt := wanted(commands)[99]
			_, all := collect(s.ReadAll(ctx, 0, eventstore.Whole))
			_, bare := collect(s.ReadAll(ctx, 0, eventstore.WithoutMetadata))
			_, stream := collect(s.ReadStream(ctx, hurt.Stream, eventstore.NoStream, eventstore.Whole))
			_, find := s.Find(ctx, hurt.Stream, eventstore.ParseStated(hurt.Metadata).Command)
			for name, err := range map[string]error{"all": all, "bare": bare, "stream": stream, "find": find} {
				if reads[name] && !errors.As(err, new(*eventstore.CorruptError)) {
					t.Errorf("%s: got %v, want *CorruptError", name, err)
				}
			}
		})
	}
}

// A read without metadata does not touch the table that holds it.
func TestWithoutMetadata(t *testing.T) {
	dir := closedStore(t, 200)
	s := open(t, dir, Options{})
	for _, query := range []string{"all", "stream"} {
		plan := ""
		err := s.pool.with(t.Context(), func(r *reader) error {
			stmt := r.all
			if query == "stream" {
				stmt = r.stream
			}
			p, _, err := r.c.Prepare("EXPLAIN QUERY PLAN " + stmt.SQL())
			if err != nil {
				return err
			}
			defer p.Close()
			for p.Step() {
				plan += p.ColumnText(3) + "\n"
			}
			return p.Err()
		})
		if err != nil || plan == "" || strings.Contains(plan, "metadata") || strings.Contains(plan, " m ") {
			t.Errorf("%s: %v\n%s", query, err, plan)
		}
	}
}

// Queries are answered by the indexes meant for them; none sorts, or scans more
// than the one row of table ledger.
func TestQueryPlans(t *testing.T) {
	s := open(t, closedStore(t, 3), Options{})
	err := s.pool.with(t.Context(), func(r *reader) error {
		for name, stmt := range map[string]*sqlite3.Stmt{
			"all": r.all, "allWhole": r.allWhole, "stream": r.stream, "streamWhole": r.streamWhole, "lastIndexed": r.lastIndexed, "lastAfter": r.lastAfter,
			"streamID": r.streamID, "streamsAfter": r.streamsAfter, "atRevision": r.atRevision, "ofCommand": r.ofCommand, "atCommand": r.atCommand,
			"isTaken": nil,
		} {
			query := ""
			if stmt != nil {
				query = stmt.SQL()
			} else {
				query = s.writer.isTaken.SQL()
			}
			p, _, err := r.c.Prepare("EXPLAIN QUERY PLAN " + query)
			if err != nil {
				return err
			}
			for p.Step() {
				step := p.ColumnText(3)
				union := slices.Contains([]string{"COMPOUND QUERY", "LEFT-MOST SUBQUERY", "UNION ALL"}, step) || strings.HasPrefix(step, "SCALAR SUBQUERY")
				if !union && !strings.HasPrefix(step, "SEARCH") && step != "SCAN ledger" {
					t.Errorf("%s: %s", name, step)
				}
			}
			if err := p.Close(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A sequence may be ranged over more than once, and is the same each time.
func TestReadAgain(t *testing.T) {
	s := open(t, closedStore(t, 20), Options{})
	for name, read := range map[string]iter.Seq2[eventstore.Event, error]{
		"ReadAll":    s.ReadAll(t.Context(), 3, eventstore.Whole),
		"ReadStream": s.ReadStream(t.Context(), "hub-QE1", 2, eventstore.Whole),
	} {
		var before []eventstore.Event
		for range 3 {
			var got []eventstore.Event
			for e, err := range read {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, e)
			}
			if len(got) == 0 || before != nil && differ(got, before) != "" {
				t.Errorf("%s again: got %d events, %s", name, len(got), differ(got, before))
			}
			before = got
		}
	}
}

// Many iterate at once, more than there are connections, and appends go on
// inside the loops: a consumer holds nothing while it works.
func TestConsumersHoldNothing(t *testing.T) {
	d := newSimDisk(t.TempDir())
	t.Cleanup(d.close)
	s := create(t, simDir, Options{disk: d})
	fill(t, s, 0, 30)
	var nested func(depth int)
	nested = func(depth int) {
		for e, err := range s.ReadAll(t.Context(), 0, eventstore.Whole) {
			if err != nil {
				t.Fatal(err)
			}
			if e.Seq == 10 {
				if depth > 0 {
					nested(depth - 1)
				} else {
					fill(t, s, 30, 31)
				}
				break
			}
		}
	}
	nested(3 * maxReaders)
	if wrong, err := everyWay(s, 31); wrong != "" || err != nil {
		t.Errorf("%s %v", wrong, err)
	}
}

// The file is an ordinary SQLite database: any program reads it, and finds
// what the README says.
func TestOrdinaryTools(t *testing.T) {
	dir := closedStore(t, 12)
	c, err := sqlite3.Open(filepath.Join(dir, dbName)) // its own VFS, no settings of ours
	if err != nil {
		t.Fatal(err)
	}
	defer shut(c)
	for query, want := range map[string]string{
		"PRAGMA integrity_check":                                                "ok",
		"PRAGMA foreign_key_check":                                              "",
		"PRAGMA application_id":                                                 fmt.Sprint(applicationID),
		"PRAGMA user_version":                                                   "2",
		"PRAGMA page_size":                                                      fmt.Sprint(pageSize),
		"SELECT count(*) FROM events":                                           fmt.Sprint(len(wanted(12))),
		"SELECT hex(id) FROM ledger":                                            strings.ToUpper(strings.ReplaceAll(testLedger.String(), "-", "")),
		"SELECT rowid FROM events WHERE seq = 7":                                "7",
		"SELECT typeof(data) FROM events WHERE seq = 7":                         "blob",
		"SELECT id FROM log WHERE seq = 7":                                      wanted(12)[6].ID.String(),
		"SELECT stream FROM log WHERE seq = 7":                                  string(wanted(12)[6].Stream),
		"SELECT event FROM log WHERE seq = 7":                                   string(wanted(12)[6].Data),
		"SELECT envelope FROM log WHERE seq = 7":                                string(wanted(12)[6].Metadata),
		"SELECT recorded_at FROM log WHERE seq = 7":                             wanted(12)[6].RecordedAt.Format(eventstore.InstantLayout),
		"SELECT effective_on FROM log WHERE seq = 7":                            wanted(12)[6].EffectiveOn,
		"SELECT group_concat(name) FROM (SELECT name FROM streams ORDER BY id)": "hub-QE0,hub-QE1,hub-QE2",
		`SELECT group_concat(m.name) FROM sqlite_master m, pragma_table_xinfo(m.name) c WHERE c.name = 'data'`: "events",
	} {
		if got, err := text(c, query); got != want || err != nil {
			t.Errorf("%s: got %q, %v, want %q", query, got, err, want)
		}
	}
	command := eventstore.ParseStated(wanted(12)[6].Metadata).Command
	if got, _ := text(c, "SELECT command FROM log WHERE seq = 7"); got != command.String() {
		t.Errorf("log.command: got %s, want %s", got, command)
	}
}

// Every connection has the settings that durability rests on.
func TestSettings(t *testing.T) {
	s := open(t, closedStore(t, 1), Options{})
	check := func(name string, c *sqlite3.Conn, queryOnly string) {
		for pragma, want := range map[string]string{
			"synchronous": "3", "journal_mode": "wal", "trusted_schema": "0", "cell_size_check": "1", "foreign_keys": "1",
			"checksum_verification": "1", "query_only": queryOnly, "locking_mode": "normal",
		} {
			if got, err := text(c, "PRAGMA "+pragma); got != want || err != nil {
				t.Errorf("%s: %s is %q, %v, want %s", name, pragma, got, err, want)
			}
		}
	}
	check("writer", s.writer.c, "0")
	if err := s.pool.with(t.Context(), func(r *reader) error {
		check("reader", r.c, "1")
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := (setting{"synchronous", "OFF", "3"}).apply(s.writer.c); err == nil {
		t.Error("a setting that did not take effect was accepted")
	}
	for version, want := range map[string]bool{"3.51.2": false, "3.51.3": true, "3.52": true, "4.0.0": true, "3.7.17": false, "": false, "3.51": false} {
		if got := atLeast(version, 3, 51, 3); got != want {
			t.Errorf("version %q: got %v, want %v", version, got, want)
		}
	}
}
