package http

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
)

// publish has a command about indicators recorded.
func publish(t *testing.T, w *world, n int, name string, data any) {
	t.Helper()
	b, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	w.must(t, 201, "POST", "/v1/commands/"+name, fmt.Sprintf(`{"id":"0190a5a4-7d2c-7b6e-8f00-0009%08d",%s,"data":%s}`, n, actor, b))
	w.waitFor(t, w.store.Head())
}

// Indicators that are published on a running server answer for all that is past:
// each figure is the sum of its explanation, and the nation's that of its hubs,
// but where people count once.
func TestIndicatorsOfTheNation(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes a nation")
	}
	w, store := nation(t)
	if list := get[api.KPIDefinitionList](t, w, "/v1/kpis"); len(list.Items) == 0 {
		for i, c := range kpi.Founding() {
			name := "publish-kpi-definition"
			if _, set := c.(kpi.AdoptKPISet); set {
				name = "adopt-kpi-set"
			}
			publish(t, w, i, name, c)
		}
	}
	const period = "2022H1"
	defined := get[api.KPIDefinitionList](t, w, "/v1/kpis")
	list := get[api.KPIList](t, w, "/v1/hubs/QE1/kpis?period="+period)
	if len(defined.Items) < 20 || len(list.Items) <= len(defined.Items) || list.Period != period {
		t.Fatalf("%d definitions, %d figures", len(defined.Items), len(list.Items))
	}
	some := 0
	for _, f := range list.Items {
		if f.Definition.Restated || f.Coverage == nil || f.Coverage.Known != 1 {
			t.Errorf("got %+v", f.Figure)
		}
		if f.Value == nil {
			continue
		}
		one := get[api.Explanation](t, w, "/v1/figures/"+url.PathEscape(f.ID)+"/explain?summary=true")
		if *one.Value != *f.Value || one.Count != len(one.Items) {
			t.Errorf("%s is %s in the list and %+v alone", f.ID, f.Value, one.Figure)
		}
		if f.Ratio != nil {
			continue
		}
		sum := domain.FTE(0)
		for _, p := range one.Items {
			delta, err := domain.ParseFTE(p.Delta.String())
			if err != nil {
				t.Fatal(err)
			}
			sum += delta
		}
		if sum.String() != f.Value.String() {
			t.Errorf("%s is %s, explained by %s", f.ID, f.Value, sum)
		}
		if sum != 0 {
			some++
		}
	}
	if some < 5 {
		t.Errorf("%d figures are anything", some)
	}

	all := get[api.KPIComparison](t, w, "/v1/kpis/WP1?on=2022-09-30")
	sum := int64(0)
	for _, hub := range all.Items {
		if hub.Value != nil {
			n, _ := hub.Value.Int()
			sum += n
		}
	}
	if national := all.National.Value; len(all.Items) < 40 || len(all.Regions) < 7 || national == nil || *national != api.Whole(sum) || all.Unit != "PCNs" {
		t.Errorf("the nation is %v, its %d hubs %d", national, len(all.Items), sum)
	}

	// A second version that counts twice stands beside the first, and says that
	// it was not in force.
	before := w.store.Head()
	for _, c := range kpi.Founding() {
		if d, is := c.(kpi.PublishKPIDefinition); is && d.Code == "WP1" {
			d.Version, d.Measures[0].Amount, d.CheckedAt = 2, "2", 0
			publish(t, w, 900, "publish-kpi-definition", d)
		}
	}
	twice := get[api.KPIComparison](t, w, "/v1/kpis/WP1?period=2022H1&definition=WP1@2")
	if *twice.National.Value != api.Whole(2*sum) || !twice.National.Definition.Restated || twice.National.Definition.Published != before+1 {
		t.Errorf("got %+v, want twice %d", twice.National, sum)
	}
	for _, f := range get[api.KPIList](t, w, "/v1/hubs/QE1/kpis?period=2022H1&definition=WP1@2").Items {
		if f.Definition.Restated != (f.Definition.Code == "WP1") {
			t.Errorf("got %+v", f.Definition)
		}
	}
	id := "/v1/figures/" + url.PathEscape("WP1@1:ENGLAND:2022H1:measure=plans")
	changed := get[api.Restatement](t, w, fmt.Sprint(id, "/restatement?to=", before))
	if changed.From.Value != nil || *changed.To.Value != api.Whole(sum) || *changed.Difference != api.Whole(sum) || changed.Unit != "PCNs" {
		t.Errorf("got %+v to %+v, %s", changed.From, changed.To, changed.Difference)
	}

	// The same question gives the same bytes when the log is read anew.
	again := found(t, store.Reopen())
	for _, target := range []string{"/v1/hubs/QE1/kpis?period=2022H1&asOf=", "/v1/kpis/ED1?period=2022-23&asOf=", "/v1/kpis?asOf="} {
		target = fmt.Sprint(target, before)
		if a, b := w.must(t, 200, "GET", target, "").Body.String(), again.must(t, 200, "GET", target, "").Body.String(); a != b || !strings.Contains(a, `"items":[{`) {
			t.Errorf("%s: %s, and after a restart %s", target, a, b)
		}
	}
	if table := again.must(t, 200, "GET", "/v1/kpis/WP2?period=2022H1&measure=fte&format=csv", "").Body.String(); !strings.HasPrefix(table, "hub,region,id,value,reason") {
		t.Errorf("got %.200s", table)
	}
	for target, want := range map[string]int{
		"/v1/hubs/QZZ/kpis":                                     404,
		"/v1/hubs/QE1/kpis?period=2022H3":                       400,
		"/v1/hubs/QE1/kpis?definition=WP2@9":                    404,
		"/v1/hubs/QE1/kpis?definition=WP2":                      400,
		"/v1/kpis/WP9?period=2022H1":                            404,
		"/v1/kpis/WP2?period=2018H1":                            404,
		"/v1/kpis/WP2?period=2022H1&on=2022-09-30":              400,
		"/v1/kpis/WP2?period=2022H1&measure=people":             404,
		"/v1/kpis/WP2?period=2022H1&definition=WP1@1":           400,
		"/v1/figures/WP9@1:QE1:2022H1":                          404,
		"/v1/figures/WP2@1:QE1:2022H1:measure=posts:shape=x":    404,
		"/v1/figures/WP2@1:QZZ:2022H1":                          404,
		fmt.Sprint("/v1/kpis?asOf=", eventstore.Seq(999999999)): 404,
	} {
		again.must(t, want, "GET", target, "")
	}
}
