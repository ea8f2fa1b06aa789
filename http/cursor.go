package http

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/fnv"
	"net/url"

	"github.com/hubledger/hubledger/eventstore"
)

// cursor is where the next page of a list begins, bound to the filter of the
// page before: with another filter it would skip events without saying so.
type cursor struct {
	after  eventstore.Seq
	filter uint64
}

// cursorVersion is the first byte of every cursor.
const cursorVersion = 1

func (c cursor) String() string {
	b := append(make([]byte, 0, 20), cursorVersion)
	b = binary.BigEndian.AppendUint64(b, c.filter)
	b = binary.AppendUvarint(b, uint64(c.after))
	return base64.RawURLEncoding.EncodeToString(b)
}

func parseCursor(s string) (cursor, error) {
	wrong := errors.New("is not a cursor; it should be next of the page before, unchanged")
	b, err := base64.RawURLEncoding.Strict().DecodeString(s)
	if err != nil || len(b) < 10 || b[0] != cursorVersion {
		return cursor{}, wrong
	}
	n, size := binary.Uvarint(b[9:])
	if size <= 0 || size != len(b)-9 || n > 1<<62 {
		return cursor{}, wrong
	}
	return cursor{after: eventstore.Seq(n), filter: binary.BigEndian.Uint64(b[1:9])}, nil
}

// notFilter are the parameters that choose how much of a list is answered and
// in which form, not which list it is.
var notFilter = map[string]bool{"cursor": true, "limit": true, "format": true, "atLeast": true}

// filterHash is the same for two requests that ask for the same list.
func filterHash(path string, query url.Values) uint64 {
	h := fnv.New64a()
	write := func(s string) {
		h.Write(binary.BigEndian.AppendUint32(nil, uint32(len(s))))
		h.Write([]byte(s))
	}
	write(path)
	for _, name := range sortedKeys(query) {
		if notFilter[name] {
			continue
		}
		write(name)
		for _, v := range query[name] {
			write(v)
		}
	}
	return h.Sum64()
}
