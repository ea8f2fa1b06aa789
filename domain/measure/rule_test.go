package measure_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/measure"
)

func embedded(t testing.TB) *measure.Rule {
	t.Helper()
	r, errs := measure.Compile(measure.Expressions{
		Kind: measure.KindPost, Each: "post.embedded", Where: `post.origin == "PCN_DES" && !post.rotational`, Amount: "span.amount",
		By: []measure.By{{Dimension: "roleType", Expression: "post.roleType"}},
	})
	if errs != nil {
		t.Fatal(errs)
	}
	return r
}

var pharmacist = measure.Post{
	RoleType: "PHARMACIST", Origin: "PCN_DES",
	Embedded: []measure.Span{{First: 20230701, Last: 20230930, Amount: 5}, {First: 20231001, Amount: 0}, {First: 20240101, Amount: 7}},
}

func TestARuleCountsSpans(t *testing.T) {
	r := embedded(t)
	got, err := r.Spans(&pharmacist)
	want := []measure.Counted{
		{First: 20230701, Last: 20230930, Amount: 5, By: []string{"PHARMACIST"}},
		{First: 20240101, Amount: 7, By: []string{"PHARMACIST"}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	other := pharmacist
	other.Origin = "EXISTING"
	if got, err = r.Spans(&other); len(got) != 0 || err != nil {
		t.Errorf("got %v, %v of a post that does not count", got, err)
	}
}

// What can't be right is told by its member.
func TestExpressionsThatCantBeRight(t *testing.T) {
	good := measure.Expressions{Kind: "placement", Each: "placement.started", Amount: "1"}
	for name, c := range map[string]struct {
		edit   func(*measure.Expressions)
		member string
		text   string
	}{
		"kind":           {func(x *measure.Expressions) { x.Kind = "learner" }, "entity", "placement"},
		"syntax":         {func(x *measure.Expressions) { x.Each = "placement." }, "each", "CEL"},
		"no such member": {func(x *measure.Expressions) { x.Each = "placement.begun" }, "each", "undefined field 'begun', at character 10"},
		"no list":        {func(x *measure.Expressions) { x.Each = "placement.site" }, "each", "list of spans"},
		"not boolean":    {func(x *measure.Expressions) { x.Where = "placement.site" }, "where", "true or false"},
		"no amount":      {func(x *measure.Expressions) { x.Amount = "" }, "amount", "CEL"},
		"floating":       {func(x *measure.Expressions) { x.Amount = "int(1.5 * 2.0)" }, "amount", "whole numbers"},
		"a double":       {func(x *measure.Expressions) { x.Amount = "1.0" }, "amount", "whole number"},
		"dimension":      {func(x *measure.Expressions) { x.By = []measure.By{{Dimension: "site", Expression: "1"}} }, "by/site", "string"},
		"another thing":  {func(x *measure.Expressions) { x.Where = "post.rotational" }, "where", "post"},
		"too long":       {func(x *measure.Expressions) { x.Where = strings.Repeat("true && ", 100) + "true" }, "where", "500"},
	} {
		x := good
		c.edit(&x)
		_, errs := measure.Compile(x)
		if len(errs) != 1 || errs[0].Member != c.member || !strings.Contains(errs[0].Text, c.text) || strings.Contains(errs[0].Text, "\n") {
			t.Errorf("%s: got %v, want one of %s with %q", name, errs, c.member, c.text)
		}
	}
	if _, errs := measure.Compile(good); errs != nil {
		t.Errorf("what can be right: %v", errs)
	}
}

// An expression that costs too much, or fails, says so.
func TestExpressionsThatFail(t *testing.T) {
	p := measure.Placement{Site: "A"}
	for range 300 {
		p.Attended = append(p.Attended, measure.Span{First: 20240401, Amount: 1})
	}
	dear := measure.Expressions{Kind: "placement", Each: "placement.attended.filter(a, placement.attended.all(b, b.amount < 2))", Amount: "1"}
	failing := measure.Expressions{Kind: "placement", Each: "placement.attended", Amount: "1 / (span.amount - 1)"}
	for _, x := range []measure.Expressions{dear, failing} {
		r, errs := measure.Compile(x)
		if errs != nil {
			t.Fatal(errs)
		}
		if got, err := r.Spans(&p); err == nil {
			t.Errorf("%s, %s: got %d spans, want an error", x.Each, x.Amount, len(got))
		}
	}
}

// Every member of the vocabulary can be spoken of.
func TestEveryKindHasRules(t *testing.T) {
	members := map[measure.Kind]string{
		"plan": "endorsed", "conversation": "held", "post": "rotating", "support": "due", "careerSupport": "provided", "placement": "attended",
		"environment": "firstApproved", "educator": "teaching", "programme": "finished", "lead": "named", "allocation": "given", "cost": "incurred",
	}
	for _, kind := range measure.Kinds {
		x := measure.Expressions{Kind: kind, Each: string(kind) + "." + members[kind], Amount: "span.amount", By: []measure.By{{Dimension: "hub", Expression: string(kind) + ".hub"}}}
		if _, errs := measure.Compile(x); errs != nil {
			t.Errorf("%s: %v", kind, errs)
		}
	}
}

func TestUnion(t *testing.T) {
	of := func(first, last domain.Date, by ...string) measure.Counted {
		return measure.Counted{First: first, Last: last, Amount: 3, By: by}
	}
	got := measure.Union([]measure.Counted{
		of(20240401, 20240430, "NURSE"), of(20240601, 0, "NURSE"), of(20240415, 20240531, "NURSE"), of(20240401, 20240401, "GP"),
	})
	want := []measure.Counted{{20240401, 20240401, 1, []string{"GP"}}, {20240401, 0, 1, []string{"NURSE"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func BenchmarkSpans(b *testing.B) {
	r := embedded(b)
	for b.Loop() {
		if _, err := r.Spans(&pharmacist); err != nil {
			b.Fatal(err)
		}
	}
}
