package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Standing is whether a person may sit for a decision.
type Standing string

// The standings. Who is free, undeclared or managed is eligible, the undeclared
// once they have declared; who is recused is not, and who is conflicted not
// before the conflict is declared and something is done about it.
const (
	StandingFree       Standing = "FREE"       // declared that there is no conflict, and none is known
	StandingUndeclared Standing = "UNDECLARED" // no conflict is known, and nothing is declared for the decision yet
	StandingManaged    Standing = "MANAGED"    // has a conflict, it is declared, and something short of recusal is decided about it
	StandingConflicted Standing = "CONFLICTED" // has a conflict that is not declared, or about which nothing is decided
	StandingRecused    Standing = "RECUSED"    // has no part in deciding
)

// Sitter is a person who may be one of those who decide.
type Sitter struct {
	Person      uuid.UUID
	Posts       []Fact[domain.HubTeamMemberAppointed] // roles that take or shape decisions
	Member      Fact[domain.WIGMemberAppointed]       // of the group, where they are one
	Delegations []Fact[domain.DelegationGranted]      // in force
	Limit       domain.Pence                          // the most of those, gross
	Covers      bool                                  // a delegation covers the decision's estimate
	Requester   bool                                  // asked for it, and does not approve it alone

	Capacity string // in the group, or as minuted
	Voting   bool
	Present  bool // at the meeting, until an item was decided

	Standing  Standing
	Conflicts []Conflict
	Declared  Fact[domain.ConflictDeclaredForDecision] // newest
	// Undeclared are interests that conflict and are not declared for the
	// decision.
	Undeclared []uuid.UUID
	Managed    []Fact[domain.ConflictManaged]
	Recused    bool
	Stated     Statement // on the register
}

// Eligible reports whether the person may sit, once they have declared.
func (s Sitter) Eligible() bool {
	return s.Standing == StandingFree || s.Standing == StandingUndeclared || s.Standing == StandingManaged
}

// Ready reports whether the person may sit as it stands.
func (s Sitter) Ready() bool { return s.Standing == StandingFree || s.Standing == StandingManaged }

// MayDecideAlone reports whether the person may take the decision by a
// delegation, once they have declared.
func (s Sitter) MayDecideAlone() bool { return s.Covers && s.Eligible() && !s.Requester }

// Conflict is an interest that conflicts with a decision.
type Conflict struct {
	// Interest is on the register; its ID is the zero UUID where the conflict
	// is a relationship of the person's own, of which nothing need be declared.
	Interest Interest
	Declared bool // for the decision
	// Connection leads from a candidate to the organisation of the interest,
	// or to the person. It is With nobody where the interest is only declared.
	Connection Connection
}

// weigh finds what conflicts, and what that makes of a person.
func (m *Models) weigh(s *Sitter, d Decision, day domain.Date, ties map[string]Connection, n eventstore.Seq) {
	s.Requester = s.Person == d.Opened.Event.Requester
	s.Recused = d.Recused(s.Person)
	s.Stated = m.Interests.StatedOn(s.Person, day, n)
	s.Declared, _ = d.Declaration(s.Person)
	for _, managed := range d.Managed {
		if managed.Event.Person == s.Person {
			s.Managed = append(s.Managed, managed)
		}
	}
	first, last := window(d, day)
	for _, i := range m.Interests.Of(s.Person, n) {
		tie, tied := ties[i.Org]
		tied = tied && i.Org != "" && i.HeldBetween(first, last)
		declared := slices.Contains(s.Declared.Event.Interests, i.ID)
		if !tied && !declared {
			continue
		}
		if !tied {
			tie = Connection{}
		}
		s.Conflicts = append(s.Conflicts, Conflict{Interest: i, Declared: declared, Connection: tie})
		if !declared {
			s.Undeclared = append(s.Undeclared, i.ID)
		}
	}
	for _, id := range s.Declared.Event.Interests {
		if !slices.ContainsFunc(s.Conflicts, func(c Conflict) bool { return c.Interest.ID == id }) { // not on the register
			s.Conflicts = append(s.Conflicts, Conflict{Interest: Interest{ID: id}, Declared: true})
		}
	}
	if tie, tied := ties[s.Person.String()]; tied {
		s.Conflicts = append(s.Conflicts, Conflict{Connection: tie, Declared: len(s.Declared.Event.Interests) > 0})
	}
	s.Standing = s.stand()
}

func (s *Sitter) stand() Standing {
	switch {
	case s.Recused:
		return StandingRecused
	case len(s.Conflicts) == 0 && s.Declared.Event.Nil:
		return StandingFree
	case len(s.Conflicts) == 0 && !s.Declared.Known():
		return StandingUndeclared
	case s.Declared.Known() && !s.Declared.Event.Nil && len(s.Undeclared) == 0 && len(s.Managed) > 0:
		return StandingManaged
	}
	return StandingConflicted
}
