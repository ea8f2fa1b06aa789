package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strconv"
	"text/tabwriter"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/demo"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/eventstore/sqlite"
	"github.com/hubledger/hubledger/http"
	"github.com/hubledger/hubledger/ledger"
)

func (p *program) demoCommand() *cobra.Command {
	var how serving
	var dir string
	opts := demo.Options{Seed: 1, Years: demo.MostYears, Scale: 1}
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Make a synthetic national ledger and serve it",
		Long: `demo founds a ledger that is marked synthetic, records a nation of Training Hubs
in it through commands, and serves it. The geography is the published one; hubs,
hosts, PCNs, people, money and decisions are invented. Its calendar is its own:
it begins on 1 July 2022 and ends with its last financial year; after all four it
sees the mergers of April 2026, until the end of June. The same seed, years and
scale make the same nation.

Without --dir the ledger is in a temporary folder that is removed at the end.
A folder that holds the nation already is served as it is. Whoever else writes to
it needs --accept-clock.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if opts.Scale < 1 {
				return usage("--scale %d: it should be 1 or more", opts.Scale)
			}
			if err := opts.Validate(); err != nil {
				return usage("%v", err)
			}
			if dir == "" {
				// Nobody keeps it, so nothing is gained by waiting for a disk.
				in := inMemory(p.getenv, uint64(opts.Scale)*demoRoom)
				if dir, err = os.MkdirTemp(in, "hubledger-demo-"); err != nil {
					return fmt.Errorf("couldn't make a folder for the demo: %w", err)
				}
				defer os.RemoveAll(dir)
			}
			if err := p.nation(cmd.Context(), dir, opts); err != nil {
				return err
			}
			// A nation ends long before it is looked at.
			return p.serve(cmd.Context(), place{dir: dir, acceptClock: true}, how, ledger.Founding{}, hooks{listening: p.whatToOpen})
		},
	}
	cmd.Flags().StringVar(&how.addr, "addr", http.DefaultAddr, "`host:port` to listen at; port 0 lets the system choose")
	cmd.Flags().StringVar(&dir, "dir", "", "`folder` to keep the ledger in (default a temporary one)")
	cmd.Flags().Uint64Var(&opts.Seed, "seed", opts.Seed, "`number` that chooses what is left to chance")
	cmd.Flags().IntVar(&opts.Years, "years", opts.Years, fmt.Sprintf("financial years it lives through, from 2022/23 on: 0 (hubs alone) to %d", demo.MostYears))
	cmd.Flags().IntVar(&opts.Scale, "scale", opts.Scale, "how much happens, 1 to 100")
	return cmd
}

// nation makes a nation in a folder, unless it is there.
func (p *program) nation(ctx context.Context, dir string, opts demo.Options) (err error) {
	founding := ledger.Founding{Synthetic: true}
	if founding.Origin, err = p.foundingPlace(ctx, dir, opts); err != nil {
		return err
	}
	l, err := p.openWriter(ctx, dir, ledger.Options{Now: func() time.Time { return demo.Began }, AcceptClock: true}, founding, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.store.Close()) }()
	made, err := isMade(ctx, l, opts, dir)
	if err != nil {
		return err
	}
	if !made {
		if err := p.makeNation(ctx, l, opts); err != nil {
			return err
		}
	}
	fmt.Fprintf(p.stdout, "A synthetic nation, seed %d, %d years, scale %d: %s events, in %s\n", opts.Seed, opts.Years, opts.Scale, thousands(int64(l.store.Head())), dir)
	return nil
}

// foundingPlace makes a store where there is none, and is the name under which
// its ledger is founded: that holds the ledger's id.
func (p *program) foundingPlace(ctx context.Context, dir string, opts demo.Options) (origin string, err error) {
	there, err := sqlite.OpenReader(ctx, dir, sqlite.Options{Log: p.log})
	if err == nil {
		return opts.Origin(there.LedgerID()), there.Close()
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	id := uuid.New()
	store, err := sqlite.Create(ctx, dir, id, sqlite.Options{Log: p.log})
	if err != nil {
		return "", err
	}
	return opts.Origin(id), store.Close()
}

// founding events are those that a ledger has from the beginning.
const foundingEvents = 2

// isMade holds that the ledger in a folder is one that may be made up, and that
// what is in it is this nation, whole; false where nothing is in it yet.
func isMade(ctx context.Context, l *opened, opts demo.Options, dir string) (bool, error) {
	var founded domain.LedgerFounded
	if err := l.Read(ctx, charter.Stream, func(a domain.Aggregate) error {
		founded, _ = a.(*charter.State).Founded()
		return nil
	}); err != nil {
		return false, err
	}
	name, any := demo.Named(founded.Origin)
	switch {
	case !founded.Synthetic:
		return false, fmt.Errorf("the ledger in %s is not marked synthetic; a demo does not write into it", dir)
	case !any:
		return false, fmt.Errorf("the ledger in %s, %s, was not founded by a demo; name another folder", dir, founded.Origin)
	case name != opts.String():
		return false, fmt.Errorf("the ledger in %s is the nation %s and not %s (seed-years-scale); ask for that one, or name another folder", dir, name, opts)
	case l.store.Head() <= foundingEvents:
		return false, nil
	}
	last, err := l.store.Find(ctx, "national", opts.End())
	if err == nil && len(last) == 0 {
		err = fmt.Errorf("the nation in %s is not whole: making it was cut off at event %d; remove the folder, or name another", dir, l.store.Head())
	}
	return err == nil, err
}

func (p *program) makeNation(ctx context.Context, l *opened, opts demo.Options) error {
	// Making it is short, and what it leaves behind small: collect less often.
	defer debug.SetGCPercent(debug.SetGCPercent(300))
	bar := p.begin("making the nation", "months", int64(max(1, opts.Months())))
	sum, err := demo.Make(ctx, l.Ledger, opts, func(at time.Time) { bar.at(int64(demo.MonthsSince(at))) })
	bar.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stderr, "Made %d Training Hubs by %s commands: a rule refused %s of them, %s reported what had broken one; £%s was allocated.\n",
		sum.Hubs, thousands(int64(sum.Commands)), thousands(int64(sum.Refused)), thousands(int64(sum.Broke)), thousands(int64(sum.Allocated/100)))
	return nil
}

// thousands is a number with a comma every three digits.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// demoRoom is how many bytes free a folder in memory should have for a nation of
// scale 1: six times what it takes.
const demoRoom = 1 << 30

// whatToOpen says where to look first.
func (p *program) whatToOpen(_ *opened, url string) {
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	defer w.Flush()
	for _, look := range []struct{ path, what string }{
		{"/v1/hubs", "all hubs, with their contacts"},
		{"/v1/hubs/QE1", "one hub, its locality hubs and PCNs"},
		{"/v1/events?hub=QE1", "what happened there"},
		{"/v1/hubs/QE1/decisions", "what was decided there, and by whom"},
		{"/v1/hubs/QE1/budget?fy=2024/25", "its money, and where each number comes from"},
		{"/v1/events?type=CommandRefused", "what a rule has refused"},
		{"/docs", "everything else"},
	} {
		fmt.Fprintf(w, "  %s\t%s\n", url+look.path, look.what)
	}
}
