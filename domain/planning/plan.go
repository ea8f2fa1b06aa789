package planning

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) submit(data SubmitWorkforcePlan) (domain.Decision, error) {
	e := domain.WorkforcePlanSubmitted{
		Plan: domain.IDOf(data.Plan, o.id, "plan"), Hub: o.hubOf(data.Hub), PCN: data.PCN, FY: data.FY, Lines: byRole(data.Lines), On: data.On,
	}
	id, planned := o.s.byYear.Get(year{e.PCN, e.FY})
	before, _ := o.s.plans.Get(id)
	if s := before.submitted; planned && (data.Plan == uuid.Nil || id == e.Plan) && s.Hub == e.Hub && s.On == e.On && slices.Equal(s.Lines, e.Lines) {
		return o.k.Decide()
	}
	o.k.Must(RulePlan, !planned, "%s submitted a plan of %s on %s, %s; what it plans otherwise should be a revision of that", e.PCN, e.FY, before.submitted.On, id)
	_, known := o.s.facts.Get(e.Plan)
	o.k.Must(RuleIdentity, !known && !o.s.Submitted(e.Plan), "%s is recorded otherwise already; what differs should have an id of its own", e.Plan)
	o.pcn(e.PCN, e.On)
	o.inTime(e.FY, e.On)
	o.by(e.Hub, e.On)
	return o.k.Decide(e)
}

func (o *order) revise(data ReviseWorkforcePlan) (domain.Decision, error) {
	p, known := o.s.plans.Get(data.Plan)
	o.k.Must(RuleNamed, known, "plan %s should be submitted before it is revised", data.Plan)
	if o.k.Refused() {
		return o.k.Decide()
	}
	before := p.newest()
	e := before
	e.Revision, e.Lines, e.On, e.Reason = before.Revision+1, byRole(data.Lines), data.On, data.Reason
	if slices.Equal(e.Lines, before.Lines) {
		return o.k.Decide()
	}
	o.k.Must(RuleRevisions, before.On <= e.On, "revision %d of plan %s is of %s; the next should not be of a day before, %s", before.Revision, e.Plan, before.On, e.On)
	o.inTime(e.FY, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

func (o *order) endorse(data EndorseWorkforcePlan) (domain.Decision, error) {
	p, known := o.s.plans.Get(data.Plan)
	o.k.Must(RuleNamed, known, "plan %s should be submitted before it is endorsed", data.Plan)
	if o.k.Refused() {
		return o.k.Decide()
	}
	newest := p.newest()
	e := domain.WorkforcePlanEndorsed{Plan: data.Plan, Hub: newest.Hub, PCN: newest.PCN, FY: newest.FY, Revision: data.Revision, On: data.On}
	for _, before := range p.endorsements {
		if before == e {
			return o.k.Decide()
		}
		o.k.Must(RuleRevisions, before.Revision != e.Revision, "revision %d of plan %s was endorsed on %s; it is endorsed once", e.Revision, e.Plan, before.On)
	}
	o.k.Must(RuleRevisions, e.Revision == newest.Revision, "the newest revision of plan %s is %d; that should be endorsed, not %d", e.Plan, newest.Revision, e.Revision)
	o.k.Must(RuleRevisions, newest.On <= e.On, "revision %d of plan %s is of %s; it should not be endorsed before, on %s", e.Revision, e.Plan, newest.On, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

// inTime holds that a plan says something of days to come.
func (o *order) inTime(fy domain.FinancialYear, day domain.Date) {
	o.k.Require(RuleInTime, day <= fy.Last(), "the year %s ends on %s; a plan of it should be there by then, not on %s", fy, fy.Last(), day)
}

func (o *order) speak(data RecordWorkforceConversation) (domain.Decision, error) {
	e := domain.WorkforceConversationHeld{
		Conversation: domain.IDOf(data.Conversation, o.id, "conversation"), Hub: o.hubOf(data.Hub), PCN: data.PCN, On: data.On,
		Topics: slices.Sorted(slices.Values(data.Topics)),
	}
	if o.recorded(e.Conversation, e) {
		return o.k.Decide()
	}
	o.pcn(e.PCN, e.On)
	o.by(e.Hub, e.On)
	return o.k.Decide(e)
}

// byRole are lines in the order of their role types.
func byRole(all []domain.PlanLine) []domain.PlanLine {
	return slices.SortedFunc(slices.Values(all), func(a, b domain.PlanLine) int { return cmp.Compare(a.RoleType, b.RoleType) })
}
