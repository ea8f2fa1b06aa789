package intake

import (
	"cmp"
	"crypto/sha256"
	"maps"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
)

// The fields of the Primary Care Network Workforce, individual level, that are
// read. The names of PCN, sub-ICB, ICB and region are not: a census is about
// codes. UNIQUE_IDENTIFIER is not: it is new in every census, so it says
// nothing of a record that the ledger could use, and it points at a person.
const (
	dataSource   field = "source"
	censusYear   field = "year"
	censusMonth  field = "month"
	pcnCode      field = "PCN"
	icbCode      field = "ICB"
	staffGroup   field = "staff group"
	staffRole    field = "staff role"
	detailedRole field = "detailed role"
	fte          field = "FTE"
)

// workforceLayout is that of every census from March 2020 on. The early files
// were published again with the codes of 2022.
var workforceLayout = layout{
	dataSource: "Data_source", censusYear: "CENSUS_YEAR", censusMonth: "CENSUS_MONTH", pcnCode: "PCN_CODE", icbCode: "ICB_CODE",
	staffGroup: "STAFF_GROUP", staffRole: "STAFF_ROLE", detailedRole: "DETAILED_STAFF_ROLE", fte: "FTE",
}

// WorkforceFile is one census as it was published.
type WorkforceFile struct {
	File   string // base name
	Hash   domain.Hash
	Census domain.Census
	Rows   int
	// Areas are the rows by ICB and PCN, in the order of the file.
	Areas map[string]map[string][]census.Row
}

// ParseWorkforce reads a file of kind pcn-workforce. The error is a *FileError.
func ParseWorkforce(file string, b []byte) (*WorkforceFile, error) {
	s, err := readSheet(PCNWorkforce, file, b, true)
	if err != nil {
		return nil, err
	}
	w := &WorkforceFile{
		File: filepath.Base(file), Hash: sha256.Sum256(b), Rows: len(s.rows), Areas: make(map[string]map[string][]census.Row),
	}
	for _, r := range s.rows {
		w.read(s, r)
	}
	for _, icb := range slices.Sorted(maps.Keys(w.Areas)) {
		for pcn, rows := range w.Areas[icb] {
			if len(rows) > census.MaxRows {
				s.add(rows[census.MaxRows].Row, s.header[s.column[pcnCode]], "%s has %d rows; a PCN should have at most %d", pcn, len(rows), census.MaxRows)
			}
		}
	}
	if err := s.err(); err != nil {
		return nil, err
	}
	return w, nil
}

func (w *WorkforceFile) read(s *sheet, r sheetRow) {
	c := censusOf(s, r)
	if w.Census.IsZero() {
		w.Census = c
	} else if !c.IsZero() && c != w.Census {
		s.wrong(r, censusMonth, "it is the census of %s; all rows of a file should be of one, and those above are of %s", c, w.Census)
	}
	pcn, icb := s.text(r, pcnCode), s.text(r, icbCode)
	if !domain.IsPCN(pcn) {
		s.wrong(r, pcnCode, "%q is not the code of a PCN; it should be U and five digits, such as U68696", pcn)
	}
	if !domain.IsICB(icb) {
		s.wrong(r, icbCode, "%q is not the code of an ICB; it should be like QE1", icb)
	}
	f, err := domain.ParseFTE(s.text(r, fte))
	if err != nil {
		s.wrong(r, fte, "%v", err)
	} else if f > census.MaxFTE || f < -census.MaxFTE {
		s.wrong(r, fte, "%s is not the FTE of one row; it should be between -%s and %s", f, census.MaxFTE, census.MaxFTE)
	}
	if w.Areas[icb] == nil {
		w.Areas[icb] = make(map[string][]census.Row)
	}
	w.Areas[icb][pcn] = append(w.Areas[icb][pcn], census.Row{
		Row: r.line, Source: s.name(r, dataSource, census.MaxName), StaffGroup: s.name(r, staffGroup, census.MaxName),
		StaffRole: s.name(r, staffRole, census.MaxName), DetailedRole: s.name(r, detailedRole, census.MaxName), FTE: f,
	})
}

// censusOf is the census of a row, 0 where it can't be one.
func censusOf(s *sheet, r sheetRow) domain.Census {
	year, yearErr := strconv.Atoi(s.text(r, censusYear))
	month, monthErr := strconv.Atoi(s.text(r, censusMonth))
	if yearErr != nil || year < 2000 || year > 2199 {
		s.wrong(r, censusYear, "%q is not the year of a census; it should be like 2021", s.text(r, censusYear))
		return 0
	}
	if monthErr != nil || month < 1 || month > 12 {
		s.wrong(r, censusMonth, "%q is not a month; it should be 1 to 12", s.text(r, censusMonth))
		return 0
	}
	return domain.Census(year*100 + month)
}

// PCNs is how many PCNs have rows.
func (w *WorkforceFile) PCNs() int { return len(w.homes()) }

// homes says for every PCN under which ICB it has its rows; where under
// several, under which it has most.
func (w *WorkforceFile) homes() map[string]string {
	home := make(map[string]string)
	for _, icb := range slices.Sorted(maps.Keys(w.Areas)) {
		for pcn, rows := range w.Areas[icb] {
			if other, ok := home[pcn]; !ok || cmp.Less(len(w.Areas[other][pcn]), len(rows)) {
				home[pcn] = icb
			}
		}
	}
	return home
}
