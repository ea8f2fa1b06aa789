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
