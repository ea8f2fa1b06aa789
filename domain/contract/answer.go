package contract

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Contract is a hub contract as it is on a day. Its slices must not be changed.
type Contract struct {
	ID              uuid.UUID
	Parties         []string    // codes of those who signed, ascending
	From, To        domain.Date // first and last day, as far as variations and an early end are known
	Variation       int         // number of the variation in effect, 0 before the first
	Schedules       []domain.ContractSchedule
	ReportingDuties []domain.ReportingDuty
}

// ContractOn is the hub contract in force on a day, with its terms of that day,
// and false where there is none. Of two that should not both be, it is the one
// that began last. A party that by law stands where one of the parties stood
// does not change it.
func (s *State) ContractOn(day domain.Date) (Contract, bool) {
	var found contract
	ok := false
	for c := range s.each {
		if c.covers(day) && (!ok || c.signed.From >= found.signed.From) {
			found, ok = c, true
		}
	}
	if !ok {
		return Contract{}, false
	}
	terms := found.termsOn(day)
	return Contract{
		ID: found.signed.Contract, Parties: found.signed.Parties, From: found.signed.From, To: found.last(),
		Variation: terms.Variation, Schedules: terms.Schedules, ReportingDuties: terms.ReportingDuties,
	}, true
}

// Span is some days, both ends included.
type Span struct{ From, To domain.Date }

// Gaps are the days without a contract in force from one day to another, both
// included, in order. On the days before its first a hub needs none: who asks
// leaves them out.
func (s *State) Gaps(from, to domain.Date) []Span {
	var gaps []Span
	for day := from; day <= to; {
		if c, ok := s.ContractOn(day); ok {
			day = c.To.AddDays(1)
			continue
		}
		end := to
		for c := range s.each {
			if c.signed.From > day {
				end = min(end, c.signed.From.AddDays(-1))
			}
		}
		gaps = append(gaps, Span{day, end})
		day = end.AddDays(1)
	}
	return gaps
}

// each gives the contracts, as signed.
func (s *State) each(yield func(contract) bool) {
	ids, _ := s.signed.Get(struct{}{})
	for _, id := range ids {
		if c, _ := s.contracts.Get(id); !yield(c) {
			return
		}
	}
}

// PolicyOn is the policy of a kind in force on a day, whether the day is past
// that on which its review was due, and false where there is none.
func (s *State) PolicyOn(kind domain.PolicyKind, day domain.Date) (p domain.PolicyAdopted, pastReview, ok bool) {
	adopted, _ := s.policies.Get(kind)
	for _, a := range adopted {
		if a.From <= day && a.From > p.From {
			p, ok = a, true
		}
	}
	return p, ok && day > p.ReviewDue, ok
}

// ThresholdOn is a limit, in pence, that the policy of a kind in force on a day
// sets, and false where it sets none of the key.
func (s *State) ThresholdOn(kind domain.PolicyKind, key string, day domain.Date) (domain.Pence, bool) {
	p, _, _ := s.PolicyOn(kind, day)
	for _, t := range p.Thresholds {
		if t.Key == key {
			return t.Pence, true
		}
	}
	return 0, false
}

// AgreementStatus is how far the agreement between an ICS and its hub is.
type AgreementStatus string

// The statuses.
const (
	AgreementNone    AgreementStatus = "NONE"
	AgreementDraft   AgreementStatus = "DRAFT"
	AgreementSigned  AgreementStatus = "SIGNED"
	AgreementExpired AgreementStatus = "EXPIRED"
)

// AgreementOn is how far the agreement is on a day, and the id of the agreement
// or draft. A draft of the next one is not told while one is in force.
func (s *State) AgreementOn(day domain.Date) (AgreementStatus, uuid.UUID) {
	status, id := AgreementNone, uuid.Nil
	ids, _ := s.drafted.Get(struct{}{})
	for _, one := range ids {
		a, _ := s.agreements.Get(one)
		switch {
		case a.meets(day, day):
			return AgreementSigned, one
		case !a.signed.From.IsZero() && a.signed.From < day:
			if status != AgreementDraft {
				status, id = AgreementExpired, one
			}
		case a.drafted.On <= day && (a.lapsed.On.IsZero() || day <= a.lapsed.On):
			status, id = AgreementDraft, one
		}
	}
	return status, id
}

// OperatingModelOn is the Operating Model that a hub works by on a day, and
// false where it has adopted none.
func (s *State) OperatingModelOn(hub domain.HubID, day domain.Date) (m domain.OperatingModelAdopted, ok bool) {
	adopted, _ := s.models.Get(hub)
	for _, a := range adopted {
		if a.On <= day && a.On > m.On {
			m, ok = a, true
		}
	}
	return m, ok
}
