package domain_test

import (
	"math"
	"testing"

	"github.com/hubledger/hubledger/domain"
)

// A course of £1,000.00 with £200.00 VAT costs the payer £1,200.00. The budget
// bears all of it where no VAT is recovered, and £1,000.00 where all is.
func TestBudgetIsHitByGrossWithoutRecoverableVAT(t *testing.T) {
	for recoverable, want := range map[domain.Pence]domain.Pence{0: 120_000, 5_000: 115_000, 20_000: 100_000} {
		a := domain.Amount{Net: 100_000, VAT: 20_000, RecoverableVAT: recoverable}
		if a.Gross() != 120_000 || a.Budget() != want {
			t.Errorf("%+v: gross %s, budget %s, want 1200.00 and %s", a, a.Gross(), a.Budget(), want)
		}
	}
}

func TestAmountsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		amount domain.Amount
		field  string
	}{
		{domain.Amount{Net: 0}, "/cost/net"},
		{domain.Amount{Net: -1}, "/cost/net"},
		{domain.Amount{Net: domain.MaxPence + 1}, "/cost/net"},
		{domain.Amount{Net: 1, VAT: -1}, "/cost/vat"},
		{domain.Amount{Net: 1, VAT: 2, RecoverableVAT: 3}, "/cost/recoverableVat"},
		{domain.Amount{Net: 1, VAT: 2, RecoverableVAT: -1}, "/cost/recoverableVat"},
	} {
		var f domain.FieldErrors
		c.amount.Validate(&f, "/cost")
		if len(f.List) == 0 || f.List[0].Pointer != c.field {
			t.Errorf("%+v: %v, want %s reported", c.amount, f.List, c.field)
		}
	}
	var f domain.FieldErrors
	domain.Amount{Net: domain.MaxPence, VAT: domain.MaxPence, RecoverableVAT: domain.MaxPence}.Validate(&f, "")
	if len(f.List) > 0 {
		t.Errorf("the largest amount is refused: %v", f.List)
	}
}

func TestSumIsChecked(t *testing.T) {
	if s, ok := domain.Sum(1, 2, -4); !ok || s != -1 {
		t.Errorf("1 + 2 - 4 = %d, %v", s, ok)
	}
	if s, ok := domain.Sum(); !ok || s != 0 {
		t.Errorf("nothing sums to %d, %v", s, ok)
	}
	if s, ok := domain.Sum(math.MaxInt64, 1, -1); ok {
		t.Errorf("a sum too large on its way is %d, want it reported", s)
	}
}

func TestFundNames(t *testing.T) {
	for name, kind := range map[domain.Fund]domain.FundKind{
		"OPERATIONAL": domain.FundOperational, "PROGRAMME-CPD": domain.FundProgramme, "PROGRAMME-LE-2": domain.FundProgramme,
		"ICS_PROGRAMME": domain.FundICSProgramme, "TARIFF": domain.FundTariff, "OTHER-CHARITY_A": domain.FundOther,
	} {
		if !name.Valid() || name.Kind() != kind || name.Agent() != (kind == domain.FundTariff) {
			t.Errorf("%s: valid %v, kind %s, agent %v", name, name.Valid(), name.Kind(), name.Agent())
		}
	}
	for _, name := range []domain.Fund{"", "CPD", "PROGRAMME-", "programme-cpd", "PROGRAMME CPD", "PROGRAMME-CPD.1"} {
		if name.Valid() {
			t.Errorf("%q should not be a fund", name)
		}
	}
}

func TestFundLineNamesItself(t *testing.T) {
	line := domain.FundLine{Hub: "QE1~fylde-coast", Fund: "PROGRAMME-CPD", FY: domain.MustYear("2024/25")}
	if got := line.String(); got != "QE1~fylde-coast PROGRAMME-CPD 2024/25" {
		t.Errorf("got %q", got)
	}
	line.Hub = ""
	if got := line.InYear(line.FY.Next()).String(); got != "PROGRAMME-CPD 2025/26" {
		t.Errorf("got %q", got)
	}
	for field, bad := range map[string]domain.FundLine{
		"/line/hub": {Hub: "QE1", Fund: line.Fund, FY: line.FY}, "/line/fund": {Fund: "CPD", FY: line.FY}, "/line/fy": {Fund: line.Fund},
	} {
		var f domain.FieldErrors
		bad.Validate(&f, "/line")
		if len(f.List) != 1 || f.List[0].Pointer != field {
			t.Errorf("%+v: %v, want %s reported", bad, f.List, field)
		}
	}
}
