package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/sqlite"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/verify"
)

func (p *program) backupCommand() *cobra.Command {
	var at place
	cmd := &cobra.Command{
		Use:   "backup --dir DIR BACKUP",
		Short: "Copy a ledger, while it is served or not, and verify the copy",
		Long: `backup copies the ledger in DIR, log and high-water mark together, into the new
folder BACKUP, and then verifies the copy as verify does. A server may go on
writing meanwhile. Keep the copy on another disk.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := at.needed(cmd); err != nil {
				return err
			}
			return p.backup(cmd.Context(), at.dir, args[0])
		},
	}
	at.local(cmd)
	return cmd
}

func (p *program) backup(ctx context.Context, dir, to string) error {
	head, err := sqlite.Backup(ctx, dir, to)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s is there already; a backup is a new folder", to)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no ledger in %s", dir)
	case err != nil:
		return err
	}
	fmt.Fprintf(p.stdout, "Backed up events 1 to %d of %s to %s\n", head, dir, to)
	return p.verify(ctx, to)
}

func (p *program) restoreCommand() *cobra.Command {
	var at place
	var accept bool
	cmd := &cobra.Command{
		Use:   "restore --dir DIR BACKUP",
		Short: "Put a backup in the place of a ledger",
		Long: `restore verifies the backup in BACKUP and puts it into DIR. Where events beyond
the backup were acknowledged in DIR, that is refused, unless --accept-rollback
says that they are given up; the ledger then records it (RollbackAccepted) as
its next event.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := at.needed(cmd); err != nil {
				return err
			}
			return p.restore(cmd.Context(), args[0], at, accept)
		},
	}
	at.local(cmd)
	at.writing(cmd)
	cmd.Flags().BoolVar(&accept, "accept-rollback", false, "give up events that were acknowledged after the backup was made")
	return cmd
}

func (p *program) restore(ctx context.Context, backup string, at place, accept bool) error {
	if err := p.sound(ctx, backup); err != nil {
		return err
	}
	done, err := sqlite.Restore(ctx, backup, at.dir, accept)
	var rollback *sqlite.RollbackError
	switch {
	case errors.As(err, &rollback):
		return fmt.Errorf("%w with --accept-rollback", err)
	case err != nil:
		return err
	}
	fmt.Fprintf(p.stdout, "Restored events 1 to %d to %s\n", done.Head, at.dir)
	if done.LostFrom == 0 {
		return nil
	}
	l, err := p.openWriter(ctx, at.dir, ledger.Options{AcceptClock: at.acceptClock}, ledger.Founding{}, nil) // records what was given up
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "Events from %d on were given up; event %d records it\n", done.LostFrom, l.store.Head())
	return l.store.Close()
}

// sound verifies a backup before it takes the place of anything.
func (p *program) sound(ctx context.Context, backup string) error {
	store, err := p.openReader(ctx, backup)
	if err != nil {
		return err
	}
	defer store.Close()
	bar := p.begin("verifying the backup", "events", int64(store.Head()))
	report, err := verify.Ledger(ctx, store, verify.Options{
		Progress: func(done, _ eventstore.Seq) { bar.at(int64(done)) },
	})
	bar.end()
	if err != nil {
		return err
	}
	if !report.OK() {
		return fmt.Errorf("the backup in %s is not sound: %d found, first: %v; hubledger verify --dir %s lists it", backup, report.Found, report.Findings[0], backup)
	}
	return nil
}
