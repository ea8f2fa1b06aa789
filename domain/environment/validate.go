package environment

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxSites       = 100
	maxProfessions = 40
	maxPanel       = 30
	maxActions     = 50
	maxISF         = 4
)

const (
	keyForm   = "should be 2 to 40 capital letters, digits and underscores, the first a letter"
	partyForm = "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens"
)

// Validate implements domain.CommandData.
func (c SubmitLEApplication) Validate(f *domain.FieldErrors) {
	f.Check(c.Hub == "" || c.Hub.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
	f.Check(domain.IsParty(c.Applicant), "/applicant", partyForm)
	once(f, c.Sites, "/sites", 1, maxSites, domain.IsParty, partyForm)
	once(f, c.Professions, "/professions", 1, maxProfessions, domain.IsKey, keyForm)
	f.Check(len(c.SelfAssessment) == len(domain.QualityDomains), "/selfAssessment", "has %d ratings; it should have one for each of the %d domains",
		len(c.SelfAssessment), len(domain.QualityDomains))
	seen := make(map[domain.QualityDomain]bool, len(c.SelfAssessment))
	for i, a := range c.SelfAssessment {
		at := fmt.Sprintf("/selfAssessment/%d", i)
		f.Check(a.Domain.Valid(), at+"/domain", "should be one of the domains of the Quality Framework, %v", domain.QualityDomains)
		f.Check(!seen[a.Domain], at+"/domain", "names %s a second time", a.Domain)
		seen[a.Domain] = true
		f.Check(a.Rating.Valid(), at+"/rating", "should be MET, PARTLY_MET or NOT_MET")
	}
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c RecordLEVisit) Validate(f *domain.FieldErrors) {
	id(f, c.Application, "/application", "application")
	f.Check(c.Kind.Valid(), "/kind", "should be VISIT or DESK_REVIEW")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData. How many recommend is a rule: a
// panel that was too small has sat all the same.
func (c RecommendLEApproval) Validate(f *domain.FieldErrors) {
	id(f, c.Application, "/application", "application")
	f.Check(len(c.Panel) >= 1 && len(c.Panel) <= maxPanel, "/panel", "has %d members; it should have 1 to %d", len(c.Panel), maxPanel)
	seen := make(map[uuid.UUID]bool, len(c.Panel))
	for i, m := range c.Panel {
		at := fmt.Sprintf("/panel/%d", i)
		id(f, m.Person, at+"/person", "person")
		f.Check(!seen[m.Person], at+"/person", "names %s a second time", m.Person)
		seen[m.Person] = true
		f.Check(domain.IsParty(m.Party), at+"/party", partyForm)
	}
	outcome(f, c.Outcome)
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c DecideLEApproval) Validate(f *domain.FieldErrors) {
	id(f, c.Application, "/application", "application")
	f.Check(domain.IsParty(c.School), "/school", partyForm)
	outcome(f, c.Outcome)
	if c.Outcome.Approves() {
		f.Required(c.From, "/from")
		f.Required(c.To, "/to")
		f.Check(c.To.IsZero() || c.To >= c.From, "/to", "should not be before from, %s", c.From)
		once(f, c.Professions, "/professions", 1, maxProfessions, domain.IsKey, keyForm)
		once(f, c.Sites, "/sites", 1, maxSites, domain.IsParty, partyForm)
	} else {
		f.Check(c.From.IsZero(), "/from", "should be left out where nothing is approved")
		f.Check(c.To.IsZero(), "/to", "should be left out where nothing is approved")
		f.Check(len(c.Professions) == 0, "/professions", "should be left out where nothing is approved")
		f.Check(len(c.Sites) == 0, "/sites", "should be left out where nothing is approved")
	}
	c.actions(f)
	f.Check(domain.IsVersion(c.Framework), "/framework", "should be a version, such as 2021: 1 to 40 letters, digits, spaces and ./_-")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	f.Required(c.On, "/on")
}

func (c DecideLEApproval) actions(f *domain.FieldErrors) {
	if c.Outcome != domain.LEWithActions {
		f.Check(len(c.Actions) == 0, "/actions", "should be left out unless the outcome is WITH_ACTIONS")
		return
	}
	f.Check(len(c.Actions) >= 1 && len(c.Actions) <= maxActions, "/actions", "has %d; it should have 1 to %d", len(c.Actions), maxActions)
	seen := make(map[uuid.UUID]bool, len(c.Actions))
	for i, a := range c.Actions {
		at := fmt.Sprintf("/actions/%d", i)
		id(f, a.Action, at+"/action", "action")
		f.Check(!seen[a.Action], at+"/action", "names %s a second time", a.Action)
		seen[a.Action] = true
		f.Text(a.What, at+"/what", 1, domain.MaxName)
		f.Required(a.Due, at+"/due")
	}
}

// Validate implements domain.CommandData.
func (c CompleteLEAction) Validate(f *domain.FieldErrors) {
	id(f, c.Action, "/action", "action")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c LapseLEApproval) Validate(f *domain.FieldErrors) {
	id(f, c.Application, "/application", "application")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c SuspendLE) Validate(f *domain.FieldErrors) {
	id(f, c.LE, "/le", "learning environment")
	f.Check(domain.IsParty(c.By), "/by", partyForm)
	f.Check(c.ISFCategory >= 0 && c.ISFCategory <= maxISF, "/isfCategory", "should be 0 to %d", maxISF)
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	f.Required(c.From, "/from")
}

// Validate implements domain.CommandData.
func (c ReinstateLE) Validate(f *domain.FieldErrors) {
	id(f, c.Suspension, "/suspension", "suspension")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c RaiseQualityConcern) Validate(f *domain.FieldErrors) {
	id(f, c.LE, "/le", "learning environment")
	f.Check(c.Domain.Valid(), "/domain", "should be one of the domains of the Quality Framework, %v", domain.QualityDomains)
	f.Check(c.Risk.Valid(), "/risk", "should be LOW, MEDIUM or HIGH")
	f.Text(c.Subject, "/subject", 1, domain.MaxName)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c CloseQualityConcern) Validate(f *domain.FieldErrors) {
	id(f, c.Concern, "/concern", "concern")
	f.Required(c.On, "/on")
	f.Text(c.Outcome, "/outcome", 1, domain.MaxFreeText)
}

func id(f *domain.FieldErrors, id uuid.UUID, pointer, of string) {
	f.Check(id != uuid.Nil, pointer, "is required, the %s's id", of)
}

func outcome(f *domain.FieldErrors, o domain.LEOutcome) {
	f.Check(o.Valid(), "/outcome", "should be APPROVED, WITH_ACTIONS or NOT_APPROVED")
}

// once checks a list of texts, each of which is there once.
func once(f *domain.FieldErrors, all []string, pointer string, least, most int, valid func(string) bool, form string) {
	f.Check(len(all) >= least && len(all) <= most, pointer, "has %d; it should have %d to %d", len(all), least, most)
	seen := make(map[string]bool, len(all))
	for i, s := range all {
		at := fmt.Sprintf("%s/%d", pointer, i)
		f.Check(valid(s), at, "%s", form)
		f.Check(!seen[s], at, "names %s a second time", s)
		seen[s] = true
	}
}
