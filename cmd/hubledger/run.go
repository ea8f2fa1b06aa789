package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// program is what every command works with: nothing of it is global, so that a
// test runs the whole of it.
type program struct {
	getenv         func(string) string
	stdin          io.Reader
	stdout, stderr io.Writer
	log            *slog.Logger
}

// run runs the program. What it returns is for exitCode.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) error {
	return newProgram(getenv, os.Stdin, stdout, stderr).run(ctx, args)
}

func newProgram(getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) *program {
	return &program{
		getenv: getenv, stdin: stdin, stdout: stdout, stderr: stderr,
		log: slog.New(slog.NewJSONHandler(stderr, nil)),
	}
}

func (p *program) run(ctx context.Context, args []string) error {
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	return root.ExecuteContext(ctx)
}

func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "hubledger",
		Short: "The ledger of the NHS England Training Hubs",
		Long: `hubledger is the ledger of the NHS England Training Hubs. What was decided is
recorded as events and never changed; everything else is derived from them, as
it stands or as it stood at any past moment.

Every flag has a twin in the environment: HUBLEDGER_ and the flag's name in
capitals, with _ for -. A flag wins over its twin.

Exit codes: 0 done, 1 failed, 2 asked in a way that can't be understood.`,
		SilenceUsage:      true,
		SilenceErrors:     true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return p.bindEnv(cmd) },
		Args:              cobra.NoArgs,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &usageError{err.Error()} })
	root.AddCommand(
		p.demoCommand(), p.serveCommand(), p.doCommand(), p.importCommand(), p.replayCommand(),
		p.showCommand(), p.explainCommand(), p.rebuildCommand(), p.verifyCommand(),
		p.backupCommand(), p.restoreCommand(), p.benchCommand(), p.versionCommand(),
	)
	for _, cmd := range append(root.Commands(), root) {
		cmd.Args = asked(cmd.Args)
	}
	return root
}

// usageError says what can't be understood of what was asked.
type usageError struct{ sentence string }

func (e *usageError) Error() string { return e.sentence }

func usage(format string, args ...any) error { return &usageError{fmt.Sprintf(format, args...)} }

// errTold is the error of a command that has said itself what is wrong.
var errTold = errors.New("it has been said what is wrong")

// exitCode says in a sentence what went wrong and gives the code for it.
func exitCode(err error, stderr io.Writer) int {
	var asked *usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errTold):
		return 1
	case errors.As(err, &asked):
		fmt.Fprintf(stderr, "hubledger: %v\nhubledger --help tells what there is.\n", err)
		return 2
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "hubledger: stopped")
		return 1
	}
	fmt.Fprintf(stderr, "hubledger: %v\n", err)
	return 1
}

// asked makes what a check of arguments finds an error of usage.
func asked(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check == nil {
			return nil
		}
		if err := check(cmd, args); err != nil {
			if cmd.HasParent() {
				return usage("%s: %v", cmd.CommandPath(), err)
			}
			return usage("%v", err)
		}
		return nil
	}
}

// twin is the variable that stands in for a flag.
func twin(flag string) string {
	return "HUBLEDGER_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// bindEnv takes over, for every flag that was not given, what its twin in the
// environment says. Where one of the flags that name a ledger was given, the
// twins of the others count for nothing.
func (p *program) bindEnv(cmd *cobra.Command) error {
	var bad error
	named := slices.ContainsFunc(placeFlags, cmd.Flags().Changed)
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Changed || f.Name == "help" || bad != nil || named && slices.Contains(placeFlags, f.Name) {
			return
		}
		value := p.getenv(twin(f.Name))
		if value == "" {
			return
		}
		if err := cmd.Flags().Set(f.Name, value); err != nil {
			bad = usage("%s: %v", twin(f.Name), err)
		}
	})
	return bad
}
