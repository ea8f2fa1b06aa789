package sqlite

import (
	"github.com/google/uuid"
)

// identify reads whose ledger the database is, and of which format.
func (r *reader) identify(path string) (uuid.UUID, error) {
	var ledger uuid.UUID
	for _, p := range []struct {
		pragma string
		want   int64
	}{{"application_id", applicationID}, {"user_version", format}} {
		s, _, err := r.c.Prepare("PRAGMA " + p.pragma)
		if err != nil {
			return ledger, readError(err)
		}
		s.Step()
		got, err := s.ColumnInt64(0), s.Err()
		s.Close()
		switch {
		case err != nil:
			return ledger, readError(err)
		case p.pragma == "user_version" && got > p.want:
			return ledger, &FormatError{Path: path, Found: int(got), Known: format}
		case got != p.want:
			return ledger, damaged(0, "%s has %s %#x, not %#x: it is not a ledger", path, p.pragma, got, p.want)
		}
	}
	s, _, err := r.c.Prepare("SELECT id, format FROM ledger")
	if err != nil {
		return ledger, readError(err)
	}
	defer s.Close()
	if !s.Step() {
		if err := s.Err(); err != nil {
			return ledger, readError(err)
		}
		return ledger, damaged(0, "table ledger is empty: whose ledger it is, is not known")
	}
	if id := s.ColumnRawBlob(0); len(id) != len(ledger) || s.ColumnInt64(1) != format {
		return ledger, damaged(0, "table ledger holds an id of %d bytes and format %d", len(id), s.ColumnInt64(1))
	}
	copy(ledger[:], s.ColumnRawBlob(0))
	return ledger, nil
}
