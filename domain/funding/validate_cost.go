package funding

import "github.com/hubledger/hubledger/domain"

// Validate implements domain.CommandData.
func (c MakeCommitment) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	needed(f, c.Award, "/award", "the award")
	f.Pence(c.Pence, "/pence", 1)
	parts(f, c.Line, c.Profile)
	spending(f, c.Purpose, c.CostType)
}

// Validate implements domain.CommandData.
func (c ReleaseCommitment) Validate(f *domain.FieldErrors) {
	needed(f, c.Commitment, "/commitment", "the commitment")
	c.Line.Validate(f, "/line")
	f.Pence(c.Pence, "/pence", 1)
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c AccrueCost) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	c.Amount.Validate(f, "/amount")
	if known := !isNil(c.Commitment); known {
		f.Check(c.Payee == "", "/payee", "is that of the commitment; it should be left out")
	} else {
		payee(f, c.Payee, "/payee")
	}
	period(f, c.PeriodFrom, c.PeriodTo, "/periodFrom", "/periodTo")
}

// Validate implements domain.CommandData.
func (c ChargePay) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	f.Text(c.Post, "/post", 1, 100)
	f.Check(c.FTE > 0, "/fte", "should be above 0")
	f.Check(c.FTE <= 100*domain.OneFTE, "/fte", "should be at most 100")
	period(f, c.PeriodFrom, c.PeriodTo, "/periodFrom", "/periodTo")
	f.Pence(c.Pence, "/pence", 1)
}

// Validate implements domain.CommandData.
func (c AgreeOverheadBasis) Validate(f *domain.FieldErrors) {
	wantHub(f, c.Hub, "/hub")
	wantYear(f, c.FY, "/fy")
	switch c.Basis.Kind {
	case domain.OverheadShareOfPay:
		f.Check(c.Basis.BasisPoints >= 1 && c.Basis.BasisPoints <= 10_000, "/basis/basisPoints", "should be 1 to 10000 hundredths of a percent")
		f.Check(c.Basis.Pence == 0, "/basis/pence", "belongs to FIXED only")
	case domain.OverheadFixed:
		f.Pence(c.Basis.Pence, "/basis/pence", 1)
		f.Check(c.Basis.BasisPoints == 0, "/basis/basisPoints", "belongs to SHARE_OF_PAY only")
	default:
		f.Add("/basis/kind", "should be SHARE_OF_PAY or FIXED")
	}
	f.Text(c.Ref, "/ref", 1, maxRef)
}

// Validate implements domain.CommandData.
func (c ChargeHostOverhead) Validate(f *domain.FieldErrors) {
	c.Line.Validate(f, "/line")
	period(f, c.PeriodFrom, c.PeriodTo, "/periodFrom", "/periodTo")
	f.Pence(c.Pence, "/pence", 1)
}

// Validate implements domain.CommandData.
func (c ReverseAccrual) Validate(f *domain.FieldErrors) {
	needed(f, c.Accrual, "/accrual", "the accrual")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}
