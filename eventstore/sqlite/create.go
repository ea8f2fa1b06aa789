package sqlite

import (
	"context"
	"fmt"
	"io/fs"

	"github.com/google/uuid"
)

// Create makes an empty ledger in dir, which need not exist, and opens it. It is
// fs.ErrExist where there is one, or what is left of one.
func Create(ctx context.Context, dir string, ledgerID uuid.UUID, opts Options) (*Store, error) {
	s, err := newStore(dir, opts)
	if err != nil {
		return nil, err
	}
	if err := s.disk.makeDir(s.dir); err != nil {
		return nil, fmt.Errorf("couldn't create the directory of a ledger: %w", err)
	}
	err = s.open(ctx, func() (err error) {
		if s.lock, err = s.disk.lock(s.path(lockName)); err != nil {
			return err
		}
		if found, err := exists(s.disk, s.dir); err != nil || found {
			if err == nil {
				err = fmt.Errorf("there is a ledger, or what is left of one: %w", fs.ErrExist)
			}
			return err
		}
		if err := s.create(ledgerID); err != nil {
			return err
		}
		return s.start()
	})
	if err != nil {
		return nil, fmt.Errorf("couldn't create a ledger in %s: %w", dir, err)
	}
	return s, nil
}

// create makes the files under other names and renames them into place, the
// database last. After a crash there is the whole ledger or none.
func (s *Store) create(ledgerID uuid.UUID) error {
	if err := makeDatabase(s.disk, s.path(creating), ledgerID, s.opts.indexStep); err != nil {
		return err
	}
	if err := makeMark(s.disk, s.path(markCreating), mark{ledger: ledgerID}); err != nil {
		return err
	}
	for _, step := range []struct{ from, to string }{{markCreating, markName}, {creating, dbName}} {
		if err := s.disk.syncDir(s.dir); err != nil {
			return fmt.Errorf("couldn't sync the directory: %w", err)
		}
		if err := s.disk.rename(s.path(step.from), s.path(step.to)); err != nil {
			return fmt.Errorf("couldn't rename %s: %w", step.from, err)
		}
	}
	if err := s.disk.syncDir(s.dir); err != nil {
		return fmt.Errorf("couldn't sync the directory: %w", err)
	}
	return nil
}

// makeDatabase makes an empty database of its own file, durable but for its
// entry in the directory.
func makeDatabase(d disk, path string, ledgerID uuid.UUID, step int) error {
	if err := makeFile(d, path); err != nil {
		return err
	}
	c, err := connect(d, path, making)
	if err != nil {
		return err
	}
	err = c.Exec("BEGIN IMMEDIATE;" + schema +
		fmt.Sprintf("INSERT INTO ledger (id, format, step) VALUES (x'%x', %d, %d);", ledgerID[:], format, step) +
		fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", applicationID, format))
	if err != nil {
		err = fmt.Errorf("couldn't make the tables: %w", err)
	}
	return settle(d, path, c, err)
}
