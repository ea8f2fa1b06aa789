package verify

import (
	"context"
	"fmt"
	"hash/maphash"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// commandSet remembers which command ids have been met, in 8 bytes each: a
// fingerprint in an open table. Two ids may have one fingerprint, so what it
// holds against an id is only a suspicion; what it lets pass is new.
type commandSet struct {
	seed     maphash.Seed
	table    []uint64 // 0 is an empty place; the length is a power of two
	used     int
	suspects map[uuid.UUID]struct{}
}

func newCommandSet() *commandSet {
	return &commandSet{seed: maphash.MakeSeed(), table: make([]uint64, 1<<12), suspects: make(map[uuid.UUID]struct{})}
}

// add meets the first event of a command.
func (c *commandSet) add(id uuid.UUID) {
	f := maphash.Bytes(c.seed, id[:])
	if f == 0 {
		f = 1
	}
	if !c.insert(f) {
		c.suspects[id] = struct{}{}
	}
}

// insert reports whether the fingerprint is new.
func (c *commandSet) insert(f uint64) bool {
	if 4*(c.used+1) > 3*len(c.table) {
		c.grow()
	}
	mask := uint64(len(c.table) - 1)
	for i := f & mask; ; i = (i + 1) & mask {
		switch c.table[i] {
		case f:
			return false
		case 0:
			c.table[i] = f
			c.used++
			return true
		}
	}
}

func (c *commandSet) grow() {
	old := c.table
	c.table, c.used = make([]uint64, 2*len(old)), 0
	for _, f := range old {
		if f != 0 {
			c.insert(f)
		}
	}
}

// reused looks through the log once more for what the suspects have recorded
// before.
func (v *verifier) reused(ctx context.Context) error {
	if len(v.once.suspects) == 0 {
		return nil
	}
	type place struct {
		seq    eventstore.Seq
		stream eventstore.StreamID
	}
	firsts := make(map[uuid.UUID]place)
	for e, err := range v.store.ReadAll(ctx, 0, eventstore.Whole) {
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return nil // reported when it was read the first time
		}
		if e.Seq > v.report.Head {
			return nil
		}
		st := eventstore.ParseStated(e.Metadata)
		if _, suspect := v.once.suspects[st.Command]; !suspect || !st.HasCommand || st.N != 0 {
			continue
		}
		first, met := firsts[st.Command]
		if !met {
			firsts[st.Command] = place{e.Seq, e.Stream}
			continue
		}
		v.find(Finding{ReusedID, e.Seq, e.Stream, fmt.Sprintf(
			"command %s recorded events before, from event %d on (%s); a command id belongs to one command", st.Command, first.seq, first.stream)})
	}
	return nil
}
