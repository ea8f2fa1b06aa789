package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/hubledger/hubledger/eventstore"
)

// The names of the files in a store's directory.
const (
	dbName       = "ledger.db"
	markName     = "ledger.mark"
	lockName     = "ledger.lock"
	creating     = "ledger.creating"
	markCreating = "ledger.mark.creating"
	restoring    = "ledger.restoring"
	restored     = "ledger.restored"
	markRestored = "ledger.mark.restored"
)

const (
	format        = 2          // of the database
	applicationID = 0x48554C47 // HULG
	pageSize      = 8192
	checksumSize  = 8 // last bytes of each page

	// indexStep is how many events enter the index of revisions at once. One by
	// one they would touch a page for each stream that a commit appends to,
	// which was half of what a commit wrote.
	indexStep = 512
)

// schema is the database of format 2. Only events has a column named data. The
// table revisions is the index of events by stream and revision, up to the last
// whole step; the events after it, fewer than a step, are found by looking at
// each. The view is for people, and nothing here reads it.
var schema = ledgerTable + `
CREATE TABLE streams (
	id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE
);
CREATE TABLE events (
	seq INTEGER PRIMARY KEY,
	stream INTEGER NOT NULL REFERENCES streams,
	revision INTEGER NOT NULL,
	id BLOB NOT NULL,
	type TEXT NOT NULL,
	version INTEGER,
	recorded_at INTEGER,
	effective_on TEXT,
	data BLOB NOT NULL
);
` + revisionsTable + `
CREATE TABLE metadata (
	seq INTEGER PRIMARY KEY REFERENCES events,
	stream INTEGER NOT NULL,
	command BLOB,
	n INTEGER,
	again INTEGER NOT NULL DEFAULT 0,
	bytes BLOB NOT NULL
);
CREATE UNIQUE INDEX metadata_command ON metadata (command, stream, n, again) WHERE command IS NOT NULL;
CREATE VIEW log AS SELECT
	e.seq,
	s.name AS stream,
	e.revision,
	` + uuidText("e.id") + ` AS id,
	e.type,
	e.version,
	strftime('%Y-%m-%dT%H:%M:%S', (e.recorded_at - ` + microsecond + `) / 1000000, 'unixepoch')
		|| printf('.%06dZ', ` + microsecond + `) AS recorded_at,
	e.effective_on,
	` + uuidText("m.command") + ` AS command,
	m.n,
	CAST(e.data AS TEXT) AS event,
	CAST(m.bytes AS TEXT) AS envelope
FROM events e JOIN streams s ON s.id = e.stream LEFT JOIN metadata m ON m.seq = e.seq;
`

const (
	ledgerTable = `
CREATE TABLE ledger (
	id BLOB NOT NULL,
	format INTEGER NOT NULL,
	step INTEGER NOT NULL
);`
	revisionsTable = `
CREATE TABLE revisions (
	stream INTEGER NOT NULL,
	revision INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	PRIMARY KEY (stream, revision)
) WITHOUT ROWID;`

	// indexed is the last event that the index of revisions holds.
	indexed = "(SELECT (SELECT max(seq) FROM events) / step * step FROM ledger)"
	// indexEvents puts events into the index: after, upTo.
	indexEvents = "INSERT INTO revisions (stream, revision, seq) SELECT stream, revision, seq FROM events WHERE seq > ?1 AND seq <= ?2 ORDER BY stream, revision"
)

// microsecond of an event's second, also before 1970.
const microsecond = "(e.recorded_at % 1000000 + 1000000) % 1000000"

// uuidText is the SQL of a column's 16 bytes as the text of a UUID.
func uuidText(column string) string {
	part := func(from, length int) string {
		return fmt.Sprintf("substr(lower(hex(%s)), %d, %d)", column, from, length)
	}
	return "CASE WHEN " + column + " IS NOT NULL THEN " +
		strings.Join([]string{part(1, 8), part(9, 4), part(13, 4), part(17, 4), part(21, 12)}, " || '-' || ") + " END"
}

// Offsets in the first page of an SQLite database, and what stands there.
const (
	sqliteMagic     = "SQLite format 3\x00"
	offPageSize     = 16 // 2 bytes
	offWriteVersion = 18 // 2 is write-ahead logging
	offReadVersion  = 19
	offReserved     = 20
	offUserVersion  = 60 // 4 bytes
)

// checkHeader looks at the first bytes of ledger.db before SQLite does. A
// database whose reserved bytes are not 8 has no checksums, so that one changed
// bit there would leave all others unseen. It returns the format that the file
// is of as long as no write-ahead log says otherwise.
func checkHeader(d disk, path string) (found int, err error) {
	f, err := d.open(path, os.O_RDONLY)
	if err != nil {
		return 0, fmt.Errorf("couldn't open the database: %w", err)
	}
	defer f.Close()
	var h [100]byte
	switch n, err := f.ReadAt(h[:], 0); {
	case err == io.EOF:
		return 0, damaged(0, "%s is cut off after %d bytes", path, n)
	case err != nil:
		return 0, fmt.Errorf("couldn't read the database: %w", err)
	case string(h[:16]) != sqliteMagic:
		return 0, damaged(0, "%s is not an SQLite database", path)
	}
	if size := binary.BigEndian.Uint16(h[offPageSize:]); size != pageSize {
		return 0, damaged(0, "%s says that its pages are of %d bytes, not of %d", path, size, pageSize)
	}
	if h[offReserved] != checksumSize {
		return 0, damaged(0, "%s says that its pages have no checksums (%d reserved bytes, not %d)", path, h[offReserved], checksumSize)
	}
	if h[offWriteVersion] != 2 || h[offReadVersion] != 2 {
		return 0, damaged(0, "%s says that it has no write-ahead log", path)
	}
	return int(binary.BigEndian.Uint32(h[offUserVersion:])), nil
}

// Exists reports whether dir holds a ledger, or what is left of one: then Open
// says what is wrong with it. Where it does not, Create makes one.
func Exists(dir string) (bool, error) { return exists(machine{}, dir) }

func exists(d disk, dir string) (bool, error) {
	for _, name := range []string{dbName, restored} {
		if _, ok, err := d.size(filepath.Join(dir, name)); err != nil || ok {
			return ok, err
		}
	}
	m, err := openMark(d, filepath.Join(dir, markName), os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if corrupt := (*eventstore.CorruptError)(nil); errors.As(err, &corrupt) {
		// A mark is whole before there is a database, so this one was.
		return true, nil
	}
	if err != nil {
		return false, err
	}
	defer m.close()
	return m.last.seq > 0, nil
}
