package interest

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is what one person declares. Its slices are never written into.
type State struct {
	person uuid.UUID

	// What other streams' decisions read.
	interests  domain.Register[uuid.UUID, domain.DeclaredInterest]
	order      domain.Register[struct{}, []uuid.UUID] // of the interests, as declared
	statements domain.Register[struct{}, []Statement] // as made

	offers   domain.Table[uuid.UUID, recordedOffer]
	accepted domain.Table[string, []gift] // gifts, by giver
}

// Statement is what a person stated to hold on a day: nothing, or the
// interests declared and no others.
type Statement struct {
	On        domain.Date
	Nil       bool
	Interests []uuid.UUID
}

func (s Statement) equal(o Statement) bool {
	return s.On == o.On && s.Nil == o.Nil && slices.Equal(s.Interests, o.Interests)
}

type recordedOffer struct {
	offer  domain.Offer
	modest bool
}

type gift struct {
	on    domain.Date
	value domain.Pence
}

// New is a person who has declared nothing.
func New(person uuid.UUID) *State { return &State{person: person} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		person: s.person, interests: s.interests.Fork(), order: s.order.Fork(), statements: s.statements.Fork(),
		offers: s.offers.Fork(), accepted: s.accepted.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.interests.Merge()
	s.order.Merge()
	s.statements.Merge()
	s.offers.Merge()
	s.accepted.Merge()
}

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.InterestDeclared, domain.InterestAmended, domain.InterestEnded,
		domain.NilReturnMade, domain.DeclarationRefreshed, domain.GiftOffered, domain.HospitalityRecorded:
		return true
	}
	return false
}

// Evolve assigns what an event says.
func (s *State) Evolve(r domain.Recorded) {
	switch e := r.Event.(type) {
	case domain.InterestDeclared:
		s.interests.Set(e.Interest, r.Revision, e.DeclaredInterest)
		order, _ := s.order.Get(struct{}{})
		s.order.Set(struct{}{}, r.Revision, append(slices.Clip(order), e.Interest))
	case domain.InterestAmended:
		s.interests.Set(e.Interest, r.Revision, e.DeclaredInterest)
	case domain.InterestEnded:
		d, _ := s.interests.Get(e.Interest)
		d.Ends = e.On
		s.interests.Set(e.Interest, r.Revision, d)
	case domain.NilReturnMade:
		s.stated(r.Revision, Statement{On: e.On, Nil: true})
	case domain.DeclarationRefreshed:
		s.stated(r.Revision, Statement{On: e.On, Interests: e.Interests})
	case domain.GiftOffered:
		s.offers.Set(e.Gift, recordedOffer{offer: e.Offer})
		if e.Accepted {
			known, _ := s.accepted.Get(e.From)
			s.accepted.Set(e.From, append(slices.Clip(known), gift{e.On, e.Value}))
		}
	case domain.HospitalityRecorded:
		s.offers.Set(e.Hospitality, recordedOffer{e.Offer, e.Modest})
	}
}

func (s *State) stated(revision int64, one Statement) {
	known, _ := s.statements.Get(struct{}{})
	s.statements.Set(struct{}{}, revision, append(slices.Clip(known), one))
}

// held are the interests held on a day, in the order they were declared.
func (s *State) held(day domain.Date) []uuid.UUID {
	var out []uuid.UUID
	order, _ := s.order.Get(struct{}{})
	for _, id := range order {
		if d, _ := s.interests.Get(id); d.HeldOn(day) {
			out = append(out, id)
		}
	}
	return out
}

// total is the most that a gift and those accepted from the same giver come to
// in any so many months that hold its day. Gifts are recorded late and in any
// order, so later ones count too.
func (s *State) total(o domain.Offer, months int) (most domain.Pence) {
	known, _ := s.accepted.Get(o.From)
	all := append(slices.Clip(known), gift{o.On, o.Value})
	for _, last := range all {
		before := last.on.AddMonths(-months)
		if o.On <= before || o.On > last.on {
			continue
		}
		sum := domain.Pence(0)
		for _, g := range all {
			if before < g.on && g.on <= last.on {
				var ok bool
				if sum, ok = sum.Add(g.value); !ok {
					return domain.MaxPence
				}
			}
		}
		most = max(most, min(sum, domain.MaxPence))
	}
	return most
}
