package domain

// The events of the stream "national" that say which types of role there are.

// RoleCap is how many posts of a type a PCN may have reimbursed at a time.
type RoleCap struct {
	ListUpTo Patients `json:"listUpTo,omitzero" jsonschema:"The largest registered list the cap is for, a decimal in a string; left out in the last cap, which is for all that are larger."`
	Posts    int      `json:"posts" jsonschema:"The most posts at a time."`
}

// RoleCode is what a type of role is called in another list.
type RoleCode struct {
	Scheme string `json:"scheme" jsonschema:"The other list, 2 to 40 capital letters, digits and underscores, such as NWRS."`
	Code   string `json:"code" jsonschema:"What the type is called there."`
}

// RoleTypeDefined says what a type of role is on some days, according to a
// publication: a version of it. On a day that several versions speak of, the
// highest counts.
type RoleTypeDefined struct {
	Code    string `json:"code"`
	Version int    `json:"version"` // 1, 2, …
	Title   string `json:"title"`
	// Bands are those of Agenda for Change that it may be paid at, ascending;
	// none where it is not paid by them.
	Bands []string `json:"bands,omitempty"`
	// Regulators are those of which one registers whoever has the role,
	// ascending; none where the role is not regulated.
	Regulators []Regulator `json:"regulators,omitempty"`
	// ARRS says that the Additional Roles Reimbursement Scheme pays for it.
	ARRS bool      `json:"arrs"`
	From Date      `json:"from"`           // first day
	To   Date      `json:"to,omitzero"`    // last day
	Caps []RoleCap `json:"caps,omitempty"` // by list, ascending; none where there is no cap
	// QualifiedWithinMonths is how long ago whoever is recruited qualified at
	// most, and NotEmployedMonths how long they have not worked for the PCN or
	// its practices at least; 0 where that does not matter.
	QualifiedWithinMonths int        `json:"qualifiedWithinMonths,omitzero"`
	NotEmployedMonths     int        `json:"notEmployedMonths,omitzero"`
	Crosswalk             []RoleCode `json:"crosswalk,omitempty"` // by scheme, ascending
	PublishedOn           Date       `json:"publishedOn"`
	SourceDoc             string     `json:"sourceDoc"`
}

// CapFor is the most posts that a PCN with a registered list may have
// reimbursed at a time, and false where there is no cap.
func (e RoleTypeDefined) CapFor(list Patients) (int, bool) {
	for _, c := range e.Caps {
		if c.ListUpTo == 0 || list <= c.ListUpTo {
			return c.Posts, true
		}
	}
	return 0, false
}

func (RoleTypeDefined) EventType() string { return "RoleTypeDefined" }

func (RoleTypeDefined) isEvent() {}
