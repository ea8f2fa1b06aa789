package sqlite

import (
	"context"
	"fmt"
	"iter"

	"github.com/google/uuid"
	"github.com/ncruces/go-sqlite3"

	"github.com/hubledger/hubledger/eventstore"
)

// A read takes its events in portions, and holds neither a connection nor a
// snapshot of the database while its consumer works: a slow consumer then keeps
// nobody from emptying the write-ahead log. The first portion is small, for
// those who want one event.
const (
	firstPortion    = 1
	maxPortion      = 512
	maxPortionBytes = 1 << 20
)

// ReadAll implements eventstore.Store.
func (s *Store) ReadAll(ctx context.Context, after eventstore.Seq, parts eventstore.Parts) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) {
		upTo, err := s.visible()
		if err != nil {
			yield(eventstore.Event{}, err)
			return
		}
		after := max(after, 0) // its own: the sequence may be ranged over again
		p := portions{store: s, yield: yield}
		for after < upTo {
			to := min(upTo, after+eventstore.Seq(p.size()))
			got, ok := p.next(ctx, func(r *reader, take func(eventstore.Event) bool) error {
				stmt := r.all
				if parts == eventstore.Whole {
					stmt = r.allWhole
				}
				want := after
				return r.rows(stmt, parts, func(e eventstore.Event) bool {
					if want++; e.Seq != want {
						return false
					}
					return take(e)
				}, int64(after), int64(to))
			})
			if !ok {
				return
			}
			if got == 0 {
				p.fail(damaged(after+1, "it is missing from the log"))
				return
			}
			after += eventstore.Seq(got)
		}
	}
}

// ReadStream implements eventstore.Store.
func (s *Store) ReadStream(ctx context.Context, stream eventstore.StreamID, after eventstore.Revision, parts eventstore.Parts) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) {
		upTo, err := s.visible()
		if err != nil {
			yield(eventstore.Event{}, err)
			return
		}
		after := max(after, eventstore.NoStream)
		p := portions{store: s, yield: yield}
		for {
			var id int64
			var wrong error
			got, ok := p.next(ctx, func(r *reader, take func(eventstore.Event) bool) error {
				var known bool
				var err error
				if id, known, err = s.names.id(r, stream); err != nil || !known {
					return err
				}
				stmt := r.stream
				if parts == eventstore.Whole {
					stmt = r.streamWhole
				}
				want := after
				return r.rows(stmt, parts, func(e eventstore.Event) bool {
					if want++; e.Stream != stream || e.Revision != want {
						wrong = damaged(e.Seq, "it is revision %d of %s where revision %d of %s should be", e.Revision, e.Stream, want, stream)
						return false
					}
					return take(e)
				}, id, int64(after), int64(upTo))
			})
			if !ok {
				return
			}
			if wrong != nil {
				p.fail(wrong)
				return
			}
			if !p.more {
				return
			}
			after += eventstore.Revision(got)
		}
	}
}

// portions yields events portion by portion.
type portions struct {
	store *Store
	yield func(eventstore.Event, error) bool
	most  int  // events that the last portion was to have
	more  bool // it ended before its rows did
	buf   []eventstore.Event
}

// size of the next portion, in events.
func (p *portions) size() int {
	if p.most == 0 {
		return firstPortion
	}
	return min(8*p.most, maxPortion)
}

// next reads a portion by fill, which is to stop when take says no, and yields
// it. It returns how many events that were; ok is false where the read is over,
// because the consumer has enough or was told an error.
func (p *portions) next(ctx context.Context, fill func(r *reader, take func(eventstore.Event) bool) error) (got int, ok bool) {
	p.most, p.more, p.buf = p.size(), false, p.buf[:0]
	bytes := 0
	err := p.store.pool.with(ctx, func(r *reader) error {
		return fill(r, func(e eventstore.Event) bool {
			p.buf = append(p.buf, e)
			bytes += len(e.Data) + len(e.Metadata)
			p.more = len(p.buf) == p.most || bytes >= maxPortionBytes
			return !p.more
		})
	})
	for _, e := range p.buf {
		if !p.yield(e, nil) {
			return 0, false
		}
	}
	if err != nil {
		p.fail(err)
		return 0, false
	}
	return len(p.buf), true
}

func (p *portions) fail(err error) { p.yield(eventstore.Event{}, err) }

// visible is the head for a read that begins now.
func (s *Store) visible() (eventstore.Seq, error) {
	if s.isClosing() {
		return 0, eventstore.ErrClosed
	}
	if s.seen != nil {
		if err := s.look(); err != nil {
			return 0, err
		}
	}
	return s.head.get(), nil
}

// Last implements eventstore.Store.
func (s *Store) Last(ctx context.Context, stream eventstore.StreamID) (last eventstore.Event, ok bool, err error) {
	upTo, err := s.visible()
	if err != nil {
		return last, false, err
	}
	err = s.pool.with(ctx, func(r *reader) error {
		id, known, err := s.names.id(r, stream)
		if err != nil || !known {
			return err
		}
		// What enters the index between the two queries is after upTo, or was
		// found by the first.
		for _, stmt := range []*sqlite3.Stmt{r.lastAfter, r.lastIndexed} {
			err := r.rows(stmt, eventstore.Whole, func(e eventstore.Event) bool {
				last, ok = e, true
				return false
			}, id, int64(upTo))
			if err != nil || ok {
				return err
			}
		}
		return nil
	})
	if err == nil && ok && last.Stream != stream {
		err = damaged(last.Seq, "it is of %s where the last event of %s should be", last.Stream, stream)
	}
	if err != nil {
		return eventstore.Event{}, false, fmt.Errorf("couldn't read the last event of %s: %w", stream, err)
	}
	return last, ok, nil
}

// Find implements eventstore.Store.
func (s *Store) Find(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) (found []eventstore.Event, err error) {
	upTo, err := s.visible()
	if err != nil {
		return nil, err
	}
	err = s.pool.with(ctx, func(r *reader) error {
		id, known, err := s.names.id(r, stream)
		if err != nil || !known {
			return err
		}
		if err := r.find.BindBlob(1, command[:]); err != nil {
			return err
		}
		if err := r.find.BindInt64(2, id); err != nil {
			return err
		}
		if err := r.find.BindInt64(3, int64(upTo)); err != nil {
			return err
		}
		return r.step(r.find, eventstore.Whole, func(e eventstore.Event) bool {
			found = append(found, e)
			return true
		})
	})
	for _, e := range found {
		if st := eventstore.ParseStated(e.Metadata); err == nil && (e.Stream != stream || !st.HasCommand || st.Command != command) {
			err = damaged(e.Seq, "it is not of command %s in %s, to which an index leads", command, stream)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("couldn't find command %s in %s: %w", command, stream, err)
	}
	return found, nil
}
