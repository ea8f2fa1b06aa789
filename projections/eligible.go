package projections

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Eligibility is who may sit for a decision on a day, as known at a Seq.
type Eligibility struct {
	Day domain.Date
	// Meeting is the meeting asked about, if one was. Who has a vote and who
	// was there is then as it was minuted.
	Meeting Fact[domain.MeetingHeld]
	Body    Body
	// Candidates are all that may be chosen, as far as is known.
	Candidates []string
	People     []Sitter // by id
	Quorum     QuorumCheck
}

// lastDay is after every day that events name.
const lastDay domain.Date = 99991231

// Body is the body that meets, and how much it may decide on.
type Body struct {
	Name     string
	Reserved bool         // decisions are reserved to it, without a limit
	Limit    domain.Pence // gross; 0 where nothing is delegated to it
	Covers   bool         // the decision's estimate
}

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

// QuorumCheck is whether those who are eligible and have a vote are a quorum.
type QuorumCheck struct {
	domain.Quorum
	Seq      eventstore.Seq // of the terms or the meeting that say so; 0 where none do, and nobody is enough
	Eligible int            // with a vote, once they have declared
	Ready    int            // of those, who have declared
	Free     int            // of the eligible, without a known conflict
	Missing  []string       // capacities of which nobody is eligible
	Met      bool           // once all who are eligible have declared
	MetNow   bool           // by those who have
}

// Eligible is who may sit for a decision on a day as known at n; or, where a
// meeting is given, at that meeting.
func (m *Models) Eligible(d Decision, day domain.Date, meeting Fact[domain.MeetingHeld], n eventstore.Seq) Eligibility {
	e := Eligibility{Day: day, Meeting: meeting, Candidates: d.CandidatesOn(lastDay), Body: Body{Name: domain.BodyWIG}}
	if meeting.Known() {
		e.Day, e.Body.Name = meeting.Event.On, meeting.Event.Body
	}
	p := m.Commissioning.postsOf(d.ICB, n)
	people := make(map[uuid.UUID]*Sitter)
	of := func(person uuid.UUID) *Sitter {
		if people[person] == nil {
			people[person] = &Sitter{Person: person}
		}
		return people[person]
	}
	for _, t := range p.team {
		if t.Event.DecisionMaking && t.covers(e.Day) {
			s := of(t.Event.Person)
			s.Posts = append(s.Posts, t.Fact)
		}
	}
	for _, t := range p.members {
		if t.covers(e.Day) {
			s := of(t.Event.Person)
			s.Member, s.Capacity, s.Voting = t.Fact, t.Event.Capacity, t.Event.Voting
		}
	}
	m.delegate(&e, d, of, n)
	if meeting.Known() {
		e.attend(d, of, people)
	}
	ties := m.ties(d, e, n)
	for _, s := range people {
		m.weigh(s, d, e.Day, ties, n)
		e.People = append(e.People, *s)
	}
	slices.SortFunc(e.People, func(a, b Sitter) int { return bytes.Compare(a.Person[:], b.Person[:]) })
	e.Quorum = e.check(p)
	return e
}

// delegate finds what persons and the body may decide on.
func (m *Models) delegate(e *Eligibility, d Decision, of func(uuid.UUID) *Sitter, n eventstore.Seq) {
	estimate := d.Opened.Event.Estimate
	for _, one := range m.Commissioning.Delegations(domain.HubID(d.ICB), n) {
		g := one.Granted.Event
		switch {
		case one.StatusOn(e.Day) != TermInForce:
		case g.Person != uuid.Nil:
			s := of(g.Person)
			s.Delegations = append(s.Delegations, one.Granted)
			s.Limit = max(s.Limit, g.Limit)
			s.Covers = s.Limit >= estimate
		case g.Body == e.Body.Name:
			e.Body.Reserved = e.Body.Reserved || g.Reserved
			e.Body.Limit = max(e.Body.Limit, g.Limit)
			e.Body.Covers = e.Body.Reserved || e.Body.Limit >= estimate
		}
	}
}

// attend takes in who was at the meeting: at the item by which it decided, or
// ratified, the decision, where it did, and else at any.
func (e *Eligibility) attend(d Decision, of func(uuid.UUID) *Sitter, people map[uuid.UUID]*Sitter) {
	held := e.Meeting.Event
	item := ""
	for _, made := range d.Made {
		if made.Event.Authority.Meeting == held.Meeting {
			item = made.Event.Authority.Item
		}
	}
	if d.Ratified.Event.Meeting == held.Meeting {
		item = cmp.Or(d.Ratified.Event.Item, item)
	}
	for _, s := range people {
		s.Voting = false // who has a vote is minuted
	}
	for _, i := range held.Items {
		if item != "" && i.Item != item {
			continue
		}
		for _, a := range i.Attendees {
			s := of(a.Person)
			s.Capacity = a.Capacity
			if a.Out == "" {
				s.Present = true
				s.Voting = s.Voting || a.Votes
			}
		}
	}
}

// ties are all who are connected with a candidate on a day from the decision's
// opening to the day asked about.
func (m *Models) ties(d Decision, e Eligibility, n eventstore.Seq) map[string]Connection {
	first, last := window(d, e.Day)
	return m.Organisations.Connected(e.Candidates, first, last, n)
}

// window are the days on which an interest conflicts: from the decision's
// opening to the day asked about.
func window(d Decision, day domain.Date) (first, last domain.Date) {
	return min(d.Opened.Event.On, day), max(d.Opened.Event.On, day)
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

// check holds who is eligible and has a vote against the terms.
func (e *Eligibility) check(p posts) QuorumCheck {
	var q QuorumCheck
	if e.Meeting.Known() {
		q.Quorum, q.Seq = e.Meeting.Event.Quorum, e.Meeting.Seq
	} else if terms, ok := p.termsOn(e.Day); ok {
		q.Quorum, q.Seq = terms.Event.Quorum, terms.Seq
	}
	var eligible, ready []string // capacities
	clear := 0
	for _, s := range e.People {
		if !s.Voting || !s.Eligible() {
			continue
		}
		eligible = append(eligible, s.Capacity)
		if len(s.Conflicts) == 0 {
			q.Free++
		}
		if s.Ready() {
			ready = append(ready, s.Capacity)
		}
		if s.Standing == StandingFree {
			clear++
		}
	}
	q.Eligible, q.Ready = len(eligible), len(ready)
	for _, c := range q.Categories {
		if !slices.Contains(eligible, c) {
			q.Missing = append(q.Missing, c)
		}
	}
	q.Met = enough(q.Quorum, eligible, q.Free)
	q.MetNow = enough(q.Quorum, ready, clear)
	return q
}

// enough reports whether persons of some capacities, of whom some are without a
// conflict, are a quorum. Where none is known nobody is enough.
func enough(q domain.Quorum, capacities []string, free int) bool {
	return q.Number >= 1 && len(capacities) >= q.Number && free >= q.NonConflicted &&
		!slices.ContainsFunc(q.Categories, func(c string) bool { return !slices.Contains(capacities, c) })
}
