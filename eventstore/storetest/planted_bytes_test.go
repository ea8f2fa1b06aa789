package storetest

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// onEvery plants a fault in every event that comes out, wherever it does.
func onEvery(f func(*eventstore.Event)) func(*altered) {
	return func(a *altered) {
		read, last, find := a.read, a.last, a.find
		a.read = func(c readCall) events { return mapped(read(c), f) }
		a.last = func(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
			e, ok, err := last(ctx, stream)
			f(&e)
			return e, ok, err
		}
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			found, err := find(ctx, stream, command)
			return collectMapped(all(found, err), f)
		}
	}
}

func mapped(read events, f func(*eventstore.Event)) events {
	return func(yield func(eventstore.Event, error) bool) {
		for e, err := range read {
			if f(&e); !yield(e, err) {
				return
			}
		}
	}
}

func collectMapped(read events, f func(*eventstore.Event)) ([]eventstore.Event, error) {
	return collect(mapped(read, f))
}

// shared are the store's own events of a read, not copies.
func (a *altered) shared(read events) events {
	return mapped(read, func(e *eventstore.Event) {
		if e.Seq > 0 {
			e.Data, e.Metadata = a.log[e.Seq-1].Data, a.log[e.Seq-1].Metadata
		}
	})
}

const (
	handedOutCase = "what is handed out is not the store's memory"
	byteCase      = "bytes come back as they went in"
)

var plantedInBytes = []planted{
	{fault: "data ends at a NUL", found: byteCase, plant: onEvery(func(e *eventstore.Event) {
		e.Data, _, _ = bytes.Cut(e.Data, []byte{0})
	})},
	{fault: "data is made valid UTF-8", found: byteCase, plant: onEvery(func(e *eventstore.Event) {
		e.Data = bytes.ToValidUTF8(e.Data, []byte("\ufffd"))
	})},
	{fault: "empty data becomes an object", found: byteCase, plant: onEvery(func(e *eventstore.Event) {
		if len(e.Data) == 0 {
			e.Data = []byte("{}")
		}
	})},
	{fault: "data is cut to 64 KiB", found: byteCase, plant: onEvery(func(e *eventstore.Event) {
		e.Data = e.Data[:min(len(e.Data), 1<<16)]
	})},
	{fault: "JSON is written anew", found: byteCase, plant: onEvery(func(e *eventstore.Event) {
		data := jsontext.Value(bytes.Clone(e.Data))
		if data.Compact() == nil {
			e.Data = data
		}
	})},
	{fault: "metadata that is no JSON is dropped", found: "metadata that is no envelope", plant: onEvery(func(e *eventstore.Event) {
		if !jsontext.Value(e.Metadata).IsValid() {
			e.Metadata = nil
		}
	})},
	{fault: "types are trimmed", found: "unknown types", plant: onEvery(func(e *eventstore.Event) {
		e.Type = strings.TrimSpace(e.Type)
	})},
	{fault: "types are cut to 255 bytes", found: "unknown types", plant: onEvery(func(e *eventstore.Event) {
		e.Type = e.Type[:min(len(e.Type), 255)]
	})},
	{fault: "instants are kept to the millisecond", found: "what metadata states stands beside the event", plant: onEvery(func(e *eventstore.Event) {
		e.RecordedAt = e.RecordedAt.Truncate(time.Millisecond)
	})},
	{fault: "an instant is the store's own", found: "what metadata states stands beside the event", plant: onEvery(func(e *eventstore.Event) {
		e.RecordedAt = time.Now()
	})},
	{fault: "the date is forgotten", found: "what metadata states stands beside the event", plant: onEvery(func(e *eventstore.Event) {
		e.EffectiveOn = ""
	})},
	{fault: "the version is always 1", found: "what metadata states stands beside the event", plant: onEvery(func(e *eventstore.Event) {
		e.Version = 1
	})},
	{fault: "an id is the store's own", found: "seqs and revisions count on after 9 and 99", plant: onEvery(func(e *eventstore.Event) {
		e.ID = uuid.New()
	})},
	{fault: "leaving metadata out leaves it empty, not nil", found: "seqs and revisions count on after 9 and 99", plant: onEvery(func(e *eventstore.Event) {
		if e.Metadata == nil {
			e.Metadata = []byte{}
		}
	})},
	{fault: "leaving metadata out forgets what it states", found: "what metadata states stands beside the event", plant: onEvery(func(e *eventstore.Event) {
		if e.Metadata == nil {
			e.Version, e.RecordedAt, e.EffectiveOn = 0, time.Time{}, ""
		}
	})},
	{fault: "metadata can't be left out", found: "seqs and revisions count on after 9 and 99", plant: func(a *altered) {
		read := a.read
		a.read = func(c readCall) events {
			c.parts = eventstore.Whole
			return read(c)
		}
	}},
	{fault: "the store keeps the slices it is handed", found: "what was handed in is not the store's memory",
		plant: onAppend(func(a *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			for i, e := range c.events {
				if err == nil {
					at := &a.log[int(first)-1+i]
					at.Data, at.Metadata = e.Data, e.Metadata
				}
			}
			return first, err
		})},
	{fault: "the store writes on what it is handed", found: "what was handed in is not the store's memory",
		plant: onAppend(func(_ *altered, c appendCall, pass pass) (eventstore.Seq, error) {
			first, err := pass(c)
			for _, e := range c.events {
				slices.Reverse(e.Data)
			}
			return first, err
		})},
	{fault: "a read hands out the store's slices", found: handedOutCase, plant: func(a *altered) {
		read := a.read
		a.read = func(c readCall) events { return a.shared(read(c)) }
	}},
	{fault: "Last hands out the store's slices", found: handedOutCase, plant: func(a *altered) {
		last := a.last
		a.last = func(ctx context.Context, stream eventstore.StreamID) (eventstore.Event, bool, error) {
			e, ok, err := last(ctx, stream)
			if ok {
				e.Data = a.log[e.Seq-1].Data
			}
			return e, ok, err
		}
	}},
	{fault: "Find hands out the store's slices", found: handedOutCase, plant: func(a *altered) {
		find := a.find
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			return collect(a.shared(all(find(ctx, stream, command))))
		}
	}},
	{fault: "Find hands out the same list twice", found: handedOutCase, plant: func(a *altered) {
		find, kept := a.find, make(map[uuid.UUID][]eventstore.Event)
		a.find = func(ctx context.Context, stream eventstore.StreamID, command uuid.UUID) ([]eventstore.Event, error) {
			if found, ok := kept[command]; ok {
				return found, nil
			}
			found, err := find(ctx, stream, command)
			kept[command] = found
			return found, err
		}
	}},
	{fault: "a read has one buffer for all its events", found: handedOutCase, plant: func(a *altered) {
		read := a.read
		a.read = func(c readCall) events {
			var buffer []byte
			return mapped(read(c), func(e *eventstore.Event) {
				buffer = append(buffer[:0], e.Data...)
				e.Data = buffer
			})
		}
	}},
	{fault: "data and metadata lie in one slice", found: handedOutCase, plant: onEvery(func(e *eventstore.Event) {
		if len(e.Metadata) > 0 {
			both := slices.Concat(e.Data, e.Metadata)
			e.Data, e.Metadata = both[:len(e.Data)], both[len(e.Data):]
		}
	})},
}
