package planning_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/planning"
)

var (
	survey = domain.TrainingNeedsExerciseOpened{Exercise: id1, Hub: "QE1", Title: "annual survey", Method: "SURVEY", On: 20220401}
	closed = domain.TrainingNeedsExerciseClosed{Exercise: id1, On: 20220430, Asked: 100, Responses: 40}
	heard  = domain.IntelligenceReceived{
		Intelligence: id2, Hub: "QE1", Source: "NHS England", Scope: domain.ScopeNational, NHS: true, Kind: domain.KindStatistic,
		Channel: domain.ChannelStatRelease, Subject: "workforce", DocHash: domain.Hash{1}, On: 20220501,
	}
	need = domain.TrainingNeedIdentified{
		Need: id3, Hub: "QE1", Title: "spirometry", Audience: "nurses", PCNs: []string{"U00001", "U00002"},
		Evidence: []uuid.UUID{id1, id2}, Urgency: domain.UrgencyHigh, On: 20220601,
	}
	met       = domain.TrainingNeedMet{Need: id3, On: 20220930, How: "a course"}
	withdrawn = domain.TrainingNeedWithdrawn{Need: id3, On: 20220930, Reason: "no longer asked for"}
	discussed = domain.ConsultationRecorded{
		Consultation: id4, Hub: "QE1", Parties: []string{"LA001", "U00001"}, On: 20220701, Subject: "spirometry", Needs: []uuid.UUID{id3},
	}
)

func TestReceive(t *testing.T) {
	receive := planning.ReceiveIntelligence(heard)
	run(t, []domaintest.Case{
		{Name: "the hub comes to know something", When: receive, Then: []domain.Event{heard}},
		{Name: "for ever so", Given: []domain.Event{heard}, When: with(receive, func(c *planning.ReceiveIntelligence) { c.Subject = "x" }), Refused: "I-PLN-2"},
		{
			Name: "under an id made for it, by a locality hub", When: with(receive, func(c *planning.ReceiveIntelligence) { c.Intelligence, c.Hub = uuid.Nil, "QE1~fylde-coast" }),
			Then: []domain.Event{with(heard, func(e *domain.IntelligenceReceived) {
				e.Intelligence, e.Hub = domain.NewID(domaintest.CommandID, "intelligence"), "QE1~fylde-coast"
			})},
			Anew: true,
		},
		{Name: "a hub of the ICS does", When: with(receive, func(c *planning.ReceiveIntelligence) { c.Hub = "QF7" }), Refused: "I-PLN-1"},
		{Name: "one that is there", When: with(receive, func(c *planning.ReceiveIntelligence) { c.On = 20190331 }), Refused: "I-PLN-4", Prevents: true},
		{
			Name: "but if it was not it is written down", When: with(receive, func(c *planning.ReceiveIntelligence) { c.On = 20190331 }), Happened: 20190331,
			Then: []domain.Event{with(heard, func(e *domain.IntelligenceReceived) { e.On = 20190331 })}, Breaches: []domain.Rule{"I-PLN-4"},
		},
		{Name: "not tomorrow", When: with(receive, func(c *planning.ReceiveIntelligence) { c.On = 20240604 }), Refused: "I-PLN-3"},
	}, "I-PLN-1", "I-PLN-2", "I-PLN-3", "I-PLN-4")

	s := recorded(heard, survey)
	if !s.Received(id2) || s.Received(id1) || s.Received(id3) {
		t.Error("intelligence is what was received, and nothing else")
	}
}

func TestExercise(t *testing.T) {
	open := planning.OpenTrainingNeedsExercise(survey)
	end := planning.CloseTrainingNeedsExercise(closed)
	run(t, []domaintest.Case{
		{Name: "the hub begins to ask", When: open, Then: []domain.Event{survey}},
		{Name: "for ever so", Given: []domain.Event{survey}, When: with(open, func(c *planning.OpenTrainingNeedsExercise) { c.Method = "WORKSHOP" }), Refused: "I-PLN-2"},
		{Name: "today", When: with(open, func(c *planning.OpenTrainingNeedsExercise) { c.On = 20240604 }), Refused: "I-PLN-3"},
		{Name: "when it is there", When: with(open, func(c *planning.OpenTrainingNeedsExercise) { c.On = 20190331 }), Refused: "I-PLN-4", Prevents: true},
		{Name: "in the ICS", When: with(open, func(c *planning.OpenTrainingNeedsExercise) { c.Hub = "QF7" }), Refused: "I-PLN-1"},
		{Name: "and tells how many answered", Given: []domain.Event{survey}, When: end, Then: []domain.Event{closed}},
		{Name: "once", Given: []domain.Event{survey, closed}, When: with(end, func(c *planning.CloseTrainingNeedsExercise) { c.Responses++ }), Refused: "I-PLN-7"},
		{Name: "not before it asked", Given: []domain.Event{survey}, When: with(end, func(c *planning.CloseTrainingNeedsExercise) { c.On = 20220331 }), Refused: "I-PLN-7"},
		{Name: "nor tomorrow", Given: []domain.Event{survey}, When: with(end, func(c *planning.CloseTrainingNeedsExercise) { c.On = 20240604 }), Refused: "I-PLN-3"},
		{Name: "nor without asking", Given: []domain.Event{heard}, When: end, Refused: "I-PLN-1"},
	}, "I-PLN-1", "I-PLN-2", "I-PLN-3", "I-PLN-4", "I-PLN-7")
}

func TestConsult(t *testing.T) {
	consult := planning.RecordConsultation(discussed)
	consult.Parties = []string{"U00001", "LA001"}
	given := []domain.Event{survey, heard, need}
	run(t, []domaintest.Case{
		{Name: "a need is discussed", Given: given, When: consult, Then: []domain.Event{discussed}},
		{Name: "for ever so", Given: []domain.Event{survey, heard, need, discussed}, When: with(consult, func(c *planning.RecordConsultation) { c.Needs = nil }), Refused: "I-PLN-2"},
		{Name: "one that is known", Given: []domain.Event{heard}, When: consult, Refused: "I-PLN-1"},
		{Name: "with parties that are registered", Given: given, When: with(consult, func(c *planning.RecordConsultation) { c.Parties = []string{"LA002"} }), Refused: "I-PLN-1"},
		{Name: "and open", Given: given, When: with(consult, func(c *planning.RecordConsultation) { c.On = 20230401 }), Refused: "I-PLN-5", Prevents: true},
		{Name: "by a hub of the ICS", Given: given, When: with(consult, func(c *planning.RecordConsultation) { c.Hub = "QF7" }), Refused: "I-PLN-1"},
		{Name: "not tomorrow", Given: given, When: with(consult, func(c *planning.RecordConsultation) { c.On, c.Parties = 20240604, []string{"U00002"} }), Refused: "I-PLN-3"},
		{Name: "nor before the hub", Given: given, When: with(consult, func(c *planning.RecordConsultation) { c.On = 20190331 }), Refused: "I-PLN-4", Prevents: true},
	}, "I-PLN-1", "I-PLN-2", "I-PLN-3", "I-PLN-4", "I-PLN-5")

	early := discussed
	early.Consultation, early.On = uuid.UUID{15: 9}, 20220615
	shown := need
	shown.Evidence = []uuid.UUID{id4}
	for _, c := range []struct {
		given []domain.Event
		day   domain.Date
		want  bool
	}{
		{[]domain.Event{need, discussed}, 20220630, false},
		{[]domain.Event{need, discussed}, 20220701, true},
		{[]domain.Event{need, discussed, early}, 20220615, true},
		{[]domain.Event{need, early, discussed}, 20220615, true},
		{[]domain.Event{domain.ConsultationRecorded{Consultation: id4, On: 20220501}, shown}, 20220501, true},
		{[]domain.Event{domain.ConsultationRecorded{Consultation: id4, On: 20220501}, shown}, 20220430, false},
		{[]domain.Event{heard, need}, 20240601, false},
	} {
		if got := recorded(c.given...).ConsultedBy(id3, c.day); got != c.want {
			t.Errorf("after %v by %s: got %t", c.given, c.day, got)
		}
	}
}

func TestNeed(t *testing.T) {
	identify := planning.IdentifyTrainingNeed(need)
	identify.PCNs = []string{"U00002", "U00001"}
	identify.Evidence = []uuid.UUID{id2, id1}
	meet, withdraw := planning.MeetTrainingNeed(met), planning.WithdrawTrainingNeed(withdrawn)
	shown := []domain.Event{survey, heard}
	open := []domain.Event{survey, heard, need}
	earlier := with(identify, func(c *planning.IdentifyTrainingNeed) { c.On = 20220430 })
	run(t, []domaintest.Case{
		{Name: "a need is identified", Given: shown, When: identify, Then: []domain.Event{need}},
		{Name: "for ever so", Given: open, When: with(identify, func(c *planning.IdentifyTrainingNeed) { c.Urgency = domain.UrgencyLow }), Refused: "I-PLN-2"},
		{Name: "by what is known", Given: shown[:1], When: identify, Refused: "I-PLN-1"},
		{Name: "not by another need", Given: open, When: with(identify, func(c *planning.IdentifyTrainingNeed) { c.Need, c.Evidence = id4, []uuid.UUID{id3} }), Refused: "I-PLN-1"},
		{Name: "nor by what comes later", Given: shown, When: earlier, Refused: "I-PLN-6", Prevents: true},
		{
			Name: "but if it was so it is written down", Given: shown, When: earlier, Happened: 20220430,
			Then: []domain.Event{with(need, func(e *domain.TrainingNeedIdentified) { e.On = 20220430 })}, Breaches: []domain.Rule{"I-PLN-6"},
		},
		{Name: "of PCNs that are known", Given: shown, When: with(identify, func(c *planning.IdentifyTrainingNeed) { c.PCNs = []string{"U00003"} }), Refused: "I-PLN-1"},
		{Name: "and open", Given: shown, When: with(identify, func(c *planning.IdentifyTrainingNeed) { c.On = 20230401 }), Refused: "I-PLN-5", Prevents: true},
		{
			Name: "or of all", Given: shown, When: with(identify, func(c *planning.IdentifyTrainingNeed) { c.PCNs = nil }),
			Then: []domain.Event{with(need, func(e *domain.TrainingNeedIdentified) { e.PCNs = nil })},
		},
		{Name: "by a hub of the ICS", Given: shown, When: with(identify, func(c *planning.IdentifyTrainingNeed) { c.Hub = "QF7" }), Refused: "I-PLN-1"},
		{Name: "that is there", Given: shown, When: with(identify, func(c *planning.IdentifyTrainingNeed) { c.Hub = "QE1~morecambe" }), Refused: "I-PLN-4", Prevents: true},
		{Name: "not tomorrow", Given: shown, When: with(identify, func(c *planning.IdentifyTrainingNeed) { c.On, c.PCNs = 20240604, nil }), Refused: "I-PLN-3"},

		{Name: "it is met", Given: open, When: meet, Then: []domain.Event{met}},
		{Name: "or withdrawn", Given: open, When: withdraw, Then: []domain.Event{withdrawn}},
		{Name: "not both", Given: []domain.Event{survey, heard, need, met}, When: withdraw, Refused: "I-PLN-8"},
		{Name: "nor the other way", Given: []domain.Event{survey, heard, need, withdrawn}, When: meet, Refused: "I-PLN-8"},
		{Name: "nor before", Given: open, When: with(meet, func(c *planning.MeetTrainingNeed) { c.On = 20220531 }), Refused: "I-PLN-8"},
		{Name: "nor tomorrow too", Given: open, When: with(meet, func(c *planning.MeetTrainingNeed) { c.On = 20240604 }), Refused: "I-PLN-3"},
		{Name: "nor if there is none", Given: shown, When: withdraw, Refused: "I-PLN-1"},
	}, "I-PLN-1", "I-PLN-2", "I-PLN-3", "I-PLN-4", "I-PLN-5", "I-PLN-6", "I-PLN-8")

	for _, c := range []struct {
		given       []domain.Event
		day         domain.Date
		open, known bool
	}{
		{[]domain.Event{heard}, 20220601, false, false},
		{[]domain.Event{need}, 20220531, false, true},
		{[]domain.Event{need}, 20220601, true, true},
		{[]domain.Event{need}, 20240601, true, true},
		{[]domain.Event{need, met}, 20220930, true, true},
		{[]domain.Event{need, met}, 20221001, false, true},
		{[]domain.Event{need, withdrawn}, 20220930, true, true},
		{[]domain.Event{need, withdrawn}, 20221001, false, true},
	} {
		if open, known := recorded(c.given...).NeedOpenOn(id3, c.day); open != c.open || known != c.known {
			t.Errorf("after %v on %s: got %t %t", c.given, c.day, open, known)
		}
	}
}
