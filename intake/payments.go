package intake

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/reference"
)

// The fields of NHS Payments to General Practice that are read. Payments are
// not; addresses and postcodes of practices are not to be.
const (
	regionCode   field = "region"
	regionName   field = "region name"
	subICBCode   field = "sub-ICB"
	subICBName   field = "sub-ICB name"
	pcnName      field = "PCN name"
	practiceCode field = "practice"
	practiceName field = "practice name"
	openDate     field = "open date"
	closeDate    field = "close date"
	registered   field = "registered patients"
	weighted     field = "weighted patients"
)

// paymentsLayout2022 is that of 2022/23, whose headers mislead: "CCG Code" is
// the code of the sub-ICB location, "Code" and "CCG NAME" are the PCN.
var paymentsLayout2022 = layout{
	regionCode: "NHS England (Region) code", regionName: "NHS England (Region) Name",
	subICBCode: "CCG Code", subICBName: "Sub ICB NAME", pcnCode: "Code", pcnName: "CCG NAME",
	practiceCode: "Practice Code", practiceName: "Practice Name", openDate: "Practice Open Date", closeDate: "Practice Close Date",
	registered: "Number of Registered Patients (Last Known Figure)", weighted: "Number of Weighted Patients (Last Known Figure)",
}

// paymentsLayout2019 is that of 2019/20 to 2021/22, in which "CCG NAME" is the
// name of the CCG, as sub-ICB locations were called.
var paymentsLayout2019 = layout{
	regionCode: "NHS England (Region) code", regionName: "NHS England (Region) Name",
	subICBCode: "CCG Code", subICBName: "CCG NAME", pcnCode: "PCN Code", pcnName: "PCN Name",
	practiceCode: "Practice Code", practiceName: "Practice Name", openDate: "Practice Open Date", closeDate: "Practice Close Date",
	registered: "Number of Registered Patients (Last Known Figure)", weighted: "Number of Weighted Patients (Last Known Figure)",
}

// PaymentsFile is the practices of one financial year as they were published.
type PaymentsFile struct {
	File      string // base name
	Hash      domain.Hash
	Year      domain.FinancialYear
	Practices []Practice // one a row, in the order of the file
	Geography *reference.Geography
}

// Practice is one row.
type Practice struct {
	Row            int // line of the file
	Code, Name     string
	Opened, Closed domain.Date // first and last day; Closed is 0 where it is open
	PCN, PCNName   string      // empty where the file says that it is unknown or there is none
	SubICB         string
	SubICBName     string
	Region         string
	RegionName     string
	ICB            string // of the geography
	Registered     domain.Patients
	Weighted       domain.Patients
}

// maxOrganisationName is how many characters the name of an organisation may have.
const maxOrganisationName = 200

// ParsePayments reads a file of kind gp-payments. Where year is 0, it is taken
// from the file's name. The error is a *FileError.
func ParsePayments(file string, b []byte, year domain.FinancialYear) (*PaymentsFile, error) {
	s, err := readSheet(GPPayments, file, b, false)
	if err != nil {
		return nil, err
	}
	f := &PaymentsFile{File: filepath.Base(file), Hash: sha256.Sum256(b), Year: year}
	if year.IsZero() {
		var ok bool
		if f.Year, ok = yearIn(f.File); !ok {
			s.add(0, "", "its name does not say of which financial year it is; it should be like gp-payments-2022-23.csv, or the year be given with --fy 2022/23")
			return nil, s.err()
		}
	}
	// Before there were ICBs their codes denoted the same areas.
	f.Geography = reference.ICBs2022()
	if f.Year.Last() > f.Geography.To {
		s.add(0, "", "it is of %s, and no geography of ICBs is known after %s", f.Year, f.Geography.To)
		return nil, s.err()
	}
	seen := make(map[string]int, len(s.rows))
	for _, r := range s.rows {
		p := f.read(s, r)
		if first, twice := seen[p.Code]; twice {
			s.wrong(r, practiceCode, "%s stands in line %d already; a practice should have one row", p.Code, first)
		}
		seen[p.Code] = r.line
		f.Practices = append(f.Practices, p)
	}
	if err := s.err(); err != nil {
		return nil, err
	}
	return f, nil
}

// yearIn finds a financial year such as 2022-23 in the name of a file.
func yearIn(file string) (domain.FinancialYear, bool) {
	m := yearPattern.FindStringSubmatch(file)
	if m == nil {
		return 0, false
	}
	y, err := domain.ParseFinancialYear(m[1] + "/" + m[2])
	return y, err == nil
}

var yearPattern = regexp.MustCompile(`(?:^|[^0-9])(20[0-9]{2})[-_]([0-9]{2})(?:[^0-9]|$)`)

func (f *PaymentsFile) read(s *sheet, r sheetRow) Practice {
	p := Practice{
		Row: r.line, Code: s.text(r, practiceCode), Name: s.folded(r, practiceName), SubICB: s.text(r, subICBCode), SubICBName: s.folded(r, subICBName),
		Region: s.text(r, regionCode), RegionName: s.folded(r, regionName),
	}
	if !domain.IsPractice(p.Code) {
		s.wrong(r, practiceCode, "%q is not the code of a practice; it should be a letter and five digits, such as A81001", p.Code)
	}
	f.readPCN(s, r, &p)
	f.place(s, r, &p)
	p.Opened, p.Closed = s.date(r, openDate, true), s.date(r, closeDate, false)
	if !p.Closed.IsZero() && p.Closed < p.Opened {
		s.wrong(r, closeDate, "%s is before the practice opened, on %s; it should not be", p.Closed, p.Opened)
	}
	if p.Opened > f.Year.Last() {
		s.wrong(r, openDate, "%s is after %s ended; the file should be of another year", p.Opened, f.Year)
	}
	p.Registered, p.Weighted = s.patients(r, registered), s.patients(r, weighted)
	return p
}

// readPCN reads the PCN, which is no organisation where it is not known.
func (f *PaymentsFile) readPCN(s *sheet, r sheetRow, p *Practice) {
	code := strings.Join(strings.Fields(s.text(r, pcnCode)), " ")
	switch {
	case strings.EqualFold(code, "Unknown or no PCN"):
	case domain.IsPCN(code):
		p.PCN, p.PCNName = code, s.folded(r, pcnName)
	default:
		s.wrong(r, pcnCode, "%q is not the code of a PCN; it should be U and five digits, such as U68696, or Unknown or no PCN", code)
	}
}

// place finds the ICB of a practice, which the file does not say.
func (f *PaymentsFile) place(s *sheet, r sheetRow, p *Practice) {
	if !domain.IsRegion(p.Region) {
		s.wrong(r, regionCode, "%q is not the code of a region; it should be like Y62", p.Region)
		return
	}
	icb, ok := f.Geography.OfSubICB(p.SubICB)
	switch {
	case !ok:
		s.wrong(r, subICBCode, "%q is no sub-ICB location of the geography %s; the file should be of a year in which it is valid", p.SubICB, f.Geography.Version)
	case icb.Region != p.Region:
		s.wrong(r, regionCode, "%s lies in %s, which is in %s and not in %s; the file should be of the geography %s",
			p.SubICB, icb.Code, icb.Region, p.Region, f.Geography.Version)
	}
	p.ICB = icb.Code
}

// folded is a cell that holds the name of an organisation: as published, each
// run of spaces one.
func (s *sheet) folded(r sheetRow, f field) string {
	return strings.Join(strings.Fields(s.name(r, f, maxOrganisationName)), " ")
}

// date is a cell that holds a day, DD/MM/YYYY.
func (s *sheet) date(r sheetRow, f field, required bool) domain.Date {
	text := s.text(r, f)
	if text == "" && !required {
		return 0
	}
	if len(text) == 10 && text[2] == '/' && text[5] == '/' {
		if d, err := domain.ParseDate(text[6:] + "-" + text[3:5] + "-" + text[:2]); err == nil {
			return d
		}
	}
	s.wrong(r, f, "%q is not a day; it should be of the form DD/MM/YYYY", text)
	return 0
}

// patients is a cell that holds a number of patients, which may be a mean of
// quarters.
func (s *sheet) patients(r sheetRow, f field) domain.Patients {
	n, err := domain.ParsePatients(s.text(r, f))
	switch {
	case err != nil:
		s.wrong(r, f, "%v", err)
	case n < 0:
		s.wrong(r, f, "%s is below 0; it should be a number of patients", n)
	}
	return n
}

// stated is the publication that the rows are of.
func (f *PaymentsFile) stated() string {
	return fmt.Sprintf("NHS Payments to General Practice %s", f.Year)
}
