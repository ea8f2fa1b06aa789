package reference_test

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/reference"
)

// The golden vector of an allocation by population: 10 million pounds over the
// registered patients of all ICBs.
func TestApportionByPopulation(t *testing.T) {
	icbs := reference.ICBs2022().ICBs()
	weights := make([]int64, len(icbs))
	for i, icb := range icbs {
		weights[i] = icb.RegisteredPatients
	}
	const total domain.Pence = 1_000_000_000
	parts := domain.Apportion(total, weights)
	want := map[string]domain.Pence{
		"QE1": 29_395_337, "QHM": 50_998_452, "QOC": 8_418_394, "QOP": 51_367_360, "QSL": 9_636_089, "QT6": 9_653_486,
	}
	var sum, floors domain.Pence
	for i, icb := range icbs {
		sum += parts[i]
		floors += total * domain.Pence(weights[i]) / domain.Pence(reference.ICBs2022().Patients())
		if w, ok := want[icb.Code]; ok && parts[i] != w {
			t.Errorf("%s: got %d, want %d", icb.Code, parts[i], w)
		}
		delete(want, icb.Code)
	}
	if sum != total || total-floors != 20 || len(want) > 0 {
		t.Errorf("the parts sum to %d, rounded down to %d less, and %v are missing; want %d, 20 and none", sum, total-floors, want, total)
	}
}

func TestGeography2022(t *testing.T) {
	g := reference.ICBs2022()
	icbs := g.ICBs()
	var practices, subs int
	var fte domain.FTE
	perRegion := map[string]int{}
	for _, icb := range icbs {
		practices += icb.Practices
		subs += len(icb.SubICBs)
		fte += icb.FTE
		perRegion[icb.Region]++
		if got, ok := g.ICB(icb.Code); !ok || got.Name != icb.Name {
			t.Errorf("%s: got %+v, %v", icb.Code, got, ok)
		}
		for _, sub := range icb.SubICBs {
			if got, ok := g.OfSubICB(sub); !ok || got.Code != icb.Code {
				t.Errorf("sub-ICB %s: got %s, want %s", sub, got.Code, icb.Code)
			}
		}
	}
	// The exact FTE of the census is 12720.7; here it is a sum of tenths.
	if len(icbs) != 42 || g.Patients() != 62_134_651 || practices != 6_463 || subs != 106 || fte.String() != "12720.9" {
		t.Errorf("got %d ICBs, %d patients, %d practices, %d sub-ICBs, %s FTE", len(icbs), g.Patients(), practices, subs, fte)
	}
	if !slices.IsSortedFunc(icbs, func(a, b reference.ICB) int { return bytes.Compare([]byte(a.Code), []byte(b.Code)) }) {
		t.Error("the ICBs should be by code")
	}
	wantRegions := []reference.Region{
		{"Y56", "London"}, {"Y58", "South West"}, {"Y59", "South East"}, {"Y60", "Midlands"}, {"Y61", "East of England"},
		{"Y62", "North West"}, {"Y63", "North East and Yorkshire"},
	}
	if got := g.Regions(); !slices.Equal(got, wantRegions) {
		t.Errorf("regions: got %v, want %v", got, wantRegions)
	}
	for region, want := range map[string]int{"Y56": 5, "Y58": 7, "Y59": 6, "Y60": 11, "Y61": 6, "Y62": 3, "Y63": 4} {
		if perRegion[region] != want {
			t.Errorf("region %s: got %d ICBs, want %d", region, perRegion[region], want)
		}
	}
	for _, code := range []string{"", "Q", "QZZ", "16C"} {
		if got, ok := g.ICB(code); ok {
			t.Errorf("ICB %q: got %s, want none", code, got.Code)
		}
	}
	if got, ok := g.OfSubICB("02Q"); !ok || got.Code != "QT1" { // Bassetlaw, which moved in 2022
		t.Errorf("02Q: got %s, want QT1", got.Code)
	}
	if got, ok := g.OfSubICB("QE1"); ok {
		t.Errorf("QE1 is no sub-ICB, got %s", got.Code)
	}
	icbs[0].Code = "changed"
	if g.ICBs()[0].Code == "changed" {
		t.Error("what a caller does to the list should not change it for others")
	}
}

func TestOn(t *testing.T) {
	for day, want := range map[string]bool{
		"2022-06-30": false, "2022-07-01": true, "2024-04-01": true, "2026-03-31": true, "2026-04-01": false,
	} {
		g, ok := reference.On(domain.MustDate(day))
		if ok != want || ok && g.Version != "2022" {
			t.Errorf("%s: got %v, want %v", day, ok, want)
		}
	}
}

// The practices' lists of the published file, summed exactly per ICB and
// rounded half up, are the figures that ship.
func TestAgainstPublishedFile(t *testing.T) {
	f, err := os.Open(filepath.Join(dataDir(), "gp-payments-2022-23.csv"))
	if err != nil {
		t.Skipf("the published file is not here (set HUBLEDGER_DATA to its folder): %v", err)
	}
	defer f.Close()
	in := csv.NewReader(bufio.NewReader(f))
	header, err := in.Read()
	if err != nil {
		t.Fatal(err)
	}
	at := func(name string) int {
		i := slices.Index(header, name)
		if i < 0 {
			t.Fatalf("the file has no column %q", name)
		}
		return i
	}
	sub, patients := at("CCG Code"), at("Number of Registered Patients (Last Known Figure)")
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	g := reference.ICBs2022()
	sums, practices := map[string]domain.Patients{}, map[string]int{}
	for i, row := range rows {
		icb, ok := g.OfSubICB(row[sub])
		if !ok {
			t.Fatalf("line %d: sub-ICB %q is in no ICB", i+2, row[sub])
		}
		n, err := domain.ParsePatients(row[patients])
		if err != nil {
			t.Fatalf("line %d: %v", i+2, err)
		}
		sums[icb.Code] += n
		if n > 0 {
			practices[icb.Code]++
		}
	}
	for _, icb := range g.ICBs() {
		if got := int64(sums[icb.Code]+50) / 100; got != icb.RegisteredPatients || practices[icb.Code] != icb.Practices {
			t.Errorf("%s: the file has %d patients in %d practices, what ships %d in %d",
				icb.Code, got, practices[icb.Code], icb.RegisteredPatients, icb.Practices)
		}
	}
}

func dataDir() string {
	if dir := os.Getenv("HUBLEDGER_DATA"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared", "data")
}
