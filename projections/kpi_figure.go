package projections

import (
	"math/big"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections/journal"
)

// Why there is no value.
const (
	NotApplicable    = "NOT_APPLICABLE"    // nothing of what it counts is recorded anywhere; or a ratio is of nothing
	NotSupplied      = "NOT_SUPPLIED"      // nothing of it is recorded of the scope by the period's end
	DefinitionFailed = "DEFINITION_FAILED" // its rule failed on something that is recorded
)

// unitFTE is the unit of measures in FTE of 10⁻⁹; unitRatio that of ratios.
const (
	unitFTE   = "FTE"
	unitRatio = "%"
)

// KPIValue is what an indicator's measure, or a ratio of two, is.
type KPIValue struct {
	Unit string
	// Value is empty where Reason says why there is none: a whole number, or a
	// decimal of FTE or per cent.
	Value  string
	Reason string
	// Sum is the value in the unit of its postings, of a measure.
	Sum int64
	// Numerator and Denominator are those of a ratio, nil of a measure.
	Numerator, Denominator *KPIValue
	Coverage               Coverage
}

// Coverage is of which hubs something is known.
type Coverage struct {
	Reporting int // hubs of ICSs that are there on the last day, and have recorded something by then
	Known     int // hubs of ICSs that are there on the last day
	Outside   int // others that have recorded something
}

// Decimal reports whether values of a unit are decimals.
func Decimal(unit string) bool { return unit == unitFTE || unit == unitRatio }

// InUnit is a whole amount of postings as its unit has it.
func InUnit(unit string, amount int64) string {
	if unit == unitFTE {
		return domain.FTE(amount).String()
	}
	return big.NewInt(amount).String()
}

// HubsOn says of the ICSs of a scope whether their hubs are there on a day.
type HubsOn map[string]bool

// HubsOn are those of a scope as known at n. A locality hub stands for itself.
func (m *Models) HubsOn(of Scope, day domain.Date, n eventstore.Seq) HubsOn {
	on := make(HubsOn, len(of.ICBs))
	for _, icb := range of.ICBs {
		id := domain.HubID(icb)
		if of.Hub != "" {
			id = of.Hub
		}
		hub, known := m.Hubs.Get(id, n)
		on[icb] = known && hub.ActiveOn(day)
	}
	return on
}

// Units are the names of what a version measures, ratios after measures, each
// with its unit.
func (v *KPIVersion) Units() (names, units []string) {
	for _, m := range v.Measures {
		names, units = append(names, m.Measure), append(units, m.Unit)
	}
	for _, r := range v.Ratios {
		names, units = append(names, r.Measure), append(units, unitRatio)
	}
	return names, units
}

// Find is the measures that a figure is made of: one, or those above and below
// of a ratio. It is false where there is no such measure or dimension.
func (v *KPIVersion) find(id FigureID) (above, below *counter, ok bool) {
	named := func(name string) *counter {
		for _, c := range v.counters {
			if c.Measure == name {
				return c
			}
		}
		return nil
	}
	name := id.Measure
	if name == "" && len(v.Measures) > 0 {
		name = v.Measures[0].Measure
	}
	above = named(name)
	if above == nil {
		for _, r := range v.Ratios {
			if r.Measure == name {
				above, below = named(r.Numerator), named(r.Denominator)
				ok = above != nil && below != nil
			}
		}
	} else {
		ok = true
	}
	if !ok {
		return nil, nil, false
	}
	for _, d := range id.Dimensions() {
		if _, has := above.dimension(d.Name); !has {
			return nil, nil, false
		}
		if below != nil {
			if _, has := below.dimension(d.Name); !has {
				return nil, nil, false
			}
		}
	}
	return above, below, true
}

// Has reports whether a version has the measure and dimensions of a figure. One
// that has failed from the beginning has those that it was published with.
func (v *KPIVersion) Has(id FigureID) bool {
	if len(v.counters) < len(v.Measures) { // it failed before it began
		names, _ := v.Units()
		return id.Measure == "" || slices.Contains(names, id.Measure)
	}
	_, _, ok := v.find(id)
	return ok
}

func (c *counter) dimension(name string) (int, bool) {
	i := slices.IndexFunc(c.By, func(d domain.KPIDimension) bool { return d.Dimension == name })
	return i, i >= 0
}

// window is which postings count for a period as known at n, and as it was on a
// day, which may be 0.
func (c *counter) window(p Period, on domain.Date, n eventstore.Seq) journal.Window {
	w := journal.Window{UpTo: n, To: p.Last}
	if !on.IsZero() {
		w.To = min(w.To, on)
	}
	if c.Type == domain.KPIFlow {
		w.From = p.First
	}
	return w
}

// in are the accounts of a figure in a scope.
func (c *counter) in(name string, of Scope, by []Dimension) []journal.Account {
	wanted, dims := make([]*string, len(c.By)), subset(0)
	for _, d := range by {
		i, _ := c.dimension(d.Name)
		wanted[i] = &d.Value
		dims |= 1 << i
	}
	scopes := of.ICBs
	if c.people != nil || of.Hub != "" {
		scopes = []string{name}
	}
	var accounts []journal.Account
	for _, scope := range scopes {
		for _, number := range c.inScope[scope] {
			a := &c.version.accounts[number]
			if c.people != nil && a.of != dims {
				continue
			}
			if a.has(wanted) {
				accounts = append(accounts, number)
			}
		}
	}
	return accounts
}

// has reports whether an account is of some values of dimensions, nil for any.
func (a *kpiAccount) has(wanted []*string) bool {
	at := 0
	for i, w := range wanted {
		if a.of&(1<<i) == 0 {
			continue
		}
		if w != nil && *w != a.by[at] {
			return false
		}
		at++
	}
	return true
}

// dimensions are the account's, with their values.
func (a *kpiAccount) dimensions() []Dimension {
	var by []Dimension
	for i, d := range a.counter.By {
		if a.of&(1<<i) != 0 {
			by = append(by, Dimension{d.Dimension, a.by[len(by)]})
		}
	}
	return by
}

// Value is a figure of an indicator in a scope as known at n, and as it was on
// a day, which may be 0. Its version has its measure.
func (k *KPIs) Value(v *KPIVersion, id FigureID, of Scope, hubs HubsOn, on domain.Date, n eventstore.Seq) KPIValue {
	if v.FailedAt(n) {
		names, units := v.Units()
		i := max(0, slices.Index(names, id.Measure))
		return KPIValue{Unit: units[i], Reason: DefinitionFailed}
	}
	if len(v.counters) < len(v.Measures) { // asked as known before the first event
		return KPIValue{Reason: NotApplicable}
	}
	above, below, _ := v.find(id)
	value := k.measured(above, id, of, hubs, on, n)
	if below == nil {
		return value
	}
	under := k.measured(below, id, of, hubs, on, n)
	r := KPIValue{Unit: unitRatio, Numerator: &value, Denominator: &under, Coverage: under.Coverage}
	switch {
	case under.Reason != "":
		r.Reason = under.Reason
	case value.Reason != "":
		r.Reason = value.Reason
	case under.Sum == 0:
		r.Reason = NotApplicable
	default:
		r.Value = percent(value, under)
	}
	return r
}

// measured is what one measure is.
func (k *KPIs) measured(c *counter, id FigureID, of Scope, hubs HubsOn, on domain.Date, n eventstore.Seq) KPIValue {
	w := c.window(id.Period, on, n)
	value := KPIValue{Unit: c.Unit}
	for _, icb := range of.ICBs {
		hub := domain.HubID(icb)
		if of.Hub != "" {
			hub = of.Hub
		}
		earliest, supplied := c.supplied[hub].last(n)
		supplied = supplied && earliest <= w.To
		switch {
		case hubs[icb] && supplied:
			value.Coverage.Reporting++
			value.Coverage.Known++
		case hubs[icb]:
			value.Coverage.Known++
		case supplied:
			value.Coverage.Outside++
		}
	}
	switch met := k.met[c.rule.Kind()]; {
	case met == 0 || eventstore.Seq(met) > n:
		value.Reason = NotApplicable
	case value.Coverage.Reporting+value.Coverage.Outside == 0:
		value.Reason = NotSupplied
	default:
		for _, a := range c.in(id.Scope, of, id.Dimensions()) {
			value.Sum += c.version.journal.Sum(a, w)
		}
		value.Value = InUnit(c.Unit, value.Sum)
	}
	return value
}

// percent is a ratio in per cent, rounded to four decimals, half away from
// zero: the one place where something is.
func percent(above, below KPIValue) string {
	scale := func(v KPIValue) *big.Int {
		if v.Unit == unitFTE {
			return big.NewInt(int64(domain.OneFTE))
		}
		return big.NewInt(1)
	}
	a := new(big.Int).Mul(big.NewInt(above.Sum), scale(below))
	b := new(big.Int).Mul(big.NewInt(below.Sum), scale(above))
	s := new(big.Rat).SetFrac(a.Mul(a, big.NewInt(100)), b).FloatString(4)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// KPIEntry is a posting of an indicator as it is explained.
type KPIEntry struct {
	Seq     eventstore.Seq
	Type    string // of the event
	Day     domain.Date
	Scope   string // a hub; of people also a region or England
	Measure string
	By      []Dimension
	Unit    string
	Delta   int64 // in the unit: of FTE 10⁻⁹
}

// Explain are the postings of a figure between two Seqs, after the one and up to
// the other, in the order of the log: their sum is the figure. Of a ratio they
// are those of both its measures.
func (k *KPIs) Explain(v *KPIVersion, id FigureID, of Scope, on domain.Date, after, n eventstore.Seq) []KPIEntry {
	if v.FailedAt(n) || len(v.counters) < len(v.Measures) {
		return nil
	}
	above, below, _ := v.find(id)
	var entries []KPIEntry
	for _, c := range []*counter{above, below} {
		if c == nil || c == above && below == above && len(entries) > 0 {
			continue
		}
		w := c.window(id.Period, on, n)
		w.After = after
		for _, p := range v.journal.Postings(c.in(id.Scope, of, id.Dimensions()), w) {
			a := &v.accounts[p.Account]
			entries = append(entries, KPIEntry{
				Seq: p.Seq, Type: v.cites.of(p.Seq), Day: p.Day, Scope: a.scope, Measure: c.Measure, By: a.dimensions(), Unit: c.Unit, Delta: p.Delta,
			})
		}
	}
	slices.SortStableFunc(entries, func(a, b KPIEntry) int { return int(a.Seq - b.Seq) })
	return entries
}

// Parts are the values of the dimensions that a measure has in a scope, as known
// at n, in order: each with all dimensions. None of a ratio.
func (k *KPIs) Parts(v *KPIVersion, id FigureID, of Scope, n eventstore.Seq) [][]Dimension {
	if v.FailedAt(n) || len(v.counters) < len(v.Measures) {
		return nil
	}
	c, below, ok := v.find(id)
	if !ok || below != nil || len(c.By) == 0 {
		return nil
	}
	seen := make(map[string][]Dimension)
	scopes := of.ICBs
	if c.people != nil || of.Hub != "" {
		scopes = []string{id.Scope}
	}
	for _, scope := range scopes {
		for _, number := range c.inScope[scope] {
			a := &v.accounts[number]
			if first, any := v.journal.First(number); any && first <= n && a.of == subset(1<<len(c.By)-1) {
				by := a.dimensions()
				seen[KPIFigure("", 0, "", Period{}, "", by...).By] = by
			}
		}
	}
	keys := make([]string, 0, len(seen))
	for key := range seen {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	parts := make([][]Dimension, len(keys))
	for i, key := range keys {
		parts[i] = seen[key]
	}
	return parts
}
