package eventstore

import (
	"bytes"
	"io"
	"strconv"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"
)

// Stated is what an event's metadata states about it and a store keeps in
// columns beside it. The zero value is that of an event from elsewhere, whose
// metadata states nothing.
type Stated struct {
	Version     int
	RecordedAt  time.Time
	EffectiveOn string
	HasCommand  bool
	Command     uuid.UUID
	N           int
	HasDataHash bool
	DataHash    Hash
	Prev        Hash // zero where absent
}

// ParseStated reads the columns out of metadata. Bytes that are not one JSON
// object state nothing; a member that is not of an envelope's form, or is
// written with escapes, is not stated.
func ParseStated(metadata []byte) Stated {
	if st, ok := parseSealed(metadata); ok {
		return st
	}
	return parseAny(metadata)
}

// parseAny is the meaning of ParseStated; parseSealed is a faster way to the
// same answer.
func parseAny(metadata []byte) Stated {
	var st Stated
	d := jsontext.NewDecoder(bytes.NewReader(metadata))
	if k := d.PeekKind(); k != '{' {
		return Stated{}
	}
	if _, err := d.ReadToken(); err != nil {
		return Stated{}
	}
	for d.PeekKind() == '"' {
		name, err := d.ReadToken()
		if err != nil {
			return Stated{}
		}
		key := name.String()
		if key == "command" && d.PeekKind() == '{' {
			if !st.readCommand(d) {
				return Stated{}
			}
			continue
		}
		v, err := d.ReadValue()
		if err != nil {
			return Stated{}
		}
		switch key {
		case "v":
			st.Version = count(v)
		case "recordedAt":
			if s, ok := plain(v); ok {
				st.RecordedAt, _ = parseInstant(s)
			}
		case "effectiveOn":
			if s, ok := plain(v); ok && isDate(s) {
				st.EffectiveOn = string(s)
			}
		case "dataHash":
			st.HasDataHash = hash(v, &st.DataHash)
		case "prev":
			hash(v, &st.Prev)
		}
	}
	if _, err := d.ReadToken(); err != nil { // the closing brace
		return Stated{}
	}
	if _, err := d.ReadToken(); err != io.EOF {
		return Stated{}
	}
	return st
}

func (st *Stated) readCommand(d *jsontext.Decoder) bool {
	if _, err := d.ReadToken(); err != nil {
		return false
	}
	var hasID, hasN bool
	for d.PeekKind() == '"' {
		name, err := d.ReadToken()
		if err != nil {
			return false
		}
		key := name.String()
		v, err := d.ReadValue()
		if err != nil {
			return false
		}
		switch key {
		case "id":
			if s, ok := plain(v); ok {
				st.Command, hasID = parseUUID(s)
			}
		case "n":
			n, err := strconv.Atoi(string(v))
			st.N, hasN = n, err == nil && n >= 0
		}
	}
	st.state(hasID && hasN)
	_, err := d.ReadToken()
	return err == nil
}

// state keeps the command that was read, or forgets it.
func (st *Stated) state(has bool) {
	st.HasCommand = has
	if !has {
		st.Command, st.N = uuid.Nil, 0
	}
}

// count is a JSON integer of 1 or more, else 0.
func count(v jsontext.Value) int {
	n, err := strconv.Atoi(string(v))
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// plain is the content of a JSON string without escapes.
func plain(v jsontext.Value) ([]byte, bool) {
	if len(v) < 2 || v[0] != '"' || bytes.IndexByte(v, '\\') >= 0 {
		return nil, false
	}
	return v[1 : len(v)-1], true
}

func hash(v jsontext.Value, h *Hash) bool {
	s, ok := plain(v)
	return ok && h.UnmarshalText(s) == nil
}

// parseUUID reads the 36 characters of a UUID, in either case.
func parseUUID(s []byte) (uuid.UUID, bool) {
	if len(s) != 36 {
		return uuid.Nil, false
	}
	id, err := uuid.ParseBytes(s)
	return id, err == nil
}
