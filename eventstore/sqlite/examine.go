package sqlite

import (
	"context"
	"fmt"

	"github.com/ncruces/go-sqlite3"

	"github.com/hubledger/hubledger/eventstore"
)

// tailLength is how many events before the mark are examined at a start: those
// that a crash could have touched. A whole ledger is for verify.
const tailLength = 256

// end is the last event of a log.
type end struct {
	seq  eventstore.Seq
	leaf eventstore.Hash
}

// examine opens the database and holds it to the mark. With beyond it goes on
// to what was committed and not acknowledged, else it ends at the mark.
func (s *Store) examine(m mark, beyond bool) (found end, err error) {
	err = s.pool.with(context.Background(), func(r *reader) error {
		if s.ledger, err = r.identify(s.path(dbName)); err != nil {
			return err
		}
		if s.ledger != m.ledger {
			return damaged(0, "%s is of ledger %s and %s of ledger %s: they are not of one store", dbName, s.ledger, markName, m.ledger)
		}
		first, last, err := r.ends()
		switch {
		case err != nil:
			return err
		case last < m.seq:
			return &eventstore.LostError{From: last + 1, To: m.seq, Reason: "the database ends before them"}
		case last > 0 && first != 1:
			return damaged(1, "the database begins with event %d", first)
		}
		if !beyond {
			last = m.seq
		}
		found, err = s.examineTail(r, m, last)
		return err
	})
	return found, err
}

// examineTail looks at the last events up to last, of which those up to the
// mark must be there.
func (s *Store) examineTail(r *reader, m mark, last eventstore.Seq) (found end, err error) {
	from := max(m.seq-tailLength, 0)
	want := from
	var events []eventstore.Event
	for want < last {
		events = events[:0]
		err := r.rows(r.allWhole, eventstore.Whole, func(e eventstore.Event) bool {
			events = append(events, e)
			return true
		}, int64(want), int64(min(want+tailLength, last)))
		if err != nil {
			return found, err
		}
		if len(events) == 0 {
			return found, missing(m, want+1, last)
		}
		for _, e := range events {
			if want++; e.Seq != want {
				return found, missing(m, want, e.Seq-1)
			}
			if err := r.consistent(e); err != nil {
				return found, err
			}
			if e.Seq != m.seq && e.Seq != last {
				continue
			}
			leaf := eventstore.LeafHash(s.ledger, e, eventstore.ParseStated(e.Metadata))
			if e.Seq == m.seq && leaf != m.leaf {
				return found, &eventstore.LostError{From: m.seq, To: m.seq, Reason: "another event stands in the place of the last one that was acknowledged"}
			}
			found = end{e.Seq, leaf}
		}
	}
	return found, nil
}

// missing tells of a gap in the log.
func missing(m mark, from, to eventstore.Seq) error {
	if from <= m.seq {
		return &eventstore.LostError{From: from, To: min(to, m.seq), Reason: "the database does not hold them"}
	}
	return damaged(from, "it is missing, and later ones are there")
}

// consistent holds an event to what is kept about it elsewhere: its metadata,
// and the indexes that lead to it.
func (r *reader) consistent(e eventstore.Event) error {
	st := eventstore.ParseStated(e.Metadata)
	switch {
	case st.HasDataHash && st.DataHash != eventstore.HashOf(e.Data):
		return damaged(e.Seq, "its data does not have the hash that its metadata states")
	case e.Version != st.Version, !e.RecordedAt.Equal(st.RecordedAt), e.EffectiveOn != st.EffectiveOn:
		return damaged(e.Seq, "its columns are not what its metadata states")
	}
	id, known, err := r.names.id(r, e.Stream)
	if err != nil {
		return err
	}
	if !known {
		return damaged(e.Seq, "its stream %s is not found by its name", e.Stream)
	}
	seq, err := r.revisionAt(id, e.Revision)
	switch {
	case err != nil:
		return err
	case seq != e.Seq:
		return damaged(e.Seq, "the index has event %d as revision %d of %s", seq, e.Revision, e.Stream)
	}
	if e.Revision > 0 {
		if seq, err = r.revisionAt(id, e.Revision-1); err != nil {
			return err
		}
		if seq < 1 || seq >= e.Seq {
			return damaged(e.Seq, "it is revision %d of %s, and event %d the one before", e.Revision, e.Stream, seq)
		}
	}
	return r.sameCommand(e, id, st)
}

// revisionAt is the seq that the index has for a revision, 0 for none.
func (r *reader) revisionAt(stream int64, revision eventstore.Revision) (eventstore.Seq, error) {
	s := r.atRevision
	defer s.Reset()
	if err := s.BindInt64(1, stream); err != nil {
		return 0, err
	}
	if err := s.BindInt64(2, int64(revision)); err != nil {
		return 0, err
	}
	if !s.Step() {
		return 0, readError(s.Err())
	}
	return eventstore.Seq(s.ColumnInt64(0)), nil
}

// sameCommand holds the columns of table metadata, by which duplicates are
// found, to what the metadata states, and their index to them.
func (r *reader) sameCommand(e eventstore.Event, stream int64, st eventstore.Stated) error {
	s := r.ofCommand
	defer s.Reset()
	if err := s.BindInt64(1, int64(e.Seq)); err != nil {
		return err
	}
	if !s.Step() {
		return fmt.Errorf("couldn't read the command of event %d: %w", e.Seq, readError(s.Err()))
	}
	command := string(s.ColumnRawBlob(1))
	has := s.ColumnType(1) != sqlite3.NULL
	if s.ColumnInt64(0) != stream || has != st.HasCommand || has && (command != string(st.Command[:]) || s.ColumnInt(2) != st.N) {
		return damaged(e.Seq, "the columns of its metadata are not what the metadata states")
	}
	if !has {
		return nil
	}
	again := s.ColumnInt64(3)
	i := r.atCommand
	defer i.Reset()
	if err := i.BindBlob(1, st.Command[:]); err != nil {
		return err
	}
	for p, v := range []int64{stream, int64(st.N), again} {
		if err := i.BindInt64(p+2, v); err != nil {
			return err
		}
	}
	if !i.Step() && i.Err() != nil {
		return readError(i.Err())
	}
	if seq := eventstore.Seq(i.ColumnInt64(0)); seq != e.Seq {
		return damaged(e.Seq, "the index has event %d as event %d of its command", seq, st.N)
	}
	return nil
}
