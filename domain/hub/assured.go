package hub

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
)

func (a *Aggregate) nearAssurance() assurance.Neighbours {
	return assurance.Neighbours{Hubs: a.topology, Contract: footing{a.contract}, Programmes: a.commissioning}
}

// RequirementsOn are the codes of what the contract in force on a day asks for
// in the financial year of the day, and the contract's id; none where no
// contract is in force or it says nothing of the year.
func (f footing) RequirementsOn(day domain.Date) (uuid.UUID, []string) {
	c, ok := f.ContractOn(day)
	if !ok {
		return uuid.Nil, nil
	}
	for _, s := range c.Schedules {
		if s.FY.Contains(day) {
			return c.ID, s.Requirements
		}
	}
	return c.ID, nil
}
