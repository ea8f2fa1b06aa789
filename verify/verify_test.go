package verify_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/verify"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func check(t testing.TB, store eventstore.Store, opts verify.Options) verify.Report {
	t.Helper()
	r, err := verify.Ledger(t.Context(), store, opts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A ledger that nobody has touched verifies, and everything in it was looked
// at: 13 commands with 14 events, and 4 refusals.
func TestAnUntouchedLedgerVerifies(t *testing.T) {
	log := story(t)
	for i, want := range []string{
		"ledger LedgerFounded", "ledger RulesAdopted", "organisations OrganisationRegistered",
		"organisations OrganisationRegistered", "organisations OrganisationRegistered", "organisations OrganisationRegistered",
		"hub-QE1 HubRegistered", "hub-QE1 HubRegistered", "hub-QE1 LocalityHubEstablished", "refusals-hub-QE1 CommandRefused",
		"hub-QE1 PartnershipAgreed", "hub-QE1 PartnershipAgreed", "refusals-hub-QE1 CommandRefused",
		"hub-QE1 PartnershipAgreed", "refusals-hub-QE1 CommandRefused",
		"organisations OrganisationRegistered", "refusals-hub-QMM CommandRefused", "hub-QE1 PartnershipAgreed",
	} {
		if i >= len(log) || fmt.Sprintf("%s %s", log[i].Stream, log[i].Type) != want {
			t.Fatalf("event %d of the story should be %s; the log is %v", i+1, want, summary(log))
		}
	}
	var told eventstore.Seq
	r := check(t, plant(log), verify.Options{Progress: func(done, head eventstore.Seq) { told = done }})
	if !r.OK() || len(r.Findings) > 0 {
		t.Errorf("findings in an untouched ledger: %v", r.Findings)
	}
	if r.Events != 18 || r.Decisions != 13 || r.Refusals != 4 || r.Undecided != 0 || r.Streams != 5 || told != 18 {
		t.Errorf("report is %+v, progress %d; want 18 events, 13 decisions, 4 refusals, 5 streams", r, told)
	}
}

func summary(log []eventstore.Event) (list []string) {
	for _, e := range log {
		list = append(list, fmt.Sprintf("%d %s %s", e.Seq, e.Stream, e.Type))
	}
	return list
}

// Only hashes: what is planted in the bytes is found, what they mean is not
// looked at.
func TestHashesOnly(t *testing.T) {
	log := story(t)
	r := check(t, plant(log), verify.Options{HashesOnly: true})
	if !r.OK() || r.Decisions != 0 || r.Events != 18 {
		t.Errorf("report is %+v", r)
	}
	log[6].Data = []byte(strings.Replace(string(log[6].Data), "Training", "Drainage", 1))
	r = check(t, plant(log), verify.Options{HashesOnly: true})
	if got := kinds(r); !slices.Equal(got, []string{"7 DATA_HASH"}) {
		t.Errorf("findings are %v", got)
	}
}

// What a store can't read is a finding, and so is an end before the head.
func TestWhatCannotBeRead(t *testing.T) {
	store := plant(story(t))
	store.failAfter = 11
	r := check(t, store, verify.Options{})
	if got := kinds(r); !slices.Equal(got, []string{"12 UNREADABLE"}) {
		t.Errorf("findings are %v", r.Findings)
	}
	store = plant(story(t))
	store.log = store.log[:17]
	if got := kinds(check(t, store, verify.Options{})); !slices.Equal(got, []string{"18 LOG_SHORT"}) {
		t.Errorf("findings are %v", got)
	}
	if got := kinds(check(t, plant(nil), verify.Options{})); !slices.Equal(got, []string{"1 NOT_FOUNDED"}) {
		t.Errorf("findings of an empty store are %v", got)
	}
}

// No fold passes over an event that can't be read: what its stream decided
// after it is not decided again on a state that never was.
func TestUndecodableEndsItsStream(t *testing.T) {
	log := story(t)
	log[11].Type = "PartnershipWished"
	r := check(t, plant(log), verify.Options{})
	if got := kinds(r); !slices.Equal(got, []string{"12 UNDECODABLE"}) {
		t.Errorf("findings are %v", r.Findings)
	}
	// 12 itself, 14 and 18 in the stream, and 15, refused after 12.
	if r.Undecided != 4 || r.Decisions != 10 || r.Refusals != 3 {
		t.Errorf("%d undecided, %d decisions and %d refusals taken again; want 4, 10 and 3", r.Undecided, r.Decisions, r.Refusals)
	}
}

// A log may end in the middle of a command only where it was cut.
func TestCutCommand(t *testing.T) {
	if got := kinds(check(t, plant(story(t)[:8]), verify.Options{})); !slices.Equal(got, []string{"8 NOT_DECIDED"}) {
		t.Errorf("findings are %v", got)
	}
}

// A verification that is stopped says so and leaves nothing running.
func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	_, err := verify.Ledger(ctx, plant(story(t)), verify.Options{Progress: func(_, _ eventstore.Seq) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v, want that of the context", err)
	}
}

// The list of findings is bounded; the count is not.
func TestFindingsAreBounded(t *testing.T) {
	log := story(t)
	for i := range log {
		log[i].ID[0] ^= 1
	}
	r := check(t, plant(log), verify.Options{MaxFindings: 3})
	if len(r.Findings) != 3 || r.Found != 18 || r.OK() {
		t.Errorf("%d findings listed, %d counted; want 3 and 18", len(r.Findings), r.Found)
	}
}

// kinds are the findings as "seq KIND", each once, without the notes.
func kinds(r verify.Report) []string {
	var list []string
	for _, f := range r.Findings {
		if !f.Note() {
			list = append(list, fmt.Sprintf("%d %s", f.Seq, f.Kind))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
