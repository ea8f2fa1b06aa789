package environment

import (
	"bytes"
	"cmp"
	"reflect"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// leastPanel is how many persons recommend at least.
const leastPanel = 3

func (o *order) submit(data SubmitLEApplication) (domain.Decision, error) {
	e := domain.LEApplicationSubmitted(data)
	e.Application, e.LE = domain.IDOf(data.Application, o.id, "application"), domain.IDOf(data.LE, o.id, "le")
	if e.Hub == "" {
		e.Hub = o.s.hub
	}
	e.Sites, e.Professions = ascending(data.Sites), ascending(data.Professions)
	e.SelfAssessment = slices.SortedFunc(slices.Values(data.SelfAssessment), func(a, b domain.SelfAssessment) int {
		return slices.Index(domain.QualityDomains[:], a.Domain) - slices.Index(domain.QualityDomains[:], b.Domain)
	})
	before, known := o.s.applications.Get(e.Application)
	if known && reflect.DeepEqual(before.submitted, e) {
		return o.k.Decide()
	}
	o.new(e.Application, known)
	o.k.Must(RuleNamed, e.Hub.ICB() == string(o.s.hub), "%s should be a hub of %s", e.Hub, o.s.hub)
	o.come(e.On)
	o.active(e.Hub, e.On)
	for _, code := range append([]string{e.Applicant}, e.Sites...) {
		o.party(code)
		o.k.Require(RuleOpen, o.orgs.OpenOn(code, e.On), "%s should be open on %s", code, e.On)
	}
	return o.k.Decide(e)
}

func (o *order) visit(data RecordLEVisit) (domain.Decision, error) {
	a := o.application(data.Application)
	e := domain.LEVisitHeld{
		Visit: domain.IDOf(data.Visit, o.id, "visit"), Application: data.Application, LE: a.submitted.LE, Kind: data.Kind, On: data.On,
	}
	before, known := o.s.visits.Get(e.Visit)
	if before == e {
		return o.k.Decide()
	}
	o.new(e.Visit, known)
	o.come(e.On)
	o.k.Require(RuleSteps, a.submitted.On <= e.On, "application %s was submitted on %s; it should not be looked at before, on %s", e.Application, a.submitted.On, e.On)
	return o.k.Decide(e)
}

func (o *order) recommend(data RecommendLEApproval) (domain.Decision, error) {
	a := o.application(data.Application)
	e := domain.LEApprovalRecommended{
		Application: data.Application, LE: a.submitted.LE, Hub: a.submitted.Hub, Outcome: data.Outcome, Reason: data.Reason, On: data.On,
		Panel: slices.SortedFunc(slices.Values(data.Panel), func(a, b domain.PanelMember) int { return bytes.Compare(a.Person[:], b.Person[:]) }),
	}
	if reflect.DeepEqual(a.recommended, e) {
		return o.k.Decide()
	}
	o.k.Must(RuleOnce, a.recommended.On.IsZero(), "application %s was recommended on on %s; that is so once", e.Application, a.recommended.On)
	o.k.Must(RuleOnce, a.submitted.On <= e.On, "application %s was submitted on %s; it should not be recommended on before, on %s", e.Application, a.submitted.On, e.On)
	o.come(e.On)
	o.active(e.Hub, e.On)
	o.k.Require(RuleSteps, !a.seen.IsZero() && a.seen <= e.On, "application %s should be looked at, in a visit or a desk review, by %s, when the panel recommends", e.Application, e.On)
	o.k.Require(RulePanel, len(e.Panel) >= leastPanel, "the panel has %d members; it should have %d or more", len(e.Panel), leastPanel)
	for _, m := range e.Panel {
		o.party(m.Party)
		of := o.applicantsOf(m, a.submitted, e.On)
		o.k.Require(RulePanel, of == "", "%s is of %s, which applies, or is a site of who does; they should not be on the panel", m.Person, of)
	}
	return o.k.Decide(e)
}

// applicantsOf is the applicant, or the site of it, that a member of a panel
// comes from, and empty where they come from none. Who a person is with says
// the panel, and the register of organisations.
func (o *order) applicantsOf(m domain.PanelMember, a domain.LEApplicationSubmitted, day domain.Date) string {
	from := []string{m.Party}
	for _, kind := range []domain.RelationshipKind{
		domain.RelationOwner, domain.RelationDirector, domain.RelationPartner, domain.RelationEmployee, domain.RelationMember,
	} {
		from = append(from, o.orgs.Parents(m.Person.String(), kind, day)...)
	}
	for _, code := range slices.Clone(from) { // a practice is of its PCN
		from = append(from, o.orgs.Parents(code, domain.RelationPartnerTo, day)...)
	}
	for _, code := range from {
		if code == a.Applicant || slices.Contains(a.Sites, code) {
			return code
		}
	}
	return ""
}

func (o *order) decide(data DecideLEApproval) (domain.Decision, error) {
	a := o.application(data.Application)
	e := domain.LEApprovalDecided{
		Application: data.Application, LE: a.submitted.LE, School: data.School, Outcome: data.Outcome, From: data.From, To: data.To,
		Professions: ascending(data.Professions), Sites: ascending(data.Sites), Actions: slices.Collect(slices.Values(data.Actions)),
		Framework: data.Framework, Reason: data.Reason, On: data.On,
	}
	if reflect.DeepEqual(a.decided, e) {
		return o.k.Decide()
	}
	o.k.Must(RuleOnce, a.decided.On.IsZero(), "application %s was decided on %s; that is so once", e.Application, a.decided.On)
	o.k.Must(RuleOnce, a.submitted.On <= e.On, "application %s was submitted on %s; it should not be decided before, on %s", e.Application, a.submitted.On, e.On)
	for _, one := range e.Actions {
		_, known := o.s.actions.Get(one.Action)
		o.new(one.Action, known)
	}
	o.come(e.On)
	o.k.Must(RuleSchool, o.party(e.School) == domain.ClassPrimaryCareSchool, "%s should be a Primary Care School, to decide", e.School)
	oversees := o.hubs.School(a.submitted.Hub)
	o.k.Require(RuleSchool, oversees == e.School, "%s should be decided by the School that oversees %s, %s, not by %s", e.Application, a.submitted.Hub, cmp.Or(oversees, "which is not recorded"), e.School)
	o.k.Require(RuleSteps, !a.recommended.On.IsZero() && a.recommended.On <= e.On, "application %s should be recommended on by the hub by %s, when the School decides", e.Application, e.On)
	if e.Outcome.Approves() {
		o.scope(e, a.submitted)
	}
	return o.k.Decide(e)
}

// scope holds that an approval is of what was applied for.
func (o *order) scope(e domain.LEApprovalDecided, a domain.LEApplicationSubmitted) {
	sites, professions := beyond(e.Sites, a.Sites), beyond(e.Professions, a.Professions)
	o.k.Require(RuleScope, len(sites) == 0, "application %s should name the sites that are approved; it does not name %s", e.Application, strings.Join(sites, ", "))
	o.k.Require(RuleScope, len(professions) == 0, "application %s should name the professions that are approved; it does not name %s", e.Application, strings.Join(professions, ", "))
	o.k.Require(RuleScope, e.On <= e.From, "an approval decided on %s should not begin before, on %s", e.On, e.From)
}

// beyond are the texts that another list does not have.
func beyond(all, of []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return slices.Contains(of, s) })
}

func (o *order) complete(data CompleteLEAction) (domain.Decision, error) {
	a, known := o.s.actions.Get(data.Action)
	o.k.Must(RuleNamed, known, "action %s should be set by a decision first", data.Action)
	decided := o.s.decided(a.application)
	e := domain.LEActionCompleted{Action: data.Action, Application: a.application, LE: decided.LE, Due: a.action.Due, On: data.On}
	if a.completed == e {
		return o.k.Decide()
	}
	o.k.Must(RuleOnce, a.completed.On.IsZero(), "action %s was completed on %s; that is so once", e.Action, a.completed.On)
	o.k.Must(RuleOnce, decided.On <= e.On, "action %s was set on %s; it should not be completed before, on %s", e.Action, decided.On, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

func (o *order) lapse(data LapseLEApproval) (domain.Decision, error) {
	a := o.application(data.Application)
	e := domain.LEApprovalLapsed{Application: data.Application, LE: a.submitted.LE, On: data.On, Reason: data.Reason}
	if a.lapsed == e {
		return o.k.Decide()
	}
	o.k.Must(RuleLapse, a.decided.Outcome.Approves(), "application %s should be approved before its approval lapses", e.Application)
	o.k.Must(RuleLapse, a.lapsed.On.IsZero(), "the approval of application %s lapsed on %s; that is so once", e.Application, a.lapsed.On)
	o.k.Must(RuleLapse, a.decided.From.AddDays(-1) <= e.On && e.On <= a.decided.To, "the approval of application %s holds from %s to %s; its last day should not be %s",
		e.Application, a.decided.From, a.decided.To, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

func (s *State) decided(application uuid.UUID) domain.LEApprovalDecided {
	a, _ := s.applications.Get(application)
	return a.decided
}

// ascending are texts in order; nil where there are none.
func ascending(all []string) []string { return slices.Sorted(slices.Values(all)) }
