package intake_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/intake"
)

// drawWorkforce makes a file of some PCNs, each under one of two ICBs.
func drawWorkforce(t *rapid.T, name string, c domain.Census) *intake.WorkforceFile {
	var b bytes.Buffer
	b.WriteString("Data_source,CENSUS_YEAR,CENSUS_MONTH,PCN_CODE,ICB_CODE,STAFF_GROUP,STAFF_ROLE,DETAILED_STAFF_ROLE,FTE\n")
	fmt.Fprintf(&b, "NWRS Staff,%d,%d,U00009,QHL,g,r,%s,1\n", c/100, c%100, name) // no file has no row, or the bytes of another
	row := func(pcn, icb string) {
		fmt.Fprintf(&b, "NWRS Staff,%d,%d,%s,%s,g,r,%s,%s\n", c/100, c%100, pcn, icb,
			rapid.SampledFrom([]string{"a", "b"}).Draw(t, "role"), rapid.SampledFrom([]string{"1", "0.5", "-0.1"}).Draw(t, "fte"))
	}
	for _, pcn := range []string{"U00001", "U00002"} {
		if rapid.Bool().Draw(t, "reports") {
			icb := rapid.SampledFrom([]string{"QHL", "QUA"}).Draw(t, "icb")
			for range rapid.IntRange(1, 4).Draw(t, "rows") {
				row(pcn, icb)
			}
		}
	}
	f, err := intake.ParseWorkforce(name, b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// After any series of files, with PCNs that move, with restatements and with
// imports that broke off, what stands of each PCN in each ICB is what the last
// file that has it says.
func TestWorkforceIsTheLastFile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := newBooks()
		c := domain.Census(202003)
		var last, prior map[string]string // "ICB PCN" to what it reported
		var begun *intake.WorkforceFile
		for step := range rapid.IntRange(1, 6).Draw(t, "steps") {
			if begun == nil && step > 0 && rapid.Bool().Draw(t, "next census") {
				c = domain.Census(c.Day().AddDays(1) / 100)
				prior = maps.Clone(last)
			}
			f := begun
			if f == nil || rapid.Bool().Draw(t, "another file") {
				f = drawWorkforce(t, fmt.Sprint("f", step), c)
			}
			b.given, b.breakOff = 0, 0
			if rapid.IntRange(0, 2).Draw(t, "broken off") == 0 {
				b.breakOff = rapid.IntRange(1, 40).Draw(t, "after")
			}
			_, err := b.importer().PCNWorkforce(context.Background(), f)
			if errors.Is(err, errBrokenOff) {
				begun = f
				continue
			}
			begun = nil
			if err != nil {
				t.Fatal(err)
			}
			last = maps.Clone(prior)
			if last == nil {
				last = map[string]string{}
			}
			for icb, pcns := range f.Areas {
				for pcn, rows := range pcns {
					delete(last, "QHL "+pcn)
					delete(last, "QUA "+pcn)
					last[icb+" "+pcn] = fmt.Sprint(said(rows))
				}
			}
			got := map[string]string{}
			for _, icb := range []string{"QHL", "QUA"} {
				for _, p := range b.workforce(icb).PCNs() {
					var out []string
					for _, r := range b.workforce(icb).Records(p.Code) {
						out = append(out, role(r.CensusRole, r.FTE))
					}
					if slices.Sort(out); len(out) > 0 {
						got[icb+" "+p.Code] = fmt.Sprint(out)
					}
				}
			}
			if !maps.Equal(got, last) {
				t.Fatalf("after %s:\ngot  %v\nwant %v", f.File, got, last)
			}
		}
	})
}

// Whatever bytes are read as a census: either it is said what is wrong, or all
// that is made of them can be given.
func FuzzParseWorkforce(f *testing.F) {
	for _, name := range []string{"workforce-cp1252.csv", "workforce-bom.csv", "workforce-truncated.csv", "workforce-twice-encoded.csv", "payments-2022-23.csv"} {
		f.Add(read(f, name))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := intake.ParseWorkforce("x.csv", b)
		if err != nil {
			checkFileError(t, err, w == nil)
			return
		}
		plan, err := w.Plan(context.Background(), newBooks(), importer)
		if err != nil {
			t.Fatal(err)
		}
		if w.Rows == 0 || len(plan.Commands) < len(w.Areas) {
			t.Errorf("got %d rows and %d commands", w.Rows, len(plan.Commands))
		}
	})
}

// Whatever bytes are read as practices, likewise.
func FuzzParsePayments(f *testing.F) {
	for _, name := range []string{"payments-2022-23.csv", "workforce-bom.csv"} {
		f.Add(read(f, name))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := intake.ParsePayments("x.csv", b, domain.MustYear("2022/23"))
		if err != nil {
			checkFileError(t, err, p == nil)
			return
		}
		if _, err := p.Plan(importer); err != nil {
			t.Fatal(err)
		}
	})
}

func checkFileError(t *testing.T, err error, none bool) {
	t.Helper()
	var wrong *intake.FileError
	if !errors.As(err, &wrong) || len(wrong.Problems) == 0 || !none || strings.TrimSpace(wrong.Problems[0].Text) == "" {
		t.Errorf("got %v, want a *FileError with problems, and no file", err)
	}
}
