package intake

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// Recorder takes commands to the ledger.
type Recorder interface {
	// Record decides commands one after another, in the order given, and
	// yields the answer to each, in that order. It takes from commands as it
	// goes on; how far ahead of the answers is its own matter. An error is
	// the end: what was taken and not answered is maybe recorded, and giving
	// the same commands again tells.
	Record(ctx context.Context, commands iter.Seq[Command]) iter.Seq2[Answer, error]
}

// Answer is what became of a command.
type Answer struct {
	// Events are the types of the events it recorded, in order; none where
	// there was nothing to record.
	Events []string
	// Replayed: it had recorded these events before.
	Replayed bool
	// Taken: its id had recorded something else before. The same row was
	// imported by another actor, or by a program that read it differently.
	Taken bool
	// Refusal is the rule that refused it, nil where none did.
	Refusal *domain.Refusal
}

// Importer gives files to a ledger.
type Importer struct {
	Recorder  Recorder
	Workforce Workforce    // for files of kind pcn-workforce
	Actor     domain.Actor // who imports
	// Progress is told after each command how many of a file's are answered;
	// nil where nobody watches.
	Progress func(done, total int, file string)
}

// RefusedError says that a rule refused a command of a file. What came before
// it in the file is recorded; what would come after it is not, or maybe.
type RefusedError struct {
	File    string
	Row     int // line of the file; 0 where the command comes from many
	Command string
	Stream  string
	Refusal *domain.Refusal
}

func (e *RefusedError) Error() string {
	at := ""
	if e.Row > 0 {
		at = fmt.Sprintf(", line %d", e.Row)
	}
	return fmt.Sprintf("%s%s: %s of %s was refused by %s: %s", e.File, at, e.Command, e.Stream, e.Refusal.Rule, e.Refusal.Sentence)
}

// Unwrap is the refusal.
func (e *RefusedError) Unwrap() error { return e.Refusal }

// PCNWorkforce records censuses in the order of their months, whatever the
// order of the files. The summaries are of the files in that order, and where
// it fails, of those before it and of what of it was answered.
func (im *Importer) PCNWorkforce(ctx context.Context, files ...*WorkforceFile) ([]Summary, error) {
	files, err := inOrder(files)
	if err != nil {
		return nil, err
	}
	var out []Summary
	for _, f := range files {
		plan, err := f.Plan(ctx, im.Workforce, im.Actor)
		if err != nil {
			return out, fmt.Errorf("couldn't plan %s: %w", f.File, err)
		}
		s := Summary{
			Kind: PCNWorkforce, File: f.File, Hash: f.Hash, Census: f.Census,
			Rows: f.Rows, PCNs: f.PCNs(), ICBs: len(f.Areas), LeftOut: plan.LeftOut, Notes: plan.Notes,
		}
		err = im.give(ctx, plan, &s)
		out = append(out, s)
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

// GPPayments records the practices of a year. A refused row does not keep the
// others from being recorded; the error then is that of the first.
func (im *Importer) GPPayments(ctx context.Context, f *PaymentsFile) (Summary, error) {
	s := f.summary()
	plan, err := f.Plan(im.Actor)
	if err != nil {
		return s, fmt.Errorf("couldn't plan %s: %w", f.File, err)
	}
	s.LeftOut, s.Notes = plan.LeftOut, plan.Notes
	err = im.give(ctx, plan, &s)
	return s, err
}

// inOrder sorts censuses, and holds that no two files are of the same one:
// which restates which nobody has said.
func inOrder(files []*WorkforceFile) ([]*WorkforceFile, error) {
	files = slices.Clone(files)
	slices.SortStableFunc(files, func(a, b *WorkforceFile) int { return cmp.Compare(a.Census, b.Census) })
	for i := 1; i < len(files); i++ {
		if before, f := files[i-1], files[i]; before.Census == f.Census {
			return nil, fmt.Errorf("%s and %s are both of the census of %s; the one that restates the other should be imported after it, alone",
				before.File, f.File, f.Census)
		}
	}
	return files, nil
}

// give hands the commands of a plan to the recorder and counts the answers.
// That the file was taken in is said when none of them was refused.
func (im *Importer) give(ctx context.Context, plan *Plan, s *Summary) error {
	total := len(plan.Commands) + 1
	for i, commands := range [][]Command{plan.Commands, {plan.Done}} {
		n := 0
		for a, err := range im.Recorder.Record(ctx, slices.Values(commands)) {
			if err != nil {
				return fmt.Errorf("couldn't record %s: %w", s.File, err)
			}
			s.count(commands[n], a)
			n++
			if im.Progress != nil {
				im.Progress(i*len(plan.Commands)+n, total, s.File)
			}
			if len(s.Refused) > 0 && s.Kind == PCNWorkforce {
				break // what follows of this census could only be refused too
			}
		}
		if len(s.Refused) > 0 {
			return &s.Refused[0]
		}
		if n < len(commands) {
			return fmt.Errorf("couldn't record %s: %d of %d commands were answered", s.File, n, len(commands))
		}
	}
	return nil
}
