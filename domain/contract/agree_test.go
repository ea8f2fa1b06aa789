package contract_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/domaintest"
)

var (
	drafted = domain.GovernanceAgreementDrafted{Agreement: id1, ICS: "QE1", Hub: "QE1", On: 20220301}
	policy  = domain.PolicyAdopted{Hub: "QE1", Kind: domain.PolicyCOI, Version: "2.1", From: 20210401, ReviewDue: 20230331}
	musts   = []domain.MustEvidence{
		{Must: domain.MustCOIPolicy, Hash: domain.Hash{2}},
		{Must: domain.MustContract, Hash: domain.Hash{1}},
		{Must: domain.MustNotForProfit, Hash: domain.Hash{3}},
	}
	agreed = domain.GovernanceAgreementSigned{
		Agreement: id1, ICS: "QE1", Hub: "QE1", From: 20220401, To: 20250331, EvidenceMusts: musts, Contract: id2, COIPolicy: "2.1",
	}
	lapsed = domain.GovernanceAgreementLapsed{Agreement: id1, ICS: "QE1", Hub: "QE1", On: 20240331, Reason: "replaced"}
)

func TestAgreement(t *testing.T) {
	contracted := signed(id2, 20210401, 20260331)
	id3 := uuid.UUID{3}
	agree := contract.SignGovernanceAgreement{Agreement: id1, From: 20220401, To: 20250331, EvidenceMusts: musts}
	without := func(i int) contract.SignGovernanceAgreement {
		c := agree
		c.EvidenceMusts = append(append([]domain.MustEvidence(nil), musts[:i]...), musts[i+1:]...)
		return c
	}
	unsorted := agree
	unsorted.EvidenceMusts = []domain.MustEvidence{musts[2], musts[0], musts[1]}
	bare := domain.GovernanceAgreementSigned{Agreement: id1, ICS: "QE1", Hub: "QE1", From: 20220401, To: 20250331}
	derived := drafted
	derived.Agreement = domain.NewID(domaintest.CommandID, "agreement")
	next := domain.GovernanceAgreementDrafted{Agreement: id3, ICS: "QE1", Hub: "QE1", On: 20240301}
	agreeNext := contract.SignGovernanceAgreement{Agreement: id3, From: 20240401, EvidenceMusts: musts}
	agreedNext := domain.GovernanceAgreementSigned{Agreement: id3, ICS: "QE1", Hub: "QE1", From: 20240401, EvidenceMusts: musts, Contract: id2, COIPolicy: "2.1"}
	early := agree
	early.From = 20210331
	otherDay := agree
	otherDay.From = 20220402

	run(t, []domaintest.Case{
		{
			Name: "an agreement is drafted",
			When: contract.DraftGovernanceAgreement{On: 20220301}, Then: []domain.Event{derived},
		},
		{
			Name: "one draft at a time", Given: []domain.Event{drafted},
			When: contract.DraftGovernanceAgreement{Agreement: id3, On: 20220302}, Refused: "I-CON-8",
		},
		{
			Name:  "the next when the draft is given up",
			Given: []domain.Event{drafted, domain.GovernanceAgreementLapsed{Agreement: id1, ICS: "QE1", Hub: "QE1", On: 20220302, Reason: "redrafted"}},
			When:  contract.DraftGovernanceAgreement{Agreement: id3, On: 20240301}, Then: []domain.Event{next},
		},
		{
			Name:  "on the same day, too",
			Given: []domain.Event{drafted, domain.GovernanceAgreementLapsed{Agreement: id1, ICS: "QE1", Hub: "QE1", On: 20220301, Reason: "redrafted"}},
			When:  contract.DraftGovernanceAgreement{On: 20220301}, Then: []domain.Event{derived},
		},
		{
			Name: "or signed", Given: []domain.Event{drafted, agreed},
			When: contract.DraftGovernanceAgreement{Agreement: id3, On: 20240301}, Then: []domain.Event{next},
		},
		{
			Name: "under an id of its own", Given: []domain.Event{drafted, agreed},
			When: contract.DraftGovernanceAgreement{Agreement: id1, On: 20240301}, Refused: "I-CON-8",
		},
		{
			Name: "not tomorrow",
			When: contract.DraftGovernanceAgreement{On: 20240604}, Refused: "I-CON-11",
		},

		{
			Name: "it is signed on evidence of the three musts", Given: []domain.Event{contracted, policy, drafted},
			When: unsorted, Then: []domain.Event{agreed},
		},
		{
			Name: "also when the policy is past its review, which is a finding", Given: []domain.Event{contracted, policy, next},
			When: agreeNext, Then: []domain.Event{agreedNext},
		},
		{
			Name: "not without a contract in force", Given: []domain.Event{contracted, policy, drafted},
			When: early, Refused: "I-CON-2", Prevents: true,
		},
		{
			Name: "and evidence of it", Given: []domain.Event{contracted, policy, drafted},
			When: without(1), Refused: "I-CON-2", Prevents: true,
		},
		{
			Name: "not without a policy on conflicts of interest", Given: []domain.Event{contracted, drafted},
			When: agree, Refused: "I-COM-4", Prevents: true,
		},
		{
			Name: "and evidence of it, too", Given: []domain.Event{contracted, policy, drafted},
			When: without(0), Refused: "I-COM-4", Prevents: true,
		},
		{
			Name: "not without evidence that the hub is run not for profit", Given: []domain.Event{contracted, policy, drafted},
			When: without(2), Refused: "I-NFP-1", Prevents: true,
		},
		{
			Name: "if it was signed without any of that it is written down", Given: []domain.Event{drafted},
			When: contract.SignGovernanceAgreement{Agreement: id1, From: 20220401, To: 20250331}, Happened: 20220401,
			Then: []domain.Event{bare}, Breaches: []domain.Rule{"I-CON-2", "I-CON-2", "I-COM-4", "I-COM-4", "I-NFP-1"},
		},
		{
			Name: "what was not drafted is not signed", Given: []domain.Event{contracted, policy},
			When: agree, Refused: "I-CON-4",
		},
		{
			Name: "nothing is signed twice", Given: []domain.Event{contracted, policy, drafted, agreed},
			When: otherDay, Refused: "I-CON-8",
		},
		{
			Name: "nor when the draft was given up", Given: []domain.Event{contracted, policy, drafted, lapsed},
			When: agree, Refused: "I-CON-8",
		},
		{
			Name: "one is in force on any day", Given: []domain.Event{contracted, policy, drafted, agreed, next},
			When: agreeNext, Refused: "I-CON-8", Prevents: true,
		},
		{
			Name: "the next when the one before has lapsed", Given: []domain.Event{contracted, policy, drafted, agreed, next, lapsed},
			When: agreeNext, Then: []domain.Event{agreedNext},
		},

		{
			Name: "an agreement lapses", Given: []domain.Event{drafted, agreed},
			When: contract.LapseGovernanceAgreement{Agreement: id1, On: 20240331, Reason: "replaced"}, Then: []domain.Event{lapsed},
		},
		{
			Name: "once", Given: []domain.Event{drafted, agreed, lapsed},
			When: contract.LapseGovernanceAgreement{Agreement: id1, On: 20240330, Reason: "replaced"}, Refused: "I-CON-8",
		},
		{
			Name: "not before it begins", Given: []domain.Event{drafted, agreed},
			When: contract.LapseGovernanceAgreement{Agreement: id1, On: 20220331, Reason: "replaced"}, Refused: "I-CON-8",
		},
		{
			Name: "nor, a draft, before it was made", Given: []domain.Event{drafted},
			When: contract.LapseGovernanceAgreement{Agreement: id1, On: 20220228, Reason: "redrafted"}, Refused: "I-CON-8",
		},
		{
			Name: "not after its last day", Given: []domain.Event{drafted, agreed},
			When: contract.LapseGovernanceAgreement{Agreement: id1, On: 20250401, Reason: "replaced"}, Refused: "I-CON-8",
		},
		{
			Name: "what was not drafted does not lapse",
			When: contract.LapseGovernanceAgreement{Agreement: id1, On: 20240331, Reason: "replaced"}, Refused: "I-CON-4",
		},
	}, "I-CON-2", "I-CON-4", "I-CON-8", "I-CON-11", "I-COM-4", "I-NFP-1")
}

// Reports tell how far the agreement is, signed or not yet.
func TestAgreementOn(t *testing.T) {
	id3, id4 := uuid.UUID{3}, uuid.UUID{4}
	s := footing(
		domain.GovernanceAgreementDrafted{Agreement: id4, On: 20210101},
		domain.GovernanceAgreementLapsed{Agreement: id4, On: 20210131},
		drafted, agreed, lapsed,
		domain.GovernanceAgreementDrafted{Agreement: id3, On: 20240301},
		domain.GovernanceAgreementSigned{Agreement: id3, From: 20240501},
	)
	for _, c := range []struct {
		day    domain.Date
		status contract.AgreementStatus
		id     uuid.UUID
	}{
		{20201231, contract.AgreementNone, uuid.Nil},
		{20210131, contract.AgreementDraft, id4},
		{20210201, contract.AgreementNone, uuid.Nil},
		{20220228, contract.AgreementNone, uuid.Nil},
		{20220301, contract.AgreementDraft, id1},
		{20220401, contract.AgreementSigned, id1},
		{20240331, contract.AgreementSigned, id1}, // a draft of the next is not told
		{20240401, contract.AgreementDraft, id3},
		{20240501, contract.AgreementSigned, id3},
		{20990101, contract.AgreementSigned, id3},
	} {
		if status, id := s.AgreementOn(c.day); status != c.status || id != c.id {
			t.Errorf("on %s: got %s %s, want %s %s", c.day, status, id, c.status, c.id)
		}
	}
	// Signed for a day to come, it is no more than a draft until then.
	ahead := footing(
		domain.GovernanceAgreementDrafted{Agreement: id3, On: 20220101},
		domain.GovernanceAgreementSigned{Agreement: id3, From: 20221201},
		domain.GovernanceAgreementDrafted{Agreement: id4, On: 20220201},
		domain.GovernanceAgreementSigned{Agreement: id4, From: 20220301, To: 20220430},
	)
	if status, id := ahead.AgreementOn(20220501); status != contract.AgreementDraft || id != id3 {
		t.Errorf("between the two: got %s %s, want DRAFT %s", status, id, id3)
	}
	if status, id := footing(drafted, agreed).AgreementOn(20250401); status != contract.AgreementExpired || id != id1 {
		t.Errorf("after the last day: got %s %s, want EXPIRED %s", status, id, id1)
	}
}
