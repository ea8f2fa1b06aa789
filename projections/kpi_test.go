package projections

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// indicator is a version of one, of measures over a kind of thing.
func indicator(code string, version int, measures ...domain.KPIMeasure) domain.KPIDefinitionPublished {
	return domain.KPIDefinitionPublished{Code: code, Version: version, Title: code, Vocabulary: 1, Measures: measures, From: half("2019H1"), PublishedOn: 20190401}
}

func half(s string) domain.HalfYear { return domain.MustHalfYear(s) }

// dimensioned is a dimension of a measure.
func dimensioned(name, expression string) []domain.KPIDimension {
	return []domain.KPIDimension{{Dimension: name, Expression: expression}}
}

// The rules of some indicators, as the set TH-KPI 1 has them.
var (
	wp2 = indicator("WP2", 1,
		domain.KPIMeasure{Measure: "posts", Unit: "posts", Type: domain.KPISnapshot, Entity: "post", Each: "post.embedded", Where: `post.origin != "EXISTING" || post.funding == "ARRS"`, Amount: "1", By: dimensioned("roleType", "post.roleType")},
		domain.KPIMeasure{Measure: "fte", Unit: "FTE", Type: domain.KPISnapshot, Entity: "post", Each: "post.embedded", Amount: "span.amount", By: dimensioned("roleType", "post.roleType")})
	ed1 = indicator("ED1", 1,
		domain.KPIMeasure{Measure: "started", Unit: "placements", Type: domain.KPIFlow, Entity: "placement", Each: "placement.started", Where: "placement.approved", Amount: "1", By: dimensioned("profession", "placement.profession")})
	ed5 = indicator("ED5", 1,
		domain.KPIMeasure{Measure: "educators", Unit: "people", Type: domain.KPISnapshot, Entity: "educator", Each: "educator.approved", Amount: "1"},
		domain.KPIMeasure{Measure: "teaching", Unit: "people", Type: domain.KPISnapshot, Entity: "educator", Each: "educator.teaching", Amount: "1", By: dimensioned("profession", "span.label")})
	cr5 = func() domain.KPIDefinitionPublished {
		e := indicator("CR5", 1,
			domain.KPIMeasure{Measure: "due", Unit: "people", Type: domain.KPIFlow, Entity: "support", Each: "support.due", Amount: "1"},
			domain.KPIMeasure{Measure: "retained", Unit: "people", Type: domain.KPIFlow, Entity: "support", Each: "support.retained", Amount: "1"})
		e.Ratios = []domain.KPIRatio{{Measure: "retention", Numerator: "retained", Denominator: "due"}}
		return e
	}()
	// ed2 costs more than reading a member: CEL multiplies.
	ed2 = indicator("ED2", 1,
		domain.KPIMeasure{Measure: "weeks", Unit: "weeks x0.1", Type: domain.KPIFlow, Entity: "placement", Each: "placement.attended", Amount: "span.amount * 2", By: dimensioned("profession", "placement.profession")})
	// costs fails where one costs nothing: it divides by it.
	costs = indicator("BAD", 1,
		domain.KPIMeasure{Measure: "x", Unit: "posts", Type: domain.KPIFlow, Entity: "placement", Each: "placement.attended", Amount: "6 / (span.amount - 3)"})
)

// nation is a log that tests write, of what is told to streams.
type nation struct {
	t   *testing.T
	log []Record
}

func (a *nation) tell(stream eventstore.StreamID, on domain.Date, events ...domain.Event) {
	at := begin
	if on > 0 {
		at = at.AddDate(on.Year()-2024, on.Month()-4, on.Day()-1)
	}
	for _, e := range events {
		revision := eventstore.Revision(0)
		for _, r := range a.log {
			if r.Stream == stream {
				revision++
			}
		}
		a.log = append(a.log, Record{Seq: eventstore.Seq(len(a.log) + 1), Stream: stream, Revision: revision, Type: e.EventType(), RecordedAt: at, Event: e})
	}
}

// two is a nation with two ICSs in one region and a third in another.
func two(t *testing.T, definitions ...domain.Event) *nation {
	a := &nation{t: t}
	a.tell("national", 20190401, definitions...)
	for _, icb := range []string{"QE1", "QOP", "QHM"} {
		region := "Y62"
		if icb == "QHM" {
			region = "Y63"
		}
		a.tell(eventstore.StreamID("hub-"+icb), 20190401, domain.HubRegistered{Hub: domain.HubID(icb), Level: domain.LevelICS, ICB: icb, Region: region, From: 20190401})
	}
	a.tell("hub-QE1", 20190401, domain.HubRegistered{Hub: "QE1~coast", Level: domain.LevelLocality, ICB: "QE1", Region: "Y62", From: 20190401})
	return a
}

// value is a figure by its id, "null" and the reason where there is none.
func (a *nation) value(m *Models, text string, n eventstore.Seq) string {
	a.t.Helper()
	id, err := ParseFigureID(text)
	if err != nil {
		a.t.Fatal(err)
	}
	v, known := m.KPIs.Version(id.Code, id.Version)
	if !known || !v.Has(id) {
		a.t.Fatalf("there is no %s", text)
	}
	of, known := m.Scope(id.Scope, n)
	if !known {
		return "no scope"
	}
	value := m.KPIs.Value(v, id, of, m.HubsOn(of, id.Period.Last, n), 0, n)
	sum := int64(0)
	for _, e := range m.KPIs.Explain(v, id, of, 0, 0, n) {
		sum += e.Delta
		if typ := a.log[e.Seq-1].Type; typ != e.Type {
			a.t.Errorf("%s: event %d is %s, explained as %s", text, e.Seq, typ, e.Type)
		}
	}
	if value.Numerator == nil && value.Reason == "" && sum != value.Sum {
		a.t.Errorf("%s is %s, explained by %d", text, value.Value, sum)
	}
	if value.Reason != "" {
		return "null " + value.Reason
	}
	return value.Value
}

// are holds figures against what they should be, as known at the end.
func (a *nation) are(want map[string]string) {
	a.t.Helper()
	m := fold(a.t, a.log)
	for id, w := range want {
		if got := a.value(m, id, eventstore.Seq(len(a.log))); got != w {
			a.t.Errorf("%s is %s, want %s", id, got, w)
		}
	}
}

func post(n int, hub domain.HubID) domain.RolePost {
	return domain.RolePost{Post: id(n), Hub: hub, PCN: "U00001", RoleType: "PHARMACIST", Origin: domain.OriginPCNDES}
}

// WP2 by hand: a post is embedded with 0.6 FTE from May, has 0.8 from October,
// and ends in January; a second one of a locality hub goes on.
func TestPostsAndFTEAcrossAChangeOfFTE(t *testing.T) {
	a := two(t, wp2)
	p, q := post(1, "QE1"), post(2, "QE1~coast")
	q.RoleType = "PARAMEDIC"
	a.tell("hub-QE1", 20240401,
		domain.RolePostProposed{RolePost: p}, domain.RolePostRecruited{RolePost: p, Start: 20240415, FTE: 600_000_000}, domain.RoleEmbedded{RolePost: p, On: 20240501},
		domain.RolePostProposed{RolePost: q}, domain.RolePostRecruited{RolePost: q, Start: 20240601, FTE: domain.OneFTE}, domain.RoleEmbedded{RolePost: q, On: 20240601},
		domain.RolePostFTEChanged{RolePost: p, From: 20241001, FTE: 800_000_000}, domain.RolePostEnded{RolePost: p, On: 20250115},
	)
	a.are(map[string]string{
		"WP2@1:QE1:2024-04-30:measure=posts":                           "0",
		"WP2@1:QE1:2024-05-01:measure=posts":                           "1",
		"WP2@1:QE1:2024H1:measure=posts":                               "2",
		"WP2@1:QE1:2024H1:measure=fte":                                 "1.6",
		"WP2@1:QE1:2024-12-31:measure=fte":                             "1.8",
		"WP2@1:QE1:2024H2:measure=posts":                               "1",
		"WP2@1:QE1:2024H2:measure=fte":                                 "1",
		"WP2@1:QE1:2024-25:measure=fte":                                "1",
		"WP2@1:QE1~coast:2024H1:measure=fte":                           "1",
		"WP2@1:QE1:2024H1:measure=fte:roleType=PHARMACIST":             "0.6",
		"WP2@1:Y62:2024H1:measure=posts:roleType=PARAMEDIC":            "1",
		"WP2@1:ENGLAND:2024H1:measure=posts":                           "2",
		"WP2@1:QOP:2024H1:measure=posts":                               "null NOT_SUPPLIED",
		"WP2@1:Y63:2024H1:measure=posts":                               "null NOT_SUPPLIED",
		"WP2@1:QE1:2023H2:measure=posts":                               "null NOT_SUPPLIED",
		"WP2@1:ENGLAND:2024H1:measure=posts:roleType=CARE_COORDINATOR": "0",
	})
}

// ED1 by hand: of three placements that start, one where nothing was approved.
func TestPlacementsStartedWhereApproved(t *testing.T) {
	a := two(t, ed1)
	le, other := id(9), id(8)
	start := func(n int, le domain.LEApplicationSubmitted, on domain.Date) domain.Event {
		return domain.PlacementStarted{Placement: id(n), Hub: "QE1", LE: le.LE, Site: "A", Profession: "NURSE", On: on}
	}
	asked := domain.LEApplicationSubmitted{Application: id(7), LE: le, Hub: "QE1", Sites: []string{"A"}, On: 20240101}
	none := domain.LEApplicationSubmitted{Application: id(6), LE: other, Hub: "QE1", Sites: []string{"A"}, On: 20240101}
	a.tell("hub-QE1", 20240101, asked, none, domain.LEApprovalDecided{Application: id(7), LE: le, Outcome: domain.LEApproved, From: 20240101, To: 20251231, Professions: []string{"NURSE"}, Sites: []string{"A"}, On: 20240101})
	a.tell("hub-QE1", 20241015, start(1, asked, 20240930), start(2, asked, 20241001), start(3, none, 20240930))
	a.are(map[string]string{
		"ED1@1:QE1:2024H1:measure=started":                   "1",
		"ED1@1:QE1:2024H2:measure=started":                   "1",
		"ED1@1:QE1:2024-25:measure=started":                  "2",
		"ED1@1:QE1:2024-25:measure=started:profession=NURSE": "2",
		"ED1@1:QE1:2024-10-01:measure=started":               "1",
		"ED1@1:QE1:2023H2:measure=started":                   "null NOT_SUPPLIED",
	})
}

// ED5 by hand: one person teaches in two ICSs of a region and counts once
// there, and once in the nation; one teaches two professions and counts once.
func TestAPersonCountsOnce(t *testing.T) {
	a := two(t, ed5)
	teaches := func(n, person int, hub domain.HubID, to domain.Date, professions ...string) domain.Event {
		return domain.EducatorApproved{Approval: id(n), Person: id(person), Hub: hub, Kind: domain.EducatorPracticeSupervisor, Professions: professions, From: 20240401, To: to}
	}
	a.tell("hub-QE1", 20240401, teaches(1, 11, "QE1", 20240930, "NURSE"), teaches(2, 12, "QE1~coast", 20260331, "NURSE", "PARAMEDIC"))
	a.tell("hub-QOP", 20240401, teaches(3, 11, "QOP", 20250331, "NURSE"))
	a.tell("hub-QHM", 20240401, teaches(4, 12, "QHM", 20250331, "GP"))
	a.are(map[string]string{
		"ED5@1:QE1:2024H1:measure=educators":                     "2",
		"ED5@1:QE1~coast:2024H1:measure=educators":               "1",
		"ED5@1:QOP:2024H1:measure=educators":                     "1",
		"ED5@1:Y62:2024H1:measure=educators":                     "2",
		"ED5@1:Y63:2024H1:measure=educators":                     "1",
		"ED5@1:ENGLAND:2024H1:measure=educators":                 "2",
		"ED5@1:QE1:2024-10-01:measure=educators":                 "1",
		"ED5@1:Y62:2024-10-01:measure=educators":                 "2",
		"ED5@1:QE1:2024H1:measure=teaching":                      "2",
		"ED5@1:QE1:2024H1:measure=teaching:profession=NURSE":     "2",
		"ED5@1:QE1:2024H1:measure=teaching:profession=PARAMEDIC": "1",
		"ED5@1:Y62:2024H1:measure=teaching:profession=NURSE":     "2",
		"ED5@1:ENGLAND:2024H1:measure=teaching":                  "2",
		"ED5@1:ENGLAND:2024H1:measure=teaching:profession=GP":    "1",
	})
	// An ICS that is in another region takes its people with it.
	a.tell("hub-QE1", 20240401, domain.HubRegistered{Hub: "QE1", Level: domain.LevelICS, ICB: "QE1", Region: "Y63", From: 20190401})
	a.are(map[string]string{
		"ED5@1:Y62:2024H1:measure=educators":     "1",
		"ED5@1:Y63:2024H1:measure=educators":     "2",
		"ED5@1:ENGLAND:2024H1:measure=educators": "2",
	})
}

// CR5 by hand: three are due in 2024H1, two of them are there; nobody is due in
// 2025H1, and there is no ratio of nobody.
func TestRetention(t *testing.T) {
	a := two(t, cr5)
	for n, start := range []domain.Date{20230401, 20230501, 20230930, 20231001} {
		s := domain.CareerSupport{Support: id(n), Hub: "QE1", Kind: domain.SupportFellowship, Person: id(20 + n), Profession: "GP"}
		a.tell("hub-QE1", 20230401, domain.SupportStarted{CareerSupport: s, Start: start})
	}
	for n, there := range []bool{true, true, false} {
		a.tell(eventstore.StreamID(fmt.Sprint("person-", id(20+n))), 20241001, domain.EmploymentStatusConfirmed{Person: id(20 + n), On: 20241001, Employed: true, InPrimaryCare: there})
	}
	a.are(map[string]string{
		"CR5@1:QE1:2024H1:measure=due":           "3",
		"CR5@1:QE1:2024H1:measure=retained":      "2",
		"CR5@1:QE1:2024H1:measure=retention":     "66.6667",
		"CR5@1:ENGLAND:2024H1:measure=retention": "66.6667",
		"CR5@1:QE1:2024H2:measure=retention":     "0",
		"CR5@1:QE1:2025H1:measure=retention":     "null NOT_APPLICABLE",
		"CR5@1:QE1:2025H1:measure=due":           "0",
		"CR5@1:QOP:2024H1:measure=retention":     "null NOT_SUPPLIED",
	})
}

// A late event changes a closed half-year, and what changed it is the
// restatement between the two moments; as known before it is what it was.
func TestALateEventRestatesAClosedHalfYear(t *testing.T) {
	a := two(t, wp2)
	p := post(1, "QE1")
	a.tell("hub-QE1", 20240401, domain.RolePostProposed{RolePost: p}, domain.RolePostRecruited{RolePost: p, Start: 20240415, FTE: domain.OneFTE}, domain.RoleEmbedded{RolePost: p, On: 20240501})
	closed := eventstore.Seq(len(a.log))
	a.tell("hub-QE1", 20241105, domain.RolePostFTEChanged{RolePost: p, From: 20240901, FTE: 500_000_000})
	m := fold(t, a.log)
	const text = "WP2@1:QE1:2024H1:measure=fte"
	if before, after := a.value(m, text, closed), a.value(m, text, closed+1); before != "1" || after != "0.5" {
		t.Errorf("it was %s and is %s", before, after)
	}
	fte, _ := ParseFigureID(text)
	v, _ := m.KPIs.Version("WP2", 1)
	of, _ := m.Scope("QE1", closed)
	changed := m.KPIs.Explain(v, fte, of, 0, closed, closed+1)
	sum := int64(0)
	for _, e := range changed {
		sum += e.Delta
		if e.Seq != closed+1 || e.Type != "RolePostFTEChanged" {
			t.Errorf("got %+v", e)
		}
	}
	if sum != -500_000_000 {
		t.Errorf("restated by %v, want −0.5 FTE", changed)
	}
}

// A second version beside the first, published when all is recorded, answers
// for what is past, as known then too, and is in force where its set is.
func TestASecondVersionBesideTheFirst(t *testing.T) {
	set := func(version int, from string, maturity int) domain.Event {
		return domain.KPISetAdopted{Set: "TH-KPI", Version: version, Members: []domain.KPIMember{{Code: "WP2", Version: version}}, From: half(from), AppliesToMaturity: maturity}
	}
	a := two(t, wp2, set(1, "2019H1", 0))
	p := post(1, "QE1")
	a.tell("hub-QE1", 20240401, domain.RolePostProposed{RolePost: p}, domain.RolePostRecruited{RolePost: p, Start: 20240415, FTE: 600_000_000}, domain.RoleEmbedded{RolePost: p, On: 20240501})
	before := eventstore.Seq(len(a.log))
	recruited := indicator("WP2", 2, domain.KPIMeasure{Measure: "posts", Unit: "posts", Type: domain.KPISnapshot, Entity: "post", Each: "post.recruited", Amount: "2"})
	a.tell("national", 20240501, recruited, set(2, "2024H2", 0), set(3, "2024H2", 2))
	a.tell("hub-QE1", 20240801, domain.RolePostEnded{RolePost: p, On: 20240731},
		domain.MaturityAssessed{Hub: "QE1", Scores: []domain.MaturityScore{{Level: 3}, {Level: 1}}, On: 20240601},
		domain.MaturityAssessed{Hub: "QE1", Scores: []domain.MaturityScore{{Level: 3}, {Level: 2}}, On: 20241101})
	a.are(map[string]string{
		"WP2@1:QE1:2024-04-20:measure=posts": "0",
		"WP2@2:QE1:2024-04-20:measure=posts": "2",
		"WP2@2:QE1:2024-07-31:measure=posts": "2",
		"WP2@2:QE1:2024H1:measure=posts":     "0",
	})
	m := fold(t, a.log)
	if got := a.value(m, "WP2@2:QE1:2024H1:measure=posts", before); got != "2" {
		t.Errorf("as known before it was published: %s", got)
	}
	n := eventstore.Seq(len(a.log))
	for _, c := range []struct {
		period string
		n      eventstore.Seq
		want   int
	}{{"2024H1", n, 1}, {"2024H2", n - 1, 2}, {"2024H2", before, 1}, {"2018H2", n, 0}} {
		got := 0
		for _, member := range m.KPIs.InForce("QE1", half(c.period), c.n) {
			got = member.Version
		}
		if got != c.want {
			t.Errorf("of %s as known at %d version %d is in force, want %d", c.period, c.n, got, c.want)
		}
	}
	if v, known := m.KPIs.VersionInForce("WP2", "QE1", half("2024H2"), n); known {
		t.Errorf("version %d is in force; it is not published", v.Version)
	}
}

// A rule that fails on something fails its version alone, from that event on.
func TestAVersionThatFails(t *testing.T) {
	stale := indicator("OLD", 1, wp2.Measures[0])
	stale.Vocabulary = 99
	a := two(t, costs, stale, ed2)
	days := func(n int, days int) domain.Event {
		return domain.PlacementDaysRecorded{Placement: id(n), To: 20240430, Days: days}
	}
	a.tell("hub-QE1", 20240501, domain.PlacementAllocated{Placement: id(1), Hub: "QE1"}, days(1, 4))
	good := eventstore.Seq(len(a.log))
	a.tell("hub-QE1", 20240501, days(2, 3), days(3, 4))
	m := fold(t, a.log)
	for seq, want := range map[eventstore.Seq]string{good - 2: "null NOT_APPLICABLE", good: "6", good + 1: "null DEFINITION_FAILED", good + 2: "null DEFINITION_FAILED"} {
		if got := a.value(m, "BAD@1:QE1:2024H1:measure=x", seq); got != want {
			t.Errorf("as known at %d it is %s, want %s", seq, got, want)
		}
	}
	a.are(map[string]string{"OLD@1:QE1:2024H1:measure=posts": "null DEFINITION_FAILED", "ED2@1:QE1:2024H1:measure=weeks": "22"})
}

// What is asked of indicators in the law's tests.
type indicated struct {
	Values    []KPIValue
	Entries   [][]KPIEntry
	Parts     [][][]Dimension
	InForce   [][]domain.KPIMember
	Published []string
}

func indicate(m *Models, n eventstore.Seq) (a indicated) {
	for _, v := range m.KPIs.Definitions(n) {
		a.Published = append(a.Published, fmt.Sprint(v.Code, v.Version, v.Published()))
		names, _ := v.Units()
		for _, name := range names {
			for _, scope := range []string{"QE1", "QHM", "QE1~fylde-coast", "Y62", England} {
				of, _ := m.Scope(scope, n)
				for _, p := range []Period{HalfPeriod(half("2022H1")), YearPeriod(2023), DayPeriod(20240331)} {
					figure := KPIFigure(v.Code, v.Version, scope, p, name)
					a.Values = append(a.Values, m.KPIs.Value(v, figure, of, m.HubsOn(of, p.Last, n), 0, n))
					a.Entries = append(a.Entries, m.KPIs.Explain(v, figure, of, 0, 0, n))
					a.Parts = append(a.Parts, m.KPIs.Parts(v, figure, of, n))
				}
			}
		}
	}
	for _, hub := range someHubs {
		a.InForce = append(a.InForce, m.KPIs.InForce(hub, half("2023H1"), n))
	}
	return a
}

// What indicators are as known at n is what a fold of the first n events says,
// whenever they were published; and a figure is the sum of its explanation.
func TestIndicatorsAsKnownAtNAreAFoldOfTheFirstN(t *testing.T) {
	values := 0
	rapid.Check(t, func(t *rapid.T) {
		some := []domain.Event{
			wp2, ed1, ed2, ed5, cr5, costs, indicator("WP2", 2, wp2.Measures[1]),
			domain.KPISetAdopted{Set: "A", Version: 1, Members: []domain.KPIMember{{Code: "WP2", Version: 1}}, From: half("2022H1")},
			domain.KPISetAdopted{Set: "A", Version: 2, Members: []domain.KPIMember{{Code: "WP2", Version: 2}}, From: half("2023H1")},
		}
		log := logOf(t, 80, func(t *rapid.T) (eventstore.StreamID, domain.Event) {
			switch rapid.IntRange(0, 7).Draw(t, "of what") {
			case 0:
				return "national", rapid.SampledFrom(some).Draw(t, "definition")
			case 1:
				hub := rapid.SampledFrom(someHubs).Draw(t, "hub")
				return eventstore.StreamID("hub-" + hub.ICB()), domain.HubRegistered{Hub: hub, Level: domain.LevelICS, ICB: hub.ICB(), Region: rapid.SampledFrom([]string{"Y62", "Y63"}).Draw(t, "region"), From: 20190401}
			case 2:
				return anyHubEvent(t)
			}
			return anyPlaceEvent(t)
		})
		all := fold(t, log)
		for n := range len(log) + 1 {
			if n%8 != 0 && n != len(log) {
				continue
			}
			got, want := indicate(all, eventstore.Seq(n)), indicate(fold(t, log[:n]), eventstore.Seq(n))
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("as known at %d of %d:\n got %+v\nwant %+v", n, len(log), got, want)
			}
			for i, v := range got.Values {
				sum := int64(0)
				for _, e := range got.Entries[i] {
					sum += e.Delta
				}
				if v.Numerator == nil && v.Reason == "" {
					if v.Sum != 0 {
						values++
					}
					if sum != v.Sum {
						t.Fatalf("%+v is explained by %d", v, sum)
					}
				}
			}
		}
	})
	if values == 0 {
		t.Error("no figure was anything but 0")
	}
}

// A version that is published at the end has counted what one that was there
// from the beginning has.
func TestAVersionCountsThePast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		definitions := []domain.Event{wp2, ed1, ed2, ed5, cr5}
		log := logOf(t, 60, func(t *rapid.T) (eventstore.StreamID, domain.Event) {
			if rapid.IntRange(0, 9).Draw(t, "of what") == 0 {
				hub := rapid.SampledFrom(someHubs).Draw(t, "hub")
				return eventstore.StreamID("hub-" + hub.ICB()), domain.HubRegistered{Hub: hub, Level: domain.LevelICS, ICB: hub.ICB(), Region: rapid.SampledFrom([]string{"Y62", "Y63"}).Draw(t, "region")}
			}
			return anyPlaceEvent(t)
		})
		early, late := NewKPIs(NewLog()), NewKPIs(NewLog())
		tell := func(k *KPIs, records ...Record) {
			for _, r := range records {
				if err := k.log.Apply(r); err != nil {
					t.Fatal(err)
				}
				if err := k.Apply(r); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, k := range []*KPIs{early, late} { // the definitions' own events stand in neither log
			if k == early {
				for _, d := range definitions {
					k.publish(0, d.(domain.KPIDefinitionPublished))
				}
			}
			tell(k, log...)
			if k == late {
				for _, d := range definitions {
					k.publish(0, d.(domain.KPIDefinitionPublished))
				}
			}
		}
		n := eventstore.Seq(len(log))
		if digestOf(early, n, unlocked{}) != digestOf(late, n, unlocked{}) {
			t.Fatal("what was published late has counted otherwise")
		}
	})
}
