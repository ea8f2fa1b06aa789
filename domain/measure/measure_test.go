package measure_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/measure"
)

func id(n byte) uuid.UUID { return uuid.UUID{15: n} }

// told is a fold of events of one ICS, and the things that the last one
// changed.
func told(events ...domain.Event) (*measure.Fold, []measure.Ref) {
	var f measure.Fold
	var refs []measure.Ref
	for _, e := range events {
		icb := "QE1"
		if _, ok := e.(domain.EmploymentStatusConfirmed); ok {
			icb = "" // a person's stream
		}
		refs = f.Apply(icb, e, 20240615)
	}
	return &f, refs
}

// thing is the one thing that the last of some events changed.
func thing[E measure.Entity](t *testing.T, events ...domain.Event) E {
	t.Helper()
	f, refs := told(events...)
	if len(refs) != 1 {
		t.Fatalf("%T changed %v, want one thing", events[len(events)-1], refs)
	}
	e, ok := f.Get(refs[0])
	if !ok || e.Kind() != refs[0].Kind {
		t.Fatalf("%v is %T, %t", refs[0], e, ok)
	}
	return e.(E)
}

// days are spans of 1 or of an amount: first, last, amount in turn.
func days(n ...int64) []measure.Span {
	var spans []measure.Span
	for i := 0; i < len(n); i += 3 {
		spans = append(spans, measure.Span{First: n[i], Last: n[i+1], Amount: n[i+2]})
	}
	return spans
}

func same(t *testing.T, what string, got, want []measure.Span) {
	t.Helper()
	if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func TestPost(t *testing.T) {
	post := domain.RolePost{Post: id(1), Hub: "QE1", PCN: "U1", RoleType: "PHARMACIST", Origin: domain.OriginPCNDES}
	whole, half := int64(domain.OneFTE), int64(domain.OneFTE/2)
	events := []domain.Event{
		domain.RolePostProposed{RolePost: post, Funding: domain.FundingARRS},
		domain.RolePostRecruited{RolePost: post, FTE: domain.OneFTE, Start: 20230401, Funding: domain.FundingARRS},
		domain.RoleEmbedded{RolePost: post, On: 20230701},
		domain.RolePostFTEChanged{RolePost: post, FTE: domain.OneFTE / 2, From: 20231001},
		domain.RoleEmbeddingLapsed{RolePost: post, On: 20231231},
		domain.RoleEmbedded{RolePost: post, On: 20240201},
		domain.RolePostEnded{RolePost: post, On: 20240331},
	}
	e := thing[*measure.Post](t, events...)
	same(t, "recruited", e.Recruited, days(20230401, 20230930, whole, 20231001, 20240331, half))
	same(t, "embedded", e.Embedded, days(20230701, 20230930, whole, 20231001, 20231231, half, 20240201, 20240331, half))
	if e.RoleType != "PHARMACIST" || e.Origin != "PCN_DES" || e.Funding != "ARRS" || e.PCN != "U1" || e.Of() != "QE1" {
		t.Errorf("got %+v", e)
	}
	e = thing[*measure.Post](t, events[:2]...)
	same(t, "recruited and not ended", e.Recruited, days(20230401, 0, whole))
	same(t, "not embedded", e.Embedded, nil)

	leg := func(n int, primary bool) domain.RotationLeg {
		return domain.RotationLeg{Leg: n, PrimaryCare: primary, To: 20240930, FTE: domain.OneFTE / 2}
	}
	e = thing[*measure.Post](t,
		domain.RotationalPostCreated{RolePost: post},
		domain.RotationLegStarted{RolePost: post, RotationLeg: leg(1, true), On: 20240401},
		domain.RotationLegStarted{RolePost: post, RotationLeg: leg(2, false), On: 20240401},
		domain.RotationLegStarted{RolePost: post, RotationLeg: leg(3, true), On: 20240801},
		domain.RotationLegEnded{RolePost: post, RotationLeg: leg(1, true), On: 20240831},
	)
	same(t, "legs in primary care", e.PrimaryCare, days(20240401, 20240831, half, 20240801, 20240930, half))
	same(t, "their days", e.Rotating, days(20240401, 20240930, 1))
	if !e.Rotational {
		t.Error("it should be rotational")
	}
}

func TestPlansAndLeads(t *testing.T) {
	plan := func(on domain.Date) domain.WorkforcePlanEndorsed {
		return domain.WorkforcePlanEndorsed{Plan: id(1), On: on}
	}
	e := thing[*measure.Plan](t,
		domain.WorkforcePlanSubmitted{Plan: id(1), Hub: "QE1~coast", PCN: "U1", FY: 2024, On: 20240201},
		plan(20240301), domain.WorkforcePlanRevised{Plan: id(1), On: 20240901}, plan(20240915),
	)
	same(t, "endorsed", e.Endorsed, days(20240401, 20240831, 1, 20240915, 20250331, 1))
	if e.Hub != "QE1~coast" || e.First != 20240401 || e.Last != 20250331 {
		t.Errorf("got %+v", e)
	}
	held := thing[*measure.Conversation](t, domain.WorkforceConversationHeld{Conversation: id(2), Hub: "QE1", PCN: "U1", On: 20240522})
	same(t, "held", held.Held, days(20240522, 20240522, 1))
	named := func(person byte, from domain.Date) domain.PCNLeadNamed {
		return domain.PCNLeadNamed{PCN: "U1", Person: id(person), Kind: "EDUCATION", From: from}
	}
	ended := func(person byte, on domain.Date) domain.PCNLeadEnded {
		return domain.PCNLeadEnded{PCN: "U1", Person: id(person), Kind: "EDUCATION", On: on}
	}
	l := thing[*measure.Lead](t, named(1, 20240101), ended(1, 20240331), named(2, 20240401), named(3, 20240601), ended(2, 20240630), ended(3, 20240731), named(1, 20240901))
	same(t, "somebody is named", l.Named, days(20240101, 20240731, 1, 20240901, 0, 1))
}

func TestPlacesToLearn(t *testing.T) {
	approved := func(n byte, from, to domain.Date, professions ...string) domain.LEApprovalDecided {
		return domain.LEApprovalDecided{Application: id(n), LE: id(9), Outcome: domain.LEApproved, From: from, To: to, On: from, Sites: []string{"A"}, Professions: professions}
	}
	asked := domain.LEApplicationSubmitted{LE: id(9), Hub: "QE1", Applicant: "U1"}
	le := []domain.Event{
		asked, approved(1, 20240101, 20251231, "NURSE"), approved(2, 20240701, 20260630, "NURSE", "PARAMEDIC"),
		domain.LEApprovalLapsed{Application: id(2), LE: id(9), On: 20241231},
		domain.LESuspended{Suspension: id(3), LE: id(9), From: 20241001},
	}
	e := thing[*measure.Environment](t, append(slices.Clip(le), domain.LEReinstated{Suspension: id(3), LE: id(9), On: 20241101})...)
	same(t, "approved", e.Approved, days(20240101, 20240630, 1, 20240701, 20241231, 2))
	same(t, "decided", e.Decided, days(20240101, 20240101, 1, 20240701, 20240701, 2))
	same(t, "first approved", e.First, days(20240101, 20240101, 1))
	same(t, "suspended", e.Suspended, days(20241001, 20241031, 1))
	refused := thing[*measure.Environment](t, asked, domain.LEApprovalDecided{Application: id(1), LE: id(9), Outcome: domain.LENotApproved, On: 20240101})
	same(t, "not approved", refused.Decided, nil)

	for _, c := range []struct {
		on         domain.Date
		profession string
		want       bool
	}{
		{20231231, "NURSE", false}, {20240101, "NURSE", true}, {20240301, "PARAMEDIC", false}, {20240701, "PARAMEDIC", true},
		{20240930, "NURSE", true}, {20241001, "NURSE", false}, {20250101, "NURSE", false},
	} {
		start := domain.PlacementStarted{Placement: id(5), Hub: "QE1", LE: id(9), Site: "A", Profession: c.profession, On: c.on}
		if p := thing[*measure.Placement](t, append(slices.Clip(le), start)...); p.Approved != c.want {
			t.Errorf("%s beginning on %s: approved is %t", c.profession, c.on, p.Approved)
		}
	}
	p := thing[*measure.Placement](t,
		domain.PlacementAllocated{Placement: id(5), Hub: "QE1", Profession: "NURSE", Shadowing: true},
		domain.PlacementStarted{Placement: id(5), Hub: "QE1", Profession: "NURSE", On: 20240408},
		domain.PlacementDaysRecorded{Placement: id(5), From: 20240408, To: 20240430, Days: 12},
		domain.PlacementDaysRecorded{Placement: id(5), From: 20240501, To: 20240510, Days: 0},
		domain.PlacementCompleted{Placement: id(5), On: 20240510},
	)
	same(t, "active", p.Active, days(20240408, 20240510, 1))
	same(t, "completed", p.Completed, days(20240510, 20240510, 1))
	same(t, "attended", p.Attended, days(20240430, 20240430, 12))
	off := thing[*measure.Placement](t, domain.PlacementAllocated{Placement: id(5), Hub: "QE1"}, domain.PlacementCancelled{Placement: id(5), On: 20240401})
	same(t, "called off before it began", off.Active, nil)
}

func TestEducator(t *testing.T) {
	approved := func(n byte, kind domain.EducatorKind, from, to domain.Date, professions ...string) domain.EducatorApproved {
		return domain.EducatorApproved{Approval: id(n), Person: id(7), Hub: "QE1", Kind: kind, From: from, To: to, Professions: professions}
	}
	e := thing[*measure.Educator](t,
		approved(1, domain.EducatorPracticeSupervisor, 20240101, 20241231, "NURSE"),
		approved(2, domain.EducatorPracticeAssessor, 20240701, 20250630, "NURSE", "PARAMEDIC"),
		approved(3, domain.EducatorPracticeSupervisor, 20250801, 20271231, "NURSE"),
		domain.EducatorApprovalLapsed{Approval: id(2), Person: id(7), On: 20250331},
		domain.EducatorWithdrawn{Person: id(7), On: 20251031},
	)
	same(t, "approved", e.Approved, days(20240101, 20250331, 1, 20250801, 20251031, 1))
	of := func(label string, spans []measure.Span) []measure.Span {
		var some []measure.Span
		for _, s := range spans {
			if s.Label == label {
				s.Label = ""
				some = append(some, s)
			}
		}
		return some
	}
	same(t, "nurses", of("NURSE", e.Teaching), days(20240101, 20250331, 1, 20250801, 20251031, 1))
	same(t, "paramedics", of("PARAMEDIC", e.Teaching), days(20240701, 20250331, 1))
	same(t, "assessor", of("PRACTICE_ASSESSOR", e.Kinds), days(20240701, 20250331, 1))
	if e.Who() != id(7) {
		t.Errorf("it is about %s", e.Who())
	}
}

func TestSupport(t *testing.T) {
	s := domain.CareerSupport{Support: id(1), Hub: "QE1", Kind: domain.SupportFellowship, Person: id(7), Profession: "GP"}
	started := domain.SupportStarted{CareerSupport: s, Start: 20230401}
	works := func(on domain.Date, inPrimaryCare bool) domain.Event {
		return domain.EmploymentStatusConfirmed{Person: id(7), On: on, Employed: true, InPrimaryCare: inPrimaryCare}
	}
	due := days(20240401, 20240401, 1)
	for _, c := range []struct {
		name                string
		confirmed           []domain.Event
		isKnown, isRetained bool
	}{
		{"nothing confirmed", nil, false, false},
		{"before it began", []domain.Event{works(20230301, true)}, false, false},
		{"on the day", []domain.Event{works(20240401, true)}, true, true},
		{"later", []domain.Event{works(20240501, false)}, true, false},
		{"the first after the day counts", []domain.Event{works(20250101, false), works(20240410, true)}, true, true},
		{"before the day alone", []domain.Event{works(20231001, true)}, false, true},
	} {
		e := thing[*measure.Support](t, append([]domain.Event{started}, c.confirmed...)...)
		same(t, c.name+": due", e.Due, due)
		if (len(e.Confirmed) > 0) != c.isKnown || (len(e.Retained) > 0) != c.isRetained {
			t.Errorf("%s: got %+v", c.name, e)
		}
		if e.Who() != id(7) {
			t.Errorf("it is about %s", e.Who())
		}
	}
	done := thing[*measure.Support](t, started, domain.SupportCompleted{CareerSupport: s, On: 20250331})
	same(t, "active", done.Active, days(20230401, 20250331, 1))
	same(t, "completed", done.Completed, days(20250331, 20250331, 1))
	same(t, "not withdrawn", done.Withdrawn, nil)
	left := thing[*measure.Support](t, started, domain.SupportWithdrawn{CareerSupport: s, On: 20230930})
	same(t, "withdrawn", left.Withdrawn, days(20230930, 20230930, 1))
	never := thing[*measure.Support](t, started, domain.SupportWithdrawn{CareerSupport: s, On: 20230331})
	same(t, "never began", never.Started, nil)
	contacts := thing[*measure.CareerSupport](t, domain.CareerSupportProvided{Provision: id(3), Hub: "QE1", Stage: domain.StageRetention, Contacts: 12, On: 20240501})
	same(t, "contacts", contacts.Provided, days(20240501, 20240501, 12))
}

func TestProgramme(t *testing.T) {
	e := thing[*measure.Programme](t,
		domain.ProgrammeProposed{Programme: id(1), Hub: "QE1", Mode: domain.ModeDeliver, Category: "LEADERSHIP", Class: domain.ClassFormal},
		domain.ProgrammeQualityAssured{Programme: id(1), CPDPoints: 6, On: 20240301, ValidTo: 20240831},
		domain.ProgrammeQualityAssured{Programme: id(1), On: 20240301, ValidTo: 20300101}, // neither accredited nor with points
		domain.ProgrammeLaunched{Programme: id(1), On: 20240401},
		domain.ProgrammeSessionDelivered{Programme: id(1), On: 20240501, Places: 20, Attended: 15},
		domain.ProgrammeSessionDelivered{Programme: id(1), On: 20240601, Places: 20, Attended: 14, Completed: 13},
		domain.ProgrammeClosed{Programme: id(1), On: 20240930},
	)
	same(t, "running", e.Running, days(20240401, 20240930, 1))
	same(t, "accredited", e.Accredited, days(20240401, 20240831, 1))
	same(t, "places", e.Places, days(20240501, 20240501, 20, 20240601, 20240601, 20))
	same(t, "attended", e.Attended, days(20240501, 20240501, 15, 20240601, 20240601, 14))
	same(t, "finished", e.Finished, days(20240601, 20240601, 13))
}

func TestMoney(t *testing.T) {
	cpd := domain.FundLine{Fund: "PROGRAMME-CPD", FY: 2024}
	a := thing[*measure.Allocation](t,
		domain.AllocationIssued{Allocation: id(1), Line: cpd, Pence: 1000, Purpose: "CPD", Status: domain.StatusIndicative},
		domain.AllocationConfirmed{Allocation: id(1), Line: cpd, Pence: 900},
		domain.AllocationVaried{Allocation: id(1), Line: cpd, Pence: -100, Status: domain.StatusConfirmed},
	)
	same(t, "given", a.Given, days(20240615, 20250331, 900, 20240615, 20250331, -100))
	if a.Purpose != "CPD" || a.Hub != "QE1" {
		t.Errorf("got %+v", a)
	}
	accrued := domain.CostAccrued{Accrual: id(2), Commitment: id(3), Line: cpd, FromCommitted: 500, FromAvailable: 50, PeriodTo: 20240930}
	c := thing[*measure.Cost](t, domain.CommitmentMade{Commitment: id(3), Line: cpd, Purpose: "CPD"}, accrued)
	same(t, "incurred", c.Incurred, days(20240930, 20250331, 550))
	if c.Purpose != "CPD" || c.Fund != "PROGRAMME-CPD" {
		t.Errorf("got %+v", c)
	}
	c = thing[*measure.Cost](t, accrued, domain.AccrualReversed{Accrual: id(2), Line: cpd, ToCommitted: 500, ToAvailable: 50})
	same(t, "incurred and not", c.Incurred, days(20240930, 20250331, 550, 20240615, 20250331, -550))
	late := thing[*measure.Cost](t, domain.PayCharged{Accrual: id(2), Line: domain.FundLine{Hub: "QE1~coast", Fund: "OPERATIONAL", FY: 2023}, PeriodTo: 20240430, Pence: 7})
	same(t, "after its year", late.Incurred, days(20240331, 20240331, 7))
	if late.Of() != "QE1~coast" {
		t.Errorf("got %+v", late)
	}
}

func TestWhatChangesNothing(t *testing.T) {
	f, refs := told(domain.HubRegistered{Hub: "QE1"}, domain.FundReceived{Pence: 1}, domain.EmploymentStatusConfirmed{Person: id(1), On: 20240101})
	if len(refs) != 0 {
		t.Errorf("changed %v", refs)
	}
	if _, ok := f.Get(measure.Ref{Kind: measure.KindPost, ICB: "QE1", ID: "x"}); ok {
		t.Error("there is a thing that nothing made")
	}
}

// People are counted by things that are about one.
func TestThingsThatAreAboutPeople(t *testing.T) {
	for _, e := range []measure.Entity{
		thing[*measure.Support](t, domain.SupportStarted{CareerSupport: domain.CareerSupport{Support: id(1), Hub: "QE1", Person: id(7)}}),
		thing[*measure.Educator](t, domain.EducatorApproved{Person: id(7), Hub: "QE1"}),
		thing[*measure.Placement](t, domain.PlacementAllocated{Placement: id(1), Hub: "QE1"}),
		thing[*measure.Programme](t, domain.ProgrammeProposed{Programme: id(1), Hub: "QE1"}),
	} {
		if kind := e.Kind(); kind.OfPeople() != (e.Who() == id(7)) {
			t.Errorf("%s: of people %t, about %s", kind, kind.OfPeople(), e.Who())
		}
	}
}
