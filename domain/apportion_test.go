package domain_test

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

func TestApportion(t *testing.T) {
	for _, c := range []struct {
		total   domain.Pence
		weights []int64
		want    []domain.Pence
	}{
		{100, []int64{1, 1, 1}, []domain.Pence{34, 33, 33}},
		{101, []int64{1, 1, 1}, []domain.Pence{34, 34, 33}},
		{-100, []int64{1, 1, 1}, []domain.Pence{-34, -33, -33}},
		{2, []int64{1, 1, 1}, []domain.Pence{1, 1, 0}},
		{10, []int64{0, 5, 0}, []domain.Pence{0, 10, 0}},
		{0, []int64{3, 4}, []domain.Pence{0, 0}},
		{100, []int64{15, 15, 70}, []domain.Pence{15, 15, 70}},
		{1000, []int64{166, 167, 667}, []domain.Pence{166, 167, 667}},
		{7, []int64{1, 2, 4}, []domain.Pence{1, 2, 4}},
		{8, []int64{1, 2, 4}, []domain.Pence{1, 2, 5}}, // remainders 1, 2 and 4 of 7
		{math.MaxInt64, []int64{math.MaxInt64}, []domain.Pence{math.MaxInt64}},
		{math.MinInt64, []int64{math.MaxInt64}, []domain.Pence{math.MinInt64}},
	} {
		got := domain.Apportion(c.total, c.weights)
		for i := range c.want {
			if got[i] != c.want[i] {
				t.Errorf("%d by %v: got %v, want %v", c.total, c.weights, got, c.want)
				break
			}
		}
	}
}

// The parts sum to the total, and each is its exact share rounded down or up.
func TestApportionIsFair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.Int64().Draw(t, "total")
		most := rapid.SampledFrom([]int64{3, 1000, math.MaxInt64 / 64}).Draw(t, "most") // small weights make ties
		weights := rapid.SliceOfN(rapid.Int64Range(0, most), 1, 60).Draw(t, "weights")
		sum := big.NewInt(0)
		for _, w := range weights {
			sum.Add(sum, big.NewInt(w))
		}
		if sum.Sign() == 0 {
			t.Skip("no weight")
		}
		parts := domain.Apportion(domain.Pence(total), weights)
		all := big.NewInt(0)
		type shared struct {
			lost *big.Int // remainder of the exact share
			up   bool
		}
		shares := make([]shared, len(parts))
		for i, p := range parts {
			all.Add(all, big.NewInt(int64(p)))
			exact := new(big.Int).Mul(big.NewInt(total), big.NewInt(weights[i]))
			floor, lost := new(big.Int).QuoRem(exact, sum, new(big.Int))
			more := new(big.Int).Abs(new(big.Int).Sub(big.NewInt(int64(p)), floor))
			if more.Cmp(big.NewInt(1)) > 0 {
				t.Fatalf("part %d of %d by %v: got %d, floor %s", i, total, weights, p, floor)
			}
			shares[i] = shared{lost.Abs(lost), more.Sign() != 0}
		}
		if all.Cmp(big.NewInt(total)) != 0 {
			t.Fatalf("%d by %v: the parts %v sum to %s", total, weights, parts, all)
		}
		for i, a := range shares {
			for j, b := range shares {
				order := a.lost.Cmp(b.lost)
				if b.up && !a.up && (order > 0 || order == 0 && i < j) {
					t.Fatalf("%d by %v: part %d got the penny that is part %d's", total, weights, j, i)
				}
			}
		}
	})
}

func TestApportionPanics(t *testing.T) {
	for _, weights := range [][]int64{nil, {0, 0}, {1, -1, 5}, {math.MaxInt64, 1}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("weights %v should not be taken", weights)
				}
			}()
			domain.Apportion(100, weights)
		}()
	}
}
