package projections

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/measure"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections/journal"
)

// KPIVersion is a version of an indicator and what it has counted.
type KPIVersion struct {
	domain.KPIDefinitionPublished
	published eventstore.Seq
	counters  []*counter // one for each measure
	journal   journal.Journal
	accounts  []kpiAccount // by their number in the journal
	cites     citations
	// failed is the Seq from which it counts nothing, 0 where it does.
	failed eventstore.Seq
}

// kpiAccount is an account of a version: what a measure counts in a scope, of
// some values of its dimensions.
type kpiAccount struct {
	counter *counter
	scope   string // a hub; of people also a region or England
	of      subset
	by      []string // values of those dimensions
}

// subset is some of the dimensions of a measure: bit i is the i-th.
type subset uint8

// mostDimensions is how many dimensions a measure may have: those of people are
// counted in every combination.
const mostDimensions = 6

// counter is a measure of a version, and the things that it counts.
type counter struct {
	domain.KPIMeasure
	version *KPIVersion
	rule    *measure.Rule
	numbers map[accountKey]journal.Account
	// inScope are the accounts of a scope: of a locality hub, of an ICS with
	// its locality hubs, and of people also of a region and of England.
	inScope map[string][]journal.Account
	// supplied is the earliest day that a hub has had something of the kind on,
	// of an ICS with its locality hubs: each earlier one from when it is known.
	supplied table[domain.HubID, domain.Date]
	legs     [][]leg // of things, by their number; not of people
	people   *people // of people
}

type accountKey struct {
	scope string
	of    subset
	by    string
}

// leg is what a thing, or a person, adds to an account on a day.
type leg struct {
	account journal.Account
	day     domain.Date
	amount  int64
}

func byAccount(a, b leg) int {
	return cmp.Or(cmp.Compare(a.account, b.account), cmp.Compare(a.day, b.day))
}

// citation is the event that is counted.
type citation struct {
	seq eventstore.Seq
	typ string
	day domain.Date
}

// citations are the types of events that are cited.
type citations struct {
	seqs  []uint32
	types []uint16
	names []string
}

func (c *citations) add(cite citation) {
	if n := len(c.seqs); n > 0 && c.seqs[n-1] == uint32(cite.seq) {
		return
	}
	i := slices.Index(c.names, cite.typ)
	if i < 0 {
		i = len(c.names)
		c.names = append(c.names, cite.typ)
	}
	c.seqs, c.types = append(c.seqs, uint32(cite.seq)), append(c.types, uint16(i))
}

func (c *citations) of(seq eventstore.Seq) string {
	i, _ := slices.BinarySearch(c.seqs, uint32(seq))
	return c.names[c.types[i]]
}

// newKPIVersion makes the model of a version. One whose rules can't be made
// ready has failed from event 1.
func newKPIVersion(seq eventstore.Seq, e domain.KPIDefinitionPublished) *KPIVersion {
	v := &KPIVersion{KPIDefinitionPublished: e, published: seq}
	if e.Vocabulary != measure.Version {
		v.failed = 1
		return v
	}
	for _, m := range e.Measures {
		x := measure.Expressions{Kind: measure.Kind(m.Entity), Each: m.Each, Where: m.Where, Amount: m.Amount}
		for _, d := range m.By {
			x.By = append(x.By, measure.By{Dimension: d.Dimension, Expression: d.Expression})
		}
		rule, errs := measure.Compile(x)
		if errs != nil || !m.Type.Valid() || len(m.By) > mostDimensions {
			v.failed = 1
			return v
		}
		c := &counter{
			KPIMeasure: m, version: v, rule: rule, numbers: make(map[accountKey]journal.Account),
			inScope: make(map[string][]journal.Account), supplied: make(table[domain.HubID, domain.Date]),
		}
		if m.Unit == unitPeople {
			c.people = newPeople()
		}
		v.counters = append(v.counters, c)
	}
	return v
}

// unitPeople is the unit of measures that count a person once.
const unitPeople = "people"

// Published is the Seq of its publication.
func (v *KPIVersion) Published() eventstore.Seq { return v.published }

// FailedAt reports whether it counts nothing as known at n.
func (v *KPIVersion) FailedAt(n eventstore.Seq) bool { return v.failed > 0 && v.failed <= n }

// fail has it count nothing from an event on.
func (v *KPIVersion) fail(seq eventstore.Seq) { v.failed = seq }

// count evaluates a measure on a thing and posts what has changed.
func (c *counter) count(cite citation, number int, hub domain.HubID, thing measure.Entity, regions map[string]string) {
	spans, err := c.rule.Spans(thing)
	if err != nil {
		c.version.fail(cite.seq)
		return
	}
	day := cite.day
	for _, s := range spans {
		day = min(day, s.First)
	}
	c.supply(cite.seq, hub, day)
	if c.people != nil {
		c.countPeople(cite, number, hub, thing.Who(), spans, regions)
		return
	}
	all := subset(1<<len(c.By) - 1)
	var legs []leg
	for _, s := range spans {
		legs = c.lay(legs, string(hub), all, s.By, s)
	}
	for len(c.legs) <= number {
		c.legs = append(c.legs, nil)
	}
	c.legs[number] = c.post(cite, c.legs[number], legs)
}

// supply notes that a hub has an event of the kind, of a day.
func (c *counter) supply(seq eventstore.Seq, hub domain.HubID, day domain.Date) {
	for _, of := range [...]domain.HubID{hub, domain.HubID(hub.ICB())} {
		if earliest, known := c.supplied[of].last(seq); !known || day < earliest {
			c.supplied.add(of, seq, day)
		}
	}
}

// lay adds what a span counts in a scope: a flow on its first day, a snapshot
// until its last.
func (c *counter) lay(legs []leg, scope string, of subset, by []string, s measure.Counted) []leg {
	account := c.account(scope, of, by)
	legs = append(legs, leg{account, s.First, s.Amount})
	if c.Type == domain.KPISnapshot && !s.Last.IsZero() {
		legs = append(legs, leg{account, s.Last.AddDays(1), -s.Amount})
	}
	return legs
}

// account is the number of an account, which is opened where there is none.
func (c *counter) account(scope string, of subset, by []string) journal.Account {
	key := accountKey{scope, of, ""}
	switch len(by) {
	case 0:
	case 1:
		key.by = by[0]
	default:
		var b strings.Builder
		for _, v := range by {
			fmt.Fprintf(&b, "%d:%s", len(v), v)
		}
		key.by = b.String()
	}
	number, known := c.numbers[key]
	if known {
		return number
	}
	number = c.version.journal.Open()
	c.numbers[key] = number
	c.version.accounts = append(c.version.accounts, kpiAccount{c, scope, of, slices.Clone(by)})
	c.inScope[scope] = append(c.inScope[scope], number)
	if hub := domain.HubID(scope); c.people == nil && hub.IsLocality() { // its ICS's too
		c.inScope[hub.ICB()] = append(c.inScope[hub.ICB()], number)
	}
	return number
}

// post posts the difference between two sets of legs, citing an event, and
// returns the new set, in order.
func (c *counter) post(cite citation, old, legs []leg) []leg {
	slices.SortFunc(legs, byAccount)
	kept := legs[:0]
	for _, l := range legs {
		if n := len(kept); n > 0 && byAccount(kept[n-1], l) == 0 {
			sum := kept[n-1].amount + l.amount
			if (sum > l.amount) != (kept[n-1].amount > 0) {
				c.version.fail(cite.seq) // more than can be counted
				return old
			}
			kept[n-1].amount = sum
			continue
		}
		kept = append(kept, l)
	}
	kept = slices.DeleteFunc(kept, func(l leg) bool { return l.amount == 0 })
	i := 0
	for _, was := range old {
		for ; i < len(kept) && byAccount(kept[i], was) < 0; i++ {
			c.add(cite, kept[i], 0)
		}
		if i < len(kept) && byAccount(kept[i], was) == 0 {
			c.add(cite, kept[i], was.amount)
			i++
		} else {
			c.add(cite, leg{was.account, was.day, 0}, was.amount)
		}
	}
	for ; i < len(kept); i++ {
		c.add(cite, kept[i], 0)
	}
	return slices.Clip(kept)
}

// add posts what a leg is more than it was. What can't be counted any more is a
// failure of the version alone.
func (c *counter) add(cite citation, l leg, was int64) {
	delta := l.amount - was
	if delta == 0 {
		return
	}
	if (delta > 0) != (l.amount > was) {
		c.version.fail(cite.seq)
		return
	}
	err := c.version.journal.Add(journal.Posting{Account: l.account, Seq: cite.seq, Day: l.day, Delta: delta})
	if err != nil {
		c.version.fail(cite.seq)
		return
	}
	c.version.cites.add(cite)
}

// digest writes the accounts in the order in which they were first posted to,
// each with its postings, and since when hubs have supplied something.
func (v *KPIVersion) digest(c *canon) {
	for i := range v.accounts {
		postings := v.journal.Postings([]journal.Account{journal.Account(i)}, journal.Window{UpTo: c.n})
		if len(postings) == 0 {
			continue
		}
		a := &v.accounts[i]
		c.text(a.counter.Measure)
		c.text(a.scope)
		c.uint(uint64(a.of))
		c.count(len(a.by))
		for _, by := range a.by {
			c.text(by)
		}
		c.count(len(postings))
		for _, p := range postings {
			c.uint(uint64(p.Seq))
			c.text(v.cites.of(p.Seq))
			c.int(int64(p.Day))
			c.int(p.Delta)
			c.breathe()
		}
	}
	for _, counter := range v.counters {
		for _, hub := range slices.Sorted(maps.Keys(counter.supplied)) {
			known := counter.supplied[hub].at(c.n)
			if known == 0 {
				continue
			}
			c.text(string(hub))
			c.count(known)
			for seq, day := range counter.supplied[hub].known(c.n) {
				c.uint(uint64(seq))
				c.int(int64(day))
			}
		}
	}
}
