package http

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
)

// testGauge is the value of a metric without labels.
func testGauge(t testing.TB, w *world, name string) float64 {
	t.Helper()
	families, err := w.metrics.registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		if f.GetName() == name {
			return f.GetMetric()[0].GetGauge().GetValue()
		}
	}
	t.Fatalf("there is no metric %s", name)
	return 0
}

// The names are those that Prometheus' own linter accepts.
func TestMetricsAreNamedAsTheyShould(t *testing.T) {
	w := withHub(t, func(c *Config) { c.StoreBytes = func() (int64, error) { return 4096, nil } })
	problems, err := testutil.GatherAndLint(w.metrics.registry)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Metric, p.Text)
	}
	text := w.must(t, 200, "GET", "/metrics", "").Body.String()
	for _, want := range []string{
		`hubledger_appends_total{result="recorded"} 5`,
		`hubledger_append_seconds_count 5`,
		`hubledger_append_conflicts_total 0`,
		`hubledger_commands_total{command="register-hub",outcome="recorded"} 1`,
		`hubledger_events_total{type="HubRegistered"} 1`,
		`hubledger_events_total{type="PCNClosed"} 0`,
		`hubledger_refusals_total{rule="I-HUB-1"} 0`,
		`hubledger_store_bytes 4096`,
		`hubledger_build_info{go="go`,
		`hubledger_head_seq 5`,
		`hubledger_projection_position{model="hubs"} 5`,
		`hubledger_projection_lag_events{model="hubs"} 0`,
		`hubledger_projection_failed{model="log"} 0`,
		`hubledger_hubs{level="ICS"} 1`,
		`hubledger_health{status="ready"} 1`,
		`hubledger_health{status="failed"} 0`,
		`hubledger_http_requests_total{code="201",method="POST",route="/v1/commands/{name}"} 3`,
		`hubledger_ledger_time_seconds 1.743505204e+09`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not hold %s", want)
		}
	}
}

// What is refused is counted from the log: a restart forgets nothing.
func TestRefusalsAreCountedFromTheLog(t *testing.T) {
	store := storetest.NewMemory(theLedger)
	w := found(t, store)
	w.do(t, 422, "register-hub", hub(1, "QE1", "X"))
	want := `hubledger_refusals_total{rule="I-HUB-5"} 1`
	if text := w.must(t, 200, "GET", "/metrics", "").Body.String(); !strings.Contains(text, want) {
		t.Errorf("it does not hold %s", want)
	}
	again := found(t, store.Reopen())
	if text := again.must(t, 200, "GET", "/metrics", "").Body.String(); !strings.Contains(text, want) {
		t.Errorf("after a restart it does not hold %s", want)
	}
}

// Whatever is asked, the series are those of the table.
func TestStrangersMakeNoSeries(t *testing.T) {
	w := serve(t)
	series := func() int {
		n, err := testutil.GatherAndCount(w.metrics.registry, "hubledger_http_requests_total", "hubledger_http_request_seconds", "hubledger_commands_total")
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	w.ask("GET", "/nothing", "")
	w.ask("BREW", "/nothing", "")
	w.ask("GET", "/v1/hubs/Q0", "")
	w.ask("POST", "/v1/commands/x0", "{}")
	before := series()
	for i := range 200 {
		w.ask("GET", fmt.Sprintf("/nothing/%d", i), "")
		w.ask(fmt.Sprintf("BREW%d", i), "/nothing", "")
		w.ask("GET", fmt.Sprintf("/v1/hubs/Q%d", i), "")
		w.ask("POST", fmt.Sprintf("/v1/commands/x%d", i), "{}")
	}
	if got := series(); got != before {
		t.Errorf("there were %d series and are %d", before, got)
	}
}

// Counting an append changes nothing of what a store promises.
func TestAMeteredStoreKeepsTheContract(t *testing.T) {
	storetest.Run(t, func(testing.TB) storetest.Harness {
		m := storetest.NewMemory(storetest.ID("ledger"))
		return storetest.Harness{Store: NewMetrics().Store(m), Reopen: func() eventstore.Store {
			m = m.Reopen()
			return NewMetrics().Store(m)
		}}
	})
}

// Appends are counted by what became of them.
func TestAppendsAreCountedByResult(t *testing.T) {
	m := NewMetrics()
	s := m.Store(storetest.NewMemory(theLedger))
	defer s.Close()
	ctx := context.Background()
	one := storetest.Events(storetest.ID("one"), "Counted", 1)
	s.Append(ctx, "ledger", eventstore.NoStream, one)
	s.Append(ctx, "ledger", eventstore.NoStream, one)
	s.Append(ctx, "ledger", 7, storetest.Events(storetest.ID("two"), "Counted", 1))
	s.Append(ctx, "ledger", 0, nil)
	for result, want := range map[string]float64{appendRecorded: 1, appendDuplicate: 1, appendConflict: 1, appendFailed: 1} {
		if got := testutil.ToFloat64(m.appends.WithLabelValues(result)); got != want {
			t.Errorf("%s: got %v, want %v", result, got, want)
		}
	}
}

// Each command and each of the rules is a label that is known beforehand.
func TestLabelsComeFromClosedSets(t *testing.T) {
	if len(rules) < 20 {
		t.Errorf("only %d rules are known", len(rules))
	}
	m := NewMetrics()
	m.Observer().Command("no-such-command", "recorded")
	n := testutil.CollectAndCount(m.commands)
	if want := 5 * len(wire.CommandTypes()); n != want {
		t.Errorf("got %d series of commands, want %d", n, want)
	}
}
