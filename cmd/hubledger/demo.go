package main

import (
	"context"
	"fmt"
	"os"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/demo"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/http"
	"github.com/hubledger/hubledger/ledger"
)

func (p *program) demoCommand() *cobra.Command {
	var how serving
	var dir string
	var opts demo.Options
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Make a synthetic national ledger and serve it",
		Long: `demo founds a ledger that is marked synthetic, records a nation of Training Hubs
in it through commands, and serves it. The geography is the published one; hubs,
hosts, PCNs and contacts are invented. Without --dir the ledger is in a
temporary folder that is removed at the end.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if opts.Scale < 1 {
				return usage("--scale %d: it should be 1 or more", opts.Scale)
			}
			if dir == "" {
				if dir, err = os.MkdirTemp("", "hubledger-demo-"); err != nil {
					return fmt.Errorf("couldn't make a folder for the demo: %w", err)
				}
				defer os.RemoveAll(dir)
			}
			return p.serve(cmd.Context(), dir, how, ledger.Founding{Synthetic: true}, hooks{
				prepare:   func(l *opened) error { return p.makeDemo(cmd.Context(), l, opts, dir) },
				listening: p.whatToOpen,
			})
		},
	}
	cmd.Flags().StringVar(&how.addr, "addr", http.DefaultAddr, "`host:port` to listen at; port 0 lets the system choose")
	cmd.Flags().StringVar(&dir, "dir", "", "`folder` to keep the ledger in (default a temporary one)")
	cmd.Flags().Uint64Var(&opts.Seed, "seed", 1, "`number` that chooses what is left to chance")
	cmd.Flags().IntVar(&opts.Scale, "scale", 1, "how much happens: 1 is about 1,600 events, 10 about 3,400")
	return cmd
}

func (p *program) makeDemo(ctx context.Context, l *opened, opts demo.Options, dir string) error {
	if err := synthetic(ctx, l, dir); err != nil {
		return err
	}
	total := int64(0)
	for range demo.Commands(opts) {
		total++
	}
	bar := p.begin("making the nation", "commands", total)
	sum, err := demo.Make(ctx, l.Ledger, opts, func(done int) { bar.at(int64(done)) })
	bar.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "A synthetic nation, seed %d: %d Training Hubs, %d events, in %s\n", opts.Seed, sum.Hubs, l.store.Head(), dir)
	return nil
}

// whatToOpen says where to look first.
func (p *program) whatToOpen(_ *opened, url string) {
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	defer w.Flush()
	for _, look := range []struct{ path, what string }{
		{"/v1/hubs", "all hubs, with their contacts"},
		{"/v1/hubs/QE1", "one hub, its locality hubs and PCNs"},
		{"/v1/events?hub=QE1", "what happened there"},
		{"/v1/events?type=CommandRefused", "what a rule has refused"},
		{"/docs", "everything else"},
	} {
		fmt.Fprintf(w, "  %s\t%s\n", url+look.path, look.what)
	}
}

// synthetic holds that a ledger that was there before is one that may be made
// up.
func synthetic(ctx context.Context, l *opened, dir string) error {
	return l.Read(ctx, charter.Stream, func(a domain.Aggregate) error {
		if founded, _ := a.(*charter.State).Founded(); !founded.Synthetic {
			return fmt.Errorf("the ledger in %s is not marked synthetic; a demo does not write into it", dir)
		}
		return nil
	})
}
