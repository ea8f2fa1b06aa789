package demo

import (
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/reference"
)

// MostYears is how many financial years there are at most: those of the 42
// ICBs, which were created on 1 July 2022 and merge from 1 April 2026 on. Who
// lives through all of them sees the first three months of the year after them:
// how some hubs are wound down, and others follow.
const MostYears = 4

const firstYear domain.FinancialYear = 2022

// Began is the instant at which a nation's ledger is founded: the day on which
// the ICBs were created. What held before is recorded late.
var Began = time.Date(2022, time.July, 1, 6, 0, 0, 0, time.UTC)

// Options are which nation is made. The zero value is one of seed 0 that has
// organisations and hubs, in which nothing happens.
type Options struct {
	// Seed chooses everything that is left to chance.
	Seed uint64
	// Years is how many financial years it lives through, from 2022/23 on: 0 to
	// MostYears. 0 registers organisations and hubs alone.
	Years int
	// Scale is how much happens, 1 if 0: small purchases, sessions,
	// conversations and intelligence grow with it; hubs, people and money do not.
	Scale int
}

// Validate says what is wrong with options.
func (o Options) Validate() error {
	switch {
	case o.Years < 0 || o.Years > MostYears:
		return fmt.Errorf("years is %d; it should be 0 to %d", o.Years, MostYears)
	case o.Scale < 0 || o.Scale > 100:
		return fmt.Errorf("scale is %d; it should be 1 to 100", o.Scale)
	}
	return nil
}

// String names the nation: "1-4-1" is that of seed 1, 4 years and scale 1.
func (o Options) String() string { return fmt.Sprintf("%d-%d-%d", o.Seed, o.Years, max(1, o.Scale)) }

const originPrefix = "hubledger.invalid/demo-"

// Origin is the name that a ledger of the nation has. It tells which nation it
// is, and no two ledgers share it.
func (o Options) Origin(ledger uuid.UUID) string {
	return originPrefix + o.String() + "/" + ledger.String()
}

// Named is the name of the nation that an origin is of, and false where it is
// of none.
func Named(origin string) (string, bool) {
	rest, ok := strings.CutPrefix(origin, originPrefix)
	name, _, more := strings.Cut(rest, "/")
	return name, ok && more
}

// space is the namespace of all ids of a nation.
func (o Options) space() uuid.UUID {
	seed := binary.BigEndian.AppendUint64([]byte("https://hubledger.invalid/demo/"), o.Seed)
	return uuid.NewSHA1(uuid.NameSpaceURL, append(seed, o.String()...))
}

// Months is how many months the nation lives through.
func (o Options) Months() int { return MonthsSince(instant(o.lastDay())) + 1 }

// MonthsSince is how many months of a nation are over at an instant.
func MonthsSince(at time.Time) int {
	return 12*(at.Year()-Began.Year()) + int(at.Month()-Began.Month())
}

// merges reports whether the nation lives to see its ICBs merge.
func (o Options) merges() bool { return o.Years == MostYears }

// hubs is how many ICS hubs the nation has over the years.
func (o Options) hubs() int {
	n := len(reference.ICBs2022().ICBs())
	for _, e := range heirs {
		if o.merges() && e.name != "" {
			n++
		}
	}
	return n
}

// lastDay is the last day of the nation's calendar.
func (o Options) lastDay() domain.Date {
	if o.Years == 0 {
		return domain.BusinessDay(Began).MonthEnd()
	}
	if o.merges() {
		return woundOff
	}
	return (firstYear + domain.FinancialYear(o.Years) - 1).Last()
}
