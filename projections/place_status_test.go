package projections

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// onDays is what something is on some days: "-" where it is not there.
type onDays map[domain.Date]string

// holds compares what something is on days with what it should be.
func holds[S ~string](t *testing.T, what string, want onDays, status func(domain.Date) (S, bool)) {
	t.Helper()
	for day, want := range want {
		got, there := status(day)
		if !there {
			got = "-"
		}
		if string(got) != want {
			t.Errorf("%s on %s: got %s, want %s", what, day, got, want)
		}
	}
}

// An environment on the days around those that its events name: an application,
// an approval, a suspension, an approval in its place that is shorter, one that
// is given up, and an application that fails.
func TestTheStatusOfAnEnvironment(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	le := id(1)
	get := func() Environment {
		e, _ := l.Places.Environment("QE1", le, l.head())
		return e
	}
	apply := func(application uuid.UUID, on domain.Date) {
		hub(domain.LEApplicationSubmitted{Application: application, LE: le, Hub: "QE1", Applicant: "U00001", Sites: []string{"P00001"}, Professions: []string{"NURSING"}, On: on})
	}
	decide := func(application uuid.UUID, outcome domain.LEOutcome, on, from, to domain.Date) {
		e := domain.LEApprovalDecided{Application: application, LE: le, School: "SCH01", Outcome: outcome, From: from, To: to, On: on}
		if outcome.Approves() {
			e.Sites, e.Professions = []string{"P00001"}, []string{"NURSING"}
		}
		hub(e)
	}

	apply(id(2), 20220401)
	holds(t, "applied", onDays{20220331: "-", 20220401: "APPLIED", 20250101: "APPLIED"}, get().StatusOn)
	decide(id(2), domain.LEApproved, 20220501, 20220601, 20240531)
	holds(t, "approved", onDays{20220430: "APPLIED", 20220501: "FUTURE", 20220601: "APPROVED", 20240531: "APPROVED", 20240601: "EXPIRED"}, get().StatusOn)

	hub(domain.LESuspended{Suspension: id(3), LE: le, By: "SCH01", From: 20230101})
	holds(t, "suspended", onDays{20221231: "APPROVED", 20230101: "SUSPENDED", 20240601: "SUSPENDED"}, get().StatusOn)
	hub(domain.LEReinstated{Suspension: id(3), LE: le, On: 20230201})
	holds(t, "reinstated", onDays{20230131: "SUSPENDED", 20230201: "APPROVED"}, get().StatusOn)

	apply(id(4), 20230301)
	if p, ok := get().PendingOn(20230301); !ok || p.Submitted.Event.Application != id(4) {
		t.Errorf("waits for a decision: got %v, %v", p.Submitted.Event.Application, ok)
	}
	decide(id(4), domain.LEWithActions, 20230401, 20230501, 20230930)
	holds(t, "a shorter approval in place of the first", onDays{20230430: "APPROVED", 20230930: "APPROVED", 20231001: "EXPIRED"}, get().StatusOn)
	if a, ok := get().EndsAfter(20230401); !ok || a.Last() != 20230930 {
		t.Errorf("the approvals from 1 April 2023 on end on %s, %v; want 30 September", a.Last(), ok)
	}
	decide(id(4), domain.LEApproved, 20230401, 20230501, 20250430) // decided again: the newest counts
	hub(domain.LEApprovalLapsed{Application: id(4), LE: le, On: 20231231})
	holds(t, "given up", onDays{20231231: "APPROVED", 20240101: "EXPIRED"}, get().StatusOn)

	apply(id(5), 20240101)
	apply(id(6), 20240102)
	decide(id(6), domain.LEApproved, 20240201, 20240301, 20250228)
	decide(id(5), domain.LEApproved, 20240202, 20240301, 20240930) // from the same day, and decided later
	holds(t, "of two from one day the one decided last", onDays{20240229: "EXPIRED", 20240930: "APPROVED", 20241001: "EXPIRED"}, get().StatusOn)

	apply(id(7), 20241201)
	apply(id(8), 20241202)
	decide(id(7), domain.LEApproved, 20241210, 20250101, 20251231)
	decide(id(8), domain.LEApproved, 20241211, 20250101, 20250630)
	holds(t, "and so in the order they applied", onDays{20250630: "APPROVED", 20250701: "EXPIRED"}, get().StatusOn)

	other := id(9)
	hub(domain.LEApplicationSubmitted{Application: id(10), LE: other, Hub: "QE1", On: 20220401})
	hub(domain.LEApprovalDecided{Application: id(10), LE: other, Outcome: domain.LENotApproved, On: 20220501})
	hub(domain.LEApplicationSubmitted{Application: id(11), LE: other, Hub: "QE1", On: 20220801})
	e, _ := l.Places.Environment("QE1", other, l.head())
	holds(t, "not approved", onDays{20220430: "APPLIED", 20220501: "NOT_APPROVED", 20220731: "NOT_APPROVED", 20220801: "APPLIED"}, e.StatusOn)
}

// Actions and concerns are as they stand on a day.
func TestActionsAndConcernsOfADay(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	hub(domain.LEApplicationSubmitted{Application: id(2), LE: id(1), Hub: "QE1", On: 20220401})
	hub(domain.LEApprovalDecided{Application: id(2), LE: id(1), Outcome: domain.LEWithActions, From: 20220501, To: 20240430, Actions: []domain.LEAction{{Action: id(5), What: "a room", Due: 20220801}}, On: 20220501})
	hub(domain.LEActionCompleted{Action: id(5), Application: id(2), LE: id(1), Due: 20220801, On: 20220715})
	hub(domain.QualityConcernRaised{Concern: id(6), LE: id(1), Risk: domain.RiskHigh, On: 20220601})
	hub(domain.QualityConcernClosed{Concern: id(6), LE: id(1), On: 20220701})
	e, _ := l.Places.Environment("QE1", id(1), l.head())
	for day, want := range map[domain.Date][2]int{20220430: {0, 0}, 20220501: {1, 0}, 20220714: {1, 0}, 20220715: {1, 1}} {
		all, done := e.ActionsOn(day), 0
		for _, a := range all {
			if a.Completed.Known() {
				done++
			}
		}
		if len(all) != want[0] || done != want[1] {
			t.Errorf("on %s: got %d actions, %d done, want %v", day, len(all), done, want)
		}
	}
	for day, want := range map[domain.Date]bool{20220531: false, 20220601: true, 20220630: true, 20220701: false} {
		if got := e.Concerns[0].OpenOn(day); got != want {
			t.Errorf("on %s the concern is open: got %t, want %t", day, got, want)
		}
	}
}

// An approval of an educator, one that is given up, and a withdrawal, which ends
// what was given before it and nothing after.
func TestTheStatusOfAnEducator(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	approve := func(approval uuid.UUID, from, to domain.Date) {
		hub(domain.EducatorApproved{Approval: approval, Person: id(1), Hub: "QE1", Kind: domain.EducatorPracticeSupervisor, Professions: []string{"NURSING"}, From: from, To: to, On: from.AddDays(-10)})
	}
	approve(id(2), 20220401, 20240331)
	approve(id(3), 20220401, 20240331)
	hub(domain.EducatorApprovalLapsed{Approval: id(3), Person: id(1), Kind: domain.EducatorPracticeSupervisor, On: 20221231})
	hub(domain.EducatorWithdrawn{Person: id(1), On: 20230630})
	approve(id(4), 20230801, 20250731)
	e, _ := l.Places.Educator("QE1", id(1), l.head())
	holds(t, "withdrawn", onDays{20220321: "-", 20220322: "FUTURE", 20220401: "APPROVED", 20230630: "APPROVED", 20230701: "WITHDRAWN"}, e.Approvals[0].StatusOn)
	holds(t, "given up before", onDays{20221231: "APPROVED", 20230101: "LAPSED", 20230701: "LAPSED"}, e.Approvals[1].StatusOn)
	holds(t, "given after", onDays{20230731: "FUTURE", 20230801: "APPROVED", 20250731: "APPROVED", 20250801: "LAPSED"}, e.Approvals[2].StatusOn)
	for day, want := range map[domain.Date]bool{20220401: true, 20230701: false, 20230801: true} {
		if got := e.For("NURSING", day, domain.EducatorKind.Supervises); got != want {
			t.Errorf("supervises on %s: got %t, want %t", day, got, want)
		}
		if e.For("NURSING", day, domain.EducatorKind.Assesses) || e.For("PHARMACY", day, domain.EducatorKind.Supervises) {
			t.Errorf("on %s a practice supervisor of nurses assesses, or supervises pharmacists", day)
		}
	}
}

// A placement from its allocation to its end, with the days of it that are
// recorded and those that are missing.
func TestTheStatusOfAPlacement(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	get := func(placement uuid.UUID) Placement {
		p, _ := l.Places.Placement("QE1", placement, l.head())
		return p
	}
	status := func(placement uuid.UUID) func(domain.Date) (PlacementStatus, bool) {
		return func(day domain.Date) (PlacementStatus, bool) { return get(placement).StatusOn(day, 20240110) }
	}
	allocate := func(placement uuid.UUID) {
		hub(domain.PlacementAllocated{Placement: placement, Hub: "QE1", Supervisor: id(50), From: 20240205, To: 20240405})
	}
	allocate(id(1))
	holds(t, "allocated", onDays{20240109: "-", 20240110: "ALLOCATED", 20240301: "ALLOCATED"}, status(id(1)))
	hub(domain.PlacementStarted{Placement: id(1), Hub: "QE1", Supervisor: id(51), On: 20240206})
	if s, _ := get(id(1)).Supervisors(20240205); s != id(50) {
		t.Errorf("before it starts %s supervises, want who was planned", s)
	}
	if s, _ := get(id(1)).Supervisors(20240206); s != id(51) {
		t.Errorf("when it has started %s supervises, want who does", s)
	}
	missing := func(want string, day domain.Date) {
		t.Helper()
		got := "none"
		if first, last, ok := get(id(1)).MissingOn(day); ok {
			got = first.String() + " to " + last.String()
		}
		if got != want {
			t.Errorf("days missing on %s: got %s, want %s", day, got, want)
		}
	}
	missing("none", 20240229)
	missing("2024-02-06 to 2024-02-29", 20240301)
	hub(domain.PlacementDaysRecorded{Placement: id(1), From: 20240301, To: 20240331, Days: 15}) // March first
	missing("2024-02-06 to 2024-02-29", 20240401)
	hub(domain.PlacementDaysRecorded{Placement: id(1), From: 20240206, To: 20240229, Days: 12})
	missing("none", 20240405)
	missing("2024-04-01 to 2024-04-05", 20240406)
	for day, want := range map[domain.Date]int{20240228: 0, 20240229: 12, 20240330: 12, 20240331: 27} {
		if got := get(id(1)).AttendedOn(day); got != want {
			t.Errorf("attended by %s: got %d days, want %d", day, got, want)
		}
	}
	hub(domain.PlacementCompleted{Placement: id(1), Days: 27, On: 20240403})
	holds(t, "completed", onDays{20240205: "ALLOCATED", 20240206: "STARTED", 20240403: "STARTED", 20240404: "COMPLETED"}, status(id(1)))
	missing("none", 20240406) // nothing can be recorded any more
	if p := get(id(1)); !p.InPlaceOn(20240403) || p.InPlaceOn(20240404) || p.TakesOn(20240205) || !p.TakesOn(20240206) || p.TakesOn(20240404) {
		t.Error("the learner is not in place, or takes a place, on the wrong days")
	}

	allocate(id(2))
	hub(domain.PlacementCancelled{Placement: id(2), On: 20240120})
	holds(t, "called off", onDays{20240119: "ALLOCATED", 20240120: "CANCELLED"}, status(id(2)))
	allocate(id(3))
	hub(domain.PlacementStarted{Placement: id(3), Hub: "QE1", On: 20240205})
	hub(domain.PlacementCancelled{Placement: id(3), Started: true, On: 20240301})
	holds(t, "broken off", onDays{20240301: "STARTED", 20240302: "CANCELLED"}, status(id(3)))
	late := func(day domain.Date) (PlacementStatus, bool) { return get(id(1)).StatusOn(day, 20250101) }
	holds(t, "recorded late", onDays{20240205: "-", 20240206: "STARTED", 20240404: "COMPLETED"}, late)
	if get(id(2)).TakesOn(20240205) || !get(id(3)).TakesOn(20240301) {
		t.Error("one that was called off takes a place, or one that was broken off does not until then")
	}

	hub(domain.PlacementPriced{Price: id(60), Placement: id(1), Pence: 1000})
	hub(domain.PlacementPriced{Price: id(61), Placement: id(1), Pence: 200})
	hub(domain.PlacementRepriced{Price: id(60), Revision: 2, Pence: 1030, Difference: 30})
	l.say("hub-QHM", domain.PlacementRepriced{Price: id(60), Revision: 2, Pence: 7}) // of another ICS
	if got := get(id(1)).Paid(); got != 1230 {
		t.Errorf("paid with %d, want 1230", got)
	}
}

// A post from its proposal to its end, with a lapse in between; and one that
// rotates.
func TestTheStatusOfARole(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	of := func(post uuid.UUID) domain.RolePost {
		return domain.RolePost{Post: post, Hub: "QE1", PCN: "U00001", RoleType: "CLINICAL_PHARMACIST"}
	}
	get := func(post uuid.UUID) Role {
		r, _ := l.Roles.Role("QE1", post, l.head())
		return r
	}
	status := func(post uuid.UUID) func(domain.Date) (RoleStatus, bool) {
		return func(day domain.Date) (RoleStatus, bool) { return get(post).StatusOn(day, 20240101) }
	}
	post := of(id(1))
	hub(domain.RolePostProposed{RolePost: post, FTE: domain.OneFTE, From: 20240201})
	holds(t, "proposed", onDays{20231231: "-", 20240101: "PROPOSED", 20240301: "PROPOSED"}, status(id(1)))
	hub(domain.RolePostRecruited{RolePost: post, Person: id(7), FTE: domain.OneFTE, Start: 20240401, IntendedMonths: 6})
	hub(domain.RoleEmbedded{RolePost: post, Person: id(7), By: id(8), On: 20240501})
	hub(domain.RoleEmbeddingLapsed{RolePost: post, Person: id(7), On: 20240630})
	hub(domain.RoleEmbedded{RolePost: post, Person: id(7), By: id(8), On: 20240801})
	hub(domain.RolePostFTEChanged{RolePost: post, Person: id(7), FTE: domain.OneFTE / 2, Before: domain.OneFTE, From: 20240901})
	hub(domain.RolePostEnded{RolePost: post, Person: id(7), On: 20241231})
	holds(t, "a post", onDays{
		20240331: "PROPOSED", 20240401: "RECRUITED", 20240430: "RECRUITED", 20240501: "EMBEDDED", 20240630: "EMBEDDED", 20240701: "RECRUITED",
		20240731: "RECRUITED", 20240801: "EMBEDDED", 20241231: "EMBEDDED", 20250101: "ENDED",
	}, status(id(1)))
	late := func(day domain.Date) (RoleStatus, bool) { return get(id(1)).StatusOn(day, 20260101) }
	holds(t, "a post recorded late", onDays{20240331: "-", 20240401: "RECRUITED", 20241231: "EMBEDDED", 20250101: "ENDED"}, late)
	if end := get(id(1)).TermEnd(); end != 20240930 {
		t.Errorf("the term intended ends on %s, want 30 September", end)
	}
	for day, want := range map[domain.Date]domain.FTE{20240331: 0, 20240401: domain.OneFTE, 20240831: domain.OneFTE, 20240901: domain.OneFTE / 2, 20241231: domain.OneFTE / 2, 20250101: 0} {
		if got := get(id(1)).FTEOn(day); got != want {
			t.Errorf("full-time equivalent on %s: got %v, want %v", day, got, want)
		}
	}
	for _, c := range []domain.ReimbursementClaimed{
		{RolePost: post, Claim: id(30), From: 20240401, To: 20240430, Pence: 100}, {RolePost: post, Claim: id(31), From: 20240501, To: 20240531, Pence: 20},
	} {
		hub(c)
	}
	if a, b, c := get(id(1)).ClaimedOn(20240429), get(id(1)).ClaimedOn(20240430), get(id(1)).ClaimedOn(20240531); a != 0 || b != 100 || c != 120 {
		t.Errorf("claimed: got %d, %d and %d, want 0, 100 and 120", a, b, c)
	}

	turns := of(id(2))
	legs := []domain.RotationLeg{{Leg: 1, Org: "P00001", PrimaryCare: true, From: 20240201, To: 20240430, FTE: domain.OneFTE / 2}, {Leg: 2, Org: "RXN", From: 20240601, To: 20240831, FTE: domain.OneFTE}}
	hub(domain.RotationalPostCreated{RolePost: turns, Legs: legs})
	hub(domain.RotationLegStarted{RolePost: turns, RotationLeg: legs[0], Person: id(7), On: 20240205})
	hub(domain.RotationLegStarted{RolePost: turns, RotationLeg: legs[1], Person: id(9), On: 20240601})
	hub(domain.RotationLegEnded{RolePost: turns, RotationLeg: legs[1], Person: id(9), On: 20240731})
	holds(t, "a post that rotates", onDays{20240204: "PROPOSED", 20240205: "RECRUITED", 20240515: "RECRUITED", 20240731: "RECRUITED", 20240801: "ENDED"}, status(id(2)))
	for day, want := range map[domain.Date]domain.FTE{20240204: 0, 20240430: domain.OneFTE / 2, 20240501: 0, 20240731: domain.OneFTE, 20240801: 0} {
		if got := get(id(2)).FTEOn(day); got != want {
			t.Errorf("full-time equivalent of legs on %s: got %v, want %v", day, got, want)
		}
	}
	if first, last := get(id(2)).Days(); first != 20240201 || last != 20240831 {
		t.Errorf("the legs are planned from %s to %s", first, last)
	}
}

// Support runs until its end is recorded, and has its sessions in the order of
// the log among its events.
func TestTheStatusOfASupport(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) eventstore.Seq { return l.say("hub-QE1", e) }
	of := domain.CareerSupport{Support: id(1), Hub: "QE1", Kind: domain.SupportFellowship, Person: id(7), Profession: "GP"}
	hub(domain.SupportStarted{CareerSupport: of, AppliedOn: 20220301, Start: 20220401, Until: 20240331})
	hub(domain.SupportSessionRecorded{CareerSupport: of, Session: id(2), On: 20220501, Minutes: 60})
	l.say("hub-QHM", domain.SupportSessionRecorded{CareerSupport: of, Session: id(2), On: 20220501, Minutes: 5}) // of another ICS
	hub(domain.SupportSessionRecorded{CareerSupport: of, Session: id(3), On: 20220601, Minutes: 30})
	hub(domain.SupportCompleted{CareerSupport: of, On: 20240430})
	l.say("person-x", domain.EmploymentStatusConfirmed{Person: id(7), On: 20250430, Employed: true, InPrimaryCare: true})
	l.say("person-x", domain.EmploymentStatusConfirmed{Person: id(7), On: 20240501, Employed: true})
	s, _ := l.Careers.Support("QE1", id(1), l.head())
	holds(t, "a support", onDays{20220331: "FUTURE", 20220401: "RUNNING", 20240401: "RUNNING", 20240430: "RUNNING", 20240501: "COMPLETED"},
		func(day domain.Date) (SupportStatus, bool) { return s.StatusOn(day), true })
	if want := []eventstore.Seq{1, 2, 4, 5}; !slices.Equal(s.Seqs, want) {
		t.Errorf("got the events %v, want %v", s.Seqs, want)
	}
	if sessions, minutes := s.SessionsOn(20220531); sessions != 1 || minutes != 60 {
		t.Errorf("by 31 May: got %d sessions of %d minutes, want 1 of 60", sessions, minutes)
	}
	if sessions, minutes := s.SessionsOn(20220601); sessions != 2 || minutes != 90 {
		t.Errorf("by 1 June: got %d sessions of %d minutes, want 2 of 90", sessions, minutes)
	}
	if f, ok := l.Careers.EmployedOn(id(7), 20250429, l.head()); !ok || f.Event.InPrimaryCare {
		t.Errorf("before the newest confirmation: got %+v, %v", f, ok)
	}
	if f, ok := l.Careers.EmployedOn(id(7), 20250430, l.head()); !ok || !f.Event.InPrimaryCare || f.Seq != 6 {
		t.Errorf("on its day: got %+v, %v", f, ok)
	}
}

// A hub is there until the day before its successors' first; what its own
// stream says again replaces what it said, and a locality hub that nobody goes
// on with ends.
func TestTheStatusOfAHubThatIsSucceeded(t *testing.T) {
	l := tell(t)
	for _, h := range []domain.HubID{"QE1", "QE1~fylde-coast", "QE1~lancaster", "QHM"} {
		l.say(eventstore.StreamID("hub-"+h.ICB()), domain.HubRegistered{Hub: h, ICB: h.ICB(), From: 20220401})
	}
	before := l.head()
	l.say("hub-QE1", domain.HubSucceeded{Predecessors: []domain.HubID{"QE1"}, Successors: []domain.HubID{"QHM"}, On: 20270401})
	l.say("hub-QE1", domain.HubSucceeded{Predecessors: []domain.HubID{"QE1"}, Successors: []domain.HubID{"QHM"}, On: 20260401, Localities: []domain.PassedLocality{{Hub: "QE1~lancaster", Successor: "QHM"}}})
	l.say("hub-QHM", domain.HubSucceeded{Predecessors: []domain.HubID{"QE1"}, Successors: []domain.HubID{"QHM"}, On: 20260401})
	for id, want := range map[domain.HubID]onDays{
		"QE1":             {20220331: "-", 20220401: "ACTIVE", 20260331: "ACTIVE", 20260401: "SUCCEEDED"},
		"QE1~fylde-coast": {20260331: "ACTIVE", 20260401: "ENDED"},
		"QE1~lancaster":   {20260331: "ACTIVE", 20260401: "SUCCEEDED"},
		"QHM":             {20260331: "ACTIVE", 20260401: "ACTIVE"},
	} {
		h, _ := l.Hubs.Get(id, l.head())
		holds(t, string(id), want, func(day domain.Date) (domain.HubStatus, bool) { s := h.StatusOn(day); return s, s != "" })
		if was, _ := l.Hubs.Get(id, before); was.StatusOn(20260401) != domain.HubActive {
			t.Errorf("%s as known before: got %s", id, was.StatusOn(20260401))
		}
	}
	if h, _ := l.Hubs.Get("QHM", l.head()); len(h.Follows) != 1 || h.Succeeded.Known() {
		t.Errorf("the successor: got %+v", h)
	}
	if h, _ := l.Hubs.Get("QE1", l.head()); len(h.Follows) != 0 || h.Succeeded.Event.On != 20260401 {
		t.Errorf("the predecessor: got %+v", h)
	}
}

// An award and a grant that a succession brings to a hub stand in its lists
// from its first day on, for what is left of them; their milestones are met
// there.
func TestWhatIsCarriedOn(t *testing.T) {
	l := tell(t)
	l.say("hub-QHM", domain.AwardCarriedOn{Award: id(1), Of: id(11), Predecessor: "QE1", Decision: id(21), Supplier: "LA001", From: 20260401, To: 20270331, Value: domain.Amount{Net: 700}})
	l.say("hub-QHM", domain.GrantCarriedOn{Grant: id(2), Of: id(12), Predecessor: "QE1", Payee: "U00001", Pence: 100, Milestones: []domain.GrantMilestone{{Milestone: "report", Pence: 100}}, AcceptedOn: 20250101})
	l.say("hub-QHM", domain.CommitmentMade{Commitment: id(3), Grant: id(2), Line: domain.FundLine{Fund: "OPERATIONAL", FY: 2026}, Pence: 100})
	awards, grants := l.Commissioning.Awards("QHM", l.head()), l.Commissioning.Grants("QHM", l.head())
	if len(awards) != 1 || len(grants) != 1 || len(l.Commissioning.Awards("QE1", l.head())) != 0 {
		t.Fatalf("got %d awards and %d grants", len(awards), len(grants))
	}
	holds(t, "an award", onDays{20260331: "-", 20260401: "IN_FORCE", 20270331: "IN_FORCE", 20270401: "ENDED"}, awards[0].StatusOn)
	if value, last := awards[0].On(20260401); value.Net != 700 || last != 20270331 || awards[0].Carried.Event.Predecessor != "QE1" || len(awards[0].Seqs) != 1 {
		t.Errorf("the award: got %+v", awards[0])
	}
	grant := func(day domain.Date) (GrantStatus, bool) {
		return l.Commissioning.Grants("QHM", l.head())[0].StatusOn(day, 20260401)
	}
	holds(t, "a grant", onDays{20260331: "-", 20260401: "ACCEPTED"}, grant)
	l.say("hub-QHM", domain.GrantMilestoneMet{Grant: id(2), Milestone: "report", Pence: 100, On: 20260501})
	holds(t, "a grant whose milestones are met", onDays{20260430: "ACCEPTED", 20260501: "COMPLETE"}, grant)
}
