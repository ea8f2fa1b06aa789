package funding

import (
	"cmp"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// HandOverBudget hands what a succeeded hub has left and has promised to its
// successors, by the split of its succession.
type HandOverBudget struct {
	Line domain.FundLine `json:"line,omitzero" jsonschema:"The fund line; all lines of the year of the succession and later where it is left out. Of an earlier year, only what is promised is handed over."`
}

// TakeOverBudget takes over what a hub before this one had left on a line and
// had promised from it, or the part of it that comes here.
type TakeOverBudget struct {
	Predecessor domain.HubID         `json:"predecessor" jsonschema:"Id of the ICS hub that hands it over, such as QE1."`
	Of          domain.FundLine      `json:"of" jsonschema:"The line there. It comes to the line of the same fund of the ICS hub here."`
	FY          domain.FinancialYear `json:"fy,omitzero" jsonschema:"Of promises that come without money: the later year that they are made in here; that of the line where left out."`
	Transfers   []TakenTransfer      `json:"transfers,omitempty" jsonschema:"The transfers, as the other hub's stream has them."`
	Terms       *CarriedTerms        `json:"terms,omitzero" jsonschema:"The terms of the money, as its funders gave it."`
	Commitments []CarriedCommitment  `json:"commitments,omitempty" jsonschema:"What is promised from it, as the other hub's stream has it."`
}

// Line is the line here.
func (c TakeOverBudget) Line() domain.FundLine {
	return domain.FundLine{Fund: c.Of.Fund, FY: cmp.Or(c.FY, c.Of.FY)}
}

// TakenTransfer is a transfer that has come.
type TakenTransfer struct {
	Transfer uuid.UUID    `json:"transfer" jsonschema:"Id of the transfer."`
	Pence    domain.Pence `json:"pence" jsonschema:"Pence, 1 or more."`
}

// CarriedTerms are what money comes with.
type CarriedTerms struct {
	Purposes   []domain.FundPurpose   `json:"purposes,omitempty" jsonschema:"What it was given for; left out where it may be spent on anything."`
	Conditions []domain.FundCondition `json:"conditions,omitempty" jsonschema:"What its funders made it depend on."`
	Expires    domain.Date            `json:"expires,omitzero" jsonschema:"Last day on which what it pays for may be delivered, YYYY-MM-DD; the last day of the year where left out."`
}

// CarriedCommitment is a promise of a hub before this one, or the part of it
// that comes here.
type CarriedCommitment struct {
	Of           uuid.UUID          `json:"of" jsonschema:"Id of the commitment in the other hub's stream."`
	Pence        domain.Pence       `json:"pence" jsonschema:"Pence that are still promised by this hub, 1 or more."`
	Award        uuid.UUID          `json:"award,omitzero" jsonschema:"Of an award: its id here, where it is carried on. This or a grant."`
	Grant        *CarriedGrant      `json:"grant,omitzero" jsonschema:"Of a grant: what is left of it."`
	Decision     uuid.UUID          `json:"decision,omitzero" jsonschema:"Id of the other hub's decision that approved it; left out where there was none."`
	Purpose      domain.FundPurpose `json:"purpose" jsonschema:"What the money is spent for, such as CPD."`
	CostType     domain.CostType    `json:"costType" jsonschema:"What it buys, such as COURSE."`
	NeedRefs     []uuid.UUID        `json:"needRefs,omitempty" jsonschema:"Ids of the training needs that it meets, in the other hub's stream."`
	PriorityRefs []uuid.UUID        `json:"priorityRefs,omitempty" jsonschema:"Ids of the priorities that it serves, in the other hub's stream."`
	RequestedBy  uuid.UUID          `json:"requestedBy" jsonschema:"Random id of the person who asked for it."`
}

// CarriedGrant is what is left of a grant.
type CarriedGrant struct {
	Of         uuid.UUID               `json:"of" jsonschema:"Id of the grant in the other hub's stream."`
	Payee      string                  `json:"payee" jsonschema:"Code of the organisation that gets it."`
	Conditions []string                `json:"conditions,omitempty" jsonschema:"What it depends on, in words."`
	Milestones []domain.GrantMilestone `json:"milestones,omitempty" jsonschema:"What is not met yet; together what is still promised."`
	AcceptedOn domain.Date             `json:"acceptedOn,omitzero" jsonschema:"The day on which the payee had accepted it, YYYY-MM-DD."`
}

// CommandName implements domain.CommandData.
func (HandOverBudget) CommandName() string { return "hand-over-budget" }

// CommandName implements domain.CommandData.
func (TakeOverBudget) CommandName() string { return "take-over-budget" }

// Validate implements domain.CommandData.
func (c HandOverBudget) Validate(f *domain.FieldErrors) {
	if !c.Line.IsZero() {
		c.Line.Validate(f, "/line")
	}
}

// maxTaken is how much one command takes over.
const maxTaken = 1000

// Validate implements domain.CommandData.
func (c TakeOverBudget) Validate(f *domain.FieldErrors) {
	f.Check(c.Predecessor.Valid() && !c.Predecessor.IsLocality(), "/predecessor", "should be the id of an ICS hub, such as QE1")
	c.Of.Validate(f, "/of")
	f.Check(c.FY.IsZero() || len(c.Transfers) == 0 && c.FY > c.Of.FY, "/fy",
		"should be left out, or, of promises that come without money, a later year than that of the line, %s", c.Of.FY)
	f.Check(len(c.Transfers)+len(c.Commitments) > 0, "/transfers", "should say what is taken over, or commitments should")
	f.Check(len(c.Transfers) <= maxTaken, "/transfers", "has %d rows; it should have at most %d", len(c.Transfers), maxTaken)
	seen := make(map[uuid.UUID]bool)
	for i, t := range c.Transfers {
		at := index("/transfers", i)
		needed(f, t.Transfer, at+"/transfer", "the transfer, as the other hub's stream names it")
		f.Check(!seen[t.Transfer], at+"/transfer", "names %s a second time", t.Transfer)
		f.Pence(t.Pence, at+"/pence", 1)
		seen[t.Transfer] = true
	}
	if c.Terms != nil {
		c.Terms.validate(f, c.Line())
	}
	f.Check(len(c.Commitments) <= maxTaken, "/commitments", "has %d rows; it should have at most %d", len(c.Commitments), maxTaken)
	for i, one := range c.Commitments {
		at := index("/commitments", i)
		one.validate(f, at)
		f.Check(!seen[one.Of], at+"/of", "names %s a second time", one.Of)
		seen[one.Of] = true
	}
}

func (t CarriedTerms) validate(f *domain.FieldErrors, line domain.FundLine) {
	f.Check(len(t.Purposes) <= maxParts, "/terms/purposes", "has %d rows; it should have at most %d", len(t.Purposes), maxParts)
	for i, p := range t.Purposes {
		f.Check(p.Valid(), index("/terms/purposes", i), "should be 3 to 40 capital letters and underscores, such as CPD")
	}
	f.Check(len(t.Conditions) <= maxParts, "/terms/conditions", "has %d rows; it should have at most %d", len(t.Conditions), maxParts)
	for i, condition := range t.Conditions {
		validCondition(f, condition, index("/terms/conditions", i))
	}
	f.Check(t.Expires.IsZero() || line.FY.Contains(t.Expires), "/terms/expires", "should lie in the year of the line, %s", line.FY)
}

func (c CarriedCommitment) validate(f *domain.FieldErrors, at string) {
	needed(f, c.Of, at+"/of", "the commitment, as the other hub's stream names it")
	f.Pence(c.Pence, at+"/pence", 1)
	f.Check((c.Award != uuid.Nil) != (c.Grant != nil), at+"/award", "should be of an award or of a grant, and not of both")
	if c.Grant != nil {
		c.Grant.validate(f, at+"/grant")
	}
	f.Check(c.Purpose.Valid(), at+"/purpose", "should be 3 to 40 capital letters and underscores, such as CPD")
	f.Check(c.CostType.Valid(), at+"/costType", "should be 3 to 40 capital letters and underscores, such as COURSE")
	needed(f, c.RequestedBy, at+"/requestedBy", "the person who asked for it")
}

func (g CarriedGrant) validate(f *domain.FieldErrors, at string) {
	needed(f, g.Of, at+"/of", "the grant, as the other hub's stream names it")
	payee(f, g.Payee, at+"/payee")
	f.Check(len(g.Conditions) <= maxParts, at+"/conditions", "has %d rows; it should have at most %d", len(g.Conditions), maxParts)
	for i, text := range g.Conditions {
		f.Text(text, index(at+"/conditions", i), 1, domain.MaxFreeText)
	}
	f.Check(len(g.Milestones) <= maxParts, at+"/milestones", "has %d rows; it should have at most %d", len(g.Milestones), maxParts)
	for i, m := range g.Milestones {
		f.Text(m.Milestone, index(at+"/milestones", i)+"/milestone", 1, domain.MaxName)
		f.Pence(m.Pence, index(at+"/milestones", i)+"/pence", 1)
	}
}
