package interest

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (s *State) gift(d decision, data RecordGift) (domain.Decision, error) {
	e := domain.GiftOffered{Person: s.person, Gift: domain.IDOf(data.Gift, d.command, "gift"), Offer: data.offer()}
	if s.isRecorded(d, e.Gift, recordedOffer{offer: e.Offer}) {
		return d.Decide()
	}
	if p, known := PolicyOn(d.national, e.On); known {
		e.Total = s.total(e.Offer, p.GiftMonths)
		e.Treatment = p.OnGift(e.Offer, e.Total)
	}
	s.offered(d, e.Offer, e.Treatment)
	return d.Decide(e)
}

func (s *State) hospitality(d decision, data RecordHospitality) (domain.Decision, error) {
	e := domain.HospitalityRecorded{Person: s.person, Hospitality: domain.IDOf(data.Hospitality, d.command, "hospitality"), Offer: data.offer(), Modest: data.Modest}
	if s.isRecorded(d, e.Hospitality, recordedOffer{e.Offer, e.Modest}) {
		return d.Decide()
	}
	if p, known := PolicyOn(d.national, e.On); known {
		e.Treatment = p.OnHospitality(e.Offer, e.Modest)
	}
	s.offered(d, e.Offer, e.Treatment)
	return d.Decide(e)
}

// isRecorded reports whether an offer is recorded as it is, and holds that its
// id is not another's.
func (s *State) isRecorded(d decision, id uuid.UUID, one recordedOffer) bool {
	before, known := s.offers.Get(id)
	if known && before == one {
		return true
	}
	d.Must(RuleOnce, !known, "%s is recorded, an offer of %s on %s; another should have an id of its own", id, before.offer.From, before.offer.On)
	return false
}

// offered holds an offer against the policy of its day, where one was
// published: an offer that nobody can judge yet is recorded all the same.
func (s *State) offered(d decision, o domain.Offer, t domain.OfferTreatment) {
	d.come(o.On, "it was offered")
	d.registered(o.From)
	d.Require(RuleApprover, o.ApprovedBy != s.person, "what a person accepts should be approved by somebody else")
	if !o.Accepted {
		return
	}
	switch t {
	case domain.TreatDecline:
		d.Require(RuleOffer, false, "a %s worth %d pence from %s should be declined, by the policy in force on %s", o.Kind, o.Value, o.From, o.On)
	case domain.TreatOnBehalf:
		d.Require(RuleOffer, o.OnBehalf, "gifts from %s come to more than the policy in force on %s lets a person keep; this one should be accepted only for the organisation", o.From, o.On)
	case domain.TreatApproval:
		d.Require(RuleOffer, o.ApprovedBy != uuid.Nil, "a %s worth %d pence from %s should be declined, unless a senior person approves it, by the policy in force on %s", o.Kind, o.Value, o.From, o.On)
	}
}
