package projections

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// told is a log that a test tells event by event.
type told struct {
	t   *testing.T
	log []Record
	*Models
}

func tell(t *testing.T) *told { return &told{t: t, Models: NewModels()} }

// say adds an event to a stream, and is its Seq.
func (l *told) say(stream eventstore.StreamID, e domain.Event) eventstore.Seq {
	l.t.Helper()
	revision := eventstore.Revision(0)
	for _, r := range l.log {
		if r.Stream == stream {
			revision++
		}
	}
	r := Record{Seq: eventstore.Seq(len(l.log) + 1), Stream: stream, Revision: revision, Type: e.EventType(), RecordedAt: begin, Event: e}
	l.log = append(l.log, r)
	if err := applyTo(l.All(), r); err != nil {
		l.t.Fatal(err)
	}
	return r.Seq
}

func (l *told) head() eventstore.Seq { return eventstore.Seq(len(l.log)) }

// The scene: four members and a manager with a delegation may decide who gives
// a course; the candidate is a college that a company owns.
var (
	chair, member, owner, director, manager = id(1), id(2), id(3), id(4), id(5)
	purchase                                = id(9)
	share                                   = id(10) // an interest of owner, in the company
)

func scene(t *testing.T) *told {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	hub(domain.WIGConstituted{Hub: "QE1", Quorum: domain.Quorum{Number: 3, Categories: []string{"LAY"}, NonConflicted: 2}, From: 20220401})
	for person, capacity := range map[uuid.UUID]string{chair: "LAY", member: "GP", owner: "GP", director: "GP"} {
		hub(domain.WIGMemberAppointed{Hub: "QE1", Person: person, Capacity: capacity, Voting: true, From: 20220401})
	}
	hub(domain.HubTeamMemberAppointed{Hub: "QE1", Person: manager, Role: "MANAGER", DecisionMaking: true, From: 20220401})
	hub(domain.HubTeamMemberAppointed{Hub: "QE1", Person: id(6), Role: "OFFICER", From: 20220401}) // decides nothing
	hub(domain.DelegationGranted{Delegation: id(20), Hub: "QE1", Person: manager, Limit: 100_000, From: 20220401, To: 20230331})
	hub(domain.DelegationGranted{Delegation: id(21), Hub: "QE1", Body: domain.BodyWIG, Limit: 5_000_000, From: 20220401})
	hub(domain.DecisionOpened{Decision: purchase, Hub: "QE1", Kind: domain.DecisionPurchase, Subject: "a course", Candidates: []string{"COLLEGE"}, Estimate: 90_000, Requester: member, On: 20230110})
	return l
}

// standings are how everybody stands on a day, as known at n.
func (l *told) standings(day domain.Date, n eventstore.Seq) (map[uuid.UUID]Sitter, QuorumCheck) {
	d, ok := l.Commissioning.Decision("QE1", purchase, n)
	if !ok {
		l.t.Fatalf("the decision is not known at %d", n)
	}
	e := l.Eligible(d, day, Fact[domain.MeetingHeld]{}, n)
	out := make(map[uuid.UUID]Sitter)
	for _, s := range e.People {
		out[s.Person] = s
	}
	return out, e.Quorum
}

func (l *told) want(day domain.Date, want map[uuid.UUID]Standing) {
	l.t.Helper()
	got, _ := l.standings(day, l.head())
	if len(got) != len(want) {
		l.t.Errorf("on %s: got %d persons, want %d", day, len(got), len(want))
	}
	for person, standing := range want {
		if got[person].Standing != standing {
			l.t.Errorf("on %s: %s is %s, want %s", day, person, got[person].Standing, standing)
		}
	}
}

// Before anybody declares, whoever has no known conflict may sit once they
// have, and those who take or shape no decision are not asked.
func TestWhoeverHasNothingDeclaredMaySitOnceTheyHave(t *testing.T) {
	l := scene(t)
	l.want(20230120, map[uuid.UUID]Standing{
		chair: StandingUndeclared, member: StandingUndeclared, owner: StandingUndeclared, director: StandingUndeclared, manager: StandingUndeclared,
	})
	people, quorum := l.standings(20230120, l.head())
	if !quorum.Met || quorum.MetNow || quorum.Eligible != 4 || quorum.Ready != 0 {
		t.Errorf("got %+v, want four who are enough once they have declared", quorum)
	}
	if m := people[manager]; !m.Covers || m.Limit != 100_000 || !m.MayDecideAlone() || m.Voting {
		t.Errorf("the manager: got %+v, want a delegation that covers the estimate and no vote", m)
	}
	if !people[member].Requester || people[owner].Requester {
		t.Error("it is not said who asked for it")
	}
	// On a day after the delegation nobody decides alone, and before the posts there is nobody.
	if people, _ := l.standings(20230401, l.head()); people[manager].Covers || len(people[manager].Delegations) > 0 {
		t.Errorf("after its last day a delegation covers %+v", people[manager])
	}
	if people, quorum := l.standings(20220331, l.head()); len(people) > 0 || quorum.Met || quorum.Seq > 0 {
		t.Errorf("before anybody is appointed: got %v, %+v", people, quorum)
	}
}

// An interest conflicts when it is in the candidate or in somebody who is
// connected with it, from the day the decision is opened.
func TestAnInterestInWhoIsConnectedConflicts(t *testing.T) {
	l := scene(t)
	before := l.head()
	l.say("organisations", domain.OrganisationRelationshipRecorded{Child: "COMPANY", Parent: "COLLEGE", Kind: domain.RelationOwner, From: 20200101})
	l.say(eventstore.StreamID("person-"+owner.String()), domain.InterestDeclared{Person: owner, Interest: share, DeclaredInterest: domain.DeclaredInterest{Category: domain.InterestFinancial, Org: "COMPANY", Arose: 20210101, Ends: 20230115}})
	l.say("organisations", domain.OrganisationRelationshipRecorded{Child: director.String(), Parent: "COMPANY", Kind: domain.RelationDirector, From: 20210101})
	l.want(20230120, map[uuid.UUID]Standing{
		chair: StandingUndeclared, member: StandingUndeclared, manager: StandingUndeclared,
		owner: StandingConflicted, director: StandingConflicted,
	})
	people, quorum := l.standings(20230120, l.head())
	c := people[owner].Conflicts[0]
	if c.Interest.ID != share || c.Connection.With != "COLLEGE" || len(c.Connection.Path) != 1 || c.Connection.Path[0].Child != "COMPANY" || c.Connection.Path[0].Seq != before+1 {
		t.Errorf("the owner: got %+v", c)
	}
	if got := people[owner].Undeclared; !slices.Equal(got, []uuid.UUID{share}) {
		t.Errorf("the owner has to declare %v, want the share", got)
	}
	if c := people[director].Conflicts[0]; c.Interest.ID != uuid.Nil || len(c.Connection.Path) != 2 || c.Connection.Path[1].Relationship != domain.RelationDirector {
		t.Errorf("the director: got %+v", c)
	}
	if quorum.Eligible != 2 || quorum.Met {
		t.Errorf("got %+v, want two who are no quorum of three", quorum)
	}
	// Nothing of it was known before, and what was not yet connected, or no
	// longer held, on the days asked about does not count.
	if people, _ := l.standings(20230120, before); people[owner].Standing != StandingUndeclared || people[director].Standing != StandingUndeclared {
		t.Error("as known before, there is a conflict already")
	}
	l.say(eventstore.StreamID("person-"+owner.String()), domain.InterestEnded{Person: owner, Interest: share, On: 20230109})
	if people, _ := l.standings(20230120, l.head()); people[owner].Standing != StandingUndeclared {
		t.Errorf("an interest that ended before the opening: got %+v", people[owner])
	}
}

// An employer's employees and a body's members are connected with it
// themselves, but nobody is through them, and four steps are the most.
func TestWhoIsConnected(t *testing.T) {
	l := tell(t)
	relate := func(child, parent string, kind domain.RelationshipKind, from, to domain.Date) {
		l.say("organisations", domain.OrganisationRelationshipRecorded{Child: child, Parent: parent, Kind: kind, From: from, To: to})
	}
	employee := chair.String()
	relate(employee, "C0", domain.RelationEmployee, 20200101, 0)
	relate(employee, "OTHER", domain.RelationDirector, 20200101, 0)
	relate("MEMBER", "C0", domain.RelationMember, 20200101, 0)
	relate("PARENT", "C0", domain.RelationParent, 20200101, 0)
	relate("LATER", "C0", domain.RelationOwner, 20240101, 0)
	relate("EARLIER", "C0", domain.RelationOwner, 20200101, 20221231)
	for i := range 6 { // C0 works for C1, that for C2, …
		relate(fmt.Sprint("C", i), fmt.Sprint("C", i+1), domain.RelationSubcontractor, 20200101, 0)
	}
	got := l.Organisations.Connected([]string{"C0"}, 20230101, 20231231, l.head())
	for code, want := range map[string]int{"C0": 0, "C1": 1, "C4": 4, employee: 1} {
		if c, ok := got[code]; !ok || len(c.Path) != want || c.With != "C0" {
			t.Errorf("%s: got %+v, want %d steps from C0", code, c, want)
		}
	}
	for _, code := range []string{"C5", "OTHER", "MEMBER", "PARENT", "LATER", "EARLIER"} {
		if c, ok := got[code]; ok {
			t.Errorf("%s is connected by %+v", code, c)
		}
	}
}

// What is declared, and what is done about it, decides who may sit.
func TestWhatIsDeclaredAndDoneDecidesWhoMaySit(t *testing.T) {
	l := scene(t)
	l.say(eventstore.StreamID("person-"+owner.String()), domain.InterestDeclared{Person: owner, Interest: share, DeclaredInterest: domain.DeclaredInterest{Category: domain.InterestFinancial, Org: "COLLEGE", Arose: 20210101}})
	l.say(eventstore.StreamID("person-"+director.String()), domain.InterestDeclared{Person: director, Interest: id(11), DeclaredInterest: domain.DeclaredInterest{Category: domain.InterestProfessional, Org: "ELSEWHERE", Arose: 20210101}})
	declare := func(person uuid.UUID, interests ...uuid.UUID) {
		l.say("hub-QE1", domain.ConflictDeclaredForDecision{Decision: purchase, Person: person, Interests: interests, Nil: len(interests) == 0})
	}
	declare(chair)
	declare(member)
	declare(owner) // a false nil
	declare(director, id(11))
	l.want(20230120, map[uuid.UUID]Standing{
		chair: StandingFree, member: StandingFree, owner: StandingConflicted, director: StandingConflicted, manager: StandingUndeclared,
	})
	declare(owner, share)
	manage := func(person uuid.UUID, m domain.Mitigation) {
		l.say("hub-QE1", domain.ConflictManaged{Decision: purchase, Person: person, Mitigation: m, DecidedBy: chair, Reason: "x"})
	}
	manage(director, domain.MitigationStays)
	_, quorum := l.standings(20230120, l.head())
	if !quorum.MetNow || quorum.Ready != 3 || quorum.Free != 2 {
		t.Errorf("two who are free and one whose conflict is managed: got %+v, want a quorum", quorum)
	}
	manage(owner, domain.MitigationLeaves)
	l.want(20230120, map[uuid.UUID]Standing{
		chair: StandingFree, member: StandingFree, owner: StandingRecused, director: StandingManaged, manager: StandingUndeclared,
	})
	l.say("hub-QE1", domain.VoteRecorded{Decision: purchase, Person: chair, Vote: domain.VoteRecused})
	_, quorum = l.standings(20230120, l.head())
	if quorum.Met || !slices.Equal(quorum.Missing, []string{"LAY"}) {
		t.Errorf("without the only lay member: got %+v", quorum)
	}
}

// At a meeting those have a vote who are minuted with one and stayed until the
// item was decided; of another body everybody is asked by its own minutes.
func TestAtAMeetingItIsAsMinuted(t *testing.T) {
	l := scene(t)
	guest := id(7)
	l.say("hub-QE1", domain.MeetingHeld{
		Meeting: id(30), Hub: "QE1", Body: "PANEL", On: 20230120, Chair: chair, Quorum: domain.Quorum{Number: 2}, Items: []domain.MeetingItem{
			{Item: "1", Chair: chair, Attendees: []domain.MeetingAttendee{
				{Person: chair, Capacity: "LAY", Votes: true}, {Person: guest, Capacity: "ASSESSOR", Votes: true},
				{Person: member, Capacity: "GP", Votes: true, Out: "10:15"}, {Person: id(8), Capacity: domain.CapacityInAttendance},
			}},
			{Item: "2", Chair: chair, Attendees: []domain.MeetingAttendee{{Person: owner, Capacity: "GP", Votes: true}}},
		},
	})
	made := domain.CommissioningDecisionMade{Decision: purchase, Outcome: domain.OutcomeDefer, Authority: domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: id(30), Item: "1"}, On: 20230120}
	l.say("hub-QE1", made)
	d, _ := l.Commissioning.Decision("QE1", purchase, l.head())
	meeting, _ := l.Commissioning.Meeting("QE1", id(30), l.head())
	e := l.Eligible(d, 20230601, meeting, l.head())
	if e.Day != 20230120 || e.Body.Name != "PANEL" || e.Body.Covers || e.Quorum.Seq != meeting.Seq {
		t.Errorf("got %s, %+v, %+v, want the meeting's own day, body and quorum", e.Day, e.Body, e.Quorum)
	}
	var voting []uuid.UUID
	for _, s := range e.People {
		if s.Voting {
			voting = append(voting, s.Person)
		}
	}
	if len(voting) != 2 || !slices.Contains(voting, chair) || !slices.Contains(voting, guest) || !e.Quorum.Met {
		t.Errorf("got %v with a vote and %+v, want the chair and the guest, who are a quorum", voting, e.Quorum)
	}
}

// Something of the same id in the hub of another ICS is another thing.
func TestTheSameIDElsewhereIsAnother(t *testing.T) {
	l := scene(t)
	l.say("hub-QHM", domain.DecisionOpened{Decision: purchase, Hub: "QHM", Subject: "another", On: 20230110})
	l.say("hub-QHM", domain.VoteRecorded{Decision: purchase, Person: chair, Vote: domain.VoteFor})
	if got := l.Commissioning.DecidedIn(purchase, l.head()); !slices.Equal(got, []string{"QE1", "QHM"}) {
		t.Errorf("got %v", got)
	}
	if d, _ := l.Commissioning.Decision("QE1", purchase, l.head()); d.Opened.Event.Subject != "a course" || len(d.Votes) > 0 {
		t.Errorf("got %+v", d)
	}
}

// One decision and who may sit for it, among 100,000 events about others.
func BenchmarkDecision(b *testing.B) {
	m := NewModels()
	revisions := make(map[eventstore.StreamID]eventstore.Revision)
	seq := eventstore.Seq(0)
	say := func(icb string, e domain.Event) {
		stream := eventstore.StreamID("hub-" + icb)
		seq++
		r := Record{Seq: seq, Stream: stream, Revision: revisions[stream], Type: e.EventType(), RecordedAt: begin, Event: e}
		revisions[stream]++
		if err := applyTo(m.All(), r); err != nil {
			b.Fatal(err)
		}
	}
	const hubs, members, votes = 40, 10, 50
	for h := range hubs {
		icb := fmt.Sprintf("Q%02d", h)
		for p := range members {
			say(icb, domain.WIGMemberAppointed{Hub: domain.HubID(icb), Person: id(p), Capacity: "GP", Voting: true, From: 20220401})
		}
	}
	for d := 0; seq < 100_000; d++ {
		icb := fmt.Sprintf("Q%02d", d%hubs)
		say(icb, domain.DecisionOpened{Decision: id(d), Hub: domain.HubID(icb), Candidates: []string{"COLLEGE"}, On: 20230110})
		for i := range votes {
			say(icb, domain.VoteRecorded{Decision: id(d), Person: id(i % members), Vote: domain.VoteFor})
		}
	}
	for b.Loop() {
		d, ok := m.Commissioning.Decision("Q07", id(7), seq)
		if !ok || len(d.Votes) != votes {
			b.Fatal("the decision is not as it was recorded")
		}
		if e := m.Eligible(d, 20230120, Fact[domain.MeetingHeld]{}, seq); len(e.People) != members {
			b.Fatal("those who may sit are not who was appointed")
		}
	}
}
