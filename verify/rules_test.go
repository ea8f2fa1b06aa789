package verify

import (
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// A decision under way when other rules are adopted may still be by the old;
// one taken well after may not.
func TestRulesInForce(t *testing.T) {
	adopted := time.Date(2025, 6, 2, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		after time.Duration
		want  int64
	}{{-time.Hour, 0}, {underWay, 0}, {underWay + time.Microsecond, 1}} {
		v := &verifier{opts: Options{MaxFindings: 10}}
		v.rules.adopt(1, adopted.Add(-24*time.Hour))
		v.rules.adopt(2, adopted)
		it := &item{env: eventstore.Envelope{Rules: 1, Command: &eventstore.Command{Name: "register-hub"}}}
		it.rec = domain.Recorded{RecordedAt: adopted.Add(c.after)}
		if v.rulesOf(it); v.report.Found != c.want {
			t.Errorf("%s after version 2 was adopted, a decision by version 1: found %v, want %d", c.after, v.report.Findings, c.want)
		}
	}
}
