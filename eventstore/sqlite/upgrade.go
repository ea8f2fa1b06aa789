package sqlite

import (
	"fmt"
	"log/slog"

	"github.com/ncruces/go-sqlite3"
)

// upgrade brings a database of the format before to the present one, in one
// transaction, and then out of the write-ahead log, so that the file itself
// says what it is. After a crash it is of either format, whole. Its events and
// the mark stay as they are.
func (s *Store) upgrade() error {
	c, err := connect(s.disk, s.path(dbName), writing)
	if err != nil {
		return err
	}
	err = upgradeTables(c, s.opts.indexStep)
	if closing := shut(c); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("couldn't bring %s to format %d: %w", dbName, format, readError(err))
	}
	s.opts.Log.Info("the ledger was brought to a later format", slog.Int("format", format))
	return s.disk.syncDir(s.dir)
}

func upgradeTables(c *sqlite3.Conn, step int) error {
	of, err := text(c, "PRAGMA user_version")
	if err != nil {
		return err
	}
	if of == fmt.Sprint(format-1) { // else a crash came after the transaction
		err = c.Exec("BEGIN IMMEDIATE;" +
			"ALTER TABLE ledger RENAME TO former;" + ledgerTable +
			fmt.Sprintf("INSERT INTO ledger (id, format, step) SELECT id, %d, %d FROM former; DROP TABLE former;", format, step) +
			revisionsTable +
			"INSERT INTO revisions (stream, revision, seq) SELECT stream, revision, seq FROM events INDEXED BY events_revision WHERE seq <= " + indexed + " ORDER BY stream, revision;" +
			"DROP INDEX events_revision;" +
			fmt.Sprintf("PRAGMA user_version = %d; COMMIT", format))
		if err != nil {
			return err
		}
	}
	_, _, err = c.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE)
	return err
}
