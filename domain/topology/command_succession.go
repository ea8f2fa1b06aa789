package topology

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// RecordHubSuccession records which hubs follow the ICS hub, in its own stream.
type RecordHubSuccession struct {
	Successors  []domain.HubID          `json:"successors" jsonschema:"Ids of the ICS hubs that follow it, such as QX1."`
	On          domain.Date             `json:"on" jsonschema:"The first day with them, YYYY-MM-DD; it may lie ahead."`
	BudgetSplit []domain.BudgetSplit    `json:"budgetSplit,omitempty" jsonschema:"How what is left and promised goes to them: rows of a line, of a commitment, and one for everything else."`
	KPIRule     domain.KPIRule          `json:"kpiRule" jsonschema:"Whether one of them carries on the hub's series of figures."`
	Localities  []domain.PassedLocality `json:"localities,omitempty" jsonschema:"The locality hubs that successors go on with. The others end."`
	Ref         string                  `json:"ref" jsonschema:"Reference of the order by which it is so."`
}

// RecordPredecessors records which hubs the ICS hub follows, in its own stream.
type RecordPredecessors struct {
	Predecessors []domain.HubID `json:"predecessors" jsonschema:"Ids of the ICS hubs that it follows, such as QE1."`
	On           domain.Date    `json:"on" jsonschema:"The first day on which it does, YYYY-MM-DD; it may lie ahead."`
	KPIRule      domain.KPIRule `json:"kpiRule" jsonschema:"Whether it carries on the series of figures of one of them."`
	Ref          string         `json:"ref" jsonschema:"Reference of the order by which it is so."`
}

// CommandName implements domain.CommandData.
func (RecordHubSuccession) CommandName() string { return "record-hub-succession" }

// CommandName implements domain.CommandData.
func (RecordPredecessors) CommandName() string { return "record-predecessors" }

const (
	maxHubs  = 50
	maxSplit = 1000
)

// Validate implements domain.CommandData.
func (c RecordHubSuccession) Validate(f *domain.FieldErrors) {
	names := hubs(f, c.Successors, "/successors")
	f.Required(c.On, "/on")
	c.split(f, names)
	series(f, c.KPIRule, names)
	f.Check(len(c.Localities) <= maxPCNs, "/localities", "has %d rows; it should have at most %d", len(c.Localities), maxPCNs)
	passed := make(map[domain.HubID]bool, len(c.Localities))
	for i, l := range c.Localities {
		at := fmt.Sprintf("/localities/%d", i)
		f.Check(l.Hub.Valid() && l.Hub.IsLocality(), at+"/hub", "should be the id of a locality hub, such as QE1~fylde-coast")
		f.Check(!passed[l.Hub], at+"/hub", "names %s a second time", l.Hub)
		f.Check(names[l.Successor], at+"/successor", "should be one of the successors")
		passed[l.Hub] = true
	}
	f.Text(c.Ref, "/ref", 1, maxName)
}

// about is what a row of a split is about.
type about struct {
	line       domain.FundLine
	commitment uuid.UUID
}

func (c RecordHubSuccession) split(f *domain.FieldErrors, successors map[domain.HubID]bool) {
	f.Check(len(c.BudgetSplit) <= maxSplit, "/budgetSplit", "has %d rows; it should have at most %d", len(c.BudgetSplit), maxSplit)
	rows := make(map[about]bool, len(c.BudgetSplit))
	for i, row := range c.BudgetSplit {
		at := fmt.Sprintf("/budgetSplit/%d", i)
		if !row.Line.IsZero() {
			row.Line.Validate(f, at+"/line")
		}
		f.Check(row.Line.IsZero() || row.Commitment == uuid.Nil, at, "should be about a line or about a commitment, and not about both")
		of := about{row.Line, row.Commitment}
		f.Check(!rows[of], at, "is about the same as a row before it")
		rows[of] = true
		f.Check(len(row.Shares) >= 1 && len(row.Shares) <= maxHubs, at+"/shares", "has %d shares; it should have 1 to %d", len(row.Shares), maxHubs)
		seen, sum := make(map[domain.HubID]bool, len(row.Shares)), int64(0)
		for j, share := range row.Shares {
			at := fmt.Sprintf("%s/shares/%d", at, j)
			f.Check(successors[share.Successor], at+"/successor", "should be one of the successors")
			f.Check(!seen[share.Successor], at+"/successor", "names %s a second time", share.Successor)
			seen[share.Successor] = true
			f.Check(share.Weight >= 0 && share.Weight <= maxWeight, at+"/weight", "should be 0 to %d", maxWeight)
			sum += min(max(share.Weight, 0), maxWeight) // of so few that it can be held
		}
		f.Check(sum > 0 || len(row.Shares) == 0, at+"/shares", "should have weights that sum to 1 or more")
	}
}

// maxWeight is far above the people or the pence there are.
const maxWeight = 1_000_000_000_000

// Validate implements domain.CommandData.
func (c RecordPredecessors) Validate(f *domain.FieldErrors) {
	names := hubs(f, c.Predecessors, "/predecessors")
	f.Required(c.On, "/on")
	series(f, c.KPIRule, names)
	f.Text(c.Ref, "/ref", 1, maxName)
}

// hubs checks a list of ICS hubs, and is the set of them.
func hubs(f *domain.FieldErrors, ids []domain.HubID, pointer string) map[domain.HubID]bool {
	f.Check(len(ids) >= 1 && len(ids) <= maxHubs, pointer, "has %d hubs; it should have 1 to %d", len(ids), maxHubs)
	names := make(map[domain.HubID]bool, len(ids))
	for i, id := range ids {
		at := fmt.Sprintf("%s/%d", pointer, i)
		f.Check(id.Valid() && !id.IsLocality(), at, "should be the id of an ICS hub, such as QE1")
		f.Check(!names[id], at, "names %s a second time", id)
		names[id] = true
	}
	return names
}

func series(f *domain.FieldErrors, r domain.KPIRule, names map[domain.HubID]bool) {
	f.Check(r.Rule.Valid(), "/kpiRule/rule", "should be CONTINUES or BREAK")
	if r.Rule == domain.SeriesContinues {
		f.Check(names[r.Hub], "/kpiRule/hub", "should be one of the hubs named, for series that go on")
	} else {
		f.Check(r.Hub == "", "/kpiRule/hub", "should be left out for series that break")
	}
}
