package census

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
)

const (
	// MaxRows is how many rows a PCN may report at one census. The most
	// observed is 84. As many as this, each of them new and each of the census
	// before ended, stay below what one append may hold.
	MaxRows = 500
	// MaxFTE is the largest FTE of one row, and with a minus the smallest. The
	// largest observed is 14; ten thousand is a slip of the hand.
	MaxFTE = 10_000 * domain.OneFTE
	// MaxName is how many characters a published name of a role may have.
	MaxName = 120
)

// RecordPCNCensus reports what a PCN's rows of a census are.
type RecordPCNCensus struct {
	Census   domain.Census `json:"census" jsonschema:"month of the census, YYYY-MM"`
	PCN      string        `json:"pcn" jsonschema:"ODS code of the Primary Care Network, such as U68696"`
	FileHash domain.Hash   `json:"fileHash" jsonschema:"SHA-256 of the published file, base64url without padding"`
	Rows     []Row         `json:"rows" jsonschema:"every row of the PCN in the file; none only with movedTo"`
	MovedTo  string        `json:"movedTo,omitzero" jsonschema:"ODS code of the ICB under which the file shows the PCN now, where that is another"`
}

// Row is one published row.
type Row struct {
	Row          int        `json:"row" jsonschema:"line of the file, the first is 1"`
	Source       string     `json:"source" jsonschema:"part of the collection, such as NWRS Staff"`
	StaffGroup   string     `json:"staffGroup" jsonschema:"staff group as published"`
	StaffRole    string     `json:"staffRole" jsonschema:"staff role as published"`
	DetailedRole string     `json:"detailedRole" jsonschema:"detailed staff role as published"`
	FTE          domain.FTE `json:"fte" jsonschema:"full-time equivalent as published, a decimal string with up to nine places; 0, negative and above 1 occur"`
}

// WithdrawPCNCensus takes back what an earlier file of the same census said of
// a PCN that the newest file of it does not hold: its records are again those
// of the census before.
type WithdrawPCNCensus struct {
	Census   domain.Census `json:"census" jsonschema:"month of the census, YYYY-MM"`
	PCN      string        `json:"pcn" jsonschema:"ODS code of the Primary Care Network"`
	FileHash domain.Hash   `json:"fileHash" jsonschema:"SHA-256 of the newest file of the census, base64url without padding"`
}

// CloseCensus says that all of an ICB's PCNs in a file are recorded, and what
// they should add up to.
type CloseCensus struct {
	Census        domain.Census `json:"census" jsonschema:"month of the census, YYYY-MM"`
	FileHash      domain.Hash   `json:"fileHash" jsonschema:"SHA-256 of the published file, base64url without padding"`
	ReportingPCNs []string      `json:"reportingPCNs" jsonschema:"ODS codes of the PCNs with rows in the file under this ICB; none where the ICB has no row"`
	Records       int           `json:"records" jsonschema:"number of rows of the ICB in the file"`
	FTE           domain.FTE    `json:"fte" jsonschema:"sum of the FTE of those rows, a decimal string"`
}

// ClosePCN says that a PCN is no more.
type ClosePCN struct {
	PCN        string      `json:"pcn" jsonschema:"ODS code of the Primary Care Network"`
	On         domain.Date `json:"on" jsonschema:"the PCN's last day, YYYY-MM-DD"`
	Successors []string    `json:"successors,omitempty" jsonschema:"ODS codes of the PCNs that followed it"`
	Unknown    bool        `json:"unknown,omitzero" jsonschema:"true where its successors are not known"`
}

func (RecordPCNCensus) CommandName() string   { return "record-pcn-census" }
func (WithdrawPCNCensus) CommandName() string { return "withdraw-pcn-census" }
func (CloseCensus) CommandName() string       { return "close-census" }
func (ClosePCN) CommandName() string          { return "close-pcn" }

// Validate implements domain.CommandData.
func (c RecordPCNCensus) Validate(f *domain.FieldErrors) {
	checkFile(f, c.Census, c.FileHash)
	checkPCN(f, c.PCN, "/pcn")
	if c.MovedTo != "" {
		f.Check(domain.IsICB(c.MovedTo), "/movedTo", "should be the ODS code of an ICB, such as QE1")
		f.Check(len(c.Rows) == 0, "/rows", "should be empty for a PCN that moved: the rows belong to the ICB it moved to")
	} else {
		f.Check(len(c.Rows) > 0, "/rows", "is required, at least one row: a PCN without rows did not report")
	}
	f.Check(len(c.Rows) <= MaxRows, "/rows", "has %d rows; it should have at most %d", len(c.Rows), MaxRows)
	seen := make(map[int]struct{}, len(c.Rows))
	for i, r := range c.Rows {
		at := fmt.Sprintf("/rows/%d", i)
		f.Check(r.Row > 0, at+"/row", "should be a line of the file; the first is 1")
		_, twice := seen[r.Row]
		f.Check(!twice, at+"/row", "line %d is there twice", r.Row)
		seen[r.Row] = struct{}{}
		f.Check(r.FTE <= MaxFTE && r.FTE >= -MaxFTE, at+"/fte", "should be between -%s and %s", MaxFTE, MaxFTE)
		f.Text(strings.TrimSpace(r.Source), at+"/source", 1, MaxName)
		f.Text(strings.TrimSpace(r.StaffGroup), at+"/staffGroup", 1, MaxName)
		f.Text(strings.TrimSpace(r.StaffRole), at+"/staffRole", 1, MaxName)
		f.Text(strings.TrimSpace(r.DetailedRole), at+"/detailedRole", 1, MaxName)
	}
}

// Validate implements domain.CommandData.
func (c WithdrawPCNCensus) Validate(f *domain.FieldErrors) {
	checkFile(f, c.Census, c.FileHash)
	checkPCN(f, c.PCN, "/pcn")
}

// Validate implements domain.CommandData.
func (c CloseCensus) Validate(f *domain.FieldErrors) {
	checkFile(f, c.Census, c.FileHash)
	checkPCNs(f, c.ReportingPCNs, "/reportingPCNs")
	f.Check(c.Records >= len(c.ReportingPCNs), "/records", "should be at least one for each reporting PCN")
	if len(c.ReportingPCNs) == 0 {
		f.Check(c.Records == 0, "/records", "should be 0 where no PCN reported")
		f.Check(c.FTE == 0, "/fte", "should be 0 where no PCN reported")
	}
}

// Validate implements domain.CommandData.
func (c ClosePCN) Validate(f *domain.FieldErrors) {
	checkPCN(f, c.PCN, "/pcn")
	f.Required(c.On, "/on")
	checkPCNs(f, c.Successors, "/successors")
	f.Check(!slices.Contains(c.Successors, c.PCN), "/successors", "should not name the PCN itself")
	f.Check(c.Unknown != (len(c.Successors) > 0), "/unknown",
		"should be true where no successor is named, and left out where one is")
}

func checkFile(f *domain.FieldErrors, census domain.Census, hash domain.Hash) {
	f.Check(!census.IsZero(), "/census", "is required, a month of the form YYYY-MM")
	f.Check(!hash.IsZero(), "/fileHash", "is required, the SHA-256 of the published file")
}

func checkPCN(f *domain.FieldErrors, code, pointer string) {
	f.Check(domain.IsPCN(code), pointer, "should be the ODS code of a PCN, such as U68696")
}

func checkPCNs(f *domain.FieldErrors, codes []string, pointer string) {
	seen := make(map[string]struct{}, len(codes))
	for i, code := range codes {
		at := fmt.Sprintf("%s/%d", pointer, i)
		checkPCN(f, code, at)
		_, twice := seen[code]
		f.Check(!twice, at, "%s is there twice", code)
		seen[code] = struct{}{}
	}
}
