package demo

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/reference"
)

// nation is everybody's diaries.
type nation struct {
	opts  Options
	space uuid.UUID // of all ids
	diary           // of the national bodies
	icbs  []reference.ICB
	hubs  []*hub
	heirs []*heir // that follow some of them
	// forgotten is whether a hub has forgotten to divide what it has promised.
	forgotten bool

	// How many are invented so far.
	pcns, practices int
}

func newNation(opts Options) *nation {
	opts.Scale = max(1, opts.Scale)
	n := &nation{opts: opts, space: opts.space()}
	n.diary = diary{space: n.space, stream: "national"}
	g := reference.ICBs2022()
	n.geography(g)
	n.bodies()
	n.icbs = g.ICBs()
	for i, icb := range n.icbs {
		n.hubs = append(n.hubs, n.newHub(i, icb))
	}
	if opts.merges() {
		n.inherit()
		n.count()
	}
	if opts.Years > 0 {
		n.published()
		n.notified()
		n.nationalAttempts()
	}
	n.tell(n.stream, n.lastDay(), n.officer(), guidance.RecordNotification{
		Source: "Makers of the demonstration", SourceClass: domain.ClassAccountableBody, Subject: "Here ends what is made up", On: n.lastDay(),
	}, as(n.opts.End()))
	return n
}

// as gives a command an id of its own.
func as(id uuid.UUID) how { return func(i *item) { i.command.ID = id } }

// End is the id of the last command of the nation, on the stream "national": a
// ledger that holds it is complete.
func (o Options) End() uuid.UUID { return uuid.NewSHA1(o.space(), []byte("end")) }

func (n *nation) lastDay() domain.Date { return n.opts.lastDay() }

// sessions are the sessions in which the nation is recorded, in order. What a
// hub does in a year is written into its diary when the year begins.
func (n *nation) sessions(yield func(session) bool) {
	last := n.lastDay()
	for first := domain.BusinessDay(Began); first <= last; first = first.MonthEnd().AddDays(1) {
		fy := domain.YearOf(first)
		if n.opts.Years > 0 && (first.Month() == 4 || first == domain.BusinessDay(Began)) {
			n.year(fy)
		}
		for _, s := range n.month(first) {
			if !yield(s) {
				return
			}
		}
	}
}

// year writes a year into the diaries.
func (n *nation) year(fy domain.FinancialYear) {
	if fy.First() < merged {
		for _, h := range n.hubs {
			h.year(fy)
		}
		return
	}
	for _, h := range n.hubs {
		h.next(fy)
	}
	for _, x := range n.heirs {
		x.begin()
	}
}

// month are the sessions of a month.
func (n *nation) month(first domain.Date) []session {
	var all []session
	for d := first; d <= first.MonthEnd(); d = d.AddDays(1) {
		all = append(all, session{instant(d).Add(nationalHour), &n.diary})
	}
	for _, h := range n.hubs {
		all = append(all, session{monthly(h.index, len(n.hubs), first), &h.diary})
	}
	for i, x := range n.heirs {
		if x.name != "" && first >= merged {
			all = append(all, session{instant(first.AddDays(26)).Add(hubHour + time.Duration(i)*betweenHubs), x.diary})
		}
	}
	slices.SortStableFunc(all, func(a, b session) int { return a.at.Compare(b.at) })
	return all
}

func (n *nation) officer() domain.Actor { return n.actor("national officer") }

func (n *nation) actor(role string) domain.Actor {
	return domain.Actor{Person: n.id5("person/" + role), Role: role}
}

// id5 is an id that follows from a name.
func (n *nation) id5(name string) uuid.UUID { return uuid.NewSHA1(n.space, []byte(name)) }

// random is a source of chance that a name has for itself.
func (n *nation) random(name string) *rand.Rand {
	id := n.id5("random/" + name)
	var a, b uint64
	for i := range 8 {
		a, b = a<<8|uint64(id[i]), b<<8|uint64(id[8+i])
	}
	return rand.New(rand.NewPCG(a, b))
}

// opening is the day on which the register of organisations is begun.
var opening = domain.BusinessDay(Began)

// register registers an organisation: on the first day, or when it opens.
func (n *nation) register(code, name string, class domain.OrganisationClass, opened domain.Date) {
	n.tell(organisation.Stream, max(opening, opened), n.actor("registrar"), organisation.RegisterOrganisation{
		Org: code, Name: name, Class: class, Opened: opened,
	}, on(cmp.Or(opened, opening)))
}

func (n *nation) relate(child, parent string, kind domain.RelationshipKind, from domain.Date) {
	n.tell(organisation.Stream, max(opening, from), n.actor("registrar"), organisation.RecordRelationship{
		Child: child, Parent: parent, Kind: kind, From: from, StatedBy: "invented",
	}, on(from))
}

// between is a day from one to another, both included.
func between(r *rand.Rand, from, to domain.Date) domain.Date {
	days := int(instant(to).Sub(instant(from)) / (24 * time.Hour))
	if days <= 0 {
		return from
	}
	return from.AddDays(r.IntN(days + 1))
}

// pick is one of several.
func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }
