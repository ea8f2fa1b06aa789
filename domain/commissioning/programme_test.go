package commissioning_test

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func programmeCases() []domaintest.Case {
	propose := commissioning.ProposeProgramme{
		Programme: networking, Title: informal.Title, Mode: informal.Mode, Category: informal.Category, Class: informal.Class,
		Audience: informal.Audience, Function: informal.Function, Priorities: informal.Priorities,
	}
	assure := commissioning.AssureProgramme(assured)
	launch := commissioning.LaunchProgramme{Programme: course, On: 20240601}
	launched := domain.ProgrammeLaunched(launch)
	session := commissioning.RecordSession{Programme: course, Session: id(3), On: 20240602, Places: 20, Attended: 18, Completed: 17}
	held := domain.ProgrammeSessionDelivered(session)
	finish := commissioning.CloseProgramme{Programme: course, On: 20240602, Reason: "All were trained"}
	finished := domain.ProgrammeClosed(finish)
	running := []domain.Event{formal, assured, launched}

	return []domaintest.Case{
		{Name: "a programme says to whom the hub accounts, and to whom it is responsible", When: propose, Then: []domain.Event{informal}},
		{
			Name: "the body it accounts to may be another", When: but(propose, func(c *commissioning.ProposeProgramme) { c.AccountableTo = "HEE" }),
			Then: []domain.Event{but(informal, func(e *domain.ProgrammeProposed) { e.AccountableTo = "HEE" })},
		},
		{Name: "it is there", Given: []domain.Event{informal}, When: propose},
		{
			Name: "its id is not another's", Given: []domain.Event{informal},
			When: but(propose, func(c *commissioning.ProposeProgramme) { c.Title = "Mornings" }), Refused: commissioning.RuleOnce,
		},
		{
			Name: "where no body is named nationally, it should be named", Happened: 20220401, When: propose, Refused: commissioning.RuleProgramme,
		},
		{
			Name: "a locality hub that is not there runs none", When: but(propose, func(c *commissioning.ProposeProgramme) { c.Hub = "QE1~east" }),
			Refused: commissioning.RuleNamed,
		},
		{
			Name: "its priorities are endorsed", When: but(propose, func(c *commissioning.ProposeProgramme) { c.Priorities = []uuid.UUID{unknown} }),
			Refused: commissioning.RuleNamed,
		},

		{Name: "its quality is assured", Given: []domain.Event{formal}, When: assure, Then: []domain.Event{assured}},
		{Name: "of a programme that is there", When: assure, Refused: commissioning.RuleNamed},
		{
			Name: "by an organisation that is open", Given: []domain.Event{formal}, Prevents: true,
			When: but(assure, func(c *commissioning.AssureProgramme) { c.By = closed }), Refused: commissioning.RuleNamed,
		},
		{
			Name: "not from tomorrow on", Given: []domain.Event{formal},
			When: but(assure, func(c *commissioning.AssureProgramme) { c.On = 20240604 }), Refused: commissioning.RuleFuture,
		},

		{Name: "formal training is launched when it is assured", Given: running[:2], When: launch, Then: []domain.Event{launched}},
		{Name: "and not before", Given: running[:1], When: launch, Refused: commissioning.RuleAssured, Prevents: true},
		{
			Name: "not on an assurance without accreditation or points", Refused: commissioning.RuleAssured, Prevents: true,
			Given: []domain.Event{formal, but(assured, func(e *domain.ProgrammeQualityAssured) { e.CPDPoints = 0 })}, When: launch,
		},
		{
			Name: "but on an accreditation alone", When: launch, Then: []domain.Event{launched},
			Given: []domain.Event{formal, but(assured, func(e *domain.ProgrammeQualityAssured) { e.CPDPoints, e.Accreditation = 0, "ARTP/17" })},
		},
		{
			Name: "not after the assurance has run out", Refused: commissioning.RuleAssured, Prevents: true,
			Given: []domain.Event{formal, but(assured, func(e *domain.ProgrammeQualityAssured) { e.ValidTo = 20240531 })}, When: launch,
		},
		{
			Name: "an event needs no assurance", Given: []domain.Event{informal},
			When: commissioning.LaunchProgramme{Programme: networking, On: 20240601}, Then: []domain.Event{domain.ProgrammeLaunched{Programme: networking, On: 20240601}},
		},
		{Name: "it is launched once", Given: running, When: commissioning.LaunchProgramme{Programme: course, On: 20240602}, Refused: commissioning.RuleProgramme},

		{Name: "a session is held", Given: running, When: session, Then: []domain.Event{held}},
		{Name: "of a launched programme", Given: running[:2], When: session, Refused: commissioning.RuleProgramme, Prevents: true},
		{
			Name: "not before it was launched", Given: running, Refused: commissioning.RuleProgramme, Prevents: true,
			When: but(session, func(c *commissioning.RecordSession) { c.On = 20240531 }),
		},
		{Name: "until it is closed", Given: and(running, finished), When: session, Then: []domain.Event{held}},
		{
			Name: "not after", Given: and(running, finished), Refused: commissioning.RuleProgramme, Prevents: true,
			When: but(session, func(c *commissioning.RecordSession) { c.On = 20240603 }),
		},
		{
			Name: "one id is one session", Given: and(running, held), Refused: commissioning.RuleOnce,
			When: but(session, func(c *commissioning.RecordSession) { c.Attended = 19 }),
		},

		{Name: "a programme is closed", Given: running, When: finish, Then: []domain.Event{finished}},
		{
			Name: "once", Given: and(running, finished), Refused: commissioning.RuleProgramme,
			When: but(finish, func(c *commissioning.CloseProgramme) { c.On = 20240603 }),
		},
		{
			Name: "not before it was launched", Given: running, Refused: commissioning.RuleProgramme,
			When: but(finish, func(c *commissioning.CloseProgramme) { c.On = 20240531 }),
		},
	}
}
