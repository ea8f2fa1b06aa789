package intake_test

import (
	"context"
	"testing"

	"github.com/hubledger/hubledger/intake"
)

// BenchmarkParseWorkforce reads the largest of the published censuses.
func BenchmarkParseWorkforce(b *testing.B) {
	bytes := published(b, "pcn-workforce/2021-09.csv")
	b.SetBytes(int64(len(bytes)))
	for b.Loop() {
		if _, err := intake.ParseWorkforce("2021-09.csv", bytes); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecideCensus decides it on what the one before left.
func BenchmarkDecideCensus(b *testing.B) {
	before, f := publishedWorkforce(b, "2021-03"), publishedWorkforce(b, "2021-09")
	rows := 0
	for b.Loop() {
		b.StopTimer()
		ledger := newBooks()
		imported(b, ledger, before)
		plan, err := f.Plan(context.Background(), ledger, importer)
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		for _, c := range plan.Commands {
			if a, err := ledger.decide(c); err != nil || a.Refusal != nil {
				b.Fatal(err, a.Refusal)
			}
		}
		rows += f.Rows
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
