package funding_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
)

// What a finance officer can check by hand. Amounts are in pounds and pence.

func pounds(t *testing.T, p domain.Pence, want, what string) {
	t.Helper()
	if p.String() != want {
		t.Errorf("%s: got £%s, want £%s", what, p, want)
	}
}

// must has the ledger do what it should not refuse.
func (l *ledger) must(t *testing.T, now time.Time, data domain.CommandData) []domain.Draft {
	t.Helper()
	d, err := l.do(data, now, nil)
	if err != nil || len(d.Drafts) == 0 {
		t.Fatalf("%s: got %v, %v, want it recorded", data.CommandName(), d.Drafts, err)
	}
	return d.Drafts
}

func on(day string) time.Time {
	d := domain.MustDate(day)
	return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 9, 0, 0, 0, time.UTC)
}

// A grant for a trainee's placement of twelve months, 1 December 2020 to
// 1 December 2021, at £8,832.00 a year, so £736.00 a month. Four months are
// incurred before 31 March 2021 and eight after it.
func TestTrainerGrantAcrossTheYearEnd(t *testing.T) {
	parts := domain.Apportion(883_200, []int64{4, 8})
	pounds(t, parts[0], "2944.00", "four months")
	pounds(t, parts[1], "5888.00", "eight months")
	pounds(t, domain.Apportion(883_200, []int64{6, 6})[0], "4416.00", "six months")
	month := domain.Apportion(883_200, make12())[0]
	pounds(t, month, "736.00", "a month")
	pounds(t, domain.Apportion(month, []int64{1, 3})[0], "184.00", "a week, a quarter of a month")

	l := &ledger{state: funding.New("QE1")}
	first := domain.FundLine{Fund: "PROGRAMME-TRAINERS", FY: domain.MustYear("2020/21")}
	second := first.InYear(domain.MustYear("2021/22"))
	grant := uuid.UUID{15: 1}
	scheme := neighboursOf(first)

	l.near = scheme
	l.must(t, on("2020-04-14"), funding.IssueAllocation{Line: first, Pence: 300_000, Purpose: "TRAINERS", Status: domain.StatusConfirmed, Source: domain.SourceHEE})
	l.must(t, on("2020-11-20"), funding.OfferGrant{
		Grant: grant, Payee: teacher, Decision: decision, Line: first, Pence: 883_200, Purpose: "TRAINERS", CostType: "TRAINER_GRANT",
		Profile: []domain.YearPart{{FY: first.FY, Pence: parts[0]}, {FY: second.FY, Pence: parts[1]}},
	})
	pounds(t, l.state.Available(first), "56.00", "available in 2020/21: the next year's part is not borne yet")
	l.must(t, on("2020-11-25"), funding.AcceptGrant{Grant: grant, On: domain.MustDate("2020-11-25")})
	commitment := kindOf[domain.CommitmentMade](l)[0].Commitment
	l.must(t, on("2021-03-31"), funding.AccrueCost{
		Commitment: commitment, Line: first, Amount: domain.Amount{Net: parts[0]}, PeriodFrom: domain.MustDate("2020-12-01"), PeriodTo: domain.MustDate("2021-03-31"),
	})

	// The money of 2021/22 bears its part in the command that brings it.
	drafts := l.must(t, on("2021-04-09"), funding.IssueAllocation{Line: second, Pence: 600_000, Purpose: "TRAINERS", Status: domain.StatusConfirmed, Source: domain.SourceHEE})
	if len(drafts) != 2 {
		t.Fatalf("got %d events, want the allocation and the charge", len(drafts))
	}
	pounds(t, l.state.Available(second), "112.00", "available in 2021/22")
	l.must(t, on("2021-04-12"), funding.DeclareYearEnd{FY: first.FY})
	l.must(t, on("2021-12-01"), funding.AccrueCost{
		Commitment: commitment, Line: second, Amount: domain.Amount{Net: parts[1]}, PeriodFrom: domain.MustDate("2021-04-01"), PeriodTo: domain.MustDate("2021-11-30"),
	})
	pounds(t, l.state.Balance(first, domain.AccountIncurred), "2944.00", "incurred in 2020/21")
	pounds(t, l.state.Balance(second, domain.AccountIncurred), "5888.00", "incurred in 2021/22")
	pounds(t, l.state.Balance(first, domain.AccountReturned), "56.00", "lapsed of 2020/21")
	pounds(t, l.state.Balance(second, domain.AccountCommitted), "0.00", "still promised")

	// A placement of 5 April to 5 October 2021 lies in one year and is one
	// claim.
	six := domain.Apportion(883_200, []int64{6, 6})[0]
	pounds(t, six, "4416.00", "six months in one year")
	_, err := l.do(funding.AccrueCost{
		Commitment: commitment, Line: first, Amount: domain.Amount{Net: 1}, PeriodFrom: domain.MustDate("2021-03-31"), PeriodTo: domain.MustDate("2021-04-01"),
	}, on("2021-12-01"), nil)
	if err == nil {
		t.Error("a period across the year end was taken by one year")
	}
}

// What a PCN may be reimbursed for additional roles, £22.671 for each of
// 50,000 weighted patients in 2023/24 and £26.631 in 2025/26, as allocations.
func TestReimbursementSum(t *testing.T) {
	for year, c := range map[string]struct {
		tenths domain.Pence // of a penny, for one patient
		want   string
	}{"2023/24": {22_671, "1133550.00"}, "2025/26": {26_631, "1331550.00"}} {
		l := &ledger{state: funding.New("QE1")}
		of := domain.FundLine{Fund: "OTHER-ARRS", FY: domain.MustYear(year)}
		l.must(t, on("2026-01-02"), funding.IssueAllocation{
			Line: of, Pence: 50_000 * c.tenths / 10, Purpose: "ADDITIONAL_ROLES", Status: domain.StatusConfirmed, Source: domain.SourceNHSENational,
			Basis: &domain.PopulationBasis{Population: 50_000_00, Source: "PCN weighted list", AsAt: of.FY.First()},
		})
		pounds(t, l.state.Available(of), c.want, "the sum of "+year)
	}
}

// A clinical pharmacist at the English rate of £65,838.00 a year, 0.6 FTE,
// October 2024 to March 2025: six months of £3,291.90, £19,751.40 in all.
func TestReimbursementClaim(t *testing.T) {
	l := &ledger{state: funding.New("QE1")}
	of := domain.FundLine{Fund: "OTHER-ARRS", FY: cpd.FY}
	l.must(t, on("2024-04-02"), funding.IssueAllocation{Line: of, Pence: 2_000_000, Purpose: "ADDITIONAL_ROLES", Status: domain.StatusConfirmed, Source: domain.SourceNHSENational})

	year := domain.Apportion(6_583_800, []int64{6, 4})[0] // 0.6 of a full time
	pounds(t, year, "39502.80", "a year of 0.6 FTE")
	months := domain.Apportion(year, make12())
	for i, first := range []string{"2024-10-01", "2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01", "2025-03-01"} {
		pounds(t, months[6+i], "3291.90", "the month of "+first)
		from := domain.MustDate(first)
		l.must(t, on("2025-04-01"), funding.ChargePay{Line: of, Post: "clinical pharmacist", FTE: 600_000_000, PeriodFrom: from, PeriodTo: from.MonthEnd(), Pence: months[6+i]})
	}
	pounds(t, l.state.Balance(of, domain.AccountIncurred), "19751.40", "the claim")
	pounds(t, l.state.Available(of), "248.60", "left of the sum")
}

func make12() []int64 {
	twelve := make([]int64, 12)
	for i := range twelve {
		twelve[i] = 1
	}
	return twelve
}

// A year of one course of £1,000.00 with £200.00 VAT, £50.00 of which is
// recovered: what the hub's trial balance says at each step.
func TestTrialBalanceOfAYear(t *testing.T) {
	l := &ledger{state: funding.New("QE1"), near: neighboursOf(cpd)}
	at := func(step, available, committed, incurred, payable, debtor, paid string) {
		t.Helper()
		for account, want := range map[domain.Account]string{
			domain.AccountAvailable: available, domain.AccountCommitted: committed, domain.AccountIncurred: incurred,
			domain.AccountPayable: payable, domain.AccountDebtor: debtor, domain.AccountPaid: paid,
		} {
			pounds(t, l.state.Balance(cpd, account), want, step+", "+account.String())
		}
	}
	l.must(t, on("2024-04-15"), ask(given))
	at("given", "2000.00", "0.00", "0.00", "0.00", "0.00", "0.00")
	l.must(t, on("2024-05-01"), order)
	at("ordered", "850.00", "1150.00", "0.00", "0.00", "0.00", "0.00")
	l.must(t, on("2024-06-03"), receipt)
	at("taught", "850.00", "0.00", "1150.00", "1200.00", "50.00", "0.00")
	l.must(t, on("2024-06-03"), bill)
	l.must(t, on("2024-06-03"), funding.ApproveInvoice{Invoice: billed.Invoice, By: approver})
	at("invoiced", "850.00", "0.00", "1150.00", "1200.00", "50.00", "0.00")
	l.must(t, on("2024-06-03"), pay)
	at("paid", "850.00", "0.00", "1150.00", "0.00", "50.00", "1200.00")
	l.must(t, on("2024-07-01"), back)
	at("one day cancelled", "965.00", "0.00", "1150.00", "0.00", "45.00", "1080.00")
	l.must(t, on("2025-04-15"), funding.DeclareYearEnd{FY: cpd.FY})
	at("closed", "0.00", "0.00", "1150.00", "0.00", "45.00", "1080.00")
	pounds(t, l.state.Balance(cpd, domain.AccountReturned), "965.00", "back to the funder")
}
