package commissioning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// State is what one ICS and its hubs commission. Its slices are never written
// into.
type State struct {
	icb string

	programmes      domain.Table[uuid.UUID, programme]
	sessions        domain.Table[uuid.UUID, domain.ProgrammeSessionDelivered]
	decisions       domain.Table[uuid.UUID, decision]
	declared        domain.Table[member, declaration]
	managed         domain.Table[member, []domain.ConflictManaged]
	verified        domain.Table[member, domain.MitigationVerified]
	scores          domain.Table[mark, int]
	quotations      domain.Table[uuid.UUID, domain.QuotationReceived]
	representations domain.Table[uuid.UUID, domain.RepresentationReceived]
	awards          domain.Table[uuid.UUID, award]
	carried         domain.Table[uuid.UUID, uuid.UUID] // award here, by that of a predecessor
	deliveries      domain.Table[uuid.UUID, domain.DeliveryAccepted]
	breaches        domain.Table[uuid.UUID, breach]
}

type programme struct {
	proposed domain.ProgrammeProposed
	assured  []domain.ProgrammeQualityAssured
	launched domain.ProgrammeLaunched
	closed   domain.ProgrammeClosed
}

// formal reports whether the programme may go ahead on a day.
func (p programme) formal(day domain.Date) bool {
	return p.proposed.Class != domain.ClassFormal ||
		slices.ContainsFunc(p.assured, func(q domain.ProgrammeQualityAssured) bool { return q.Formal(day) })
}

// decision is what is known of a decision. A round of it ends when it is
// deferred: who voted may vote again.
type decision struct {
	opened    domain.DecisionOpened
	appraised domain.CommissioningOptionsAppraised
	scorers   []uuid.UUID
	quoters   []string // suppliers
	waiver    domain.WaiverApproved
	recused   []uuid.UUID
	excluded  []string // suppliers
	round     int
	votes     []domain.VoteRecorded // of this round

	made     domain.CommissioningDecisionMade // newest
	max      domain.Pence                     // as amended
	amended  domain.DecisionAmended           // newest
	agreed   domain.LocalityDecisionApproved  // newest
	ratified domain.DecisionRatified
	reversed domain.DecisionReversed

	notices    []domain.NoticePublished
	standstill domain.StandstillStarted
	objected   domain.Date // day of the last representation within the standstill
	over       domain.StandstillEnded
	awarded    domain.Pence // gross
}

// decided reports whether it is approved or rejected.
func (d decision) decided() bool {
	return d.made.Outcome == domain.OutcomeApprove || d.made.Outcome == domain.OutcomeReject
}

// stands reports whether it approves, and is not reversed.
func (d decision) stands() bool {
	return d.made.Outcome == domain.OutcomeApprove && d.reversed.Decision == uuid.Nil
}

func (d decision) isRecused(person uuid.UUID) bool { return slices.Contains(d.recused, person) }

// voted reports whether a person has voted in this round.
func (d decision) voted(person uuid.UUID) bool {
	return slices.ContainsFunc(d.votes, func(v domain.VoteRecorded) bool {
		return v.Person == person && v.Vote != domain.VoteRecused
	})
}

// may reports whether an organisation was one of those to be chosen from.
func (d decision) may(candidate string) bool {
	return slices.Contains(d.opened.Candidates, candidate) || slices.Contains(d.quoters, candidate)
}

// asksStandstill reports whether the regime asks for a standstill before an
// award.
func (d decision) asksStandstill() bool {
	switch d.opened.Regime {
	case domain.RegimePSR:
		return d.opened.Route == domain.RouteDirectC || d.opened.Route == domain.RouteMostSuitable || d.opened.Route == domain.RouteCompetitive
	case domain.RegimeProcurementAct:
		return d.opened.Threshold != thresholdLightTouch
	}
	return false
}

// standing reports whether an award has to wait: a standstill is asked for or
// runs, and is not over.
func (d decision) standing() bool {
	return d.over.On.IsZero() && (d.asksStandstill() || !d.standstill.On.IsZero())
}

// member is a person as far as one decision goes.
type member struct{ decision, person uuid.UUID }

type declaration struct {
	newest domain.ConflictDeclaredForDecision
	// late is the round, from 1, in which it came after the person's vote or
	// score; 0 where it came before.
	late int
}

// before reports whether a person declared before taking part in this round.
func (s *State) before(d decision, person uuid.UUID) bool {
	one, known := s.declared.Get(member{d.opened.Decision, person})
	return known && one.late != d.round+1
}

// mark is what a score is given for.
type mark struct {
	member
	option, criterion string
}

type award struct {
	made       domain.ContractAwarded
	carried    domain.AwardCarriedOn // of an award of a predecessor; what it was made as is made of it
	variations []domain.AwardVaried
	ended      domain.AwardEnded
}

// to is the award's last day.
func (a award) to() domain.Date {
	if !a.ended.On.IsZero() {
		return a.ended.On
	}
	if n := len(a.variations); n > 0 {
		return a.variations[n-1].To
	}
	return a.made.To
}

// value is what the award is worth over its whole life.
func (a award) value() domain.Amount {
	if n := len(a.variations); n > 0 {
		return a.variations[n-1].Value
	}
	return a.made.Value
}

// decisions are that of the award and then those of its variations.
func (a award) decisions() (all []uuid.UUID) {
	if a.made.Decision != uuid.Nil {
		all = append(all, a.made.Decision)
	}
	for _, v := range a.variations {
		if v.Decision != uuid.Nil {
			all = with(all, v.Decision)
		}
	}
	return all
}

type breach struct {
	suspected domain.BreachSuspected
	upheld    domain.BreachUpheld
	closed    domain.BreachClosed
}

// New is an ICS that has commissioned nothing.
func New(icb string) *State { return &State{icb: icb} }

// Fork is a copy on top of this state, in constant time.
func (s *State) Fork() *State {
	return &State{
		icb: s.icb, programmes: s.programmes.Fork(), sessions: s.sessions.Fork(), decisions: s.decisions.Fork(),
		declared: s.declared.Fork(), managed: s.managed.Fork(), verified: s.verified.Fork(), scores: s.scores.Fork(),
		quotations: s.quotations.Fork(), representations: s.representations.Fork(),
		awards: s.awards.Fork(), carried: s.carried.Fork(), deliveries: s.deliveries.Fork(), breaches: s.breaches.Fork(),
	}
}

// Merge puts what a fork has evolved into what it was forked from.
func (s *State) Merge() {
	s.programmes.Merge()
	s.sessions.Merge()
	s.decisions.Merge()
	s.declared.Merge()
	s.managed.Merge()
	s.verified.Merge()
	s.scores.Merge()
	s.quotations.Merge()
	s.representations.Merge()
	s.awards.Merge()
	s.carried.Merge()
	s.deliveries.Merge()
	s.breaches.Merge()
}
