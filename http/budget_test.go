package http

import (
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/demo"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/projections"
	"github.com/hubledger/hubledger/projections/journal"
)

// get is the answer to a question, as a T.
func get[T any](t *testing.T, w *world, target string) (v T) {
	t.Helper()
	if err := json.Unmarshal(w.must(t, 200, "GET", target, "").Body.Bytes(), &v); err != nil {
		t.Fatalf("GET %s: %v", target, err)
	}
	return v
}

// A purchase, by hand: £20,000 given, a course of £6,000 promised, half of it
// delivered, and paid.
func TestTheBudgetOfAPurchase(t *testing.T) {
	w := serve(t)
	recorded := make(map[string]eventstore.Seq)
	for i, o := range orders[domaintest.Order](t, "purchase.ndjson") {
		rec := w.must(t, 201, "POST", "/v1/commands/"+o.Name, string(o.Body(t, fmt.Sprint("command ", i))))
		var receipt api.Receipt
		if err := json.Unmarshal(rec.Body.Bytes(), &receipt); err != nil {
			t.Fatal(err)
		}
		recorded[o.Step] = receipt.Seq
	}
	const fy = "/v1/hubs/QE1/budget?fy=2025/26"
	at := func(step string) string { return fmt.Sprintf("%s&asOf=%d", fy, recorded[step]) }
	type sums = [8]domain.Pence // allocated, virement, returned, committed, incurred, recovered, paid, available
	for step, want := range map[string]sums{
		"allocation": {2_000_000, 0, 0, 0, 0, 0, 0, 2_000_000},
		"commit":     {2_000_000, 0, 0, 600_000, 0, 0, 0, 1_400_000},
		"cost":       {2_000_000, 0, 0, 300_000, 300_000, 0, 0, 1_400_000},
		"pay":        {2_000_000, 0, 0, 300_000, 300_000, 0, 300_000, 1_400_000},
	} {
		b := get[api.Budget](t, w, at(step))
		got := func(s api.BudgetSums) sums {
			return sums{s.Allocated, s.Virement, s.Returned, s.Committed, s.Incurred, s.Recovered, s.Paid, s.Available}
		}
		if len(b.Funds) != 1 || b.Funds[0].Fund != "PROGRAMME-CPD" || got(b.Funds[0].BudgetSums) != want || got(*b.Total) != want || b.Seq != recorded[step] {
			t.Errorf("as known after %s: got %+v, want %v", step, b, want)
		}
		if reconciled := step != "cost" && step != "pay"; b.Reconciled != reconciled { // no cost, nothing to hold against the host's books
			t.Errorf("as known after %s: reconciled is %t", step, b.Reconciled)
		}
	}

	// Before there was money there is no figure, which is not 0.
	none := get[api.Budget](t, w, fmt.Sprintf("%s&asOf=%d", fy, recorded["allocation"]-1))
	if len(none.Funds) != 0 || none.Total != nil {
		t.Errorf("before the allocation: %+v", none)
	}
	id := "/v1/figures/" + url.PathEscape("committed@1:QE1:2025-26:fund=PROGRAMME-CPD")
	before := get[api.Figure](t, w, fmt.Sprintf("%s?asOf=%d", id, recorded["allocation"]-1))
	if before.Value != nil || before.Reason == nil || *before.Reason != "NOT_SUPPLIED" {
		t.Errorf("before the allocation: %+v", before)
	}

	explained := get[api.Explanation](t, w, id+"/explain?summary=true")
	if explained.Value == nil || *explained.Value != api.Whole(300_000) || explained.Count != 2 || len(explained.Items) != 2 || len(explained.Summary) != 2 {
		t.Fatalf("got %+v", explained)
	}
	promised, delivered := explained.Items[0], explained.Items[1]
	if promised.Type != "CommitmentMade" || promised.Delta != api.Whole(600_000) || promised.Account != "COMMITTED" ||
		delivered.Type != "CostAccrued" || delivered.Delta != api.Whole(-300_000) || delivered.Fund != "PROGRAMME-CPD" || delivered.Hub != "QE1" || delivered.FY != "2025/26" {
		t.Errorf("got %+v and %+v", promised, delivered)
	}
	for _, p := range explained.Items {
		if e := get[api.Event](t, w, fmt.Sprint("/v1/events/", p.Seq)); e.Type != p.Type {
			t.Errorf("event %d is %s, explained as %s", p.Seq, e.Type, p.Type)
		}
	}
	if first := get[api.Explanation](t, w, id+"/explain?limit=1"); len(first.Items) != 1 || first.Count != 2 {
		t.Errorf("with limit=1: %+v", first)
	}

	changed := get[api.Restatement](t, w, fmt.Sprintf("%s/restatement?from=%d&to=%d", id, recorded["commit"], recorded["pay"]))
	if *changed.From.Value != api.Whole(600_000) || *changed.To.Value != api.Whole(300_000) || *changed.Difference != api.Whole(-300_000) || len(changed.Items) != 1 {
		t.Errorf("got %+v", changed)
	}

	tb := get[api.TrialBalance](t, w, "/v1/hubs/QE1/trial-balance?fy=2025/26")
	closing := make(map[string]domain.Pence)
	for _, a := range tb.Items {
		closing[a.Account] = a.Closing
	}
	if tb.Moved != 0 || closing["FUNDER"] != -2_000_000 || closing["AVAILABLE"] != 1_400_000 || closing["COMMITTED"] != 300_000 ||
		closing["INCURRED"] != 300_000 || closing["CLEARING"] != -300_000 || closing["PAID"] != 300_000 || closing["PAYABLE"] != 0 {
		t.Errorf("got %+v", tb)
	}

	rows, err := csv.NewReader(w.must(t, 200, "GET", "/v1/hubs/QE1/journal?fy=2025/26&format=csv", "").Body).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	debits, credits := 0, 0
	for _, r := range rows[1:] {
		d, _ := strconv.Atoi(r[len(r)-2])
		c, _ := strconv.Atoi(r[len(r)-1])
		debits, credits = debits+d, credits+c
	}
	// 2 postings to allocate, 2 to promise, 4 of the cost, 2 to pay.
	if len(rows) != 1+10 || debits != credits || debits != 2_000_000+600_000+300_000+300_000+300_000 {
		t.Errorf("%d rows, debits %d, credits %d: %v", len(rows), debits, credits, rows)
	}

	for target, want := range map[string]int{
		"/v1/hubs/QZZ/budget":                                       404,
		"/v1/hubs/QE1/budget?fy=2025":                               400,
		"/v1/figures/available@1:QZZ:2025-26":                       404,
		"/v1/figures/avail@1:QE1:2025-26":                           400,
		"/v1/figures/available@9:QE1:2025-26":                       400,
		"/v1/figures/available@1:QE1:2025-26?asOf=99999":            404,
		"/v1/figures/available@1:QE1:2025-26/restatement?from=9999": 404,
		"/v1/figures/available@1:QE1:2025-26/explain?limit=0":       400,
		"/v1/figures/available@1:QE1:2025-26/explain?summary=yes":   400,
		"/v1/budgets?region=Y99":                                    404,
	} {
		w.must(t, want, "GET", target, "")
	}
}

// aNation is the log of a synthetic nation of one year, made once.
var aNation = sync.OnceValues(func() (*storetest.Memory, error) {
	store := storetest.NewMemory(theLedger)
	now := &ticking{at: demo.Began.Add(-time.Second)}
	l, _, err := ledger.OpenOrFound(context.Background(), store, ledger.Options{Now: now.Now, AcceptClock: true}, ledger.Founding{Synthetic: true})
	if err != nil {
		return nil, err
	}
	_, err = demo.Make(context.Background(), l, demo.Options{Seed: 1, Years: 1}, nil)
	return store, err
})

// nation is that nation, served. What a test adds to it no other sees.
func nation(t *testing.T) (*world, *storetest.Memory) {
	t.Helper()
	made, err := aNation()
	if err != nil {
		t.Fatal(err)
	}
	store := made.Reopen()
	return found(t, store), store
}

// Every figure of every hub of a nation is the sum of its explanation, every
// event that explains it is there and of that type, and available is what the
// formula says.
func TestEveryFigureOfTheNationExplainsItself(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes a nation")
	}
	w, store := nation(t)
	types := make(map[eventstore.Seq]string)
	for e, err := range w.store.ReadAll(t.Context(), 0, eventstore.WithoutMetadata) {
		if err != nil {
			t.Fatal(err)
		}
		types[e.Seq] = e.Type
	}
	list := get[api.BudgetList](t, w, "/v1/budgets?fy=2022/23")
	if len(list.Items) < 40 {
		t.Fatalf("%d hubs have a budget", len(list.Items))
	}
	national := domain.Pence(0)
	figures := 0
	w.engine.Read(func(m *projections.Models) {
		for _, hub := range list.Items {
			national += hub.Available
			b := books{m: m, name: string(hub.Hub), of: projections.Scope{ICBs: []string{string(hub.Hub)}}, fy: list.FY, n: list.Seq}
			for _, b.fund = range append(m.Budgets.Funds(b.of, b.fy, b.n), "") {
				s := b.sums()
				if s.Available != s.Allocated+s.Virement-s.Returned-s.Committed-s.Incurred+s.Recovered {
					t.Errorf("%s %s: %+v doesn't add up", hub.Hub, b.fund, s)
				}
				for _, code := range projections.BudgetCodes {
					figures++
					id := projections.BudgetFigure(code, b.name, b.fy, b.fund)
					f := asked{id: id, of: b.of}.figureOf(m, b.n)
					sum := domain.Pence(0)
					for _, e := range m.Budgets.Explain(id, b.of, journal.Window{UpTo: b.n}) {
						sum += e.Pence
						if types[e.Seq] != e.Type {
							t.Fatalf("%s: event %d is %q, explained as %s", id, e.Seq, types[e.Seq], e.Type)
						}
					}
					if f.Value == nil || *f.Value != api.Whole(sum) {
						t.Errorf("%s: %+v, explained by %d", id, f, sum)
					}
				}
			}
		}
	})
	if list.National == nil || list.National.Available != national {
		t.Errorf("the nation has %+v available, its hubs %d", list.National, national)
	}
	t.Logf("%d figures of %d hubs", figures, len(list.Items))

	// The same question gives the same bytes when the log is read anew, and
	// when it has grown.
	asOf := fmt.Sprint("?asOf=", list.Seq, "&fy=2022/23")
	ask := func(h http.Handler, target string) string {
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, httptest.NewRequest("GET", target, nil))
		return rec.Body.String()
	}
	again := found(t, store.Reopen())
	again.do(t, 201, "register-organisation", org(0, "U99999", "PCN", "X"))
	for _, hub := range list.Items[:5] {
		target := fmt.Sprint("/v1/hubs/", hub.Hub, "/budget", asOf)
		if a, b := ask(w, target), ask(again, target); a != b || !strings.Contains(a, `"available"`) {
			t.Errorf("%s: %s, and after a restart %s", target, a, b)
		}
	}
}
