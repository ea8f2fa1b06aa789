package eventstore

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
)

// Hash is a SHA-256. Its text is base64url without padding, 43 characters.
type Hash [sha256.Size]byte

// HashOf is the SHA-256 of b.
func HashOf(b []byte) Hash { return sha256.Sum256(b) }

func (h Hash) String() string { return base64.RawURLEncoding.EncodeToString(h[:]) }

// AppendText implements encoding.TextAppender.
func (h Hash) AppendText(b []byte) ([]byte, error) {
	return base64.RawURLEncoding.AppendEncode(b, h[:]), nil
}

// MarshalText implements encoding.TextMarshaler.
func (h Hash) MarshalText() ([]byte, error) { return h.AppendText(nil) }

// UnmarshalText implements encoding.TextUnmarshaler. Only the one encoding of
// a hash is accepted.
func (h *Hash) UnmarshalText(text []byte) error {
	const letters = 43
	if len(text) != letters {
		return fmt.Errorf("a SHA-256 is 43 characters of base64url, not %d characters", len(text))
	}
	var out Hash
	var bad byte
	for i, o := 0, 0; o < 30; i, o = i+4, o+3 {
		a, b, c, d := sextet[text[i]], sextet[text[i+1]], sextet[text[i+2]], sextet[text[i+3]]
		bad |= a | b | c | d
		out[o], out[o+1], out[o+2] = a<<2|b>>4, b<<4|c>>2, c<<6|d
	}
	a, b, c := sextet[text[40]], sextet[text[41]], sextet[text[42]]
	out[30], out[31] = a<<2|b>>4, b<<4|c>>2
	if (bad|a|b|c)&invalid != 0 || c&3 != 0 {
		return fmt.Errorf("%q is not a SHA-256 in base64url", text)
	}
	*h = out
	return nil
}

// invalid marks what is no letter of base64url.
const invalid = 0xC0

// sextet is the value of each letter of base64url.
var sextet = func() (t [256]byte) {
	for i := range t {
		t[i] = invalid
	}
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	for i := range len(letters) {
		t[letters[i]] = byte(i)
	}
	return t
}()
