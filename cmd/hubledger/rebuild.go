package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections"
)

func (p *program) rebuildCommand() *cobra.Command {
	var at place
	var moment filterFlags
	var workers int
	var format string
	cmd := &cobra.Command{
		Use:   "rebuild --dir DIR",
		Short: "Make all projections anew from event 1, and print their digests",
		Long: `rebuild folds the log from event 1 into all projections, as a server does when it
starts, and prints how fast that went, how much memory they take, and the digest
of each and of all: SHA-256 over everything that it holds. With --as-of they are
those of the events known then. Two people who hold copies of one ledger get the
same digests, on any machine. It changes nothing, and may run beside a server.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := at.needed(cmd); err != nil {
				return err
			}
			if workers < 0 {
				return usage("--workers %d: it should be 1 or more", workers)
			}
			if format != formatTable && format != formatNDJSON {
				return usage("--format %s: it should be table or ndjson", format)
			}
			var until filter
			if err := moment.moment(&until); err != nil {
				return err
			}
			r, err := p.rebuild(cmd.Context(), at.dir, until, workers)
			if err != nil {
				return err
			}
			if format == formatNDJSON {
				return p.rebuiltLines(r)
			}
			return p.rebuiltTable(r)
		},
	}
	at.local(cmd)
	cmd.Flags().StringVar(&moment.asOf, "as-of", "", "as known at this `seq or instant`, inclusive, such as 41 or 2024-04-01T00:00:00Z")
	cmd.Flags().IntVar(&workers, "workers", 0, "how many `goroutines` decode events; one for each processor if 0")
	cmd.Flags().StringVar(&format, "format", formatTable, "`table or ndjson`")
	return cmd
}

// rebuilt is what a rebuild came to.
type rebuilt struct {
	digests projections.Digests
	ledger  string
	took    time.Duration // to fold, without the digests
	hashed  time.Duration // to take them
	bytes   uint64        // of memory that the models hold
	workers int
}

func (p *program) rebuild(ctx context.Context, dir string, until filter, workers int) (rebuilt, error) {
	store, err := p.openReader(ctx, dir)
	if err != nil {
		return rebuilt{}, err
	}
	defer store.Close()
	upTo := eventstore.Seq(math.MaxInt64)
	switch {
	case !until.at.IsZero():
		if upTo, err = resolve(ctx, store, until.at); err != nil {
			return rebuilt{}, err
		}
	case until.until != 0:
		upTo = max(0, until.until) // -1 is before the first event
		if head := store.Head(); upTo > head {
			return rebuilt{}, fmt.Errorf("the ledger in %s is known up to event %d; event %d is not recorded yet", dir, head, upTo)
		}
	}
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	before := inUse()
	bar := p.begin("rebuilding", "events", int64(min(upTo, store.Head())))
	begin := time.Now()
	folded, err := projections.Fold(ctx, store, upTo, projections.Options{Workers: workers}, func(done, _ eventstore.Seq) { bar.at(int64(done)) })
	took := time.Since(begin)
	bar.end()
	if err != nil {
		return rebuilt{}, err
	}
	r := rebuilt{ledger: store.LedgerID().String(), took: took, workers: workers}
	if after := inUse(); after > before {
		r.bytes = after - before
	}
	begin = time.Now()
	r.digests = folded.Digests()
	r.hashed = time.Since(begin)
	return r, nil
}

// inUse is how many bytes of memory are in use.
func inUse() uint64 {
	runtime.GC()
	runtime.GC() // what the first let go, the second gives back
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func (r rebuilt) rate() int64 {
	return int64(float64(r.digests.Seq) / max(r.took.Seconds(), 1e-6))
}

// perEvent is how many bytes of memory one event takes.
func (r rebuilt) perEvent() uint64 { return r.bytes / uint64(max(r.digests.Seq, 1)) }

func (p *program) rebuiltTable(r rebuilt) error {
	fmt.Fprintf(p.stdout, "ledger %s as known at event %d: rebuilt from event 1 in %.1f s, %d events/s by %d workers\n",
		r.ledger, r.digests.Seq, r.took.Seconds(), r.rate(), r.workers)
	fmt.Fprintf(p.stdout, "memory: %.1f MB, %d bytes an event; digests taken in %.1f s\n", float64(r.bytes)/1e6, r.perEvent(), r.hashed.Seconds())
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "MODEL\tDIGEST")
	for _, m := range r.digests.Models {
		fmt.Fprintf(w, "%s\t%s\n", m.Model, m.Digest)
	}
	fmt.Fprintf(w, "all\t%s\n", r.digests.All())
	return w.Flush()
}

// rebuiltLine is a model as a line of NDJSON.
type rebuiltLine struct {
	projections.ModelDigest
	Seq eventstore.Seq `json:"seq"`
}

// rebuiltAll is the last line: all models together, and how it went.
type rebuiltAll struct {
	rebuiltLine
	Ledger          string `json:"ledger"`
	Milliseconds    int64  `json:"milliseconds"`
	EventsPerSecond int64  `json:"eventsPerSecond"`
	Bytes           uint64 `json:"bytes"`
	BytesPerEvent   uint64 `json:"bytesPerEvent"`
	Workers         int    `json:"workers"`
}

func (p *program) rebuiltLines(r rebuilt) error {
	lines := make([]any, 0, len(r.digests.Models)+1)
	for _, m := range r.digests.Models {
		lines = append(lines, rebuiltLine{m, r.digests.Seq})
	}
	all := projections.ModelDigest{Model: "all", Digest: r.digests.All()}
	lines = append(lines, rebuiltAll{
		rebuiltLine{all, r.digests.Seq}, r.ledger, r.took.Milliseconds(), r.rate(), r.bytes, r.perEvent(), r.workers,
	})
	for _, line := range lines {
		b, err := json.Marshal(line, json.Deterministic(true))
		if err != nil {
			return fmt.Errorf("couldn't write a digest: %w", err)
		}
		if _, err := fmt.Fprintf(p.stdout, "%s\n", b); err != nil {
			return err
		}
	}
	return nil
}

// rebuildOnSignal rebuilds the projections of a server each time it gets a
// SIGHUP, until ctx ends, and logs what came of it.
func (p *program) rebuildOnSignal(ctx context.Context, engine *projections.Engine) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGHUP)
	defer signal.Stop(asked)
	for {
		select {
		case <-ctx.Done():
			return
		case <-asked:
		}
		p.log.Info("rebuilding the projections beside those that answer")
		begin := time.Now()
		digests, err := engine.Rebuild(ctx, nil)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			p.log.Error("couldn't put rebuilt projections in the place of those that answer", "error", err.Error())
		default:
			p.log.Info("rebuilt projections answer now", "seq", int64(digests.Seq), "digest", digests.All().String(), "milliseconds", time.Since(begin).Milliseconds())
		}
	}
}
