package domain_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func TestFieldErrorsText(t *testing.T) {
	for _, c := range []struct {
		text        string
		least, most int
		want        string // empty: fine
	}{
		{"", 0, 5, ""}, {"", 1, 5, "is required"}, {"abc", 1, 5, ""}, {"ab", 3, 5, "has 2 characters; it should have 3 to 5"},
		{"éèêëē", 1, 5, ""}, {"éèêëēx", 1, 5, "has 6 characters; it should have 1 to 5"},
		{"a\nb", 1, 5, "holds a control character"}, {"a\x7f", 1, 5, "holds a control character"},
	} {
		var f domain.FieldErrors
		f.Text(c.text, "/x", c.least, c.most)
		got := ""
		if len(f.List) > 0 {
			got = f.List[0].Detail
		}
		if got != c.want || len(f.List) > 1 {
			t.Errorf("%q, %d to %d: got %+v, want %q", c.text, c.least, c.most, f.List, c.want)
		}
	}
}

func TestNewIDIsStable(t *testing.T) {
	command := uuid.MustParse("0190a5a4-7d2c-7b6e-8f00-0123456789ab")
	got := domain.NewID(command, "partnership")
	if got.Version() != 5 || got != domain.NewID(command, "partnership") || got == domain.NewID(command, "award") {
		t.Errorf("got %s: it should be a version 5 UUID that the command and the name alone determine", got)
	}
	if want := "7a6d58a7-a1ee-52a7-899b-c09d1870b0ea"; got.String() != want {
		t.Errorf("got %s, want %s: ids of things recorded must not change", got, want)
	}
}

type views map[string]any

func (v views) View(stream string) any { return v[stream] }

// A room takes the views that its command reads, each as what it looks for
// there; anything else is told.
func TestTakeViews(t *testing.T) {
	refs := views{"national": 2024, "organisations": "register"}
	for _, c := range []struct {
		reads []string
		says  string
	}{
		{nil, ""},
		{[]string{"national"}, ""},
		{[]string{"organisations", "national"}, ""},
		{[]string{"elsewhere"}, "elsewhere"},
		{[]string{"national", "wrong"}, "wrong"},
	} {
		var year int
		var register string
		var wrong bool
		err := domain.TakeViews(refs, c.reads, domain.At("national", &year), domain.At("organisations", &register), domain.At("wrong", &wrong))
		if c.says != "" {
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v: got %v, want an error that names %s", c.reads, err, c.says)
			}
			continue
		}
		if err != nil || (year == 2024) != slices.Contains(c.reads, "national") || (register == "register") != slices.Contains(c.reads, "organisations") {
			t.Errorf("%v: got %d, %q, %v", c.reads, year, register, err)
		}
	}
}
