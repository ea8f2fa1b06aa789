package commissioning

import (
	"iter"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// ApproveLocalityDecision records that the ICS hub agrees to a decision of a
// locality hub that is above its limit.
type ApproveLocalityDecision struct {
	Decision uuid.UUID           `json:"decision" jsonschema:"Id of the decision, which is still to be made."`
	Max      domain.Pence        `json:"maxPence" jsonschema:"The most that it may cost over its whole life with options and VAT, in pence."`
	By       domain.ICSAgreement `json:"by" jsonschema:"Who agrees for the ICS hub: a meeting, or an officer by a delegation."`
}

// CommandName implements domain.CommandData.
func (ApproveLocalityDecision) CommandName() string { return "approve-locality-decision" }

// Validate implements domain.CommandData.
func (c ApproveLocalityDecision) Validate(f *domain.FieldErrors) {
	about(f, c.Decision)
	f.Pence(c.Max, "/maxPence", 1)
	if c.By.Officer != uuid.Nil || c.By.Delegation != uuid.Nil {
		needed(f, c.By.Officer, "/by/officer", "the person who agrees")
		needed(f, c.By.Delegation, "/by/delegation", "the delegation")
		f.Check(c.By.Meeting == uuid.Nil, "/by/meeting", "should be left out where an officer agrees")
		f.Check(c.By.Item == "", "/by/item", "should be left out where an officer agrees")
		return
	}
	needed(f, c.By.Meeting, "/by/meeting", "the meeting, where no officer agrees")
	f.Text(c.By.Item, "/by/item", 1, maxRef)
}

func (o *order) approveLocality(data ApproveLocalityDecision) (domain.Decision, error) {
	d := o.decision(data.Decision)
	e := domain.LocalityDecisionApproved{Decision: data.Decision, Max: data.Max, By: data.By}
	authority := agreement(e.By)
	by := o.forum(d, authority)
	e.On = by.day
	if d.agreed.By == e.By && d.agreed.Max == e.Max {
		return o.k.Decide()
	}
	o.k.Must(RuleOnce, d.agreed.Decision == uuid.Nil || d.agreed.Max < e.Max, "the ICS hub agreed to %s pounds for decision %s on %s; to agree again should be to more", d.agreed.Max, e.Decision, d.agreed.On)
	o.come(e.On, "it was agreed to")
	o.undecided(d)
	o.k.Require(RuleLimit, !by.limited || e.Max <= by.limit, "those who agree may decide on %s pounds; %s should be agreed to by somebody who may", by.limit, e.Max)
	o.k.Require(RuleSeparate, !slices.Contains(by.alone, d.opened.Requester), "%s asked for decision %s; somebody else should agree to it", d.opened.Requester, e.Decision)
	deciding := by.alone
	if by.chair != uuid.Nil {
		deciding = append(slices.Clone(deciding), by.chair)
	}
	for _, person := range deciding {
		o.k.Require(RuleDeclared, o.s.before(d, person), "%s should have declared an interest in decision %s, or that there is none, before agreeing to it", person, e.Decision)
		o.notRecused(d, person, "agree to")
	}
	o.quorate(d, authority, by)
	return o.k.Decide(e)
}

// agreement is who agrees as the authority of a decision.
func agreement(by domain.ICSAgreement) domain.DecisionAuthority {
	if by.Officer == uuid.Nil {
		return domain.DecisionAuthority{Kind: domain.AuthorityMeeting, Meeting: by.Meeting, Item: by.Item}
	}
	return domain.DecisionAuthority{Kind: domain.AuthorityDelegated, Officer: by.Officer, Delegation: by.Delegation}
}

// local holds that what locality hubs decide on, or what is decided on their
// money, is within their limits, or that the ICS hub has agreed to it.
func (o *order) local(d decision, e domain.CommissioningDecisionMade) {
	for hub, pence := range localities(d.opened.Hub, e) {
		limit, limited := o.near.Governance.HubLimitOn(hub, e.On)
		if !limited || pence <= limit {
			continue
		}
		o.k.Require(RuleLocality, pence <= d.agreed.Max,
			"%s may decide on %s pounds by itself; the ICS hub should agree to %s before decision %s is made", hub, limit, pence, e.Decision)
	}
}

// localities are the locality hubs that an approval is of, with what each is to
// bear: the hub whose decision it is all of it, others what comes from their
// lines. They come in the order in which the decision names them.
func localities(of domain.HubID, e domain.CommissioningDecisionMade) iter.Seq2[domain.HubID, domain.Pence] {
	return func(yield func(domain.HubID, domain.Pence) bool) {
		if of.IsLocality() && !yield(of, e.Max) {
			return
		}
		seen := []domain.HubID{of}
		for _, p := range e.FundLines {
			if p.Line.Hub == "" || slices.Contains(seen, p.Line.Hub) {
				continue
			}
			seen = append(seen, p.Line.Hub)
			var sum domain.Pence // of so few lines that it can be held
			for _, q := range e.FundLines {
				if q.Line.Hub == p.Line.Hub {
					sum += q.Pence
				}
			}
			if !yield(p.Line.Hub, sum) {
				return
			}
		}
	}
}
