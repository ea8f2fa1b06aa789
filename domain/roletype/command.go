package roletype

import "github.com/hubledger/hubledger/domain"

// DefineRoleType records a version of a type of role.
type DefineRoleType struct {
	Code                  string             `json:"code" jsonschema:"Which type of role, 2 to 40 capital letters, digits and underscores, such as CLINICAL_PHARMACIST. Rates are published for it under the same key."`
	Version               int                `json:"version" jsonschema:"1 for the first, and one more for each that follows. On a day that several speak of, the highest counts."`
	Title                 string             `json:"title" jsonschema:"What the role is called."`
	Bands                 []string           `json:"bands,omitempty" jsonschema:"The bands of Agenda for Change that it may be paid at, such as 7 and 8a; left out where it is not paid by them."`
	Regulators            []domain.Regulator `json:"regulators,omitempty" jsonschema:"Who registers the people in it: GMC, NMC, HCPC, GPHC, GDC, GOC or SWE. Of several, one is enough; left out where nobody does."`
	ARRS                  bool               `json:"arrs" jsonschema:"Whether the Additional Roles Reimbursement Scheme pays for it."`
	From                  domain.Date        `json:"from" jsonschema:"The first day this version holds, YYYY-MM-DD."`
	To                    domain.Date        `json:"to,omitzero" jsonschema:"The last day, YYYY-MM-DD, where one is published."`
	Caps                  []domain.RoleCap   `json:"caps,omitempty" jsonschema:"The most posts that a PCN may have reimbursed at a time, by the size of its registered list, ascending; left out where there is no cap."`
	QualifiedWithinMonths int                `json:"qualifiedWithinMonths,omitzero" jsonschema:"How many months before the first day whoever is recruited qualified at most, where that matters."`
	NotEmployedMonths     int                `json:"notEmployedMonths,omitzero" jsonschema:"How many months before the first day whoever is recruited, unless promoted, has not worked for the PCN or its practices, where that matters."`
	Crosswalk             []domain.RoleCode  `json:"crosswalk,omitempty" jsonschema:"What the type is called in other lists, each list once."`
	PublishedOn           domain.Date        `json:"publishedOn" jsonschema:"The day of the publication, YYYY-MM-DD."`
	SourceDoc             string             `json:"sourceDoc" jsonschema:"The publication: title and number."`
}

// CommandName implements domain.CommandData.
func (DefineRoleType) CommandName() string { return "define-role-type" }
