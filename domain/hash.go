package domain

import (
	"encoding/base64"
	"fmt"
)

// Hash is a SHA-256. Its text is base64url without padding, 43 characters.
type Hash [32]byte

func (h Hash) String() string { return base64.RawURLEncoding.EncodeToString(h[:]) }

// IsZero reports whether there is no hash.
func (h Hash) IsZero() bool { return h == Hash{} }

// AppendText implements encoding.TextAppender.
func (h Hash) AppendText(b []byte) ([]byte, error) {
	return base64.RawURLEncoding.AppendEncode(b, h[:]), nil
}

// MarshalText implements encoding.TextMarshaler.
func (h Hash) MarshalText() ([]byte, error) { return h.AppendText(nil) }

// UnmarshalText implements encoding.TextUnmarshaler. It takes only the one text
// of a hash.
func (h *Hash) UnmarshalText(text []byte) error {
	// The decoder passes over line feeds, so the length is looked at first.
	var b Hash
	if len(text) != base64.RawURLEncoding.EncodedLen(len(b)) {
		return fmt.Errorf("a SHA-256 is 43 characters of base64url without padding")
	}
	if n, err := base64.RawURLEncoding.Strict().Decode(b[:], text); err != nil || n != len(b) {
		return fmt.Errorf("a SHA-256 is 43 characters of base64url without padding")
	}
	*h = b
	return nil
}
