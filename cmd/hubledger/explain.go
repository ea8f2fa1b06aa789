package main

import (
	"fmt"
	"net/url"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/http/api"
)

func (p *program) explainCommand() *cobra.Command {
	a := &asking{}
	var summary bool
	cmd := &cobra.Command{
		Use:   "explain FIGURE-ID (--dir DIR | --server URL)",
		Short: "Print the events that make a figure, down to the last penny",
		Long: `explain prints every posting of a figure: the event that it cites, the day it
counts from, the account, what it adds, and the running total, which ends with
the figure. The id is code@version:scope:period, and :fund=FUND for one fund:

  available@1:QE1:2024-25                       of a hub; QE1~fylde-coast is a locality's
  paid@1:Y62:2024-25:fund=PROGRAMME-CPD         of a region, and one fund
  committed@1:ENGLAND:2024-25                   of the nation

hubledger replay --after prints an event that is cited. With --as-of the figure
is as it was known then, with --on without what counts from a later day.`,
		Example: `  hubledger explain available@1:QE1:2024-25 --dir ./ledger
  hubledger explain paid@1:ENGLAND:2024-25 --summary --as-of 90000 --dir ./ledger`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.check(cmd); err != nil {
				return err
			}
			if summary && a.format == formatCSV {
				return usage("--summary has no form for a spreadsheet; --format table or ndjson shows it")
			}
			q, err := a.query("explain", []string{"on"})
			if err != nil {
				return err
			}
			if summary {
				q.Set("summary", "true")
			}
			body, err := p.get(cmd.Context(), a, "/v1/figures/"+url.PathEscape(args[0])+"/explain", q)
			if err != nil {
				return err
			}
			return p.explain(a.format, summary, body)
		},
	}
	a.add(cmd, "on")
	cmd.Flags().BoolVar(&summary, "summary", false, "put the postings together by event type, account and fund")
	return cmd
}

// explain prints an explanation as the API gives it.
func (p *program) explain(format string, summary bool, body []byte) error {
	if format != formatTable {
		list := "items"
		if summary {
			list = "summary"
		}
		return p.showAnswer(format, view{list: list}, body)
	}
	var e api.Explanation
	if err := json.Unmarshal(body, &e); err != nil {
		return fmt.Errorf("couldn't read the explanation: %w", err)
	}
	return p.explained(e, summary)
}

var explainColumns = []viewColumn{
	{"EVENT", "", asNumber}, {"WHAT HAPPENED", "", asText}, {"COUNTS FROM", "", asText}, {"HUB", "", asText},
	{"FUND", "", asText}, {"ACCOUNT", "", asText}, {"AMOUNT", "", asMoney}, {"RUNNING TOTAL", "", asMoney},
}

var summaryColumns = []viewColumn{
	{"POSTINGS", "", asNumber}, {"WHAT HAPPENED", "", asText}, {"HUB", "", asText},
	{"FUND", "", asText}, {"ACCOUNT", "", asText}, {"AMOUNT", "", asMoney}, {"RUNNING TOTAL", "", asMoney},
}

// explained prints an explanation for people, and holds it to what it should
// be: its postings sum to the figure.
func (p *program) explained(e api.Explanation, summary bool) error {
	at := fmt.Sprintf("as known at event %d", e.Seq)
	if e.AsOf != nil {
		at += e.AsOf.UTC().Format(" (2006-01-02T15:04:05Z)")
	}
	if e.On != nil {
		at = fmt.Sprintf("as it was on %s, %s", e.On, at)
	}
	fmt.Fprintf(p.stdout, "%s, %s\n", e.ID, at)
	if e.Value == nil {
		reason := "no reason is given"
		if e.Reason != nil {
			reason = *e.Reason
		}
		fmt.Fprintf(p.stdout, "There is no such figure: %s. That is not the same as %s.\n", reason, inUnit(e.Unit, api.Whole(0)))
		return nil
	}
	g := newGrid(explainColumns)
	total := running{unit: e.Unit, ratio: e.Ratio != nil}
	if summary {
		g = newGrid(summaryColumns)
		for _, s := range e.Summary {
			total.add(s.Delta)
			g.rows = append(g.rows, []string{strconv.Itoa(s.Count), s.Type, string(s.Hub), string(s.Fund), s.Account, inUnit(e.Unit, s.Delta), total.String()})
		}
	} else {
		for _, i := range e.Items {
			total.add(i.Delta)
			day := "-"
			if i.EffectiveOn != nil {
				day = i.EffectiveOn.String()
			}
			g.rows = append(g.rows, []string{
				strconv.FormatInt(int64(i.Seq), 10), i.Type, day, string(i.Hub), string(i.Fund), i.Account, inUnit(e.Unit, i.Delta), total.String(),
			})
		}
	}
	if err := g.print(p.stdout); err != nil {
		return err
	}
	postings := "postings"
	if e.Count == 1 {
		postings = "posting"
	}
	if e.Ratio != nil {
		over := func(p api.Part) string {
			if p.Value == nil {
				return p.ID + ", which is not there"
			}
			return fmt.Sprintf("%s (%s)", inUnit(p.Unit, *p.Value), p.ID)
		}
		fmt.Fprintf(p.stdout, "%s is %s%%: %s of %s, by %d %s of both.\n", e.ID, e.Value, over(e.Ratio.Numerator), over(e.Ratio.Denominator), e.Count, postings)
		return nil
	}
	if total.String() != inUnit(e.Unit, *e.Value) {
		return fmt.Errorf("figure %s is %s, and its postings sum to %s; they should be the same", e.ID, inUnit(e.Unit, *e.Value), total)
	}
	fmt.Fprintf(p.stdout, "%s is %s: the sum of %d %s.\n", e.ID, inUnit(e.Unit, *e.Value), e.Count, postings)
	return nil
}

// running is a running total in a unit.
type running struct {
	unit  string
	ratio bool // of two totals, which have no sum
	sum   int64
}

// add adds a number: decimals are of FTE.
func (r *running) add(n api.Number) {
	if whole, is := n.Int(); is {
		r.sum += whole
	} else if fte, err := domain.ParseFTE(n.String()); err == nil { // an answer has no other
		r.sum += int64(fte)
	}
}

func (r running) String() string {
	switch {
	case r.ratio:
		return "-"
	case r.unit == unitFTE:
		return domain.FTE(r.sum).String()
	}
	return inUnit(r.unit, api.Whole(r.sum))
}

const (
	unitPence = "pence"
	unitFTE   = "FTE"
)

// inUnit is a number for people: money in pounds.
func inUnit(unit string, n api.Number) string {
	if pence, is := n.Int(); is && unit == unitPence {
		return pounds(domain.Pence(pence))
	}
	return n.String()
}
