package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/hubledger/hubledger/http/client"
)

// asking is what show and explain are asked with: flags, and the parameters of
// the API that they are.
type asking struct {
	at     place
	moment filterFlags
	values map[string]*string // by flag
	format string
}

// params are the parameters of the API by their flags; what each is for.
var params = []struct{ flag, param, text string }{
	{"fy", "fy", "of this `financial year`, such as 2024/25"},
	{"on", "on", "as it was on this `day`, such as 2025-03-31"},
	{"fund", "fund", "only this `fund`, such as OPERATIONAL"},
	{"region", "region", "only this `region`, such as Y62"},
	{"level", "level", "`ICS, LOCALITY or ALL` hubs"},
	{"status", "status", "only those of this `status` on the day"},
	{"within", "within", "what falls due in so many `days`"},
}

func (a *asking) add(cmd *cobra.Command, flags ...string) {
	a.at.orServer(cmd)
	a.values = make(map[string]*string)
	for _, p := range params {
		if slices.Contains(flags, p.flag) {
			a.values[p.flag] = cmd.Flags().String(p.flag, "", p.text)
		}
	}
	cmd.Flags().StringVar(&a.moment.asOf, "as-of", "", "as known at this `seq or instant`, inclusive, such as 41 or 2024-04-01T00:00:00Z")
	cmd.Flags().StringVar(&a.format, "format", formatTable, "`table, ndjson or csv`")
}

// query is the flags as parameters of a question that takes some of them.
func (a *asking) query(what string, takes []string) (url.Values, error) {
	q := make(url.Values)
	for _, p := range params {
		value := a.values[p.flag]
		switch {
		case value == nil || *value == "":
		case !slices.Contains(takes, p.flag):
			return nil, usage("%s can't be asked with --%s; it takes %s", what, p.flag, flagList(takes))
		default:
			q.Set(p.param, *value)
		}
	}
	if err := a.moment.moment(new(filter)); err != nil {
		return nil, err
	}
	if a.moment.asOf != "" {
		q.Set("asOf", a.moment.asOf)
	}
	return q, nil
}

func flagList(flags []string) string {
	names := make([]string, 0, len(flags)+1)
	for _, f := range flags {
		names = append(names, "--"+f)
	}
	return strings.Join(append(names, "--as-of"), ", ")
}

func (a *asking) check(cmd *cobra.Command) error {
	if err := a.at.needed(cmd); err != nil {
		return err
	}
	if a.format != formatTable && a.format != formatNDJSON && a.format != formatCSV {
		return usage("--format %s: it should be table, ndjson or csv", a.format)
	}
	return nil
}

// get asks the API, in JSON or, for CSV, in that.
func (p *program) get(ctx context.Context, a *asking, path string, q url.Values) ([]byte, error) {
	api, done, err := p.openAPI(ctx, a.at)
	if err != nil {
		return nil, err
	}
	defer done()
	mediaType := "application/json"
	if a.format == formatCSV {
		mediaType = "text/csv"
	}
	body, err := api.Get(ctx, path, q, mediaType)
	var said *client.Error
	if a.at.server == "" && errors.As(err, &said) { // there is no server that could have answered
		return nil, fmt.Errorf("%s: %s", said.Problem.Title, said.Problem.Detail)
	}
	return body, err
}

func (p *program) showCommand() *cobra.Command {
	a := &asking{}
	var hub string
	cmd := &cobra.Command{
		Use:   "show WHAT (--dir DIR | --server URL)",
		Short: "Print a budget, a list or a register, as known at any moment",
		Long: `show prints what the projections say, as known now or, with --as-of, as known
then. It reads a folder beside a server that writes to it, or asks the server;
the answer is the same. WHAT is one of

` + viewList() + `
A table is for people. --format ndjson prints a row a line with everything that
the API says of it, --format csv a table for a spreadsheet; both in pence.`,
		Example: `  hubledger show budget --hub QE1 --fy 2024/25 --dir ./ledger
  hubledger show hubs --as-of 2024-04-01T00:00:00Z --server http://127.0.0.1:8080`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			v, known := views[args[0]]
			if !known {
				return usage("there is no %q to show; there are %s", args[0], strings.Join(slices.Sorted(maps.Keys(views)), ", "))
			}
			if err := a.check(cmd); err != nil {
				return err
			}
			path := v.path
			switch needs := strings.Contains(path, "{hub}"); {
			case needs && hub == "":
				return usage("show %s: say of which hub, such as --hub QE1", args[0])
			case !needs && hub != "":
				return usage("show %s is about all hubs, and takes no --hub", args[0])
			}
			q, err := a.query("show "+args[0], v.takes)
			if err != nil {
				return err
			}
			if a.format == formatCSV && v.list == "" {
				return usage("show %s has no rows for a spreadsheet; --format table or ndjson shows it", args[0])
			}
			body, err := p.get(cmd.Context(), a, strings.ReplaceAll(path, "{hub}", hub), q)
			if err != nil {
				return err
			}
			return p.showAnswer(a.format, v, body)
		},
	}
	a.add(cmd, "fy", "on", "fund", "region", "level", "status", "within")
	cmd.Flags().StringVar(&hub, "hub", "", "of this `hub`, such as QE1 or QE1~fylde-coast")
	return cmd
}

func viewList() string {
	list := ""
	for _, name := range slices.Sorted(maps.Keys(views)) {
		list += fmt.Sprintf("  %-15s%s\n", name, views[name].about)
	}
	return list
}

// showAnswer prints an answer of the API.
func (p *program) showAnswer(format string, v view, body []byte) error {
	if format == formatCSV {
		_, err := p.stdout.Write(body)
		return err
	}
	var answer map[string]jsontext.Value
	if err := json.Unmarshal(body, &answer); err != nil {
		return fmt.Errorf("couldn't read the answer: %w", err)
	}
	rows := []jsontext.Value{body}
	if v.list != "" {
		rows = nil
		if list := answer[v.list]; list != nil { // an empty summary is left out
			if err := json.Unmarshal(list, &rows); err != nil {
				return fmt.Errorf("couldn't read the %s of the answer: %w", v.list, err)
			}
		}
	}
	if format == formatNDJSON {
		return p.lines(rows)
	}
	return p.sheet(v, answer, rows)
}

// lines prints a row a line, as the API has it.
func (p *program) lines(rows []jsontext.Value) error {
	for _, row := range rows {
		if err := row.Compact(); err != nil {
			return fmt.Errorf("couldn't write a row: %w", err)
		}
		if _, err := fmt.Fprintf(p.stdout, "%s\n", row); err != nil {
			return err
		}
	}
	return nil
}
