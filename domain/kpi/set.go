package kpi

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
)

//go:embed th_kpi_1.json
var thKPI1 []byte

// file is a set of indicators with what belongs to it. What all definitions
// have in common stands once, at the top.
type file struct {
	Set         string          `json:"set"`
	Version     int             `json:"version"`
	Constructed bool            `json:"constructed"`
	Source      string          `json:"source"`
	PublishedOn domain.Date     `json:"publishedOn"` // and adopted
	From        domain.HalfYear `json:"from"`
	Vocabulary  int             `json:"vocabulary"`
	Definitions []struct {
		Code     string              `json:"code"`
		Title    string              `json:"title"`
		Category domain.KPICategory  `json:"category"`
		Function string              `json:"function"`
		Measures []domain.KPIMeasure `json:"measures"`
		Ratios   []domain.KPIRatio   `json:"ratios"`
	} `json:"definitions"`
	// Calendar is the first half-year that is reported on, and how many months
	// after the last month of a half-year its returns are due, at the end.
	Calendar struct {
		From        domain.HalfYear `json:"from"`
		MonthsAfter int             `json:"monthsAfter"`
	} `json:"calendar"`
}

// parse reads the file of a set.
func parse(text []byte) (file, error) {
	var f file
	if err := json.Unmarshal(text, &f, json.RejectUnknownMembers(true)); err != nil {
		return file{}, fmt.Errorf("couldn't read the set of indicators: %w", err)
	}
	return f, nil
}

var shipped = sync.OnceValue(func() file {
	f, err := parse(thKPI1)
	if err != nil {
		panic(err) // the file is part of the program, and tested with it
	}
	return f
})

// Founding are the commands that publish the indicators of the set TH-KPI 1 and
// adopt it, in their order, each a command of its own. The set is constructed:
// no national list of indicators is published. All of it is dated 1 April 2019,
// and for half-years from 2019H1.
func Founding() []domain.CommandData {
	f := shipped()
	set := AdoptKPISet{Set: f.Set, Version: f.Version, From: f.From, On: f.PublishedOn}
	var all []domain.CommandData
	for _, d := range f.Definitions {
		c := PublishKPIDefinition{
			Code: d.Code, Version: f.Version, Title: d.Title, Category: d.Category, Function: d.Function, Vocabulary: f.Vocabulary,
			Measures: measures(d.Measures), Ratios: slices.Clone(d.Ratios),
			From: f.From, Constructed: f.Constructed, SourceDoc: f.Source, PublishedOn: f.PublishedOn,
		}
		set.Members = append(set.Members, domain.KPIMember{Code: c.Code, Version: c.Version})
		all = append(all, c)
	}
	return append(all, set)
}

// Calendar are the commands that say when the returns of half-years are due, up
// to and including one: each kind on the last day of the month after the
// half-year, 31 October or 30 April. It begins with 2019H1, and is constructed
// as the set is.
func Calendar(last domain.HalfYear) []domain.CommandData {
	of := shipped().Calendar
	var all []domain.CommandData
	for period := of.From; period <= last; period = period.Next() {
		for _, kind := range []domain.ReturnKind{domain.ReturnKPI, domain.ReturnActivity, domain.ReturnFinancial} {
			all = append(all, PublishReturnCalendar{Kind: kind, Period: period, DueOn: period.Last().AddMonths(of.MonthsAfter).MonthEnd()})
		}
	}
	return all
}
