package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

var contextCases = []testCase{
	{"an append whose context has ended", endedBefore},
	{"appends whose contexts end on the way", endsOnTheWay},
}

// An append under a context that has ended already is recorded as a whole or
// not at all, and is acknowledged only if it was.
func endedBefore(s *subject) {
	s.free = true
	ctx, cancel := context.WithCancel(s.ctx)
	cancel()
	var attempts []attempt
	for i := range 24 {
		use := ctx
		if i%3 == 2 {
			use = s.ctx
		}
		a := persist(use, s, stream(i%4), eventstore.NoStream, Events(ID(fmt.Sprint("ended ", i)), "Happened", 3))
		if use == s.ctx && a.err != nil {
			s.Fatalf("Append after one whose context had ended: %v", a.err)
		}
		attempts = append(attempts, a)
	}
	s.settle()
	s.account(attempts)
}

// Wherever an append's context ends, of its events all are recorded or none,
// and the store goes on for others.
func endsOnTheWay(s *subject) {
	s.free = true
	const writers, each = 6, 40
	attempts := make([][]attempt, writers)
	s.together(writers, func(ctx context.Context, i int) error {
		random := rand.New(rand.NewPCG(uint64(i), 7))
		at := make(map[eventstore.StreamID]eventstore.Revision)
		for n := range each {
			name := stream(i % 2 * (n % 3))
			expected, known := at[name]
			if !known {
				expected = eventstore.NoStream
			}
			// Half of them end within the time of an append, wherever that is
			// spent; those before one takes place are in the case above.
			cut, cancel := context.WithCancel(ctx)
			if n%2 == 0 {
				time.AfterFunc(time.Duration(random.Int64N(int64(time.Millisecond))), cancel)
			}
			a := persist(cut, s, name, expected, Events(ID(fmt.Sprint("cut ", i, " ", n)), "Happened", 1+n%4))
			cancel()
			attempts[i] = append(attempts[i], a)
			switch {
			case a.err == nil:
				at[name] = a.last()
			case n%2 == 1:
				return fmt.Errorf("Append while others' contexts end: %w", a.err)
			}
		}
		return nil
	})
	s.settle()
	s.account(attempts...)
}
