package domain

import (
	"fmt"
	"strings"

	"github.com/google/uuid"
)

// Holding is something that a hub has when it is succeeded: what is available on
// a line, or what a line still has of a commitment.
type Holding struct {
	Line       FundLine
	Commitment uuid.UUID // none of what is available
	Pence      Pence
	// Planned says that the commitment waits for the money of the line's year.
	Planned bool
}

// String is the holding as messages name it.
func (h Holding) String() string {
	if h.Commitment == uuid.Nil {
		return fmt.Sprintf("%s pounds available on %s", h.Pence, h.Line)
	}
	return fmt.Sprintf("%s pounds of commitment %s on %s", h.Pence, h.Commitment, h.Line)
}

// SharesOf are the shares by which something goes to successors: what is
// available on a line, or a commitment on it. There are none where no row is
// about it.
func (e HubSucceeded) SharesOf(line FundLine, commitment uuid.UUID) []SuccessorShare {
	var ofLine, ofRest []SuccessorShare
	for _, row := range e.BudgetSplit {
		switch {
		case row.Commitment != uuid.Nil:
			if row.Commitment == commitment {
				return row.Shares
			}
		case row.Line == line:
			ofLine = row.Shares
		case row.Line.IsZero():
			ofRest = row.Shares
		}
	}
	if ofLine != nil {
		return ofLine
	}
	return ofRest
}

// Uncovered says what of some holdings goes to nobody: empty where all has
// shares.
func (e HubSucceeded) Uncovered(holdings []Holding) string {
	var missing []string
	for _, h := range holdings {
		if e.SharesOf(h.Line, h.Commitment) == nil {
			missing = append(missing, h.String())
		}
	}
	return strings.Join(missing, "; ")
}

// Divide is what each of some shares gets of an amount, to the penny.
func Divide(pence Pence, shares []SuccessorShare) []Pence {
	weights := make([]int64, len(shares))
	for i, s := range shares {
		weights[i] = s.Weight
	}
	return Apportion(pence, weights)
}

// CarriedID is the id under which a successor goes on with a commitment or a
// grant, or the part of it that is on a line.
func CarriedID(of uuid.UUID, successor HubID, line FundLine) uuid.UUID {
	return NewID(of, string(successor)+" "+line.String())
}
