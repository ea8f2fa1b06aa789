package career

import "github.com/hubledger/hubledger/domain"

func (o *order) provide(data RecordCareerSupport) (domain.Decision, error) {
	e := domain.CareerSupportProvided{
		Provision: domain.IDOf(data.Provision, o.id, "provision"), Hub: o.hubOf(data.Hub), Stage: data.Stage, Profession: data.Profession, Contacts: data.Contacts, On: data.On,
	}
	if before, known := o.s.facts.Get(e.Provision); known {
		return o.again(before == domain.Event(e), e.Provision)
	}
	o.come(e.On)
	o.active(e.Hub, e.On)
	return o.k.Decide(e)
}

// use records money used for a person. What is published for a year is for each
// head, whatever its hours, and what is left of it ends with the year; it may
// pay a part of what is dearer.
func (o *order) use(data UseCPDFunding) (domain.Decision, error) {
	e := domain.CPDFundingUsed{
		Use: domain.IDOf(data.Use, o.id, "use"), Hub: o.hubOf(data.Hub), Person: data.Person, Profession: data.Profession,
		FY: domain.YearOf(data.On), Pence: data.Pence, Purpose: data.Purpose, On: data.On,
	}
	rate, published := o.national.RateOn(domain.RateGrant, CPDKey(e.Profession), CPDArea, e.On)
	published = published && rate.Unit == CPDUnit
	if published {
		e.RateRef = rate.Rate
	}
	if before, known := o.s.facts.Get(e.Use); known {
		if used, ok := before.(domain.CPDFundingUsed); ok {
			e.RateRef = used.RateRef // in force when it was first said
		}
		return o.again(before == domain.Event(e), e.Use)
	}
	o.come(e.On)
	o.active(e.Hub, e.On)
	o.k.Require(RulePurpose, e.Purpose.Allowed(), "money for continuing professional development should be for a course, a qualification or an event, not for %s", e.Purpose)
	o.k.Require(RulePublished, published, "what a head of %s has in a year should be published for %s: the rate %s of %s in %s for %s",
		e.Profession, e.On, domain.RateGrant, CPDKey(e.Profession), CPDArea, CPDUnit)
	used := o.s.CPDUsed(e.Person, e.FY)
	o.k.Require(RuleHead, !published || used+e.Pence <= rate.Pence, "%s has used %s pounds of %s in %s; it should be at most the rest, not %s", e.Person, used, rate.Pence, e.FY, e.Pence)
	return o.k.Decide(e)
}
