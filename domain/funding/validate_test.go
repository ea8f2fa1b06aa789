package funding_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
)

// Every command tells all of its wrong fields at once.
func TestFields(t *testing.T) {
	long := strings.Repeat("x", domain.MaxFreeText+1)
	badLine := domain.FundLine{Hub: "QE1", Fund: "CPD"}
	for _, c := range []struct {
		data domain.CommandData
		want []string
	}{
		{funding.IssueAllocation{}, []string{"/line/fund", "/line/fy", "/pence", "/purpose", "/status", "/source"}},
		{funding.IssueAllocation{
			Line: badLine, Pence: -1, Basis: &domain.PopulationBasis{}, Purpose: "cpd", Status: "SURE", Source: "BANK", Funder: "x", Expires: today,
			Conditions: []domain.FundCondition{{Kind: "NONE"}, {Kind: domain.ConditionExcludes, Text: "y"}, {Kind: domain.ConditionOther, CostType: "BACKFILL"}},
		}, []string{
			"/line/hub", "/line/fund", "/line/fy", "/pence", "/basis/population", "/basis/source", "/basis/asAt", "/purpose", "/status", "/source", "/funder", "/expires",
			"/conditions/0/kind", "/conditions/1/costType", "/conditions/1/text", "/conditions/2/text", "/conditions/2/costType",
		}},
		{funding.ConfirmAllocation{}, []string{"/allocation", "/pence"}},
		{funding.VaryAllocation{}, []string{"/allocation", "/pence", "/reason"}},
		{funding.VaryAllocation{Allocation: id(1), Pence: -domain.MaxPence - 1, Reason: "x"}, []string{"/pence"}},
		{funding.AuthoriseOverspend{Pence: -1}, []string{"/line/fund", "/line/fy", "/pence", "/approval/by", "/approval/ref", "/until"}},
		{funding.RecordForecast{Outturn: -1, Reason: long}, []string{"/line/fund", "/line/fy", "/asAt", "/outturn", "/reason"}},
		{funding.RecordFundReceipt{}, []string{"/line/fund", "/line/fy", "/pence", "/on", "/payer"}},
		{funding.VireBudget{From: cpd, To: cpdNext}, []string{"/to/fy", "/pence", "/reason"}},
		{funding.VireBudget{From: cpd, To: cpd, Pence: 1, Reason: "x", Approval: &domain.FunderApproval{}}, []string{"/to", "/approval/by", "/approval/ref"}},
		{funding.SendTransfer{}, []string{"/line/fund", "/line/fy", "/to", "/pence", "/reason"}},
		{funding.ReceiveTransfer{}, []string{"/transfer", "/line/fund", "/line/fy", "/from", "/pence"}},
		{funding.RecordProjectCommission{Line: cpd}, []string{"/line/fund", "/commissioner", "/fee", "/terms"}},

		{funding.HandOverBudget{}, nil},
		{funding.HandOverBudget{Line: badLine}, []string{"/line/hub", "/line/fund", "/line/fy"}},
		{funding.TakeOverBudget{}, []string{"/predecessor", "/of/fund", "/of/fy", "/transfers"}},
		{but(takeOver, func(c *funding.TakeOverBudget) {
			c.Predecessor, c.FY = "QHM~west", cpdNext.FY
		}), []string{"/predecessor", "/fy", "/terms/expires"}},
		{but(takeOver, func(c *funding.TakeOverBudget) { c.Transfers, c.Terms, c.FY = nil, nil, cpd.FY }), []string{"/fy"}},
		{funding.TakeOverBudget{
			Predecessor: "QHM", Of: cpd, Transfers: []funding.TakenTransfer{{}, {}},
			Terms:       &funding.CarriedTerms{Purposes: []domain.FundPurpose{"x"}, Conditions: []domain.FundCondition{{}}, Expires: 20250401},
			Commitments: []funding.CarriedCommitment{{}, {Of: id(1), Award: id(2), Grant: &funding.CarriedGrant{Conditions: []string{""}, Milestones: []domain.GrantMilestone{{}}}}},
		}, []string{
			"/transfers/0/transfer", "/transfers/0/pence", "/transfers/1/transfer", "/transfers/1/transfer", "/transfers/1/pence",
			"/terms/purposes/0", "/terms/conditions/0/kind", "/terms/expires",
			"/commitments/0/of", "/commitments/0/pence", "/commitments/0/award", "/commitments/0/purpose", "/commitments/0/costType", "/commitments/0/requestedBy",
			"/commitments/0/of", "/commitments/1/pence", "/commitments/1/award", "/commitments/1/grant/of", "/commitments/1/grant/payee",
			"/commitments/1/grant/conditions/0", "/commitments/1/grant/milestones/0/milestone", "/commitments/1/grant/milestones/0/pence",
			"/commitments/1/purpose", "/commitments/1/costType", "/commitments/1/requestedBy",
		}},
		{funding.MakeCommitment{}, []string{"/line/fund", "/line/fy", "/award", "/pence", "/purpose", "/costType"}},
		{with(func(c *funding.MakeCommitment) {
			c.Profile = []domain.YearPart{{FY: cpdNext.FY}, {FY: cpdNext.FY, Pence: 1}}
		}), []string{"/profile/0/pence", "/profile/0/fy", "/profile/1/fy"}},
		{funding.ReleaseCommitment{}, []string{"/commitment", "/line/fund", "/line/fy", "/pence", "/reason"}},
		{funding.AccrueCost{}, []string{"/line/fund", "/line/fy", "/amount/net", "/payee", "/periodFrom", "/periodTo"}},
		{receiving(func(c *funding.AccrueCost) { c.Payee, c.PeriodTo = teacher, c.PeriodFrom-1 }), []string{"/payee", "/periodTo"}},
		{funding.ChargePay{}, []string{"/line/fund", "/line/fy", "/post", "/fte", "/periodFrom", "/periodTo", "/pence"}},
		{month(func(c *funding.ChargePay) { c.FTE = 101 * domain.OneFTE }), []string{"/fte"}},
		{funding.AgreeOverheadBasis{Hub: "QE1"}, []string{"/hub", "/fy", "/basis/kind", "/ref"}},
		{funding.AgreeOverheadBasis{FY: cpd.FY, Basis: domain.OverheadBasis{Kind: domain.OverheadShareOfPay, BasisPoints: 10_001, Pence: 1}, Ref: "x"}, []string{"/basis/basisPoints", "/basis/pence"}},
		{funding.AgreeOverheadBasis{FY: cpd.FY, Basis: domain.OverheadBasis{Kind: domain.OverheadFixed, BasisPoints: 1}, Ref: "x"}, []string{"/basis/pence", "/basis/basisPoints"}},
		{funding.ChargeHostOverhead{}, []string{"/line/fund", "/line/fy", "/periodFrom", "/periodTo", "/pence"}},
		{funding.ReverseAccrual{}, []string{"/accrual", "/reason"}},

		{funding.ReceiveInvoice{Award: id(1), Grant: id(2)}, []string{"/payee", "/number", "/dated", "/amount/net", "/grant"}},
		{billing(func(c *funding.ReceiveInvoice) { c.Payee = "6f1b1a5e-0000-4000-8000-00000000000A" }), []string{"/payee"}},
		{billing(func(c *funding.ReceiveInvoice) { c.Payee = "6f1b1a5e-0000-4000-8000-00000000000a" }), nil},
		{billing(func(c *funding.ReceiveInvoice) { c.Payee = uuid.Nil.String() }), []string{"/payee"}},
		{funding.ApproveInvoice{}, []string{"/invoice"}},
		{funding.RecordPayment{}, []string{"/payee", "/on", "/debts", "/approvedBy", "/paidBy"}},
		{paying(func(c *funding.RecordPayment, d *funding.PaidDebt) {
			*d = funding.PaidDebt{}
			c.Debts = append(c.Debts, funding.PaidDebt{Accrual: id(1), Line: cpd, Pence: 1, Prepaid: &inJune}, funding.PaidDebt{Commitment: id(2), Pence: 1}, pay.Debts[0], pay.Debts[0])
		}), []string{"/debts/0/accrual", "/debts/0/pence", "/debts/1/prepaid", "/debts/1/line", "/debts/2/line/fund", "/debts/2/line/fy", "/debts/2/prepaid", "/debts/4"}},
		{prepaying(func(d *funding.PaidDebt) { *d.Prepaid = domain.Prepayment{From: 2, To: 1} }), []string{"/debts/0/prepaid/to", "/debts/0/prepaid/reason"}},
		{funding.RecordRecovery{}, []string{"/payment", "/accrual", "/pence", "/reason"}},
		{recovering(func(c *funding.RecordRecovery) { c.Line, c.RecoverableVAT = cpd, 12_001 }), []string{"/line", "/recoverableVat"}},
		{funding.RecordRecovery{Payment: id(1), Commitment: id(2), Pence: 2, RecoverableVAT: 1, Reason: "x"}, []string{"/line/fund", "/line/fy", "/recoverableVat"}},
		{funding.OfferGrant{}, []string{"/payee", "/decision", "/line/fund", "/line/fy", "/pence", "/purpose", "/costType"}},
		{offering(func(c *funding.OfferGrant) {
			c.Conditions, c.Milestones = []string{long}, []domain.GrantMilestone{{}, {Pence: 1}}
		}), []string{"/conditions/0", "/milestones/0/milestone", "/milestones/0/pence", "/milestones/1/milestone", "/milestones/1/milestone"}},
		{funding.AcceptGrant{}, []string{"/grant", "/on"}},
		{funding.MeetGrantMilestone{}, []string{"/grant", "/milestone", "/on"}},
		{funding.TerminateGrant{}, []string{"/grant", "/on", "/reason"}},

		{funding.RecordClawbackDemand{}, []string{"/line/fund", "/line/fy", "/funder", "/pence", "/reason"}},
		{funding.AgreeClawback{}, []string{"/clawback", "/line/fund", "/line/fy", "/pence"}},
		{funding.SettleClawback{}, []string{"/clawback", "/line/fund", "/line/fy", "/pence", "/on"}},
		{funding.AgreeDeferral{}, []string{"/line/fund", "/line/fy", "/funder", "/pence", "/ref"}},
		{funding.DeclareYearEnd{Hub: "QE1"}, []string{"/hub", "/fy"}},
		{funding.ReopenYear{}, []string{"/fy", "/reason"}},
		{funding.SignAccounts{}, []string{"/fy", "/by", "/on"}},
		{funding.ReconcileLedger{Line: cpd, PeriodEnd: cpdNext.FY.First(), HostBalance: domain.MaxPence + 1, Explained: []domain.ExplainedDifference{{Pence: -domain.MaxPence - 1}}},
			[]string{"/periodEnd", "/hostBalance", "/explained/0/reason", "/explained/0/pence"}},
		{funding.AgreeFunderBalance{}, []string{"/line/fund", "/line/fy", "/funder", "/asAt", "/ref"}},
		{funding.DetermineSurplus{Treatments: []domain.TreatedSurplus{
			{Treatment: "SPENT"}, {Treatment: domain.SurplusReinvested, Pence: 1}, {Treatment: domain.SurplusReturned, Pence: 1, Purpose: "x"},
		}}, []string{"/fy", "/treatments/0/pence", "/treatments/0/treatment", "/treatments/1/purpose", "/treatments/2/purpose"}},
		{funding.RecordDistribution{}, []string{"/line/fund", "/line/fy", "/payee", "/pence", "/on"}},
	} {
		domaintest.Fields(t, c.data, c.want...)
	}
}

// The room knows its own commands and events, and no others.
func TestHandlesItsOwn(t *testing.T) {
	s := funding.New("QE1")
	if !s.Handles(order) || s.Handles(foreign{}) || !s.Takes(given) || s.Takes(domain.HubRegistered{}) {
		t.Error("the room should handle its own commands and events alone")
	}
	if _, err := (room{s}).Decide(nil, domain.Command{Data: foreign{}}, fixed, domain.CurrentRules); err == nil {
		t.Error("another room's command is decided")
	}
}

type foreign struct{}

func (foreign) CommandName() string          { return "foreign" }
func (foreign) Validate(*domain.FieldErrors) {}
