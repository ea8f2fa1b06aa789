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
	var buf [sha256.Size + 1]byte
	if len(text) != base64.RawURLEncoding.EncodedLen(len(h)) {
		return fmt.Errorf("a SHA-256 is 43 characters of base64url, not %d characters", len(text))
	}
	n, err := base64.RawURLEncoding.Strict().Decode(buf[:], text)
	if err != nil || n != len(h) {
		return fmt.Errorf("a SHA-256 is 43 characters of base64url")
	}
	copy(h[:], buf[:n])
	return nil
}

// ParseHash reads the text of a hash.
func ParseHash(s string) (Hash, error) {
	var h Hash
	err := h.UnmarshalText([]byte(s))
	return h, err
}
