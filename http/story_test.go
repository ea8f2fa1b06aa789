package http

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/http/api"
)

// parties are the organisations that the examples name, by their classes.
var parties = map[string]string{
	"HEE": "ACCOUNTABLE_BODY", "NHSE": "ACCOUNTABLE_BODY", "SCH01": "PRIMARY_CARE_SCHOOL", "NMC": "REGULATOR", "Y62": "REGION",
	"QE1": "ICB", "QOP": "ICB", "QYG": "ICB", "U93165": "PCN", "A81001": "GP_PRACTICE", "A81002": "GP_PRACTICE", "RXN": "COMMUNITY_TRUST",
	"LA001": "LOCAL_AUTHORITY", "LA002": "COMPANY", "UKPRN-10007814": "UNIVERSITY", "CH-01234567": "TRAINING_COMPANY",
}

// A stranger who gives the examples of the documents to a ledger, in order, has
// them recorded: they fit together, and break no rule.
func TestTheExamplesAreRecorded(t *testing.T) {
	_, told := withExamples(t)
	for _, c := range publicCommands() {
		if !told[c.Name] && !aside[c.Name] {
			t.Errorf("the example of %s is not in the story", c.Name)
		}
	}
}

// withExamples is a world in which the examples are recorded, and the commands
// that were given as they stand in the documents.
func withExamples(t *testing.T) (w *world, told map[string]bool) {
	t.Helper()
	w = serve(t)
	w.now.at = time.Date(2026, 4, 6, 9, 0, 0, 0, time.UTC) // when all in the examples has happened
	n := 0
	changed := func(name, patch string) string {
		n++
		v := exampleValue(t, name)
		var p map[string]any
		if err := json.Unmarshal([]byte(patch), &p); err != nil {
			t.Fatalf("%s: %v", patch, err)
		}
		merge(v, p)
		v["id"] = fmt.Sprintf("0190a5a4-7d2c-7b6e-8f03-%012d", n)
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	for _, code := range sortedKeys(parties) {
		w.must(t, 201, "POST", "/v1/commands/register-organisation",
			changed("register-organisation", fmt.Sprintf(`{"data": {"org": %q, "name": "EXAMPLE %s", "class": %q, "opened": "2010-04-01"}}`, code, code, parties[code])))
	}
	story, err := os.ReadFile("testdata/examples.story")
	if err != nil {
		t.Fatal(err)
	}
	told = make(map[string]bool)
	for i, line := range strings.Split(string(story), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, patch, isChanged := strings.Cut(line, " ")
		body := example(t, name)
		if isChanged {
			body = changed(name, patch)
		}
		rec := w.ask("POST", "/v1/commands/"+name, body)
		var receipt api.Receipt
		if err := json.Unmarshal(rec.Body.Bytes(), &receipt); rec.Code != 201 || err != nil || len(receipt.Events) == 0 {
			t.Errorf("line %d: %s: got %d: %s", i+1, line, rec.Code, rec.Body)
		}
		told[name] = told[name] || !isChanged
	}
	w.waitFor(t, w.store.Head())
	return w, told
}

// aside are commands whose examples stand on what the story has not: rules to
// come, and the id of an event.
var aside = map[string]bool{"adopt-rules": true, "void-event": true}

// merge puts members in place of those of an object: null takes one out.
func merge(v, patch map[string]any) {
	for name, to := range patch {
		inner, deeper := to.(map[string]any)
		there, object := v[name].(map[string]any)
		switch {
		case to == nil:
			delete(v, name)
		case deeper && object:
			merge(there, inner)
		default:
			v[name] = to
		}
	}
}
