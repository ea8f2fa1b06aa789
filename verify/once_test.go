package verify

import (
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"
)

// The set lets no id pass that it has met, whatever their number, and suspects
// few that it has not.
func TestCommandSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newCommandSet()
		met := make(map[uuid.UUID]bool)
		again := make(map[uuid.UUID]bool)
		space := rapid.IntRange(1, 3_000).Draw(t, "ids to choose from")
		for i := range 3_000 {
			id := uuid.NewSHA1(uuid.Nil, []byte{byte(i * 7 % space), byte(i * 7 % space >> 8)})
			c.add(id)
			if met[id] {
				again[id] = true
			}
			met[id] = true
		}
		for id := range again {
			if _, ok := c.suspects[id]; !ok {
				t.Fatalf("%s came again and is not suspected", id)
			}
		}
		if extra := len(c.suspects) - len(again); extra > 0 {
			t.Fatalf("%d ids are suspected that came once", extra)
		}
		if c.used != len(met) {
			t.Fatalf("the table holds %d fingerprints of %d ids", c.used, len(met))
		}
	})
}

// A table that grows keeps every fingerprint.
func TestTableGrows(t *testing.T) {
	c := newCommandSet()
	for f := uint64(1); f < 10_000; f++ {
		if !c.insert(f) {
			t.Fatalf("%d is new", f)
		}
	}
	for f := uint64(1); f < 10_000; f++ {
		if c.insert(f) {
			t.Fatalf("%d is not new", f)
		}
	}
}
