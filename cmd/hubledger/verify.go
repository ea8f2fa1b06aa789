package main

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/verify"
)

func (p *program) verifyCommand() *cobra.Command {
	var at place
	cmd := &cobra.Command{
		Use:   "verify --dir DIR",
		Short: "Check that nothing was altered, and take every decision again",
		Long: `verify reads the whole log once. It holds its order, its hashes and its
high-water mark; reads every event; and takes every decision again, on what the
log says it was decided on, refusals included. The answer is one line, green or
red, and where it is red a line for each thing found. It changes nothing, and
may run beside a server.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := at.needed(cmd); err != nil {
				return err
			}
			return p.verify(cmd.Context(), at.dir)
		},
	}
	at.local(cmd)
	return cmd
}

func (p *program) verify(ctx context.Context, dir string) error {
	begin := time.Now()
	store, err := p.openReader(ctx, dir)
	if broken := unopened(err); broken != nil {
		p.broken(verify.Report{Found: 1, Findings: []verify.Finding{*broken}}, time.Since(begin), dir)
		return errTold
	}
	if err != nil {
		return err
	}
	defer store.Close()
	bar := p.begin("verifying", "events", int64(store.Head()))
	report, err := verify.Ledger(ctx, store, verify.Options{
		Progress: func(done, _ eventstore.Seq) { bar.at(int64(done)) },
	})
	bar.end()
	if err != nil {
		return err
	}
	took := time.Since(begin)
	if !report.OK() {
		p.broken(report, took, dir)
		return errTold
	}
	fmt.Fprintf(p.stdout, "%s  ledger %s: %s\n", p.paint(p.stdout, green, "VERIFIED"), report.Ledger, looked(report, took))
	p.findings(report)
	return nil
}

// unopened is what a store says that does not hold what it acknowledged.
func unopened(err error) *verify.Finding {
	var lost *eventstore.LostError
	var corrupt *eventstore.CorruptError
	switch {
	case errors.As(err, &lost):
		return &verify.Finding{Kind: verify.LogShort, Seq: lost.From, Detail: lost.Error()}
	case errors.As(err, &corrupt):
		return &verify.Finding{Kind: verify.Unreadable, Seq: corrupt.Seq, Detail: corrupt.Error()}
	}
	return nil
}

func (p *program) broken(r verify.Report, took time.Duration, dir string) {
	fmt.Fprintf(p.stdout, "%s  the ledger in %s: %d found; %s\n", p.paint(p.stdout, red, "BROKEN"), dir, r.Found, looked(r, took))
	p.findings(r)
}

// looked says what was looked at, and how fast.
func looked(r verify.Report, took time.Duration) string {
	s := fmt.Sprintf("%d events in %d streams read, %d decisions and %d refusals taken again",
		r.Events, r.Streams, r.Decisions, r.Refusals)
	if r.Undecided > 0 {
		s += fmt.Sprintf(", %d could not be", r.Undecided)
	}
	return s + fmt.Sprintf(" (%.1f s, %.0f events/s)", took.Seconds(), float64(r.Events)/max(took.Seconds(), 1e-6))
}

func (p *program) findings(r verify.Report) {
	if len(r.Findings) == 0 {
		return
	}
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "FINDING\tEVENT\tSTREAM\tWHAT")
	for _, f := range r.Findings {
		stream := string(f.Stream)
		if stream == "" {
			stream = "-"
		}
		fmt.Fprintf(w, "%s\t%d\t%s\t%s\n", f.Kind, f.Seq, stream, f.Detail)
	}
	w.Flush()
	if more := int(r.Found) - len(r.Findings); more > 0 {
		fmt.Fprintf(p.stdout, "and %d more\n", more)
	}
}
