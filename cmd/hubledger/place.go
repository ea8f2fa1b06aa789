package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/sqlite"
	"github.com/hubledger/hubledger/ledger"
)

// place is where a ledger is, as flags say.
type place struct {
	store, dir, server string
	// acceptClock lets this process write although its clock is far beyond the
	// ledger's time.
	acceptClock bool
}

// placeFlags are the flags that name a ledger.
var placeFlags = []string{"store", "dir", "server"}

// local adds the flags of a ledger on this machine.
func (pl *place) local(cmd *cobra.Command) {
	cmd.Flags().StringVar(&pl.dir, "dir", "", "`folder` that holds the ledger, as ledger.db")
	cmd.Flags().StringVar(&pl.store, "store", "", "where the ledger is, as `sqlite:PATH`; the same as --dir PATH")
}

// orServer adds the flag of a ledger that somebody serves.
func (pl *place) orServer(cmd *cobra.Command) {
	pl.local(cmd)
	cmd.Flags().StringVar(&pl.server, "server", "", "`URL` of a running server to go through, such as http://127.0.0.1:8080")
}

// writing adds the flag of those who write to a ledger on this machine.
func (pl *place) writing(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&pl.acceptClock, "accept-clock", false, "write although the clock is more than 7 days beyond the ledger's time")
}

// check holds the flags to naming one place.
func (pl *place) check() error {
	if pl.store != "" {
		path, ok := strings.CutPrefix(pl.store, "sqlite:")
		if !ok || path == "" {
			return usage("--store %s: it should be sqlite:PATH", pl.store)
		}
		if filepath.Base(path) == "ledger.db" {
			path = filepath.Dir(path)
		}
		if pl.dir != "" && filepath.Clean(pl.dir) != filepath.Clean(path) {
			return usage("--dir %s and --store %s name two ledgers; name one", pl.dir, pl.store)
		}
		pl.dir = path
	}
	if pl.dir != "" && pl.server != "" {
		return usage("a ledger is in --dir (or --store), or behind --server; name one")
	}
	return nil
}

// needed is check, and that there is a place at all.
func (pl *place) needed(cmd *cobra.Command) error {
	if err := pl.check(); err != nil {
		return err
	}
	if pl.dir == "" && pl.server == "" {
		if cmd.Flags().Lookup("server") != nil {
			return usage("%s: say which ledger, with --dir DIR or --server URL", cmd.CommandPath())
		}
		return usage("%s: say which ledger, with --dir DIR", cmd.CommandPath())
	}
	return nil
}

// openReader opens a ledger for reading. Another process may write to it.
func (p *program) openReader(ctx context.Context, dir string) (*sqlite.Store, error) {
	store, err := sqlite.OpenReader(ctx, dir, sqlite.Options{Log: p.log})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no ledger in %s", dir)
	}
	return store, err
}

// opened is a ledger that this process writes to.
type opened struct {
	*ledger.Ledger
	store *sqlite.Store
}

// openWriter opens the ledger in a folder, and founds one where there is none.
// With wrap, the ledger decides on what it makes of the store.
func (p *program) openWriter(ctx context.Context, dir string, opts ledger.Options, f ledger.Founding, wrap func(eventstore.Store) eventstore.Store) (*opened, error) {
	store, err := sqlite.Open(ctx, dir, sqlite.Options{Log: p.log})
	if errors.Is(err, fs.ErrNotExist) {
		store, err = sqlite.Create(ctx, dir, uuid.New(), sqlite.Options{Log: p.log})
	}
	var locked *eventstore.LockedError
	if errors.As(err, &locked) {
		return nil, fmt.Errorf("%w; where it is a server, go through it with --server URL", err)
	}
	if err != nil {
		return nil, err
	}
	opts.Log = p.log
	var log eventstore.Store = store
	if wrap != nil {
		log = wrap(log)
	}
	lost := store.LostFrom()
	l, founded, err := ledger.OpenOrFound(ctx, log, opts, f)
	if err == nil && lost > 0 {
		// What a restore gave up is the first thing on record after it.
		_, err = l.AcceptRollback(ctx, lost, l.Self())
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("couldn't open the ledger in %s: %w", dir, err), store.Close())
	}
	if founded {
		fmt.Fprintf(p.stderr, "Founded ledger %s in %s, origin %s.\n", l.ID(), dir, origin(f, l))
	}
	return &opened{l, store}, nil
}

func origin(f ledger.Founding, l *ledger.Ledger) string {
	if f.Origin != "" {
		return f.Origin
	}
	return "hubledger.invalid/" + l.ID().String()
}
