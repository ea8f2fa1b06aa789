package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/client"
)

func (p *program) replayCommand() *cobra.Command {
	var at place
	var flags filterFlags
	var format string
	cmd := &cobra.Command{
		Use:   "replay (--dir DIR | --server URL)",
		Short: "Print history",
		Long: `replay prints recorded events in the order of the ledger. With --as-of it prints
what was known then, whatever was recorded since. It reads a folder beside a
server that writes to it, or asks the server.

Without --format it prints a table to a terminal and NDJSON, one event a line
with the bytes as they are stored and hashed, to a pipe.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := at.needed(cmd); err != nil {
				return err
			}
			wanted, err := flags.parse()
			if err != nil {
				return err
			}
			if format == "" {
				format = formatNDJSON
				if isTerminal(p.stdout) {
					format = formatTable
				}
			}
			newPrinter, ok := printers[format]
			if !ok {
				return usage("--format %s: it should be table, ndjson or csv", format)
			}
			out := bufio.NewWriterSize(p.stdout, 64<<10)
			if err := p.replay(cmd.Context(), at, wanted, flags, newPrinter(out)); err != nil {
				return err
			}
			return out.Flush()
		},
	}
	at.orServer(cmd)
	flags.add(cmd)
	cmd.Flags().StringVar(&format, "format", "", "`table, ndjson or csv`")
	return cmd
}

func (p *program) replay(ctx context.Context, at place, wanted filter, flags filterFlags, out printer) error {
	events, done, err := p.history(ctx, at, wanted, flags)
	if err != nil {
		return err
	}
	defer done()
	if err := out.begin(); err != nil {
		return err
	}
	for e, err := range events {
		if err != nil {
			return fmt.Errorf("couldn't read on: %w", err)
		}
		if err := out.event(e); err != nil {
			return fmt.Errorf("couldn't print event %d: %w", e.Seq, err)
		}
	}
	return nil
}

// history is the wanted events of a ledger, wherever it is. The caller calls
// done when it has read them.
func (p *program) history(ctx context.Context, at place, wanted filter, flags filterFlags) (events iter.Seq2[eventstore.Event, error], done func(), err error) {
	if at.server != "" {
		c, err := p.client(at.server)
		if err != nil {
			return nil, nil, err
		}
		return c.Events(ctx, client.Filter{
			Stream: eventstore.StreamID(flags.stream), Hub: flags.hub, Types: wanted.Types, After: wanted.after, AsOf: flags.asOf,
			EffectiveFrom: wanted.EffectiveFrom, EffectiveTo: wanted.EffectiveTo,
			RecordedFrom: wanted.RecordedFrom, RecordedTo: wanted.RecordedTo,
		}), c.Close, nil
	}
	store, err := p.openReader(ctx, at.dir)
	if err != nil {
		return nil, nil, err
	}
	done = func() { store.Close() } // nothing was written
	if !wanted.at.IsZero() {
		if wanted.until, err = resolve(ctx, store, wanted.at); err != nil {
			done()
			return nil, nil, err
		}
		if wanted.until == 0 {
			wanted.until = -1
		}
	}
	return wantedOf(ctx, store, wanted), done, nil
}

// wantedOf are the events of a store that a filter lets through.
func wantedOf(ctx context.Context, store eventstore.Store, f filter) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) {
		all := store.ReadAll(ctx, f.after, eventstore.Whole)
		if len(f.Streams) == 1 {
			all = store.ReadStream(ctx, f.Streams[0], eventstore.NoStream, eventstore.Whole)
		}
		for e, err := range all {
			switch {
			case err != nil:
				yield(e, err)
				return
			case f.until != 0 && e.Seq > f.until:
				return
			case e.Seq <= f.after || !f.wants(e):
			case !yield(e, nil):
				return
			}
		}
	}
}

// printer prints events in one format.
type printer interface {
	begin() error
	event(eventstore.Event) error
}

const (
	formatTable  = "table"
	formatNDJSON = "ndjson"
	formatCSV    = "csv"
)

var printers = map[string]func(io.Writer) printer{
	formatTable:  func(w io.Writer) printer { return &tablePrinter{w: w} },
	formatNDJSON: func(w io.Writer) printer { return &linePrinter{w: w} },
	formatCSV:    newCSVPrinter,
}
