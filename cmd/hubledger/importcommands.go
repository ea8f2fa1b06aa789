package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/ledger"
)

const kindCommands = "commands"

// commandsFile is a file of commands, read whole.
type commandsFile struct {
	name     string
	hash     domain.Hash
	commands []wire.Sealed
}

// parseCommands reads a file of commands: one JSON object after another, each
// with its name in it. All that is wrong with it is in the error.
func parseCommands(name string, b []byte) (*commandsFile, error) {
	f := &commandsFile{name: name, hash: sha256.Sum256(b)}
	var errs []error
	d := jsontext.NewDecoder(bytes.NewReader(b))
	for n := 1; ; n++ {
		v, err := d.ReadValue()
		if err == io.EOF {
			break
		}
		line := 1 + bytes.Count(b[:min(int64(len(b)), d.InputOffset())], []byte("\n"))
		if err != nil {
			errs = append(errs, fmt.Errorf("%s, command %d, near line %d: %w", name, n, line, err))
			break
		}
		cmd, err := parse("", v)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s, command %d, near line %d: %w", name, n, line, badFields(err)))
			continue
		}
		f.commands = append(f.commands, cmd)
	}
	if len(errs) == 0 && len(f.commands) == 0 {
		errs = append(errs, fmt.Errorf("%s: there is no command in it", name))
	}
	return f, errors.Join(errs...)
}

// commands reads files of commands, and gives them when it is called. A refused
// command does not keep those after it from being recorded.
func (p *program) commands(names []string, actor domain.Actor) (func(context.Context, *gate) error, error) {
	files, err := readAll(names, parseCommands)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, g *gate) error {
		for _, f := range files {
			if err := p.giveCommands(ctx, g, f, actor); err != nil {
				return err
			}
		}
		return nil
	}, nil
}

func (p *program) giveCommands(ctx context.Context, g *gate, f *commandsFile, actor domain.Actor) error {
	bar := p.begin(f.name, "commands", int64(len(f.commands)))
	var events, replayed, nothing, n int
	var errs []error
	for r, err := range g.batch(ctx, slices.Values(f.commands)) {
		if err == nil && r.Err != nil {
			err = fmt.Errorf("%s, command %d, %s (%s): %w", f.name, n+1, r.Command.Name, r.Command.Command.ID, told(r.Err))
			if _, refused := ledger.IsRefusal(r.Err); refused {
				errs = append(errs, err)
				err = nil
			}
		}
		if err != nil {
			bar.end()
			return err
		}
		switch {
		case r.Err != nil:
		case r.Receipt.Replayed:
			replayed++
		case len(r.Receipt.Events) == 0:
			nothing++
		default:
			events += len(r.Receipt.Events)
		}
		n++
		bar.at(int64(n))
	}
	bar.end()
	fmt.Fprintf(p.stdout, "%s: %d commands; %d events recorded, %d commands recorded before, %d with nothing to record, %d refused\n",
		f.name, n, events, replayed, nothing, len(errs))
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	return p.taken(ctx, g, f, actor)
}

// taken records that a file of commands was taken in whole.
func (p *program) taken(ctx context.Context, g *gate, f *commandsFile, actor domain.Actor) error {
	done, err := wire.Seal(charter.Stream, domain.Command{
		ID:    uuid.NewSHA1(importer, []byte(f.hash.String()+"/record-import/"+kindCommands+"/"+f.name)),
		Actor: actor,
		Data:  charter.RecordImport{Kind: kindCommands, File: f.name, Hash: f.hash, Rows: len(f.commands)},
	})
	if err != nil {
		return err
	}
	for r, err := range g.batch(ctx, slices.Values([]wire.Sealed{done})) {
		if err = errors.Join(err, r.Err); err != nil {
			return fmt.Errorf("couldn't record that %s was taken in: %w", f.name, told(err))
		}
	}
	return nil
}
