package reference

import (
	"bytes"
	"cmp"
	_ "embed"
	"slices"
	"sync"

	"github.com/hubledger/hubledger/domain"
)

//go:embed icb_2022.csv
var icb2022 []byte

// Geography is which ICBs there were, on the days on which it is valid.
type Geography struct {
	Version string
	// From and To are the first and the last day on which it is valid.
	From, To domain.Date

	icbs  []ICB // by code
	bySub map[string]int
}

// ICB is an Integrated Care Board, which is also an ICS area.
type ICB struct {
	Code       string
	Name       string
	Region     string // code
	RegionName string
	// RegisteredPatients are whole patients: the practices' lists summed
	// exactly and rounded half up once.
	RegisteredPatients int64
	Practices          int // with patients
	PCNs               int // that those practices belong to
	// ReportingPCNs is how many PCNs reported to the workforce census of
	// September 2022, and FTE their direct patient care staff, to a tenth.
	ReportingPCNs int
	FTE           domain.FTE
	SubICBs       []string // codes, ascending; not to be changed
}

// Region is an NHS England region.
type Region struct{ Code, Name string }

// ICBs2022 is the geography of 1 July 2022 to 31 March 2026. It is read once,
// and shared.
var ICBs2022 = sync.OnceValue(func() *Geography {
	g, err := parse(bytes.NewReader(icb2022))
	if err != nil {
		panic(err) // the file is part of the program, and tested with it
	}
	g.Version, g.From, g.To = "2022", domain.MustDate("2022-07-01"), domain.MustDate("2026-03-31")
	return g
})

// On is the geography valid on a day, and false where none is known.
func On(day domain.Date) (*Geography, bool) {
	g := ICBs2022()
	if day < g.From || day > g.To {
		return nil, false
	}
	return g, true
}

// ICBs are all of them, by code.
func (g *Geography) ICBs() []ICB { return slices.Clone(g.icbs) }

// ICB is the one with a code, and false where there is none.
func (g *Geography) ICB(code string) (ICB, bool) {
	i, ok := slices.BinarySearchFunc(g.icbs, code, func(icb ICB, code string) int { return cmp.Compare(icb.Code, code) })
	if !ok {
		return ICB{}, false
	}
	return g.icbs[i], true
}

// OfSubICB is the ICB that a sub-ICB location lies in, by the location's code,
// and false where there is none.
func (g *Geography) OfSubICB(code string) (ICB, bool) {
	i, ok := g.bySub[code]
	if !ok {
		return ICB{}, false
	}
	return g.icbs[i], true
}

// Regions are the regions that the ICBs lie in, by code.
func (g *Geography) Regions() []Region {
	var out []Region
	for _, icb := range g.icbs {
		out = append(out, Region{icb.Region, icb.RegionName})
	}
	slices.SortFunc(out, func(a, b Region) int { return cmp.Compare(a.Code, b.Code) })
	return slices.Compact(out)
}

// Patients are the registered patients of all ICBs.
func (g *Geography) Patients() (sum int64) {
	for _, icb := range g.icbs {
		sum += icb.RegisteredPatients
	}
	return sum
}
