package sqlite

import (
	"fmt"

	"github.com/google/uuid"
	"github.com/ncruces/go-sqlite3"

	"github.com/hubledger/hubledger/eventstore"
)

// tables are what the writer inserts into, and where it is.
type tables struct {
	begin, commit, rollback *sqlite3.Stmt
	insertStream            *sqlite3.Stmt // id, name
	insertEvent             *sqlite3.Stmt
	insertMetadata          *sqlite3.Stmt
	isTaken                 *sqlite3.Stmt // command, stream
	index                   *sqlite3.Stmt // after, upTo
	findStream              *sqlite3.Stmt // name
	headOfStream            *sqlite3.Stmt // stream, last event indexed
	maxima                  *sqlite3.Stmt

	head     eventstore.Seq // of the last event inserted
	last     *request       // that inserted it
	streams  map[eventstore.StreamID]*tail
	streamID int64 // of the last stream

	step    eventstore.Seq // how many events are indexed at once
	indexed eventstore.Seq // the last one that is
}

// tail is where a stream ends.
type tail struct {
	id   int64
	head eventstore.Revision
}

func (t *tables) open(c *sqlite3.Conn, head eventstore.Seq) error {
	t.head, t.streams = head, make(map[eventstore.StreamID]*tail)
	err := prepare(c, map[**sqlite3.Stmt]string{
		&t.begin:          "BEGIN IMMEDIATE",
		&t.commit:         "COMMIT",
		&t.rollback:       "ROLLBACK",
		&t.insertStream:   "INSERT INTO streams (id, name) VALUES (?, ?)",
		&t.insertEvent:    "INSERT INTO events (seq, stream, revision, id, type, version, recorded_at, effective_on, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		&t.insertMetadata: "INSERT INTO metadata (seq, stream, command, n, bytes) VALUES (?, ?, ?, ?, ?)",
		&t.isTaken:        "SELECT 1 FROM metadata INDEXED BY metadata_command WHERE command = ? AND stream = ? LIMIT 1",
		&t.findStream:     "SELECT id FROM streams WHERE name = ?",
		&t.headOfStream:   "SELECT max(revision) FROM (SELECT max(revision) AS revision FROM revisions WHERE stream = ?1 UNION ALL SELECT max(revision) FROM events WHERE seq > ?2 AND stream = ?1)",
		&t.index:          indexEvents,
		&t.maxima:         "SELECT coalesce((SELECT max(id) FROM streams), 0), step FROM ledger",
	})
	if err != nil {
		return err
	}
	defer t.maxima.Reset()
	if !t.maxima.Step() {
		return fmt.Errorf("couldn't count the streams: %w", readError(t.maxima.Err()))
	}
	t.streamID = t.maxima.ColumnInt64(0)
	if t.step = eventstore.Seq(t.maxima.ColumnInt64(1)); t.step < 1 {
		return damaged(0, "table ledger says that %d events are indexed at once", t.step)
	}
	t.indexed = head / t.step * t.step
	return nil
}

// answer is what a request will be told if its group becomes durable.
type answer struct {
	first eventstore.Seq
	err   error
}

// insert judges the requests of a group in their order, each against what is
// recorded and what precedes it, and inserts the events of those that hold, in a
// transaction that has begun. It leaves it to be committed if there are any,
// else it ends it. An error that it returns is no refusal: nothing is recorded,
// and where the tables are is not known any more.
func (t *tables) insert(group []*request, stats *Commit) ([]answer, error) {
	answers := make([]answer, len(group))
	for i, r := range group {
		refusal, err := t.judge(r)
		if err == nil && refusal == nil {
			answers[i].first = t.head + 1
			err = t.add(r)
		}
		if err != nil {
			_ = t.rollback.Exec() // the first error tells more
			return nil, err
		}
		if refusal != nil {
			answers[i].err = refusal
			stats.Refused++
			continue
		}
		stats.Appends++
		stats.Events += len(r.events)
		stats.Bytes += r.size
	}
	if stats.Events == 0 {
		if err := t.rollback.Exec(); err != nil {
			return nil, fmt.Errorf("couldn't end a transaction: %w", err)
		}
		return answers, nil
	}
	if err := t.indexSteps(); err != nil {
		_ = t.rollback.Exec()
		return nil, err
	}
	return answers, nil
}

// indexSteps puts the events of the steps that have become whole into the index
// of revisions.
func (t *tables) indexSteps() error {
	upTo := t.head / t.step * t.step
	if upTo == t.indexed {
		return nil
	}
	b := binder{stmt: t.index}
	b.integer(int64(t.indexed))
	b.integer(int64(upTo))
	if err := b.exec(); err != nil {
		return fmt.Errorf("couldn't index the events up to %d: %w", upTo, err)
	}
	t.indexed = upTo
	return nil
}

// judge says why a request is refused, if it is: for a command that is taken
// before a revision that is not the expected one.
func (t *tables) judge(r *request) (refusal, err error) {
	s, err := t.tail(r.stream)
	if err != nil {
		return nil, err
	}
	head := eventstore.NoStream
	if s != nil {
		head = s.head
		var before *eventstore.Stated
		for i := range r.stated {
			st := &r.stated[i]
			if !st.HasCommand || before != nil && st.Command == before.Command {
				continue
			}
			before = st
			taken, err := t.taken(s.id, st.Command)
			if err != nil {
				return nil, err
			}
			if taken {
				return &eventstore.DuplicateError{Stream: r.stream, Command: st.Command}, nil
			}
		}
	}
	if head != r.expected {
		return &eventstore.ConflictError{Stream: r.stream, Expected: r.expected, Actual: head}, nil
	}
	return nil, nil
}

// tail finds a stream; it is nil where there is none.
func (t *tables) tail(name eventstore.StreamID) (*tail, error) {
	if s, ok := t.streams[name]; ok {
		return s, nil
	}
	defer t.findStream.Reset()
	if err := t.findStream.BindText(1, string(name)); err != nil {
		return nil, err
	}
	if !t.findStream.Step() {
		return nil, readError(t.findStream.Err())
	}
	s := &tail{id: t.findStream.ColumnInt64(0), head: eventstore.NoStream}
	defer t.headOfStream.Reset()
	if err := t.headOfStream.BindInt64(1, s.id); err != nil {
		return nil, err
	}
	// Not what the log's length says: a group may have filled a step that enters
	// the index at its end.
	if err := t.headOfStream.BindInt64(2, int64(t.indexed)); err != nil {
		return nil, err
	}
	if !t.headOfStream.Step() {
		return nil, fmt.Errorf("couldn't find the end of %s: %w", name, readError(t.headOfStream.Err()))
	}
	if t.headOfStream.ColumnType(0) != sqlite3.NULL {
		s.head = eventstore.Revision(t.headOfStream.ColumnInt64(0))
	}
	t.streams[name] = s
	return s, nil
}

// taken reports whether a command has recorded events in a stream.
func (t *tables) taken(stream int64, command uuid.UUID) (bool, error) {
	defer t.isTaken.Reset()
	if err := t.isTaken.BindBlob(1, command[:]); err != nil {
		return false, err
	}
	if err := t.isTaken.BindInt64(2, stream); err != nil {
		return false, err
	}
	found := t.isTaken.Step()
	if err := t.isTaken.Err(); err != nil {
		return false, fmt.Errorf("couldn't look for a command: %w", readError(err))
	}
	return found, nil
}

// add inserts the events of a request.
func (t *tables) add(r *request) error {
	s := t.streams[r.stream]
	if s == nil {
		t.streamID++
		s = &tail{id: t.streamID, head: eventstore.NoStream}
		t.streams[r.stream] = s
		b := binder{stmt: t.insertStream}
		b.integer(s.id)
		b.text(string(r.stream))
		if err := b.exec(); err != nil {
			return fmt.Errorf("couldn't insert stream %s: %w", r.stream, err)
		}
	}
	for i := range r.events {
		t.head++
		s.head++
		if err := t.addEvent(s, &r.events[i], &r.stated[i]); err != nil {
			return fmt.Errorf("couldn't insert event %d: %w", t.head, err)
		}
	}
	t.last = r
	return nil
}

func (t *tables) addEvent(s *tail, e *eventstore.NewEvent, st *eventstore.Stated) error {
	b := binder{stmt: t.insertEvent}
	b.integer(int64(t.head))
	b.integer(s.id)
	b.integer(int64(s.head))
	b.blob(e.ID[:])
	b.text(e.Type)
	if st.Version > 0 {
		b.integer(int64(st.Version))
	} else {
		b.null()
	}
	if !st.RecordedAt.IsZero() {
		b.integer(st.RecordedAt.UnixMicro())
	} else {
		b.null()
	}
	if st.EffectiveOn != "" {
		b.text(st.EffectiveOn)
	} else {
		b.null()
	}
	b.blob(e.Data)
	if err := b.exec(); err != nil {
		return err
	}
	b = binder{stmt: t.insertMetadata}
	b.integer(int64(t.head))
	b.integer(s.id)
	if st.HasCommand {
		b.blob(st.Command[:])
		b.integer(int64(st.N))
	} else {
		b.null()
		b.null()
	}
	b.blob(e.Metadata)
	return b.exec()
}

// binder binds the parameters of a statement in turn, keeps the first error,
// and executes it.
type binder struct {
	stmt *sqlite3.Stmt
	i    int
	err  error
}

func (b *binder) integer(v int64) { b.keep(b.stmt.BindInt64(b.next(), v)) }
func (b *binder) text(v string)   { b.keep(b.stmt.BindText(b.next(), v)) }
func (b *binder) null()           { b.keep(b.stmt.BindNull(b.next())) }

// blob binds no bytes as an empty blob: NULL would be none.
func (b *binder) blob(v []byte) {
	if len(v) == 0 {
		b.keep(b.stmt.BindZeroBlob(b.next(), 0))
		return
	}
	b.keep(b.stmt.BindBlob(b.next(), v))
}

func (b *binder) next() int {
	b.i++
	return b.i
}

func (b *binder) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *binder) exec() error {
	if b.err != nil {
		return b.err
	}
	return b.stmt.Exec()
}
