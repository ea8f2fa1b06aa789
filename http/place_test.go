package http

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/hubledger/hubledger/http/api"
)

// withPlaces is a world in which the commands of the conversation about people
// and places are recorded.
func withPlaces(t *testing.T) *world {
	t.Helper()
	w := serve(t)
	for _, e := range readScript(t, "testdata/places.txt") {
		if len(e.question) > 0 && strings.HasPrefix(e.question[0], "POST ") {
			if rec := w.say(t, e); rec.Code != 201 {
				t.Fatalf("line %d: got %d: %s", e.line, rec.Code, rec.Body)
			}
		}
	}
	return w
}

// What filters of the lists leave: by status of a day, kind, profession, type
// of role, network, year, and as known before.
func TestListsOfPeopleAndPlaces(t *testing.T) {
	w := withPlaces(t)
	for list, wants := range map[string]map[string]int{
		"environments": {
			"": 1, "?status=APPROVED": 1, "?status=EXPIRED": 0, "?status=EXPIRED&on=2025-06-01": 1, "?status=FUTURE&on=2023-05-31": 1, "?on=2023-04-16": 0,
			"?profession=NURSING_STUDENT": 1, "?profession=GP_SPECIALTY_TRAINEE": 0, "?pcn=U68696": 1, "?pcn=U00001": 0, "?asOf=12": 0, "?status=APPLIED&asOf=13": 1,
		},
		"educators": {
			"": 2, "?kind=PRACTICE_ASSESSOR": 1, "?kind=MENTOR": 0, "?status=TRAINED": 0, "?status=TRAINED&on=2023-05-21": 1, "?on=2023-04-20": 0,
			"?status=FUTURE&on=2023-05-31": 2, "?status=LAPSED&on=2025-06-16": 1, "?profession=NURSING_STUDENT": 2, "?profession=PHARMACY": 0, "?asOf=18": 1,
		},
		"placements": {
			"": 1, "?status=STARTED": 1, "?status=ALLOCATED": 0, "?status=ALLOCATED&asOf=24": 1, "?on=2025-01-19": 0, "?on=2025-01-20": 1, "?fy=2024/25": 1, "?fy=2025/26": 0,
			"?pcn=U68696": 1, "?pcn=U68696&on=2019-06-30": 0, "?pcn=U00001": 0, "?profession=NURSING_STUDENT": 1, "?profession=PHARMACY": 0,
		},
		"roles": {
			"": 1, "?status=RECRUITED": 1, "?status=PROPOSED&asOf=31": 1, "?roleType=PRACTICE_NURSE": 1, "?roleType=PARAMEDIC": 0, "?pcn=U68696": 1, "?pcn=U00001": 0,
			"?fy=2024/25": 1, "?fy=2023/24": 0,
		},
		"careers": {
			"": 1, "?kind=MENTORING": 1, "?kind=FELLOWSHIP": 0, "?status=RUNNING": 1, "?status=FUTURE&on=2024-10-13": 1, "?on=2024-10-06": 0, "?profession=NURSE": 1,
			"?profession=GP": 0, "?fy=2023/24": 0,
		},
		"due": {
			"": 8, "?within=0": 6, "?within=60": 7, "?rule=SUPPORT_PAST_END": 1, "?rule=CONTRACT_ENDS": 0, "?on=2023-07-02": 1, "?on=2023-07-01": 0, "?asOf=12": 0,
		},
	} {
		for query, want := range wants {
			target := "/v1/hubs/QE1/" + list + query
			rec := w.must(t, 200, "GET", target, "")
			var got struct {
				Items []jsontext.Value `json:"items"`
			}
			if err := json.Unmarshal(rec.Body.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
			if len(got.Items) != want {
				t.Errorf("%s: got %d, want %d: %s", target, len(got.Items), want, rec.Body)
			}
			if kept := strings.Contains(rec.Header().Get("Cache-Control"), "immutable"); kept != strings.Contains(query, "asOf") {
				t.Errorf("%s: may be kept is %t", target, kept)
			}
			rows, err := csv.NewReader(w.must(t, 200, "GET", target, "", "Accept", "text/csv").Body).ReadAll()
			if err != nil || len(rows) != want+1 || !slices.Contains(rows[0], "seqs") {
				t.Errorf("%s as a table: got %d rows, %v", target, len(rows), err)
			}
		}
	}
}

// A parameter that is not right, or that a list has not, is refused.
func TestWhatListsOfPeopleAndPlacesRefuse(t *testing.T) {
	w := withHub(t)
	for _, target := range []string{
		"environments?status=OPEN", "environments?pcn=QE1", "environments?profession=nurse", "educators?pcn=U68696", "educators?kind=FELLOWSHIP",
		"placements?fy=2024", "roles?roleType=x", "careers?kind=MENTOR", "due?within=1097", "due?within=+1", "due?within=x", "due?rule=X", "due?status=STARTED",
	} {
		w.must(t, 400, "GET", "/v1/hubs/QE1/"+target, "")
	}
	for _, list := range []string{"environments", "educators", "placements", "roles", "careers", "due"} {
		w.must(t, 404, "GET", "/v1/hubs/QE2/"+list, "")
		w.must(t, 200, "GET", "/v1/hubs/QE1/"+list, "")
	}
	w.must(t, 404, "GET", "/v1/schools/SCH01", "")
}

// A School sees who learns where nobody should: the placement goes on when the
// approval has run out. As known before the placement started it is not there.
func TestASchoolSeesWhoLearnsWhereNobodyShould(t *testing.T) {
	w := withPlaces(t)
	for query, want := range map[string]string{
		"?on=2025-05-31":         "0 not approved, 1 in place, 1 differently, 1 concerns",
		"?on=2025-06-01":         "1 not approved, 1 in place, 1 differently, 1 concerns",
		"?on=2025-06-01&asOf=24": "0 not approved, 0 in place, 1 differently, 0 concerns",
		"?on=2023-05-29":         "0 not approved, 0 in place, 0 differently, 0 concerns",
	} {
		var s api.School
		if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/schools/SCH01"+query, "").Body.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		in := 0
		for _, e := range s.Environments {
			in += e.Learners
		}
		if got := fmt.Sprintf("%d not approved, %d in place, %d differently, %d concerns", len(s.NotApproved), in, len(s.Differently), len(s.Concerns)); got != want {
			t.Errorf("%s: got %s, want %s", query, got, want)
		}
		for _, p := range s.NotApproved {
			if !p.AtStart || p.ApprovedOnDay || !p.InPlace || len(p.Seqs) != 2 {
				t.Errorf("%s: got %+v", query, p)
			}
		}
	}
	// A School names no persons.
	body := w.must(t, 200, "GET", "/v1/schools/SCH01?on=2025-06-01", "").Body.String()
	for _, person := range []string{"c08b1f76-4e93-4d2a-b7c5-62f9e1d0a384", "b6e0c9d4-3f17-4a82-9b5d-0e7f2a61c834", "f3a7d215-86c9-4be0-a14f-95d03c7e2b68"} {
		if strings.Contains(body, person) {
			t.Errorf("the School's page names %s", person)
		}
	}
}

// The directory has the hubs of both levels as they stood on a day: those that
// are succeeded are there until the day before, their successors from then on.
func TestTheDirectoryAtASuccession(t *testing.T) {
	w := withHub(t)
	n := 100
	tell := func(name, hub, data string) {
		n++
		w.do(t, 201, name, fmt.Sprintf(`{"id":"0190a5a4-7d2c-7b6e-8f00-0003%08d",%s%s,"data":{%s}}`, n, hub, actor, data))
	}
	tell("register-organisation", "", `"org":"QHM","name":"North East ICB","class":"ICB"`)
	tell("register-organisation", "", `"org":"U68696","name":"FYLDE PCN","class":"PCN"`)
	tell("record-relationship", "", `"child":"U68696","parent":"QE1","kind":"COMMISSIONED_BY","from":"2019-07-01"`)
	tell("register-hub", `"hub":"QHM",`, `"name":"North East Training Hub","region":"Y62","from":"2025-04-01","basis":"REGISTERED"`)
	tell("establish-locality-hub", `"hub":"QE1",`, `"hub":"QE1~fylde-coast","name":"Fylde Coast","area":["U68696"],"from":"2020-04-01"`)
	tell("record-hub-succession", `"hub":"QE1",`, `"successors":["QHM"],"on":"2025-04-01","kpiRule":{"rule":"BREAK"},"ref":"The order"`)
	tell("record-predecessors", `"hub":"QHM",`, `"predecessors":["QE1"],"on":"2025-04-01","kpiRule":{"rule":"BREAK"},"ref":"The order"`)
	for query, want := range map[string]string{
		"?level=ALL&on=2025-03-31":      "QE1 QE1~fylde-coast",
		"?level=LOCALITY&on=2025-03-31": "QE1~fylde-coast",
		"?on=2025-03-31":                "QE1",
		"?level=ALL&on=2025-04-01":      "QHM",
		"?level=ALL&on=2025-04-01&asOf=" + fmt.Sprint(w.store.Head()-2): "QE1 QE1~fylde-coast QHM",
	} {
		var list api.HubList
		if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/hubs"+query, "").Body.Bytes(), &list); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range list.Items {
			got = append(got, string(h.ID))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", query, got, want)
		}
	}
	var before, after api.HubDetail
	for id, into := range map[string]*api.HubDetail{"QE1": &before, "QHM": &after} {
		if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/hubs/"+id+"?on=2025-04-01", "").Body.Bytes(), into); err != nil {
			t.Fatal(err)
		}
	}
	if before.Status != "SUCCEEDED" || before.Until.String() != "2025-03-31" || before.Succeeded == nil || before.Succeeded.Successors[0] != "QHM" || len(before.Follows) != 0 {
		t.Errorf("the hub before: got %s until %v, %+v", before.Status, before.Until, before.Succeeded)
	}
	if after.Status != "ACTIVE" || after.Until != nil || after.Succeeded != nil || len(after.Follows) != 1 || after.Follows[0].Predecessors[0] != "QE1" {
		t.Errorf("the hub after: got %s, %+v", after.Status, after.Follows)
	}
}
