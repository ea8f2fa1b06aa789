package domain

import (
	"regexp"
	"strings"
)

// MaxPence is the most that one amount of an event may be: a million million
// pounds. It is far above any budget of a hub and far enough below what an
// int64 holds that the few amounts of one event add up safely.
const MaxPence Pence = 100_000_000_000_000

// Sum is the sum of amounts, and false where it can't be held.
func Sum(amounts ...Pence) (Pence, bool) {
	var sum Pence
	for _, p := range amounts {
		var ok bool
		if sum, ok = sum.Add(p); !ok {
			return 0, false
		}
	}
	return sum, true
}

// Amount is what something costs, with its VAT apart. What of the VAT can be
// recovered is a debt of the tax authority and not spent.
type Amount struct {
	Net            Pence `json:"net" jsonschema:"Pence without VAT."`
	VAT            Pence `json:"vat" jsonschema:"Pence of VAT, 0 where there is none."`
	RecoverableVAT Pence `json:"recoverableVat" jsonschema:"Pence of the VAT that can be recovered, 0 to vat."`
}

// Gross is net and VAT: what the payee is owed, and what thresholds are tested
// with.
func (a Amount) Gross() Pence { return a.Net + a.VAT }

// Budget is gross without the recoverable VAT: what a budget is hit by.
func (a Amount) Budget() Pence { return a.Net + a.VAT - a.RecoverableVAT }

// IsZero reports whether there is no amount.
func (a Amount) IsZero() bool { return a == Amount{} }

// Validate reports which parts can't be right. An amount is 1 penny or more;
// one that reduces another is an event of its own.
func (a Amount) Validate(f *FieldErrors, pointer string) {
	f.Pence(a.Net, pointer+"/net", 1)
	f.Pence(a.VAT, pointer+"/vat", 0)
	f.Check(a.RecoverableVAT >= 0 && a.RecoverableVAT <= a.VAT, pointer+"/recoverableVat",
		"should be 0 to the VAT, %d pence", a.VAT)
}

// Pence checks the size of an amount in pence.
func (f *FieldErrors) Pence(p Pence, pointer string, least Pence) {
	f.Check(p >= least && p <= MaxPence, pointer, "should be %d to %d pence", least, MaxPence)
}

// Fund names money by where it comes from and what it is given for: a kind,
// and behind a hyphen which of that kind, such as "OPERATIONAL" or
// "PROGRAMME-CPD".
type Fund string

// FundKind is what sort of money a fund is.
type FundKind string

// The kinds of funds.
const (
	FundOperational    FundKind = "OPERATIONAL"     // runs the hub: its staff and administration
	FundProgramme      FundKind = "PROGRAMME"       // of national or regional programmes
	FundICSProgramme   FundKind = "ICS_PROGRAMME"   // of the ICS for its own priorities
	FundTariff         FundKind = "TARIFF"          // passes through: the hub is an agent
	FundLocalAuthority FundKind = "LOCAL_AUTHORITY" // of a council
	FundProjectIncome  FundKind = "PROJECT_INCOME"  // earned by work the hub was commissioned to do
	FundOther          FundKind = "OTHER"
)

var fundName = regexp.MustCompile(`^[A-Z0-9][A-Z0-9_-]{0,29}$`)

// Kind is the part before the first hyphen.
func (f Fund) Kind() FundKind {
	kind, _, _ := strings.Cut(string(f), "-")
	return FundKind(kind)
}

// Agent reports whether the hub only passes the money on: it is kept out of
// the hub's surplus.
func (f Fund) Agent() bool { return f.Kind() == FundTariff }

// Valid reports whether the fund has the form of one.
func (f Fund) Valid() bool {
	switch f.Kind() {
	case FundOperational, FundProgramme, FundICSProgramme, FundTariff, FundLocalAuthority, FundProjectIncome, FundOther:
	default:
		return false
	}
	_, name, named := strings.Cut(string(f), "-")
	return !named || fundName.MatchString(name)
}

// FundLine is one fund in one financial year: what a budget is kept of.
type FundLine struct {
	// Hub is the locality hub whose line it is, empty for the ICS hub of the
	// stream.
	Hub  HubID         `json:"hub,omitzero" jsonschema:"The locality hub whose line it is, such as QE1~fylde-coast; left out for the ICS hub."`
	Fund Fund          `json:"fund" jsonschema:"The fund: OPERATIONAL, PROGRAMME, ICS_PROGRAMME, TARIFF, LOCAL_AUTHORITY, PROJECT_INCOME or OTHER, and behind a hyphen which of that kind, such as PROGRAMME-CPD."`
	FY   FinancialYear `json:"fy" jsonschema:"The financial year, such as 2024/25."`
}

// IsZero reports whether there is no line.
func (l FundLine) IsZero() bool { return l == FundLine{} }

// HubIn is the hub whose line it is, of an ICB's stream.
func (l FundLine) HubIn(icb string) HubID {
	if l.Hub != "" {
		return l.Hub
	}
	return HubID(icb)
}

// InYear is the line of the same hub and fund in another year.
func (l FundLine) InYear(fy FinancialYear) FundLine { return FundLine{l.Hub, l.Fund, fy} }

// Validate reports which parts can't be right.
func (l FundLine) Validate(f *FieldErrors, pointer string) {
	f.Check(l.Hub == "" || l.Hub.Valid() && l.Hub.IsLocality(), pointer+"/hub",
		"should be a locality hub such as QE1~fylde-coast, or left out for the ICS hub")
	f.Check(l.Fund.Valid(), pointer+"/fund", "should be a fund such as OPERATIONAL or PROGRAMME-CPD")
	f.Check(!l.FY.IsZero(), pointer+"/fy", "is required, a financial year of the form 2024/25")
}

// String is the line as messages name it: "PROGRAMME-CPD 2024/25", with the
// locality hub before it.
func (l FundLine) String() string {
	s := string(l.Fund) + " " + l.FY.String()
	if l.Hub != "" {
		return string(l.Hub) + " " + s
	}
	return s
}
