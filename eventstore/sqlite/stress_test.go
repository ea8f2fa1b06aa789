package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// Readers of this store and of another, while large and small events come and
// the write-ahead log is begun anew all the time: every event read is the one
// that was appended.
func TestReadersWhileTheLogTurns(t *testing.T) {
	length := time.Second
	if long {
		length = 2 * time.Minute
	}
	dir := filepath.Join(t.TempDir(), "ledger")
	s := create(t, dir, Options{maxLog: 20 * pageSize})
	beside, err := OpenReader(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer beside.Close()
	ctx, stop := context.WithTimeout(t.Context(), length)
	defer stop()
	var wg sync.WaitGroup
	for w := range 3 {
		wg.Go(func() {
			stream := eventstore.StreamID(fmt.Sprintf("writer-%d", w))
			for i := 0; ctx.Err() == nil; i++ {
				data := bytes.Repeat(fmt.Appendf(nil, "%d %d ", w, i), 1+i%7*i%5000)
				e := storetest.Event(storetest.ID(fmt.Sprint(w, " ", i)), 0, "Happened", data)
				if _, err := s.Append(context.Background(), stream, eventstore.Revision(i-1), []eventstore.NewEvent{e}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for _, reader := range []*Store{s, s, beside} {
		wg.Go(func() {
			for read := 0; ctx.Err() == nil; {
				for e, err := range reader.ReadAll(context.Background(), eventstore.Seq(read%1000), eventstore.Whole) {
					if err != nil {
						t.Error(err)
						return
					}
					if st := eventstore.ParseStated(e.Metadata); st.DataHash != eventstore.HashOf(e.Data) {
						t.Errorf("event %d: its %d bytes are not those that were appended", e.Seq, len(e.Data))
						return
					}
					if read++; ctx.Err() != nil {
						break
					}
				}
			}
		})
	}
	wg.Wait()
	storetest.Check(t, s)
}
