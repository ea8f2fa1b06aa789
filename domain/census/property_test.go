package census_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"pgregory.net/rapid"
)

var somePCNs = []string{"U00001", "U00002", "U00003"}

// drawFile is what a file holds of each PCN that reports.
func drawFile(t *rapid.T, closed map[string]domain.Date, c domain.Census, last map[string][]census.Row) map[string][]census.Row {
	out := map[string][]census.Row{}
	line := 1
	for _, pcn := range somePCNs {
		if on, ok := closed[pcn]; (ok && c.Day() > on) || !rapid.Bool().Draw(t, "reports") {
			continue
		}
		if rows, ok := last[pcn]; ok && rapid.Bool().Draw(t, "unchanged") {
			for _, r := range rows {
				line++
				r.Row = line
				out[pcn] = append(out[pcn], r)
			}
			continue
		}
		for range rapid.IntRange(1, 6).Draw(t, "rows") {
			line++
			out[pcn] = append(out[pcn], roleRow(line,
				rapid.SampledFrom([]string{"a", "b"}).Draw(t, "role"),
				rapid.SampledFrom([]string{"1", "0.5", "0", "-0.1", "1.2", "0.986666667"}).Draw(t, "fte")))
		}
	}
	return out
}

// fileCommands are the commands that record a file, given where the PCNs stand.
func fileCommands(s *census.State, c domain.Census, hash domain.Hash, content map[string][]census.Row) []domain.CommandData {
	var out []domain.CommandData
	end := census.CloseCensus{Census: c, FileHash: hash}
	for _, pcn := range somePCNs {
		rows, reports := content[pcn]
		if !reports {
			if i := slices.IndexFunc(s.PCNs(), func(p census.PCN) bool { return p.Code == pcn }); i >= 0 && s.PCNs()[i].Census == c {
				out = append(out, census.WithdrawPCNCensus{Census: c, PCN: pcn, FileHash: hash})
			}
			continue
		}
		out = append(out, census.RecordPCNCensus{Census: c, PCN: pcn, FileHash: hash, Rows: rows})
		end.ReportingPCNs = append(end.ReportingPCNs, pcn)
		for _, r := range rows {
			end.Records++
			end.FTE += r.FTE
		}
	}
	return append(out, end)
}

// After any series of censuses, restatements, imports that broke off and
// closures, the records of each PCN are those of the last file that it is in,
// and whoever only adds up events sees the same.
func TestStateIsTheLastFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := newScene(t)
		var (
			now     = month("2020-03")
			closed  = map[string]domain.Date{}
			last    = map[string][]census.Row{} // of each PCN, what it last reported
			prior   = map[string][]census.Row{} // the same, before the census now
			files   [][]domain.CommandData
			pending []domain.CommandData
		)
		for step := range rapid.IntRange(1, 8).Draw(t, "steps") {
			switch rapid.SampledFrom([]string{"next", "next", "restate", "close"}).Draw(t, "what") {
			case "next":
				if s.state.Open().IsZero() && step > 0 {
					now = domain.Census(now.Day().AddDays(1) / 100)
					prior = clone(last)
				}
			case "close":
				pcn := rapid.SampledFrom(somePCNs).Draw(t, "pcn")
				if _, known := closed[pcn]; known || !s.state.Open().IsZero() ||
					!slices.ContainsFunc(s.state.PCNs(), func(p census.PCN) bool { return p.Code == pcn }) {
					continue
				}
				closed[pcn] = now.Day()
				s.do(census.ClosePCN{PCN: pcn, On: now.Day(), Unknown: true})
				check(t, s, last, closed)
				continue
			}
			content := drawFile(t, closed, now, last)
			commands := fileCommands(s.state, now, file(fmt.Sprint("f", step)), content)
			if rapid.IntRange(0, 4).Draw(t, "broken off") == 0 {
				pending = commands[:len(commands)-1]
				for _, c := range pending {
					s.do(c)
				}
				continue
			}
			for _, c := range commands {
				s.do(c)
			}
			files = append(files, commands)
			last = clone(prior)
			for pcn, rows := range content {
				last[pcn] = rows
			}
			check(t, s, last, closed)
		}
		for _, commands := range files {
			for _, c := range commands {
				if got := s.do(c); len(got) > 0 {
					t.Fatalf("a file that is recorded recorded again: %s", brief(got))
				}
			}
		}
	})
}

func check(t *rapid.T, s *scene, last map[string][]census.Row, closed map[string]domain.Date) {
	t.Helper()
	fresh, naive := census.New("QHL"), map[string]map[uuid.UUID]domain.FTE{}
	for _, e := range s.events {
		fresh.Evolve(domain.Recorded{Event: e})
		follow(t, naive, e)
	}
	for _, pcn := range somePCNs {
		want := last[pcn]
		if _, ok := closed[pcn]; ok {
			want = nil
		}
		got := s.state.Records(pcn)
		if a, b := contents(got), rowContents(want); !slices.Equal(a, b) {
			t.Fatalf("%s has %v, and its last file %v", pcn, a, b)
		}
		if !slices.Equal(got, fresh.Records(pcn)) {
			t.Fatalf("%s is something else after a fold from the beginning", pcn)
		}
		if len(naive[pcn]) != len(got) {
			t.Fatalf("%s has %d records, and %d by its events alone", pcn, len(got), len(naive[pcn]))
		}
		for _, r := range got {
			if f, ok := naive[pcn][r.ID]; !ok || f != r.FTE {
				t.Fatalf("%s: record %s has %s FTE, and %s by its events alone", pcn, r.ID, r.FTE, f)
			}
		}
	}
}

// follow adds up events without knowing a rule.
func follow(t *rapid.T, pcns map[string]map[uuid.UUID]domain.FTE, e domain.Event) {
	t.Helper()
	switch e := e.(type) {
	case domain.CensusRecordAppeared:
		if pcns[e.PCN] == nil {
			pcns[e.PCN] = map[uuid.UUID]domain.FTE{}
		}
		if _, twice := pcns[e.PCN][e.Record]; twice {
			t.Fatalf("record %s appeared twice", e.Record)
		}
		pcns[e.PCN][e.Record] = e.FTE
	case domain.CensusRecordChanged:
		if was, ok := pcns[e.PCN][e.Record]; !ok || was != e.Was || e.FTE == e.Was {
			t.Fatalf("record %s changed from %s to %s, and had %s", e.Record, e.Was, e.FTE, was)
		}
		pcns[e.PCN][e.Record] = e.FTE
	case domain.CensusRecordNoLongerSeen:
		if was, ok := pcns[e.PCN][e.Record]; !ok || was != e.Was {
			t.Fatalf("record %s ended with %s, and had %s", e.Record, e.Was, was)
		}
		delete(pcns[e.PCN], e.Record)
	case domain.CensusRecorded:
		records, total := 0, domain.FTE(0)
		for _, pcn := range e.ReportingPCNs {
			for _, f := range pcns[pcn] {
				records++
				total += f
			}
		}
		if records != e.Records || total != e.FTE {
			t.Fatalf("census %s says %d records and %s FTE; the events say %d and %s", e.Census, e.Records, e.FTE, records, total)
		}
	}
}

func contents(records []census.Record) []string {
	var out []string
	for _, r := range records {
		out = append(out, r.DetailedRole+" "+r.FTE.String())
	}
	slices.Sort(out)
	return out
}

func rowContents(rows []census.Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.DetailedRole+" "+r.FTE.String())
	}
	slices.Sort(out)
	return out
}

func clone(m map[string][]census.Row) map[string][]census.Row {
	out := make(map[string][]census.Row, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}
