package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"

	"github.com/spf13/cobra"
)

// benching is what is to be measured, as flags say.
type benching struct {
	dir        string
	events     int
	large      int
	cpuProfile string
}

func (p *program) benchCommand() *cobra.Command {
	var b benching
	cmd := &cobra.Command{
		Use:   "bench",
		Short: "Measure what this machine's disk and processors make of the ledger",
		Long: `bench measures, in one run, the disk alone, the store alone, and the ledger on top
of it, on a store that is nearly empty and on a large one, and then reading,
rebuilding and verifying the large one. The commands are real ones, decided by
the rules. It prints rates, and ratios of what belongs together: those hold from
one machine to the next. It works in a new folder in --dir and removes it.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if b.events < 1000 || b.large < 0 {
				return usage("--events should be 1000 or more, and --large 0 or more")
			}
			return p.bench(cmd.Context(), b)
		},
	}
	cmd.Flags().StringVar(&b.dir, "dir", "", "`folder` on the disk to measure (default the system's for temporary files)")
	cmd.Flags().IntVar(&b.events, "events", 100_000, "how many events each measurement of appends records")
	cmd.Flags().IntVar(&b.large, "large", 1_000_000, "how many events the large store has; 0 leaves it out")
	cmd.Flags().StringVar(&b.cpuProfile, "cpuprofile", "", "`file` to write a profile to, for go tool pprof")
	return cmd
}

func (p *program) bench(ctx context.Context, b benching) (err error) {
	dir, err := os.MkdirTemp(b.dir, "hubledger-bench-")
	if err != nil {
		return fmt.Errorf("couldn't make a folder to measure in: %w", err)
	}
	defer os.RemoveAll(dir)
	if b.cpuProfile != "" {
		f, err := os.Create(b.cpuProfile)
		if err != nil {
			return fmt.Errorf("couldn't write the profile: %w", err)
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return fmt.Errorf("couldn't begin the profile: %w", err)
		}
		defer pprof.StopCPUProfile()
	}
	t := &rates{w: p.stdout, log: p.stderr}
	fmt.Fprintf(p.stdout, "%d processors, %s/%s, %s, in %s\n\n", runtime.GOMAXPROCS(0), runtime.GOOS, runtime.GOARCH, runtime.Version(), filepath.Dir(dir))
	small := filepath.Join(dir, "small")
	return errors.Join(
		t.disk(ctx, dir),
		t.store(ctx, filepath.Join(dir, "bare"), b.events),
		p.benchAppends(ctx, t, small, b.events),
		p.benchLarge(ctx, t, filepath.Join(dir, "large"), b),
		t.flush(),
	)
}

// benchAppends measures appends through the ledger on a store that holds little
// more than the hubs.
func (p *program) benchAppends(ctx context.Context, t *rates, dir string, events int) error {
	l, err := p.benchLedger(ctx, dir, t)
	if err != nil {
		return err
	}
	defer l.store.Close()
	load := newLoad(l)
	for _, m := range []struct {
		name    string
		writers int
		events  int
		oneHub  bool
		goal    float64
	}{
		{"ledger, 1 writer, all hubs", 1, events / 20, false, 0},
		{"ledger, 64 writers, all hubs", 64, events, false, 30_000},
		{"ledger, 512 writers, all hubs", 512, events, false, 0},
		{"ledger, 64 writers, one hub", 64, events, true, 0},
	} {
		if err := t.appends(ctx, m.name, load, m.writers, m.events, m.oneHub, m.goal); err != nil {
			return err
		}
	}
	return nil
}

// benchLarge makes a large store and measures appends to it, and everything
// that reads all of it.
func (p *program) benchLarge(ctx context.Context, t *rates, dir string, b benching) error {
	if b.large == 0 {
		return nil
	}
	l, err := p.benchLedger(ctx, dir, t)
	if err != nil {
		return err
	}
	load := newLoad(l)
	err = errors.Join(
		t.bulk(ctx, load, b.large),
		t.appends(ctx, "ledger, 64 writers, large store", load, 64, b.events, false, 15_000),
		l.store.Close(),
	)
	if err != nil {
		return err
	}
	store, err := p.openReader(ctx, dir)
	if err != nil {
		return err
	}
	defer store.Close()
	return errors.Join(
		t.file(filepath.Join(dir, "ledger.db"), int64(store.Head())),
		t.scans(ctx, store),
		t.rebuild(ctx, store),
		t.verify(ctx, store),
	)
}
