package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections"
)

// filterFlags are which events somebody asks for, as flags say.
type filterFlags struct {
	stream, hub                string
	types                      []string
	after                      int64
	asOf                       string
	effectiveFrom, effectiveTo string
	recordedFrom, recordedTo   string
}

func (f *filterFlags) add(cmd *cobra.Command) {
	fl := cmd.Flags()
	fl.StringVar(&f.stream, "stream", "", "only events of this `stream`, such as hub-QE1")
	fl.StringSliceVar(&f.types, "type", nil, "only events of this `type`, such as HubRegistered; may be given several times")
	fl.StringVar(&f.hub, "hub", "", "only events of the hub of this `ICB`: hub-QE1 with its locality hubs, workforce-QE1, and what was refused there")
	fl.Int64Var(&f.after, "after", 0, "only events after this `seq`")
	fl.StringVar(&f.asOf, "as-of", "", "as known at this `seq or instant`, inclusive, such as 41 or 2024-04-01T00:00:00Z")
	fl.StringVar(&f.effectiveFrom, "effective-from", "", "only events effective on this `day` or later")
	fl.StringVar(&f.effectiveTo, "effective-to", "", "only events effective on this `day` or before")
	fl.StringVar(&f.recordedFrom, "recorded-from", "", "only events recorded at this `instant` or later")
	fl.StringVar(&f.recordedTo, "recorded-to", "", "only events recorded at this `instant` or before")
}

// filter is which events are wanted.
type filter struct {
	projections.Filter
	after eventstore.Seq
	// until is the last Seq that is looked at; at is the instant it has to be
	// found for. Without both everything is.
	until eventstore.Seq
	at    time.Time
}

func (f *filterFlags) parse() (filter, error) {
	out := filter{after: eventstore.Seq(f.after), Filter: projections.Filter{Types: f.types}}
	if f.after < 0 {
		return out, usage("--after %d: it should be a seq, 0 or more", f.after)
	}
	for _, t := range f.types {
		if _, known := wire.KindOfEvent(t); !known {
			return out, usage("--type %s: there is no such type of event", t)
		}
	}
	if err := f.streams(&out); err != nil {
		return out, err
	}
	if err := f.moment(&out); err != nil {
		return out, err
	}
	for _, day := range []struct {
		flag, text string
		to         *domain.Date
	}{{"effective-from", f.effectiveFrom, &out.EffectiveFrom}, {"effective-to", f.effectiveTo, &out.EffectiveTo}} {
		if day.text == "" {
			continue
		}
		d, err := domain.ParseDate(day.text)
		if err != nil {
			return out, usage("--%s: %v", day.flag, err)
		}
		*day.to = d
	}
	for _, at := range []struct {
		flag, text string
		to         *time.Time
	}{{"recorded-from", f.recordedFrom, &out.RecordedFrom}, {"recorded-to", f.recordedTo, &out.RecordedTo}} {
		if at.text == "" {
			continue
		}
		t, err := time.Parse(time.RFC3339Nano, at.text)
		if err != nil {
			return out, usage("--%s %s: it should be an instant such as 2024-04-01T00:00:00Z", at.flag, at.text)
		}
		*at.to = t
	}
	return out, nil
}

func (f *filterFlags) streams(out *filter) error {
	if f.stream != "" && !eventstore.StreamID(f.stream).Valid() {
		return usage("--stream %s: it can't be the name of a stream", f.stream)
	}
	switch {
	case f.hub == "" && f.stream == "":
	case f.hub == "":
		out.Streams = []eventstore.StreamID{eventstore.StreamID(f.stream)}
	case !domain.IsICB(f.hub):
		return usage("--hub %s: it should be the code of an ICB, such as QE1; events of a locality hub stand in its ICB's stream", f.hub)
	default:
		out.Streams = wire.StreamsOf(f.hub)
		if f.stream != "" {
			if !slices.Contains(out.Streams, eventstore.StreamID(f.stream)) {
				return usage("--stream %s is none of the streams of hub %s, %v", f.stream, f.hub, out.Streams)
			}
			out.Streams = []eventstore.StreamID{eventstore.StreamID(f.stream)}
		}
	}
	return nil
}

func (f *filterFlags) moment(out *filter) error {
	if f.asOf == "" {
		return nil
	}
	if seq, err := strconv.ParseInt(f.asOf, 10, 64); err == nil && seq >= 0 {
		out.until = eventstore.Seq(seq)
		if seq == 0 {
			out.until = -1 // as known before the first event: nothing
		}
		return nil
	}
	if _, err := domain.ParseDate(f.asOf); err == nil {
		return usage("--as-of %s is a day, and a day is not a moment: its morning and its evening may know different things; it should be a seq, or an instant such as %sT23:59:59Z", f.asOf, f.asOf)
	}
	at, err := time.Parse(time.RFC3339Nano, f.asOf)
	if err != nil {
		return usage("--as-of %s: it should be a seq, or an instant such as 2024-04-01T00:00:00Z", f.asOf)
	}
	out.at = at
	return nil
}

// wants reports whether the filter lets an event through.
func (f *filter) wants(e eventstore.Event) bool {
	if len(f.Types) > 0 && !slices.Contains(f.Types, e.Type) || len(f.Streams) > 0 && !slices.Contains(f.Streams, e.Stream) {
		return false
	}
	if !f.EffectiveFrom.IsZero() && e.EffectiveOn < f.EffectiveFrom.String() {
		return false // dates compare as their texts; none is before all
	}
	if !f.EffectiveTo.IsZero() && (e.EffectiveOn == "" || e.EffectiveOn > f.EffectiveTo.String()) {
		return false
	}
	return !e.RecordedAt.Before(f.RecordedFrom) && (f.RecordedTo.IsZero() || !e.RecordedAt.After(f.RecordedTo))
}

// resolve finds the last Seq whose ledger time is not later than an instant.
func resolve(ctx context.Context, store eventstore.Store, at time.Time) (eventstore.Seq, error) {
	index := projections.NewLog()
	for e, err := range store.ReadAll(ctx, 0, eventstore.WithoutMetadata) {
		if err != nil {
			return 0, fmt.Errorf("couldn't find the event of %s: %w", at.Format(time.RFC3339Nano), err)
		}
		r := projections.Record{Seq: e.Seq, Stream: e.Stream, Revision: e.Revision, Type: e.Type, RecordedAt: e.RecordedAt}
		if e.Type == (domain.ClockFaultRecorded{}).EventType() { // the one that moves the ledger's time
			if r.Event, err = wire.Event(e); err != nil {
				return 0, err
			}
		}
		if err := index.Apply(r); err != nil {
			return 0, fmt.Errorf("couldn't follow the log at event %d: %w", e.Seq, err)
		}
	}
	return index.Resolve(at), nil
}
