package census_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
)

// A record keeps its id, and its events say between which censuses it
// appeared, changed and ended.
func TestRecordFromCensusToCensus(t *testing.T) {
	s := newScene(t)
	appeared := s.do(record("2020-03", "f1", "U00001", row(17, "1.2")))[0].(domain.CensusRecordAppeared)
	want := domain.CensusRecordAppeared{
		Record: uuid.NewSHA1(uuid.NewSHA1(uuid.NameSpaceOID, []byte("1")), []byte("record 17")),
		Census: month("2020-03"), PCN: "U00001", ICB: "QHL", CensusRole: row(17, "1").Role(), FTE: fte("1.2"), Row: 17,
		Between: domain.CensusInterval{Until: month("2020-03")}, Flags: []domain.RecordFlag{domain.AboveOneFTE},
	}
	wantEvent(t, appeared, want)
	wantEvent(t, s.do(closing("2020-03", "f1", 1, "1.2", "U00001"))[0], domain.CensusRecorded{
		ICB: "QHL", Census: month("2020-03"), Status: domain.CensusSupplied, ReportingPCNs: []string{"U00001"},
		Records: 1, FTE: fte("1.2"), FileHash: file("f1"),
	})

	// It does not report in June, and does in September.
	s.do(closing("2020-06", "f2", 0, "0"))
	wantEvent(t, s.do(record("2020-09", "f3", "U00001", row(4, "-0.1")))[0], domain.CensusRecordChanged{
		Record: appeared.Record, Census: month("2020-09"), PCN: "U00001", ICB: "QHL", CensusRole: want.CensusRole,
		FTE: fte("-0.1"), Was: fte("1.2"), Row: 4,
		Between: domain.CensusInterval{After: month("2020-03"), Until: month("2020-09")}, Flags: []domain.RecordFlag{domain.NegativeFTE},
	})
	s.do(closing("2020-09", "f3", 1, "-0.1", "U00001"))
	wantEvent(t, s.do(record("2021-03", "f4", "U00001", roleRow(3, "Technician", "0")))[1], domain.CensusRecordNoLongerSeen{
		Record: appeared.Record, Census: month("2021-03"), PCN: "U00001", ICB: "QHL", CensusRole: want.CensusRole, Was: fte("-0.1"),
		Between: domain.CensusInterval{After: month("2020-09"), Until: month("2021-03")}, Flags: []domain.RecordFlag{domain.NegativeFTE},
	})
}

// Every draft names the file, and the row where a row shows it.
func TestDraftsNameTheirRow(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", row(2, "1")))
	s.do(closing("2020-03", "f1", 1, "1", "U00001"))
	d, err := s.decide(record("2020-06", "f2", "U00001", roleRow(9, "Technician", "1")))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []domain.Source{{FileHash: file("f2"), Row: 9}, {FileHash: file("f2")}} {
		if got := d.Drafts[i].Source; got == nil || *got != want {
			t.Errorf("draft %d: got source %v, want %v", i, got, want)
		}
	}
}

// Zero, negative and large FTE and contracted services are flagged, and a
// record may be two of these.
func TestFlags(t *testing.T) {
	for _, c := range []struct {
		source, fte string
		want        []domain.RecordFlag
	}{
		{"NWRS Staff", "1", nil},
		{"NWRS Staff", "0", []domain.RecordFlag{domain.ZeroFTE}},
		{"NWRS Staff", "-0.026666667", []domain.RecordFlag{domain.NegativeFTE}},
		{"NWRS Staff", "1.000000001", []domain.RecordFlag{domain.AboveOneFTE}},
		{"NWRS contracted services", "0.5", []domain.RecordFlag{domain.ContractedService}},
		{"NWRS Contracted Services", "14", []domain.RecordFlag{domain.AboveOneFTE, domain.ContractedService}},
	} {
		if got := census.Flags(c.source, fte(c.fte)); !slices.Equal(got, c.want) {
			t.Errorf("%s %s: got %v, want %v", c.source, c.fte, got, c.want)
		}
	}
}

// Another file of the newest census restates it: the differences are recorded
// and the census names both files.
func TestRestatement(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", rows("a 1, a 0.5, b 1")...))
	s.do(closing("2020-03", "f1", 3, "2.5", "U00001"))
	first := s.state.Records("U00001")
	s.do(record("2020-06", "f2", "U00001", rows("a 1, c 1")...))
	s.do(closing("2020-06", "f2", 2, "2", "U00001"))

	// What the first file had ended is the same record again, dated as before.
	got := s.do(record("2020-06", "f3", "U00001", rows("a 1, a 0.5, b 0.8")...))
	wantBrief(t, got, "appeared 0.5 row 3; appeared 0.8 row 4; ended 1")
	again := got[0].(domain.CensusRecordAppeared)
	if again.Record != first[1].ID {
		t.Errorf("the record of 0.5 appeared under another id")
	}
	if want := (domain.CensusInterval{After: month("2020-03"), Until: month("2020-06")}); again.Between != want {
		t.Errorf("got between %v, want %v", again.Between, want)
	}
	e := s.do(closing("2020-06", "f3", 3, "2.3", "U00001"))[0].(domain.CensusRecorded)
	if e.FileHash != file("f3") || e.Restates != file("f2") {
		t.Errorf("the census names %v and %v, want f3 and f2", e.FileHash, e.Restates)
	}

	// A third file begins from the census before too, not from the second.
	third := s.do(record("2020-06", "f4", "U00001", rows("a 1")...))[0].(domain.CensusRecordNoLongerSeen)
	if third.Between != again.Between {
		t.Errorf("got between %v, want %v", third.Between, again.Between)
	}
	s.do(closing("2020-06", "f4", 1, "1", "U00001"))

	// At a later census a record like one that ended is another record.
	next := s.do(record("2020-09", "f5", "U00001", rows("a 1, a 0.5")...))
	wantBrief(t, next, "appeared 0.5 row 3")
	if next[0].(domain.CensusRecordAppeared).Record == first[1].ID {
		t.Errorf("a record that ended in June came back in September")
	}
}

// A record that is seen again is one record, not two.
func TestSeenAgainOnce(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", rows("a 1, b 1")...))
	s.do(closing("2020-03", "f1", 2, "2", "U00001"))
	s.do(record("2020-06", "f2", "U00001", rows("b 1")...))
	again := s.do(record("2020-06", "f3", "U00001", rows("a 1, b 1")...))[0].(domain.CensusRecordAppeared)
	twin := s.do(record("2020-06", "f4", "U00001", rows("a 1, b 1, a 1")...))[0].(domain.CensusRecordAppeared)
	if again.Record == twin.Record {
		t.Errorf("two rows are one record")
	}
	s.do(closing("2020-06", "f4", 3, "3", "U00001"))
	s.do(census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-07-31"), Unknown: true})
	s.do(record("2020-06", "f5", "U00001", rows("a 1, b 1")...))
	other := s.do(record("2020-06", "f6", "U00001", rows("a 1, b 1, b 1")...))[0].(domain.CensusRecordAppeared)
	for _, r := range s.state.Records("U00001")[:2] {
		if r.ID == other.Record {
			t.Errorf("two rows are one record")
		}
	}
}

// A restating file that differs in nothing records that it does.
func TestRestatementWithoutDifferences(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", row(2, "1")))
	s.do(closing("2020-03", "f1", 1, "1", "U00001"))
	wantBrief(t, s.do(record("2020-03", "f2", "U00001", row(2, "1"))), "")
	e := s.do(closing("2020-03", "f2", 1, "1", "U00001"))[0].(domain.CensusRecorded)
	if e.Restates != file("f1") {
		t.Errorf("got restates %v, want f1", e.Restates)
	}
}

// A PCN that the restating file does not hold did not report: its records are
// again those of the census before, and are not counted.
func TestRestatementWithoutAPCN(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", rows("a 1, b 0.5, c 1")...))
	s.do(closing("2020-03", "f1", 3, "2.5", "U00001"))
	before := s.state.Records("U00001")
	s.do(record("2020-06", "f2", "U00001", rows("a 1, b 0.8, d 1")...))
	s.do(closing("2020-06", "f2", 3, "2.8", "U00001"))

	s.refused(census.RuleReporting, "U00001", closing("2020-06", "f3", 0, "0"))
	withdraw := census.WithdrawPCNCensus{Census: month("2020-06"), PCN: "U00001", FileHash: file("f3")}
	wantBrief(t, s.do(withdraw), "changed 0.8 to 0.5 row 0; appeared 1 row 0; ended 1")
	wantBrief(t, s.do(withdraw), "")
	wantBrief(t, s.do(closing("2020-06", "f3", 0, "0")), "recorded 2020-06 NOT_SUPPLIED 0 0")
	if got := s.state.Records("U00001"); !sameRecords(got, before) {
		t.Errorf("got %v, want %v", got, before)
	}

	// At the next census its records are dated from March, when it last reported.
	e := s.do(record("2020-09", "f4", "U00001", rows("a 1")...))[0].(domain.CensusRecordNoLongerSeen)
	if e.Between.After != month("2020-03") {
		t.Errorf("got after %s, want 2020-03", e.Between.After)
	}
}

// What an earlier file changed must be taken back, be it an FTE alone, or from
// a restatement that broke off; where it changed nothing there is nothing to
// take back.
func TestWhatMustBeWithdrawn(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", row(2, "1")))
	s.do(record("2020-03", "f1", "U00002", row(3, "1")))
	s.do(closing("2020-03", "f1", 2, "2", "U00001", "U00002"))
	s.do(record("2020-06", "f2", "U00001", row(2, "0.9")))
	s.do(record("2020-06", "f2", "U00002", row(3, "1")))
	s.do(closing("2020-06", "f2", 2, "1.9", "U00001", "U00002"))

	s.refused(census.RuleReporting, "U00001", closing("2020-06", "f3", 1, "1", "U00002"))
	wantBrief(t, s.do(census.WithdrawPCNCensus{Census: month("2020-06"), PCN: "U00002", FileHash: file("f3")}), "")
	s.do(record("2020-06", "f3", "U00001", row(2, "0.9")))
	s.do(record("2020-06", "f3", "U00003", row(4, "1")))
	s.refused(census.RuleReporting, "U00003", closing("2020-06", "f4", 1, "0.9", "U00001"))
	s.do(census.WithdrawPCNCensus{Census: month("2020-06"), PCN: "U00003", FileHash: file("f4")})
	s.do(closing("2020-06", "f4", 1, "0.9", "U00001"))

	wantBrief(t, s.do(census.WithdrawPCNCensus{Census: month("2020-09"), PCN: "U00001", FileHash: file("f5")}), "")
	if open := s.state.Open(); !open.IsZero() {
		t.Errorf("withdrawing nothing has begun the census of %s", open)
	}
}

// A PCN that only the restating file holds appears with it.
func TestRestatementWithANewPCN(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", row(2, "1")))
	s.do(closing("2020-03", "f1", 1, "1", "U00001"))
	s.do(record("2020-03", "f2", "U00002", row(3, "0.5")))
	e := s.do(closing("2020-03", "f2", 2, "1.5", "U00002", "U00001"))[0].(domain.CensusRecorded)
	if !slices.Equal(e.ReportingPCNs, []string{"U00001", "U00002"}) {
		t.Errorf("got reporting %v", e.ReportingPCNs)
	}
}

// An import that broke off is taken up again, with the same file or another.
func TestInterruptedImport(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", row(2, "1")))
	s.do(record("2020-03", "f1", "U00002", row(3, "1")))
	wantBrief(t, s.do(record("2020-03", "f1", "U00001", row(2, "1"))), "")

	// The other file does not hold U00002.
	s.do(record("2020-03", "f2", "U00001", row(2, "0.9")))
	s.refused(census.RuleReporting, "U00002", closing("2020-03", "f2", 1, "0.9", "U00001"))
	wantBrief(t, s.do(census.WithdrawPCNCensus{Census: month("2020-03"), PCN: "U00002", FileHash: file("f2")}), "ended 1")
	e := s.do(closing("2020-03", "f2", 1, "0.9", "U00001"))[0].(domain.CensusRecorded)
	if !e.Restates.IsZero() {
		t.Errorf("a file that was never recorded whole is restated: %v", e.Restates)
	}
}

// Whatever is recorded again of a file that is recorded already, whole or long
// ago, records nothing.
func TestTheSameFileAgain(t *testing.T) {
	s := newScene(t)
	commands := []domain.CommandData{
		record("2020-03", "f1", "U00001", rows("a 1")...),
		closing("2020-03", "f1", 1, "1", "U00001"),
		record("2020-06", "f2", "U00001", rows("a 1, b 1")...),
		closing("2020-06", "f2", 2, "2", "U00001"),
		record("2020-06", "f3", "U00001", rows("a 0.5, b 1")...),
		closing("2020-06", "f3", 2, "1.5", "U00001"),
		census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-07-01"), Unknown: true},
	}
	for _, c := range commands {
		s.do(c)
	}
	for _, c := range append(commands, census.WithdrawPCNCensus{Census: month("2020-06"), PCN: "U00001", FileHash: file("f2")}) {
		wantBrief(t, s.do(c), "")
	}
}

// The records of a PCN that another ICB has now end here, with where it went.
func TestPCNMovesToAnotherICB(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", rows("a 1, b 1")...))
	s.do(closing("2020-03", "f1", 2, "2", "U00001"))
	move := record("2020-06", "f2", "U00001")
	move.MovedTo = "QUA"
	got := s.do(move)
	wantBrief(t, got, "ended 1; ended 1")
	for _, e := range got {
		if e := e.(domain.CensusRecordNoLongerSeen); e.MovedTo != "QUA" {
			t.Errorf("got moved to %q, want QUA", e.MovedTo)
		}
	}
	wantBrief(t, s.do(move), "")
	s.do(closing("2020-06", "f2", 0, "0"))
	s.refused(census.RuleClosure, "moved to QUA", census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-07-01"), Unknown: true})

	// A file that shows it here after all brings the same records back.
	before := s.events[0].(domain.CensusRecordAppeared).Record
	back := s.do(record("2020-06", "f3", "U00001", rows("a 1, b 1")...))
	wantBrief(t, back, "appeared 1 row 2; appeared 1 row 3")
	if back[0].(domain.CensusRecordAppeared).Record != before {
		t.Errorf("the record came back under another id")
	}
	s.do(closing("2020-06", "f3", 2, "2", "U00001"))
	s.do(census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-07-01"), Unknown: true})
	move = record("2020-09", "f4", "U00001")
	move.MovedTo = "QUA"
	wantBrief(t, s.do(move), "")
}

// A closed PCN's records end with it, and a census of before its closure can
// still be restated.
func TestPCNCloses(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", rows("a 1, b 1")...))
	s.do(closing("2020-03", "f1", 2, "2", "U00001"))
	closure := census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-07-31"), Successors: []string{"U93166", "U93165"}}
	got := s.do(closure)
	wantBrief(t, got, "closed U00001; ended 1; ended 1")
	if e := got[1].(domain.CensusRecordNoLongerSeen); e.ClosedOn != closure.On || e.Between != (domain.CensusInterval{After: month("2020-03")}) {
		t.Errorf("got closed on %s, between %v", e.ClosedOn, e.Between)
	}

	slices.Reverse(closure.Successors)
	wantBrief(t, s.do(closure), "")

	wantBrief(t, s.do(record("2020-03", "f2", "U00001", rows("a 1, b 0.5")...)), "appeared 1 row 2; appeared 0.5 row 3")
	wantBrief(t, s.do(closing("2020-03", "f2", 2, "1.5", "U00001")), "recorded 2020-03 SUPPLIED 2 1.5; ended 1; ended 0.5")

	// The next census is of a day before its last, too.
	s.do(record("2020-06", "f3", "U00001", rows("a 1")...))
	end := s.do(closing("2020-06", "f3", 1, "1", "U00001"))[1].(domain.CensusRecordNoLongerSeen)
	if end.Census != month("2020-06") || end.ClosedOn != closure.On {
		t.Errorf("got an end at the census of %s on %s, want 2020-06 on %s", end.Census, end.ClosedOn, closure.On)
	}
	if end.Record != s.events[0].(domain.CensusRecordAppeared).Record {
		t.Errorf("the record that left with the closure came back under another id")
	}
	if got := s.state.Records("U00001"); len(got) != 0 {
		t.Errorf("%d records of a closed PCN stand", len(got))
	}
}

// A PCN that a restatement takes out of the last census before its closure
// ends with the records of the census before that.
func TestAClosedPCNIsWithdrawn(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", rows("a 1, b 1")...))
	s.do(closing("2020-03", "f1", 2, "2", "U00001"))
	s.do(record("2020-06", "f2", "U00001", rows("a 0.9")...))
	s.do(closing("2020-06", "f2", 1, "0.9", "U00001"))
	s.do(census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-07-31"), Unknown: true})
	wantBrief(t, s.do(census.WithdrawPCNCensus{Census: month("2020-06"), PCN: "U00001", FileHash: file("f3")}),
		"appeared 1 row 0; appeared 1 row 0")
	got := s.do(closing("2020-06", "f3", 0, "0"))
	wantBrief(t, got, "recorded 2020-06 NOT_SUPPLIED 0 0; ended 1; ended 1")
	if end := got[1].(domain.CensusRecordNoLongerSeen); end.Census != month("2020-03") {
		t.Errorf("got an end at the census of %s, want 2020-03, the last it reported", end.Census)
	}
}

// Each rule refuses, and says what would have to be true.
func TestRefusals(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", row(2, "1")))
	s.do(record("2020-03", "f1", "U00002", row(3, "1")))
	s.refused(census.RuleOpen, "2020-03 is begun and not closed", record("2020-06", "f2", "U00001", row(2, "1")))
	s.refused(census.RuleOpen, "2020-03 is begun and not closed", closing("2020-06", "f2", 0, "0"))
	s.refused(census.RuleClosure, "2020-03 is open", census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-04-01"), Unknown: true})
	s.refused(census.RuleSum, "2 records and 2 FTE", closing("2020-03", "f1", 2, "1.999999999", "U00001", "U00002"))
	s.refused(census.RuleSum, "2 records and 2 FTE", closing("2020-03", "f1", 3, "2", "U00001", "U00002"))
	s.refused(census.RuleSum, "U00003", closing("2020-03", "f1", 3, "2", "U00001", "U00002", "U00003"))
	s.refused(census.RuleReporting, "U00002", closing("2020-03", "f1", 1, "1", "U00001"))
	s.do(closing("2020-03", "f1", 2, "2", "U00001", "U00002"))

	s.refused(census.RuleOrder, "older than that of 2020-03", record("2019-12", "f0", "U00001", row(2, "1")))
	s.refused(census.RuleOrder, "older than that of 2020-03", closing("2019-12", "f0", 0, "0"))
	s.refused(census.RuleOrder, "older than that of 2020-03", census.WithdrawPCNCensus{Census: month("2019-12"), PCN: "U00001", FileHash: file("f0")})
	s.refused(census.RuleFile, "another file", record("2020-03", "f1", "U00001", row(2, "0.9")))
	s.refused(census.RuleFile, "another file", census.WithdrawPCNCensus{Census: month("2020-03"), PCN: "U00001", FileHash: file("f1")})
	s.refused(census.RuleFile, "another file", closing("2020-03", "f1", 1, "1", "U00001"))
	move := record("2020-06", "f2", "U00001")
	move.MovedTo = "QHL"
	s.refused(census.RuleMove, "QHL", move)

	s.refused(census.RuleClosure, "has no records here", census.ClosePCN{PCN: "U00009", On: domain.MustDate("2020-04-01"), Unknown: true})
	s.refused(census.RuleClosure, "2020-03-31 or later", census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-03-30"), Unknown: true})
	s.do(census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-04-01"), Unknown: true})
	s.refused(census.RuleClosure, "closed on 2020-04-01 already", census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-04-02"), Unknown: true})
	s.refused(census.RuleClosed, "closed on 2020-04-01", record("2020-06", "f2", "U00001", row(2, "1")))
}

// Every rule has its statement, numbered without gaps.
func TestRulesHaveStatements(t *testing.T) {
	for i := range len(census.Rules) {
		if rule := domain.Rule(fmt.Sprintf("I-CEN-%d", i+1)); census.Rules[rule] == "" {
			t.Errorf("%s says nothing", rule)
		}
	}
}

// What was published all the same is recorded, with the rule it broke.
func TestAClosedPCNReports(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", row(2, "1")))
	s.do(closing("2020-03", "f1", 1, "1", "U00001"))
	s.do(census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-04-01"), Unknown: true})
	s.happened = &domain.Happened{On: domain.MustDate("2020-06-30")}
	d, err := s.decide(record("2020-06", "f2", "U00001", row(2, "0.7")))
	if err != nil || len(d.Breaches) != 1 || d.Breaches[0].Rule != census.RuleClosed {
		t.Fatalf("got %v and %v, want one breach of %s", d, err, census.RuleClosed)
	}
	s.do(record("2020-06", "f2", "U00001", row(2, "0.7")))
	wantBrief(t, s.do(closing("2020-06", "f2", 1, "0.7", "U00001")), "recorded 2020-06 SUPPLIED 1 0.7")
}

// A fork that is dropped leaves nothing behind.
func TestForkIsDropped(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", rows("a 1, b 1")...))
	before, pcns := s.state.Records("U00001"), s.state.PCNs()
	fork := s.state.Fork()
	for _, data := range []domain.CommandData{
		record("2020-03", "f1", "U00001", rows("a 0.5, c 1")...), record("2020-03", "f1", "U00002", row(9, "1")),
	} {
		d, err := fork.Decide(nil, domain.Command{ID: uuid.New(), Data: data}, noon, domain.CurrentRules)
		if err != nil {
			t.Fatal(err)
		}
		for _, draft := range d.Drafts {
			fork.Evolve(domain.Recorded{Event: draft.Event})
		}
	}
	if got := s.state.Records("U00001"); !sameRecords(got, before) {
		t.Errorf("got %v, want %v", got, before)
	}
	if got := s.state.PCNs(); !slices.Equal(got, pcns) {
		t.Errorf("got %v, want %v", got, pcns)
	}
}

// Two forks of one state do not see one another.
func TestForksApart(t *testing.T) {
	s := newScene(t)
	s.do(record("2020-03", "f1", "U00001", rows("a 1, b 1, c 1")...)) // a slice with room to grow
	appear := func(a domain.Aggregate, id byte) {
		a.Evolve(domain.Recorded{Event: domain.CensusRecordAppeared{Record: uuid.UUID{id}, Census: month("2020-03"), PCN: "U00001"}})
	}
	one, two := s.state.Fork().(*census.State), s.state.Fork().(*census.State)
	appear(one, 1)
	appear(two, 2)
	if got := one.Records("U00001")[3].ID; got != (uuid.UUID{1}) {
		t.Errorf("one fork has the record %s of the other", got)
	}
	before := s.state.Records("U00001")
	three := s.state.Fork()
	three.Evolve(domain.Recorded{Event: domain.CensusRecordNoLongerSeen{Record: before[0].ID, Census: month("2020-03"), PCN: "U00001"}})
	if got := s.state.Records("U00001"); !slices.Equal(got, before) {
		t.Errorf("what a fork ended has ended below it: got %v, want %v", got, before)
	}
}

func sameRecords(a, b []census.Record) bool {
	if len(a) != len(b) {
		return false
	}
	for _, r := range a {
		if !slices.Contains(b, r) {
			return false
		}
	}
	return true
}

func wantEvent(t *testing.T, got, want domain.Event) {
	t.Helper()
	if g, w := asJSON(t, got), asJSON(t, want); g != w {
		t.Errorf("got  %s\nwant %s", g, w)
	}
}
