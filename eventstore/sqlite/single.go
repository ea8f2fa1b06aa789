package sqlite

import (
	"fmt"
	"os"

	"github.com/ncruces/go-sqlite3"
)

// makeFile makes an empty file for SQLite to fill, in place of any that is
// left over with its companions.
func makeFile(d disk, path string) error {
	for _, suffix := range []string{"", "-wal", "-shm", "-journal"} {
		if err := d.remove(path + suffix); err != nil {
			return fmt.Errorf("couldn't remove what is left over: %w", err)
		}
	}
	f, err := d.open(path, os.O_RDWR|os.O_CREATE|os.O_EXCL)
	if err != nil {
		return fmt.Errorf("couldn't create a file: %w", err)
	}
	return f.Close()
}

// settle closes the only connection to a database so that all of it is in its
// one file, and syncs that. It passes err on, if there is one already.
func settle(d disk, path string, c *sqlite3.Conn, err error) error {
	if err == nil {
		if _, _, err = c.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE); err != nil {
			err = fmt.Errorf("couldn't empty the write-ahead log: %w", err)
		}
	}
	if err == nil {
		_, err = c.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, false) // removes the log
	}
	if closing := shut(c); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	f, err := d.open(path, os.O_RDWR)
	if err != nil {
		return fmt.Errorf("couldn't open %s: %w", path, err)
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		return fmt.Errorf("couldn't sync %s: %w", path, err)
	}
	return nil
}
