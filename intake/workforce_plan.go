package intake

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/reference"
)

// Workforce is what of the ledger has to be known to plan a census: which PCNs
// stand in which ICB. It must show all that was recorded before the call.
type Workforce interface {
	// ICBs are the codes of all ICBs whose workforce stream has events.
	ICBs(context.Context) ([]string, error)
	// PCNs is census.State.PCNs of an ICB's workforce stream.
	PCNs(ctx context.Context, icb string) ([]census.PCN, error)
}

// Plan makes of a census the commands that record it: of every ICB its PCNs,
// one command each, those that moved away, those that an earlier file of the
// same census holds and this one does not, and the closing of the census.
func (w *WorkforceFile) Plan(ctx context.Context, in Workforce, by domain.Actor) (*Plan, error) {
	known, err := knownPCNs(ctx, in)
	if err != nil {
		return nil, err
	}
	p, home := &Plan{}, w.homes()
	for _, icb := range w.icbs(known) {
		for _, was := range known[icb] {
			if c := w.without(icb, was, home[was.Code]); c != nil {
				w.give(p, icb, was.Code, 0, c, by)
			}
		}
		for _, pcn := range slices.Sorted(maps.Keys(w.Areas[icb])) {
			rows := w.Areas[icb][pcn]
			w.give(p, icb, pcn, rows[0].Row, census.RecordPCNCensus{Census: w.Census, PCN: pcn, FileHash: w.Hash, Rows: rows}, by)
			if home[pcn] != icb {
				p.note("%s has rows under %s and under %s; each counts where it stands", pcn, home[pcn], icb)
			}
		}
		w.give(p, icb, "", 0, w.closing(icb), by)
		if len(w.Areas[icb]) == 0 {
			p.note("%s has no row: it supplied nothing, which is not zero", icb)
		}
	}
	p.Done = importRecorded(PCNWorkforce, w.File, w.Hash, w.Rows, by)
	return p, p.Validate()
}

func knownPCNs(ctx context.Context, in Workforce) (map[string][]census.PCN, error) {
	icbs, err := in.ICBs(ctx)
	if err != nil {
		return nil, fmt.Errorf("couldn't list the workforce streams: %w", err)
	}
	known := make(map[string][]census.PCN, len(icbs))
	for _, icb := range icbs {
		if known[icb], err = in.PCNs(ctx, icb); err != nil {
			return nil, fmt.Errorf("couldn't read the PCNs of %s: %w", icb, err)
		}
	}
	return known, nil
}

// icbs are the ICBs whose census is closed with this file: those it has rows
// of; those of the geography, as long as that is valid, and before, when the
// codes denote the areas of later; and those whose records still stand.
func (w *WorkforceFile) icbs(known map[string][]census.PCN) []string {
	set := make(map[string]struct{})
	for icb := range w.Areas {
		set[icb] = struct{}{}
	}
	if g := reference.ICBs2022(); w.Census.Day() <= g.To {
		for _, icb := range g.ICBs() {
			set[icb.Code] = struct{}{}
		}
	}
	for icb, pcns := range known {
		if slices.ContainsFunc(pcns, func(p census.PCN) bool {
			return p.Census == w.Census || p.Records > 0 && p.Census < w.Census
		}) {
			set[icb] = struct{}{}
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// without is the command for a PCN that has no rows under the ICB in whose
// stream it is known, nil where nothing has to be said: a PCN that is absent
// did not report.
func (w *WorkforceFile) without(icb string, was census.PCN, home string) domain.CommandData {
	_, here := w.Areas[icb][was.Code]
	switch {
	case here || was.Census > w.Census:
		return nil
	case home == "" && was.Census == w.Census:
		return census.WithdrawPCNCensus{Census: w.Census, PCN: was.Code, FileHash: w.Hash}
	case home != "" && was.Records > 0:
		return census.RecordPCNCensus{Census: w.Census, PCN: was.Code, FileHash: w.Hash, MovedTo: home}
	}
	return nil
}

func (w *WorkforceFile) closing(icb string) census.CloseCensus {
	c := census.CloseCensus{Census: w.Census, FileHash: w.Hash, ReportingPCNs: slices.Sorted(maps.Keys(w.Areas[icb]))}
	for _, rows := range w.Areas[icb] {
		for _, r := range rows {
			c.Records++
			c.FTE += r.FTE // rows are no more than a file holds, and each is bounded
		}
	}
	return c
}

// give adds a command of this census for an ICB's stream.
func (w *WorkforceFile) give(p *Plan, icb, pcn string, row int, data domain.CommandData, by domain.Actor) {
	p.Commands = append(p.Commands, Command{Stream: census.Stream(icb), Row: row, Command: domain.Command{
		ID: commandID(w.Hash, data.CommandName(), w.Census.String(), icb, pcn), Actor: by, EffectiveOn: w.Census.Day(), Data: data,
	}})
}
