package funding

import "github.com/hubledger/hubledger/domain"

// Validate implements domain.CommandData.
func (c RecordClawbackDemand) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	party(f, c.Funder, "/funder")
	f.Pence(c.Pence, "/pence", 1)
	f.Check(c.Reason.Valid(), "/reason", "should be UNSPENT, INELIGIBLE, OVERCLAIMED or OTHER")
	f.Text(c.Ref, "/ref", 0, maxRef)
}

// Validate implements domain.CommandData.
func (c AgreeClawback) Validate(f *domain.FieldErrors) {
	needed(f, c.Clawback, "/clawback", "the clawback")
	c.Line.Validate(f, "/line")
	f.Pence(c.Pence, "/pence", 1)
	f.Text(c.Ref, "/ref", 0, maxRef)
}

// Validate implements domain.CommandData.
func (c SettleClawback) Validate(f *domain.FieldErrors) {
	needed(f, c.Clawback, "/clawback", "the clawback")
	c.Line.Validate(f, "/line")
	f.Pence(c.Pence, "/pence", 1)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c AgreeDeferral) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	party(f, c.Funder, "/funder")
	f.Pence(c.Pence, "/pence", 1)
	f.Text(c.Ref, "/ref", 1, maxRef)
}

// Validate implements domain.CommandData.
func (c DeclareYearEnd) Validate(f *domain.FieldErrors) {
	wantHub(f, c.Hub, "/hub")
	wantYear(f, c.FY, "/fy")
}

// Validate implements domain.CommandData.
func (c ReopenYear) Validate(f *domain.FieldErrors) {
	wantHub(f, c.Hub, "/hub")
	wantYear(f, c.FY, "/fy")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c SignAccounts) Validate(f *domain.FieldErrors) {
	wantHub(f, c.Hub, "/hub")
	wantYear(f, c.FY, "/fy")
	needed(f, c.By, "/by", "the person who signed")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c ReconcileLedger) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	f.Required(c.PeriodEnd, "/periodEnd")
	f.Check(c.PeriodEnd.IsZero() || c.Line.FY.Contains(c.PeriodEnd) && c.PeriodEnd == c.PeriodEnd.MonthEnd(), "/periodEnd",
		"should be the last day of a month in the year of the line, %s", c.Line.FY)
	balance(f, c.HostBalance, "/hostBalance")
	f.Check(len(c.Explained) <= maxParts, "/explained", "has %d rows; it should have at most %d", len(c.Explained), maxParts)
	for i, e := range c.Explained {
		f.Text(e.Reason, index("/explained", i)+"/reason", 1, domain.MaxFreeText)
		balance(f, e.Pence, index("/explained", i)+"/pence")
	}
}

// Validate implements domain.CommandData.
func (c AgreeFunderBalance) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	party(f, c.Funder, "/funder")
	f.Required(c.AsAt, "/asAt")
	balance(f, c.Pence, "/pence")
	f.Text(c.Ref, "/ref", 1, maxRef)
}

// Validate implements domain.CommandData.
func (c DetermineSurplus) Validate(f *domain.FieldErrors) {
	wantHub(f, c.Hub, "/hub")
	wantYear(f, c.FY, "/fy")
	f.Check(len(c.Treatments) <= maxParts, "/treatments", "has %d rows; it should have at most %d", len(c.Treatments), maxParts)
	for i, t := range c.Treatments {
		at := index("/treatments", i)
		f.Pence(t.Pence, at+"/pence", 1)
		switch t.Treatment {
		case domain.SurplusReturned, domain.SurplusDeferred:
			f.Check(t.Purpose == "", at+"/purpose", "belongs to REINVESTED only")
		case domain.SurplusReinvested:
			f.Text(t.Purpose, at+"/purpose", 1, domain.MaxFreeText)
		default:
			f.Add(at+"/treatment", "should be RETURNED, DEFERRED or REINVESTED")
		}
	}
}

// Validate implements domain.CommandData.
func (c RecordDistribution) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	payee(f, c.Payee, "/payee")
	f.Pence(c.Pence, "/pence", 1)
	f.Required(c.On, "/on")
}
