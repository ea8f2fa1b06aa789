package storetest

import (
	"context"
	"fmt"
	"iter"

	"github.com/hubledger/hubledger/eventstore"
)

var readCases = []testCase{
	{"an append is seen at once", seenAtOnce},
	{"a read ends where the log ended when it began", endsAtHead},
	{"reads that are left early", leftEarly},
	{"a consumer that appends while it reads", appendsWhileReading},
	{"a consumer that reads while it reads", readsWhileReading},
	{"get", get},
	{"a read whose context ends is never silently short", readCut},
}

// Whoever has an append's answer finds it wherever they look.
func seenAtOnce(s *subject) {
	for i := range 24 {
		name := stream(i % 2)
		events := Events(ID(fmt.Sprint("seen ", i)), "Happened", i%3+1)
		s.append(name, s.revision(name), events...)
		head := s.want[len(s.want)-1]
		if got := s.Head(); got != head.Seq {
			s.Fatalf("Head: got %d, want %d", got, head.Seq)
		}
		if got, err := s.Wait(s.ctx, head.Seq-1); got != head.Seq || err != nil {
			s.Fatalf("Wait for more than %d: got %d and error %v, want %d", head.Seq-1, got, err, head.Seq)
		}
		last, ok, err := s.Last(s.ctx, name)
		if d := difference(last, head, eventstore.Whole); d != "" || !ok || err != nil {
			s.Fatalf("Last of %s: got ok %t and error %v; %s", name, ok, err, d)
		}
		found, err := s.Find(s.ctx, name, ID(fmt.Sprint("seen ", i)))
		same(s, "Find", all(found, err), s.want[len(s.want)-len(events):], eventstore.Whole)
		s.reads("", int64(head.Seq)-1, s.want[head.Seq-1:])
		s.reads(name, int64(head.Revision)-1, s.want[head.Seq-1:])
	}
}

// A read brings all there was when it was called, and ends there: what is
// appended while it runs is for the next one.
func endsAtHead(s *subject) {
	s.grow(stream(1), 11)
	called := len(s.want)
	reads := []iter.Seq2[eventstore.Event, error]{
		s.ReadAll(s.ctx, 0, eventstore.Whole),
		s.ReadStream(s.ctx, stream(1), eventstore.NoStream, eventstore.Whole),
	}
	s.grow(stream(1), 3)
	for i, read := range reads {
		began, n := len(s.want), 0
		for e, err := range read {
			if err != nil {
				s.Fatalf("read %d: %v", i, err)
			}
			if d := difference(e, s.want[n], eventstore.Whole); d != "" {
				s.Fatalf("read %d: %s", i, d)
			}
			if n++; n > began {
				s.Fatalf("read %d: got seq %d, want an end at %d, the head when it began", i, e.Seq, began)
			}
			if n%4 == 1 {
				s.grow(stream(1), 1)
			}
		}
		if n < called {
			s.Fatalf("read %d: ended at %d, want %d at least, the head when it was called", i, n, called)
		}
	}
}

// A read may be left at any event, or never be begun, as often as one likes:
// nothing stays behind that stops others.
func leftEarly(s *subject) {
	s.grow(stream(1), 5)
	for i := range 100 {
		s.ReadAll(s.ctx, 0, eventstore.Whole)
		n := 0
		for e, err := range s.ReadAll(s.ctx, 0, eventstore.Whole) {
			if err != nil {
				s.Fatalf("ReadAll: %v at %d", err, e.Seq)
			}
			if n++; n > i%5 {
				break
			}
		}
		for e, err := range s.ReadStream(s.ctx, stream(1), 0, eventstore.WithoutMetadata) {
			if err != nil {
				s.Fatalf("ReadStream: %v at %d", err, e.Revision)
			}
			break
		}
	}
	s.grow(stream(1), 5)
	s.reads("", 0, s.want)
}

// A consumer may append while it reads: no lock is held while it runs.
func appendsWhileReading(s *subject) {
	s.grow(stream(1), 3)
	for _, err := range s.ReadAll(s.ctx, 0, eventstore.Whole) {
		if err != nil {
			s.Fatalf("ReadAll: %v", err)
		}
		s.grow(stream(1), 1)
		s.grow(stream(2), 1)
	}
	for _, err := range s.ReadStream(s.ctx, stream(1), eventstore.NoStream, eventstore.Whole) {
		if err != nil {
			s.Fatalf("ReadStream: %v", err)
		}
		s.grow(stream(1), 1)
	}
}

// Several reads run side by side and inside one another, each at its own
// place.
func readsWhileReading(s *subject) {
	for i := range 12 {
		s.grow(stream(i%2), 1)
	}
	outer := 0
	for e, err := range s.ReadAll(s.ctx, 0, eventstore.Whole) {
		if err != nil {
			s.Fatalf("ReadAll: %v", err)
		}
		s.reads(stream(1), int64(eventstore.NoStream), s.wantOf(stream(1)))
		if _, _, err := s.Last(s.ctx, stream(1)); err != nil {
			s.Fatalf("Last: %v", err)
		}
		if d := difference(e, s.want[outer], eventstore.Whole); d != "" {
			s.Fatalf("the outer read: %s", d)
		}
		outer++
	}
	nextA, stopA := iter.Pull2(s.ReadAll(s.ctx, 0, eventstore.Whole))
	defer stopA()
	nextB, stopB := iter.Pull2(s.ReadAll(s.ctx, 2, eventstore.Whole))
	defer stopB()
	for i := range 10 {
		for at, next := range map[int]func() (eventstore.Event, error, bool){i: nextA, i + 2: nextB} {
			e, err, ok := next()
			if err != nil || !ok {
				s.Fatalf("two reads in turn: got ok %t and error %v, want seq %d", ok, err, at+1)
			}
			if d := difference(e, s.want[at], eventstore.Whole); d != "" {
				s.Fatalf("two reads in turn: %s", d)
			}
		}
	}
}

// Get brings back the one event, and none where the log does not reach.
func get(s *subject) {
	s.grow(stream(1), 6)
	s.grow(stream(2), 6)
	for seq := eventstore.Seq(-1); seq <= 14; seq++ {
		e, ok, err := eventstore.Get(s.ctx, s, seq)
		there := seq >= 1 && seq <= 12
		if ok != there || err != nil {
			s.Fatalf("Get of %d: got ok %t and error %v, want ok %t", seq, ok, err, there)
		}
		if !there {
			continue
		}
		if d := difference(e, s.want[seq-1], eventstore.Whole); d != "" {
			s.Fatalf("Get of %d: %s", seq, d)
		}
	}
}

// A read under a context that has ended, or ends on the way, either brings all
// or ends with an error. An error is never taken for the end of the log.
func readCut(s *subject) {
	s.grow(stream(1), 20)
	for _, at := range []int{0, 1, 7} {
		for what, read := range map[string]func(context.Context) iter.Seq2[eventstore.Event, error]{
			"ReadAll": func(ctx context.Context) iter.Seq2[eventstore.Event, error] {
				return s.ReadAll(ctx, 0, eventstore.Whole)
			},
			"ReadStream": func(ctx context.Context) iter.Seq2[eventstore.Event, error] {
				return s.ReadStream(ctx, stream(1), eventstore.NoStream, eventstore.Whole)
			},
			"Find": func(ctx context.Context) iter.Seq2[eventstore.Event, error] {
				return all(s.Find(ctx, stream(1), ID("command 20")))
			},
			"Last": func(ctx context.Context) iter.Seq2[eventstore.Event, error] {
				e, ok, err := s.Last(ctx, stream(1))
				if !ok {
					return all(nil, err)
				}
				return all([]eventstore.Event{e}, err)
			},
		} {
			ctx, cancel := context.WithCancel(s.ctx)
			if at == 0 {
				cancel()
			}
			want := s.want
			if what == "Find" || what == "Last" {
				want = s.want[19:]
			}
			s.cutShort(fmt.Sprintf("%s cut at %d", what, at), read(ctx), want, at, cancel)
			cancel()
		}
	}
}

// cutShort reads, cancels after some events, and wants all or an error.
func (s *subject) cutShort(what string, read iter.Seq2[eventstore.Event, error], want []eventstore.Event, at int, cancel func()) {
	s.Helper()
	n := 0
	var ended error
	for e, err := range read {
		if ended != nil {
			s.Fatalf("%s: yielded more after the error %v", what, ended)
		}
		if err != nil {
			if ended = err; !isError(err, context.Canceled) {
				s.Errorf("%s: got error %v, want %v", what, err, context.Canceled)
			}
			continue
		}
		if n == len(want) {
			s.Fatalf("%s: got more than the %d events there are", what, n)
		}
		if d := difference(e, want[n], eventstore.Whole); d != "" {
			s.Fatalf("%s: %s", what, d)
		}
		if n++; n == at {
			cancel()
		}
	}
	if ended == nil && n != len(want) {
		s.Fatalf("%s: ended without an error after %d of %d events", what, n, len(want))
	}
}
