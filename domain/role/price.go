package role

import (
	"math/big"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// A maximum is a sum over days: the rate for one FTE and year, times the FTE, a
// twelfth for each month, and of a month the days over its length. It is exact
// until it is rounded once, half up, to the penny, for the whole claim: six
// months at once make what they make, and so does each alone.

// maximum is what some days of a post may be claimed at most, and the rates
// that make it, in the order of the days. A day without a published rate counts
// for nothing, and the first of them is missing. It is false where the amount
// can't be held.
func maximum(national National, of domain.RolePost, area string, work []span, from, to domain.Date) (pence domain.Pence, rates []uuid.UUID, missing domain.Date, ok bool) {
	var sum big.Rat
	var same run
	for day := from; day <= to; day = day.AddDays(1) {
		fte := on(work, day)
		if fte == 0 {
			continue
		}
		r, published := national.RateOn(domain.RateARRSMax, of.RoleType, area, day)
		if !published || r.Unit != MaximumUnit {
			if missing.IsZero() {
				missing = day
			}
			continue
		}
		if n := len(rates); n == 0 || rates[n-1] != r.Rate {
			rates = append(rates, r.Rate)
		}
		if next := (run{r.Pence, fte, day.MonthEnd(), 0}); next != same.first() {
			same.addTo(&sum)
			same = next
		}
		same.days++
	}
	same.addTo(&sum)
	pence, ok = rounded(&sum)
	return pence, rates, missing, ok
}

// run is some days that make the same: those of one month, rate and FTE. They
// are added at once.
type run struct {
	rate domain.Pence
	fte  domain.FTE
	end  domain.Date // of the month
	days int64
}

// first is the run before its days are counted.
func (r run) first() run { return run{r.rate, r.fte, r.end, 0} }

func (r run) addTo(sum *big.Rat) {
	if r.days > 0 {
		day := share(r.rate, r.fte, r.end)
		sum.Add(sum, day.Mul(day, new(big.Rat).SetInt64(r.days)))
	}
}

// share is what a day makes of a rate for one FTE and year: a twelfth, over the
// days of the month.
func share(perFTEYear domain.Pence, fte domain.FTE, day domain.Date) *big.Rat {
	whole := new(big.Int).Mul(big.NewInt(int64(domain.OneFTE)), big.NewInt(int64(12*day.MonthEnd().Day())))
	return new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(int64(perFTEYear)), big.NewInt(int64(fte))), whole)
}

// forPatients is what a rate for a thousand patients makes for some, rounded
// once, half up. It is false where the amount can't be held.
func forPatients(perThousand domain.Pence, patients domain.Patients) (domain.Pence, bool) {
	return rounded(new(big.Rat).SetFrac(
		new(big.Int).Mul(big.NewInt(int64(perThousand)), big.NewInt(int64(patients))),
		big.NewInt(1000*100), // patients are in hundredths
	))
}

// rounded is a sum of 0 or more rounded half up to the penny, and false where
// it is more than an amount may be.
func rounded(sum *big.Rat) (domain.Pence, bool) {
	twice := new(big.Int).Lsh(sum.Denom(), 1)
	n := new(big.Int).Add(new(big.Int).Lsh(sum.Num(), 1), sum.Denom())
	n.Quo(n, twice)
	if !n.IsInt64() || domain.Pence(n.Int64()) > domain.MaxPence {
		return 0, false
	}
	return domain.Pence(n.Int64()), true
}
