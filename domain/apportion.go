package domain

import (
	"cmp"
	"math/bits"
	"slices"
)

// Apportion divides a total in proportion to weights, in whole pence, by the
// largest remainder: each part is first rounded towards zero, and what is left
// of the total goes out penny by penny to the parts that lost most by that, of
// equal ones to the first. The parts sum to the total exactly and are in the
// order of the weights. A negative total is divided like its positive.
//
// It panics unless the weights are 0 or more and their sum is above 0 and can
// be held in an int64: there is no other way in which the parts sum to the
// total.
func Apportion(total Pence, weights []int64) []Pence {
	var sum int64
	for _, w := range weights {
		if w < 0 || sum+w < 0 {
			panic("domain: weights should be 0 or more, and their sum an int64")
		}
		sum += w
	}
	if sum == 0 {
		panic("domain: weights should sum to more than 0")
	}
	amount, sign := uint64(total), Pence(1)
	if total < 0 {
		amount, sign = -amount, -1
	}
	parts := make([]Pence, len(weights))
	remainders := make([]uint64, len(weights))
	order := make([]int, len(weights))
	left := amount
	for i, w := range weights {
		// w ≤ sum, so the quotient is no more than amount and fits.
		hi, lo := bits.Mul64(amount, uint64(w))
		part, remainder := bits.Div64(hi, lo, uint64(sum))
		parts[i], remainders[i], order[i] = sign*Pence(part), remainder, i
		left -= part
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(remainders[b], remainders[a]) })
	for _, i := range order[:left] {
		parts[i] += sign
	}
	return parts
}
