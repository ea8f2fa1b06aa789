package contract_test

import (
	"reflect"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func TestSign(t *testing.T) {
	first := signed(id1, 20210401, 20230331, schedule("2021/22", 100000), schedule("2022/23", 110000))
	next := signed(id2, 20230401, 20260331, schedule("2023/24", 120000))
	next.Parties = []string{"H0ST2", "NHSE"}
	unordered := sign(first)
	unordered.Contract = uuid.Nil
	unordered.Parties = []string{"HEE", "H0ST1"}
	unordered.Schedules = []domain.ContractSchedule{first.Schedules[1], first.Schedules[0]}
	unordered.ReportingDuties = []domain.ReportingDuty{halfYearly[1], halfYearly[0]}
	derived := first
	derived.Contract = domain.NewID(domaintest.CommandID, "contract")
	of := func(e domain.HubContractSigned, change func(*domain.HubContractSigned)) contract.SignHubContract {
		change(&e)
		return sign(e)
	}
	overlapping := of(next, func(e *domain.HubContractSigned) { e.From = 20230331; e.Parties = []string{"H0ST1", "HEE", "NHSE"} })
	overlapped := signed(id2, 20230331, 20260331, schedule("2023/24", 120000))
	overlapped.Parties = []string{"H0ST1", "HEE", "NHSE"}

	run(t, []domaintest.Case{
		{
			Name: "a contract is signed, in any order",
			When: unordered, Then: []domain.Event{derived},
		},
		{
			Name: "and stands signed, under its own id", Given: []domain.Event{first},
			When: unordered,
		},
		{
			Name: "the next begins on the day after", Given: []domain.Event{first},
			When: sign(next), Then: []domain.Event{next},
		},
		{
			Name: "not on the last day", Given: []domain.Event{first},
			When: overlapping, Refused: "I-CON-1", Prevents: true,
		},
		{
			Name: "but if it does it is written down", Given: []domain.Event{first},
			When: overlapping, Happened: 20230331, Then: []domain.Event{overlapped}, Breaches: []domain.Rule{"I-CON-1"},
		},
		{
			Name:  "one that ended early leaves its days",
			Given: []domain.Event{first, domain.HubContractEnded{Contract: id1, Hub: "QE1", On: 20220331, Reason: "the host withdrew"}},
			When:  sign(signed(id2, 20220401, 20230331, schedule("2022/23", 110000))),
			Then:  []domain.Event{signed(id2, 20220401, 20230331, schedule("2022/23", 110000))},
		},
		{
			Name: "a contract of one day is none",
			When: of(first, func(e *domain.HubContractSigned) { e.To, e.Schedules = e.From, e.Schedules[:1] }), Refused: "I-CON-1",
		},
		{
			Name: "a contract is signed once, and varied after that", Given: []domain.Event{first},
			When: of(first, func(e *domain.HubContractSigned) { e.To = 20240331 }), Refused: "I-CON-3",
		},
		{
			Name: "its schedules speak of years in which it runs",
			When: of(first, func(e *domain.HubContractSigned) { e.To = 20220331 }), Refused: "I-CON-3",
		},
		{
			Name: "and of none before",
			When: of(first, func(e *domain.HubContractSigned) { e.Schedules = []domain.ContractSchedule{schedule("2020/21", 1)} }), Refused: "I-CON-3",
		},
		{
			Name: "its parties are registered",
			When: of(first, func(e *domain.HubContractSigned) { e.Parties = []string{"H0ST1", "H0ST9", "HEE"} }), Refused: "I-CON-4",
		},
		{
			Name: "and open on its first day",
			When: of(first, func(e *domain.HubContractSigned) { e.From = 20210331; e.Parties = []string{"H0ST1", "H0ST2", "HEE"} }), Refused: "I-CON-5", Prevents: true,
		},
		{
			Name: "the accountable body of that day is one of them",
			When: of(first, func(e *domain.HubContractSigned) { e.Parties = []string{"H0ST1", "NHSE"} }), Refused: "I-CON-5", Prevents: true,
		},
		{
			Name: "and from April 2023 that is another",
			When: of(next, func(e *domain.HubContractSigned) { e.Parties = []string{"H0ST2", "H0ST1"} }), Refused: "I-CON-5", Prevents: true,
		},
		{
			Name: "the host of that day is one of them",
			When: of(first, func(e *domain.HubContractSigned) { e.Parties = []string{"H0ST2", "HEE"} }), Refused: "I-CON-5", Prevents: true,
		},
		{
			Name: "the hub is there",
			When: sign(signed(id1, 20190331, 20200331, schedule("2019/20", 90000))), Refused: "I-CON-6", Prevents: true,
		},
		{
			Name: "before anybody is named as accountable no body has to be a party",
			When: sign(signed(id1, 20180331, 20200331, schedule("2019/20", 90000))), Happened: 20180331,
			Then: []domain.Event{signed(id1, 20180331, 20200331, schedule("2019/20", 90000))}, Breaches: []domain.Rule{"I-CON-6"},
		},
	}, "I-CON-1", "I-CON-3", "I-CON-4", "I-CON-5", "I-CON-6")
}

func TestVaryAndEnd(t *testing.T) {
	first := signed(id1, 20210401, 20230331, schedule("2021/22", 100000), schedule("2022/23", 110000))
	next := signed(id2, 20230501, 20260331, schedule("2023/24", 120000))
	vary := contract.VaryHubContract{
		Contract: id1, On: 20220701, Schedules: []domain.ContractSchedule{schedule("2022/23", 115000)}, Ref: "V1",
	}
	varied := domain.HubContractVaried{
		Contract: id1, Hub: "QE1", Variation: 1, On: 20220701, To: 20230331, Ref: "V1",
		Schedules: []domain.ContractSchedule{schedule("2021/22", 100000), schedule("2022/23", 115000)}, ReportingDuties: halfYearly,
	}
	extend := contract.VaryHubContract{Contract: id1, On: 20230401, To: 20230430, Ref: "V2"}
	extended := varied
	extended.Variation, extended.On, extended.To, extended.Ref = 2, 20230401, 20230430, "V2"
	tooFar := extend
	tooFar.To = 20230501
	tooFarVaried := extended
	tooFarVaried.To = 20230501
	monthly := contract.VaryHubContract{Contract: id1, On: 20220701, ReportingDuties: []domain.ReportingDuty{{Report: "KPI_RETURN", Every: domain.EveryMonth}}, Ref: "V1"}
	monthlyVaried := varied
	monthlyVaried.Schedules, monthlyVaried.ReportingDuties = first.Schedules, monthly.ReportingDuties
	shortened := domain.HubContractVaried{
		Contract: id1, Hub: "QE1", Variation: 1, On: 20210701, To: 20220331, Schedules: first.Schedules, ReportingDuties: halfYearly, Ref: "V1",
	}
	shortenedMonthly := shortened
	shortenedMonthly.Variation, shortenedMonthly.On, shortenedMonthly.ReportingDuties = 2, 20220101, monthly.ReportingDuties
	ended := domain.HubContractEnded{Contract: id1, Hub: "QE1", On: 20220930, Reason: "the host withdrew"}
	on := func(v contract.VaryHubContract, on, to domain.Date) contract.VaryHubContract {
		v.On, v.To = on, to
		return v
	}

	run(t, []domaintest.Case{
		{
			Name: "a variation says the whole contract anew, and keeps what it does not vary", Given: []domain.Event{first},
			When: vary, Then: []domain.Event{varied},
		},
		{
			Name: "the reports it asks for may be varied alone", Given: []domain.Event{first},
			When: monthly, Then: []domain.Event{monthlyVaried},
		},
		{
			Name: "the next follows on the first", Given: []domain.Event{first, varied},
			When: extend, Then: []domain.Event{extended},
		},
		{
			Name: "that a party was closed and succeeded is no matter", Given: []domain.Event{first, varied, extended},
			When: on(monthly, 20230430, 20230430),
			Then: []domain.Event{domain.HubContractVaried{
				Contract: id1, Hub: "QE1", Variation: 3, On: 20230430, To: 20230430, Ref: "V1", Schedules: varied.Schedules, ReportingDuties: monthly.ReportingDuties}},
		},
		{
			Name: "what varies nothing is not recorded", Given: []domain.Event{first, varied},
			When: vary,
		},
		{
			Name: "a contract that was not signed is not varied",
			When: vary, Refused: "I-CON-4",
		},
		{
			Name: "one that ended early is not varied", Given: []domain.Event{first, ended},
			When: vary, Refused: "I-CON-3",
		},
		{
			Name: "a variation begins with the contract or after", Given: []domain.Event{first},
			When: on(vary, 20210331, 0), Refused: "I-CON-3",
		},
		{
			Name: "and with the variation before or after", Given: []domain.Event{first, varied},
			When: on(extend, 20220630, 20230430), Refused: "I-CON-3",
		},
		{
			Name: "by the day after the last", Given: []domain.Event{first},
			When: on(extend, 20230402, 20230430), Refused: "I-CON-3",
		},
		{
			Name: "before the new last day", Given: []domain.Event{first},
			When: on(extend, 20220701, 20220630), Refused: "I-CON-3",
		},
		{
			Name: "which is after the contract's first", Given: []domain.Event{first},
			When: on(extend, 20210401, 20210401), Refused: "I-CON-1",
		},
		{
			Name: "and not a day of the next contract", Given: []domain.Event{first, varied, next},
			When: tooFar, Refused: "I-CON-1", Prevents: true,
		},
		{
			Name: "but if it is, that is written down", Given: []domain.Event{first, varied, next},
			When: tooFar, Happened: 20230401, Then: []domain.Event{tooFarVaried}, Breaches: []domain.Rule{"I-CON-1"},
		},
		{
			Name: "it speaks of years in which the contract runs", Given: []domain.Event{first},
			When:    contract.VaryHubContract{Contract: id1, On: 20220701, Schedules: []domain.ContractSchedule{schedule("2023/24", 1)}, Ref: "V1"},
			Refused: "I-CON-3",
		},
		{
			Name: "though years stay in it that it no longer runs in", Given: []domain.Event{first, shortened},
			When: on(monthly, 20220101, 0), Then: []domain.Event{shortenedMonthly},
		},
		{
			Name: "of which it may make more", Given: []domain.Event{first},
			When: contract.VaryHubContract{Contract: id1, On: 20220701, To: 20230401, Schedules: []domain.ContractSchedule{schedule("2023/24", 1)}, Ref: "V1"},
			Then: []domain.Event{domain.HubContractVaried{
				Contract: id1, Hub: "QE1", Variation: 1, On: 20220701, To: 20230401, Ref: "V1", ReportingDuties: halfYearly,
				Schedules: append(append([]domain.ContractSchedule(nil), first.Schedules...), schedule("2023/24", 1))}},
		},

		{
			Name: "a contract ends early", Given: []domain.Event{first},
			When: contract.EndHubContract{Contract: id1, On: 20220930, Reason: "the host withdrew"}, Then: []domain.Event{ended},
		},
		{
			Name: "once", Given: []domain.Event{first, ended},
			When: contract.EndHubContract{Contract: id1, On: 20220831, Reason: "the host withdrew"}, Refused: "I-CON-7",
		},
		{
			Name: "before its last day", Given: []domain.Event{first},
			When: contract.EndHubContract{Contract: id1, On: 20230331, Reason: "it runs out"}, Refused: "I-CON-7",
		},
		{
			Name: "as it was varied", Given: []domain.Event{first, varied, extended},
			When: contract.EndHubContract{Contract: id1, On: 20230331, Reason: "the host withdrew"},
			Then: []domain.Event{domain.HubContractEnded{Contract: id1, Hub: "QE1", On: 20230331, Reason: "the host withdrew"}},
		},
		{
			Name: "not before its first", Given: []domain.Event{first},
			When: contract.EndHubContract{Contract: id1, On: 20210331, Reason: "the host withdrew"}, Refused: "I-CON-7",
		},
		{
			Name: "what was not signed does not end",
			When: contract.EndHubContract{Contract: id1, On: 20220930, Reason: "the host withdrew"}, Refused: "I-CON-4",
		},
	}, "I-CON-1", "I-CON-3", "I-CON-4", "I-CON-7")
}

// A contract is in force from its first day to its last, with the terms of the
// day. That HEE was succeeded by NHS England on 1 April 2023 does not end it.
func TestContractOn(t *testing.T) {
	first := signed(id1, 20210401, 20230331, schedule("2021/22", 100000))
	s := footing(first,
		domain.HubContractVaried{Contract: id1, Hub: "QE1", Variation: 1, On: 20220701, To: 20230630, Schedules: []domain.ContractSchedule{schedule("2022/23", 2)}, ReportingDuties: halfYearly},
		domain.HubContractVaried{Contract: id1, Hub: "QE1", Variation: 2, On: 20220701, To: 20230531, Schedules: []domain.ContractSchedule{schedule("2022/23", 3)}, ReportingDuties: halfYearly[:1]},
		signed(id2, 20230801, 20260331, schedule("2023/24", 4)),
		domain.HubContractEnded{Contract: id2, Hub: "QE1", On: 20251231},
	)
	for _, c := range []struct {
		day       domain.Date
		id        uuid.UUID
		variation int
		pounds    domain.Pence
		to        domain.Date
	}{
		{20210331, uuid.Nil, 0, 0, 0},
		{20210401, id1, 0, 10000000, 20230531},
		{20220630, id1, 0, 10000000, 20230531},
		{20220701, id1, 2, 300, 20230531},
		{20230401, id1, 2, 300, 20230531},
		{20230531, id1, 2, 300, 20230531},
		{20230601, uuid.Nil, 0, 0, 0},
		{20230801, id2, 0, 400, 20251231},
		{20251231, id2, 0, 400, 20251231},
		{20260101, uuid.Nil, 0, 0, 0},
	} {
		got, ok := s.ContractOn(c.day)
		if ok != (c.id != uuid.Nil) || got.ID != c.id || got.Variation != c.variation || got.To != c.to || ok && got.Schedules[0].Pence != c.pounds {
			t.Errorf("on %s: got %+v %t, want %s, variation %d, until %s", c.day, got, ok, c.id, c.variation, c.to)
		}
	}
	if got, _ := s.ContractOn(20210401); got.From != 20210401 || !reflect.DeepEqual(got.Parties, first.Parties) || !reflect.DeepEqual(got.ReportingDuties, halfYearly) {
		t.Errorf("got %+v", got)
	}
	if got, _ := s.ContractOn(20220701); len(got.ReportingDuties) != 1 {
		t.Errorf("the reports of the variation: got %+v", got.ReportingDuties)
	}
	// Two that both are, as it happened: the one that began last counts,
	// whichever was recorded first.
	long, short := signed(id1, 20210401, 20230331), signed(id2, 20220401, 20220930)
	for _, s := range []*contract.State{footing(long, short), footing(short, long)} {
		if got, _ := s.ContractOn(20220501); got.ID != id2 {
			t.Errorf("on a day of both: got %s, want %s", got.ID, id2)
		}
		if got, _ := s.ContractOn(20221001); got.ID != id1 {
			t.Errorf("after the shorter: got %s, want %s", got.ID, id1)
		}
		if gaps := s.Gaps(20210401, 20230331); gaps != nil {
			t.Errorf("there are gaps %v, want none", gaps)
		}
	}
}

// Days without a contract are told as spans, cut to the days asked about.
func TestGaps(t *testing.T) {
	s := footing(
		signed(id2, 20230401, 20240331), // recorded first
		signed(id1, 20210401, 20220930),
		signed(uuid.UUID{3}, 20240401, 20260331),
		domain.HubContractEnded{Contract: uuid.UUID{3}, Hub: "QE1", On: 20241231},
	)
	for _, c := range []struct {
		from, to domain.Date
		want     []contract.Span
	}{
		{20210401, 20220930, nil},
		{20210331, 20221001, []contract.Span{{20210331, 20210331}, {20221001, 20221001}}},
		{20220401, 20240430, []contract.Span{{20221001, 20230331}}},
		{20221101, 20221130, []contract.Span{{20221101, 20221130}}},
		{20240101, 20250131, []contract.Span{{20250101, 20250131}}},
		{20230401, 20230401, nil},
		{20230402, 20230401, nil},
	} {
		if got := s.Gaps(c.from, c.to); !reflect.DeepEqual(got, c.want) {
			t.Errorf("from %s to %s: got %v, want %v", c.from, c.to, got, c.want)
		}
	}
	if got := footing().Gaps(20240401, 20250331); !reflect.DeepEqual(got, []contract.Span{{20240401, 20250331}}) {
		t.Errorf("without a contract: got %v", got)
	}
}
