package commissioning

import "github.com/hubledger/hubledger/domain"

// Validate implements domain.CommandData.
func (c RecordNotice) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Check(c.Kind.Valid(), "/kind", "should be TRANSPARENCY, TENDER, INTENT or AWARD")
	f.Text(c.Ref, "/ref", 1, maxRef)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c StartStandstill) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c RecordRepresentation) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	party(f, c.From, "/from")
	f.Text(c.Subject, "/subject", 1, domain.MaxFreeText)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c EndStandstill) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c AwardContract) Validate(f *domain.FieldErrors) {
	optionalParty(f, c.Holder, "/holder")
	party(f, c.Supplier, "/supplier")
	period(f, c.From, c.To, "/from", "/to")
	c.Value.Validate(f, "/value")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c VaryAward) Validate(f *domain.FieldErrors) {
	needed(f, c.Award, "/award", "the award")
	f.Required(c.To, "/to")
	c.Value.Validate(f, "/value")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c EndAward) Validate(f *domain.FieldErrors) {
	needed(f, c.Award, "/award", "the award")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c AcceptDelivery) Validate(f *domain.FieldErrors) {
	needed(f, c.Award, "/award", "the award")
	f.Text(c.What, "/what", 1, domain.MaxFreeText)
	count(f, c.Units, "/units", 1, maxCount)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c SuspectBreach) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Text(c.What, "/what", 1, domain.MaxFreeText)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c UpholdBreach) Validate(f *domain.FieldErrors) {
	needed(f, c.Breach, "/breach", "the breach")
	f.Text(c.Impact, "/impact", 1, domain.MaxFreeText)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c CloseBreach) Validate(f *domain.FieldErrors) {
	needed(f, c.Breach, "/breach", "the breach")
	f.Text(c.Action, "/action", 1, domain.MaxFreeText)
	f.Text(c.Lessons, "/lessons", 0, domain.MaxFreeText)
	f.Text(c.Published, "/published", 0, domain.MaxName)
	f.Required(c.On, "/on")
}
