package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/ledger"
)

func (p *program) doCommand() *cobra.Command {
	var at place
	var origin string
	cmd := &cobra.Command{
		Use:   "do (--dir DIR | --server URL) [FILE | NAME FILE]",
		Short: "Record commands from a file or from stdin",
		Long: `do gives commands to a ledger, one after another, and prints a receipt for each.
FILE, or stdin where it is left out or is -, holds one command or several, each
a JSON object with its name in it:

  {"name":"register-hub","id":"…","hub":"QE1","actor":{…},"data":{…}}

With NAME the file holds commands of that name, without it. The first command
that is refused or fails ends the run with exit code 1; what stands before it is
recorded. Given again, a command is recorded once and its receipt printed again.`,
		Example: `  hubledger do --dir ./ledger commands.ndjson
  hubledger do --server http://127.0.0.1:8080 register-hub hub.json`,
		Args: cobra.MaximumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := at.needed(cmd); err != nil {
				return err
			}
			name, file := "", "-"
			switch len(args) {
			case 1:
				file = args[0]
			case 2:
				name, file = args[0], args[1]
				if _, known := wire.LookupCommand(name); !known {
					return usage("there is no command %q", name)
				}
			}
			in := p.stdin
			if file != "-" {
				f, err := os.Open(file)
				if err != nil {
					return fmt.Errorf("couldn't open the commands: %w", err)
				}
				defer f.Close()
				in = f
			}
			r, done, err := p.openRecorder(cmd.Context(), at, ledger.Founding{Origin: origin})
			if err != nil {
				return err
			}
			return errors.Join(p.do(cmd.Context(), r, name, in), done())
		},
	}
	at.orServer(cmd)
	at.writing(cmd)
	cmd.Flags().StringVar(&origin, "origin", "", "`name` that the ledger's checkpoints will carry, used when it is founded")
	return cmd
}

// named is a command with its name in it.
type named struct {
	Name string         `json:"name"`
	Rest jsontext.Value `json:",embed"`
}

// do gives the commands of a text to r, in order, up to the first that is not
// recorded.
func (p *program) do(ctx context.Context, r recorder, name string, in io.Reader) error {
	d := jsontext.NewDecoder(in)
	for n := 1; ; n++ {
		v, err := d.ReadValue()
		if err == io.EOF {
			if n == 1 {
				return errors.New("there is no command in the text")
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("couldn't read command %d: %w", n, err)
		}
		cmd, err := parse(name, v)
		if err != nil {
			return fmt.Errorf("command %d: %w", n, badFields(err))
		}
		receipt, err := r.Do(ctx, cmd)
		if err != nil {
			return fmt.Errorf("command %d, %s (%s): %w", n, cmd.Name, cmd.Command.ID, told(err))
		}
		if err := p.receipt(cmd, receipt); err != nil {
			return err
		}
	}
}

// parse reads a command, which holds its name unless one is given.
func parse(name string, v jsontext.Value) (wire.Sealed, error) {
	if name != "" {
		return wire.ParseCommand(name, v)
	}
	var c named
	if err := json.Unmarshal(v, &c); err != nil {
		return wire.Sealed{}, err
	}
	if c.Name == "" {
		return wire.Sealed{}, errors.New("it should be an object with the command's name in it, as name")
	}
	if c.Rest == nil {
		c.Rest = jsontext.Value("{}")
	}
	return wire.ParseCommand(c.Name, c.Rest)
}

// badFields says everything that is wrong with a command, not only the first.
func badFields(err error) error {
	var bad *wire.BadCommandError
	if !errors.As(err, &bad) || len(bad.Fields) < 2 {
		return err
	}
	list := fmt.Sprintf("%d things are not right:", len(bad.Fields))
	for _, f := range bad.Fields {
		list += fmt.Sprintf("\n  %s %s", f.Pointer, f.Detail)
	}
	return errors.New(list)
}

// receiptLine is a receipt as a line of NDJSON.
type receiptLine struct {
	Command  uuid.UUID `json:"command"`
	Name     string    `json:"name"`
	Replayed bool      `json:"replayed,omitzero"` // it had been recorded before
	ledger.Receipt
}

func (p *program) receipt(cmd wire.Sealed, r ledger.Receipt) error {
	if isTerminal(p.stdout) {
		_, err := fmt.Fprintf(p.stdout, "%-28s  %s\n", cmd.Name, inWords(r))
		return err
	}
	line, err := json.Marshal(receiptLine{cmd.Command.ID, cmd.Name, r.Replayed, r}, json.Deterministic(true))
	if err != nil {
		return fmt.Errorf("couldn't write a receipt: %w", err)
	}
	_, err = p.stdout.Write(append(line, '\n'))
	return err
}

// inWords is a receipt for people.
func inWords(r ledger.Receipt) string {
	switch {
	case len(r.Events) == 0:
		return "nothing to record: it is so already"
	case r.Replayed:
		return fmt.Sprintf("was recorded before, up to event %d (%s)", r.Seq, r.Stream)
	case len(r.Events) == 1:
		return fmt.Sprintf("recorded as event %d (%s, %s)", r.Seq, r.Stream, r.Events[0].Type)
	}
	return fmt.Sprintf("recorded as events %d to %d (%s)", r.Events[0].Seq, r.Seq, r.Stream)
}
