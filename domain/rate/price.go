package rate

import (
	"math/bits"

	"github.com/hubledger/hubledger/domain"
)

// ForMonths is what a rate for one FTE and year makes for some FTE and whole
// months: a twelfth a month, whatever days the month has. It is rounded once,
// half up, for the whole claim. It is false where FTE or months are negative,
// or the amount can't be held.
func ForMonths(perFTEYear domain.Pence, fte domain.FTE, months int) (domain.Pence, bool) {
	return portion(perFTEYear, int64(fte), int64(months), 12*int64(domain.OneFTE))
}

// ForPatients is what a rate for a thousand patients makes for a list of them,
// rounded once, half up. Rates are published in tenths of a penny a patient,
// so they are kept for a thousand. It is false where there are fewer patients
// than none, or the amount can't be held.
func ForPatients(perThousand domain.Pence, patients domain.Patients) (domain.Pence, bool) {
	return portion(perThousand, int64(patients), 1, 1000*100)
}

// portion is pence × a × b ÷ whole, rounded half up.
func portion(pence domain.Pence, a, b, whole int64) (domain.Pence, bool) {
	if pence < 0 || a < 0 || b < 0 {
		return 0, false
	}
	over, n := bits.Mul64(uint64(a), uint64(b))
	if over != 0 {
		return 0, false
	}
	hi, lo := bits.Mul64(uint64(pence), n)
	lo, carry := bits.Add64(lo, uint64(whole)/2, 0) // whole is even
	hi += carry
	if hi >= uint64(whole) {
		return 0, false
	}
	out, _ := bits.Div64(hi, lo, uint64(whole))
	return domain.Pence(out), out <= uint64(domain.MaxPence)
}
