package educator_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// What the room asks of others is what they answer.
var (
	_ educator.Organisations = organisation.View{}
	_ educator.National      = national.View{}
	_ educator.Hubs          = (*topology.State)(nil)
)

var (
	nurse = domaintest.Named("practice-nurse")
	gp    = domaintest.Named("salaried-gp")
	coach = domaintest.Named("coach")
	id1   = domaintest.Named("first-approval")
	id2   = domaintest.Named("second-approval")
)

// checks are those of the registers: the nurse was found on the NMC's on 1 June
// 2022 and not on it on 1 June 2024; the GP on the GMC's on 31 March 2023.
type checks struct{}

func (checks) Checked(person uuid.UUID, r domain.Regulator, by domain.Date) (domain.Date, bool) {
	switch {
	case person == nurse && r == domain.RegulatorNMC && by >= 20240601:
		return 20240601, false
	case person == nurse && r == domain.RegulatorNMC && by >= 20220601:
		return 20220601, true
	case person == gp && r == domain.RegulatorGMC && by >= 20230331:
		return 20230331, true
	}
	return 0, false
}

// hub is the room as an aggregate, among the hubs of its ICS.
type hub struct {
	*educator.State
	near educator.Neighbours
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.near} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, c, now, h.near)
}

// newHub is QE1 from April 2019.
func newHub() domain.Aggregate {
	hubs := topology.New("QE1")
	hubs.Evolve(domain.Recorded{Event: domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", From: 20190401}})
	return hub{educator.New("QE1"), educator.Neighbours{Hubs: hubs, Registrations: checks{}}}
}

// streams know a School, a training company that closed at the end of March
// 2023, and, from April 2020, that a check is good for twelve months.
func streams() domaintest.Streams {
	orgs := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "SCHOOL-NW", Name: "School", Class: domain.ClassPrimaryCareSchool},
		domain.OrganisationRegistered{Org: "CH-01234567", Name: "Acme Training Limited", Class: "TRAINING_COMPANY"},
		domain.OrganisationClosed{Org: "CH-01234567", On: 20230331},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	nation := national.New()
	nation.Evolve(domain.Recorded{Event: domain.ThresholdsSet{
		Set: id1, Scheme: educator.Scheme, From: 20200401, PublishedOn: 20200301, SourceDoc: "Invented policy",
		Thresholds: []domain.Threshold{{Key: educator.KeyCheckedWithin, Amount: 12, Unit: domain.UnitMonths}},
	}})
	return domaintest.Streams{organisation.Stream: orgs.View(100), national.Stream: nation.View(100)}
}

func recorded(events ...domain.Event) *educator.State {
	s := educator.New("QE1")
	for i, e := range events {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return s
}

func with[C any](c C, change func(*C)) C {
	change(&c)
	return c
}

var (
	trained  = domain.EducatorTrained{Person: nurse, Hub: "QE1", Course: "PRACTICE_SUPERVISION", On: 20220701}
	approved = domain.EducatorApproved{
		Approval: id1, Person: nurse, Hub: "QE1", Kind: domain.EducatorPracticeSupervisor, Professions: []string{"NURSING_ASSOCIATE", "NURSING_STUDENT"},
		From: 20221001, To: 20250930, By: "SCHOOL-NW", Regulator: domain.RegulatorNMC, CheckedOn: 20220601, On: 20220901,
	}
	lapsed    = domain.EducatorApprovalLapsed{Approval: id1, Person: nurse, Kind: domain.EducatorPracticeSupervisor, On: 20240331, Reason: "moved"}
	withdrawn = domain.EducatorWithdrawn{Person: nurse, On: 20240430, Reason: "retired"}
)

func TestEducators(t *testing.T) {
	approve := educator.ApproveEducator{
		Approval: id1, Person: nurse, Kind: domain.EducatorPracticeSupervisor, Professions: []string{"NURSING_STUDENT", "NURSING_ASSOCIATE"},
		From: 20221001, To: 20250930, By: "SCHOOL-NW", Regulator: domain.RegulatorNMC, On: 20220901,
	}
	changed := func(change func(*educator.ApproveEducator)) educator.ApproveEducator { return with(approve, change) }
	onDay := func(day domain.Date) educator.ApproveEducator {
		return changed(func(c *educator.ApproveEducator) { c.On, c.From = day, max(day, c.From) })
	}
	second := changed(func(c *educator.ApproveEducator) { c.Approval, c.Professions = id2, []string{"NURSING_STUDENT"} })
	third := changed(func(c *educator.ApproveEducator) {
		c.Person, c.Kind, c.Regulator, c.Professions, c.On, c.From = gp, domain.EducatorEducationalSupervisor, domain.RegulatorGMC, []string{"GP_TRAINEE"}, 20240331, 20240401
	})
	ofThird := domain.EducatorApproved{
		Approval: id1, Person: gp, Hub: "QE1", Kind: domain.EducatorEducationalSupervisor, Professions: []string{"GP_TRAINEE"},
		From: 20240401, To: 20250930, By: "SCHOOL-NW", Regulator: domain.RegulatorGMC, CheckedOn: 20230331, On: 20240331,
	}
	unregulated := changed(func(c *educator.ApproveEducator) {
		c.Person, c.Kind, c.Regulator, c.Professions = coach, domain.EducatorCoach, "", []string{"GP_FELLOW"}
	})
	train := educator.RecordEducatorTraining{Person: nurse, Course: "PRACTICE_SUPERVISION", On: 20220701}
	lapse := educator.LapseEducatorApproval{Approval: id1, On: 20240331, Reason: "moved"}
	withdraw := educator.WithdrawEducator(withdrawn)
	over := func(day domain.Date) educator.LapseEducatorApproval {
		return with(lapse, func(c *educator.LapseEducatorApproval) { c.On = day })
	}
	gone := func(day domain.Date) educator.WithdrawEducator {
		return with(withdraw, func(c *educator.WithdrawEducator) { c.On = day })
	}
	given := []domain.Event{approved}
	domaintest.Run(t, newHub, streams(), educator.Rules, []domaintest.Case{
		{Name: "somebody is trained", When: train, Then: []domain.Event{trained}},
		{Name: "not tomorrow", When: with(train, func(c *educator.RecordEducatorTraining) { c.On = 20240604 }), Refused: "I-EDU-3"},
		{Name: "at a hub that is there", When: with(train, func(c *educator.RecordEducatorTraining) { c.Hub = "QE1~morecambe" }), Refused: "I-EDU-4", Prevents: true},
		{Name: "of the ICS", When: with(train, func(c *educator.RecordEducatorTraining) { c.Hub = "QF7" }), Refused: "I-EDU-1"},

		{Name: "an educator is approved, by a check of the register", When: approve, Then: []domain.Event{approved}},
		{Name: "for ever so", Given: given, When: changed(func(c *educator.ApproveEducator) { c.To = 20260930 }), Refused: "I-EDU-2"},
		{
			Name: "an id comes from the command", When: changed(func(c *educator.ApproveEducator) { c.Approval = uuid.Nil }), Anew: true,
			Then: []domain.Event{with(approved, func(e *domain.EducatorApproved) { e.Approval = domain.NewID(domaintest.CommandID, "approval") })},
		},
		{Name: "on the last day of twelve months after the check", When: third, Then: []domain.Event{ofThird}},
		{Name: "not a day later", When: with(third, func(c *educator.ApproveEducator) { c.On = 20240401 }), Refused: "I-EDU-6", Prevents: true},
		{Name: "not without a check", When: onDay(20220531), Refused: "I-EDU-6", Prevents: true},
		{Name: "nor when a newer one found nobody", When: onDay(20240602), Refused: "I-EDU-6", Prevents: true},
		{
			Name: "what was done without one is written down", When: onDay(20220531), Happened: 20220531, Breaches: []domain.Rule{"I-EDU-6"},
			Then: []domain.Event{with(approved, func(e *domain.EducatorApproved) { e.On, e.CheckedOn = 20220531, 0 })},
		},
		{Name: "nor where no limit is published", When: onDay(20200331), Refused: "I-EDU-6", Prevents: true},
		{
			Name: "who is on no register needs no check", When: unregulated,
			Then: []domain.Event{with(approved, func(e *domain.EducatorApproved) {
				e.Person, e.Kind, e.Regulator, e.CheckedOn, e.Professions = coach, domain.EducatorCoach, "", 0, []string{"GP_FELLOW"}
			})},
		},
		{Name: "by who is registered", When: changed(func(c *educator.ApproveEducator) { c.By = "SCHOOL-NE" }), Refused: "I-EDU-1"},
		{Name: "and open", When: changed(func(c *educator.ApproveEducator) { c.By, c.On, c.From = "CH-01234567", 20230401, 20230401 }), Refused: "I-EDU-5", Prevents: true},
		{Name: "not tomorrow too", When: onDay(20240604), Refused: "I-EDU-3"},
		{Name: "not for days before", When: changed(func(c *educator.ApproveEducator) { c.From = 20220831 }), Refused: "I-EDU-8", Prevents: true},
		{Name: "once for a profession", Given: given, When: second, Refused: "I-EDU-7"},
		{
			Name: "but as another kind", Given: given, When: with(second, func(c *educator.ApproveEducator) { c.Kind = domain.EducatorPracticeAssessor }),
			Then: []domain.Event{with(approved, func(e *domain.EducatorApproved) {
				e.Approval, e.Kind, e.Professions = id2, domain.EducatorPracticeAssessor, []string{"NURSING_STUDENT"}
			})},
		},
		{
			Name: "or for another profession", Given: given, When: with(second, func(c *educator.ApproveEducator) { c.Professions = []string{"MIDWIFERY_STUDENT"} }),
			Then: []domain.Event{with(approved, func(e *domain.EducatorApproved) { e.Approval, e.Professions = id2, []string{"MIDWIFERY_STUDENT"} })},
		},
		{
			Name:  "or for other days",
			Given: []domain.Event{with(approved, func(e *domain.EducatorApproved) { e.To = 20221231 })}, When: with(second, func(c *educator.ApproveEducator) { c.From = 20230101 }),
			Then: []domain.Event{with(approved, func(e *domain.EducatorApproved) {
				e.Approval, e.From, e.Professions = id2, 20230101, []string{"NURSING_STUDENT"}
			})},
		},

		{Name: "an approval lapses", Given: given, When: lapse, Then: []domain.Event{lapsed}},
		{Name: "once", Given: []domain.Event{approved, lapsed}, When: over(20240101), Refused: "I-EDU-9"},
		{Name: "also before its first day", Given: given, When: over(20220930), Then: []domain.Event{with(lapsed, func(e *domain.EducatorApprovalLapsed) { e.On = 20220930 })}},
		{Name: "not earlier", Given: given, When: over(20220929), Refused: "I-EDU-9"},
		{Name: "nor after its last", Given: []domain.Event{with(approved, func(e *domain.EducatorApproved) { e.To = 20231231 })}, When: over(20240101), Refused: "I-EDU-9"},
		{Name: "nor tomorrow", Given: given, When: over(20240604), Refused: "I-EDU-3"},
		{Name: "if there is one", When: lapse, Refused: "I-EDU-1"},

		{Name: "an educator withdraws", Given: given, When: withdraw, Then: []domain.Event{withdrawn}},
		{Name: "once after an approval", Given: []domain.Event{approved, withdrawn}, When: gone(20240501), Refused: "I-EDU-10"},
		{
			Name:  "and again after another",
			Given: []domain.Event{approved, withdrawn, with(approved, func(e *domain.EducatorApproved) { e.Approval, e.On, e.From = id2, 20240501, 20240501 })},
			When:  gone(20240501), Then: []domain.Event{with(withdrawn, func(e *domain.EducatorWithdrawn) { e.On = 20240501 })},
		},
		{Name: "not before it was given", Given: given, When: gone(20220831), Refused: "I-EDU-10"},
		{Name: "nor tomorrow again", Given: given, When: gone(20240604), Refused: "I-EDU-3"},
		{Name: "who is one", Given: []domain.Event{trained}, When: withdraw, Refused: "I-EDU-1"},
	})
}

// An approval holds for its professions from its first to its last day, which a
// lapse and a withdrawal bring forward.
func TestKindsOn(t *testing.T) {
	assessor := with(approved, func(e *domain.EducatorApproved) { e.Approval, e.Kind = id2, domain.EducatorPracticeAssessor })
	mentor := with(approved, func(e *domain.EducatorApproved) { e.Kind = domain.EducatorMentor })
	later := with(approved, func(e *domain.EducatorApproved) { e.Approval, e.On, e.From = id2, 20240501, 20240501 })
	const student = "NURSING_STUDENT"
	for _, c := range []struct {
		name                 string
		given                []domain.Event
		profession           string
		day                  domain.Date
		supervises, assesses bool
	}{
		{"a supervisor on the first day", []domain.Event{approved}, student, 20221001, true, false},
		{"not the day before", []domain.Event{approved}, student, 20220930, false, false},
		{"on the last day", []domain.Event{approved}, student, 20250930, true, false},
		{"not the day after", []domain.Event{approved}, student, 20251001, false, false},
		{"not of another profession", []domain.Event{approved}, "GP_TRAINEE", 20221001, false, false},
		{"both", []domain.Event{approved, assessor}, student, 20221001, true, true},
		{"neither", []domain.Event{mentor}, student, 20221001, false, false},
		{"until it lapses", []domain.Event{approved, lapsed}, student, 20240331, true, false},
		{"not after", []domain.Event{approved, lapsed}, student, 20240401, false, false},
		{"until they withdraw", []domain.Event{approved, assessor, withdrawn}, student, 20240430, true, true},
		{"not after that", []domain.Event{approved, assessor, withdrawn}, student, 20240501, false, false},
		{"but by a new approval", []domain.Event{approved, withdrawn, later}, student, 20240501, true, false},
	} {
		s := recorded(c.given...)
		if got, also := s.SupervisesOn(nurse, c.profession, c.day), s.AssessesOn(nurse, c.profession, c.day); got != c.supervises || also != c.assesses {
			t.Errorf("%s: supervises %t, assesses %t", c.name, got, also)
		}
	}
	below := recorded(approved)
	fork := below.Fork()
	fork.Evolve(domain.Recorded{Event: withdrawn})
	if !below.SupervisesOn(nurse, student, 20240501) || fork.SupervisesOn(nurse, student, 20240501) {
		t.Error("a withdrawal is known below the fork it is in, or not in it")
	}
	fork.Merge()
	if below.SupervisesOn(nurse, student, 20240501) {
		t.Error("a merged withdrawal is not known")
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, educator.RecordEducatorTraining{Hub: "x"}, "/person", "/hub", "/course", "/on")
	domaintest.Fields(t, educator.ApproveEducator{Hub: "x", Kind: "x", Regulator: "x"}, "/person", "/hub", "/kind", "/professions", "/from", "/to", "/by", "/regulator", "/on")
	a := educator.ApproveEducator{Person: nurse, Kind: domain.EducatorPracticeAssessor, Professions: []string{"x", "NURSING_STUDENT", "NURSING_STUDENT"}, From: 20230401, To: 20230331, By: "SCHOOL-NW", On: 20230401}
	domaintest.Fields(t, a, "/professions/0", "/professions/2", "/to", "/regulator")
	domaintest.Fields(t, educator.LapseEducatorApproval{}, "/approval", "/on", "/reason")
	domaintest.Fields(t, educator.WithdrawEducator{}, "/person", "/on", "/reason")
	for _, kind := range []domain.EducatorKind{domain.EducatorPreceptor, domain.EducatorMentor, domain.EducatorCoach} {
		a := with(a, func(c *educator.ApproveEducator) { c.Kind, c.Professions, c.To = kind, []string{"NURSE"}, 20240331 })
		domaintest.Fields(t, a) // these need no regulator
	}
}

// Every command and every event of the room is one that it handles and takes.
func TestRoom(t *testing.T) {
	s := educator.New("QE1")
	all := []domain.CommandData{educator.RecordEducatorTraining{}, educator.ApproveEducator{}, educator.LapseEducatorApproval{}, educator.WithdrawEducator{}}
	if slices.ContainsFunc(all, func(c domain.CommandData) bool { return !s.Handles(c) }) {
		t.Error("a command of the room is not handled")
	}
	if slices.ContainsFunc([]domain.Event{trained, approved, lapsed, withdrawn}, func(e domain.Event) bool { return !s.Takes(e) }) {
		t.Error("an event of the room is not taken")
	}
	if s.Takes(domain.HubRegistered{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
