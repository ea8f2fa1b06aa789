package domain_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

// A hash has one text, and no other is read.
func TestHashHasOneText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := domain.Hash(rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "bytes"))
		text := h.String()
		var back domain.Hash
		if err := back.UnmarshalText([]byte(text)); err != nil || back != h || len(text) != 43 {
			t.Fatalf("%s is read as %s, %v", text, back, err)
		}
		i := rapid.IntRange(0, 42).Draw(t, "at")
		other := text[:i] + rapid.StringMatching(`[A-Za-z0-9_+/=\n-]`).Draw(t, "instead") + text[i+1:]
		if err := back.UnmarshalText([]byte(other)); err == nil && back.String() != other {
			t.Fatalf("%q is read as %s", other, back)
		}
	})
	text := domain.Hash{1}.String()
	for _, s := range []string{"", text[:42], text + "A", text + "\n", text[:20] + "\n" + text[20:], text + "=", strings.Repeat("A", 42) + "B"} {
		h := domain.Hash{9}
		if err := h.UnmarshalText([]byte(s)); err == nil || h != (domain.Hash{9}) {
			t.Errorf("%q: got %s, %v, want an error and nothing changed", s, h, err)
		}
	}
}
