package http

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
)

const (
	theDecision = "0190a5a4-7d2c-7b6e-8f01-0000000000d1"
	theMeeting  = "0190a5a4-7d2c-7b6e-8f01-0000000000e1"
	theChair    = "2f1c6b0e-4a57-4c7e-9d55-6d6a1f0b7c31"
	theSecond   = "8b9f4e52-0c1d-4f0a-8a3b-51c7e2d9f604"
)

// told is a command of a hub about the decision, as something that happened.
func told(n int, icb, on, data string) string {
	return fmt.Sprintf(`{"id":"0190a5a4-7d2c-7b6e-8f00-0002%08d","hub":"%s",%s,"effectiveOn":"%s","happened":{"on":"%s"},"data":{%s}}`,
		n, icb, actor, on, on, strings.ReplaceAll(data, "$D", theDecision))
}

func (w *world) decision(t *testing.T, query string) (d api.DecisionDetail) {
	t.Helper()
	if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/decisions/"+theDecision+query, "").Body.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// An urgent approval waits for a meeting to ratify it; amended and reversed, it
// is so from that day on, and was not before: neither on an earlier day, nor as
// known earlier.
func TestADecisionIsAsItWas(t *testing.T) {
	w := withHub(t)
	w.do(t, 201, "open-decision", told(1, "QE1", "2025-01-10", `"decision":"$D","kind":"OTHER","subject":"Close for a day","estimateGrossPence":0`))
	w.do(t, 201, "record-decision", told(2, "QE1", "2025-01-15", `"decision":"$D","outcome":"DEFER","rationale":"Nobody knows yet.","authority":{"kind":"URGENT","chair":"`+theChair+`","second":"`+theSecond+`"}`))
	w.do(t, 201, "record-decision", told(3, "QE1", "2025-01-20", `"decision":"$D","outcome":"APPROVE","rationale":"It snows.","authority":{"kind":"URGENT","chair":"`+theChair+`","second":"`+theSecond+`"}`))
	urgent := fmt.Sprint(w.store.Head())
	w.do(t, 201, "record-meeting", told(4, "QE1", "2025-02-01", `"meeting":"`+theMeeting+`","body":"BOARD","on":"2025-02-01","chair":"`+theChair+`","quorum":{"number":1},"items":[{"item":"1","title":"Urgent decisions","attendees":[{"person":"`+theChair+`","capacity":"GP"}]}]`))
	w.do(t, 201, "ratify-decision", told(5, "QE1", "2025-02-01", `"decision":"$D","meeting":"`+theMeeting+`","item":"1"`))
	w.do(t, 201, "reverse-decision", told(6, "QE1", "2025-03-01", `"decision":"$D","reason":"It thawed."`))
	for query, want := range map[string]string{
		"?on=2025-01-14": "OPEN", "?on=2025-01-15": "DEFERRED", "?on=2025-01-20": "APPROVED waits", "?on=2025-02-01": "APPROVED",
		"?on=2025-02-28": "APPROVED", "?on=2025-03-01": "REVERSED", "": "REVERSED", "?asOf=" + urgent: "APPROVED waits",
	} {
		d := w.decision(t, query)
		got := d.Status
		if d.Unratified {
			got += " waits"
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", query, got, want)
		}
	}
	w.must(t, 404, "GET", "/v1/decisions/"+theDecision+"?on=2025-01-09", "")
	d := w.decision(t, "")
	if len(d.Outcomes) != 2 || d.Ratified == nil || d.Ratified.Room == nil || d.Reversed == nil || d.Reversed.On != 20250301 {
		t.Errorf("got %d outcomes, ratified %+v, reversed %+v", len(d.Outcomes), d.Ratified, d.Reversed)
	}
	if early := w.decision(t, "?asOf="+urgent); early.Ratified != nil || early.Reversed != nil {
		t.Error("as known before, it is ratified or reversed")
	}
	// Nobody had declared, and there was neither a policy nor a contract.
	var rules []domain.Rule
	for _, b := range d.Breaches {
		rules = append(rules, b.Rule)
	}
	for _, want := range []domain.Rule{"I-COM-4", "I-COM-5", "I-CON-2"} {
		if !slices.Contains(rules, want) {
			t.Errorf("the rules broken are %v; %s should be one", rules, want)
		}
	}
	// In the lists of the hub: by status, and by the year it was decided in.
	for query, want := range map[string]int{
		"": 1, "?status=REVERSED": 1, "?status=APPROVED": 0, "?status=APPROVED&on=2025-02-01": 1, "?fy=2024/25": 1, "?fy=2025/26": 0,
		"?on=2025-01-09": 0, "?asOf=4": 0,
	} {
		var list api.DecisionList
		if query == "?asOf=4" {
			w.must(t, 404, "GET", "/v1/hubs/QE1/decisions"+query, "") // the hub comes later
			continue
		}
		if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/hubs/QE1/decisions"+query, "").Body.Bytes(), &list); err != nil {
			t.Fatal(err)
		}
		if len(list.Items) != want {
			t.Errorf("%q: got %d decisions, want %d", query, len(list.Items), want)
		}
	}
}

// A vote counts in the outcome after it when it is of somebody with a vote who
// was there until the item was decided and is not recused. Who declares only
// after voting is late.
func TestWhichVotesCount(t *testing.T) {
	const recused, left, absent, late = "5e7d2c90-b3a8-4196-8c4f-f2107b9ad6e3", "c4d1a7f3-92b6-4e8d-b0f5-3a6e8c175d29", "a90b3f64-d2e1-4b7c-95a8-0c8e64f1b372", "d2a86c3f-51e0-4b9a-8d7c-e94f0b6a1523"
	w := withHub(t)
	n := 0
	do := func(name, data string) {
		n++
		w.do(t, 201, name, told(n, "QE1", "2025-01-20", data))
	}
	do("open-decision", `"decision":"$D","kind":"OTHER","subject":"Close for a day","estimateGrossPence":0`)
	there := func(person, more string) string { return `{"person":"` + person + `","capacity":"GP"` + more + `}` }
	do("record-meeting", `"meeting":"`+theMeeting+`","body":"BOARD","on":"2025-01-20","chair":"`+theChair+`","quorum":{"number":1},"items":[{"item":"1","title":"Snow","attendees":[`+
		there(theChair, "")+","+there(recused, "")+","+there(left, `,"out":"10:00"`)+","+there(late, "")+`]}]`)
	do("manage-conflict", `"decision":"$D","person":"`+recused+`","mitigation":"LEAVES_FOR_ITEM","decidedBy":"`+theChair+`","reason":"A conflict."`)
	do("declare-conflict", `"decision":"$D","person":"`+theChair+`","nil":true`)
	for _, person := range []string{theChair, recused, left, absent} {
		do("record-vote", `"decision":"$D","person":"`+person+`","vote":"FOR"`)
	}
	do("record-decision", `"decision":"$D","outcome":"APPROVE","rationale":"It snows.","authority":{"kind":"MEETING","meeting":"`+theMeeting+`","item":"1"}`)
	do("record-vote", `"decision":"$D","person":"`+late+`","vote":"FOR"`)
	do("declare-conflict", `"decision":"$D","person":"`+absent+`","nil":true`)
	d := w.decision(t, "")
	votes := 0
	for _, p := range d.People {
		for _, v := range p.Votes {
			votes++
			if want := p.Person.String() == theChair; v.Counted != want {
				t.Errorf("the vote of %s: counted is %t, want %t", p.Person, v.Counted, want)
			}
		}
	}
	for _, p := range d.People {
		for _, one := range p.Declarations {
			if want := p.Person.String() == absent; one.Late != want {
				t.Errorf("the declaration of %s: late is %t, want %t", p.Person, one.Late, want)
			}
		}
	}
	if votes != 5 || d.Outcomes[0].Votes.For != 1 {
		t.Errorf("got %d votes, of which %d count; want 5 and 1", votes, d.Outcomes[0].Votes.For)
	}
}

// Where two hubs have opened decisions of one id, they are told apart, and
// nothing of the one stands in the other.
func TestADecisionOfTwoHubsIsTwo(t *testing.T) {
	w := withHub(t)
	w.do(t, 201, "register-organisation", org(3, "QHM", "ICB", "North East and North Cumbria"))
	w.do(t, 201, "register-hub", hub(2, "QHM", "North East Training Hub"))
	for i, icb := range []string{"QE1", "QHM"} {
		w.do(t, 201, "open-decision", told(1+i, icb, "2025-01-10", `"decision":"$D","kind":"OTHER","subject":"Of `+icb+`","estimateGrossPence":0`))
	}
	w.do(t, 201, "declare-conflict", told(3, "QHM", "2025-01-11", `"decision":"$D","person":"`+theChair+`","nil":true`))
	if body := w.must(t, 400, "GET", "/v1/decisions/"+theDecision, "").Body.String(); !strings.Contains(body, "QE1, QHM") {
		t.Errorf("got %s", body)
	}
	w.must(t, 400, "GET", "/v1/decisions/"+theDecision+"/eligible", "")
	if d := w.decision(t, "?hub=QE1"); d.Subject != "Of QE1" || len(d.Seqs) != 1 {
		t.Errorf("got %s, made by %v", d.Subject, d.Seqs)
	}
	if d := w.decision(t, "?hub=QHM"); d.Subject != "Of QHM" || len(d.Seqs) != 2 {
		t.Errorf("got %s, made by %v", d.Subject, d.Seqs)
	}
	w.must(t, 404, "GET", "/v1/decisions/"+theDecision+"?hub=QF7", "")
	// Before the second was opened there was one.
	w.must(t, 200, "GET", "/v1/decisions/"+theDecision+"?asOf="+fmt.Sprint(w.store.Head()-2), "")
}

// A table has a column for each field that stands in a cell, and as many cells.
func TestATableHasAColumnForEachField(t *testing.T) {
	day := domain.Date(20250331)
	rows := []api.Award{{MadeOn: day, Value: domain.Amount{Net: 100, VAT: 20}, Gross: 120, Seqs: []eventstore.Seq{3, 5}}}
	table := tableOf(rows)
	at := func(name string) string {
		i := slices.Index(table.header, name)
		if i < 0 {
			t.Fatalf("%v has no column %s", table.header, name)
		}
		return table.rows[0][i]
	}
	if len(table.header) != len(table.rows[0]) {
		t.Fatalf("%d columns and %d cells", len(table.header), len(table.rows[0]))
	}
	for name, want := range map[string]string{"on": "2025-03-31", "valueNet": "100", "valueVat": "20", "grossPence": "120", "seqs": "3 5", "holder": "", "supplierName": ""} {
		if got := at(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	for _, header := range [][]string{tableOf([]api.Contract{}).header, tableOf([]api.Plan{}).header} {
		if slices.Contains(header, "schedules") || slices.Contains(header, "lines") {
			t.Errorf("a list of things with fields stands in a cell: %v", header)
		}
	}
}

// What the hub of the ICS agreed to stands with a decision of a locality hub
// that is above its limit.
func TestAnAgreementOfTheICSHubIsShown(t *testing.T) {
	w := withHub(t)
	w.do(t, 201, "register-organisation", org(3, "U68696", "PCN", "FYLDE PCN"))
	w.do(t, 201, "record-relationship", fmt.Sprintf(`{"id":"0190a5a4-7d2c-7b6e-8f00-000200000001",%s,"data":{"child":"U68696","parent":"QE1","kind":"COMMISSIONED_BY","from":"2019-07-01"}}`, actor))
	w.do(t, 201, "establish-locality-hub", fmt.Sprintf(`{"id":"0190a5a4-7d2c-7b6e-8f00-000200000002","hub":"QE1",%s,"data":{"hub":"QE1~fylde-coast","name":"Fylde Coast","area":["U68696"],"from":"2020-04-01"}}`, actor))
	w.do(t, 201, "open-decision", told(3, "QE1", "2025-01-10", `"decision":"$D","hub":"QE1~fylde-coast","kind":"OTHER","subject":"Close for a day","estimateGrossPence":0`))
	w.do(t, 201, "grant-delegation", told(5, "QE1", "2025-01-10", `"delegation":"`+theMeeting+`","person":"`+theChair+`","limitPence":600000,"from":"2024-04-01"`))
	before := fmt.Sprint(w.store.Head())
	w.do(t, 201, "approve-locality-decision", told(4, "QE1", "2025-01-12", `"decision":"$D","maxPence":500000,"by":{"officer":"`+theChair+`","delegation":"`+theMeeting+`"}`))
	d := w.decision(t, "")
	if len(d.Agreed) != 1 || d.Agreed[0].Max != 500000 || d.Agreed[0].By.Officer.String() != theChair || d.Agreed[0].On != 20250112 || d.Agreed[0].Seq != w.store.Head() {
		t.Errorf("got %+v", d.Agreed)
	}
	if was := w.decision(t, "?asOf="+before); len(was.Agreed) != 0 {
		t.Errorf("as known before: got %+v", was.Agreed)
	}
}
