package funding

import (
	"strconv"

	"github.com/hubledger/hubledger/domain"
)

func index(pointer string, i int) string { return pointer + "/" + strconv.Itoa(i) }

// Validate implements domain.CommandData.
func (c IssueAllocation) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	f.Pence(c.Pence, "/pence", 1)
	if c.Basis != nil {
		f.Check(c.Basis.Population > 0, "/basis/population", "should be above 0")
		f.Text(c.Basis.Source, "/basis/source", 1, domain.MaxName)
		f.Required(c.Basis.AsAt, "/basis/asAt")
	}
	f.Check(c.Purpose.Valid(), "/purpose", "should be 3 to 40 capital letters and underscores, such as CPD")
	f.Check(c.Status.Valid(), "/status", "should be INDICATIVE or CONFIRMED")
	f.Check(c.Source.Valid(), "/source", "should be HEE, ICS, LOCAL_AUTHORITY, NHSE_REGION, NHSE_NATIONAL or OTHER")
	if c.Funder != "" {
		party(f, c.Funder, "/funder")
	}
	f.Check(c.Expires.IsZero() || c.Line.FY.Contains(c.Expires), "/expires", "should lie in the year of the line, %s", c.Line.FY)
	f.Check(len(c.Conditions) <= maxParts, "/conditions", "has %d rows; it should have at most %d", len(c.Conditions), maxParts)
	for i, condition := range c.Conditions {
		validCondition(f, condition, index("/conditions", i))
	}
}

func validCondition(f *domain.FieldErrors, c domain.FundCondition, at string) {
	switch c.Kind {
	case domain.ConditionExcludes:
		f.Check(c.CostType.Valid(), at+"/costType", "should be 3 to 40 capital letters and underscores, such as BACKFILL")
	case domain.ConditionNoCarryOver, domain.ConditionRingFenced:
	case domain.ConditionOther:
		f.Text(c.Text, at+"/text", 1, domain.MaxFreeText)
	default:
		f.Add(at+"/kind", "should be EXCLUDES, NO_CARRY_OVER, RING_FENCED or OTHER")
	}
	f.Check(c.Kind == domain.ConditionExcludes || c.CostType == "", at+"/costType", "belongs to EXCLUDES only")
	f.Check(c.Kind == domain.ConditionOther || c.Text == "", at+"/text", "belongs to OTHER only")
}

// Validate implements domain.CommandData.
func (c ConfirmAllocation) Validate(f *domain.FieldErrors) {
	needed(f, c.Allocation, "/allocation", "the allocation")
	f.Pence(c.Pence, "/pence", 1)
	f.Text(c.Ref, "/ref", 0, maxRef)
}

// Validate implements domain.CommandData.
func (c VaryAllocation) Validate(f *domain.FieldErrors) {
	needed(f, c.Allocation, "/allocation", "the allocation")
	balance(f, c.Pence, "/pence")
	f.Check(c.Pence != 0, "/pence", "should not be 0: the allocation would stay what it is")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	f.Text(c.Ref, "/ref", 0, maxRef)
}

// Validate implements domain.CommandData.
func (c AuthoriseOverspend) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	f.Pence(c.Pence, "/pence", 0)
	approval(f, &c.Approval, "/approval")
	f.Required(c.Until, "/until")
}

// Validate implements domain.CommandData.
func (c RecordForecast) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	f.Required(c.AsAt, "/asAt")
	f.Pence(c.Outturn, "/outturn", 0)
	f.Text(c.Reason, "/reason", 0, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c RecordFundReceipt) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	f.Pence(c.Pence, "/pence", 1)
	f.Required(c.On, "/on")
	party(f, c.Payer, "/payer")
}

// Validate implements domain.CommandData.
func (c VireBudget) Validate(f *domain.FieldErrors) {
	c.From.Validate(f, "/from")
	c.To.Validate(f, "/to")
	f.Check(c.To != c.From, "/to", "should be another line than the one that gives")
	f.Check(c.To.FY == c.From.FY, "/to/fy", "should be the year of the line that gives, %s: money goes to another year by deferral", c.From.FY)
	f.Pence(c.Pence, "/pence", 1)
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	approval(f, c.Approval, "/approval")
}

// Validate implements domain.CommandData.
func (c SendTransfer) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	f.Check(domain.IsICB(c.To), "/to", "should be the code of an ICB, such as QE1")
	f.Pence(c.Pence, "/pence", 1)
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
	approval(f, c.Approval, "/approval")
}

// Validate implements domain.CommandData.
func (c ReceiveTransfer) Validate(f *domain.FieldErrors) {
	needed(f, c.Transfer, "/transfer", "the transfer, as the other hub's stream names it")
	c.Line.Validate(f, "/line")
	f.Check(domain.IsICB(c.From), "/from", "should be the code of an ICB, such as QE1")
	f.Pence(c.Pence, "/pence", 1)
}

// Validate implements domain.CommandData.
func (c RecordProjectCommission) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	f.Check(c.Line.Fund.Kind() == domain.FundProjectIncome, "/line/fund", "should be of kind PROJECT_INCOME, such as PROJECT_INCOME-ANYTOWN")
	party(f, c.Commissioner, "/commissioner")
	f.Pence(c.Fee, "/fee", 1)
	f.Text(c.Terms, "/terms", 1, domain.MaxFreeText)
}
