package sqlite

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/hubledger/hubledger/eventstore"
)

// head is how far the log is visible. It only grows.
type head struct {
	seq atomic.Int64

	mu     sync.Mutex
	longer chan struct{} // closed when the log has grown; nil where nobody waits
}

func (h *head) get() eventstore.Seq { return eventstore.Seq(h.seq.Load()) }

// raise makes events up to seq visible and wakes who waits.
func (h *head) raise(seq eventstore.Seq) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if int64(seq) <= h.seq.Load() {
		return
	}
	h.seq.Store(int64(seq))
	if h.longer != nil {
		close(h.longer)
		h.longer = nil
	}
}

// wait returns the head once it is beyond after.
func (h *head) wait(ctx context.Context, closed <-chan struct{}, after eventstore.Seq) (eventstore.Seq, error) {
	for {
		select {
		case <-closed:
			return 0, eventstore.ErrClosed
		default:
		}
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		longer := h.bell()
		if seq := h.get(); seq > after {
			return seq, nil
		}
		select {
		case <-longer:
		case <-ctx.Done():
		case <-closed:
		}
	}
}

// bell is closed when the log grows beyond what it was when bell returned.
func (h *head) bell() <-chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.longer == nil {
		h.longer = make(chan struct{})
	}
	return h.longer
}
