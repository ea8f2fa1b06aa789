package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// Store is an open ledger. It is an eventstore.Store; one that was opened with
// OpenReader answers ErrReadOnly to Append.
type Store struct {
	dir    string
	opts   Options
	disk   disk
	ledger uuid.UUID
	names  *names
	pool   *pool
	head   head

	// writer is nil where the store is open for reading only.
	writer *writer
	lock   io.Closer // held as long as there is a writer

	// seen is the mark as a reader looks at it; nil in a writer.
	seen   *markFile
	seenMu sync.Mutex

	closing   chan struct{} // closed when Close begins
	closeOnce sync.Once
	closed    chan struct{} // closed when Close is through
	closeErr  error
}

var _ eventstore.Store = (*Store)(nil)

func newStore(dir string, opts Options) (*Store, error) {
	path, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("couldn't find %s: %w", dir, err)
	}
	opts = opts.withDefaults()
	s := &Store{
		dir: path, opts: opts, disk: opts.disk, names: &names{},
		closing: make(chan struct{}), closed: make(chan struct{}),
	}
	s.pool = newPool(func() (*reader, error) { return openReader(s.disk, s.path(dbName), s.names) })
	return s, nil
}

func (s *Store) path(name string) string { return filepath.Join(s.dir, name) }

// LedgerID implements eventstore.Store.
func (s *Store) LedgerID() uuid.UUID { return s.ledger }

// Head implements eventstore.Store. Of a store that is open for reading it is
// how far its writer, in whatever process, has acknowledged; where that can't
// be read, how far it was known to be.
func (s *Store) Head() eventstore.Seq {
	if s.seen != nil && !s.isClosing() {
		_ = s.look() // the next read or Wait says what is wrong
	}
	return s.head.get()
}

// Wait implements eventstore.Store. A store that is open for reading looks at
// the mark a hundred times a second.
func (s *Store) Wait(ctx context.Context, after eventstore.Seq) (eventstore.Seq, error) {
	if s.seen == nil {
		return s.head.wait(ctx, s.closing, after)
	}
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for {
		if s.isClosing() {
			return 0, eventstore.ErrClosed
		}
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if err := s.look(); err != nil {
			return 0, err
		}
		if seq := s.head.get(); seq > after {
			return seq, nil
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
		case <-s.closing:
		}
	}
}

// look reads how far a writer has acknowledged since.
func (s *Store) look() error {
	s.seenMu.Lock()
	defer s.seenMu.Unlock()
	if s.isClosing() {
		return eventstore.ErrClosed
	}
	if s.seen.f.replaced() {
		return fmt.Errorf("%s was replaced while it was open for reading: open it again", s.dir)
	}
	if err := s.seen.settled(); err != nil {
		return err
	}
	s.head.raise(s.seen.last.seq)
	return nil
}

func (s *Store) isClosing() bool {
	select {
	case <-s.closing:
		return true
	default:
		return false
	}
}

// Failed is nil while the store takes events, and *FailedError once an error of
// the disk has ended that. A store that is open for reading never fails so.
func (s *Store) Failed() error {
	if s.writer == nil {
		return nil
	}
	if f := s.writer.failed.Load(); f != nil {
		return f
	}
	return nil
}

// LostFrom is the first acknowledged event that a restore gave up, as long as
// nothing was appended since; else 0. Whoever opens a ledger records it first.
func (s *Store) LostFrom() eventstore.Seq {
	if s.writer != nil {
		return eventstore.Seq(s.writer.lostFrom.Load())
	}
	s.seenMu.Lock()
	defer s.seenMu.Unlock()
	return s.seen.last.lostFrom
}

// Size is how many bytes the store's files take.
func (s *Store) Size() (int64, error) {
	var sum int64
	for _, name := range []string{dbName, dbName + "-wal", dbName + "-shm", markName} {
		size, _, err := s.disk.size(s.path(name))
		if err != nil {
			return 0, fmt.Errorf("couldn't measure %s: %w", name, err)
		}
		sum += size
	}
	return sum, nil
}

// Close implements eventstore.Store. A store that has failed is left as the
// error left it, for the next Open to judge.
func (s *Store) Close() error {
	s.closeOnce.Do(func() {
		s.closeErr = s.close()
		close(s.closed)
	})
	<-s.closed
	return s.closeErr
}

func (s *Store) close() error {
	var errs []error
	if s.writer != nil {
		s.writer.drain() // appends under way finish, later ones are told
	}
	close(s.closing)
	errs = append(errs, s.pool.close())
	if s.writer != nil {
		errs = append(errs, s.writer.close())
	}
	if s.seen != nil {
		s.seenMu.Lock()
		errs = append(errs, s.seen.close())
		s.seenMu.Unlock()
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Close())
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("couldn't close the store: %w", err)
	}
	return nil
}
