package storetest

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/hubledger/hubledger/eventstore"
)

var writersCases = []testCase{
	{"two writers meet on one stream", twoWriters},
	{"many writers on one stream", oneStream},
	{"one command sent by many at once", oneCommandByMany},
	{"many writers and readers on many streams", manyStreams},
	{"appends handed in one on top of the other", onTop},
}

// Appends that are handed in without waiting are judged in their order: each
// that expects what the one before makes is recorded after it, and one on top of
// one that fails fails too.
func onTop(s *subject) {
	var pending []eventstore.Pending
	for i := range 50 {
		e, at := s.newEvent(), s.revision(stream(1))
		if i == 20 { // it expects too much, and what follows expects it
			for over := range eventstore.Revision(2) {
				pending = append(pending, eventstore.Enqueue(s.ctx, s.Store, stream(1), at+1+over, []eventstore.NewEvent{s.newEvent()}))
			}
		}
		pending = append(pending, eventstore.Enqueue(s.ctx, s.Store, stream(1), at, []eventstore.NewEvent{e}))
		s.want = append(s.want, recorded(eventstore.Seq(len(s.want)+1), stream(1), at+1, e))
	}
	next := eventstore.Seq(1)
	for i, p := range pending {
		select {
		case <-p.Done():
		case <-s.ctx.Done():
			s.Fatalf("append %d has no answer", i)
		}
		seq, err := p.Result()
		if i == 20 || i == 21 {
			if want := conflict(stream(1), 20+eventstore.Revision(i-20), 19); !isError(err, want) {
				s.Fatalf("append %d: got seq %d and error %v, want: %v", i, seq, err, want)
			}
			continue
		}
		if err != nil || seq != next {
			s.Fatalf("append %d: got seq %d and error %v, want seq %d", i, seq, err, next)
		}
		next++
	}
}

// In each round two writers append to one stream at the same revision: one is
// recorded, and the other is told of a conflict with it.
func twoWriters(s *subject) {
	for round := range 60 {
		events := [2][]eventstore.NewEvent{}
		for i := range events {
			events[i] = Events(ID(fmt.Sprint("meets ", round, i)), "Happened", 2)
		}
		expected := s.revision(stream(1))
		var seqs [2]eventstore.Seq
		var errs [2]error
		start := make(chan struct{})
		var wg sync.WaitGroup
		for i := range 2 {
			wg.Go(func() {
				<-start
				seqs[i], errs[i] = s.Append(s.ctx, stream(1), expected, events[i])
			})
		}
		close(start)
		wg.Wait()
		winner := 0
		if errs[0] != nil {
			winner = 1
		}
		first := eventstore.Seq(len(s.want) + 1)
		if errs[winner] != nil || seqs[winner] != first {
			s.Fatalf("round %d: got seqs %v and errors %v, want one recorded at %d", round, seqs, errs, first)
		}
		if want := conflict(stream(1), expected, expected+2); !isError(errs[1-winner], want) {
			s.Fatalf("round %d: the other got seq %d and error %v, want: %v", round, seqs[1-winner], errs[1-winner], want)
		}
		for i, e := range events[winner] {
			n := eventstore.Seq(i)
			s.want = append(s.want, recorded(first+n, stream(1), expected+1+eventstore.Revision(n), e))
		}
	}
}

// Many writers who all go after one stream are all recorded, each once.
func oneStream(s *subject) {
	s.free = true
	const writers, each = 16, 8
	attempts := make([][]attempt, writers)
	s.together(writers, func(ctx context.Context, i int) error {
		at := eventstore.NoStream
		for n := range each {
			a := persist(ctx, s, stream(1), at, Events(ID(fmt.Sprint("storm ", i, " ", n)), "Happened", 1+n%2))
			attempts[i] = append(attempts[i], a)
			if a.err != nil {
				return a.err
			}
			at = a.last()
		}
		return nil
	})
	s.account(attempts...)
}

// A command that many send at once, as a client does who lost an answer, is
// recorded once; all the others are told so, whatever revision they expect.
func oneCommandByMany(s *subject) {
	s.grow(stream(1), 3)
	for round := range 20 {
		command := ID(fmt.Sprint("sent by many ", round))
		events := Events(command, "Happened", 2)
		at := s.revision(stream(1))
		var recordings atomic.Int32
		s.together(8, func(ctx context.Context, i int) error {
			seq, err := s.Append(ctx, stream(1), at, events)
			switch {
			case err == nil && seq == eventstore.Seq(len(s.want)+1):
				recordings.Add(1)
				return nil
			case isError(err, taken(stream(1), command)):
				return nil
			}
			return fmt.Errorf("sender %d: got seq %d and error %v, want it recorded or known", i, seq, err)
		})
		if n := recordings.Load(); n != 1 {
			s.Fatalf("round %d: %d of 8 senders were told that they recorded it, want 1", round, n)
		}
		for i, e := range events {
			s.want = append(s.want, recorded(eventstore.Seq(len(s.want)+1), stream(1), at+1+eventstore.Revision(i), e))
		}
	}
}

// While many write to many streams, every kind of reader sees one and the same
// order, without gaps, each event once, and never loses what it saw.
func manyStreams(s *subject) {
	s.free = true
	const writers, each, streams = 8, 24, 6
	size := func(i, n int) int { return 1 + (i+n)%3 }
	total := 0
	for i := range writers {
		for n := range each {
			total += size(i, n)
		}
	}
	attempts := make([][]attempt, writers)
	watchers := watchers(total, streams)
	seen := make([][]eventstore.Event, len(watchers))
	s.together(writers+len(watchers), func(ctx context.Context, i int) error {
		if i >= writers {
			w := watchers[i-writers]
			events, err := w.follow(ctx, s.Store)
			seen[i-writers] = events
			if err != nil {
				return fmt.Errorf("a reader that %s: %w", w.how, err)
			}
			return nil
		}
		at := make(map[eventstore.StreamID]eventstore.Revision)
		for n := range each {
			name := stream((i + n) % streams)
			expected, known := at[name]
			if !known {
				expected = eventstore.NoStream
			}
			a := persist(ctx, s, name, expected, Events(ID(fmt.Sprint("crowd ", i, " ", n)), "Happened", size(i, n)))
			attempts[i] = append(attempts[i], a)
			if a.err != nil {
				return a.err
			}
			at[name] = a.last()
			if head, end := s.Head(), a.first+eventstore.Seq(len(a.events))-1; head < end {
				return fmt.Errorf("Head: got %d, after %d was acknowledged", head, end)
			}
			if err := pause(ctx); err != nil { // so that the readers of a fast store see it grow
				return err
			}
		}
		return nil
	})
	log := s.account(attempts...)
	for i, w := range watchers {
		same(s, "a reader that "+w.how, all(seen[i], nil), log, eventstore.Whole)
	}
}
