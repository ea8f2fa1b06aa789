package commissioning_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/person"
	"github.com/hubledger/hubledger/domain/topology"
)

// What the room asks of others is what they answer, and the other way round.
var (
	_ commissioning.Organisations = organisation.View{}
	_ commissioning.National      = national.View{}
	_ commissioning.Interests     = person.View{}
	_ commissioning.Hubs          = (*topology.State)(nil)
	_ commissioning.Funds         = (*funding.State)(nil)
	_ interface {
		PolicyOn(domain.PolicyKind, domain.Date) (domain.PolicyAdopted, bool, bool)
		ThresholdOn(domain.PolicyKind, string, domain.Date) (domain.Pence, bool)
	} = (*contract.State)(nil)
	_ = funding.Award(commissioning.Award{})
	_ = funding.Approval(commissioning.Approval{})
)

// The scene: the hub of QE1 in June 2024. Somebody asks for a course; two
// colleges may give it; a group of four meets on 30 May, of whom three are a
// quorum; one of them has an interest in one of the colleges.
var (
	asker, chair, second, third, conflicted, officer = human(1), human(2), human(3), human(4), human(5), human(6)

	interest = id(0x05) // of the conflicted

	networking = id(0x01) // informal
	course     = id(0x02) // formal
	need       = id(0x10)
	met        = id(0x11) // a need that was met
	priority   = id(0x12)
	past       = id(0x13) // a priority that is no longer current
	heard      = id(0x14) // intelligence
	purchase   = id(0x20)
	extension  = id(0x21)
	meeting    = id(0x30)
	delegation = id(0x31) // to the officer, £1,000.00 from April to June 2024
	award      = id(0x40)
	breach     = id(0x50)
	unknown    = id(0xee)

	cpd     = domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2024/25")}
	cpdNext = cpd.InYear(domain.MustYear("2025/26"))
)

const (
	teacher = "CH-01234567"
	rival   = "CH-07654321"
	closed  = "CH-00000000"
	trust   = "RXX"

	met30 = domain.Date(20240530) // day of the meeting
	today = domain.Date(20240603)
)

func id(n byte) uuid.UUID    { return uuid.UUID{0: 0xaa, 15: n} }
func human(n byte) uuid.UUID { return uuid.UUID{0: 0xbb, 15: n} }

// neighbours are what the other rooms of the hub say in the scene.
type neighbours struct{}

func (neighbours) ActiveOn(hub domain.HubID, day domain.Date) bool {
	return (hub == "QE1" || hub == "QE1~west") && day >= 20180401
}

// Follows: QE1 follows QHM from April 2024.
func (neighbours) Follows(predecessor domain.HubID) (domain.Date, bool) {
	return 20240401, predecessor == "QHM"
}

// HubLimitOn: the locality hub decides on £1,000.00 by itself, from 2024 on.
func (neighbours) HubLimitOn(hub domain.HubID, day domain.Date) (domain.Pence, bool) {
	if hub != "QE1~west" || day < 20240101 {
		return 0, false
	}
	return 100_000, true
}

// Available: £60,000.00 for CPD this year, and nothing yet for the next.
func (neighbours) Available(line domain.FundLine) domain.Pence {
	if line == cpd {
		return 6_000_000
	}
	return 0
}

func (neighbours) ValidOn(line domain.FundLine, day domain.Date) bool {
	return line == cpd && cpd.FY.Contains(day)
}

func (neighbours) Serves(line domain.FundLine, purpose domain.FundPurpose) bool {
	return line.Fund == cpd.Fund && purpose == "CPD"
}

// InForceOn: there was no contract in May 2023.
func (neighbours) InForceOn(day domain.Date) bool { return day < 20230501 || day > 20230531 }

// PolicyOn: the policy on conflicts of interest is in force from 2019, and its
// review is due in 2023.
func (neighbours) PolicyOn(kind domain.PolicyKind, day domain.Date) (p domain.PolicyAdopted, pastReview, ok bool) {
	if kind != domain.PolicyCOI || day < 20190401 {
		return p, false, false
	}
	return domain.PolicyAdopted{Kind: kind, Version: "3", From: 20190401, ReviewDue: 20231231}, day > 20231231, true
}

// ThresholdOn: one quotation below £10,000.00, a tender above £50,000.00.
func (neighbours) ThresholdOn(kind domain.PolicyKind, key string, _ domain.Date) (domain.Pence, bool) {
	switch {
	case kind == domain.PolicySFI && key == commissioning.LimitOneQuote:
		return 1_000_000, true
	case kind == domain.PolicySFI && key == commissioning.LimitTender:
		return 5_000_000, true
	}
	return 0, false
}

func (neighbours) NeedOpenOn(of uuid.UUID, _ domain.Date) (open, known bool) {
	return of == need, of == need || of == met
}

func (neighbours) Received(of uuid.UUID) bool { return of == heard }

func (neighbours) PriorityOn(of uuid.UUID, _ domain.Date) (current, known bool) {
	return of == priority, of == priority || of == past
}

func (neighbours) Delegation(of uuid.UUID) (commissioning.Delegation, bool) {
	return commissioning.Delegation{Person: officer, Limit: 100_000, From: 20240401, To: 20240630}, of == delegation
}

// Item: item 7 is where all four are, 8 may decide on £1,000.00, at 9 two are
// missing, at 10 the conflicted is in the chair; 11 to 16 are of other days.
func (neighbours) Item(of uuid.UUID, item string) (commissioning.Item, bool) {
	i := commissioning.Item{On: met30, Chair: chair, Present: []uuid.UUID{chair, second, third, conflicted}}
	switch item {
	case "7":
	case "8":
		i.Limit, i.Limited = 100_000, true
	case "9":
		i.Present = []uuid.UUID{chair, second}
	case "10":
		i.Chair = conflicted
	case "11":
		i.On = 20230515
	case "12":
		i.On = 20190331
	case "13":
		i.On = 20240604
	case "14":
		i.On = 20250301
	case "15":
		i.On = 20240320
	case "16":
		i.On = 20250402
	default:
		return i, false
	}
	return i, of == meeting
}

func (neighbours) Quorate(_ uuid.UUID, _ string, deciding []uuid.UUID) bool {
	return len(deciding) >= 3
}

// Terms: two have no conflict.
func (neighbours) Terms(of uuid.UUID) (domain.Quorum, bool) {
	return domain.Quorum{Number: 3, NonConflicted: 2}, of == meeting
}

// register is the one of organisations, and the conflicted's of interests.
type register struct{}

func (register) Class(code string) (domain.OrganisationClass, bool) {
	return "COMPANY", slices.Contains([]string{teacher, rival, closed, trust, "UKPRN-10007814"}, code)
}

func (register) OpenOn(code string, _ domain.Date) bool { return code != closed }

func (register) Interest(of uuid.UUID) (domain.DeclaredInterest, bool) {
	return domain.DeclaredInterest{Category: domain.InterestFinancial, Org: teacher, Arose: 20220603}, of == interest
}

// nation is what holds for all: who hubs account to, thresholds, bank holidays
// and a guidance.
func nation() national.View {
	n := national.New()
	lightTouch := []domain.Threshold{{Key: "LIGHT_TOUCH", Amount: 66_354_000, Unit: domain.UnitPence}, {Key: "SUB_CENTRAL", Amount: 21_490_400, Unit: domain.UnitPence}}
	for i, e := range []domain.Event{
		domain.AccountableBodyNamed{Party: "NHSE", From: 20230401},
		domain.GuidanceIssued{Code: "HUB_FUNCTIONS", Version: "2", EffectiveFrom: 20220401},
		domain.ThresholdsSet{Set: id(1), Scheme: "PCR_2015", From: 20240101, To: 20250223, Thresholds: lightTouch, PublishedOn: 20231215},
		domain.ThresholdsSet{Set: id(2), Scheme: "PROCUREMENT_ACT_2023", From: 20250224, Thresholds: lightTouch, PublishedOn: 20240301},
		domain.BankHolidaysPublished{Year: 2024, Days: []domain.Date{20240101, 20240329, 20240401, 20240506, 20240527, 20240826, 20241225, 20241226}},
		domain.BankHolidaysPublished{Year: 2025, Days: []domain.Date{20250101, 20250418, 20250421, 20250505, 20250526, 20250825, 20251225, 20251226}},
	} {
		n.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return n.View(100).(national.View)
}

// room is the room as an aggregate of its own, among these neighbours.
type room struct{ *commissioning.State }

func empty() domain.Aggregate { return room{commissioning.New("QE1")} }

func (r room) Fork() domain.Aggregate { return room{r.State.Fork()} }
func (r room) View(int64) any         { return nil }

var all = commissioning.Neighbours{Hubs: neighbours{}, Funds: neighbours{}, Contract: neighbours{}, Planning: neighbours{}, Governance: neighbours{}}

func (r room) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return r.State.Decide(refs, c, now, all)
}

func streams() domaintest.Streams {
	s := domaintest.Streams{commissioning.OrganisationsStream: register{}, commissioning.NationalStream: nation()}
	for _, p := range []uuid.UUID{asker, chair, second, third, conflicted, officer} {
		s[commissioning.PersonStream(p)] = register{}
	}
	return s
}

// Every rule refuses in one of the cases.
func TestRoom(t *testing.T) {
	domaintest.Run(t, empty, streams(), commissioning.Rules, slices.Concat(
		programmeCases(), openCases(), conflictCases(), voteCases(), decisionCases(), approvalCases(), competitionCases(),
		afterCases(), standstillCases(), awardCases(), breachCases(), localityCases(), carriedCases(),
	))
}

// The events that most cases begin with.

var informal = domain.ProgrammeProposed{
	Programme: networking, Hub: "QE1", Title: "Evenings for nurses", Mode: domain.ModeProcure, Category: "CAREERS", Class: domain.ClassInformal,
	Audience: "Nurses of general practice", Function: "RETENTION", Priorities: []uuid.UUID{priority}, AccountableTo: "NHSE", ResponsibleTo: "QE1",
}

// formal is a course, and assured that it is good enough until September 2024.
var (
	formal = domain.ProgrammeProposed{
		Programme: course, Hub: "QE1", Title: "Spirometry", Mode: domain.ModeProcure, Category: "CPD", Class: domain.ClassFormal,
		Audience: "Nurses of general practice", Function: "RETENTION", AccountableTo: "NHSE", ResponsibleTo: "QE1",
	}
	assured = domain.ProgrammeQualityAssured{Programme: course, By: trust, Standard: "ARTP 2023", CPDPoints: 150, On: 20240501, ValidTo: 20240930}
)

var opened = domain.DecisionOpened{
	Decision: purchase, Hub: "QE1", Kind: domain.DecisionPurchase, Subject: "Evenings for nurses in autumn", Programme: networking,
	Candidates: []string{rival}, Estimate: 120_000, Regime: domain.RegimeBelowThreshold, Route: domain.RouteQuotation, Threshold: "LIGHT_TOUCH",
	Requester: asker, On: 20240501,
}

var quoted = quote(1, teacher)

func quote(n byte, supplier string) domain.QuotationReceived {
	return domain.QuotationReceived{Decision: purchase, Quotation: id(0x60 + n), Supplier: supplier, Gross: 120_000, On: 20240510}
}

func none(of uuid.UUID) domain.ConflictDeclaredForDecision {
	return domain.ConflictDeclaredForDecision{Decision: purchase, Person: of, Nil: true}
}

func voted(by uuid.UUID, v domain.Vote) domain.VoteRecorded {
	return domain.VoteRecorded{Decision: purchase, Person: by, Vote: v}
}

func managed(m domain.Mitigation) domain.ConflictManaged {
	return domain.ConflictManaged{Decision: purchase, Person: conflicted, Mitigation: m, DecidedBy: chair, Reason: "A partner of the college"}
}

// left is that the conflicted is recused.
var left = managed(domain.MitigationLeaves)

// before is everything until the vote, and ready all until the decision.
var (
	before = []domain.Event{informal, opened, quoted, none(chair), none(second), none(third)}
	ready  = slices.Concat(before, []domain.Event{voted(chair, domain.VoteFor), voted(second, domain.VoteFor), voted(third, domain.VoteAgainst)})
)

var inMeeting = domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: meeting, Item: "7"}

// decide is the command that approves, and made what comes of it.
var (
	decide = commissioning.RecordDecision{
		Decision: purchase, Outcome: domain.OutcomeApprove, Candidate: teacher, Max: 120_000, Purpose: "CPD",
		FundLines: []domain.FundPart{{Line: cpd, Pence: 120_000}}, Needs: []uuid.UUID{need}, Priorities: []uuid.UUID{priority},
		Rationale: "The better of two", Authority: inMeeting,
	}
	made = domain.CommissioningDecisionMade{
		Decision: purchase, Outcome: domain.OutcomeApprove, Candidate: teacher, Max: 120_000, Purpose: "CPD",
		FundLines: decide.FundLines, Needs: decide.Needs, Priorities: decide.Priorities, Rationale: decide.Rationale, Authority: inMeeting,
		Participants: []domain.Participant{
			{Person: chair, Role: domain.ParticipantChair}, {Person: chair, Role: domain.ParticipantVoter},
			{Person: second, Role: domain.ParticipantVoter}, {Person: third, Role: domain.ParticipantVoter},
		},
		On: met30, Votes: domain.Votes{For: 2, Against: 1}, COIPolicy: "3", PastReview: true,
	}
	approved = slices.Concat(ready, []domain.Event{made})
)

// price is what the evenings are worth: £1,200.00 gross.
var price = domain.Amount{Net: 100_000, VAT: 20_000, RecoverableVAT: 5_000}

// awarded is the contract for them.
var awarded = domain.ContractAwarded{
	Award: award, Decision: purchase, Programme: networking, Holder: trust, Supplier: teacher, Class: "COMPANY",
	From: 20240601, To: 20241231, Value: price, Route: domain.RouteQuotation, On: 20240531,
}

// and is a list of events with more behind.
func and(events []domain.Event, more ...domain.Event) []domain.Event {
	return slices.Concat(events, more)
}

// but is a copy of a value with a change.
func but[V any](v V, f func(*V)) V {
	f(&v)
	return v
}
