package api

import (
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Figure is a number that explains itself.
type Figure struct {
	ID         string         `json:"id" jsonschema:"The figure's id, the same on every store: code@version:scope:period, and dimensions: fund of a budget, measure and its dimensions of an indicator."`
	Value      *Number        `json:"value" jsonschema:"The figure in its unit; null where there is none, and reason says why. 0 is a value. FTE and per cent are decimal strings."`
	Unit       string         `json:"unit" jsonschema:"What it counts: pence, posts, FTE, people and the like; % of a ratio."`
	Reason     *string        `json:"reason" jsonschema:"Why there is no value: NOT_SUPPLIED (nothing is recorded of it by the period's end), NOT_APPLICABLE (nothing of the kind is recorded anywhere, or a ratio is of nothing), DEFINITION_FAILED (its rule failed on something); null where there is one."`
	Coverage   *Coverage      `json:"coverage" jsonschema:"Which hubs have recorded something of it by then; null of money, and where the definition failed."`
	Ratio      *Ratio         `json:"ratio,omitzero" jsonschema:"The two figures of a ratio; left out of others."`
	Definition Definition     `json:"definition" jsonschema:"What it counts by."`
	On         *domain.Date   `json:"on" jsonschema:"The day it is as it was on; null for all days recorded."`
	Seq        eventstore.Seq `json:"seq" jsonschema:"The seq that it is known at."`
	AsOf       *time.Time     `json:"asOf" jsonschema:"The ledger's time at that seq; null before the first event."`
}

// Definition is the definition of a figure, by its code and version.
type Definition struct {
	Code    string `json:"code" jsonschema:"The figure's code, such as available."`
	Version int    `json:"version" jsonschema:"Version of what it counts, from 1."`
	// A version that hubs were not to return of the period.
	Restated  bool           `json:"restated,omitzero" jsonschema:"True where this version was not in force for the period, as known at the seq."`
	Published eventstore.Seq `json:"published,omitzero" jsonschema:"The seq of its publication, where it is restated."`
}

// Ratio is one figure over another.
type Ratio struct {
	Numerator   Part `json:"numerator" jsonschema:"The figure above."`
	Denominator Part `json:"denominator" jsonschema:"The figure below."`
}

// Part is a figure of a ratio.
type Part struct {
	ID    string  `json:"id" jsonschema:"The figure's id."`
	Value *Number `json:"value" jsonschema:"The figure; null where there is none."`
	Unit  string  `json:"unit" jsonschema:"What it counts."`
}

// Coverage is who reported, of those that are known.
type Coverage struct {
	Reporting int    `json:"reporting" jsonschema:"How many reported."`
	Known     int    `json:"known" jsonschema:"How many are known."`
	Outside   int    `json:"outside" jsonschema:"How many reported that are not among them."`
	Directory string `json:"directory" jsonschema:"Where it is from which are known."`
}

// Explanation is the postings whose sum is a figure.
type Explanation struct {
	Figure
	Items   []Posting        `json:"items" jsonschema:"The postings, in the ledger's order; those of the first page only where limit is given."`
	Count   int              `json:"count" jsonschema:"How many postings there are in all."`
	Summary []PostingSummary `json:"summary,omitempty" jsonschema:"The postings together by type, account and line, if asked for."`
	Next    *string          `json:"next" jsonschema:"Always null: an explanation stands on one page."`
}

// Posting is what one event adds to a figure.
type Posting struct {
	Seq         eventstore.Seq `json:"seq" jsonschema:"The seq of the event that it cites."`
	Type        string         `json:"type" jsonschema:"The event's type."`
	EffectiveOn *domain.Date   `json:"effectiveOn" jsonschema:"The day it counts from."`
	Delta       Number         `json:"delta" jsonschema:"What it adds to the figure, in its unit."`
	Account     string         `json:"account" jsonschema:"The account that it is posted to: of a fund line, such as AVAILABLE; of an indicator its measure and dimensions, such as posts:roleType=PHARMACIST."`
	Hub         domain.HubID   `json:"hub,omitzero" jsonschema:"The hub whose line or account it is; left out where people of a region or of England are counted once."`
	Fund        domain.Fund    `json:"fund,omitzero" jsonschema:"The line's fund; left out of indicators."`
	FY          string         `json:"fy,omitzero" jsonschema:"The line's financial year; left out of indicators."`
}

// PostingSummary is postings of one type to one account of a line.
type PostingSummary struct {
	Type    string       `json:"type" jsonschema:"The type of their events."`
	Account string       `json:"account" jsonschema:"The account."`
	Hub     domain.HubID `json:"hub,omitzero" jsonschema:"The hub whose line or account it is."`
	Fund    domain.Fund  `json:"fund,omitzero" jsonschema:"The line's fund; left out of indicators."`
	Count   int          `json:"count" jsonschema:"How many postings."`
	Delta   Number       `json:"delta" jsonschema:"What they add together."`
}

// Restatement is how a figure has changed between two moments, and by which
// postings.
type Restatement struct {
	ID         string    `json:"id" jsonschema:"The figure's id."`
	Unit       string    `json:"unit" jsonschema:"What it counts."`
	From       Figure    `json:"from" jsonschema:"The figure as known then."`
	To         Figure    `json:"to" jsonschema:"The figure as known later."`
	Difference *Number   `json:"difference" jsonschema:"The sum of the items; null of a ratio."`
	Items      []Posting `json:"items" jsonschema:"The postings that became known between the two."`
	Next       *string   `json:"next" jsonschema:"Always null: a restatement stands on one page."`
}

// Budget is the money of a hub in a financial year, in pence.
type Budget struct {
	Hub domain.HubID         `json:"hub" jsonschema:"The hub asked for. The hub of an ICS has its locality hubs' money too, a locality hub only its own."`
	FY  domain.FinancialYear `json:"fy" jsonschema:"The financial year."`
	On  *domain.Date         `json:"on" jsonschema:"The day that it is as it was on; null for all days recorded."`
	Seq eventstore.Seq       `json:"seq" jsonschema:"The seq that the answer is true at."`
	// The answer as a whole may be used once the books agree.
	Reconciled bool         `json:"reconciled" jsonschema:"Whether all cost of the year was held against the host's books, and nothing is unexplained."`
	Funds      []FundBudget `json:"funds" jsonschema:"The funds that the hub had money of in the year, by name; none where nothing is recorded of it."`
	Total      *BudgetSums  `json:"total" jsonschema:"All of them together; null where there is none."`
}

// BudgetSums are the figures of a budget: available = allocated + virement −
// returned − committed − incurred + recovered.
type BudgetSums struct {
	Allocated domain.Pence `json:"allocated" jsonschema:"Confirmed by funders, and fees of projects."`
	Virement  domain.Pence `json:"virement" jsonschema:"Moved here, less moved away: between lines, between ICSs, from year to year."`
	Returned  domain.Pence `json:"returned" jsonschema:"Lapsed or clawed back, less what was restored."`
	Committed domain.Pence `json:"committed" jsonschema:"Promised and not incurred yet."`
	Incurred  domain.Pence `json:"incurred" jsonschema:"Goods and services received, pay and overhead."`
	Recovered domain.Pence `json:"recovered" jsonschema:"Given back by payees, as far as the budget has it again."`
	Paid      domain.Pence `json:"paid" jsonschema:"Paid, gross, and not recovered."`
	Available domain.Pence `json:"available" jsonschema:"What can still be promised."`
	Figures   BudgetIDs    `json:"figures" jsonschema:"The id of each, to be explained by GET /v1/figures/{id}/explain."`
}

// BudgetIDs are the ids of the figures of a budget.
type BudgetIDs struct {
	Allocated string `json:"allocated" jsonschema:"Id of the figure."`
	Virement  string `json:"virement" jsonschema:"Id of the figure."`
	Returned  string `json:"returned" jsonschema:"Id of the figure."`
	Committed string `json:"committed" jsonschema:"Id of the figure."`
	Incurred  string `json:"incurred" jsonschema:"Id of the figure."`
	Recovered string `json:"recovered" jsonschema:"Id of the figure."`
	Paid      string `json:"paid" jsonschema:"Id of the figure."`
	Available string `json:"available" jsonschema:"Id of the figure."`
}

// FundBudget is the budget of one fund.
type FundBudget struct {
	Fund domain.Fund `json:"fund" jsonschema:"The fund."`
	BudgetSums
	Forecast     *domain.Pence `json:"forecast" jsonschema:"What the year is expected to have cost in the end, by the newest forecast of each line; null where a line has none."`
	Reconciled   bool          `json:"reconciled" jsonschema:"Whether all cost was held against the host's books, and nothing is unexplained."`
	ReconciledTo *domain.Date  `json:"reconciledTo" jsonschema:"The last day that it was, of the line that is furthest behind; null where there is no cost or one never was."`
	Unexplained  domain.Pence  `json:"unexplained" jsonschema:"What nobody has explained of the differences then."`
}

// BudgetList is the budgets of all ICSs side by side.
type BudgetList struct {
	FY       domain.FinancialYear `json:"fy" jsonschema:"The financial year."`
	Fund     *domain.Fund         `json:"fund" jsonschema:"The fund; null for all together."`
	On       *domain.Date         `json:"on" jsonschema:"The day that they are as they were on; null for all days recorded."`
	Items    []HubBudget          `json:"items" jsonschema:"The ICSs that had money in the year, by the id of their hub."`
	National *BudgetSums          `json:"national" jsonschema:"All of England, or of the region asked for; null where there is none."`
	Next     *string              `json:"next" jsonschema:"Always null: the list stands on one page."`
	Seq      eventstore.Seq       `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// HubBudget is the budget of one ICS among others.
type HubBudget struct {
	Hub    domain.HubID `json:"hub" jsonschema:"The hub of the ICS; its locality hubs' money is in it."`
	Region string       `json:"region" jsonschema:"Code of its region."`
	BudgetSums
	Reconciled bool `json:"reconciled" jsonschema:"Whether all cost of the year was held against the host's books, and nothing is unexplained."`
}

// JournalList is every posting to the lines of a hub in a financial year.
type JournalList struct {
	Items []JournalEntry       `json:"items" jsonschema:"The postings, in the ledger's order: the full population."`
	Hub   domain.HubID         `json:"hub" jsonschema:"The hub asked for."`
	FY    domain.FinancialYear `json:"fy" jsonschema:"The financial year of the lines."`
	On    *domain.Date         `json:"on" jsonschema:"The last day of the postings; null for all."`
	Next  *string              `json:"next" jsonschema:"Always null: the journal stands on one page."`
	Seq   eventstore.Seq       `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// JournalEntry is one posting.
type JournalEntry struct {
	Seq         eventstore.Seq `json:"seq" jsonschema:"The seq of the event."`
	Type        string         `json:"type" jsonschema:"The event's type."`
	RecordedAt  *time.Time     `json:"recordedAt" jsonschema:"When the event was recorded."`
	EffectiveOn *domain.Date   `json:"effectiveOn" jsonschema:"The day that the posting counts from."`
	Hub         domain.HubID   `json:"hub" jsonschema:"The hub whose line it is."`
	Fund        domain.Fund    `json:"fund" jsonschema:"The line's fund."`
	Account     string         `json:"account" jsonschema:"The account, such as AVAILABLE."`
	Debit       domain.Pence   `json:"debit" jsonschema:"Pence to the account, 0 or more."`
	Credit      domain.Pence   `json:"credit" jsonschema:"Pence from the account, 0 or more."`
}

// TrialBalance is the balance of every account of the lines of a hub and year.
type TrialBalance struct {
	Hub   domain.HubID         `json:"hub" jsonschema:"The hub asked for."`
	FY    domain.FinancialYear `json:"fy" jsonschema:"The financial year of the lines."`
	Fund  *domain.Fund         `json:"fund" jsonschema:"The fund; null for all together."`
	On    *domain.Date         `json:"on" jsonschema:"The day that balances are as they were on; null for all days recorded."`
	Items []AccountBalance     `json:"items" jsonschema:"The accounts."`
	// What is moved between lines and years stands in one account of each, so
	// that only all lines of the nation together sum to zero.
	Moved domain.Pence   `json:"movedPence" jsonschema:"What other lines and years gave to these, less what they got: the sum of the closing balances."`
	Next  *string        `json:"next" jsonschema:"Always null: a trial balance stands on one page."`
	Seq   eventstore.Seq `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// AccountBalance is one account of a trial balance.
type AccountBalance struct {
	Account string       `json:"account" jsonschema:"The account, such as AVAILABLE."`
	Opening domain.Pence `json:"opening" jsonschema:"By postings dated before 1 April of the year."`
	Debit   domain.Pence `json:"debit" jsonschema:"Movement of the year to the account, net; 0 where it is from it."`
	Credit  domain.Pence `json:"credit" jsonschema:"Movement of the year from the account, net; 0 where it is to it."`
	Closing domain.Pence `json:"closing" jsonschema:"What it holds."`
}
