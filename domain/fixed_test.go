package domain_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

// Every FTE and every number of patients is read back from its text, and the
// text is the shortest.
func TestFixedRoundTrip(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, n int64) {
		fte, err := domain.ParseFTE(domain.FTE(n).String())
		if err != nil || fte != domain.FTE(n) {
			t.Fatalf("FTE %d is written %s and read as %d, %v", n, domain.FTE(n), fte, err)
		}
		patients, err := domain.ParsePatients(domain.Patients(n).String())
		if err != nil || patients != domain.Patients(n) {
			t.Fatalf("patients %d are written %s and read as %d, %v", n, domain.Patients(n), patients, err)
		}
		if s := fte.String(); strings.Contains(s, ".") && strings.HasSuffix(s, "0") {
			t.Fatalf("%s has a trailing zero", s)
		}
	}
	for _, n := range []int64{0, 1, -1, math.MaxInt64, math.MinInt64, math.MaxInt64 - 1, math.MinInt64 + 1, 100, -10} {
		check(t, n)
	}
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.Int64().Draw(t, "n")) })
}

// A decimal of any length is read exactly as a big rational has it, or
// refused where it can't be held or would have to be rounded.
func TestParseFTEIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`-?[0-9]{1,22}(\.[0-9]{1,14})?`).Draw(t, "s")
		want, _ := new(big.Rat).SetString(s)
		want.Mul(want, big.NewRat(int64(domain.OneFTE), 1))
		got, err := domain.ParseFTE(s)
		holdable := want.IsInt() && want.Num().IsInt64()
		if (err == nil) != holdable {
			t.Fatalf("ParseFTE(%s): got error %v, want one: %v", s, err, !holdable)
		}
		if err == nil && int64(got) != want.Num().Int64() {
			t.Fatalf("ParseFTE(%s): got %d, want %s", s, got, want.Num())
		}
	})
}

func TestParseFixed(t *testing.T) {
	for _, c := range []struct {
		in   string
		want domain.FTE
		says string // of the error
	}{
		{in: "0.986666667", want: 986_666_667},
		{in: "-0.026666667", want: -26_666_667},
		{in: "14", want: 14 * domain.OneFTE},
		{in: "00.5", want: domain.OneFTE / 2},
		{in: "0.50000000000", want: domain.OneFTE / 2},
		{in: "-0", want: 0},
		{in: "9223372036.854775807", want: math.MaxInt64},
		{in: "-9223372036.854775808", want: math.MinInt64},
		{in: "9223372036.854775808", says: "it is too large"},
		{in: "-9223372036.854775809", says: "it is too large"},
		{in: "99999999999999999999999", says: "it is too large"},
		{in: "0.9866666671", says: "it has more than 9 decimals"},
		{in: "0.00000000001", says: "it has more than 9 decimals"},
		{in: "", says: "decimal number"},
		{in: "-", says: "decimal number"},
		{in: ".5", says: "decimal number"},
		{in: "1.", says: "decimal number"},
		{in: "1.2.3", says: "decimal number"},
		{in: "1e3", says: "decimal number"},
		{in: "+1", says: "decimal number"},
		{in: "--1", says: "decimal number"},
		{in: " 1", says: "decimal number"},
		{in: "1,5", says: "decimal number"},
		{in: "１", says: "decimal number"},
		{in: "NULL", says: "decimal number"},
	} {
		got, err := domain.ParseFTE(c.in)
		switch {
		case c.says == "" && (err != nil || got != c.want):
			t.Errorf("ParseFTE(%q): got %d, %v, want %d", c.in, got, err, c.want)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
			t.Errorf("ParseFTE(%q): got %d, %v, want an error that says %q", c.in, got, err, c.says)
		}
	}
	if got, err := domain.ParsePatients("4029.25"); err != nil || got != 402925 {
		t.Errorf("ParsePatients(4029.25): got %d, %v, want 402925", got, err)
	}
	if got, err := domain.ParsePatients("4029.255"); err == nil {
		t.Errorf("ParsePatients(4029.255): got %d, want an error", got)
	}
}

// A sum that can't be held is told, and every other is right.
func TestAddIsChecked(t *testing.T) {
	edge := rapid.OneOf(rapid.Int64(), rapid.Int64Range(math.MaxInt64-3, math.MaxInt64), rapid.Int64Range(math.MinInt64, math.MinInt64+3), rapid.Int64Range(-2, 2))
	rapid.Check(t, func(t *rapid.T) {
		a, b := edge.Draw(t, "a"), edge.Draw(t, "b")
		want := new(big.Int).Add(big.NewInt(a), big.NewInt(b))
		pence, ok := domain.Pence(a).Add(domain.Pence(b))
		if ok != want.IsInt64() || ok && int64(pence) != want.Int64() {
			t.Fatalf("%d + %d pence: got %d, %v, want %s", a, b, pence, ok, want)
		}
		fte, ok := domain.FTE(a).Add(domain.FTE(b))
		if ok != want.IsInt64() || ok && int64(fte) != want.Int64() {
			t.Fatalf("%d + %d FTE: got %d, %v, want %s", a, b, fte, ok, want)
		}
	})
}

func TestPenceText(t *testing.T) {
	for in, want := range map[domain.Pence]string{
		0: "0.00", 5: "0.05", 123450: "1234.50", -1: "-0.01", -123450: "-1234.50",
		math.MaxInt64: "92233720368547758.07", math.MinInt64: "-92233720368547758.08",
	} {
		if got := in.String(); got != want {
			t.Errorf("%d pence: got %s, want %s", int64(in), got, want)
		}
	}
}
