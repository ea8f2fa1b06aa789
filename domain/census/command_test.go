package census_test

import (
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
)

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v, json.Deterministic(true))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// All that is wrong with a command is said at once, each where it is.
func TestValidate(t *testing.T) {
	long := row(3, "10000.5")
	long.StaffRole = " "
	for _, c := range []struct {
		name string
		data domain.CommandData
		want []string
	}{
		{"nothing is there", census.RecordPCNCensus{}, []string{"/census", "/fileHash", "/pcn", "/rows"}},
		{"rows", record("2020-03", "f", "U00001", row(2, "1"), row(0, "1"), row(2, "1"), long),
			[]string{"/rows/1/row", "/rows/2/row", "/rows/3/fte", "/rows/3/staffRole"}},
		{"too many rows", record("2020-03", "f", "U00001", many(census.MaxRows+1)...), []string{"/rows"}},
		{"a move with rows", census.RecordPCNCensus{Census: month("2020-03"), PCN: "U00001", FileHash: file("f"), MovedTo: "Q", Rows: many(1)},
			[]string{"/movedTo", "/rows"}},
		{"nothing withdrawn", census.WithdrawPCNCensus{}, []string{"/census", "/fileHash", "/pcn"}},
		{"a census without PCNs", closing("2020-03", "f", 1, "1"), []string{"/records", "/fte"}},
		{"fewer records than PCNs", closing("2020-03", "f", 1, "1", "U00001", "U00001"), []string{"/reportingPCNs/1", "/records"}},
		{"a closure", census.ClosePCN{PCN: "X", Successors: []string{"X", "U00001"}, Unknown: true},
			[]string{"/pcn", "/on", "/successors/0", "/successors", "/unknown"}},
		{"a closure without successors", census.ClosePCN{PCN: "U00001", On: domain.MustDate("2020-04-01")}, []string{"/unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var f domain.FieldErrors
			c.data.Validate(&f)
			var got []string
			for _, e := range f.List {
				got = append(got, e.Pointer)
			}
			if asJSON(t, got) != asJSON(t, c.want) {
				t.Errorf("got %v, want %v", f.List, c.want)
			}
		})
	}
}

func many(n int) []census.Row {
	out := make([]census.Row, n)
	for i := range out {
		out[i] = row(i+2, "1")
	}
	return out
}

// Commands and events are what they are written as: names in camelCase, FTE
// and dates as text, what is absent left out.
func TestJSON(t *testing.T) {
	const command = `{"census":"2021-09","pcn":"U00001","fileHash":"SAfGxg6y5ud5TIM0ji8oUgM3iPjtTnKzrFMw-hZTLwU",` +
		`"rows":[{"row":2,"source":"NWRS Staff","staffGroup":"Other Direct Patient Care staff","staffRole":"Pharmacists","detailedRole":"Pharmacist","fte":"0.986666667"}]}`
	var c census.RecordPCNCensus
	if err := json.Unmarshal([]byte(command), &c, json.RejectUnknownMembers(true)); err != nil {
		t.Fatal(err)
	}
	if got := asJSON(t, c); got != command {
		t.Errorf("got  %s\nwant %s", got, command)
	}
	s := newScene(t)
	d, err := s.decide(c)
	if err != nil {
		t.Fatal(err)
	}
	const event = `{"record":"6b6d7b86-5d0c-5f0e-9b9a-000000000000","census":"2021-09","pcn":"U00001","icb":"QHL","staffGroup":"Other Direct Patient Care staff",` +
		`"staffRole":"Pharmacists","detailedRole":"Pharmacist","source":"NWRS Staff","fte":"0.986666667","row":2,"between":{"until":"2021-09"}}`
	e := d.Drafts[0].Event.(domain.CensusRecordAppeared)
	got := asJSON(t, e)
	if want := event[:11] + e.Record.String() + event[11+36:]; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var back domain.CensusRecordAppeared
	if err := json.Unmarshal([]byte(got), &back, json.RejectUnknownMembers(true)); err != nil || asJSON(t, back) != got {
		t.Errorf("read back as %v, %v", back, err)
	}
}
