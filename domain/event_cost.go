package domain

import "github.com/google/uuid"

// The events that promise money and incur cost.

// YearPart is the part of an amount that belongs to a financial year.
type YearPart struct {
	FY    FinancialYear `json:"fy" jsonschema:"The financial year, such as 2024/25."`
	Pence Pence         `json:"pence" jsonschema:"Pence of that year, 1 or more."`
}

// CommitmentMade says that money is promised: by an order or an award, or by
// the letter of a grant.
type CommitmentMade struct {
	Commitment uuid.UUID `json:"commitment"`
	Line       FundLine  `json:"line"`
	Award      uuid.UUID `json:"award,omitzero"` // this or a grant
	Grant      uuid.UUID `json:"grant,omitzero"`
	Decision   uuid.UUID `json:"decision,omitzero"` // that approved it; none where there was none
	Payee      string    `json:"payee,omitzero"`
	Pence      Pence     `json:"pence"` // of all years, as the budget bears it: without recoverable VAT
	// Profile is the parts by year, ascending from that of the line, where
	// there are several. Later years are disclosed, and charged when there is
	// money of that year.
	Profile  []YearPart  `json:"profile,omitempty"`
	Purpose  FundPurpose `json:"purpose"`
	CostType CostType    `json:"costType"`
	// NeedRefs and PriorityRefs are what it is for, at least as the decision
	// has it.
	NeedRefs     []uuid.UUID `json:"needRefs,omitempty"`
	PriorityRefs []uuid.UUID `json:"priorityRefs,omitempty"`
	RequestedBy  uuid.UUID   `json:"requestedBy"` // person
}

// Charge is the part that the line bears now: that of its own year.
func (e CommitmentMade) Charge() Pence {
	if len(e.Profile) == 0 {
		return e.Pence
	}
	return e.Profile[0].Pence
}

// CommitmentCharged says that the year of a part of a commitment has money now,
// and bears that part.
type CommitmentCharged struct {
	Commitment uuid.UUID `json:"commitment"`
	Line       FundLine  `json:"line"` // of the part's year
	Pence      Pence     `json:"pence"`
}

// CommitmentReleased says that a part of a promise will not be needed.
type CommitmentReleased struct {
	Commitment uuid.UUID `json:"commitment"`
	Line       FundLine  `json:"line"`
	Pence      Pence     `json:"pence"`
	// Planned says that the line had not been charged with it yet.
	Planned bool   `json:"planned,omitzero"`
	Reason  string `json:"reason"`
}

// CostAccrued says that goods or services were received in a period, whether
// invoiced or not.
type CostAccrued struct {
	Accrual    uuid.UUID `json:"accrual"`
	Commitment uuid.UUID `json:"commitment,omitzero"` // none where nothing was promised
	Line       FundLine  `json:"line"`
	// FromCommitted consumes the commitment, and FromAvailable is the excess:
	// together what the budget bears. Both are 0 or more.
	FromCommitted Pence  `json:"fromCommitted"`
	FromAvailable Pence  `json:"fromAvailable"`
	Amount        Amount `json:"amount"`
	// FromPrepaid is the part of the gross amount that was paid before.
	FromPrepaid Pence  `json:"fromPrepaid,omitzero"`
	Payee       string `json:"payee"`
	PeriodFrom  Date   `json:"periodFrom"` // first day
	PeriodTo    Date   `json:"periodTo"`   // last day
}

// PayCharged says what a post of the hub's team cost in a period. VAT is none.
type PayCharged struct {
	Accrual    uuid.UUID `json:"accrual"`
	Line       FundLine  `json:"line"`
	Post       string    `json:"post"` // role of the funded establishment
	FTE        FTE       `json:"fte"`
	PeriodFrom Date      `json:"periodFrom"`
	PeriodTo   Date      `json:"periodTo"`
	Pence      Pence     `json:"pence"`
}

// OverheadKind is how the overhead of a host is reckoned.
type OverheadKind string

// The kinds.
const (
	OverheadShareOfPay OverheadKind = "SHARE_OF_PAY" // of the pay charged in the year
	OverheadFixed      OverheadKind = "FIXED"        // an amount for the year
)

// OverheadBasis is how much overhead a host may charge in a financial year.
type OverheadBasis struct {
	Kind OverheadKind `json:"kind" jsonschema:"SHARE_OF_PAY (of the pay charged in the year) or FIXED (an amount for the year)."`
	// BasisPoints are hundredths of a percent.
	BasisPoints int64 `json:"basisPoints,omitzero" jsonschema:"Of SHARE_OF_PAY: hundredths of a percent, 1 to 10000."`
	Pence       Pence `json:"pence,omitzero" jsonschema:"Of FIXED: pence for the year."`
}

// Limit is the most that may be charged beside an amount of pay, rounded down
// to a whole penny.
func (b OverheadBasis) Limit(pay Pence) Pence {
	if b.Kind == OverheadFixed {
		return b.Pence
	}
	if pay <= 0 {
		return 0
	}
	// In two parts, so that nothing overflows.
	return pay/10_000*Pence(b.BasisPoints) + pay%10_000*Pence(b.BasisPoints)/10_000
}

// OverheadBasisAgreed says how much overhead the host of a hub may charge in a
// year. The newest one of a hub and year counts.
type OverheadBasisAgreed struct {
	Hub   HubID         `json:"hub,omitzero"` // a locality hub; the ICS hub where none is named
	FY    FinancialYear `json:"fy"`
	Basis OverheadBasis `json:"basis"`
	Ref   string        `json:"ref"`
}

// HostOverheadCharged says what the host charges for its overhead in a period.
// VAT is none.
type HostOverheadCharged struct {
	Accrual    uuid.UUID     `json:"accrual"`
	Line       FundLine      `json:"line"`
	Basis      OverheadBasis `json:"basis,omitzero"` // none where none is agreed
	PeriodFrom Date          `json:"periodFrom"`
	PeriodTo   Date          `json:"periodTo"`
	Pence      Pence         `json:"pence"`
}

// AccrualReversed says that a cost was not incurred, and gives back what it
// took: a cost, pay or overhead.
type AccrualReversed struct {
	Accrual     uuid.UUID `json:"accrual"`
	Commitment  uuid.UUID `json:"commitment,omitzero"`
	Line        FundLine  `json:"line"`
	ToCommitted Pence     `json:"toCommitted"` // 0 or more
	ToAvailable Pence     `json:"toAvailable"` // 0 or more
	Amount      Amount    `json:"amount"`
	// ToPrepaid is the part of the gross amount that is a prepayment again.
	ToPrepaid Pence  `json:"toPrepaid,omitzero"`
	Reason    string `json:"reason"`
}

func (CommitmentMade) EventType() string      { return "CommitmentMade" }
func (CommitmentCharged) EventType() string   { return "CommitmentCharged" }
func (CommitmentReleased) EventType() string  { return "CommitmentReleased" }
func (CostAccrued) EventType() string         { return "CostAccrued" }
func (PayCharged) EventType() string          { return "PayCharged" }
func (OverheadBasisAgreed) EventType() string { return "OverheadBasisAgreed" }
func (HostOverheadCharged) EventType() string { return "HostOverheadCharged" }
func (AccrualReversed) EventType() string     { return "AccrualReversed" }

func (CommitmentMade) isEvent()      {}
func (CommitmentCharged) isEvent()   {}
func (CommitmentReleased) isEvent()  {}
func (CostAccrued) isEvent()         {}
func (PayCharged) isEvent()          {}
func (OverheadBasisAgreed) isEvent() {}
func (HostOverheadCharged) isEvent() {}
func (AccrualReversed) isEvent()     {}
