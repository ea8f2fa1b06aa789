package role

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) entitle(data SetRoleEntitlement) (domain.Decision, error) {
	first := data.FY.First()
	e := domain.RoleEntitlementSet{
		PCN: data.PCN, Hub: o.hubOf(data.Hub), FY: data.FY, Registered: data.Registered, Weighted: data.Weighted,
		PatientsOn: data.PatientsOn, SourceDoc: data.SourceDoc,
	}
	o.pcn(e.PCN)
	o.come(e.PatientsOn)
	rate, published := o.national.RateOn(domain.RateARRSSum, EntitlementKey, EntitlementArea, first)
	published = published && rate.Unit == EntitlementUnit
	o.k.Must(RulePublished, published, "the rate of entitlements for %s, a rate %s of %s in %s for %s, should be published first",
		e.FY, domain.RateARRSSum, EntitlementKey, EntitlementArea, EntitlementUnit)
	var held bool
	e.RateRef = rate.Rate
	e.Pence, held = forPatients(rate.Pence, e.Weighted)
	o.k.Must(RulePublished, held, "%s patients at %s pounds for a thousand come to more than can be paid", e.Weighted, rate.Pence)
	if known, _ := o.s.years.Get(year{e.PCN, e.FY}); known.set == e {
		return o.k.Decide()
	}
	return o.k.Decide(e)
}

func (o *order) claim(data ClaimReimbursement) (domain.Decision, error) {
	p := o.proposed(data.Post)
	o.k.Must(RuleRecruited, p.recruited.Person != uuid.Nil, "somebody should be recruited to post %s before anything is claimed for it", data.Post)
	if o.k.Refused() {
		return o.k.Decide()
	}
	work, _ := o.s.work.Get(job{post: data.Post})
	e := domain.ReimbursementClaimed{
		RolePost: p.current(), Claim: domain.IDOf(data.Claim, o.id, "claim"), FY: domain.YearOf(data.From), From: data.From, To: data.To, Pence: data.Pence,
	}
	if before, known := o.s.claims.Get(e.Claim); known {
		same := before.Post == e.Post && before.From == e.From && before.To == e.To && before.Pence == e.Pence
		return o.again(same, e.Claim)
	}
	o.come(e.To)
	o.k.Require(RuleFunding, p.proposed.Funding == domain.FundingARRS, "post %s is paid by %s; only what the scheme pays for should be claimed", e.Post, p.proposed.Funding)
	o.k.Require(RuleReimbursed, p.standsOn(e.From) && p.standsOn(e.To), "post %s stands from %s to %q; nothing should be claimed for other days of %s to %s",
		e.Post, p.from(), p.ended.On, e.From, e.To)
	var missing domain.Date
	var held bool
	e.Maximum, e.RateRefs, missing, held = maximum(o.national, e.RolePost, p.proposed.Area, work, e.From, e.To)
	o.k.Require(RulePublished, missing.IsZero() || p.proposed.Funding != domain.FundingARRS,
		"the maximum of %s in %s for a year of a full-time equivalent should be published for %s", e.RoleType, p.proposed.Area, missing)
	o.k.Must(RulePublished, held, "the rates of %s come to more than can be claimed", e.RoleType)
	o.withinMaximum(e)
	o.withinEntitlement(e)
	return o.k.Decide(e)
}

// withinMaximum holds a claim, with those for the same days before it, against
// the maximum of those days.
func (o *order) withinMaximum(e domain.ReimbursementClaimed) {
	sum := e.Pence
	paid, _ := o.s.paid.Get(e.Post)
	i := slices.IndexFunc(paid, func(c claimed) bool { return c.from <= e.To && e.From <= c.to && (c.from != e.From || c.to != e.To) })
	if i >= 0 {
		o.k.Must(RuleClaimedPeriod, false, "%s pounds are claimed for post %s and %s to %s; another claim should be for the same days, or for none of them",
			paid[i].pence, e.Post, paid[i].from, paid[i].to)
	}
	for _, c := range paid {
		if c.from == e.From && c.to == e.To {
			sum += c.pence
		}
	}
	o.k.Require(RuleMaximum, sum <= e.Maximum, "%s pounds would be claimed for post %s and %s to %s; it should be at most %s", sum, e.Post, e.From, e.To, e.Maximum)
}

// withinEntitlement holds a claim against what the PCN is entitled to in the
// year.
func (o *order) withinEntitlement(e domain.ReimbursementClaimed) {
	known, _ := o.s.years.Get(year{e.PCN, e.FY})
	set := known.set.PCN != ""
	o.k.Require(RuleEntitlement, set, "the entitlement of %s for %s should be set before anything is claimed", e.PCN, e.FY)
	o.k.Require(RuleEntitlement, !set || known.claimed+e.Pence <= known.set.Pence,
		"%s is entitled to %s pounds for %s and has claimed %s; it should claim at most the rest, not %s", e.PCN, known.set.Pence, e.FY, known.claimed, e.Pence)
}
