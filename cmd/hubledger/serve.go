package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/projections"
)

// serving is how a ledger is served, as flags say.
type serving struct {
	addr   string
	origin string
}

func (s *serving) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.addr, "addr", http.DefaultAddr, "`host:port` to listen at; port 0 lets the system choose")
	cmd.Flags().StringVar(&s.origin, "origin", "", "`name` that the ledger's checkpoints will carry, used when it is founded (default hubledger.invalid/<ledger id>)")
}

func (p *program) serveCommand() *cobra.Command {
	var at place
	var how serving
	cmd := &cobra.Command{
		Use:   "serve --dir DIR",
		Short: "Serve a ledger over HTTP",
		Long: `serve opens the ledger in a folder, founding one where there is none, and serves
it. There is no access control yet: whoever reaches the address can read
everything and record commands. So it listens at this machine's own address
unless it is told another.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := at.needed(cmd); err != nil {
				return err
			}
			return p.serve(cmd.Context(), at, how, ledger.Founding{Origin: how.origin}, hooks{})
		},
	}
	at.local(cmd)
	at.writing(cmd)
	how.add(cmd)
	return cmd
}

// hooks are what a command does besides serving; any may be nil.
type hooks struct {
	listening func(*opened, string) // with the URL
}

// serve serves the ledger in a folder until ctx ends.
func (p *program) serve(ctx context.Context, at place, how serving, f ledger.Founding, h hooks) (err error) {
	metrics := http.NewMetrics()
	l, err := p.openWriter(ctx, at.dir, ledger.Options{AcceptClock: at.acceptClock, Observe: metrics.Observer()}, f,
		func(s eventstore.Store) eventstore.Store { return metrics.Store(s) })
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.store.Close()) }()
	engine := projections.NewEngine(l.Store(), projections.Options{})
	server, err := http.New(http.Config{
		Ledger: l.Ledger, Engine: engine, Metrics: metrics, Addr: how.addr,
		Version: version(), Log: p.log, StoreBytes: l.store.Size, StoreFailed: l.store.Failed,
	})
	if err != nil {
		return err
	}
	if err := server.Listen(); err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Serving ledger %s at %s\n", l.ID(), server.URL())
	if h.listening != nil {
		h.listening(l, server.URL())
	}
	if !server.Loopback() {
		fmt.Fprintln(p.stderr, "There is no access control yet: whoever reaches this address can read everything and record commands.")
	}
	// Projections that can't go on are said by /readyz; the log is served all
	// the same. They end after the server does, as its last answers need them.
	engineCtx, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	var g errgroup.Group
	g.Go(func() error {
		if err := engine.Run(engineCtx); err != nil && engineCtx.Err() == nil {
			p.log.Error("the projections have stopped", "error", err)
		}
		return nil
	})
	g.Go(func() error {
		p.rebuildOnSignal(engineCtx, engine)
		return nil
	})
	g.Go(func() error {
		defer stop()
		return server.Serve(ctx)
	})
	return g.Wait()
}
