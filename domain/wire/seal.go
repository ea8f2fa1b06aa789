package wire

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/hubledger/hubledger/domain"
)

// Sealed is a command as it is decided, hashed and stored: made once, at the
// door.
type Sealed struct {
	Stream  string // that it is decided on
	Command domain.Command
	Name    string
	V       int // version of the command's schema
	// Hash is over all that the command says; a retry has the same, other
	// content under the same id has another.
	Hash domain.Hash
	// Data are the bytes of the command's data in the form of RFC 8785, as
	// they were hashed and as they are stored.
	Data jsontext.Value
}

// Seal makes a command ready to be decided on a stream. Data is written in
// today's version of its schema.
func Seal(stream string, c domain.Command) (Sealed, error) {
	t, ok := commandTypes[c.Data.CommandName()]
	if !ok {
		return Sealed{}, &UnknownCommandError{Name: c.Data.CommandName()}
	}
	data, err := json.Marshal(c.Data, json.Deterministic(true))
	if err != nil {
		return Sealed{}, fmt.Errorf("couldn't write command %s: %w", t.Name, err)
	}
	return seal(t, stream, c, data)
}

func seal(t CommandType, stream string, c domain.Command, data jsontext.Value) (Sealed, error) {
	if err := data.Canonicalize(); err != nil {
		return Sealed{}, fmt.Errorf("couldn't bring command %s into RFC 8785 form: %w", t.Name, err)
	}
	s := Sealed{Stream: stream, Command: c, Name: t.Name, V: t.Version, Data: data}
	var err error
	s.Hash, err = hashCommand(s)
	return s, err
}

// ContentHash is what the command's hash should be, made again from all that
// it says. A stored command whose hash is another was altered.
func (s Sealed) ContentHash() (domain.Hash, error) { return hashCommand(s) }

// hashCommand is SHA-256 over the values of name, v, stream, actor,
// effectiveOn, authority, evidence, happened and data in the form of RFC 8785,
// each preceded by its length (uint32, big-endian); what is absent has length
// 0.
func hashCommand(s Sealed) (domain.Hash, error) {
	c := s.Command
	h := sha256.New()
	for _, part := range []struct {
		present bool
		value   any
	}{
		{true, s.Name},
		{true, s.V},
		{true, s.Stream},
		{true, c.Actor},
		{!c.EffectiveOn.IsZero(), c.EffectiveOn},
		{c.Authority != "", c.Authority},
		{len(c.Evidence) > 0, c.Evidence},
		{c.Happened != nil, c.Happened},
	} {
		var v jsontext.Value
		if part.present {
			var err error
			if v, err = json.Marshal(part.value); err != nil {
				return domain.Hash{}, fmt.Errorf("couldn't hash command %s: %w", s.Name, err)
			}
			if err := v.Canonicalize(); err != nil {
				return domain.Hash{}, fmt.Errorf("couldn't hash command %s: %w", s.Name, err)
			}
		}
		writeField(h, v)
	}
	writeField(h, s.Data)
	var out domain.Hash
	h.Sum(out[:0])
	return out, nil
}

func writeField(h interface{ Write([]byte) (int, error) }, b []byte) {
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(b)))
	h.Write(n[:]) // a hash never fails
	h.Write(b)
}
