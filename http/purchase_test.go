package http

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
)

// orders reads a file that the tests of hubs are made of.
func orders[T domaintest.Order | domaintest.Attempt](t *testing.T, name string) []T {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "domain", "hub", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return domaintest.Lines[T](t, b)
}

// last is the revision of a stream's last event.
func (w *world) last(t *testing.T, stream eventstore.StreamID) eventstore.Revision {
	t.Helper()
	e, ok, err := w.store.Last(t.Context(), stream)
	if err != nil {
		t.Fatal(err)
	}
	if !ok {
		return eventstore.NoStream
	}
	return e.Revision
}

// What a purchase lacks is refused over HTTP: 422 with its rule, nothing in the
// hub's stream, and one event in its refusals, however often it is asked.
func TestWhatAPurchaseMayLack(t *testing.T) {
	const hub, refusals = "hub-QE1", "refusals-hub-QE1"
	whole := orders[domaintest.Order](t, "purchase.ndjson")
	for _, a := range orders[domaintest.Attempt](t, "refusals.ndjson") {
		t.Run(a.Case, func(t *testing.T) {
			w := serve(t)
			before, give := a.Until(t, whole)
			for i, o := range before {
				if rec := w.ask("POST", "/v1/commands/"+o.Name, string(o.Body(t, fmt.Sprint("command ", i)))); rec.Code != 201 {
					t.Fatalf("%s %s: got %d %s", o.Step, o.Name, rec.Code, rec.Body)
				}
			}
			recorded := w.last(t, hub)
			for range 2 { // it is asked, and asked again
				rec := w.must(t, 422, "POST", "/v1/commands/"+give.Name, string(give.Body(t, "the attempt")))
				var problem struct {
					Rule   string `json:"rule"`
					Detail string `json:"detail"`
				}
				if err := json.Unmarshal(rec.Body.Bytes(), &problem); err != nil || problem.Rule != string(a.Rule) || problem.Detail == "" {
					t.Errorf("got %s, want a refusal by %s", rec.Body, a.Rule)
				}
			}
			if got := w.last(t, hub); got != recorded {
				t.Errorf("the hub's stream went from revision %d to %d", recorded, got)
			}
			if got := w.last(t, refusals); got != 0 {
				t.Errorf("the refusals are at revision %d, want one event", got)
			}
		})
	}
}

// A payment that was typed wrongly is voided by the id of its event, with the
// right one in its place; once.
func TestVoidOverHTTP(t *testing.T) {
	w := serve(t)
	var receipt struct {
		Events []struct {
			Type string `json:"type"`
			ID   string `json:"id"`
		} `json:"events"`
	}
	give := func(status int, word string, o domaintest.Order) []byte {
		t.Helper()
		rec := w.must(t, status, "POST", "/v1/commands/"+o.Name, string(o.Body(t, word)))
		if err := json.Unmarshal(rec.Body.Bytes(), &receipt); err != nil {
			t.Fatal(err)
		}
		return rec.Body.Bytes()
	}
	for i, o := range orders[domaintest.Order](t, "purchase.ndjson") {
		give(201, fmt.Sprint("command ", i), o)
	}
	paid := receipt.Events[0]
	void := domaintest.Lines[domaintest.Order](t, fmt.Appendf(nil, `{"name":"void-event","hub":"QE1","data":{"event":%q,"reason":"It was of another day","instead":{"recordPayment":`+
		`{"payee":"CH-01234567","on":"2025-03-31","debts":[{"accrual":"@accrual","invoice":"@invoice","pence":300000}],"approvedBy":"@officer","paidBy":"@payer"}}}}`, paid.ID))[0]
	happened := void
	happened.Happened = &domain.Happened{On: 20250401}
	if body := give(422, "happened", happened); !bytes.Contains(body, []byte(`"/happened"`)) {
		t.Errorf("a correction that has happened: got %s, want a problem with /happened", body)
	}
	give(201, "void", void)
	var types []string
	for _, e := range receipt.Events {
		types = append(types, e.Type)
	}
	if want := []string{"PaymentReversed", "EventVoided", "PaymentMade"}; !slices.Equal(types, want) {
		t.Errorf("got %v, want %v", types, want)
	}
	give(200, "void", void)
	if body := give(422, "void again", void); !bytes.Contains(body, []byte(`"rule":"I-VOID-2"`)) {
		t.Errorf("got %s, want a refusal by I-VOID-2", body)
	}
}

// A decision that was recorded wrongly is shown as it was made again, beside
// what was voided; as known before, it stands as it was.
func TestAVoidedDecisionIsShown(t *testing.T) {
	w := serve(t)
	var receipt struct {
		Seq    eventstore.Seq `json:"seq"`
		Events []struct {
			ID string `json:"id"`
		} `json:"events"`
	}
	var decided domaintest.Order
	give := func(word string, o domaintest.Order) {
		t.Helper()
		if err := json.Unmarshal(w.must(t, 201, "POST", "/v1/commands/"+o.Name, string(o.Body(t, word))).Body.Bytes(), &receipt); err != nil {
			t.Fatal(err)
		}
	}
	for i, o := range orders[domaintest.Order](t, "purchase.ndjson") {
		give(fmt.Sprint("command ", i), o)
		if o.Step == "decide" {
			decided = o
			break
		}
	}
	before := receipt.Seq
	decided.Data["maxPence"] = jsontext.Value("550000")
	decided.Data["fundLines"] = jsontext.Value(`[{"line":{"fund":"PROGRAMME-CPD","fy":"2025/26"},"pence":550000}]`)
	less, err := json.Marshal(decided.Data)
	if err != nil {
		t.Fatal(err)
	}
	give("void", domaintest.Lines[domaintest.Order](t, fmt.Appendf(nil,
		`{"name":"void-event","hub":"QE1","data":{"event":%q,"reason":"It was to be less","instead":{"recordDecision":%s}}}`, receipt.Events[0].ID, less))[0])

	var list api.DecisionList
	if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/hubs/QE1/decisions", "").Body.Bytes(), &list); err != nil || len(list.Items) != 1 {
		t.Fatalf("got %+v, %v", list, err)
	}
	show := func(query string) (d api.DecisionDetail) {
		t.Helper()
		if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/decisions/"+list.Items[0].ID.String()+query, "").Body.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		return d
	}
	d := show("")
	if d.Status != "APPROVED" || *d.Max != 550000 || len(d.Outcomes) != 1 || d.Reversed != nil {
		t.Errorf("made again: got %s, %d, %d outcomes, reversed %+v", d.Status, *d.Max, len(d.Outcomes), d.Reversed)
	}
	if v := d.Voided; len(v) != 1 || *v[0].Outcome.Max != 600000 || v[0].Outcome.Seq != before || v[0].Reason != "It was to be less" || v[0].Reversed.On == 0 {
		t.Errorf("voided: got %+v", v)
	}
	if was := show(fmt.Sprint("?asOf=", before)); was.Status != "APPROVED" || *was.Max != 600000 || len(was.Voided) != 0 {
		t.Errorf("as known before: got %+v", was)
	}
}
