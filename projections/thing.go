package projections

import (
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// kind is what sort of thing has an id.
type kind uint8

const (
	_ kind = iota
	aDecision
	anAward
	aGrant
	aProgramme
	aNeed
	aPlan
	aContract
	aPriority
	aMeeting
	aDelegation
	anIntelligence
	aBreach
	anEnvironment
	anEducator // by the person's id
	aCheck     // of registers, by the person's id
	anOffer
	aPlacement
	aPrice
	aPost
	aSupport
	aMaturity // assessed by a matrix
	aRating   // in a consideration
	aShortfall
	aResource
)

type thing struct {
	icb  string
	kind kind
	id   uuid.UUID
}

type shelf struct {
	icb  string
	kind kind
}

// things are what the streams of hubs give an id to, each with the events about
// it.
//
// Whatever has an id is kept by the ICS whose stream it stands in, by its kind
// and by its id: nothing keeps the hub of another ICS from giving something of
// its own the same id, and the two must never be taken for one.
//
// A fact is an event, or what a model keeps of one of which there are many.
type things struct {
	facts table[thing, any]
	// ids are those of a kind in an ICS, in the order they were first met.
	ids table[shelf, uuid.UUID]
}

func newThings() things {
	return things{facts: make(table[thing, any]), ids: make(table[shelf, uuid.UUID])}
}

// add keeps an event as a fact about a thing; about none where id names none.
func (t *things) add(r Record, k kind, id uuid.UUID) { t.keep(r, k, id, r.Event) }

// keep is add for what is kept of an event.
func (t *things) keep(r Record, k kind, id uuid.UUID, fact any) {
	if id == uuid.Nil {
		return
	}
	icb := icbOf(r.Stream)
	key := thing{icb, k, id}
	if t.facts[key] == nil {
		t.ids.add(shelf{icb, k}, r.Seq, id)
	}
	t.facts.add(key, r.Seq, fact)
}

// icbOf is the code of the ICB whose hub's stream it is.
func icbOf(stream eventstore.StreamID) string {
	return strings.TrimPrefix(string(stream), string(wire.KindHub)+"-")
}

// Fact is an event and the Seq it is known from. What the event holds is the
// model's and must not be changed.
type Fact[E domain.Event] struct {
	Seq   eventstore.Seq // 0 where it is not known
	Event E
}

// Known reports whether there is the fact.
func (f Fact[E]) Known() bool { return f.Seq > 0 }

// fact is what an event says of itself.
func fact[E domain.Event](seq eventstore.Seq, e E) Fact[E] { return Fact[E]{seq, e} }

// About is what all things of a hub's stream have in common.
type About struct {
	ICB  string
	Hub  domain.HubID // the locality hub, or the hub of the ICS
	ID   uuid.UUID
	Seqs []eventstore.Seq // of all events about it, in the order of the log
}

// SeqsOf are the Seqs of some facts, each once and in their order, without those
// that are not known.
func SeqsOf(lists ...[]eventstore.Seq) []eventstore.Seq {
	all := slices.DeleteFunc(slices.Concat(lists...), func(seq eventstore.Seq) bool { return seq == 0 })
	slices.Sort(all)
	return slices.Compact(all)
}

// folds folds the facts of a thing that are known at n.
func (t *things) folds(icb string, k kind, id uuid.UUID, n eventstore.Seq, evolve func(eventstore.Seq, any)) About {
	about := About{ICB: icb, Hub: domain.HubID(icb), ID: id}
	for seq, e := range t.facts[thing{icb, k, id}].known(n) {
		about.Seqs = append(about.Seqs, seq)
		evolve(seq, e)
	}
	return about
}

// all are the things of a kind that belong to a hub, in the order they were
// first met: those of the ICS with its locality hubs, or of one locality hub
// alone.
func all[T any](t *things, hub domain.HubID, k kind, n eventstore.Seq, get func(icb string, id uuid.UUID, n eventstore.Seq) (T, bool), about func(T) About) []T {
	var out []T
	for _, id := range t.ids[shelf{hub.ICB(), k}].known(n) {
		if one, ok := get(hub.ICB(), id, n); ok && (!hub.IsLocality() || about(one).Hub == hub) {
			out = append(out, one)
		}
	}
	return out
}

// mentions say in the streams of which ICSs an organisation is named, so that
// what is about it is found without looking into all of them.
type mentions struct {
	icbs table[string, string] // by the organisation's code
	seen map[[2]string]bool    `digest:"-"` // what stands there
}

func newMentions() mentions {
	return mentions{icbs: make(table[string, string]), seen: make(map[[2]string]bool)}
}

func (m *mentions) add(r Record, code string) {
	icb := icbOf(r.Stream)
	if at := [2]string{code, icb}; code != "" && !m.seen[at] {
		m.seen[at] = true
		m.icbs.add(code, r.Seq, icb)
	}
}

// of are the ICSs that name one of some organisations as known at n, ascending.
func (m *mentions) of(codes []string, n eventstore.Seq) (icbs []string) {
	for _, code := range codes {
		for _, icb := range m.icbs[code].known(n) {
			icbs = append(icbs, icb)
		}
	}
	slices.Sort(icbs)
	return slices.Compact(icbs)
}
