package domain

import "github.com/google/uuid"

// CensusRole is what a published workforce record says about the work: the
// names are the publisher's of that census, and are renamed between censuses.
// One detailed role ("Other") stands in several staff groups.
type CensusRole struct {
	StaffGroup   string `json:"staffGroup"`
	StaffRole    string `json:"staffRole"`
	DetailedRole string `json:"detailedRole"`
	// Source is the part of the collection the record comes from: staff, or
	// contracted services.
	Source string `json:"source"`
}

// CensusInterval is when, in the world, a difference between two censuses
// came about: after the day of the one, up to and with the day of the other.
type CensusInterval struct {
	// After is the census the PCN reported before; 0 where there was none.
	After Census `json:"after,omitzero"`
	// Until is the census that shows the difference; 0 where a PCN closed and
	// no census shows it.
	Until Census `json:"until,omitzero"`
}

// RecordFlag says what a reader of a census record must not take it for.
type RecordFlag string

// The flags of census records.
const (
	ZeroFTE           RecordFlag = "ZERO_FTE"
	NegativeFTE       RecordFlag = "NEGATIVE_FTE"
	AboveOneFTE       RecordFlag = "ABOVE_ONE_FTE"
	ContractedService RecordFlag = "CONTRACTED_SERVICE" // bought capacity, nobody's post
)

// CensusRecordAppeared says that a PCN's census shows a published record that
// its census before did not show. A record is a row, not a post and not a
// person. A record that had been seen no longer by an earlier file of the same
// census, or with the closure of its PCN, appears again under its own id.
type CensusRecordAppeared struct {
	Record uuid.UUID `json:"record"` // the row's id from census to census
	Census Census    `json:"census"`
	PCN    string    `json:"pcn"`
	ICB    string    `json:"icb"`
	CensusRole
	FTE     FTE            `json:"fte"`          // as published: 0, negative and above 1 occur
	Row     int            `json:"row,omitzero"` // line of the file, the first is 1; 0 where no row shows it
	Between CensusInterval `json:"between"`
	Flags   []RecordFlag   `json:"flags,omitempty"`
}

// CensusRecordChanged says that a record is shown with another FTE.
type CensusRecordChanged struct {
	Record uuid.UUID `json:"record"`
	Census Census    `json:"census"`
	PCN    string    `json:"pcn"`
	ICB    string    `json:"icb"`
	CensusRole
	FTE     FTE            `json:"fte"`
	Was     FTE            `json:"was"` // the FTE before
	Row     int            `json:"row,omitzero"`
	Between CensusInterval `json:"between"`
	Flags   []RecordFlag   `json:"flags,omitempty"`
}

// CensusRecordNoLongerSeen says that a record ended: its PCN reported and did
// not show it, or belongs to another ICB now, or was closed.
type CensusRecordNoLongerSeen struct {
	Record uuid.UUID `json:"record"`
	Census Census    `json:"census"` // where the PCN was closed, the last it reported
	PCN    string    `json:"pcn"`
	ICB    string    `json:"icb"`
	CensusRole
	Was      FTE            `json:"was"` // the last FTE
	Between  CensusInterval `json:"between"`
	Flags    []RecordFlag   `json:"flags,omitempty"`   // of the last FTE
	MovedTo  string         `json:"movedTo,omitzero"`  // the ICB the PCN belongs to at this census
	ClosedOn Date           `json:"closedOn,omitzero"` // the day the PCN closed
}

// CensusStatus says whether an area reported at a census.
type CensusStatus string

// An area of which a file holds no row supplied nothing, which is not zero.
const (
	CensusSupplied    CensusStatus = "SUPPLIED"
	CensusNotSupplied CensusStatus = "NOT_SUPPLIED"
)

// CensusRecorded says that an ICB's part of a census is complete: from here on
// it counts. PCNs that are not named did not report: their records are neither
// ended nor counted.
type CensusRecorded struct {
	ICB           string       `json:"icb"`
	Census        Census       `json:"census"`
	Status        CensusStatus `json:"status"`
	ReportingPCNs []string     `json:"reportingPCNs"` // sorted
	Records       int          `json:"records"`       // of the reporting PCNs
	FTE           FTE          `json:"fte"`           // of the reporting PCNs
	FileHash      Hash         `json:"fileHash"`
	Restates      Hash         `json:"restates,omitzero"` // the file this one takes the place of
}

// PCNClosed says that a PCN is no more, as known to the workforce of its ICB.
type PCNClosed struct {
	PCN        string   `json:"pcn"`
	ICB        string   `json:"icb"`
	On         Date     `json:"on"` // its last day
	Successors []string `json:"successors,omitempty"`
	Unknown    bool     `json:"unknown,omitzero"` // its successors are not known
}

func (CensusRecordAppeared) EventType() string     { return "CensusRecordAppeared" }
func (CensusRecordChanged) EventType() string      { return "CensusRecordChanged" }
func (CensusRecordNoLongerSeen) EventType() string { return "CensusRecordNoLongerSeen" }
func (CensusRecorded) EventType() string           { return "CensusRecorded" }
func (PCNClosed) EventType() string                { return "PCNClosed" }

func (CensusRecordAppeared) isEvent()     {}
func (CensusRecordChanged) isEvent()      {}
func (CensusRecordNoLongerSeen) isEvent() {}
func (CensusRecorded) isEvent()           {}
func (PCNClosed) isEvent()                {}
