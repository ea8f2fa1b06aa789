package governance_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/planning"
	"github.com/hubledger/hubledger/domain/topology"
)

// Persons, by what they are in the cases.
var (
	chair  = uuid.MustParse("0c0c39b0-58d6-4d2a-93a5-6ac0f9a1c001")
	nurse  = uuid.MustParse("1a4b77f2-6b0e-4d4b-8f0a-5f6f4a5bc002")
	lay    = uuid.MustParse("2d9e7c54-1f6d-4a7e-9a3d-0d7b1f8ec003")
	expert = uuid.MustParse("3e8f1d26-7c3b-4e58-b2c1-7f4a6e9dc004") // in attendance
)

var (
	id1 = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	id2 = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	id3 = uuid.MustParse("e1c5b3ee-1f4e-4c5e-9d0c-94a40d0fbe6a")
)

// What the room asks of others is what they answer.
var (
	_ governance.Organisations = organisation.View{}
	_ governance.Hubs          = (*topology.State)(nil)
	_ governance.Plans         = (*planning.State)(nil)
)

// plans are those that are submitted: one.
type plans uuid.UUID

func (p plans) Submitted(plan uuid.UUID) bool { return uuid.UUID(p) == plan }

// hub is the room as an aggregate, among others.
type hub struct {
	*governance.State
	near governance.Neighbours
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.near} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, c, now, h.near)
}

// newHub is QE1 from April 2019 and a locality hub from April 2020; the plan
// id3 is submitted.
func newHub() domain.Aggregate {
	hubs := topology.New("QE1")
	for _, e := range []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401},
		domain.HubRegistered{Hub: "QE1~fylde-coast", Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", From: 20200401},
	} {
		hubs.Evolve(domain.Recorded{Event: e})
	}
	return hub{governance.New("QE1"), governance.Neighbours{Hubs: hubs, Plans: plans(id3)}}
}

// streams know a PCN that closed at the end of March 2023.
func streams() domaintest.Streams {
	orgs := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "U00001", Name: "PCN", Class: domain.ClassPCN},
		domain.OrganisationClosed{Org: "U00001", On: 20230331},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: orgs.View(100)}
}

// run runs cases, each rule of which is to refuse in one.
func run(t *testing.T, cases []domaintest.Case, rules ...domain.Rule) {
	t.Helper()
	of := make(map[domain.Rule]string)
	for _, rule := range rules {
		of[rule] = governance.Rules[rule]
		if of[rule] == "" {
			t.Errorf("the table of rules does not say what %s demands", rule)
		}
	}
	domaintest.Run(t, newHub, streams(), of, cases)
}

// recorded is a room with events behind it, for asking.
func recorded(events ...domain.Event) *governance.State {
	s := governance.New("QE1")
	for i, e := range events {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return s
}

var quorum = domain.Quorum{Number: 2, Categories: []string{"LAY"}, NonConflicted: 1}

var group = domain.WIGConstituted{Hub: "QE1", Name: "People Board", TermsRef: "ToR 1", Quorum: quorum, From: 20200401}

func member(person uuid.UUID, capacity string, voting bool, from domain.Date) domain.WIGMemberAppointed {
	return domain.WIGMemberAppointed{Hub: "QE1", Person: person, Capacity: capacity, Voting: voting, From: from}
}

// constituted is the group with three members, of whom the nurse has no vote
// before 2022.
var constituted = []domain.Event{
	group, member(chair, "GP", true, 20200401), member(lay, "LAY", true, 20200401), member(nurse, "NURSE", false, 20200401),
	domain.WIGMemberLeft{Hub: "QE1", Person: nurse, On: 20211231}, member(nurse, "NURSE", true, 20220101),
}

func with(given []domain.Event, more ...domain.Event) []domain.Event {
	return append(append([]domain.Event(nil), given...), more...)
}

func stay(person uuid.UUID, capacity string, votes bool) domain.MeetingAttendee {
	return domain.MeetingAttendee{Person: person, Capacity: capacity, Votes: votes}
}

// met is a meeting of the group on 1 June 2022, with one item, 7.
func met(id uuid.UUID, quorate bool, attendees ...domain.MeetingAttendee) domain.MeetingHeld {
	return domain.MeetingHeld{
		Meeting: id, Hub: "QE1", Body: domain.BodyWIG, On: 20220601, Chair: chair, Quorum: quorum, Quorate: quorate,
		Items: []domain.MeetingItem{{Item: "7", Title: "priorities", Chair: chair, Attendees: attendees, Quorate: quorate}},
	}
}

// order is the command of a meeting, without what is found out.
func order(e domain.MeetingHeld) governance.RecordMeeting {
	c := governance.RecordMeeting{Meeting: e.Meeting, Body: e.Body, On: e.On, Chair: e.Chair, Quorum: e.Quorum}
	for _, i := range e.Items {
		item := governance.AgendaItem{Item: i.Item, Title: i.Title, Chair: i.Chair}
		for _, a := range i.Attendees {
			item.Attendees = append(item.Attendees, governance.Attendee{Person: a.Person, Capacity: a.Capacity, In: a.In, Out: a.Out})
		}
		c.Items = append(c.Items, item)
	}
	return c
}

func year(s string) domain.FinancialYear { return domain.MustYear(s) }
