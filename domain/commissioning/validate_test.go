package commissioning_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

// Every command is handled under a name of its own, and one that says nothing
// tells what it should say.
func TestCommands(t *testing.T) {
	s := commissioning.New("QE1")
	names := make(map[string]bool)
	for _, c := range []struct {
		data domain.CommandData
		want string
	}{
		{commissioning.ProposeProgramme{}, "/title /mode /category /class /audience /function"},
		{commissioning.AssureProgramme{}, "/programme /by /standard /on /validTo"},
		{commissioning.LaunchProgramme{}, "/programme /on"},
		{commissioning.RecordSession{}, "/programme /on"},
		{commissioning.CloseProgramme{}, "/programme /on /reason"},
		{commissioning.OpenDecision{}, "/kind /subject"},
		{commissioning.DeclareConflict{}, "/decision /person /interestRefs"},
		{commissioning.ManageConflict{}, "/decision /person /mitigation /decidedBy /reason"},
		{commissioning.VerifyMitigation{}, "/decision /person"},
		{commissioning.AppraiseOptions{}, "/decision /options /criteria /assessors"},
		{commissioning.RecordScore{}, "/decision /assessor /option /criterion"},
		{commissioning.RecordQuotation{}, "/decision /supplier /gross /on"},
		{commissioning.ApproveWaiver{}, "/decision /reason"},
		{commissioning.RecordVote{}, "/decision /person /vote"},
		{commissioning.RecordDecision{}, "/decision /outcome /rationale /authority/kind"},
		{commissioning.RatifyDecision{}, "/decision /meeting /item"},
		{commissioning.ReverseDecision{}, "/decision /reason"},
		{commissioning.AmendDecision{}, "/decision /maxPence /reason"},
		{commissioning.RecordNotice{}, "/decision /kind /ref /on"},
		{commissioning.StartStandstill{}, "/decision /on"},
		{commissioning.RecordRepresentation{}, "/decision /from /subject /on"},
		{commissioning.EndStandstill{}, "/decision /on"},
		{commissioning.AwardContract{}, "/supplier /from /to /value/net /on"},
		{commissioning.VaryAward{}, "/award /to /value/net /reason /on"},
		{commissioning.EndAward{}, "/award /on /reason"},
		{commissioning.AcceptDelivery{}, "/award /what /units /on"},
		{commissioning.SuspectBreach{}, "/decision /what /on"},
		{commissioning.UpholdBreach{}, "/breach /impact /on"},
		{commissioning.CloseBreach{}, "/breach /action /on"},
		{commissioning.ApproveLocalityDecision{}, "/decision /maxPence /by/meeting /by/item"},
		{commissioning.CarryOnAward{}, "/of /predecessor /supplier /from /to /value/net"},
	} {
		if !s.Handles(c.data) || names[c.data.CommandName()] {
			t.Errorf("%s is not handled, or not alone", c.data.CommandName())
		}
		names[c.data.CommandName()] = true
		domaintest.Fields(t, c.data, strings.Fields(c.want)...)
	}
	if s.Handles(other{}) {
		t.Error("a command of another room is handled")
	}
	if s.Takes(domain.HubContractSigned{}) || !s.Takes(made) {
		t.Error("the events of this room are not told from others")
	}
}

type other struct{}

func (other) CommandName() string          { return "other" }
func (other) Validate(*domain.FieldErrors) {}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, commissioning.ProposeProgramme{
		Hub: "QE1", Title: "a", Mode: domain.ModeAdvise, Category: "a", Class: domain.ClassFormal, Audience: "a", Function: "F1",
		Priorities: []uuid.UUID{need, need, {}}, AccountableTo: "?", PlanObjectives: []string{""}, Tags: []string{"a"},
	}, "/hub", "/category", "/priorityRefs/1", "/priorityRefs/2", "/accountableTo", "/planObjectives/0", "/tags/0")
	domaintest.Fields(t, commissioning.AssureProgramme{Programme: course, By: trust, Standard: "a", CPDPoints: -1, On: today, ValidTo: met30}, "/cpdPoints", "/validTo")
	domaintest.Fields(t, commissioning.RecordSession{Programme: course, On: today, Places: -1, Attended: 2, Completed: 3}, "/places", "/completed")

	open := commissioning.OpenDecision{
		Kind: domain.DecisionPurchase, Subject: "a", Programme: course, Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation,
	}
	opens := func(f func(*commissioning.OpenDecision), want ...string) {
		t.Helper()
		domaintest.Fields(t, but(open, f), want...)
	}
	opens(func(*commissioning.OpenDecision) {})
	opens(func(c *commissioning.OpenDecision) {
		c.Candidates, c.Estimate, c.Threshold = []string{"?", trust, trust}, -1, "a"
	},
		"/candidates/2", "/candidates/0", "/estimateGrossPence", "/threshold")
	opens(func(c *commissioning.OpenDecision) { c.Programme, c.Award = uuid.Nil, award }, "/programme", "/award")
	opens(func(c *commissioning.OpenDecision) { c.Route = domain.RouteCompetitive }, "/route")
	opens(func(c *commissioning.OpenDecision) { c.Regime, c.Route = domain.RegimeGrant, domain.RouteApplication }, "/regime")
	opens(func(c *commissioning.OpenDecision) { c.Kind = domain.DecisionGrant }, "/regime")
	opens(func(c *commissioning.OpenDecision) { c.Kind = domain.DecisionOther }, "/regime")
	opens(func(c *commissioning.OpenDecision) { c.Kind = domain.DecisionVariation }, "/programme", "/regime", "/award")
	opens(func(c *commissioning.OpenDecision) {
		c.Kind, c.Programme, c.Regime, c.Route, c.Award = domain.DecisionVariation, uuid.Nil, "", "", award
	})

	domaintest.Fields(t, commissioning.DeclareConflict{Decision: purchase, Person: chair, Interests: []uuid.UUID{interest}, Nil: true}, "/interestRefs")
	domaintest.Fields(t, commissioning.ApproveLocalityDecision{Decision: purchase, Max: 1, By: domain.ICSAgreement{Meeting: meeting, Officer: officer}}, "/by/delegation", "/by/meeting")
	domaintest.Fields(t, commissioning.ApproveLocalityDecision{Decision: purchase, Max: 1, By: domain.ICSAgreement{Item: "7", Officer: officer, Delegation: delegation}}, "/by/item")
	domaintest.Fields(t, commissioning.CarryOnAward{
		Of: award, Predecessor: "QHM~west", Holder: "?", Supplier: teacher, From: today, To: today, Value: price, Regime: "PERHAPS", Route: domain.RouteQuotation, Threshold: "x",
	}, "/predecessor", "/holder", "/regime", "/route", "/threshold")
	domaintest.Fields(t, but(commissioning.ManageConflict(left), func(c *commissioning.ManageConflict) { c.Candidate = trust }), "/candidate")
	domaintest.Fields(t, but(commissioning.ManageConflict(left), func(c *commissioning.ManageConflict) { c.Mitigation = domain.MitigationSupplierOut }), "/candidate")
	domaintest.Fields(t, commissioning.AppraiseOptions{
		Decision: purchase, Options: []domain.AppraisedOption{{Key: "AA", Candidate: "?"}, {Key: "AA", Title: "a"}},
		Criteria: []domain.AppraisalCriterion{{Key: "a", Weight: 0, Most: 1001}}, Assessors: []uuid.UUID{{}},
	}, "/options/0/title", "/options/0/candidate", "/options/1", "/criteria/0/key", "/criteria/0/weight", "/criteria/0/most", "/assessors/0")

	decides := func(f func(*commissioning.RecordDecision), want ...string) {
		t.Helper()
		domaintest.Fields(t, deciding(f), want...)
	}
	decides(func(c *commissioning.RecordDecision) { c.Outcome = domain.OutcomeReject }, "/candidate", "/maxPence")
	decides(func(c *commissioning.RecordDecision) { c.Max = 0 }, "/fundLines", "/purpose")
	decides(func(c *commissioning.RecordDecision) { c.Candidate, c.Max, c.NoPriority = "?", domain.MaxPence+1, "a" }, "/candidate", "/maxPence", "/noPriority")
	decides(func(c *commissioning.RecordDecision) {
		c.FundLines = []domain.FundPart{{Line: cpd}, {Line: cpd, Pence: 1}}
	}, "/fundLines/0/pence", "/fundLines/1")
	decides(func(c *commissioning.RecordDecision) { c.Authority.Officer = officer }, "/authority")
	decides(func(c *commissioning.RecordDecision) {
		c.Authority = domain.DecisionAuthority{Kind: domain.AuthorityMeeting}
	}, "/authority/meeting", "/authority/item")
	decides(func(c *commissioning.RecordDecision) {
		c.Authority = domain.DecisionAuthority{Kind: domain.AuthorityDelegated}
	}, "/authority/officer", "/authority/delegation")
	decides(func(c *commissioning.RecordDecision) {
		c.Authority = domain.DecisionAuthority{Kind: domain.AuthorityUrgent, Item: "7"}
	}, "/authority/chair", "/authority")
	decides(func(c *commissioning.RecordDecision) { c.Participants = []domain.Participant{{Role: "GUEST"}} }, "/participants/0/person", "/participants/0/role")
	decides(func(c *commissioning.RecordDecision) {
		c.ReliedOn = []domain.Reliance{{}, {Intelligence: heard, Guidance: "HUB"}, {Guidance: "HUB"}, {Guidance: "HUB", Version: "1"}, {Guidance: "hub", Version: "1,"}}
	}, "/reliedOn/0", "/reliedOn/1", "/reliedOn/2", "/reliedOn/4/guidance", "/reliedOn/4/version")
	domaintest.Fields(t, but(commissioning.VaryAward{Award: award, To: today, Value: price, Reason: "a", On: today}, func(c *commissioning.VaryAward) {
		c.Value.RecoverableVAT = c.Value.VAT + 1
	}), "/value/recoverableVat")
}

// Some mitigations leave the person no part in deciding.
func TestMitigations(t *testing.T) {
	for m, recuses := range map[domain.Mitigation]bool{
		domain.MitigationNoted: false, domain.MitigationStays: false, domain.MitigationNoPapers: false, domain.MitigationSupplierOut: false,
		domain.MitigationDiscuss: true, domain.MitigationLeaves: true, domain.MitigationRoleRemoved: true, domain.MitigationEscalated: true, domain.MitigationRoleEnded: true,
	} {
		if !m.Valid() || m.Recuses() != recuses {
			t.Errorf("%s: got recuses %t, want %t", m, m.Recuses(), recuses)
		}
	}
}
