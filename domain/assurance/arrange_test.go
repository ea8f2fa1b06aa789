package assurance_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func agree(change ...func(*assurance.AgreeInterimArrangement)) assurance.AgreeInterimArrangement {
	c := assurance.AgreeInterimArrangement{
		Arrangement: agreed.Arrangement, Shortfall: short.Shortfall, Requirements: []string{"PLACEMENTS", "EDUCATORS"}, Provider: agreed.Provider,
		From: agreed.From, Until: agreed.Until, Approver: olga, Office: "OFFICE-NW", On: agreed.On,
	}
	for _, f := range change {
		f(&c)
	}
	return c
}

func TestAgreeInterimArrangement(t *testing.T) {
	type C = assurance.AgreeInterimArrangement
	by := func(kind domain.InterimProviderKind, code string) func(*C) {
		return func(c *C) { c.Provider = domain.InterimProvider{Kind: kind, Code: code} }
	}
	provides := func(kind domain.InterimProviderKind, code string) []domain.Event {
		return []domain.Event{with(agreed, func(e *domain.InterimArrangementAgreed) { e.Provider = domain.InterimProvider{Kind: kind, Code: code} })}
	}
	days := func(from, until domain.Date) func(*C) { return func(c *C) { c.From, c.Until = from, until } }
	office := func(code string) func(*C) { return func(c *C) { c.Office = code } }
	anew := func(c *C) { c.Arrangement = second }
	educators := func(c *C) { c.Requirements = []string{"EDUCATORS"} }
	next := with(agreed, func(e *domain.InterimArrangementAgreed) { e.Arrangement, e.From, e.Until = second, 20240401, 20240930 })
	early := with(ended, func(e *domain.InterimArrangementEnded) { e.On = 20231231 })
	never := with(ended, func(e *domain.InterimArrangementEnded) { e.On = 20230731 })
	closedEarly := with(closed, func(e *domain.DeliveryShortfallClosed) { e.On = 20230801 })
	run(t, []domaintest.Case{
		{Name: "another hub stands in", Given: []domain.Event{short}, When: agree(), Then: []domain.Event{agreed}},
		{Name: "or a locality hub", Given: []domain.Event{short}, When: agree(by(domain.ProviderHub, string(coast))), Then: provides(domain.ProviderHub, string(coast))},
		{Name: "or the body that hubs account to", Given: []domain.Event{short}, When: agree(by(domain.ProviderAccountableBody, "NHSE")), Then: provides(domain.ProviderAccountableBody, "NHSE")},
		{Name: "or anybody else", Given: []domain.Event{short}, When: agree(by(domain.ProviderOther, "CH-01234567")), Then: provides(domain.ProviderOther, "CH-01234567")},
		{
			Name: "under an id of the command's", Given: []domain.Event{short}, When: agree(func(c *C) { c.Arrangement = uuid.Nil }),
			Then: []domain.Event{with(agreed, func(e *domain.InterimArrangementAgreed) {
				e.Arrangement = domain.NewID(domaintest.CommandID, "arrangement")
			})},
			Anew: true,
		},
		{Name: "for ever so", Given: []domain.Event{short, agreed}, When: agree(days(20230801, 20230831)), Refused: "I-ASR-2"},
		{Name: "for a shortfall", When: agree(), Refused: "I-ASR-1"},
		{Name: "of what it is of", Given: []domain.Event{short}, When: agree(func(c *C) { c.Requirements = []string{"RETENTION"} }), Refused: "I-ASR-1"},

		{Name: "not by itself", Given: []domain.Event{short}, When: agree(by(domain.ProviderHub, "QE1")), Refused: "I-ASR-15"},
		{Name: "but by a hub that is there", Given: []domain.Event{short}, When: agree(by(domain.ProviderHub, "QE1~nowhere")), Refused: "I-ASR-4", Prevents: true},
		{Name: "in an ICS that is known", Given: []domain.Event{short}, When: agree(by(domain.ProviderHub, "QAA~north")), Refused: "I-ASR-1"},
		{Name: "as one", Given: []domain.Event{short}, When: agree(by(domain.ProviderHub, "Q99")), Refused: "I-ASR-1"},
		{Name: "and is still there", Given: []domain.Event{short}, When: agree(by(domain.ProviderHub, "QHM"), days(20231001, 20231231)), Refused: "I-ASR-5", Prevents: true},
		{Name: "by the body of the first day", Given: []domain.Event{short}, When: agree(by(domain.ProviderAccountableBody, "HEE")), Refused: "I-ASR-15", Prevents: true},
		{Name: "by who is registered", Given: []domain.Event{short}, When: agree(by(domain.ProviderOther, "NOBODY")), Refused: "I-ASR-1"},
		{Name: "and open", Given: []domain.Event{short}, When: agree(by(domain.ProviderOther, "GONE")), Refused: "I-ASR-5", Prevents: true},

		{Name: "while the hub falls short", Given: []domain.Event{short}, When: agree(days(20230630, 20230930), func(c *C) { c.On = 20230601 }), Refused: "I-ASR-13", Prevents: true},
		{Name: "and not when it does no more", Given: []domain.Event{short, closedEarly}, When: agree(), Refused: "I-ASR-13", Prevents: true},
		{Name: "one at a time", Given: []domain.Event{short, agreed}, When: agree(anew, educators, days(20240331, 20240930)), Refused: "I-ASR-14"},
		{Name: "whichever was agreed first", Given: []domain.Event{short, next}, When: agree(days(20230801, 20240401)), Refused: "I-ASR-14"},
		{Name: "then the next", Given: []domain.Event{short, agreed}, When: agree(anew, days(20240401, 20240930)), Then: []domain.Event{next}},
		{
			Name: "from when it ended", Given: []domain.Event{short, agreed, early}, When: agree(anew, days(20240101, 20240930)),
			Then: []domain.Event{with(next, func(e *domain.InterimArrangementAgreed) { e.From = 20240101 })},
		},
		{Name: "not before", Given: []domain.Event{short, agreed, early}, When: agree(anew, days(20231231, 20240930)), Refused: "I-ASR-14"},
		{
			Name: "or instead of one that never was", Given: []domain.Event{short, agreed, never}, When: agree(anew, days(20230801, 20240930)),
			Then: []domain.Event{with(next, func(e *domain.InterimArrangementAgreed) { e.From = 20230801 })},
		},
		{
			Name: "or at the same time for something else", When: agree(anew, educators),
			Given: []domain.Event{short, with(agreed, func(e *domain.InterimArrangementAgreed) { e.Requirements = []string{"PLACEMENTS"} })},
			Then: []domain.Event{with(agreed, func(e *domain.InterimArrangementAgreed) {
				e.Arrangement, e.Requirements = second, []string{"EDUCATORS"}
			})},
		},

		{Name: "approved by an office", Given: []domain.Event{short}, When: agree(office("HOST")), Refused: "I-ASR-16"},
		{Name: "of the body of the day", Given: []domain.Event{short}, When: agree(office("OFFICE-OLD")), Refused: "I-ASR-16", Prevents: true},
		{Name: "in time", Given: []domain.Event{short}, When: agree(func(c *C) { c.On = 20230802 }), Refused: "I-ASR-16", Prevents: true},
		{
			Name: "on the first day at the latest", Given: []domain.Event{short}, When: agree(func(c *C) { c.On = 20230801 }),
			Then: []domain.Event{with(agreed, func(e *domain.InterimArrangementAgreed) { e.On = 20230801 })},
		},
		{
			Name: "or told with a breach", Given: []domain.Event{short}, When: agree(func(c *C) { c.On = 20230802 }), Happened: 20230801, Breaches: []domain.Rule{"I-ASR-16"},
			Then: []domain.Event{with(agreed, func(e *domain.InterimArrangementAgreed) { e.On = 20230802 })},
		},
		{Name: "by one that is registered", Given: []domain.Event{short}, When: agree(office("NOBODY")), Refused: "I-ASR-1"},
		{Name: "and open", Given: []domain.Event{short}, When: agree(office("OFFICE-SHUT"), days(20231101, 20240331), func(c *C) { c.On = 20231001 }), Refused: "I-ASR-5", Prevents: true},
		{Name: "not tomorrow", Given: []domain.Event{short}, When: agree(days(20240701, 20240930), func(c *C) { c.On = 20240604 }), Refused: "I-ASR-3"},
	}, "I-ASR-1", "I-ASR-2", "I-ASR-3", "I-ASR-4", "I-ASR-5", "I-ASR-13", "I-ASR-14", "I-ASR-15", "I-ASR-16")
}

func TestEndInterimArrangement(t *testing.T) {
	end := assurance.EndInterimArrangement{Arrangement: agreed.Arrangement, On: 20240331, Reason: "ran out"}
	on := func(day domain.Date) assurance.EndInterimArrangement {
		return with(end, func(c *assurance.EndInterimArrangement) { c.On = day })
	}
	last := func(day domain.Date) []domain.Event {
		return []domain.Event{with(ended, func(e *domain.InterimArrangementEnded) { e.On = day })}
	}
	next := with(agreed, func(e *domain.InterimArrangementAgreed) { e.Arrangement, e.From, e.Until = second, 20240401, 20240930 })
	run(t, []domaintest.Case{
		{Name: "an arrangement ends", Given: []domain.Event{short, agreed}, When: end, Then: []domain.Event{ended}},
		{Name: "early", Given: []domain.Event{short, agreed}, When: on(20231231), Then: last(20231231)},
		{Name: "or never begins", Given: []domain.Event{short, agreed}, When: on(20230731), Then: last(20230731)},
		{Name: "that is agreed", When: end, Refused: "I-ASR-1"},
		{Name: "once", Given: []domain.Event{short, agreed, ended}, When: on(20240330), Refused: "I-ASR-17"},
		{Name: "not before it would begin", Given: []domain.Event{short, agreed}, When: on(20230730), Refused: "I-ASR-17"},
		{Name: "not tomorrow", Given: []domain.Event{short, with(agreed, func(e *domain.InterimArrangementAgreed) { e.Until = 20240930 })}, When: on(20240604), Refused: "I-ASR-3"},
		{Name: "not after its last day", Given: []domain.Event{short, agreed}, When: on(20240430), Refused: "I-ASR-17", Prevents: true},
		{Name: "and if it did all the same, not in the days of the next", Given: []domain.Event{short, agreed, next}, When: on(20240401), Happened: 20240401, Refused: "I-ASR-14"},
		{Name: "whose days were its own", Given: []domain.Event{short, agreed, next}, When: end, Then: []domain.Event{ended}},
	}, "I-ASR-1", "I-ASR-3", "I-ASR-14", "I-ASR-17")
}

// Figures follow the provider: on the agreed days, or to the recorded end.
func TestProviderOn(t *testing.T) {
	early := with(ended, func(e *domain.InterimArrangementEnded) { e.On = 20231231 })
	late := with(ended, func(e *domain.InterimArrangementEnded) { e.On = 20240430 })
	next := with(agreed, func(e *domain.InterimArrangementAgreed) {
		e.Arrangement, e.Provider, e.Requirements, e.From, e.Until = second, domain.InterimProvider{Kind: domain.ProviderOther, Code: "CH-01234567"}, []string{"EDUCATORS"}, 20240501, 20240531
	})
	for _, c := range []struct {
		given       []domain.Event
		requirement string
		day         domain.Date
		want        string
	}{
		{[]domain.Event{short}, "EDUCATORS", 20230801, ""},
		{[]domain.Event{short, agreed}, "EDUCATORS", 20230731, ""},
		{[]domain.Event{short, agreed}, "EDUCATORS", 20230801, "QOP"},
		{[]domain.Event{short, agreed}, "PLACEMENTS", 20240331, "QOP"},
		{[]domain.Event{short, agreed}, "PLACEMENTS", 20240401, ""},
		{[]domain.Event{short, agreed}, "RETENTION", 20240331, ""},
		{[]domain.Event{short, agreed, early}, "PLACEMENTS", 20231231, "QOP"},
		{[]domain.Event{short, agreed, early}, "PLACEMENTS", 20240101, ""},
		{[]domain.Event{short, agreed, late}, "PLACEMENTS", 20240430, "QOP"},
		{[]domain.Event{short, agreed, next}, "EDUCATORS", 20240501, "CH-01234567"},
		{[]domain.Event{short, agreed, next}, "PLACEMENTS", 20240501, ""},
	} {
		got, ok := recorded(c.given...).ProviderOn("QE1", c.requirement, c.day)
		if got.Code != c.want || ok != (c.want != "") {
			t.Errorf("%s on %s after %d events: got %v %t, want %q", c.requirement, c.day, len(c.given), got, ok, c.want)
		}
	}
	if _, ok := recorded(short, agreed).ProviderOn(coast, "EDUCATORS", 20230801); ok {
		t.Error("the arrangement of one hub provides for another")
	}
}
