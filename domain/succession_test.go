package domain_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// A commitment goes by its own row, then by that of its line, then by that of
// everything else; what is available by its line's.
func TestSharesOf(t *testing.T) {
	shares := func(weight int64) []domain.SuccessorShare {
		return []domain.SuccessorShare{{Successor: "QX1", Weight: weight}}
	}
	line, other := domain.FundLine{Fund: "PROGRAMME-CPD", FY: 2026}, domain.FundLine{Fund: "OPERATIONAL", FY: 2026}
	of := uuid.UUID{1}
	whole := []domain.BudgetSplit{{Shares: shares(1)}, {Line: line, Shares: shares(2)}, {Commitment: of, Shares: shares(3)}}
	for _, c := range []struct {
		rows       []domain.BudgetSplit
		line       domain.FundLine
		commitment uuid.UUID
		want       int64 // 0: none
	}{
		{whole, line, of, 3}, {whole, other, of, 3}, {whole, line, uuid.UUID{2}, 2}, {whole, line, uuid.Nil, 2},
		{whole, other, uuid.UUID{2}, 1}, {whole, other, uuid.Nil, 1},
		{whole[1:], other, uuid.Nil, 0}, {whole[2:], line, uuid.Nil, 0}, {whole[1:2], line, of, 2}, {nil, line, of, 0},
	} {
		got := domain.HubSucceeded{BudgetSplit: c.rows}.SharesOf(c.line, c.commitment)
		var weight int64
		if len(got) > 0 {
			weight = got[0].Weight
		}
		if weight != c.want {
			t.Errorf("%s and %s by %d rows: got the row of weight %d, want %d", c.line, c.commitment, len(c.rows), weight, c.want)
		}
	}
	got := domain.HubSucceeded{BudgetSplit: whole[1:]}.Uncovered([]domain.Holding{
		{Line: line, Pence: 1}, {Line: other, Pence: 205}, {Line: other, Commitment: of, Pence: 7}, {Line: other, Commitment: uuid.UUID{2}, Pence: 30},
	})
	if want := "2.05 pounds available on OPERATIONAL 2026/27; 0.30 pounds of commitment 02000000-0000-0000-0000-000000000000 on OPERATIONAL 2026/27"; got != want {
		t.Errorf("uncovered: got %q, want %q", got, want)
	}
}

func TestDivide(t *testing.T) {
	got := domain.Divide(101, []domain.SuccessorShare{{Successor: "QX1", Weight: 1}, {Successor: "QX2"}, {Successor: "QX3", Weight: 1}})
	if want := []domain.Pence{51, 0, 50}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// The id of what is carried on is known on both sides, and stays.
func TestCarriedID(t *testing.T) {
	line := domain.FundLine{Fund: "PROGRAMME-CPD", FY: 2026}
	got := domain.CarriedID(uuid.MustParse("0190a5a4-7d2c-7b6e-8f01-000000000041"), "QX1", line)
	if want := "aa9da6cd-7e97-5772-8d33-4968a5ba68d5"; got.String() != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if domain.CarriedID(uuid.UUID{1}, "QX1", line) == domain.CarriedID(uuid.UUID{1}, "QX2", line) ||
		domain.CarriedID(uuid.UUID{1}, "QX1", line) == domain.CarriedID(uuid.UUID{1}, "QX1", line.InYear(2027)) {
		t.Error("parts of one promise have the same id")
	}
}
