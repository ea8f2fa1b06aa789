package sqlite

import (
	"errors"
	"testing"

	"github.com/hubledger/hubledger/eventstore"
)

// downgrade makes a store of format 1 of one of format 2, as it was written
// before there was a table of revisions.
const downgrade = `BEGIN IMMEDIATE;
DROP TABLE revisions;
CREATE UNIQUE INDEX events_revision ON events (stream, revision);
ALTER TABLE ledger RENAME TO former;
CREATE TABLE ledger (
	id BLOB NOT NULL,
	format INTEGER NOT NULL
);
INSERT INTO ledger SELECT id, 1 FROM former;
DROP TABLE former;
PRAGMA user_version = 1;
COMMIT`

// former is a disk with a store of format 1 that holds n commands.
func former(t *testing.T, n int) *simDisk {
	t.Helper()
	d := newSimDisk(t.TempDir())
	t.Cleanup(d.close)
	s := create(t, simDir, Options{disk: d})
	fill(t, s, 0, n)
	closed(t, s)
	c, err := connect(d, s.path(dbName), writing)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(c.Exec(downgrade), c.Exec("PRAGMA wal_checkpoint(TRUNCATE)"), shut(c)); err != nil {
		t.Fatal(err)
	}
	return d
}

// A store of the format before is brought to the present one when it is opened
// for writing; until then a reader says what is to be done.
func TestUpgrade(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7} { // no step, a part of one, several
		d := former(t, n)
		var earlier *FormatError
		if _, err := OpenReader(t.Context(), simDir, Options{disk: d}); !errors.As(err, &earlier) || earlier.Found != 1 {
			t.Errorf("opened for reading: got %v", err)
		}
		s, err := Open(t.Context(), simDir, Options{disk: d, indexStep: 3})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := ask(t, s, "SELECT count(*) FROM revisions"), ask(t, s, "SELECT count(*) / 3 * 3 FROM events"); got != want {
			t.Errorf("%d commands: %s events are indexed, not %s", n, got, want)
		}
		fill(t, s, n, n+4)
		if wrong, err := everyWay(s, n+4); wrong != "" || err != nil {
			t.Errorf("%d commands: %s %v", n, wrong, err)
		}
		closed(t, s)
		beside, err := OpenReader(t.Context(), simDir, Options{disk: d})
		if err != nil {
			t.Fatal(err)
		}
		closed(t, beside)
	}
}

// The power goes at every operation of an upgrade: the store is whole, of
// either format.
func TestPowerCutInUpgrade(t *testing.T) {
	t.Parallel()
	const commands = 5
	whole := former(t, commands)
	for at := 1; ; at++ {
		d := whole.clone()
		d.fault = powerCutAt(at, at%2 == 0)
		s, err := Open(t.Context(), simDir, Options{disk: d, indexStep: 3})
		if err == nil {
			s.Close()
		}
		over := d.ops < at
		after := d.powerCut(newRandom(at))
		d.close()
		again, err := Open(t.Context(), simDir, Options{disk: after, indexStep: 3})
		if err != nil {
			t.Fatalf("cut at operation %d: %v", at, err)
		}
		if wrong, err := everyWay(again, commands); wrong != "" || err != nil {
			t.Fatalf("cut at operation %d: %s %v", at, wrong, err)
		}
		if again.Head() != eventstore.Seq(len(wanted(commands))) {
			t.Fatalf("cut at operation %d: the head is %d", at, again.Head())
		}
		closed(t, again)
		after.close()
		if over {
			t.Logf("%d operations", at-1)
			return
		}
	}
}
