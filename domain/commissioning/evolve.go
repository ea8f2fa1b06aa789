package commissioning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Takes reports whether an event is of this room.
func (s *State) Takes(e domain.Event) bool {
	switch e.(type) {
	case domain.ProgrammeProposed, domain.ProgrammeQualityAssured, domain.ProgrammeLaunched, domain.ProgrammeSessionDelivered, domain.ProgrammeClosed,
		domain.DecisionOpened, domain.ConflictDeclaredForDecision, domain.ConflictManaged, domain.MitigationVerified,
		domain.CommissioningOptionsAppraised, domain.ScoreRecorded, domain.QuotationReceived, domain.WaiverApproved, domain.VoteRecorded,
		domain.CommissioningDecisionMade, domain.DecisionRatified, domain.DecisionReversed, domain.DecisionAmended,
		domain.BreachSuspected, domain.BreachUpheld, domain.BreachClosed,
		domain.NoticePublished, domain.StandstillStarted, domain.RepresentationReceived, domain.StandstillEnded,
		domain.ContractAwarded, domain.AwardVaried, domain.AwardEnded, domain.DeliveryAccepted,
		domain.LocalityDecisionApproved, domain.AwardCarriedOn:
		return true
	}
	return false
}

// Evolve assigns what an event says. Events of other rooms change nothing.
func (s *State) Evolve(r domain.Recorded) {
	s.evolveProgramme(r.Event)
	s.evolveDecision(r.Event)
	s.evolveAward(r.Event)
}

// change assigns a changed copy of a table's value.
func change[K comparable, V any](t *domain.Table[K, V], k K, f func(*V)) {
	v, _ := t.Get(k)
	f(&v)
	t.Set(k, v)
}

// push puts a value behind a list, which is never written into.
func push[V any](list []V, v V) []V { return append(slices.Clip(list), v) }

// with is a list with a value, once.
func with[V comparable](list []V, v V) []V {
	if slices.Contains(list, v) {
		return list
	}
	return push(list, v)
}

func (s *State) evolveProgramme(e domain.Event) {
	switch e := e.(type) {
	case domain.ProgrammeProposed:
		s.programmes.Set(e.Programme, programme{proposed: e})
	case domain.ProgrammeQualityAssured:
		change(&s.programmes, e.Programme, func(p *programme) { p.assured = push(p.assured, e) })
	case domain.ProgrammeLaunched:
		change(&s.programmes, e.Programme, func(p *programme) { p.launched = e })
	case domain.ProgrammeSessionDelivered:
		s.sessions.Set(e.Session, e)
	case domain.ProgrammeClosed:
		change(&s.programmes, e.Programme, func(p *programme) { p.closed = e })
	}
}

func (s *State) evolveDecision(e domain.Event) {
	on := func(id uuid.UUID, f func(*decision)) { change(&s.decisions, id, f) }
	switch e := e.(type) {
	case domain.DecisionOpened:
		s.decisions.Set(e.Decision, decision{opened: e})
	case domain.ConflictDeclaredForDecision:
		s.declare(e)
	case domain.ConflictManaged:
		change(&s.managed, member{e.Decision, e.Person}, func(all *[]domain.ConflictManaged) { *all = push(*all, e) })
		on(e.Decision, func(d *decision) {
			if e.Mitigation.Recuses() {
				d.recused = with(d.recused, e.Person)
			}
			if e.Mitigation == domain.MitigationSupplierOut {
				d.excluded = with(d.excluded, e.Candidate)
			}
		})
	case domain.MitigationVerified:
		s.verified.Set(member{e.Decision, e.Person}, e)
	case domain.CommissioningOptionsAppraised:
		on(e.Decision, func(d *decision) { d.appraised = e })
	case domain.ScoreRecorded:
		s.scores.Set(mark{member{e.Decision, e.Assessor}, e.Option, e.Criterion}, e.Score)
		on(e.Decision, func(d *decision) { d.scorers = with(d.scorers, e.Assessor) })
	case domain.QuotationReceived:
		s.quotations.Set(e.Quotation, e)
		on(e.Decision, func(d *decision) { d.quoters = with(d.quoters, e.Supplier) })
	case domain.WaiverApproved:
		on(e.Decision, func(d *decision) { d.waiver = e })
	case domain.VoteRecorded:
		on(e.Decision, func(d *decision) {
			d.votes = push(d.votes, e)
			if e.Vote == domain.VoteRecused {
				d.recused = with(d.recused, e.Person)
			}
		})
	case domain.CommissioningDecisionMade:
		on(e.Decision, func(d *decision) {
			d.made, d.max = e, e.Max
			if e.Outcome == domain.OutcomeDefer {
				d.round++
				d.votes = nil
			}
		})
	case domain.DecisionRatified:
		on(e.Decision, func(d *decision) { d.ratified = e })
	case domain.DecisionReversed:
		on(e.Decision, func(d *decision) { d.reversed = e })
	case domain.DecisionAmended:
		on(e.Decision, func(d *decision) { d.amended, d.max = e, e.Max })
	case domain.LocalityDecisionApproved:
		on(e.Decision, func(d *decision) { d.agreed = e })
	case domain.BreachSuspected:
		s.breaches.Set(e.Breach, breach{suspected: e})
	case domain.BreachUpheld:
		change(&s.breaches, e.Breach, func(b *breach) { b.upheld = e })
	case domain.BreachClosed:
		change(&s.breaches, e.Breach, func(b *breach) { b.closed = e })
	}
}

// declare keeps what a person declares, and whether the first of it came too
// late.
func (s *State) declare(e domain.ConflictDeclaredForDecision) {
	d, _ := s.decisions.Get(e.Decision)
	key := member{e.Decision, e.Person}
	one, known := s.declared.Get(key)
	one.newest = e
	if !known && (d.voted(e.Person) || slices.Contains(d.scorers, e.Person)) {
		one.late = d.round + 1
	}
	s.declared.Set(key, one)
}

func (s *State) evolveAward(e domain.Event) {
	on := func(id uuid.UUID, f func(*decision)) { change(&s.decisions, id, f) }
	switch e := e.(type) {
	case domain.NoticePublished:
		on(e.Decision, func(d *decision) { d.notices = push(d.notices, e) })
	case domain.StandstillStarted:
		on(e.Decision, func(d *decision) { d.standstill = e })
	case domain.RepresentationReceived:
		s.representations.Set(e.Representation, e)
		on(e.Decision, func(d *decision) {
			if e.On <= d.standstill.Until {
				d.objected = max(d.objected, e.On)
			}
		})
	case domain.StandstillEnded:
		on(e.Decision, func(d *decision) { d.over = e })
	case domain.ContractAwarded:
		s.awards.Set(e.Award, award{made: e})
		if e.Decision != uuid.Nil {
			on(e.Decision, func(d *decision) { d.awarded += e.Value.Gross() })
		}
	case domain.AwardCarriedOn:
		s.awards.Set(e.Award, carriedAward(e))
		s.carried.Set(e.Of, e.Award)
	case domain.AwardVaried:
		change(&s.awards, e.Award, func(a *award) { a.variations = push(a.variations, e) })
	case domain.AwardEnded:
		change(&s.awards, e.Award, func(a *award) { a.ended = e })
	case domain.DeliveryAccepted:
		s.deliveries.Set(e.Delivery, e)
	}
}
