package projections

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// dueCase is something that is due because of some events, and what ends it.
type dueCase struct {
	name string
	rule DueRule
	// of the hub's stream, unless they are of another
	given []domain.Event
	// due is the last day in time, 0 where none is set; it is asked about on
	// day, or else on the day after due.
	due, day domain.Date
	id       uuid.UUID
	// what is a part of the sentence.
	what string
	// seqs are the given events that it rests on, from 1.
	seqs []int
	// ends are events that each end it by themselves.
	ends []domain.Event
}

// streamOf is the stream an event of a test stands in.
func streamOf(e domain.Event) eventstore.StreamID {
	switch e := e.(type) {
	case domain.ThresholdsSet, domain.OperatingModelPublished:
		return "national"
	case domain.InterestDeclared:
		return eventstore.StreamID("person-" + e.Person.String())
	case domain.NilReturnMade:
		return eventstore.StreamID("person-" + e.Person.String())
	}
	return "hub-QE1"
}

// The hub, environment, people and posts of the cases.
var (
	theLE, theAction, theConcern, theOffer, thePlacement = id(401), id(402), id(403), id(404), id(405)
	theLearner, theSupervisor, theAssessor               = id(411), id(412), id(413)
	aHub                                                 = domain.HubRegistered{Hub: "QE1", ICB: "QE1", School: "SCH01", From: 20220401}
	applied                                              = domain.LEApplicationSubmitted{Application: id(421), LE: theLE, Hub: "QE1", Applicant: "U00001", Sites: []string{"P00001"}, Professions: []string{"NURSING"}, On: 20220401}
	approvedLE                                           = domain.LEApprovalDecided{Application: id(421), LE: theLE, School: "SCH01", Outcome: domain.LEWithActions, From: 20220501, To: 20240430, Sites: []string{"P00001"}, Professions: []string{"NURSING"}, Actions: []domain.LEAction{{Action: theAction, What: "a room", Due: 20220801}}, On: 20220501}
	planned                                              = domain.PlacementAllocated{Placement: thePlacement, Offer: theOffer, Hub: "QE1", LE: theLE, Site: "P00001", Profession: "NURSING", Learner: theLearner, Supervisor: theSupervisor, Assessor: theAssessor, From: 20240205, To: 20240705}
	started                                              = domain.PlacementStarted{Placement: thePlacement, Hub: "QE1", LE: theLE, Site: "P00001", Profession: "NURSING", Supervisor: theSupervisor, Assessor: theAssessor, On: 20240205}
	completed                                            = domain.PlacementCompleted{Placement: thePlacement, LE: theLE, Profession: "NURSING", On: 20240205}
	aPostOf                                              = domain.RolePost{Post: id(431), Hub: "QE1", PCN: "U00001", RoleType: "PARAMEDIC"}
	proposedPost                                         = domain.RolePostProposed{RolePost: aPostOf, FTE: domain.OneFTE, From: 20230401}
	recruitedPost                                        = domain.RolePostRecruited{RolePost: aPostOf, Person: id(432), FTE: domain.OneFTE, Start: 20230401, IntendedMonths: 12}
)

// educatorFor is an approval of the supervisor or the assessor.
func educatorFor(approval int, person uuid.UUID, kind domain.EducatorKind, from, to domain.Date) domain.EducatorApproved {
	return domain.EducatorApproved{Approval: id(approval), Person: person, Hub: "QE1", Kind: kind, Professions: []string{"NURSING"}, From: from, To: to, Regulator: domain.RegulatorNMC, On: from}
}

func dueCases() []dueCase {
	supervises := educatorFor(441, theSupervisor, domain.EducatorPracticeSupervisor, 20220501, 20240430)
	manager := domain.HubTeamMemberAppointed{Hub: "QE1", Person: id(451), Role: "MANAGER", DecisionMaking: true, From: 20220501}
	limit := domain.ThresholdsSet{Set: id(452), Scheme: "COI", From: 20220401, Thresholds: []domain.Threshold{{Key: "STATE_AGAIN_WITHIN", Amount: 12, Unit: domain.UnitMonths}}, PublishedOn: 20220401}
	opened := domain.DecisionOpened{Decision: id(461), Hub: "QE1", Subject: "x", On: 20240101}
	urgent := domain.CommissioningDecisionMade{Decision: id(461), Outcome: domain.OutcomeApprove, Authority: domain.DecisionAuthority{Kind: domain.AuthorityUrgent}, On: 20240110}
	ratified := domain.DecisionRatified{Decision: id(461), Meeting: id(462), Item: "1", On: 20240111}
	met := domain.MeetingHeld{Meeting: id(462), Hub: "QE1", Body: domain.BodyWIG, On: 20240220}
	signed := domain.HubContractSigned{Contract: id(471), Hub: "QE1", Parties: []string{"HEE", "LA001"}, From: 20220401, To: 20240331}
	agreed := domain.GovernanceAgreementSigned{Agreement: id(472), ICS: "QE1", Hub: "QE1", From: 20220401, To: 20240331}
	interim := domain.InterimArrangementAgreed{Arrangement: id(473), Hub: "QE1", Requirements: []string{"PLANNING"}, Provider: domain.InterimProvider{Kind: domain.ProviderHub, Code: "QHM"}, From: 20230401, Until: 20240331}
	offered := domain.GrantOffered{Grant: id(481), Payee: "U00001", Pence: 200, Milestones: []domain.GrantMilestone{{Milestone: "plan", Pence: 100}, {Milestone: "report", Pence: 100}}}
	accepted := domain.GrantAccepted{Grant: id(481), On: 20240101}
	plan := domain.GrantMilestoneMet{Grant: id(481), Milestone: "plan", Pence: 100, On: 20240115}
	fellow := domain.CareerSupport{Support: id(491), Hub: "QE1", Kind: domain.SupportFellowship, Person: id(492), Profession: "GP"}
	return []dueCase{
		{
			name: "an approval of an environment ends", rule: DueEnvironmentApproval, given: []domain.Event{applied, approvedLE}, due: 20240430, day: 20240430, id: theLE, what: "U00001", seqs: []int{2},
			ends: []domain.Event{
				domain.LEApprovalLapsed{Application: id(421), LE: theLE, On: 20231231},
				domain.LEApprovalDecided{Application: id(421), LE: theLE, Outcome: domain.LEApproved, From: 20240501, To: 20290430, On: 20240401},
			},
		},
		{
			name: "learners in an environment whose approval ran out", rule: DueEnvironmentLearners, given: []domain.Event{applied, approvedLE, planned, started}, due: 20240430, id: theLE, what: "(1)", seqs: []int{2, 4},
			ends: []domain.Event{completed, domain.PlacementCancelled{Placement: thePlacement, LE: theLE, Started: true, On: 20240205}},
		},
		{
			name: "learners in an environment that never was approved", rule: DueEnvironmentLearners, given: []domain.Event{applied, planned, started}, due: 20240205, id: theLE, seqs: []int{3}, ends: []domain.Event{completed},
		},
		{
			name: "learners in an environment that is suspended for them too", rule: DueSuspendedLearners, due: 20240301, id: theLE, seqs: []int{4, 5},
			given: []domain.Event{applied, approvedLE, planned, started, domain.LESuspended{Suspension: id(499), LE: theLE, From: 20240301, IncludesRunning: true}},
			ends:  []domain.Event{completed, domain.LEReinstated{Suspension: id(499), LE: theLE, On: 20240301}},
		},
		{
			name: "an action", rule: DueEnvironmentAction, given: []domain.Event{applied, approvedLE}, due: 20220801, id: theAction, what: "a room", seqs: []int{2},
			ends: []domain.Event{domain.LEActionCompleted{Action: theAction, Application: id(421), LE: theLE, On: 20220701}},
		},
		{
			name: "a concern", rule: DueQualityConcern, day: 20240301, id: theConcern, what: "HIGH", seqs: []int{2},
			given: []domain.Event{applied, domain.QualityConcernRaised{Concern: theConcern, LE: theLE, Domain: domain.QualityLearners, Risk: domain.RiskHigh, On: 20240301}},
			ends:  []domain.Event{domain.QualityConcernClosed{Concern: theConcern, LE: theLE, On: 20240301}},
		},
		{
			name: "an approval of an educator ends", rule: DueEducatorApproval, given: []domain.Event{supervises}, due: 20240430, day: 20240430, id: theSupervisor, what: "PRACTICE_SUPERVISOR", seqs: []int{1},
			ends: []domain.Event{
				domain.EducatorApprovalLapsed{Approval: id(441), Person: theSupervisor, On: 20240115},
				domain.EducatorWithdrawn{Person: theSupervisor, On: 20240115},
				educatorFor(442, theSupervisor, domain.EducatorPracticeSupervisor, 20240501, 20260430),
			},
		},
		{
			name: "a learner of a supervisor whose approval ran out", rule: DueEducatorLearners, due: 20240430, id: thePlacement, what: "supervise", seqs: []int{1, 4},
			given: []domain.Event{supervises, educatorFor(443, theAssessor, domain.EducatorPracticeAssessor, 20220501, 20250430), planned, started},
			ends:  []domain.Event{completed, educatorFor(444, theSupervisor, domain.EducatorPracticeSupervisor, 20240501, 20260430)},
		},
		{
			name: "a learner of an assessor who was never approved", rule: DueEducatorLearners, due: 20240205, id: thePlacement, what: "assess", seqs: []int{3},
			given: []domain.Event{educatorFor(441, theSupervisor, domain.EducatorPracticeSupervisor, 20220501, 20250430), planned, started}, ends: []domain.Event{completed},
		},
		{
			name: "an educator who is not on the register", rule: DueEducatorRegistered, due: 20240101, id: theSupervisor, what: "NOT_REGISTERED", seqs: []int{1, 2},
			given: []domain.Event{supervises, domain.RegistrationChecked{Hub: "QE1", Person: theSupervisor, Regulator: domain.RegulatorNMC, Result: domain.RegistrationNone, On: 20240101}},
			ends:  []domain.Event{domain.RegistrationChecked{Hub: "QE1", Person: theSupervisor, Regulator: domain.RegulatorNMC, Result: domain.RegistrationCurrent, On: 20240102}},
		},
		{
			name: "a placement that should have started", rule: DuePlacementStart, given: []domain.Event{planned}, due: 20240205, id: thePlacement, what: "NURSING", seqs: []int{1},
			ends: []domain.Event{started, domain.PlacementCancelled{Placement: thePlacement, On: 20240201}},
		},
		{
			name: "a placement that should have ended", rule: DuePlacementEnd, given: []domain.Event{planned, started}, due: 20240705, id: thePlacement, seqs: []int{1, 2},
			ends: []domain.Event{domain.PlacementCompleted{Placement: thePlacement, LE: theLE, On: 20240705}},
		},
		{
			name: "days of a placement", rule: DuePlacementDays, given: []domain.Event{planned, started}, due: 20240229, id: thePlacement, what: "2024-02-05 to 2024-02-29", seqs: []int{2},
			ends: []domain.Event{domain.PlacementDaysRecorded{Placement: thePlacement, From: 20240205, To: 20240331, Days: 30}, completed},
		},
		{
			name: "a post in which nobody works", rule: DueRoleRecruitment, given: []domain.Event{proposedPost}, due: 20230401, id: id(431), what: "PARAMEDIC", seqs: []int{1},
			ends: []domain.Event{recruitedPost, domain.RolePostEnded{RolePost: aPostOf, On: 20230401}},
		},
		{
			name: "the term of a post", rule: DueRoleTerm, given: []domain.Event{proposedPost, recruitedPost}, due: 20240331, id: id(431), what: "not embedded", seqs: []int{2},
			ends: []domain.Event{domain.RoleEmbedded{RolePost: aPostOf, Person: id(432), On: 20230501}, domain.RolePostEnded{RolePost: aPostOf, On: 20240630}},
		},
		{
			name: "a support past its end", rule: DueSupportEnd, given: []domain.Event{domain.SupportStarted{CareerSupport: fellow, Start: 20220401, Until: 20240331}}, due: 20240331, id: id(491), what: "FELLOWSHIP", seqs: []int{1},
			ends: []domain.Event{domain.SupportCompleted{CareerSupport: fellow, On: 20240331}, domain.SupportWithdrawn{CareerSupport: fellow, On: 20240115}},
		},
		{
			name: "a first declaration", rule: DueDeclaration, given: []domain.Event{manager, limit}, due: 20220501, id: id(451), what: "never", seqs: []int{1},
			ends: []domain.Event{
				domain.HubTeamMemberLeft{Hub: "QE1", Person: id(451), Role: "MANAGER", On: 20220501},
				domain.NilReturnMade{Person: id(451), On: 20220401},
			},
		},
		{
			name: "a declaration to be refreshed", rule: DueDeclaration, given: []domain.Event{manager, limit, domain.NilReturnMade{Person: id(451), On: 20220501}}, due: 20230501, id: id(451), what: "2022-05-01", seqs: []int{1, 2, 3},
			ends: []domain.Event{domain.NilReturnMade{Person: id(451), On: 20230401}},
		},
		{
			name: "a declaration of a member of the group", rule: DueDeclaration, given: []domain.Event{domain.WIGMemberAppointed{Hub: "QE1", Person: id(451), From: 20220501}}, due: 20220501, id: id(451), seqs: []int{1},
			ends: []domain.Event{domain.WIGMemberLeft{Hub: "QE1", Person: id(451), On: 20220501}},
		},
		{
			name: "a declaration of who holds a delegation", rule: DueDeclaration, given: []domain.Event{domain.DelegationGranted{Delegation: id(453), Hub: "QE1", Person: id(451), From: 20220501}}, due: 20220501, id: id(451), seqs: []int{1},
			ends: []domain.Event{domain.DelegationRevoked{Delegation: id(453), Hub: "QE1", On: 20220501}},
		},
		{name: "an urgent decision before a meeting", rule: DueRatification, given: []domain.Event{opened, urgent}, day: 20240402, id: id(461), seqs: []int{2}, ends: []domain.Event{ratified, domain.DecisionReversed{Decision: id(461)}}},
		{name: "an urgent decision after a meeting", rule: DueRatification, given: []domain.Event{opened, urgent, met}, due: 20240220, id: id(461), seqs: []int{2, 3}, ends: []domain.Event{ratified}},
		{
			name: "evidence of a grant", rule: DueGrantEvidence, given: []domain.Event{offered, accepted, plan}, day: 20240402, id: id(481), what: ": report", seqs: []int{1, 2, 3},
			ends: []domain.Event{domain.GrantMilestoneMet{Grant: id(481), Milestone: "report", Pence: 100, On: 20240116}, domain.GrantTerminated{Grant: id(481), On: 20240116}},
		},
		{
			name: "a contract", rule: DueContractEnd, given: []domain.Event{signed}, due: 20240331, id: id(471), what: "HEE and LA001", seqs: []int{1},
			ends: []domain.Event{
				domain.HubContractSigned{Contract: id(474), Hub: "QE1", From: 20240401, To: 20260331},
				domain.HubContractVaried{Contract: id(471), Hub: "QE1", Variation: 1, To: 20260331},
				domain.HubSucceeded{Predecessors: []domain.HubID{"QE1"}, Successors: []domain.HubID{"QHM"}, On: 20240401},
			},
		},
		{
			name: "a governance agreement", rule: DueAgreementEnd, given: []domain.Event{agreed}, due: 20240331, id: id(472), seqs: []int{1},
			ends: []domain.Event{domain.GovernanceAgreementSigned{Agreement: id(475), ICS: "QE1", Hub: "QE1", From: 20240401}},
		},
		{
			name: "the review of a policy", rule: DuePolicyReview, given: []domain.Event{domain.PolicyAdopted{Hub: "QE1", Kind: domain.PolicyCOI, Version: "1", From: 20220401, ReviewDue: 20240331}}, due: 20240331, what: "COI", seqs: []int{1},
			ends: []domain.Event{domain.PolicyAdopted{Hub: "QE1", Kind: domain.PolicyCOI, Version: "2", From: 20230401, ReviewDue: 20290331}},
		},
		{
			name: "an Operating Model", rule: DueOperatingModel, given: []domain.Event{domain.OperatingModelAdopted{Hub: "QE1", School: "SCH01", Version: "1", On: 20220401}, domain.OperatingModelPublished{School: "SCH01", Version: "2", EffectiveFrom: 20240101}},
			due: 20240101, what: "SCH01", seqs: []int{0, 1, 2}, ends: []domain.Event{domain.OperatingModelAdopted{Hub: "QE1", School: "SCH01", Version: "2", On: 20240101}},
		},
		{
			name: "an interim arrangement", rule: DueInterimEnd, given: []domain.Event{interim}, due: 20240331, id: id(473), what: "QHM", seqs: []int{1},
			ends: []domain.Event{domain.InterimArrangementEnded{Arrangement: id(473), Hub: "QE1", On: 20231231}},
		},
	}
}

// by are the things that are due by a rule.
func by(all []Due, rule DueRule) []Due {
	return slices.DeleteFunc(all, func(d Due) bool { return d.Rule != rule })
}

// What is due is there from as long before its day as is asked, then overdue by
// so many days, with the events it rests on, and is gone once it is done. Each
// rule has a case.
func TestWhatIsDue(t *testing.T) {
	told := make(map[DueRule]bool)
	for _, c := range dueCases() {
		told[c.rule] = true
		t.Run(c.name, func(t *testing.T) {
			l := tell(t)
			for _, e := range append([]domain.Event{aHub}, c.given...) {
				l.say(streamOf(e), e)
			}
			head := l.head()
			day := c.day
			if day == 0 {
				day = c.due.AddDays(1)
			}
			for _, early := range by(l.Due("QE1", c.due.AddDays(-11), 10, head), c.rule) {
				if early.On != 0 {
					t.Errorf("11 days before, asked for 10: got %+v", early)
				}
			}
			found := by(l.Due("QE1", day, 0, head), c.rule)
			if len(found) != 1 {
				t.Fatalf("on %s: got %+v, want one", day, found)
			}
			var seqs []eventstore.Seq
			for _, i := range c.seqs {
				seqs = append(seqs, eventstore.Seq(i+1)) // the hub's registration is the first
			}
			one := found[0]
			if one.On != c.due || one.ID != c.id || one.Hub != "QE1" || !slices.Equal(one.Seqs, seqs) || !strings.Contains(one.What, c.what) {
				t.Errorf("got %+v, want %s due on %s by the events %v", one, c.id, c.due, seqs)
			}
			if c.due != 0 && (one.OverdueOn(c.due) != 0 || one.OverdueOn(c.due.AddDays(1)) != 1 || one.OverdueOn(c.due.AddDays(400)) != 400) || c.due == 0 && one.OverdueOn(day) != 0 {
				t.Errorf("on the day, a day and 400 days after, overdue by %d, %d and %d", one.OverdueOn(c.due), one.OverdueOn(c.due.AddDays(1)), one.OverdueOn(c.due.AddDays(400)))
			}
			if elsewhere := by(l.Due("QHM", day, 0, head), c.rule); len(elsewhere) != 0 {
				t.Errorf("it is due for another hub too: %+v", elsewhere)
			}
			if before := by(l.Due("QE1", day, 0, 1), c.rule); len(before) != 0 {
				t.Errorf("it is due before its events are known: %+v", before)
			}
			for i, end := range c.ends {
				again := tell(t)
				for _, e := range append(append([]domain.Event{aHub}, c.given...), end) {
					again.say(streamOf(e), e)
				}
				if left := by(again.Due("QE1", day, 0, again.head()), c.rule); len(left) != 0 {
					t.Errorf("after end %d (%s): got %+v", i, end.EventType(), left)
				}
			}
		})
	}
	for _, rule := range DueRules() {
		if !told[rule] {
			t.Errorf("no case is about %s", rule)
		}
	}
}

// What has no day comes first, then by day; and a locality hub has what is its
// own, the hub of its ICS all.
func TestTheOrderOfWhatIsDue(t *testing.T) {
	l := tell(t)
	l.say("hub-QE1", aHub)
	l.say("hub-QE1", domain.HubRegistered{Hub: "QE1~fylde-coast", ICB: "QE1", From: 20220401})
	for i, hub := range []domain.HubID{"QE1", "QE1~fylde-coast"} {
		e := applied
		e.LE, e.Application, e.Hub = id(500+i), id(510+i), hub
		l.say("hub-QE1", e)
		a := approvedLE
		a.LE, a.Application = e.LE, e.Application
		a.Actions = []domain.LEAction{{Action: id(520 + i), What: "x", Due: []domain.Date{20220801, 20220715}[i]}}
		l.say("hub-QE1", a)
		l.say("hub-QE1", domain.QualityConcernRaised{Concern: id(530 + i), LE: e.LE, On: 20220601})
	}
	var got []string
	for _, d := range l.Due("QE1", 20220901, 0, l.head()) {
		got = append(got, fmt.Sprint(d.Hub, " ", d.On, " ", d.Rule))
	}
	want := []string{
		"QE1  QUALITY_CONCERN_OPEN", "QE1~fylde-coast  QUALITY_CONCERN_OPEN",
		"QE1~fylde-coast 2022-07-15 ENVIRONMENT_ACTION", "QE1 2022-08-01 ENVIRONMENT_ACTION",
	}
	if !slices.Equal(got, want) && !slices.Equal(got, []string{want[1], want[0], want[2], want[3]}) { // concerns are in the order of their ids
		t.Errorf("got %q, want %q", got, want)
	}
	for _, d := range l.Due("QE1~fylde-coast", 20220901, 0, l.head()) {
		if d.Hub != "QE1~fylde-coast" {
			t.Errorf("a locality hub is told what is due for %s", d.Hub)
		}
	}
	if n := len(l.Due("QE1~fylde-coast", 20220901, 0, l.head())); n != 2 || len(got) != 4 {
		t.Errorf("got %d for the locality hub and %d for all, want 2 and 4", n, len(got))
	}
}
