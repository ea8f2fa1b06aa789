package domain_test

import (
	"errors"
	"testing"

	"github.com/hubledger/hubledger/domain"
)

func TestChecks(t *testing.T) {
	asked, happened := domain.Command{}, domain.Command{Happened: &domain.Happened{On: 20240401}}
	event := domain.RulesAdopted{Version: 1}

	// What is asked for is refused by the first rule that fails.
	k := domain.Check(asked)
	k.Require("A", true, "fine")
	k.Require("B", false, "%s should be %d", "it", 2)
	k.Require("C", false, "too late")
	k.Must("D", false, "too late")
	_, err := k.Decide(event)
	var refusal *domain.Refusal
	if !errors.As(err, &refusal) || *refusal != (domain.Refusal{Rule: "B", Sentence: "it should be 2"}) {
		t.Errorf("asked: got %v, want the refusal by B", err)
	}
	if _, err := k.DecideDrafts(nil); !errors.As(err, &refusal) {
		t.Errorf("asked, with drafts: got %v, want the refusal by B", err)
	}

	// What has happened is recorded with every rule it broke.
	k = domain.Check(happened)
	k.Require("A", false, "first")
	k.Require("B", true, "fine")
	k.Require("C", false, "third")
	d, err := k.Decide(event)
	if err != nil || len(d.Drafts) != 1 || d.Drafts[0].Event != event || len(d.Breaches) != 2 ||
		d.Breaches[0] != (domain.Breach{Rule: "A", Sentence: "first"}) || d.Breaches[1] != (domain.Breach{Rule: "C", Sentence: "third"}) {
		t.Errorf("happened: got %+v, %v, want the event with breaches of A and C", d, err)
	}

	// What would mean nothing is refused although it happened.
	k = domain.Check(happened)
	k.Require("A", false, "first")
	k.Must("B", false, "second")
	if _, err := k.Decide(event); !errors.As(err, &refusal) || refusal.Rule != "B" || !k.Refused() {
		t.Errorf("happened, and meaningless: got %v, want the refusal by B", err)
	}
}
