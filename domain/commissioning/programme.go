package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) propose(data ProposeProgramme) (domain.Decision, error) {
	e := domain.ProgrammeProposed{
		Programme: domain.IDOf(data.Programme, o.id, "programme"), Hub: o.hub(data.Hub), Title: data.Title, Mode: data.Mode, Category: data.Category,
		Class: data.Class, Audience: data.Audience, Function: data.Function, Priorities: domain.CopyList(data.Priorities),
		AccountableTo: data.AccountableTo, ResponsibleTo: o.s.icb,
		PlanObjectives: domain.CopyList(data.PlanObjectives), Tags: domain.CopyList(data.Tags),
	}
	before, known := o.s.programmes.Get(e.Programme)
	if e.AccountableTo == "" {
		e.AccountableTo = before.proposed.AccountableTo
	}
	if e.AccountableTo == "" {
		e.AccountableTo, _ = o.national.AccountableBodyOn(o.on)
	}
	if o.repeats(known, before.proposed, e, e.Programme) {
		return o.k.Decide()
	}
	o.come(o.on, "it is proposed")
	o.k.Must(RuleProgramme, e.AccountableTo != "", "the programme should say to which body the hub accounts for it: none is named nationally on %s", o.on)
	for _, p := range e.Priorities {
		_, known := o.near.Governance.PriorityOn(p, o.on)
		o.k.Must(RuleNamed, known, "priority %s should be endorsed first", p)
	}
	return o.k.Decide(e)
}

// programme is a programme that was proposed.
func (o *order) programme(id uuid.UUID) programme {
	p, known := o.s.programmes.Get(id)
	o.k.Must(RuleNamed, known, "programme %s should be proposed first", id)
	return p
}

func (o *order) assure(data AssureProgramme) (domain.Decision, error) {
	p := o.programme(data.Programme)
	e := domain.ProgrammeQualityAssured(data)
	for _, before := range p.assured {
		if before == e {
			return o.k.Decide()
		}
	}
	o.come(e.On, "its quality was assured")
	o.registered(e.By, "who assures the quality", e.On)
	return o.k.Decide(e)
}

func (o *order) launch(data LaunchProgramme) (domain.Decision, error) {
	p := o.programme(data.Programme)
	e := domain.ProgrammeLaunched(data)
	if p.launched == e {
		return o.k.Decide()
	}
	o.come(e.On, "it is launched")
	o.k.Must(RuleProgramme, p.launched.On.IsZero() && p.closed.On.IsZero(), "programme %s was launched on %s; it should not be again, nor after it is closed", e.Programme, p.launched.On)
	o.assured(p, e.On)
	return o.k.Decide(e)
}

// assured holds that a formal programme may go ahead on a day.
func (o *order) assured(p programme, day domain.Date) {
	o.k.Require(RuleAssured, p.formal(day), "%s is formal training; its quality should be assured on %s, with an accreditation or CPD points", p.proposed.Title, day)
}

func (o *order) session(data RecordSession) (domain.Decision, error) {
	p := o.programme(data.Programme)
	e := domain.ProgrammeSessionDelivered(data)
	e.Session = domain.IDOf(data.Session, o.id, "session")
	if before, known := o.s.sessions.Get(e.Session); o.repeats(known, before, e, e.Session) {
		return o.k.Decide()
	}
	o.come(e.On, "it is held")
	o.k.Require(RuleProgramme, !p.launched.On.IsZero() && p.launched.On <= e.On && (p.closed.On.IsZero() || e.On <= p.closed.On),
		"programme %s should be launched by %s and not closed before, when a session is held", e.Programme, e.On)
	return o.k.Decide(e)
}

func (o *order) closeProgramme(data CloseProgramme) (domain.Decision, error) {
	p := o.programme(data.Programme)
	e := domain.ProgrammeClosed(data)
	if p.closed == e {
		return o.k.Decide()
	}
	o.come(e.On, "it is closed")
	o.k.Must(RuleProgramme, p.closed.On.IsZero(), "programme %s was closed on %s; it is closed once", e.Programme, p.closed.On)
	o.k.Must(RuleProgramme, p.launched.On <= e.On, "programme %s was launched on %s; it should not be closed before, on %s", e.Programme, p.launched.On, e.On)
	return o.k.Decide(e)
}
