package sqlite

import (
	"fmt"
	"time"

	"github.com/ncruces/go-sqlite3"

	"github.com/hubledger/hubledger/eventstore"
)

// reader is a connection that reads. One goroutine at a time uses it.
type reader struct {
	c     *sqlite3.Conn
	names *names

	all, allWhole       *sqlite3.Stmt // after, upTo
	stream, streamWhole *sqlite3.Stmt // stream, after, upTo
	lastIndexed         *sqlite3.Stmt // stream, upTo
	lastAfter           *sqlite3.Stmt // stream, upTo; of those that are not indexed yet
	find                *sqlite3.Stmt // command, stream, upTo
	streamID            *sqlite3.Stmt // name
	streamsAfter        *sqlite3.Stmt // id
	firstLast           *sqlite3.Stmt
	atRevision          *sqlite3.Stmt // stream, revision
	ofCommand           *sqlite3.Stmt // seq
	atCommand           *sqlite3.Stmt // command, stream, n, again

	words words
}

// Columns of an event. A row that an index leads to is read through its seq
// from the table, not from the index, so that an index that disagrees with the
// table is noticed.
const (
	bare  = "e.seq, e.stream, e.revision, e.id, e.type, e.version, e.recorded_at, e.effective_on, e.data"
	whole = bare + ", m.bytes"

	joinEvents   = " LEFT JOIN events e ON e.seq = i.seq"
	joinMetadata = " LEFT JOIN metadata m ON m.seq = e.seq"

	// ofStream are the seqs of the events of stream ?1 after revision ?2 up to
	// seq ?3, in order: those that are indexed, then the others. Who reads them
	// holds each revision against the one before.
	ofStream = " FROM (SELECT seq FROM revisions WHERE stream = ?1 AND revision > ?2 AND seq <= ?3" +
		" UNION ALL SELECT seq FROM events WHERE seq > " + indexed + " AND seq <= ?3 AND stream = ?1 AND revision > ?2) i"
)

func openReader(d disk, path string, n *names) (*reader, error) {
	c, err := connect(d, path, reading)
	if err != nil {
		return nil, err
	}
	r, err := newReader(c, n)
	if err != nil {
		shut(c)
		return nil, err
	}
	return r, nil
}

// newReader prepares the queries of a connection.
func newReader(c *sqlite3.Conn, n *names) (*reader, error) {
	r := &reader{c: c, names: n, words: words{}}
	return r, prepare(c, map[**sqlite3.Stmt]string{
		&r.all:          "SELECT " + bare + " FROM events e WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq",
		&r.allWhole:     "SELECT " + whole + " FROM events e" + joinMetadata + " WHERE e.seq > ? AND e.seq <= ? ORDER BY e.seq",
		&r.stream:       "SELECT " + bare + ofStream + joinEvents,
		&r.streamWhole:  "SELECT " + whole + ofStream + joinEvents + joinMetadata,
		&r.lastIndexed:  "SELECT " + whole + " FROM revisions i" + joinEvents + joinMetadata + " WHERE i.stream = ? AND i.seq <= ? ORDER BY i.revision DESC LIMIT 1",
		&r.lastAfter:    "SELECT " + whole + " FROM events e" + joinMetadata + " WHERE e.seq > " + indexed + " AND e.stream = ? AND e.seq <= ? ORDER BY e.seq DESC LIMIT 1",
		&r.find:         "SELECT " + whole + " FROM metadata i INDEXED BY metadata_command" + joinEvents + joinMetadata + " WHERE i.command = ? AND i.stream = ? AND i.again = 0 AND i.seq <= ? ORDER BY i.seq",
		&r.streamID:     "SELECT id FROM streams WHERE name = ?",
		&r.streamsAfter: "SELECT id, name FROM streams WHERE id > ? ORDER BY id",
		&r.firstLast:    "SELECT coalesce((SELECT min(seq) FROM events), 0), coalesce((SELECT max(seq) FROM events), 0)",
		&r.atRevision:   "SELECT seq FROM revisions WHERE stream = ?1 AND revision = ?2 UNION ALL SELECT seq FROM events WHERE seq > " + indexed + " AND stream = ?1 AND revision = ?2",
		&r.atCommand:    "SELECT seq FROM metadata INDEXED BY metadata_command WHERE command = ? AND stream = ? AND n = ? AND again = ?",
		&r.ofCommand:    "SELECT stream, command, n, again FROM metadata WHERE seq = ?",
	})
}

// rows steps through a query whose parameters are integers, and yields events
// until take says no. Their bytes are copies.
func (r *reader) rows(s *sqlite3.Stmt, parts eventstore.Parts, take func(eventstore.Event) bool, params ...int64) error {
	for i, p := range params {
		if err := s.BindInt64(i+1, p); err != nil {
			return err
		}
	}
	return r.step(s, parts, take)
}

// step is rows of a statement whose parameters are bound.
func (r *reader) step(s *sqlite3.Stmt, parts eventstore.Parts, take func(eventstore.Event) bool) error {
	var mem arena
	for s.Step() {
		e, err := r.event(s, parts, &mem)
		if err != nil {
			s.Reset()
			return err
		}
		if !take(e) {
			return s.Reset()
		}
	}
	err := readError(s.Err())
	s.Reset() // repeats the error
	return err
}

// event copies the row that s stands at.
func (r *reader) event(s *sqlite3.Stmt, parts eventstore.Parts, mem *arena) (eventstore.Event, error) {
	e := eventstore.Event{
		Seq:      eventstore.Seq(s.ColumnInt64(0)),
		Revision: eventstore.Revision(s.ColumnInt64(2)),
		Version:  s.ColumnInt(5),
	}
	if e.Seq < 1 {
		return e, damaged(0, "an index leads to an event that table events does not have")
	}
	var err error
	if e.Stream, err = r.names.name(r, s.ColumnInt64(1)); err != nil {
		return e, err
	}
	id := s.ColumnRawBlob(3)
	if len(id) != len(e.ID) {
		return e, damaged(e.Seq, "its id has %d bytes, not %d", len(id), len(e.ID))
	}
	copy(e.ID[:], id)
	e.Type = r.words.word(s.ColumnRawText(4))
	if micros := s.ColumnInt64(6); micros != 0 || s.ColumnType(6) != sqlite3.NULL {
		e.RecordedAt = time.UnixMicro(micros).UTC()
	}
	e.EffectiveOn = r.words.word(s.ColumnRawText(7))
	e.Data = mem.copy(s.ColumnRawBlob(8))
	if parts == eventstore.Whole {
		b := s.ColumnRawBlob(9)
		if len(b) == 0 && s.ColumnType(9) == sqlite3.NULL {
			return e, damaged(e.Seq, "its metadata is missing")
		}
		e.Metadata = mem.copy(b)
	}
	return e, nil
}

// ends are the first and last seq that the table holds; 0, 0 where it is empty.
func (r *reader) ends() (first, last eventstore.Seq, err error) {
	defer r.firstLast.Reset()
	if !r.firstLast.Step() {
		return 0, 0, fmt.Errorf("couldn't read the ends of the log: %w", readError(r.firstLast.Err()))
	}
	return eventstore.Seq(r.firstLast.ColumnInt64(0)), eventstore.Seq(r.firstLast.ColumnInt64(1)), nil
}

func (r *reader) close() error { return shut(r.c) }

// words keeps one copy of each type and date that a connection reads: there are
// few, and they come in every row.
type words map[string]string

const maxWords = 1 << 14

func (w *words) word(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if s, ok := (*w)[string(b)]; ok {
		return s
	}
	if len(*w) == maxWords {
		*w = words{}
	}
	s := string(b)
	(*w)[s] = s
	return s
}

// arena copies many small slices into few larger blocks. A slice that is kept
// keeps its whole block, at most maxBlock bytes.
type arena struct{ block []byte }

const (
	minBlock = 1 << 10
	maxBlock = 32 << 10
)

func (a *arena) copy(b []byte) []byte {
	switch {
	case len(b) == 0:
		return []byte{}
	case len(b) > maxBlock/4:
		return append(make([]byte, 0, len(b)), b...)
	case len(b) > cap(a.block)-len(a.block):
		size := min(max(2*cap(a.block), minBlock), maxBlock)
		a.block = make([]byte, 0, max(size, len(b)))
	}
	from := len(a.block)
	a.block = append(a.block, b...)
	return a.block[from:len(a.block):len(a.block)]
}
