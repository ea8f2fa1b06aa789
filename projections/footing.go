package projections

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Footing is on what footing hubs work, beside their contracts: the agreements
// that govern them, their policies, the Operating Model they adopted, and who
// delivers in their place.
type Footing struct {
	facts table[domain.HubID, domain.Event]
}

// NewFooting is that of an empty log.
func NewFooting() *Footing { return &Footing{facts: make(table[domain.HubID, domain.Event])} }

// Name implements Model.
func (*Footing) Name() string { return "footing" }

// Apply implements Model.
func (f *Footing) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.GovernanceAgreementDrafted:
		f.facts.add(e.Hub, r.Seq, e)
	case domain.GovernanceAgreementSigned:
		f.facts.add(e.Hub, r.Seq, e)
	case domain.GovernanceAgreementLapsed:
		f.facts.add(e.Hub, r.Seq, e)
	case domain.PolicyAdopted:
		f.facts.add(e.Hub, r.Seq, e)
	case domain.OperatingModelAdopted:
		f.facts.add(e.Hub, r.Seq, e)
	case domain.InterimArrangementAgreed:
		f.facts.add(e.Hub, r.Seq, e)
	case domain.InterimArrangementEnded:
		f.facts.add(e.Hub, r.Seq, e)
	}
	return nil
}

// Agreement is an agreement between an ICS and its hub.
type Agreement struct {
	ID      uuid.UUID
	Drafted Fact[domain.GovernanceAgreementDrafted]
	Signed  Fact[domain.GovernanceAgreementSigned]
	Lapsed  Fact[domain.GovernanceAgreementLapsed]
}

// Last is the agreement's last day, 0 where it goes on.
func (a Agreement) Last() domain.Date {
	if a.Lapsed.Known() {
		return a.Lapsed.Event.On
	}
	return a.Signed.Event.To
}

// InForceOn reports whether it is signed and holds on a day.
func (a Agreement) InForceOn(day domain.Date) bool {
	return a.Signed.Known() && termOn(a.Signed.Event.From, a.Last(), day) == TermInForce
}

// Agreements are those of a hub as known at n, in the order they were first met.
func (f *Footing) Agreements(hub domain.HubID, n eventstore.Seq) (all []Agreement) {
	of := func(id uuid.UUID) *Agreement {
		i := slices.IndexFunc(all, func(a Agreement) bool { return a.ID == id })
		if i < 0 {
			all = append(all, Agreement{ID: id})
			i = len(all) - 1
		}
		return &all[i]
	}
	for seq, e := range f.facts[hub].known(n) {
		switch e := e.(type) {
		case domain.GovernanceAgreementDrafted:
			of(e.Agreement).Drafted = fact(seq, e)
		case domain.GovernanceAgreementSigned:
			of(e.Agreement).Signed = fact(seq, e)
		case domain.GovernanceAgreementLapsed:
			of(e.Agreement).Lapsed = fact(seq, e)
		}
	}
	return all
}

// PoliciesOn are the policies that a hub works by on a day, the newest of each
// kind, by kind.
func (f *Footing) PoliciesOn(hub domain.HubID, day domain.Date, n eventstore.Seq) (newest []Fact[domain.PolicyAdopted]) {
	for seq, e := range f.facts[hub].known(n) {
		p, is := e.(domain.PolicyAdopted)
		if !is || p.From > day {
			continue
		}
		i, found := slices.BinarySearchFunc(newest, p.Kind, func(f Fact[domain.PolicyAdopted], kind domain.PolicyKind) int {
			return cmp.Compare(f.Event.Kind, kind)
		})
		switch {
		case !found:
			newest = slices.Insert(newest, i, fact(seq, p))
		case newest[i].Event.From <= p.From:
			newest[i] = fact(seq, p)
		}
	}
	return newest
}

// ModelOn is the version of the Operating Model that a hub works by on a day,
// and false where it has adopted none.
func (f *Footing) ModelOn(hub domain.HubID, day domain.Date, n eventstore.Seq) (newest Fact[domain.OperatingModelAdopted], ok bool) {
	for seq, e := range f.facts[hub].known(n) {
		if a, is := e.(domain.OperatingModelAdopted); is && a.On <= day && a.On >= newest.Event.On {
			newest, ok = fact(seq, a), true
		}
	}
	return newest, ok
}

// Arrangement is an interim arrangement: who delivers in the place of a hub, and
// until when.
type Arrangement struct {
	Agreed Fact[domain.InterimArrangementAgreed]
	Ended  Fact[domain.InterimArrangementEnded]
}

// Arrangements are those of a hub as known at n, in the order they were agreed.
func (f *Footing) Arrangements(hub domain.HubID, n eventstore.Seq) (all []Arrangement) {
	for seq, e := range f.facts[hub].known(n) {
		switch e := e.(type) {
		case domain.InterimArrangementAgreed:
			all = append(all, Arrangement{Agreed: fact(seq, e)})
		case domain.InterimArrangementEnded:
			i := slices.IndexFunc(all, func(a Arrangement) bool { return a.Agreed.Event.Arrangement == e.Arrangement })
			if i >= 0 {
				all[i].Ended = fact(seq, e)
			}
		}
	}
	return all
}
