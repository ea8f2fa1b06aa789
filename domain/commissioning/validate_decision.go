package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// about checks the decision that a command names.
func about(f *domain.FieldErrors, decision uuid.UUID) {
	needed(f, decision, "/decision", "the decision")
}

// Validate implements domain.CommandData.
func (c OpenDecision) Validate(f *domain.FieldErrors) {
	locality(f, c.Hub)
	f.Check(c.Kind.Valid(), "/kind", "should be PURCHASE, GRANT, ALLOCATION, VARIATION or OTHER")
	f.Text(c.Subject, "/subject", 1, domain.MaxFreeText)
	distinct(f, c.Candidates, "/candidates", 0, maxList)
	for i, code := range c.Candidates {
		party(f, code, at("/candidates", i))
	}
	f.Pence(c.Estimate, "/estimateGrossPence", 0)
	switch c.Kind {
	case domain.DecisionPurchase, domain.DecisionGrant:
		needed(f, c.Programme, "/programme", "the programme it is for")
	case domain.DecisionVariation:
		f.Check(c.Programme == uuid.Nil, "/programme", "should be left out: it is that of the award")
		f.Check(c.Regime == "" && c.Route == "" && c.Threshold == "", "/regime", "should be left out, with route and threshold: they are those of the award")
	}
	if c.Kind == domain.DecisionVariation {
		needed(f, c.Award, "/award", "the award")
	} else {
		f.Check(c.Award == uuid.Nil, "/award", "should be left out unless an award is to be varied")
	}
	c.regime(f)
	if c.Threshold != "" {
		key(f, c.Threshold, "/threshold")
	}
}

// regime checks that regime and route go with the kind and with each other.
func (c OpenDecision) regime(f *domain.FieldErrors) {
	forGrants := c.Regime == domain.RegimeGrant || c.Regime == domain.RegimeOpenApplication
	switch c.Kind {
	case domain.DecisionPurchase:
		f.Check(c.Regime.Valid() && !forGrants, "/regime", "should be BELOW_THRESHOLD, PCR_2015, PROCUREMENT_ACT_2023, PSR_2023 or NOT_BOUND for a purchase")
	case domain.DecisionGrant:
		f.Check(forGrants, "/regime", "should be GRANT or OPEN_APPLICATION for a grant")
	case domain.DecisionAllocation, domain.DecisionOther:
		f.Check(c.Regime == "" || forGrants, "/regime", "should be GRANT, OPEN_APPLICATION or left out where nothing is bought")
	}
	f.Check(c.Route.In(c.Regime) || c.Route == "" && c.Regime == "", "/route", "should be one of the regime %s, such as QUOTATION below the threshold", c.Regime)
}

// Validate implements domain.CommandData.
func (c DeclareConflict) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	needed(f, c.Person, "/person", "the person")
	ids(f, c.Interests, "/interestRefs", "an interest", 0)
	f.Check((len(c.Interests) > 0) != c.Nil, "/interestRefs", "should be given, or nil in its place")
}

// Validate implements domain.CommandData.
func (c ManageConflict) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	needed(f, c.Person, "/person", "the person")
	f.Check(c.Mitigation.Valid(), "/mitigation", "should be one of NOTED_NO_ACTION, DISCLOSED_AND_STAYS, PAPERS_WITHHELD, DISCUSS_NOT_DECIDE, LEAVES_FOR_ITEM, ROLE_REMOVED_FROM_PROJECT, DECISION_ESCALATED, SUPPLIER_EXCLUDED and ROLE_ENDED")
	if c.Mitigation == domain.MitigationSupplierOut {
		party(f, c.Candidate, "/candidate")
	} else {
		f.Check(c.Candidate == "", "/candidate", "should be left out unless a supplier is excluded")
	}
	needed(f, c.DecidedBy, "/decidedBy", "the person who decided it")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c VerifyMitigation) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	needed(f, c.Person, "/person", "the person")
}

// Validate implements domain.CommandData.
func (c AppraiseOptions) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	options := make([]string, len(c.Options))
	for i, o := range c.Options {
		options[i] = o.Key
		key(f, o.Key, at("/options", i)+"/key")
		f.Text(o.Title, at("/options", i)+"/title", 1, domain.MaxName)
		optionalParty(f, o.Candidate, at("/options", i)+"/candidate")
	}
	distinct(f, options, "/options", 2, maxOfCriteria)
	criteria := make([]string, len(c.Criteria))
	for i, o := range c.Criteria {
		criteria[i] = o.Key
		key(f, o.Key, at("/criteria", i)+"/key")
		count(f, o.Weight, at("/criteria", i)+"/weight", 1, maxWeight)
		count(f, o.Most, at("/criteria", i)+"/most", 1, maxWeight)
	}
	distinct(f, criteria, "/criteria", 1, maxOfCriteria)
	ids(f, c.Assessors, "/assessors", "an assessor", 1)
}

// Validate implements domain.CommandData.
func (c RecordScore) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	needed(f, c.Assessor, "/assessor", "the assessor")
	key(f, c.Option, "/option")
	key(f, c.Criterion, "/criterion")
	count(f, c.Score, "/score", 0, maxWeight)
}

// Validate implements domain.CommandData.
func (c RecordQuotation) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	party(f, c.Supplier, "/supplier")
	f.Pence(c.Gross, "/gross", 1)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c ApproveWaiver) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c RecordVote) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	needed(f, c.Person, "/person", "the person")
	f.Check(c.Vote.Valid(), "/vote", "should be FOR, AGAINST, ABSTAIN or RECUSED")
}

// Validate implements domain.CommandData.
func (c RecordDecision) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Check(c.Outcome.Valid(), "/outcome", "should be APPROVE, REJECT or DEFER")
	if c.Outcome == domain.OutcomeApprove {
		optionalParty(f, c.Candidate, "/candidate")
		f.Pence(c.Max, "/maxPence", 0)
	} else {
		f.Check(c.Candidate == "", "/candidate", "should be left out where nothing is approved")
		f.Check(c.Max == 0, "/maxPence", "should be left out where nothing is approved")
	}
	c.money(f)
	ids(f, c.Needs, "/needRefs", "a training need", 0)
	ids(f, c.Priorities, "/priorityRefs", "a priority", 0)
	f.Text(c.NoPriority, "/noPriority", 0, domain.MaxFreeText)
	f.Check(c.NoPriority == "" || len(c.Priorities) == 0, "/noPriority", "should be left out where there is a priority")
	f.Text(c.Rationale, "/rationale", 1, domain.MaxFreeText)
	authority(f, c.Authority)
	distinct(f, c.Participants, "/participants", 0, maxList)
	for i, p := range c.Participants {
		needed(f, p.Person, at("/participants", i)+"/person", "a person")
		f.Check(p.Role.Valid(), at("/participants", i)+"/role", "should be AUTHOR, ADVISER, SCORER, CHAIR or VOTER")
	}
	distinct(f, c.ReliedOn, "/reliedOn", 0, maxList)
	for i, r := range c.ReliedOn {
		guidance, none := r.Guidance != "" && r.Version != "", r.Guidance == "" && r.Version == ""
		f.Check(r.Intelligence != uuid.Nil && none || r.Intelligence == uuid.Nil && guidance, at("/reliedOn", i), "should be intelligence, or guidance with its version")
		if r.Guidance != "" {
			key(f, r.Guidance, at("/reliedOn", i)+"/guidance")
		}
		f.Check(r.Version == "" || domain.IsVersion(r.Version), at("/reliedOn", i)+"/version",
			"should be a version such as 3, 2.1 or 2023/24: 1 to 40 letters, digits, spaces, full stops, slashes, underscores and hyphens")
	}
}

// money checks the fund lines. That they sum to what is new is a rule.
func (c RecordDecision) money(f *domain.FieldErrors) {
	if c.Max == 0 {
		f.Check(len(c.FundLines) == 0, "/fundLines", "should be left out where nothing is to be paid")
		f.Check(c.Purpose == "", "/purpose", "should be left out where nothing is to be paid")
		return
	}
	f.Check(c.Purpose.Valid(), "/purpose", "should be 3 to 40 capital letters and underscores, such as CPD")
	lines := make([]domain.FundLine, len(c.FundLines))
	for i, p := range c.FundLines {
		lines[i] = p.Line
		p.Line.Validate(f, at("/fundLines", i)+"/line")
		f.Pence(p.Pence, at("/fundLines", i)+"/pence", 1)
	}
	distinct(f, lines, "/fundLines", 0, maxList)
}

// authority checks that an authority says what its kind needs, and no more.
func authority(f *domain.FieldErrors, a domain.DecisionAuthority) {
	want := domain.DecisionAuthority{Kind: a.Kind}
	switch a.Kind {
	case domain.AuthorityMeeting:
		want.Meeting, want.Item = a.Meeting, a.Item
		needed(f, a.Meeting, "/authority/meeting", "the meeting")
		f.Text(a.Item, "/authority/item", 1, maxRef)
	case domain.AuthorityDelegated:
		want.Officer, want.Delegation = a.Officer, a.Delegation
		needed(f, a.Officer, "/authority/officer", "the person who decided")
		needed(f, a.Delegation, "/authority/delegation", "the delegation")
	case domain.AuthorityUrgent:
		want.Chair, want.Second = a.Chair, a.Second
		needed(f, a.Chair, "/authority/chair", "the person in the chair")
	default:
		f.Add("/authority/kind", "should be MEETING, DELEGATED or URGENT")
		return
	}
	f.Check(a == want, "/authority", "should say only what goes with %s", a.Kind)
}

// Validate implements domain.CommandData.
func (c RatifyDecision) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	needed(f, c.Meeting, "/meeting", "the meeting")
	f.Text(c.Item, "/item", 1, maxRef)
}

// Validate implements domain.CommandData.
func (c ReverseDecision) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c AmendDecision) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Pence(c.Max, "/maxPence", 1)
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}
