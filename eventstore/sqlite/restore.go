package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// Restored is what a restore has done.
type Restored struct {
	Ledger uuid.UUID
	// Head is the last event that is there now.
	Head eventstore.Seq
	// LostFrom and LostTo are the acknowledged events that were given up, both
	// inclusive; 0 where none were. LostTo is 0 too where the mark could not say
	// how far the ledger went.
	LostFrom, LostTo eventstore.Seq
}

// Restore puts a backup in place of whatever is in dir, which need not exist.
// Nobody may have it open for writing.
//
// Where events beyond the backup were acknowledged in dir, they are given up
// only with acceptRollback, else it is *RollbackError. The store then says so
// (Store.LostFrom) until another event takes the place of the first of them, so
// that the ledger can record it. A backup of another ledger, or of another
// history of this one, is refused always: such a directory must be moved away
// by hand.
//
// After a crash the directory holds what it did before, or the backup, or what
// the next Open or Restore finishes.
func Restore(ctx context.Context, backup, dir string, acceptRollback bool) (Restored, error) {
	return restore(ctx, machine{}, backup, dir, acceptRollback)
}

func restore(ctx context.Context, d disk, backup, dir string, acceptRollback bool) (Restored, error) {
	done, err := restoreUnderLock(ctx, d, backup, dir, acceptRollback)
	if err != nil {
		return Restored{}, fmt.Errorf("couldn't restore %s to %s: %w", backup, dir, err)
	}
	return done, nil
}

func restoreUnderLock(ctx context.Context, d disk, backup, dir string, acceptRollback bool) (Restored, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Restored{}, err
	}
	if err := d.makeDir(dir); err != nil {
		return Restored{}, err
	}
	if err := d.local(dir); err != nil {
		return Restored{}, err
	}
	lock, err := d.lock(filepath.Join(dir, lockName))
	if err != nil {
		return Restored{}, err
	}
	defer lock.Close()
	if err := finishRestore(d, dir); err != nil {
		return Restored{}, err
	}
	src, err := OpenReader(ctx, backup, Options{disk: d})
	if err != nil {
		return Restored{}, err
	}
	defer src.Close()
	done, err := src.compare(ctx, dir, acceptRollback)
	if err != nil {
		return Restored{}, err
	}
	db, mark := filepath.Join(dir, restoring), filepath.Join(dir, markRestored)
	if err := src.copyTo(ctx, db, mark, done.LostFrom); err != nil {
		return Restored{}, err
	}
	if err := d.syncDir(dir); err != nil {
		return Restored{}, err
	}
	// This is the decision: from here on the backup is the store.
	if err := d.rename(db, filepath.Join(dir, restored)); err != nil {
		return Restored{}, err
	}
	return done, finishRestore(d, dir)
}

// compare says what restoring this backup gives up of what dir has
// acknowledged, or why it must not be done.
func (s *Store) compare(ctx context.Context, dir string, acceptRollback bool) (Restored, error) {
	// A rollback that the backup itself has not recorded yet stays one.
	done := Restored{Ledger: s.ledger, Head: s.Head(), LostFrom: s.LostFrom()}
	m, err := openMark(s.disk, filepath.Join(dir, markName), os.O_RDONLY)
	_, db, sizeErr := s.disk.size(filepath.Join(dir, dbName))
	corrupt := (*eventstore.CorruptError)(nil)
	switch {
	case sizeErr != nil:
		return done, sizeErr
	case errors.Is(err, fs.ErrNotExist) && !db:
		return done, nil // nothing was here
	case errors.Is(err, fs.ErrNotExist), errors.As(err, &corrupt):
		// How far the ledger went is not known: maybe beyond the backup.
		if !acceptRollback {
			return done, fmt.Errorf("%s is missing or damaged, so events beyond the backup's %d may be given up, which must be accepted: %w", markName, done.Head, err)
		}
		done.LostFrom = done.Head + 1
		return done, nil
	case err != nil:
		return done, err
	}
	defer m.close()
	if m.hurt && !acceptRollback {
		return done, fmt.Errorf("a slot of %s is unreadable, so events beyond the backup's %d may be given up, which must be accepted", markName, done.Head)
	}
	if m.last.ledger != s.ledger {
		return done, fmt.Errorf("the backup is of ledger %s, and %s of ledger %s: restore it into another directory", s.ledger, dir, m.last.ledger)
	}
	if m.last.lostFrom == done.Head+1 {
		done.LostFrom = m.last.lostFrom // nor has what is here recorded an earlier one
	}
	if at := m.last.seq; at > done.Head {
		if !acceptRollback {
			return done, &RollbackError{Backup: done.Head, Mark: at}
		}
		done.LostFrom, done.LostTo = done.Head+1, at
	} else if at > 0 {
		same, err := s.hasLeaf(ctx, at, m.last.leaf)
		if err != nil {
			return done, err
		}
		if !same {
			return done, fmt.Errorf("event %d of the backup is not the one that was acknowledged in %s: their histories differ, restore it into another directory", at, dir)
		}
	}
	return done, nil
}

// hasLeaf reports whether the event at seq has a leaf hash.
func (s *Store) hasLeaf(ctx context.Context, seq eventstore.Seq, leaf eventstore.Hash) (bool, error) {
	e, ok, err := eventstore.Get(ctx, s, seq)
	if err != nil || !ok {
		return false, err
	}
	return eventstore.LeafHash(s.ledger, e, eventstore.ParseStated(e.Metadata)) == leaf, nil
}

// finishRestore puts a restore that was decided into place. Each step may be
// done again after a crash; the database, whose other name is the decision,
// comes last. The caller holds the lock.
func finishRestore(d disk, dir string) error {
	from := filepath.Join(dir, restored)
	if _, ok, err := d.size(from); err != nil || !ok {
		return err
	}
	db := filepath.Join(dir, dbName)
	if err := d.syncDir(dir); err != nil {
		return fmt.Errorf("couldn't finish a restore: %w", err)
	}
	// The old log must be gone before the new database has its name, or SQLite
	// would replay one into the other.
	for _, suffix := range []string{"-wal", "-shm", "-journal"} {
		if err := d.remove(db + suffix); err != nil {
			return fmt.Errorf("couldn't finish a restore: %w", err)
		}
	}
	mark := filepath.Join(dir, markRestored)
	if _, ok, err := d.size(mark); err != nil {
		return fmt.Errorf("couldn't finish a restore: %w", err)
	} else if ok {
		if err := d.rename(mark, filepath.Join(dir, markName)); err != nil {
			return fmt.Errorf("couldn't finish a restore: %w", err)
		}
	}
	if err := d.syncDir(dir); err != nil {
		return fmt.Errorf("couldn't finish a restore: %w", err)
	}
	if err := d.rename(from, db); err != nil {
		return fmt.Errorf("couldn't finish a restore: %w", err)
	}
	if err := d.syncDir(dir); err != nil {
		return fmt.Errorf("couldn't finish a restore: %w", err)
	}
	return nil
}
