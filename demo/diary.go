package demo

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// diary is what somebody is going to record, and when.
type diary struct {
	space  uuid.UUID
	stream string // that most of it is about
	given  int
	items  []item
	sorted bool // by day
}

// item is a command that waits for its day.
type item struct {
	day     domain.Date // from which it can be recorded
	stream  string
	command domain.Command
	refused domain.Rule   // that is to refuse it
	broken  []domain.Rule // that it is to break
	voids   uuid.UUID     // command whose event it voids, if it does
}

// how says what else there is about a command.
type how func(*item)

// refusedBy says that a rule is going to refuse it.
func refusedBy(rule domain.Rule) how { return func(i *item) { i.refused = rule } }

// breaking says that it has happened on a day, and which rules it breaks.
func breaking(on domain.Date, rules ...domain.Rule) how {
	return func(i *item) {
		i.command.Happened = &domain.Happened{On: on}
		i.command.EffectiveOn = on
		i.broken = rules
	}
}

// on says that it takes effect on a day.
func on(d domain.Date) how { return func(i *item) { i.command.EffectiveOn = d } }

// shown attaches a document by the hash of its bytes, which are invented.
func shown(kind string, dated domain.Date) how {
	return func(i *item) {
		i.command.Evidence = append(i.command.Evidence, domain.Evidence{Hash: hashOf(kind, i.command.ID.String()), Kind: kind, Dated: dated})
	}
}

func hashOf(parts ...string) (h domain.Hash) {
	s := sha256.New()
	for _, p := range parts {
		s.Write([]byte(p))
	}
	s.Sum(h[:0])
	return h
}

// give writes a command for the diary's own stream down, and is its id.
func (d *diary) give(day domain.Date, actor domain.Actor, data domain.CommandData, hows ...how) uuid.UUID {
	return d.tell(d.stream, day, actor, data, hows...)
}

// tell writes a command for a stream down, and is its id.
func (d *diary) tell(stream string, day domain.Date, actor domain.Actor, data domain.CommandData, hows ...how) uuid.UUID {
	i := item{day: day, stream: stream, command: domain.Command{ID: d.id(day), Actor: actor, EffectiveOn: day, Data: data}}
	for _, h := range hows {
		h(&i)
	}
	d.items, d.sorted = append(d.items, i), false
	return i.command.ID
}

// id is the next id: of version 7, as clients make them, with the day in place
// of the instant, and what is random taken from the nation's namespace.
func (d *diary) id(day domain.Date) uuid.UUID {
	d.given++
	id := uuid.NewSHA1(d.space, strconv.AppendInt([]byte(d.stream+" "), int64(d.given), 10))
	ms := instant(day).UnixMilli()
	for i := range 6 {
		id[i] = byte(ms >> (40 - 8*i))
	}
	id[6] = id[6]&0x0f | 0x70
	return id
}

// take takes out what can be recorded by a day, in the order of the days. What
// is said in other streams comes first, stream by stream: the diary's own reads
// them.
func (d *diary) take(by domain.Date) []item {
	if !d.sorted {
		slices.SortStableFunc(d.items, func(a, b item) int { return cmp.Compare(a.day, b.day) })
		d.sorted = true
	}
	n, _ := slices.BinarySearchFunc(d.items, by+1, func(i item, day domain.Date) int { return cmp.Compare(i.day, day) })
	due := slices.Clone(d.items[:n])
	d.items = slices.Delete(d.items, 0, n)
	rank := func(i item) string {
		if i.stream == d.stream {
			return "~" // behind all names of streams
		}
		return i.stream
	}
	slices.SortStableFunc(due, func(a, b item) int { return cmp.Compare(rank(a), rank(b)) })
	return due
}
