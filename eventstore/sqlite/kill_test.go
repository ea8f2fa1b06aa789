package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// childDir is the environment variable that makes the test binary append to a
// ledger until it is killed.
const childDir = "HUBLEDGER_TEST_APPEND_IN"

const killWriters = 4

// killEvents are the events that a writer appends to its own stream at a
// revision: always the same.
func killEvents(writer int, revision eventstore.Revision) (eventstore.StreamID, []eventstore.NewEvent) {
	stream := eventstore.StreamID(fmt.Sprintf("writer-%d", writer))
	return stream, storetest.Events(storetest.ID(fmt.Sprint("killed ", writer, " ", revision)), "Happened", 2)
}

// appendUntilKilled is the child: it prints each acknowledged writer and
// revision, after it was acknowledged.
func appendUntilKilled(dir string) {
	ctx := context.Background()
	s, err := Open(ctx, dir, Options{maxLog: 64 << 10})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var out sync.Mutex
	for w := range killWriters {
		go func() {
			stream, _ := killEvents(w, 0)
			last, ok, err := s.Last(ctx, stream)
			expected := eventstore.NoStream
			if ok {
				expected = last.Revision
			}
			for ; err == nil; expected += 2 {
				_, events := killEvents(w, expected)
				if _, err = s.Append(ctx, stream, expected, events); err == nil {
					out.Lock()
					fmt.Println(w, int64(expected)+2)
					out.Unlock()
				}
			}
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}()
	}
	select {}
}

// A process that is killed at any moment has everything it acknowledged in the
// store when the next one opens it.
func TestKill(t *testing.T) {
	rounds := 10
	if long {
		rounds = 200
	}
	dir := t.TempDir()
	closed(t, create(t, dir, Options{}))
	acknowledged := make([]eventstore.Revision, killWriters)
	for w := range acknowledged {
		acknowledged[w] = eventstore.NoStream
	}
	for round := range rounds {
		killOnce(t, dir, acknowledged, time.Duration(rand.IntN(60))*time.Millisecond)
		s := open(t, dir, Options{})
		storetest.Check(t, s)
		for w, want := range acknowledged {
			stream, _ := killEvents(w, 0)
			last, _, err := s.Last(t.Context(), stream)
			if err != nil || last.Revision < want {
				t.Fatalf("round %d: %s is at %d, %v, but %d was acknowledged", round, stream, last.Revision, err, want)
			}
		}
		closed(t, s)
	}
	for w, n := range acknowledged {
		if n == eventstore.NoStream {
			t.Errorf("writer %d never had anything acknowledged: the test shows nothing", w)
		}
	}
}

// killOnce runs the child, kills it a while after its first acknowledgement,
// and keeps what it has acknowledged.
func killOnce(t *testing.T, dir string, acknowledged []eventstore.Revision, after time.Duration) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childDir+"="+dir)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	first := true
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if first {
			first = false
			time.AfterFunc(after, func() { child.Process.Kill() })
		}
		var w int
		var n int64
		if _, err := fmt.Sscan(lines.Text(), &w, &n); err != nil {
			break // cut off by the kill
		}
		acknowledged[w] = eventstore.Revision(n)
	}
	_ = child.Wait() // killed
	if first {
		t.Fatal("the child acknowledged nothing")
	}
}
