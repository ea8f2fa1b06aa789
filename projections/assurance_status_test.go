package projections

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// How a hub has moved: against the assessment before in the same domain, and by
// no number where that was by another version of the matrix, or there is none.
func TestMaturityMoves(t *testing.T) {
	l := tell(t)
	assess := func(n int, hub domain.HubID, version int, on domain.Date, levels ...int) {
		e := domain.MaturityAssessed{Assessment: id(n), Hub: hub, Matrix: "M", Version: version, On: on}
		for i, level := range levels {
			e.Scores = append(e.Scores, domain.MaturityScore{Domain: fmt.Sprint("D", i), Level: level})
		}
		l.say("hub-QE1", e)
	}
	assess(1, "QE1", 1, 20230401, 1, 3)
	assess(2, "QE1", 1, 20240401, 2, 1)
	assess(3, "QE1~fylde-coast", 1, 20240401, 4)
	assess(4, "QE1", 2, 20250401, 3, 3, 0)
	assess(5, "QE1", 1, 20231001, 0, 3) // recorded late
	for _, test := range []struct {
		hub  domain.HubID
		day  domain.Date
		n    eventstore.Seq
		want string
	}{
		{"QE1", 20230331, 5, ""},
		{"QE1", 20230401, 5, "QE1 D0 1 first; QE1 D1 3 first"},
		{"QE1", 20240401, 4, "QE1 D0 2 +1; QE1 D1 1 -2; QE1~fylde-coast D0 4 first"},
		{"QE1", 20240401, 5, "QE1 D0 2 +2; QE1 D1 1 -2; QE1~fylde-coast D0 4 first"},
		{"QE1", 20250401, 5, "QE1 D0 3 other version; QE1 D1 3 other version; QE1 D2 0 first; QE1~fylde-coast D0 4 first"},
		{"QE1~fylde-coast", 20250401, 5, "QE1~fylde-coast D0 4 first"},
		{"QHM", 20250401, 5, ""},
	} {
		var rows []string
		for _, m := range l.Assurance.MaturityOn(test.hub, test.day, test.n) {
			moved := "first"
			if by, ok := m.Movement(); ok {
				moved = fmt.Sprintf("%+d", by)
			} else if m.Before.Assessed.Known() {
				moved = "other version"
			}
			rows = append(rows, fmt.Sprint(m.Hub, " ", m.Score.Domain, " ", m.Score.Level, " ", moved))
		}
		if got := strings.Join(rows, "; "); got != test.want {
			t.Errorf("%s on %s as known at %d: got %s, want %s", test.hub, test.day, test.n, got, test.want)
		}
	}
}

// A rating of a period and consideration gives way to one that is found later.
func TestRatingsAreByPeriod(t *testing.T) {
	l := tell(t)
	rate := func(n int, item domain.Consideration, from domain.Date, rating domain.AssuranceRating, on domain.Date) {
		l.say("hub-QE1", domain.AssuranceAssessed{Assessment: id(n), Hub: "QE1", Item: item, PeriodFrom: from, PeriodTo: from.AddDays(181), Rating: rating, On: on})
	}
	rate(1, domain.ConsiderFunding, 20240401, domain.AssuranceLimited, 20241001)
	rate(2, domain.ConsiderGovernance, 20240401, domain.AssuranceModerate, 20241002)
	rate(3, domain.ConsiderFunding, 20240401, domain.AssuranceModerate, 20241101)
	rate(4, domain.ConsiderFunding, 20231001, domain.AssuranceSubstantial, 20240401)
	for day, want := range map[domain.Date]string{
		20240930: "FUNDING SUBSTANTIAL", 20241002: "FUNDING SUBSTANTIAL, GOVERNANCE MODERATE, FUNDING LIMITED", 20241101: "FUNDING SUBSTANTIAL, GOVERNANCE MODERATE, FUNDING MODERATE",
	} {
		var got []string
		for _, r := range l.Assurance.Ratings("QE1", day, l.head()) {
			got = append(got, fmt.Sprint(r.Assessed.Event.Item, " ", r.Assessed.Event.Rating))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("on %s: got %v, want %s", day, got, want)
		}
	}
}

// A requirement that is not met on the days around those of its arrangements:
// one that runs out with no end recorded is overdue until it ends or another
// takes its place.
func TestTheStatusOfAShortfall(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	hub(domain.DeliveryShortfallDeclared{Shortfall: id(1), Hub: "QE1", Requirements: []domain.UnmetRequirement{{Requirement: "A"}, {Requirement: "B"}}, On: 20240401})
	agree := func(n int, from, until domain.Date) {
		hub(domain.InterimArrangementAgreed{Arrangement: id(n), Shortfall: id(1), Hub: "QE1", Requirements: []string{"A"}, From: from, Until: until, On: 20240402})
	}
	agree(3, 20240701, 20240930) // the later one first
	agree(2, 20240501, 20240531)
	hub(domain.InterimArrangementEnded{Arrangement: id(2), Shortfall: id(1), Hub: "QE1", Until: 20240531, On: 20240610})
	hub(domain.InterimArrangementEnded{Arrangement: id(3), Shortfall: id(1), Hub: "QE1", Until: 20240930, On: 20240831})
	hub(domain.DeliveryShortfallClosed{Shortfall: id(1), Hub: "QE1", On: 20241001})
	at := func(i int, n eventstore.Seq) func(domain.Date) (UnmetStatus, bool) {
		return func(day domain.Date) (UnmetStatus, bool) {
			status, _, there := l.Assurance.Unmet("QE1", n)[i].StatusOn(day)
			return status, there
		}
	}
	holds(t, "A", onDays{20240331: "-", 20240401: "UNCOVERED", 20240501: "COVERED", 20240610: "COVERED", 20240611: "UNCOVERED", 20240701: "COVERED", 20240831: "COVERED", 20240901: "UNCOVERED", 20240930: "UNCOVERED", 20241001: "CLOSED"}, at(0, l.head()))
	holds(t, "A with no end known", onDays{20240531: "COVERED", 20240601: "OVERDUE", 20240701: "COVERED", 20240930: "COVERED", 20241001: "OVERDUE"}, at(0, 3))
	holds(t, "B", onDays{20240501: "UNCOVERED", 20241001: "CLOSED"}, at(1, l.head()))
	if _, late, _ := l.Assurance.Unmet("QE1", 3)[0].StatusOn(20241001); late.Agreed.Event.Arrangement != id(2) || late.OverdueOn(20241001) != 123 {
		t.Errorf("overdue for the longest: got %+v, %d days", late, late.OverdueOn(20241001))
	}
}

// Both sides of a share are held against one another as known: one that is told
// alone, one told otherwise, and money that was promised and never sent.
func TestSharesAreHeldAgainstTheOtherSide(t *testing.T) {
	side := func(hub, other domain.HubID, direction domain.ShareDirection, pence domain.Pence) domain.ResourceShare {
		return domain.ResourceShare{Share: id(1), Hub: hub, Counterpart: other, Direction: direction, Amount: domain.ShareAmount{Pence: pence}, Credit: domain.CreditDeliverer, From: 20240501, Transfer: id(7)}
	}
	out, in := side("QE1", "QHM", domain.ShareOut, -500), side("QHM", "QE1", domain.ShareIn, 500)
	less, credited := in, in
	less.Amount.Pence, credited.Credit = 499, domain.CreditBeneficiary
	offered := domain.ResourceShareOffered{ResourceShare: out, On: 20240401}
	accept := func(s domain.ResourceShare) domain.ResourceShareAccepted {
		return domain.ResourceShareAccepted{ResourceShare: s, On: 20240410}
	}
	sent, received := domain.TransferSent{Transfer: id(7), To: "QHM", Pence: 500}, domain.TransferReceived{Transfer: id(7), From: "QE1", Pence: 500}
	withdrawn := domain.ResourceShareEnded{ResourceShare: out, On: 20240430}
	for _, test := range []struct {
		name string
		give []domain.Event
		take []domain.Event
		want string // status, findings and what differs, on 1 June 2024
	}{
		{"both, and the money came", []domain.Event{offered, sent}, []domain.Event{received, accept(in)}, "GIVEN [] [] RECEIVED"},
		{"sent only", []domain.Event{offered, sent}, nil, "OFFERED [ONE_SIDED] [] SENT"},
		{"offered only", []domain.Event{offered}, nil, "OFFERED [ONE_SIDED TRANSFER_NOT_SENT] [] NOT_SENT"},
		{"another amount", []domain.Event{offered, sent}, []domain.Event{received, accept(less)}, "GIVEN [MISMATCHED] [amount] RECEIVED"},
		{"another credit", []domain.Event{offered, sent}, []domain.Event{received, accept(credited)}, "GIVEN [MISMATCHED] [credit] RECEIVED"},
		{"never sent", []domain.Event{offered}, []domain.Event{accept(in)}, "GIVEN [TRANSFER_NOT_SENT] [] NOT_SENT"},
		{"withdrawn", []domain.Event{offered, withdrawn}, nil, "WITHDRAWN [] [] NOT_SENT"},
		{"withdrawn on one side", []domain.Event{offered, withdrawn}, []domain.Event{accept(in)}, "WITHDRAWN [MISMATCHED] [ended] NOT_SENT"},
	} {
		l := tell(t)
		for _, e := range test.give {
			l.say("hub-QE1", e)
		}
		for _, e := range test.take {
			l.say("hub-QHM", e)
		}
		shares := l.Sharing.Shares("QE1", l.head())
		if len(shares) != 1 {
			t.Fatalf("%s: got %d shares", test.name, len(shares))
		}
		s := shares[0]
		status, _ := s.StatusOn(20240601)
		if got := fmt.Sprint(status, " ", s.FindingsOn(20240601), " ", s.DiffersOn(20240601), " ", s.TransferStatus()); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
		if len(s.AllSeqs()) != len(l.log) {
			t.Errorf("%s: got seqs %v of %d events", test.name, s.AllSeqs(), len(l.log))
		}
		if n := eventstore.Seq(1); len(l.Sharing.Shares("QHM", n)) != 0 {
			t.Errorf("%s: QHM tells of a share before it does", test.name)
		}
	}
}

// Intelligence names the decisions and needs that stand on it by the day.
func TestWhatStandsOnIntelligence(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	hub(domain.IntelligenceReceived{Intelligence: id(1), Hub: "QE1", On: 20240401})
	hub(domain.IntelligenceReceived{Intelligence: id(2), Hub: "QE1~fylde-coast", On: 20240402})
	hub(domain.TrainingNeedIdentified{Need: id(3), Hub: "QE1", Evidence: []uuid.UUID{id(1)}, On: 20240410})
	hub(domain.DecisionOpened{Decision: id(4), Hub: "QE1~fylde-coast", On: 20240411})
	hub(domain.CommissioningDecisionMade{Decision: id(4), Outcome: domain.OutcomeApprove, ReliedOn: []domain.Reliance{{Intelligence: id(1)}, {Intelligence: id(9)}}, On: 20240420})
	for _, test := range []struct {
		hub  domain.HubID
		day  domain.Date
		n    eventstore.Seq
		want string
	}{
		{"QE1", 20240331, 5, "[]"}, {"QE1", 20240401, 5, "[[1]]"}, {"QE1", 20240419, 5, "[[1 3] [2]]"},
		{"QE1", 20240420, 5, "[[1 3 5] [2]]"}, {"QE1", 20240420, 4, "[[1 3] [2]]"}, {"QE1~fylde-coast", 20240420, 5, "[[2]]"},
	} {
		seqs := [][]eventstore.Seq{}
		for _, k := range l.Commissioning.Knowledge(test.hub, test.day, test.n) {
			seqs = append(seqs, k.Seqs())
		}
		if got := fmt.Sprint(seqs); got != test.want {
			t.Errorf("%s on %s as known at %d: got %s, want %s", test.hub, test.day, test.n, got, test.want)
		}
	}
}

// Of several publications of a figure the one published last counts, whenever it
// came to be known, and one that is corrected does not, whoever corrects it.
func TestProgressIsTheNewestPublication(t *testing.T) {
	l := tell(t)
	report := func(n int, value int64, published domain.Date, corrects uuid.UUID) {
		l.say("national", domain.AmbitionProgressReported{Report: id(n), Ambition: "A", Version: "V", AsAt: 20230331, Value: domain.FTE(value) * domain.OneFTE, PublishedOn: published, Corrects: corrects})
	}
	report(1, 10, 20230501, uuid.Nil)
	report(2, 30, 20230701, uuid.Nil)
	report(3, 20, 20230601, uuid.Nil)
	report(4, 40, 20230801, id(2))
	l.say("national", domain.AmbitionProgressReported{Report: id(5), Ambition: "A", Version: "W", AsAt: 20230331, Value: domain.OneFTE, PublishedOn: 20230901, Corrects: id(4)})
	for _, test := range []struct {
		day  domain.Date
		n    eventstore.Seq
		want []string
	}{
		{20230430, 5, nil}, {20230501, 5, []string{"10"}}, {20230601, 5, []string{"20"}}, {20230601, 2, []string{"10"}}, {20230701, 5, []string{"30"}},
		{20230801, 3, []string{"30"}}, {20230801, 5, []string{"40"}}, {20230901, 4, []string{"40"}}, {20230901, 5, []string{"20"}},
	} {
		var got []string
		for _, f := range l.Ambitions.Progress("A", "V", test.day, test.n) {
			got = append(got, f.Event.Value.String())
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("on %s as known at %d: got %v, want %v", test.day, test.n, got, test.want)
		}
	}
}
