package storetest

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/hubledger/hubledger/eventstore"
)

var waitCases = []testCase{
	{"wait returns at once where the log is longer", waitLonger},
	{"wait wakes everybody", waitWakes},
	{"wait misses no append", waitMisses},
	{"wait ends with its context", waitEnds},
	{"only an event ends a wait", waitOnlyEvents},
	{"subscribe follows", subscribe},
}

// Where the log is longer already there is nothing to wait for.
func waitLonger(s *subject) {
	s.grow(stream(1), 3)
	for after := range eventstore.Seq(3) {
		if got, err := s.Wait(s.ctx, after); got != 3 || err != nil {
			s.Errorf("Wait for more than %d: got %d and error %v, want 3", after, got, err)
		}
	}
}

// One append wakes all who wait for it, and nobody who waits for more.
func waitWakes(s *subject) {
	type answer struct {
		after, head eventstore.Seq
		err         error
	}
	answers := make(chan answer, 16)
	for i := range eventstore.Seq(16) {
		go func() {
			head, err := s.Wait(s.ctx, i%4)
			answers <- answer{i % 4, head, err}
		}()
	}
	for i := range 4 {
		s.grow(stream(1), 1)
		for range 4 { // those that waited for this one
			if a := <-answers; a.err != nil || a.head <= a.after || a.head != eventstore.Seq(i+1) {
				s.Errorf("Wait for more than %d: got %d and error %v, want %d", a.after, a.head, a.err, i+1)
			}
		}
	}
}

// Nobody who goes to wait while an append is recorded sleeps through it.
func waitMisses(s *subject) {
	const rounds = 300
	followed := make(chan error, 1)
	turn := make(chan struct{}, rounds)
	go func() {
		defer close(turn)
		for after := eventstore.Seq(0); after < rounds; {
			head, err := s.Wait(s.ctx, after)
			if err != nil {
				followed <- fmt.Errorf("Wait for more than %d, which was appended: %w", after, err)
				return
			}
			after = head
			turn <- struct{}{}
		}
		followed <- nil
	}()
	for range rounds {
		s.grow(stream(1), 1)
		if _, open := <-turn; !open {
			break
		}
	}
	if err := <-followed; err != nil {
		s.Fatal(err)
	}
}

// A wait ends with its context and with its error, before or while it waits.
func waitEnds(s *subject) {
	s.grow(stream(1), 1)
	cut := func(ctx context.Context, after eventstore.Seq, cause error) {
		s.Helper()
		if got, err := s.Wait(ctx, after); !errors.Is(err, cause) {
			s.Errorf("Wait for more than %d: got %d and error %v, want %v", after, got, err, cause)
		}
	}
	ctx, cancel := context.WithCancel(s.ctx)
	time.AfterFunc(5*time.Millisecond, cancel)
	cut(ctx, 1, context.Canceled)
	cut(ctx, 1, context.Canceled)
	cut(ctx, 1<<62, context.Canceled)
	ctx, cancel = context.WithTimeout(s.ctx, 5*time.Millisecond)
	defer cancel()
	cut(ctx, 1, context.DeadlineExceeded)
	s.grow(stream(1), 1)
}

// What was refused is no reason to wake up.
func waitOnlyEvents(s *subject) {
	s.grow(stream(1), 2)
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	woken := make(chan error, 1)
	go func() {
		head, err := s.Wait(ctx, 2)
		if err == nil {
			err = fmt.Errorf("Wait for more than 2: got %d, and nothing was recorded", head)
		}
		woken <- err
	}()
	for range 10 {
		s.refuse(conflict(stream(1), 0, 1), stream(1), 0, s.newEvent())
		s.refuse(&eventstore.InvalidError{}, stream(1), 1)
	}
	time.AfterFunc(10*time.Millisecond, cancel)
	if err := <-woken; !errors.Is(err, context.Canceled) {
		s.Error(err)
	}
}

// A subscription yields what there is and what comes, from wherever it began,
// and its context's error last.
func subscribe(s *subject) {
	const count = 40
	s.grow(stream(1), count/2)
	ctx, cancel := context.WithCancel(s.ctx)
	defer cancel()
	type follower struct {
		seen []eventstore.Event
		err  error
	}
	starts := []eventstore.Seq{0, 9, count / 2, count / 2}
	followed := make(chan follower, len(starts))
	reached := make(chan struct{}, len(starts))
	for _, after := range starts {
		go func() {
			var f follower
			for e, err := range eventstore.Subscribe(ctx, s, after, eventstore.Whole) {
				if err != nil {
					f.err = err
					continue // it must be the last
				}
				f.seen = append(f.seen, e)
				if e.Seq == count {
					reached <- struct{}{}
				}
			}
			followed <- f
		}()
	}
	s.grow(stream(2), count/2)
	for range starts {
		select {
		case <-reached:
		case <-s.ctx.Done():
			s.Errorf("Subscribe: has not yielded seq %d, which was appended", count)
		}
	}
	cancel()
	for range starts {
		f := <-followed
		if !errors.Is(f.err, context.Canceled) {
			s.Errorf("Subscribe: ended with error %v, want %v", f.err, context.Canceled)
		}
		if len(f.seen) > 0 {
			same(s, "Subscribe", all(f.seen, nil), s.want[f.seen[0].Seq-1:], eventstore.Whole)
		}
	}
}
