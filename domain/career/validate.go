package career

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxMonths   = 600
	maxMinutes  = 24 * 60
	maxContacts = 100_000
	// maxProfession leaves room for the kind in the key of its rule.
	maxProfession = 26
)

// Validate implements domain.CommandData.
func (c StartSupport) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	f.Check(c.Kind.Valid(), "/kind", "should be FELLOWSHIP, PRECEPTORSHIP, MENTORING or COACHING")
	id(f, c.Person, "/person", "the random id of a person")
	profession(f, c.Profession)
	if c.Kind == domain.SupportFellowship {
		f.Check(c.Supporter == uuid.Nil, "/supporter", "should be left out: a fellowship has none")
	} else {
		id(f, c.Supporter, "/supporter", "the random id of the mentor, coach or preceptor")
	}
	f.Check(domain.IsParty(c.Employer) || c.Employer == "" && !c.Kind.Programme(), "/employer", "should be the code of an organisation")
	f.Required(c.AppliedOn, "/appliedOn")
	f.Check(c.ContractMonths >= 0 && c.ContractMonths <= maxMonths, "/contractMonths", "should be 0 to %d", maxMonths)
	f.Check(!c.OpenEnded || c.ContractMonths == 0, "/contractMonths", "should be left out: the contract has no end")
	f.Check(c.Payee == "" || domain.IsParty(c.Payee), "/payee", "should be the code of an organisation")
	f.Required(c.Start, "/start")
	f.Check(c.Start.IsZero() || c.AppliedOn <= c.Start, "/start", "should not be before appliedOn, %s", c.AppliedOn)
	f.Required(c.Until, "/until")
	f.Check(c.Until.IsZero() || c.Start <= c.Until, "/until", "should not be before start, %s", c.Start)
}

// Validate implements domain.CommandData.
func (c RecordSupportSession) Validate(f *domain.FieldErrors) {
	id(f, c.Support, "/support", "the support's id")
	f.Required(c.On, "/on")
	f.Check(c.Minutes >= 1 && c.Minutes <= maxMinutes, "/minutes", "should be 1 to %d", maxMinutes)
}

// Validate implements domain.CommandData.
func (c CompleteSupport) Validate(f *domain.FieldErrors) {
	id(f, c.Support, "/support", "the support's id")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c WithdrawSupport) Validate(f *domain.FieldErrors) {
	id(f, c.Support, "/support", "the support's id")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c RecordCareerSupport) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	f.Check(c.Stage.Valid(), "/stage", "should be NEW_TO_PRACTICE, MID_CAREER or RETENTION")
	profession(f, c.Profession)
	f.Check(c.Contacts >= 1 && c.Contacts <= maxContacts, "/contacts", "should be 1 to %d", maxContacts)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c UseCPDFunding) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	id(f, c.Person, "/person", "the random id of a person")
	profession(f, c.Profession)
	f.Pence(c.Pence, "/pence", 1)
	f.Check(c.Purpose.Valid(), "/purpose", "should be COURSE, QUALIFICATION, EVENT, BACKFILL, MANDATORY_TRAINING, EQUIPMENT or OTHER")
	f.Required(c.On, "/on")
}

func hub(f *domain.FieldErrors, id domain.HubID) {
	f.Check(id == "" || id.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
}

func id(f *domain.FieldErrors, v uuid.UUID, pointer, what string) {
	f.Check(v != uuid.Nil, pointer, "is required, %s", what)
}

func profession(f *domain.FieldErrors, s string) {
	f.Check(domain.IsKey(s) && len(s) <= maxProfession, "/profession", "should be 2 to %d capital letters, digits and underscores, the first a letter", maxProfession)
}
