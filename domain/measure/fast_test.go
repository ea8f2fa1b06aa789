package measure

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// expressions for things of two kinds: those that are read off the thing, and
// one of each sort that is not.
var (
	someEach = map[Kind][]string{
		KindPost:      {"post.embedded", "post.recruited", "post.recruited.filter(s, s.amount > 0)", "post.rotational ? post.recruited : post.embedded"},
		KindPlacement: {"placement.started", "placement.attended", "placement.attended + placement.started"},
	}
	someWhere = map[Kind][]string{
		KindPost: {
			"", "true", "post.rotational", "!post.rotational", `post.origin == "A"`, `"A" != post.origin && !post.rotational`,
			"post.origin == post.funding || span.amount == 2", "span.amount > 1", `post.origin in ["A", "B"]`, "post.rotational == true", "span.label != post.roleType",
		},
		KindPlacement: {"", "placement.approved && !placement.shadowing", `placement.site == "A" && span.first > 20240101`, "1 == 1", "2 == span.amount"},
	}
	someAmount = []string{"1", "0", "-3", "span.amount", "span.amount * 2", "span.first"}
	someBy     = map[Kind][]string{
		KindPost:      {"post.roleType", "span.label", `"all"`, `post.rotational ? "yes" : "no"`},
		KindPlacement: {"placement.profession", `placement.site + "/" + span.label`},
	}
)

// What is read off a thing is what CEL makes of it, whatever the thing is.
func TestWhatIsReadIsWhatCELSays(t *testing.T) {
	read := 0
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]Kind{KindPost, KindPlacement}).Draw(t, "kind")
		x := Expressions{
			Kind: kind, Each: rapid.SampledFrom(someEach[kind]).Draw(t, "each"), Where: rapid.SampledFrom(someWhere[kind]).Draw(t, "where"),
			Amount: rapid.SampledFrom(someAmount).Draw(t, "amount"), By: []By{{"d", rapid.SampledFrom(someBy[kind]).Draw(t, "by")}},
		}
		r, errs := Compile(x)
		if errs != nil {
			t.Fatal(errs)
		}
		if r.fast.each != nil && r.fast.amount != nil && r.fast.by[0] != nil && (r.where == nil || r.fast.where != nil) {
			read++
		}
		text := rapid.SampledFrom([]string{"", "A", "B"})
		var spans [2][]Span
		for i := range spans {
			for range rapid.IntRange(0, 3).Draw(t, "spans") {
				spans[i] = append(spans[i], Span{
					First: rapid.SampledFrom([]int64{20240101, 20240229, 20230229, 0}).Draw(t, "first"), Last: rapid.SampledFrom([]int64{0, 20231231, 20241231, 7}).Draw(t, "last"),
					Amount: rapid.Int64Range(-1, 3).Draw(t, "amount"), Label: text.Draw(t, "label"),
				})
			}
		}
		var e Entity = &Post{
			RoleType: text.Draw(t, "roleType"), Origin: text.Draw(t, "origin"), Funding: text.Draw(t, "funding"),
			Rotational: rapid.Bool().Draw(t, "rotational"), Recruited: spans[0], Embedded: spans[1],
		}
		if kind == KindPlacement {
			e = &Placement{
				Site: text.Draw(t, "site"), Profession: text.Draw(t, "profession"), Approved: rapid.Bool().Draw(t, "approved"),
				Shadowing: rapid.Bool().Draw(t, "shadowing"), Started: spans[0], Attended: spans[1],
			}
		}
		cel := *r
		cel.fast = fast{by: make([]of[string], 1)}
		got, err := r.Spans(e)
		want, wantErr := cel.Spans(e)
		if !reflect.DeepEqual(got, want) || (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Fatalf("%+v of %+v:\n got %v, %v\nwant %v, %v", x, e, got, err, want, wantErr)
		}
	})
	if read == 0 {
		t.Error("nothing was read without CEL")
	}
}

// What most rules are is read without CEL.
func TestWhatMostRulesAreIsRead(t *testing.T) {
	r, errs := Compile(Expressions{
		Kind: KindPost, Each: "post.embedded", Where: `post.origin == "PCN_DES" && !post.rotational`, Amount: "span.amount",
		By: []By{{"roleType", "post.roleType"}, {"label", "span.label"}},
	})
	if errs != nil {
		t.Fatal(errs)
	}
	if r.fast.each == nil || r.fast.where == nil || r.fast.amount == nil || r.fast.by[0] == nil || r.fast.by[1] == nil {
		t.Errorf("some of it is left to CEL: %+v", r.fast)
	}
}

// A rule that makes of days what the calendar has not fails.
func TestDaysThatAreNone(t *testing.T) {
	r, errs := Compile(Expressions{Kind: KindPost, Each: "post.embedded", Amount: "1"})
	if errs != nil {
		t.Fatal(errs)
	}
	for _, s := range []Span{{}, {First: 20230229}, {First: 20240101, Last: 20240132}, {First: 20240102, Last: 20240101}, {First: 1 << 40}} {
		if got, err := r.Spans(&Post{Embedded: []Span{s}}); err == nil {
			t.Errorf("%+v counts as %v", s, got)
		}
	}
}
