package contract

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (s *State) draft(d decision, data DraftGovernanceAgreement) (domain.Decision, error) {
	e := domain.GovernanceAgreementDrafted{Agreement: domain.IDOf(data.Agreement, d.command, "agreement"), ICS: string(s.hub), Hub: s.hub, On: data.On}
	ids, _ := s.drafted.Get(struct{}{})
	for _, id := range ids {
		a, _ := s.agreements.Get(id)
		if a.drafted.On == e.On && (data.Agreement == id || data.Agreement == uuid.Nil && a.open()) {
			return d.Decide()
		}
		d.Must(RuleAgreement, id != e.Agreement, "agreement %s was drafted on %s; another should have an id of its own", id, a.drafted.On)
		d.Must(RuleAgreement, !a.open(), "a draft of %s, %s, is open; it should be signed or lapse before another is drafted", a.drafted.On, id)
	}
	d.come(e.On, "of the draft")
	return d.Decide(e)
}

func (s *State) agree(d decision, data SignGovernanceAgreement) (domain.Decision, error) {
	a, known := s.agreements.Get(data.Agreement)
	contract, contracted := s.ContractOn(data.From)
	policy, _, governed := s.PolicyOn(domain.PolicyCOI, data.From)
	e := domain.GovernanceAgreementSigned{
		Agreement: data.Agreement, ICS: string(s.hub), Hub: s.hub, From: data.From, To: data.To, Contract: contract.ID, COIPolicy: policy.Version,
		EvidenceMusts: slices.SortedFunc(slices.Values(data.EvidenceMusts), func(a, b domain.MustEvidence) int { return cmp.Compare(a.Must, b.Must) }),
	}
	if known && a.signed.From == e.From && a.signed.To == e.To && slices.Equal(a.signed.EvidenceMusts, e.EvidenceMusts) {
		return d.Decide()
	}
	d.Must(RuleNamed, known, "agreement %s should be drafted before it is signed", data.Agreement)
	d.Must(RuleAgreement, a.signed.From.IsZero(), "agreement %s is signed, from %s; it is signed once", data.Agreement, a.signed.From)
	d.Must(RuleAgreement, a.lapsed.On.IsZero(), "the draft %s lapsed on %s; another should be drafted", data.Agreement, a.lapsed.On)
	ids, _ := s.drafted.Get(struct{}{})
	for _, id := range ids {
		other, _ := s.agreements.Get(id)
		d.Require(RuleAgreement, !other.meets(e.From, e.To), "agreement %s is in force from %s; another should begin after it has lapsed, not on %s", id, other.signed.From, e.From)
	}
	shown := func(m domain.Must) bool {
		return slices.ContainsFunc(e.EvidenceMusts, func(e domain.MustEvidence) bool { return e.Must == m })
	}
	d.Require(RuleInForce, contracted, "a contract with the accountable body should be in force on %s, when the agreement begins", e.From)
	d.Require(RuleInForce, shown(domain.MustContract), "the agreement should be signed on evidence of the contract; evidenceMusts names no CONTRACT")
	d.Require(RuleCOIPolicy, governed, "a policy on conflicts of interest should be in force on %s, when the agreement begins", e.From)
	d.Require(RuleCOIPolicy, shown(domain.MustCOIPolicy), "the agreement should be signed on evidence of the policy on conflicts of interest; evidenceMusts names no COI_POLICY")
	d.Require(RuleNotForProfit, shown(domain.MustNotForProfit), "the agreement should be signed on evidence that the hub is run not for profit; evidenceMusts names no NOT_FOR_PROFIT")
	return d.Decide(e)
}

func (s *State) lapse(d decision, data LapseGovernanceAgreement) (domain.Decision, error) {
	a, known := s.agreements.Get(data.Agreement)
	e := domain.GovernanceAgreementLapsed{Agreement: data.Agreement, ICS: string(s.hub), Hub: s.hub, On: data.On, Reason: data.Reason}
	if known && a.lapsed.On == e.On {
		return d.Decide()
	}
	d.Must(RuleNamed, known, "agreement %s should be drafted before it lapses", data.Agreement)
	d.Must(RuleAgreement, a.lapsed.On.IsZero(), "agreement %s lapsed on %s; it lapses once", data.Agreement, a.lapsed.On)
	first := cmp.Or(a.signed.From, a.drafted.On)
	d.Must(RuleAgreement, e.On >= first, "agreement %s begins on %s; it can't lapse before, on %s", data.Agreement, first, e.On)
	d.Must(RuleAgreement, a.signed.To.IsZero() || e.On <= a.signed.To, "agreement %s runs until %s; it can't lapse after, on %s", data.Agreement, a.signed.To, e.On)
	return d.Decide(e)
}
