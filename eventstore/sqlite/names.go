package sqlite

import (
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/hubledger/hubledger/eventstore"
)

// names are the streams of the log by their number. Streams are never removed
// or renamed, so what was read once stays true.
type names struct {
	byID   atomic.Pointer[[]eventstore.StreamID] // index is the id; 0 is unused
	growth sync.Mutex                            // held to extend byID

	byName sync.Map // eventstore.StreamID to int64
}

// name is that of a stream, read through r if it is not known yet.
func (n *names) name(r *reader, id int64) (eventstore.StreamID, error) {
	if known := n.byID.Load(); known != nil && id > 0 && id < int64(len(*known)) {
		return (*known)[id], nil
	}
	return n.learn(r, id)
}

// learn reads the streams that came since.
func (n *names) learn(r *reader, id int64) (eventstore.StreamID, error) {
	n.growth.Lock()
	defer n.growth.Unlock()
	next := []eventstore.StreamID{""}
	if known := n.byID.Load(); known != nil {
		next = *known // others read no further than its length, and only here it grows
	}
	defer r.streamsAfter.Reset()
	if err := r.streamsAfter.BindInt64(1, int64(len(next)-1)); err != nil {
		return "", err
	}
	for r.streamsAfter.Step() {
		got, name := r.streamsAfter.ColumnInt64(0), eventstore.StreamID(r.streamsAfter.ColumnText(1))
		if got != int64(len(next)) || !name.Valid() {
			return "", damaged(0, "table streams has %q at id %d where id %d should be", name, got, len(next))
		}
		next = append(next, name)
	}
	if err := r.streamsAfter.Err(); err != nil {
		return "", fmt.Errorf("couldn't read the streams: %w", readError(err))
	}
	n.byID.Store(&next)
	if id < 1 || id >= int64(len(next)) {
		return "", damaged(0, "an event is of stream number %d, which table streams does not have", id)
	}
	return next[id], nil
}

// id is the number of a stream; ok is false where it has no events yet.
func (n *names) id(r *reader, name eventstore.StreamID) (id int64, ok bool, err error) {
	if id, ok := n.byName.Load(name); ok {
		return id.(int64), true, nil
	}
	defer r.streamID.Reset()
	if err := r.streamID.BindText(1, string(name)); err != nil {
		return 0, false, err
	}
	if !r.streamID.Step() {
		return 0, false, readError(r.streamID.Err())
	}
	id = r.streamID.ColumnInt64(0)
	n.byName.Store(name, id)
	return id, true, nil
}
