package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"

	"github.com/hubledger/hubledger/eventstore"
)

// Open opens the ledger in dir for reading and writing.
//
// *eventstore.LockedError: another store has it open for writing.
// fs.ErrNotExist: there is no ledger in dir. *eventstore.LostError: it does not
// hold what was acknowledged. *eventstore.CorruptError: it is damaged.
// *FormatError: a later program made it.
func Open(ctx context.Context, dir string, opts Options) (*Store, error) {
	s, err := newStore(dir, opts)
	if err != nil {
		return nil, err
	}
	if err := s.open(ctx, s.openWriter); err != nil {
		return nil, fmt.Errorf("couldn't open the ledger in %s: %w", dir, err)
	}
	return s, nil
}

// OpenReader opens the ledger in dir for reading. Another process may write to
// it meanwhile; events show up when the mark has reached them. Its errors are
// those of Open, without LockedError.
func OpenReader(ctx context.Context, dir string, opts Options) (*Store, error) {
	s, err := newStore(dir, opts)
	if err != nil {
		return nil, err
	}
	if err := s.open(ctx, s.openReader); err != nil {
		return nil, fmt.Errorf("couldn't open the ledger in %s for reading: %w", dir, err)
	}
	return s, nil
}

// open runs how, and releases what it took where it fails.
func (s *Store) open(ctx context.Context, how func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if _, ok, err := s.disk.size(s.dir); err != nil || !ok {
		return errors.Join(fmt.Errorf("%s: %w", s.dir, fs.ErrNotExist), err)
	}
	if err := s.disk.local(s.dir); err != nil {
		return err
	}
	err := how()
	if err == nil {
		return nil
	}
	_ = s.pool.close()
	if s.seen != nil {
		_ = s.seen.close()
	}
	if s.lock != nil {
		_ = s.lock.Close()
	}
	return err
}

func (s *Store) openWriter() (err error) {
	if s.lock, err = s.disk.lock(s.path(lockName)); err != nil {
		return err
	}
	return s.start()
}

// start is openWriter under the lock.
func (s *Store) start() error {
	if err := finishRestore(s.disk, s.dir); err != nil {
		return err
	}
	m, of, err := s.begin(os.O_RDWR)
	if err != nil {
		return err
	}
	started := false
	defer func() {
		if !started {
			_ = m.close()
		}
	}()
	// What a process wrote and did not sync before it died must neither be lost
	// after it was read here, nor be read where the disk does not have it.
	if err := s.settleLog(); err != nil {
		return err
	}
	if of == format-1 {
		if err := s.upgrade(); err != nil {
			return err
		}
	}
	found, err := s.examine(m.last, true)
	if err != nil {
		return err
	}
	next := m.last
	next.seq, next.leaf = found.seq, found.leaf
	if m.hurt {
		s.opts.Log.Warn("a slot of the mark was damaged, the other was used", slog.Int64("seq", int64(m.last.seq)))
	}
	if next.seq > m.last.seq {
		s.opts.Log.Info("events beyond the mark are acknowledged now", slog.Int64("mark", int64(m.last.seq)), slog.Int64("head", int64(next.seq)))
	}
	if err := m.writeBoth(next); err != nil {
		return err
	}
	s.head.raise(next.seq)
	c, err := connect(s.disk, s.path(dbName), writing)
	if err != nil {
		return err
	}
	// The log that this connection made needs its entry in the directory before
	// anything in it counts.
	if err := s.disk.syncDir(s.dir); err != nil {
		_ = shut(c)
		return fmt.Errorf("couldn't sync the directory: %w", err)
	}
	if s.writer, err = newWriter(s, c, m, next.seq); err != nil {
		_ = shut(c)
		return err
	}
	started = true
	return nil
}

func (s *Store) openReader() error {
	if _, ok, err := s.disk.size(s.path(restored)); err != nil || ok {
		return errors.Join(errors.New("a restore is under way there: open it for writing to finish it"), err)
	}
	m, of, err := s.begin(os.O_RDONLY)
	if err != nil {
		return err
	}
	s.seen = m
	if of == format-1 {
		return &FormatError{Path: s.path(dbName), Found: of, Known: format}
	}
	if err := m.settled(); err != nil {
		return err
	}
	if _, err := s.examine(m.last, false); err != nil {
		return err
	}
	s.head.raise(m.last.seq)
	return nil
}

// begin looks at the files from outside and reads the mark, and of
// which format the file is.
func (s *Store) begin(flag int) (m *markFile, of int, err error) {
	_, db, err := s.disk.size(s.path(dbName))
	if err != nil {
		return nil, 0, fmt.Errorf("couldn't look for the database: %w", err)
	}
	m, err = openMark(s.disk, s.path(markName), flag)
	switch {
	case errors.Is(err, fs.ErrNotExist) && db:
		return nil, 0, damaged(0, "%s is missing beside %s, so which events were acknowledged is not known: restore both from a backup", markName, dbName)
	case err == nil && !db && m.last.seq == 0, errors.Is(err, fs.ErrNotExist):
		if m != nil {
			_ = m.close()
		}
		return nil, 0, fmt.Errorf("there is no ledger: %w", fs.ErrNotExist)
	case err == nil && !db:
		_ = m.close()
		return nil, 0, &eventstore.LostError{From: 1, To: m.last.seq, Reason: dbName + " is missing beside " + markName}
	case err != nil:
		return nil, 0, err
	}
	if of, err = checkHeader(s.disk, s.path(dbName)); err != nil {
		_ = m.close()
		return nil, 0, err
	}
	return m, of, nil
}

// settleLog makes the write-ahead log that was found durable, and drops what
// memory holds of it.
func (s *Store) settleLog() error {
	path := s.path(dbName + "-wal")
	if _, ok, err := s.disk.size(path); err != nil || !ok {
		return err
	}
	f, err := s.disk.open(path, os.O_RDWR)
	if err != nil {
		return fmt.Errorf("couldn't open the write-ahead log: %w", err)
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		return fmt.Errorf("couldn't sync the write-ahead log: %w", err)
	}
	f.forget()
	return s.disk.syncDir(s.dir)
}
