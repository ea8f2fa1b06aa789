package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/google/uuid"
	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/intake"
	"github.com/hubledger/hubledger/ledger"
)

// importing is what is to be imported, as flags say.
type importing struct {
	at           place
	origin       string
	person, role string
	year         string
}

func (p *program) importCommand() *cobra.Command {
	var im importing
	cmd := &cobra.Command{
		Use:   "import (--dir DIR | --server URL) KIND FILE…",
		Short: "Record the rows of published files, or commands from files",
		Long: `import reads files whole, and where anything in one is wrong gives nothing of it.
Each event names the file by its hash and the row it comes from. The same file
imported again records nothing new.

Kinds:
  pcn-workforce  Primary Care Network Workforce, individual level, a census a file
  gp-payments    NHS Payments to General Practice, a financial year a file
  commands       commands of the ledger, a JSON object each, with its name in it`,
		Example: `  hubledger import --dir ./ledger gp-payments gp-payments-2022-23.csv
  hubledger import --dir ./ledger pcn-workforce 2020-03.csv 2020-06.csv`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := im.at.needed(cmd); err != nil {
				return err
			}
			return p.imports(cmd.Context(), im, args[0], args[1:])
		},
	}
	im.at.orServer(cmd)
	im.at.writing(cmd)
	cmd.Flags().StringVar(&im.origin, "origin", "", "`name` that the ledger's checkpoints will carry, used when it is founded")
	cmd.Flags().StringVar(&im.person, "person", importer.String(), "random `id` of the person who imports")
	cmd.Flags().StringVar(&im.role, "role", "data import", "`role` in which they do")
	cmd.Flags().StringVar(&im.year, "year", "", "financial `year` of gp-payments, such as 2022/23 (default taken from the file's name)")
	return cmd
}

// importer is who imports where nobody is named: the same everywhere, as a
// file imported again by another is another command.
var importer = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://hubledger.invalid/import"))

func (p *program) imports(ctx context.Context, im importing, kind string, files []string) error {
	person, err := uuid.Parse(im.person)
	if err != nil {
		return usage("--person %s: it should be a UUID", im.person)
	}
	year := domain.FinancialYear(0)
	if im.year != "" {
		if year, err = domain.ParseFinancialYear(im.year); err != nil {
			return usage("--year: %v", err)
		}
	}
	actor := domain.Actor{Person: person, Role: im.role}
	var give func(context.Context, *gate) error
	switch kind {
	case string(intake.PCNWorkforce):
		give, err = p.workforce(files, actor)
	case string(intake.GPPayments):
		give, err = p.payments(files, actor, year)
	case kindCommands:
		give, err = p.commands(files, actor)
	default:
		return usage("import %s: there are pcn-workforce, gp-payments and commands", kind)
	}
	if err != nil {
		return err
	}
	g, err := p.openGate(ctx, im.at, ledger.Founding{Origin: im.origin})
	if err != nil {
		return err
	}
	return errors.Join(give(ctx, g), g.close())
}

// workforce reads censuses, and gives them when it is called.
func (p *program) workforce(names []string, actor domain.Actor) (func(context.Context, *gate) error, error) {
	files, err := readAll(names, intake.ParseWorkforce)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, g *gate) error {
		bar := p.fileProgress()
		im := intake.Importer{Recorder: g, Workforce: g, Actor: actor, Progress: bar.at}
		summaries, err := im.PCNWorkforce(ctx, files...)
		bar.end()
		p.summarise(summaries)
		return err
	}, nil
}

// payments reads years, and gives them when it is called.
func (p *program) payments(names []string, actor domain.Actor, year domain.FinancialYear) (func(context.Context, *gate) error, error) {
	files, err := readAll(names, func(file string, b []byte) (*intake.PaymentsFile, error) {
		return intake.ParsePayments(file, b, year)
	})
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, g *gate) error {
		bar := p.fileProgress()
		im := intake.Importer{Recorder: g, Workforce: g, Actor: actor, Progress: bar.at}
		for _, f := range files {
			summary, err := im.GPPayments(ctx, f)
			bar.end()
			p.summarise([]intake.Summary{summary})
			if err != nil {
				return err
			}
		}
		return nil
	}, nil
}

// readAll reads files and holds all of them to be right before any is given.
func readAll[F any](names []string, parse func(file string, b []byte) (F, error)) ([]F, error) {
	var files []F
	var errs []error
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("couldn't read the file: %w", err)
		}
		f, err := parse(filepath.Base(name), b)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		files = append(files, f)
	}
	return files, errors.Join(errs...)
}

// fileProgress shows how far files are, one after another.
type fileProgress struct {
	p    *program
	file string
	bar  *progress
}

func (p *program) fileProgress() *fileProgress { return &fileProgress{p: p} }

func (f *fileProgress) at(done, total int, file string) {
	if f.file != file {
		f.end()
		f.file, f.bar = file, f.p.begin(file, "commands", int64(total))
	}
	f.bar.at(int64(done))
}

func (f *fileProgress) end() {
	if f.bar != nil {
		f.bar.end()
	}
	f.file, f.bar = "", nil
}
