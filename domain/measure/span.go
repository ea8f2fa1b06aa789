package measure

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// span is some days by an amount; last 0 where they have not ended.
func span(first, last domain.Date, amount int64) Span {
	return Span{First: int64(first), Last: int64(last), Amount: amount}
}

// on is one day by an amount.
func on(day domain.Date, amount int64) []Span { return []Span{span(day, day, amount)} }

// add appends a span unless it has no day.
func add(to []Span, s Span) []Span {
	if s.First == 0 || s.Last != 0 && s.Last < s.First {
		return to
	}
	return append(to, s)
}

// before is the day before another, as a span's member.
func before(day int64) int64 { return int64(domain.Date(day).AddDays(-1)) }

// earlier is the earlier of two last days, of which 0 is none.
func earlier(a, b int64) int64 {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// within is the part of each span that lies in one of some others: those that
// have no days twice.
func within(spans, in []Span) []Span {
	var cut []Span
	for _, s := range spans {
		for _, i := range in {
			s := s
			s.First, s.Last = max(s.First, i.First), earlier(s.Last, i.Last)
			cut = add(cut, s)
		}
	}
	return cut
}

// union is the days that any of some spans has, each once, by label, as 1.
func union(spans []Span) []Span {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b Span) int {
		if a.Label != b.Label {
			if a.Label < b.Label {
				return -1
			}
			return 1
		}
		return int(a.First - b.First)
	})
	var all []Span
	for _, s := range spans {
		s.Amount = 1
		if n := len(all); n > 0 && all[n-1].Label == s.Label && (all[n-1].Last == 0 || s.First <= next(all[n-1].Last)) {
			if all[n-1].Last != 0 && (s.Last == 0 || s.Last > all[n-1].Last) {
				all[n-1].Last = s.Last
			}
			continue
		}
		all = append(all, s)
	}
	return all
}

func next(day int64) int64 { return int64(domain.Date(day).AddDays(1)) }

// steps are spans of a value that changes on some days: each until the day
// before the next, the last until a last day, which may be 0.
type step struct {
	from  domain.Date
	value int64
}

func steps(all []step, last domain.Date) []Span {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b step) int { return int(a.from - b.from) })
	var spans []Span
	for i, s := range all {
		end := int64(last)
		if i+1 < len(all) {
			end = earlier(end, before(int64(all[i+1].from)))
		}
		if s.value != 0 {
			spans = add(spans, span(s.from, domain.Date(end), s.value))
		}
	}
	return spans
}
