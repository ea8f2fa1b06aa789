package environment_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// What the room asks of others is what they answer.
var (
	_ environment.Organisations = organisation.View{}
	_ environment.Hubs          = (*topology.State)(nil)
)

var (
	le     = domaintest.Named("environment")
	first  = domaintest.Named("first-application")
	second = domaintest.Named("second-application")
	anna   = domaintest.Named("chair-of-panel")
	ben    = domaintest.Named("university-lecturer")
	cleo   = domaintest.Named("hub-nurse-lead")
	dan    = domaintest.Named("salaried-gp-of-site")
)

// hub is the room as an aggregate, among the hubs of its ICS.
type hub struct {
	*environment.State
	hubs *topology.State
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.hubs} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, h.hubs, c, now)
}

// newHub is QE1 from April 2019, overseen by the School of the North West.
func newHub() domain.Aggregate {
	hubs := topology.New("QE1")
	hubs.Evolve(domain.Recorded{Event: domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", School: "SCHOOL-NW", From: 20190401}})
	return hub{environment.New("QE1"), hubs}
}

// streams know a PCN, its three practices, one of them closed at the end of
// March 2023, two Schools, the accountable body and a university. Somebody
// works at the first practice.
func streams() domaintest.Streams {
	orgs := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "U00001", Name: "North", Class: domain.ClassPCN},
		domain.OrganisationRegistered{Org: "A81001", Name: "Mill Lane", Class: domain.ClassPractice},
		domain.OrganisationRegistered{Org: "A81002", Name: "High Street", Class: domain.ClassPractice},
		domain.OrganisationRegistered{Org: "A81003", Name: "Old Road", Class: domain.ClassPractice},
		domain.OrganisationClosed{Org: "A81003", On: 20230331},
		domain.OrganisationRegistered{Org: "SCHOOL-NW", Name: "School", Class: domain.ClassPrimaryCareSchool},
		domain.OrganisationRegistered{Org: "SCHOOL-NE", Name: "Other School", Class: domain.ClassPrimaryCareSchool},
		domain.OrganisationRegistered{Org: "NHSE", Name: "NHS England", Class: domain.ClassAccountableBody},
		domain.OrganisationRegistered{Org: "UKPRN-10007814", Name: "University", Class: "UNIVERSITY"},
		domain.OrganisationRelationshipRecorded{Child: "A81002", Parent: "U00001", Kind: domain.RelationPartnerTo, From: 20190701},
		domain.OrganisationRelationshipRecorded{Child: dan.String(), Parent: "A81001", Kind: domain.RelationEmployee, From: 20220101, To: 20241231},
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
		of[rule] = environment.Rules[rule]
		if of[rule] == "" {
			t.Errorf("the table of rules does not say what %s demands", rule)
		}
	}
	domaintest.Run(t, newHub, streams(), of, cases)
}

// recorded is a room with events behind it, for asking.
func recorded(events ...domain.Event) *environment.State {
	s := environment.New("QE1")
	for i, e := range events {
		s.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return s
}

// with is an order with something changed.
func with[C any](c C, change func(*C)) C {
	change(&c)
	return c
}

// The way of an application: each step in the order in which it is taken.
var (
	applied = domain.LEApplicationSubmitted{
		Application: first, LE: le, Hub: "QE1", Applicant: "U00001", Sites: []string{"A81001", "A81002"}, Professions: []string{"NURSING_STUDENT", "PARAMEDIC_STUDENT"},
		SelfAssessment: []domain.SelfAssessment{
			{Domain: domain.QualityEnvironment, Rating: domain.RatingMet}, {Domain: domain.QualityGovernance, Rating: domain.RatingMet},
			{Domain: domain.QualityLearners, Rating: domain.RatingPartlyMet}, {Domain: domain.QualityEducators, Rating: domain.RatingMet},
			{Domain: domain.QualityProgrammes, Rating: domain.RatingMet}, {Domain: domain.QualityWorkforce, Rating: domain.RatingNotMet},
		},
		On: 20230501,
	}
	visited     = domain.LEVisitHeld{Visit: domaintest.Named("visit"), Application: first, LE: le, Kind: domain.LEVisit, On: 20230515}
	recommended = domain.LEApprovalRecommended{
		Application: first, LE: le, Hub: "QE1", Outcome: domain.LEWithActions, Reason: "all data agree", On: 20230601,
		Panel: panel(anna, "NHSE", ben, "UKPRN-10007814", cleo, "SCHOOL-NW"),
	}
	todo    = domain.LEAction{Action: domaintest.Named("induction-pack"), What: "Write an induction pack", Due: 20231001}
	decided = domain.LEApprovalDecided{
		Application: first, LE: le, School: "SCHOOL-NW", Outcome: domain.LEWithActions, From: 20230701, To: 20240531,
		Professions: []string{"NURSING_STUDENT"}, Sites: []string{"A81001", "A81002"}, Actions: []domain.LEAction{todo},
		Framework: "2021", Reason: "as recommended", On: 20230620,
	}
	completed  = domain.LEActionCompleted{Action: todo.Action, Application: first, LE: le, Due: 20231001, On: 20230930}
	lapsed     = domain.LEApprovalLapsed{Application: first, LE: le, On: 20240531, Reason: "ran out"}
	suspended  = domain.LESuspended{Suspension: domaintest.Named("suspension"), LE: le, By: "SCHOOL-NW", ISFCategory: 3, Reason: "no supervisor", From: 20240101}
	reinstated = domain.LEReinstated{Suspension: suspended.Suspension, LE: le, On: 20240201, Reason: "supervisor found"}
	raised     = domain.QualityConcernRaised{Concern: domaintest.Named("concern"), LE: le, Domain: domain.QualityLearners, Risk: domain.RiskHigh, Subject: "No induction", On: 20231101}
	closed     = domain.QualityConcernClosed{Concern: raised.Concern, LE: le, On: 20231201, Outcome: "held since"}
)

// panel is persons and who they come from, by person.
func panel(of ...any) []domain.PanelMember {
	var out []domain.PanelMember
	for i := 0; i < len(of); i += 2 {
		out = append(out, domain.PanelMember{Person: of[i].(uuid.UUID), Party: of[i+1].(string)})
	}
	for i := range out { // by hand: the rule that sorts is under test
		for j := range i {
			if out[i].Person.String() < out[j].Person.String() {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
}
