package domain_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

var (
	cpd  = domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2024/25")}
	next = cpd.InYear(domain.MustYear("2025/26"))
	west = domain.FundLine{Hub: "QE1~west", Fund: "PROGRAMME-CPD", FY: domain.MustYear("2024/25")}
)

// moneyEvents is one event of every type of money, in each of the ways it can
// be posted. Every amount in it comes from one call of p.
func moneyEvents(p func() domain.Pence) []domain.Event {
	amount := func() domain.Amount {
		vat := p()
		return domain.Amount{Net: p(), VAT: vat, RecoverableVAT: min(vat, p())}
	}
	cost := func() domain.CostAccrued {
		a := amount()
		committed := min(p(), a.Budget())
		return domain.CostAccrued{Line: cpd, Amount: a, FromCommitted: committed, FromAvailable: a.Budget() - committed}
	}
	c := cost()
	recovered := domain.PaymentRecovered{Line: cpd, Pence: p()}
	recovered.ToAvailable = min(recovered.Pence, p())
	recovered.RecoverableVAT = min(recovered.Pence-recovered.ToAvailable, p())
	return []domain.Event{
		domain.AllocationIssued{Line: cpd, Pence: p(), Status: domain.StatusConfirmed},
		domain.AllocationIssued{Line: cpd, Pence: p(), Status: domain.StatusIndicative},
		domain.AllocationConfirmed{Line: cpd, Pence: p()},
		domain.AllocationVaried{Line: cpd, Pence: -p(), Status: domain.StatusConfirmed},
		domain.AllocationVaried{Line: cpd, Pence: p(), Status: domain.StatusIndicative},
		domain.OverspendAuthorised{Line: cpd, Pence: p()},
		domain.ForecastRecorded{Line: cpd, Outturn: p()},
		domain.FundReceived{Line: cpd, Pence: p()},
		domain.BudgetVired{From: cpd, To: west, Pence: p()},
		domain.TransferSent{Line: cpd, Pence: p()},
		domain.TransferReceived{Line: cpd, Pence: p()},
		domain.ProjectCommissionedFromHub{Line: cpd, Fee: p()},
		domain.CommitmentMade{Line: cpd, Pence: p()},
		domain.CommitmentMade{Line: cpd, Pence: 100, Profile: []domain.YearPart{{FY: cpd.FY, Pence: p()}, {FY: next.FY, Pence: p()}}},
		domain.CommitmentCharged{Line: next, Pence: p()},
		domain.CommitmentReleased{Line: cpd, Pence: p()},
		domain.CommitmentReleased{Line: next, Pence: p(), Planned: true},
		c,
		domain.PayCharged{Line: cpd, Pence: p()},
		domain.OverheadBasisAgreed{FY: cpd.FY},
		domain.HostOverheadCharged{Line: cpd, Pence: p()},
		domain.AccrualReversed{Line: cpd, ToCommitted: c.FromCommitted, ToAvailable: c.FromAvailable, Amount: c.Amount},
		domain.InvoiceReceived{Amount: amount()},
		domain.InvoiceApproved{},
		domain.PaymentMade{Allocations: []domain.PaymentAllocation{{Line: cpd, Pence: p()}, {Line: next, Pence: p()}}},
		recovered,
		domain.PaymentReversed{Allocations: []domain.PaymentAllocation{{Line: cpd, Pence: p()}, {Line: next, Pence: p()}}},
		domain.GrantOffered{Pence: p()},
		domain.GrantAccepted{},
		domain.GrantMilestoneMet{Pence: p()},
		domain.GrantTerminated{},
		domain.ClawbackDemanded{Line: cpd, Pence: p()},
		domain.ClawbackAgreed{Line: cpd, FromAvailable: p(), FromHost: p()},
		domain.ClawbackSettled{Line: cpd, Pence: p(), FromHost: p()},
		domain.DeferralAgreed{Line: cpd, Pence: p()},
		domain.YearEndDeclared{
			FY: cpd.FY, Deferred: []domain.LinePart{{Line: cpd, Pence: p()}},
			Lapsed: []domain.LinePart{{Line: cpd, Pence: p()}, {Line: west, Pence: p()}},
		},
		domain.YearReopened{FY: cpd.FY, Restored: []domain.LinePart{{Line: cpd, Pence: p()}}},
		domain.AccountsSigned{FY: cpd.FY},
		domain.LedgerReconciled{Line: cpd, HostBalance: p()},
		domain.FunderBalanceAgreed{Line: cpd, Pence: p()},
		domain.SurplusDetermined{FY: cpd.FY, Pence: p()},
		domain.DistributionMade{Line: cpd, Pence: p()},
	}
}

// Every event of money sums to zero, whatever its amounts.
func TestPostingsSumToZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := rapid.Custom(func(t *rapid.T) domain.Pence {
			return domain.Pence(rapid.Int64Range(0, int64(domain.MaxPence)).Draw(t, "pence"))
		})
		for _, e := range moneyEvents(func() domain.Pence { return draw.Draw(t, "amount") }) {
			var sum domain.Pence
			for _, p := range domain.Postings(e) {
				sum += p.Delta
				if p.Delta == 0 || !slices.Contains(domain.Accounts[:], p.Account) || p.Line.IsZero() {
					t.Errorf("%s: %+v is no posting", e.EventType(), p)
				}
			}
			if sum != 0 {
				t.Errorf("%+v: the postings %+v sum to %d", e, domain.Postings(e), sum)
			}
		}
	})
}

// No event of money is left out of the tests above.
func TestEveryEventOfMoneyIsPosted(t *testing.T) {
	want := make(map[string]bool)
	for _, name := range []string{"event_funding.go", "event_cost.go", "event_payment.go", "event_yearend.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "EventType" {
				want[f.Recv.List[0].Type.(*ast.Ident).Name] = true
			}
		}
	}
	got := make(map[string]bool)
	for _, e := range moneyEvents(func() domain.Pence { return 1 }) {
		got[e.EventType()] = true
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v\nwant %v", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
}

// What each event does to the accounts, in pence.
func TestPostings(t *testing.T) {
	const (
		funder, available, committed, incurred = domain.AccountFunder, domain.AccountAvailable, domain.AccountCommitted, domain.AccountIncurred
		clearing, payable, debtor, paid        = domain.AccountClearing, domain.AccountPayable, domain.AccountDebtor, domain.AccountPaid
		recovered, returned, transit, received = domain.AccountRecovered, domain.AccountReturned, domain.AccountInTransit, domain.AccountReceived
	)
	type sums = map[domain.FundLine]map[domain.Account]domain.Pence
	on := func(line domain.FundLine, of map[domain.Account]domain.Pence) sums { return sums{line: of} }
	course := domain.Amount{Net: 1000, VAT: 200, RecoverableVAT: 50}
	for _, c := range []struct {
		name  string
		event domain.Event
		want  sums
	}{
		{"confirmed money is available", domain.AllocationIssued{Line: cpd, Pence: 5, Status: domain.StatusConfirmed}, on(cpd, map[domain.Account]domain.Pence{funder: -5, available: 5})},
		{"indicative money is not", domain.AllocationIssued{Line: cpd, Pence: 5, Status: domain.StatusIndicative}, sums{}},
		{"until it is confirmed", domain.AllocationConfirmed{Line: cpd, Pence: 4}, on(cpd, map[domain.Account]domain.Pence{funder: -4, available: 4})},
		{"less money is less available", domain.AllocationVaried{Line: cpd, Pence: -2, Status: domain.StatusConfirmed}, on(cpd, map[domain.Account]domain.Pence{funder: 2, available: -2})},
		{"indicative money varies on paper", domain.AllocationVaried{Line: cpd, Pence: -2, Status: domain.StatusIndicative}, sums{}},
		{"a fee is available", domain.ProjectCommissionedFromHub{Line: cpd, Fee: 9}, on(cpd, map[domain.Account]domain.Pence{funder: -9, available: 9})},
		{"cash is not a budget", domain.FundReceived{Line: cpd, Pence: 5}, on(cpd, map[domain.Account]domain.Pence{clearing: -5, received: 5})},
		{"a virement moves budget", domain.BudgetVired{From: cpd, To: west, Pence: 3}, sums{cpd: {available: -3}, west: {available: 3}}},
		{"a transfer is in transit", domain.TransferSent{Line: cpd, Pence: 3}, on(cpd, map[domain.Account]domain.Pence{available: -3, transit: 3})},
		{"until it is received", domain.TransferReceived{Line: cpd, Pence: 3}, on(cpd, map[domain.Account]domain.Pence{transit: -3, available: 3})},
		{"a promise is no longer available", domain.CommitmentMade{Line: cpd, Pence: 3}, on(cpd, map[domain.Account]domain.Pence{available: -3, committed: 3})},
		{
			"of several years, this year's part",
			domain.CommitmentMade{Line: cpd, Pence: 3, Profile: []domain.YearPart{{FY: cpd.FY, Pence: 1}, {FY: next.FY, Pence: 2}}},
			on(cpd, map[domain.Account]domain.Pence{available: -1, committed: 1}),
		},
		{"and the next year's with its money", domain.CommitmentCharged{Line: next, Pence: 2}, on(next, map[domain.Account]domain.Pence{available: -2, committed: 2})},
		{"a release gives back", domain.CommitmentReleased{Line: cpd, Pence: 2}, on(cpd, map[domain.Account]domain.Pence{available: 2, committed: -2})},
		{"what was never charged is not given back", domain.CommitmentReleased{Line: next, Pence: 2, Planned: true}, sums{}},
		{
			"a cost consumes its commitment, then what is available; the payee is owed gross, and the tax authority owes its part",
			domain.CostAccrued{Line: cpd, Amount: course, FromCommitted: 1100, FromAvailable: 50},
			on(cpd, map[domain.Account]domain.Pence{committed: -1100, available: -50, incurred: 1150, payable: 1200, debtor: 50, clearing: -1250}),
		},
		{
			"a reversal is the opposite of it",
			domain.AccrualReversed{Line: cpd, Amount: course, ToCommitted: 1100, ToAvailable: 50},
			on(cpd, map[domain.Account]domain.Pence{committed: 1100, available: 50, incurred: -1150, payable: -1200, debtor: -50, clearing: 1250}),
		},
		{"pay needs no commitment", domain.PayCharged{Line: cpd, Pence: 7}, on(cpd, map[domain.Account]domain.Pence{available: -7, incurred: 7, clearing: -7, payable: 7})},
		{"nor does overhead", domain.HostOverheadCharged{Line: cpd, Pence: 7}, on(cpd, map[domain.Account]domain.Pence{available: -7, incurred: 7, clearing: -7, payable: 7})},
		{"an invoice changes nothing", domain.InvoiceReceived{Amount: course}, sums{}},
		{
			"a payment settles what is owed", domain.PaymentMade{Allocations: []domain.PaymentAllocation{{Line: cpd, Pence: 7}, {Line: west, Pence: 1}}},
			sums{cpd: {payable: -7, paid: 7}, west: {payable: -1, paid: 1}},
		},
		{
			"a payment that was none leaves it owed", domain.PaymentReversed{Allocations: []domain.PaymentAllocation{{Line: cpd, Pence: 7}, {Line: west, Pence: 1}}},
			sums{cpd: {payable: 7, paid: -7}, west: {payable: 1, paid: -1}},
		},
		{
			"money back is available again, without its VAT", domain.PaymentRecovered{Line: cpd, Pence: 12, ToAvailable: 10, RecoverableVAT: 2},
			on(cpd, map[domain.Account]domain.Pence{paid: -12, recovered: 12, available: 10, debtor: -2, clearing: -8}),
		},
		{
			"a prepayment that comes back is owed no more and was in no budget", domain.PaymentRecovered{Line: cpd, Pence: 12},
			on(cpd, map[domain.Account]domain.Pence{paid: -12, recovered: 12, payable: 12, clearing: -12}),
		},
		{
			"a clawback takes what is available, and the host owes the rest", domain.ClawbackAgreed{Line: cpd, FromAvailable: 6, FromHost: 4},
			on(cpd, map[domain.Account]domain.Pence{available: -6, returned: 6, debtor: 4, clearing: -4}),
		},
		{"the host's part is returned when it pays", domain.ClawbackSettled{Line: cpd, Pence: 10, FromHost: 4}, on(cpd, map[domain.Account]domain.Pence{debtor: -4, returned: 4})},
		{
			"a year ends with nothing available",
			domain.YearEndDeclared{Deferred: []domain.LinePart{{Line: cpd, Pence: 3}}, Lapsed: []domain.LinePart{{Line: cpd, Pence: 4}}},
			sums{cpd: {available: -7, returned: 4}, next: {available: 3}},
		},
		{"and what lapsed is back when it is reopened", domain.YearReopened{Restored: []domain.LinePart{{Line: cpd, Pence: 4}}}, on(cpd, map[domain.Account]domain.Pence{available: 4, returned: -4})},
		{"a distribution takes what is available", domain.DistributionMade{Line: cpd, Pence: 4}, on(cpd, map[domain.Account]domain.Pence{available: -4, domain.AccountDistributed: 4})},
	} {
		got := make(sums)
		for _, p := range domain.AppendPostings(make([]domain.Posting, 0, 8), c.event) {
			if got[p.Line] == nil {
				got[p.Line] = make(map[domain.Account]domain.Pence)
			}
			got[p.Line][p.Account] += p.Delta
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// Postings are added to what a caller has already, and events without money
// have none.
func TestAppendPostings(t *testing.T) {
	before := []domain.Posting{{domain.AccountPaid, west, 1}}
	got := domain.AppendPostings(before, domain.CommitmentCharged{Line: cpd, Pence: 2})
	want := []domain.Posting{{domain.AccountPaid, west, 1}, {domain.AccountAvailable, cpd, -2}, {domain.AccountCommitted, cpd, 2}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := domain.Postings(domain.RulesAdopted{Version: 1}); got != nil {
		t.Errorf("an event without money has the postings %v", got)
	}
}

func TestAccountsHaveNames(t *testing.T) {
	seen := make(map[string]bool)
	for _, a := range domain.Accounts {
		var back domain.Account
		text, _ := a.MarshalText()
		if err := back.UnmarshalText(text); err != nil || back != a || seen[a.String()] || len(text) == 0 {
			t.Errorf("%d is named %q and read back as %d, %v", a, text, back, err)
		}
		seen[a.String()] = true
	}
	var a domain.Account
	for _, bad := range []string{"", "SPENT", "available"} {
		if err := a.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q is read as %s", bad, a)
		}
	}
	if got := domain.Account(99).String(); got != "Account(99)" {
		t.Errorf("got %q", got)
	}
}

// An overhead of 12.5 percent is rounded down to a penny once, on the sum.
func TestOverheadLimit(t *testing.T) {
	share := domain.OverheadBasis{Kind: domain.OverheadShareOfPay, BasisPoints: 1250}
	for pay, want := range map[domain.Pence]domain.Pence{0: 0, 1: 0, 8: 1, 15: 1, 4_000_001: 500_000, -8: 0, 9e18: 1_125_000_000_000_000_000} {
		if got := share.Limit(pay); got != want {
			t.Errorf("on %d: got %d, want %d", pay, got, want)
		}
	}
	if got := (domain.OverheadBasis{Kind: domain.OverheadFixed, Pence: 70}).Limit(1); got != 70 {
		t.Errorf("a fixed overhead is %d, want 70", got)
	}
	if got := (domain.OverheadBasis{}).Limit(1000); got != 0 {
		t.Errorf("without a basis the overhead is %d, want 0", got)
	}
}
