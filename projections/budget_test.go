package projections

import (
	"reflect"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections/journal"
)

// anyMoney is any event that moves money, on few lines and days.
func anyMoney(t *rapid.T) (eventstore.StreamID, domain.Event) {
	icb := rapid.SampledFrom([]string{"QE1", "QOP"}).Draw(t, "icb")
	line := func(name string) domain.FundLine {
		l := domain.FundLine{
			Fund: rapid.SampledFrom([]domain.Fund{"OPERATIONAL", "PROGRAMME-CPD"}).Draw(t, name+" fund"),
			FY:   domain.FinancialYear(rapid.IntRange(2023, 2024).Draw(t, name+" year")),
		}
		if icb == "QE1" && rapid.Bool().Draw(t, name+" of a locality") {
			l.Hub = "QE1~coast"
		}
		return l
	}
	pence := func(name string) domain.Pence { return domain.Pence(rapid.Int64Range(1, 1000).Draw(t, name)) }
	day := func() domain.Date {
		return rapid.SampledFrom([]domain.Date{20230331, 20230401, 20230930, 20240331, 20240401, 20250331}).Draw(t, "day")
	}
	l, p, q := line("line"), pence("pence"), pence("more")
	amount := domain.Amount{Net: p + q, VAT: p, RecoverableVAT: p}
	part := []domain.LinePart{{Line: l, Pence: p}}
	paid := []domain.PaymentAllocation{{Line: l, For: domain.PaymentForAward, Pence: p}, {Line: line("other"), For: domain.PaymentForPay, Pence: q}}
	status := rapid.SampledFrom([]domain.AllocationStatus{domain.StatusIndicative, domain.StatusConfirmed}).Draw(t, "status")
	events := []domain.Event{
		domain.AllocationIssued{Line: l, Pence: p, Status: status},
		domain.AllocationConfirmed{Line: l, Pence: p},
		domain.AllocationVaried{Line: l, Pence: p - q, Status: status, Reason: "x"},
		domain.ForecastRecorded{Line: l, AsAt: day(), Outturn: p},
		domain.FundReceived{Line: l, Pence: p, On: day()},
		domain.BudgetVired{From: l, To: line("to"), Pence: p},
		domain.TransferSent{Line: l, To: "QOP", Pence: p},
		domain.TransferReceived{Line: l, From: "QOP", Pence: p},
		domain.ProjectCommissionedFromHub{Line: l, Fee: p},
		domain.CommitmentMade{Line: l, Award: uuid.UUID{1}, Pence: p + q, Profile: []domain.YearPart{{FY: l.FY, Pence: p}, {FY: l.FY + 1, Pence: q}}},
		domain.CommitmentCharged{Line: l, Pence: p},
		domain.CommitmentReleased{Line: l, Pence: p, Planned: status == domain.StatusIndicative},
		domain.CostAccrued{Line: l, FromCommitted: p, FromAvailable: q, Amount: amount, PeriodFrom: day(), PeriodTo: day()},
		domain.PayCharged{Line: l, Pence: p, PeriodTo: day()},
		domain.HostOverheadCharged{Line: l, Pence: p, PeriodTo: day()},
		domain.AccrualReversed{Line: l, ToCommitted: p, ToAvailable: q, Amount: amount},
		domain.PaymentMade{On: day(), Allocations: paid},
		domain.PaymentReversed{Allocations: paid},
		domain.PaymentRecovered{Line: l, Pence: p + q, ToAvailable: q},
		domain.ClawbackAgreed{Line: l, FromAvailable: p, FromHost: q},
		domain.ClawbackSettled{Line: l, Pence: p + q, FromHost: q, On: day()},
		domain.YearEndDeclared{FY: l.FY, Deferred: part, Lapsed: []domain.LinePart{{Line: line("lapsed"), Pence: q}}},
		domain.YearReopened{FY: l.FY, Restored: part},
		domain.LedgerReconciled{Line: l, PeriodEnd: day(), Unexplained: p - q},
		domain.DistributionMade{Line: l, Pence: p, On: day()},
	}
	return eventstore.StreamID("hub-" + icb), rapid.SampledFrom(events).Draw(t, "event")
}

// budgeted is a log of hubs and their money.
func budgeted(t *rapid.T) []Record {
	registered := []domain.Event{
		domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", Region: "Y62", From: 20190401},
		domain.HubRegistered{Hub: "QE1~coast", Level: domain.LevelLocality, Parent: "QE1", ICB: "QE1", Region: "Y62", From: 20190401},
		domain.HubRegistered{Hub: "QOP", Level: domain.LevelICS, ICB: "QOP", Region: "Y63", From: 20190401},
	}
	i := 0
	return logOf(t, 120, func(t *rapid.T) (eventstore.StreamID, domain.Event) {
		if i++; i <= len(registered) {
			e := registered[i-1].(domain.HubRegistered)
			return eventstore.StreamID("hub-" + e.ICB), e
		}
		return anyMoney(t)
	})
}

var (
	someScopes = []string{England, "Y62", "Y63", "Y61", "QE1", "QE1~coast", "QOP", "QT1"}
	someFunds  = []domain.Fund{"", "OPERATIONAL", "PROGRAMME-CPD"}
	someYears  = []domain.FinancialYear{2023, 2024, 2025}
)

// money is everything that is said of budgets as known at n.
type money struct {
	Known      []bool
	Funds      [][]domain.Fund
	Years      [][]domain.FinancialYear
	Figures    []domain.Pence
	Explained  [][]Entry
	Entries    [][]Entry
	Trials     [][]Balance
	Reconciled []Reconciliation
	Forecasts  []any
}

func askMoney(m *Models, n eventstore.Seq) (a money) {
	for _, name := range someScopes {
		of, known := m.Scope(name, n)
		a.Known = append(a.Known, known)
		a.Years = append(a.Years, m.Budgets.Years(of, n))
		for _, fy := range someYears {
			a.Funds = append(a.Funds, m.Budgets.Funds(of, fy, n))
			a.Entries = append(a.Entries, m.Budgets.Entries(of, fy, journal.Window{UpTo: n}))
			for _, fund := range someFunds {
				a.Trials = append(a.Trials, m.Budgets.Trial(of, fy, fund, 0, n), m.Budgets.Trial(of, fy, fund, 20240331, n))
				a.Reconciled = append(a.Reconciled, m.Budgets.Reconciled(of, fy, fund, n))
				sum, seqs, all := m.Budgets.Forecast(of, fy, fund, n)
				a.Forecasts = append(a.Forecasts, []any{sum, seqs, all})
				for _, code := range BudgetCodes {
					id := BudgetFigure(code, name, fy, fund)
					a.Figures = append(a.Figures, m.Budgets.Sum(id, of, journal.Window{UpTo: n}), m.Budgets.Sum(id, of, journal.Window{UpTo: n, To: 20240331}))
					a.Explained = append(a.Explained, m.Budgets.Explain(id, of, journal.Window{UpTo: n}))
				}
			}
		}
	}
	return a
}

// What budgets say as known at n is what they say of the first n events.
func TestABudgetAsKnownAtNIsAFoldOfTheFirstN(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := budgeted(t)
		n := rapid.IntRange(0, len(log)).Draw(t, "n")
		got, want := askMoney(fold(t, log), eventstore.Seq(n)), askMoney(fold(t, log[:n]), eventstore.Seq(n))
		g, w := reflect.ValueOf(got), reflect.ValueOf(want)
		for i := range g.NumField() {
			if !reflect.DeepEqual(g.Field(i).Interface(), w.Field(i).Interface()) {
				t.Fatalf("%s as known at %d of %d:\n got %+v\nwant %+v", g.Type().Field(i).Name, n, len(log), g.Field(i), w.Field(i))
			}
		}
	})
}

// A figure is the sum of its explanation, available is what the formula makes
// of the others, the whole of a nation is its parts, and a restatement is the
// difference of what was known before and after.
func TestABudgetAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := budgeted(t)
		m := fold(t, log)
		n := eventstore.Seq(rapid.IntRange(3, max(3, len(log))).Draw(t, "n"))
		before := eventstore.Seq(rapid.IntRange(0, int(n)).Draw(t, "before"))
		on := rapid.SampledFrom([]domain.Date{0, 20230331, 20240331}).Draw(t, "on")
		everything := domain.Pence(0)
		for _, fy := range someYears {
			for _, fund := range someFunds {
				figures := make(map[string]map[BudgetCode]domain.Pence)
				for _, name := range someScopes {
					of, _ := m.Scope(name, n)
					figures[name] = make(map[BudgetCode]domain.Pence)
					for _, code := range BudgetCodes {
						id := BudgetFigure(code, name, fy, fund)
						w := journal.Window{UpTo: n, To: on}
						figures[name][code] = m.Budgets.Sum(id, of, w)
						explained := domain.Pence(0)
						for _, e := range m.Budgets.Explain(id, of, w) {
							explained += e.Pence
							if log[e.Seq-1].Type != e.Type {
								t.Fatalf("%s: event %d is %s, explained as %s", id, e.Seq, log[e.Seq-1].Type, e.Type)
							}
						}
						if explained != figures[name][code] {
							t.Fatalf("%s on %s: %d, explained by %d", id, on, figures[name][code], explained)
						}
						then := m.Budgets.Sum(id, of, journal.Window{UpTo: before, To: on})
						if moved := m.Budgets.Sum(id, of, journal.Window{After: before, UpTo: n, To: on}); then+moved != figures[name][code] {
							t.Fatalf("%s: %d as known at %d, %d since, and %d as known at %d", id, then, before, moved, figures[name][code], n)
						}
					}
					f := figures[name]
					if want := f[FigureAllocated] + f[FigureVirement] - f[FigureReturned] - f[FigureCommitted] - f[FigureIncurred] + f[FigureRecovered]; f[FigureAvailable] != want {
						t.Fatalf("%s %s %s on %s: available is %d, the formula says %d: %v", name, fy, fund, on, f[FigureAvailable], want, f)
					}
				}
				for _, code := range BudgetCodes {
					whole := figures[England][code]
					if regions := figures["Y62"][code] + figures["Y63"][code]; whole != regions || figures["Y62"][code] != figures["QE1"][code] {
						t.Fatalf("%s of %s %s: England %d, its regions %d", code, fy, fund, whole, regions)
					}
				}
			}
			of, _ := m.Scope(England, n)
			for _, b := range m.Budgets.Trial(of, fy, "", 0, n) {
				if b.Opening+b.Moved != b.Closing {
					t.Fatalf("%s of %s: %+v", b.Account, fy, b)
				}
				everything += b.Closing
			}
		}
		if everything != 0 {
			t.Fatalf("the whole journal sums to %d as known at %d, not to 0", everything, n)
		}
	})
}

func TestFigureID(t *testing.T) {
	for text, want := range map[string]FigureID{
		"available@1:QE1:2024-25":                   BudgetFigure(FigureAvailable, "QE1", 2024, ""),
		"allocated@1:QE1~fylde-coast:2024-25":       BudgetFigure(FigureAllocated, "QE1~fylde-coast", 2024, ""),
		"paid@1:ENGLAND:1999-00:fund=PROGRAMME-CPD": BudgetFigure(FigurePaid, England, 1999, "PROGRAMME-CPD"),
		"available":                {},
		"available@1:QE1:2024/25":  {},
		"available@1:QE1:2024-26":  {},
		"available@2:QE1:2024-25":  {},
		"available@01:QE1:2024-25": {},
		"available:QE1:2024-25":    {},
		"WP9@1:QE1:2024-25":        KPIFigure("WP9", 1, "QE1", YearPeriod(2024), ""),
		"WP9@1:QE1:2024H1":         KPIFigure("WP9", 1, "QE1", HalfPeriod(domain.MustHalfYear("2024H1")), ""),
		"NWRS-FTE@12:Y62:2024-09-30:measure=posts:a=1:b=2%3A%253=": KPIFigure("NWRS-FTE", 12, "Y62", DayPeriod(20240930), "posts", Dimension{"b", "2:%3="}, Dimension{"a", "1"}),
		"wp9@1:QE1:2024-25":                                 {},
		"WP9@0:QE1:2024-25":                                 {},
		"WP9@1:QE1:2024H3":                                  {},
		"WP9@1:QE1:2024-25:posts":                           {},
		"WP9@1:QE1:2024-25:a=1:a=2":                         {},
		"WP9@1:QE1:2024-25:a=1:measure=posts":               {},
		"available@1:QE1:2024H1":                            {},
		"available@1:QE1:2024-25:fund=":                     {},
		"available@1:QE1:2024-25:programme=1":               {},
		"available@1:QE1:2024-25:fund=OPERATIONAL:fund=CPD": {},
	} {
		id, err := ParseFigureID(text)
		if (err == nil) != (want != FigureID{}) || id != want {
			t.Errorf("%q: got %+v, %v, want %+v", text, id, err, want)
		}
		if err == nil && id.String() != text {
			t.Errorf("%q is written as %q", text, id)
		}
	}
}
