package projections

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Due is something that is due for a hub, or overdue.
type Due struct {
	Rule DueRule
	Hub  domain.HubID
	// ID is that of what it is about, or of the person; the zero UUID where it
	// is about the hub itself.
	ID   uuid.UUID
	What string           // in a sentence
	On   domain.Date      // last day on which it is in time; 0 where no day is set
	Seqs []eventstore.Seq // of the events it rests on, in their order
}

// OverdueOn is how many days it has been overdue on a day, 0 where it is not.
func (d Due) OverdueOn(day domain.Date) int {
	if d.On.IsZero() || day <= d.On {
		return 0
	}
	at := func(d domain.Date) time.Time {
		return time.Date(d.Year(), time.Month(d.Month()), d.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(at(day).Sub(at(d.On)) / (24 * time.Hour))
}

// DueRule is what sort of thing is due.
type DueRule string

// The rules by which something is due. The list is closed.
const (
	DueEnvironmentApproval DueRule = "ENVIRONMENT_APPROVAL_ENDS"
	DueEnvironmentLearners DueRule = "LEARNERS_IN_UNAPPROVED_ENVIRONMENT"
	DueSuspendedLearners   DueRule = "LEARNERS_IN_SUSPENDED_ENVIRONMENT"
	DueEnvironmentAction   DueRule = "ENVIRONMENT_ACTION"
	DueQualityConcern      DueRule = "QUALITY_CONCERN_OPEN"
	DueEducatorApproval    DueRule = "EDUCATOR_APPROVAL_ENDS"
	DueEducatorLearners    DueRule = "LEARNERS_OF_UNAPPROVED_EDUCATOR"
	DueEducatorRegistered  DueRule = "EDUCATOR_NOT_REGISTERED"
	DuePlacementStart      DueRule = "PLACEMENT_NOT_STARTED"
	DuePlacementEnd        DueRule = "PLACEMENT_NOT_COMPLETED"
	DuePlacementDays       DueRule = "PLACEMENT_DAYS_MISSING"
	DueRoleRecruitment     DueRule = "ROLE_NOT_RECRUITED"
	DueRoleTerm            DueRule = "ROLE_TERM_ENDS"
	DueSupportEnd          DueRule = "SUPPORT_PAST_END"
	DueDeclaration         DueRule = "DECLARATION"
	DueRatification        DueRule = "DECISION_UNRATIFIED"
	DueGrantEvidence       DueRule = "GRANT_EVIDENCE"
	DueContractEnd         DueRule = "CONTRACT_ENDS"
	DueAgreementEnd        DueRule = "AGREEMENT_ENDS"
	DuePolicyReview        DueRule = "POLICY_REVIEW"
	DueOperatingModel      DueRule = "OPERATING_MODEL"
	DueInterimEnd          DueRule = "INTERIM_ARRANGEMENT_ENDS"
)

// dueRules are all of them, with how each is found. What is past an agreed day,
// or owed and without one, belongs here: a rule is a row and a function.
var dueRules = []struct {
	rule DueRule
	find func(*duties)
}{
	{DueEnvironmentApproval, (*duties).environmentApprovals},
	{DueEnvironmentLearners, (*duties).environmentLearners},
	{DueSuspendedLearners, (*duties).suspendedLearners},
	{DueEnvironmentAction, (*duties).environmentActions},
	{DueQualityConcern, (*duties).concerns},
	{DueEducatorApproval, (*duties).educatorApprovals},
	{DueEducatorLearners, (*duties).educatorLearners},
	{DueEducatorRegistered, (*duties).registrations},
	{DuePlacementStart, (*duties).placementStarts},
	{DuePlacementEnd, (*duties).placementEnds},
	{DuePlacementDays, (*duties).placementDays},
	{DueRoleRecruitment, (*duties).recruitments},
	{DueRoleTerm, (*duties).roleTerms},
	{DueSupportEnd, (*duties).supportEnds},
	{DueDeclaration, (*duties).declarations},
	{DueRatification, (*duties).ratifications},
	{DueGrantEvidence, (*duties).grantEvidence},
	{DueContractEnd, (*duties).contractEnds},
	{DueAgreementEnd, (*duties).agreementEnds},
	{DuePolicyReview, (*duties).policyReviews},
	{DueOperatingModel, (*duties).operatingModels},
	{DueInterimEnd, (*duties).interimEnds},
}

// DueRules are all rules by which something is due.
func DueRules() []DueRule {
	rules := make([]DueRule, len(dueRules))
	for i, r := range dueRules {
		rules[i] = r.rule
	}
	return rules
}

// duties is a question for what is due, and what has been found.
type duties struct {
	*Models
	hub   domain.HubID
	day   domain.Date
	until domain.Date // what is due later is not asked for
	n     eventstore.Seq

	rule  DueRule // being looked at
	found []Due

	environments []Environment
	educators    []Educator
	placements   []Placement
	roles        []Role
}

// Due is what is due for a hub on a day as known at n, or will be within some
// days, or is overdue: what has no day first, then by day, rule and id. The hub of an ICS has
// what its locality hubs have too, a locality hub only its own.
func (m *Models) Due(hub domain.HubID, day domain.Date, within int, n eventstore.Seq) []Due {
	d := &duties{
		Models: m, hub: hub, day: day, until: day.AddDays(within), n: n,
		environments: m.Places.Environments(hub, n), educators: m.Places.Educators(hub, n),
		placements: m.Places.Placements(hub, n), roles: m.Roles.Roles(hub, n),
	}
	for _, r := range dueRules {
		d.rule = r.rule
		before := len(d.found)
		r.find(d)
		slices.SortFunc(d.found[before:], func(a, b Due) int { return cmp.Or(bytes.Compare(a.ID[:], b.ID[:]), cmp.Compare(a.What, b.What)) })
	}
	slices.SortStableFunc(d.found, func(a, b Due) int { return cmp.Compare(a.On, b.On) })
	return d.found
}

// add says that something is due on a day, by some events.
func (d *duties) add(hub domain.HubID, id uuid.UUID, on domain.Date, seqs []eventstore.Seq, what string, args ...any) {
	if on > d.until {
		return
	}
	d.found = append(d.found, Due{Rule: d.rule, Hub: hub, ID: id, What: fmt.Sprintf(what, args...), On: on, Seqs: SeqsOf(seqs)})
}

// hubs are the hub asked about and, of an ICS, its locality hubs, as far as they
// are active.
func (d *duties) hubs() (hubs []Hub) {
	for _, h := range d.Hubs.All(d.n) {
		ours := h.Hub == d.hub || !d.hub.IsLocality() && h.Hub.ICB() == string(d.hub)
		if ours && h.ActiveOn(d.day) {
			hubs = append(hubs, h)
		}
	}
	return hubs
}
