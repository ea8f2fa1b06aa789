package reference

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/hubledger/hubledger/domain"
)

var columns = []string{
	"icb_ods", "icb_name", "region_ods", "region", "registered_patients_2022_23", "practices_with_patients",
	"pcns_with_practices", "pcns_reporting_nwrs_sep2022", "pcn_dpc_fte_sep2022", "sub_icb_codes",
}

// parse reads the file of a geography. It has a header, and every code in it
// stands once.
func parse(r io.Reader) (*Geography, error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = len(columns)
	rows, err := in.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("couldn't read the ICBs: %w", err)
	}
	if len(rows) < 2 || !slices.Equal(rows[0], columns) {
		return nil, fmt.Errorf("couldn't read the ICBs: the file should have a header of %s, and rows", strings.Join(columns, ", "))
	}
	g := &Geography{bySub: make(map[string]int)}
	regions := make(map[string]string)
	for i, row := range rows[1:] {
		icb, err := parseICB(row)
		if err != nil {
			return nil, fmt.Errorf("couldn't read the ICBs: line %d: %w", i+2, err)
		}
		if name, ok := regions[icb.Region]; ok && name != icb.RegionName {
			return nil, fmt.Errorf("couldn't read the ICBs: line %d: region %s is %s there and %s before", i+2, icb.Region, icb.RegionName, name)
		}
		regions[icb.Region] = icb.RegionName
		g.icbs = append(g.icbs, icb)
	}
	slices.SortFunc(g.icbs, func(a, b ICB) int { return cmp.Compare(a.Code, b.Code) })
	for i, icb := range g.icbs {
		if i > 0 && g.icbs[i-1].Code == icb.Code {
			return nil, fmt.Errorf("couldn't read the ICBs: %s stands there twice", icb.Code)
		}
		for _, sub := range icb.SubICBs {
			if _, twice := g.bySub[sub]; twice {
				return nil, fmt.Errorf("couldn't read the ICBs: sub-ICB %s stands there twice", sub)
			}
			g.bySub[sub] = i
		}
	}
	return g, nil
}

func parseICB(row []string) (ICB, error) {
	icb := ICB{Code: row[0], Name: row[1], Region: row[2], RegionName: row[3], SubICBs: strings.Fields(row[9])}
	switch {
	case !domain.IsICB(icb.Code):
		return ICB{}, fmt.Errorf("%q is not the code of an ICB", icb.Code)
	case !domain.IsRegion(icb.Region):
		return ICB{}, fmt.Errorf("%q is not the code of a region", icb.Region)
	case icb.Name == "" || icb.RegionName == "":
		return ICB{}, fmt.Errorf("%s or its region has no name", icb.Code)
	case len(icb.SubICBs) == 0:
		return ICB{}, fmt.Errorf("%s has no sub-ICB", icb.Code)
	}
	for _, sub := range icb.SubICBs {
		if !domain.IsSubICB(sub) {
			return ICB{}, fmt.Errorf("%q is not the code of a sub-ICB", sub)
		}
	}
	slices.Sort(icb.SubICBs)
	var err error
	if icb.RegisteredPatients, err = strconv.ParseInt(row[4], 10, 64); err != nil || icb.RegisteredPatients < 1 {
		return ICB{}, fmt.Errorf("%q is not a number of patients", row[4])
	}
	for i, n := range []*int{&icb.Practices, &icb.PCNs, &icb.ReportingPCNs} {
		if *n, err = strconv.Atoi(row[5+i]); err != nil || *n < 0 {
			return ICB{}, fmt.Errorf("%s is %q, not a number of them", columns[5+i], row[5+i])
		}
	}
	if icb.FTE, err = domain.ParseFTE(row[8]); err != nil || icb.FTE < 0 {
		return ICB{}, fmt.Errorf("%q is not an FTE of 0 or more", row[8])
	}
	return icb, nil
}
