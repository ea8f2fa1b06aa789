package planning

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) receive(data ReceiveIntelligence) (domain.Decision, error) {
	e := domain.IntelligenceReceived(data)
	e.Intelligence, e.Hub = domain.IDOf(data.Intelligence, o.id, "intelligence"), o.hubOf(data.Hub)
	if o.recorded(e.Intelligence, e) {
		return o.k.Decide()
	}
	o.by(e.Hub, e.On)
	return o.k.Decide(e)
}

func (o *order) consult(data RecordConsultation) (domain.Decision, error) {
	e := domain.ConsultationRecorded{
		Consultation: domain.IDOf(data.Consultation, o.id, "consultation"), Hub: o.hubOf(data.Hub), Parties: slices.Sorted(slices.Values(data.Parties)),
		On: data.On, Subject: data.Subject, Needs: sorted(data.Needs),
	}
	if o.recorded(e.Consultation, e) {
		return o.k.Decide()
	}
	for _, need := range e.Needs {
		_, known := fact[domain.TrainingNeedIdentified](o.s, need)
		o.k.Must(RuleNamed, known, "training need %s should be identified before it is said to be discussed", need)
	}
	for _, party := range e.Parties {
		_, registered := o.orgs.Class(party)
		o.k.Must(RuleNamed, registered, "%s should be registered as an organisation first", party)
		o.k.Require(RuleOpen, o.orgs.OpenOn(party, e.On), "%s should be open on %s", party, e.On)
	}
	o.by(e.Hub, e.On)
	return o.k.Decide(e)
}

func (o *order) open(data OpenTrainingNeedsExercise) (domain.Decision, error) {
	e := domain.TrainingNeedsExerciseOpened(data)
	e.Exercise, e.Hub = domain.IDOf(data.Exercise, o.id, "exercise"), o.hubOf(data.Hub)
	if o.recorded(e.Exercise, e) {
		return o.k.Decide()
	}
	o.by(e.Hub, e.On)
	return o.k.Decide(e)
}

func (o *order) close(data CloseTrainingNeedsExercise) (domain.Decision, error) {
	e := domain.TrainingNeedsExerciseClosed(data)
	before, closed := o.s.closed.Get(e.Exercise)
	if before == e {
		return o.k.Decide()
	}
	opened, known := fact[domain.TrainingNeedsExerciseOpened](o.s, e.Exercise)
	o.k.Must(RuleNamed, known, "exercise %s should be opened before it is closed", e.Exercise)
	o.k.Must(RuleExercise, !closed, "exercise %s was closed on %s; it is closed once", e.Exercise, before.On)
	o.k.Must(RuleExercise, opened.On <= e.On, "exercise %s was opened on %s; it should not be closed before, on %s", e.Exercise, opened.On, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

func (o *order) identify(data IdentifyTrainingNeed) (domain.Decision, error) {
	e := domain.TrainingNeedIdentified{
		Need: domain.IDOf(data.Need, o.id, "need"), Hub: o.hubOf(data.Hub), Title: data.Title, Audience: data.Audience,
		PCNs: slices.Sorted(slices.Values(data.PCNs)), Evidence: sorted(data.Evidence), Urgency: data.Urgency, On: data.On,
	}
	if o.recorded(e.Need, e) {
		return o.k.Decide()
	}
	for _, id := range e.Evidence {
		day, known := o.s.evidence(id)
		o.k.Must(RuleNamed, known, "%s should be recorded as intelligence, a consultation or an exercise before it shows a need", id)
		o.k.Require(RuleEvidence, day <= e.On, "%s is of %s; a need identified on %s should be shown by what was there by then", id, day, e.On)
	}
	for _, code := range e.PCNs {
		o.pcn(code, e.On)
	}
	o.by(e.Hub, e.On)
	return o.k.Decide(e)
}

// evidence is the day from which something may show a need, and false where it
// may not.
func (s *State) evidence(id uuid.UUID) (domain.Date, bool) {
	switch e, _ := s.facts.Get(id); e := e.(type) {
	case domain.IntelligenceReceived:
		return e.On, true
	case domain.ConsultationRecorded:
		return e.On, true
	case domain.TrainingNeedsExerciseOpened:
		return e.On, true
	}
	return 0, false
}

// end decides that a need is met or withdrawn.
func (o *order) end(need uuid.UUID, day domain.Date, as over, e domain.Event) (domain.Decision, error) {
	before, ended := o.s.needs.Get(need)
	if before == as {
		return o.k.Decide()
	}
	n, known := fact[domain.TrainingNeedIdentified](o.s, need)
	o.k.Must(RuleNamed, known, "training need %s should be identified first", need)
	o.k.Must(RuleNeed, !ended, "training need %s was met or withdrawn on %s; that is so once", need, before.last())
	o.k.Must(RuleNeed, n.On <= day, "training need %s was identified on %s; it should not end before, on %s", need, n.On, day)
	o.come(day)
	return o.k.Decide(e)
}
