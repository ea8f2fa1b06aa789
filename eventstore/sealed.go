package eventstore

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// parseSealed is parseAny for the bytes that Seal writes: no white space, no
// member that an envelope does not have, nothing out of the ordinary. Verifying
// a ledger parses every envelope, and this is several times faster. It answers
// only where it is certain; ok is false for everything else, which says nothing
// about the bytes.
func parseSealed(metadata []byte) (st Stated, ok bool) {
	s := scanner{b: metadata}
	var seen uint
	ok = s.members(func(name []byte) bool {
		member := uint(0)
		ok := false
		switch string(name) {
		case "v":
			member = 0
			st.Version, ok = s.number()
		case "recordedAt":
			member = 1
			var text []byte
			if text, ok = s.plain(); ok {
				st.RecordedAt, ok = parseInstant(text)
			}
		case "effectiveOn":
			member = 2
			var text []byte
			text, ok = s.plain()
			ok = ok && isDate(text)
			st.EffectiveOn = string(text)
		case "command":
			member = 3
			ok = s.command(&st)
		case "dataHash":
			member = 4
			ok = s.hash(&st.DataHash)
			st.HasDataHash = ok
		case "prev":
			member = 5
			ok = s.hash(&st.Prev)
		case "actor":
			member, ok = 6, s.value(1)
		case "authority":
			member, ok = 7, s.value(1)
		case "evidence":
			member, ok = 8, s.value(1)
		case "happened":
			member, ok = 9, s.value(1)
		case "breaches":
			member, ok = 10, s.value(1)
		case "source":
			member, ok = 11, s.value(1)
		case "basis":
			member, ok = 12, s.value(1)
		case "rules":
			member, ok = 13, s.value(1)
		case "$correlationId":
			member, ok = 14, s.value(1)
		case "$causationId":
			member, ok = 15, s.value(1)
		}
		return ok && first(&seen, member)
	})
	if !ok || s.i != len(s.b) {
		return Stated{}, false
	}
	return st, true
}

// command reads the command's members, id and n among them.
func (s *scanner) command(st *Stated) bool {
	var seen uint
	ok := s.members(func(name []byte) bool {
		member := uint(0)
		ok := false
		switch string(name) {
		case "id":
			member = 0
			var text []byte
			if text, ok = s.plain(); ok {
				st.Command, ok = parseUUID(text)
			}
		case "n":
			member = 1
			st.N, ok = s.number()
		case "name":
			member, ok = 2, s.value(2)
		case "v":
			member, ok = 3, s.value(2)
		case "hash":
			member, ok = 4, s.value(2)
		case "data":
			member, ok = 5, s.value(2)
		}
		return ok && first(&seen, member)
	})
	st.state(seen&3 == 3)
	return ok
}

// first reports whether a member comes for the first time.
func first(seen *uint, member uint) bool {
	bit := uint(1) << member
	twice := *seen&bit != 0
	*seen |= bit
	return !twice
}

// scanner passes over a subset of strict JSON. Each method returns false where
// the bytes are not in the subset; the scanner is then of no more use.
type scanner struct {
	b []byte
	i int
}

const (
	maxDepth = 16 // of arrays and objects
	maxNames = 32 // of one object
)

// next passes over c.
func (s *scanner) next(c byte) bool {
	if s.i < len(s.b) && s.b[s.i] == c {
		s.i++
		return true
	}
	return false
}

// members passes over an object; member passes over the value of a name.
func (s *scanner) members(member func(name []byte) bool) bool {
	if !s.next('{') {
		return false
	}
	if s.next('}') {
		return true
	}
	for {
		name, ok := s.plain()
		if !ok || !s.next(':') || !member(name) {
			return false
		}
		if s.next('}') {
			return true
		}
		if !s.next(',') {
			return false
		}
	}
}

// value passes over any value.
func (s *scanner) value(depth int) bool {
	if s.i >= len(s.b) || depth > maxDepth {
		return false
	}
	switch s.b[s.i] {
	case '"':
		_, ok := s.text()
		return ok
	case '{':
		return s.object(depth)
	case '[':
		return s.array(depth)
	case 't':
		return s.literal("true")
	case 'f':
		return s.literal("false")
	case 'n':
		return s.literal("null")
	}
	return s.numeral()
}

func (s *scanner) object(depth int) bool {
	var names [maxNames][]byte
	n := 0
	return s.members(func(name []byte) bool {
		if n == maxNames {
			return false
		}
		for _, other := range names[:n] {
			if string(other) == string(name) {
				return false
			}
		}
		names[n] = name
		n++
		return s.value(depth + 1)
	})
}

func (s *scanner) array(depth int) bool {
	s.i++
	if s.next(']') {
		return true
	}
	for s.value(depth + 1) {
		if s.next(']') {
			return true
		}
		if !s.next(',') {
			return false
		}
	}
	return false
}

func (s *scanner) literal(word string) bool {
	if len(s.b)-s.i < len(word) || string(s.b[s.i:s.i+len(word)]) != word {
		return false
	}
	s.i += len(word)
	return true
}

// number reads an integer of up to nine digits.
func (s *scanner) number() (int, bool) {
	from := s.i
	if !s.numeral() || s.i-from > 9 {
		return 0, false
	}
	n := 0
	for _, c := range s.b[from:s.i] {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// numeral passes over a number of JSON's grammar.
func (s *scanner) numeral() bool {
	s.next('-')
	if !s.next('0') && !s.digits() {
		return false
	}
	if s.next('.') && !s.digits() {
		return false
	}
	if s.next('e') || s.next('E') {
		if !s.next('-') {
			s.next('+')
		}
		return s.digits()
	}
	return true
}

// digits passes over one digit or more.
func (s *scanner) digits() bool {
	from := s.i
	for s.i < len(s.b) && '0' <= s.b[s.i] && s.b[s.i] <= '9' {
		s.i++
	}
	return s.i > from
}

func (s *scanner) hash(h *Hash) bool {
	text, ok := s.plain()
	return ok && h.UnmarshalText(text) == nil
}

// plain reads a string of printable ASCII without escapes.
func (s *scanner) plain() ([]byte, bool) {
	if !s.next('"') {
		return nil, false
	}
	from := s.i
	s.printable()
	text := s.b[from:s.i]
	return text, s.next('"')
}

// text reads a string; \u is not in the subset.
func (s *scanner) text() ([]byte, bool) {
	if !s.next('"') {
		return nil, false
	}
	from := s.i
	ascii := true
	for {
		s.printable()
		if s.i >= len(s.b) {
			return nil, false
		}
		switch c := s.b[s.i]; {
		case c == '"':
			text := s.b[from:s.i]
			s.i++
			return text, ascii || utf8.Valid(text)
		case c == '\\':
			if s.i+1 >= len(s.b) {
				return nil, false
			}
			switch s.b[s.i+1] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
				s.i += 2
			default:
				return nil, false
			}
		case c >= 0x80:
			ascii = false
			s.i++
		default: // a control character
			return nil, false
		}
	}
}

// printable passes over ASCII of 0x20 and above, except the quote and the
// backslash, eight bytes at a time. In each mask the lowest bit set is exact.
func (s *scanner) printable() {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	b, i := s.b, s.i
	for ; i+8 <= len(b); i += 8 {
		x := binary.LittleEndian.Uint64(b[i:])
		quote, backslash := x^(ones*'"'), x^(ones*'\\')
		stop := x | (x-ones*0x20)&^x | (quote-ones)&^quote | (backslash-ones)&^backslash
		if stop &= highs; stop != 0 {
			s.i = i + bits.TrailingZeros64(stop)/8
			return
		}
	}
	for ; i < len(b); i++ {
		if c := b[i]; c < 0x20 || c >= 0x80 || c == '"' || c == '\\' {
			break
		}
	}
	s.i = i
}
