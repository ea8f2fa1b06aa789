package career_test

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/domaintest"
)

var cases = slices.Concat(startCases(), endCases(), provideCases())

// Every rule refuses in one of the cases.
func TestDecisions(t *testing.T) { domaintest.Run(t, newHub, streams(), career.Rules, cases) }

// What is decided, and what is ordered, is the same when it is read back.
func TestReadBack(t *testing.T) {
	for _, c := range cases {
		values := []any{c.When}
		for _, e := range c.Then {
			values = append(values, e)
		}
		for _, v := range values {
			text, err := json.Marshal(v)
			if err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
			back := reflect.New(reflect.TypeOf(v))
			if err := json.Unmarshal(text, back.Interface(), json.RejectUnknownMembers(true)); err != nil {
				t.Errorf("%s: %s is not read back: %v", c.Name, text, err)
			} else if !reflect.DeepEqual(back.Elem().Interface(), v) {
				t.Errorf("%s: %s is read back as %+v, want %+v", c.Name, text, back.Elem(), v)
			}
		}
	}
}

// The last day of some months is the day before they are over, also where a
// month has no such day.
func TestLongestAcrossALeapDay(t *testing.T) {
	for _, c := range []struct {
		start, until domain.Date
		refused      bool
	}{
		{20240229, 20250228, false}, {20240229, 20250301, true},
		{20240228, 20250227, false}, {20240228, 20250228, true},
		{20240301, 20250228, false}, {20240301, 20250301, true},
	} {
		data := but(preceptee, func(p *career.StartSupport) { p.Start, p.Until = c.start, c.until })
		_, err := newHub().Decide(views(streams()), domain.Command{ID: id3, Data: data}, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
		if (err != nil) != c.refused {
			t.Errorf("a year from %s until %s: got %v, want refused %t", c.start, c.until, err, c.refused)
		}
	}
}

// views gives out every stream that there is.
type views domaintest.Streams

func (v views) View(stream string) any { return v[stream] }

// No sequence of permissions gives a person two fellowships on a day, or more
// money for a year than a head has.
func TestOneFellowshipAndOneHead(t *testing.T) {
	recorded, refused := make(map[string]int), make(map[domain.Rule]int)
	refs := views(streams())
	rapid.Check(t, func(t *rapid.T) {
		a := newHub()
		state := a.(hub).State
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		for i := range 60 {
			c := domain.Command{ID: uuid.UUID{0: 0xcc, 15: byte(i)}, Data: random(r)}
			d, err := a.Decide(refs, c, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
			var refusal *domain.Refusal
			switch {
			case errors.As(err, &refusal):
				refused[refusal.Rule]++
			case err != nil:
				t.Fatal(err)
			}
			for _, draft := range d.Drafts {
				recorded[draft.Event.EventType()]++
				a.Evolve(domain.Recorded{Revision: int64(i), Event: draft.Event})
			}
		}
		for day := domain.Date(20230401); day <= 20230531; day = day.AddDays(1) {
			if n := state.FellowshipsOn(doctor, day); n > 1 {
				t.Fatalf("%s has %d fellowships on %s", doctor, n, day)
			}
		}
		for _, fy := range []string{"2022/23", "2023/24"} {
			if used := state.CPDUsed(nurse, domain.MustYear(fy)); used > 333_00 {
				t.Fatalf("%s has used %s pounds in %s", nurse, used, fy)
			}
		}
	})
	for _, name := range []string{"SupportStarted", "SupportCompleted", "SupportWithdrawn", "CPDFundingUsed"} {
		if recorded[name] == 0 {
			t.Errorf("no %s was recorded, among %v", name, recorded)
		}
	}
	if refused[career.RuleFellowship] == 0 || refused[career.RuleHead] == 0 {
		t.Errorf("the rules were never needed: %v", refused)
	}
}

func random(r *rand.Rand) domain.CommandData {
	day := domain.Date(20230401).AddDays(r.IntN(60))
	id := uuid.UUID{0: 0xaa, 15: byte(r.IntN(6))}
	switch r.IntN(5) {
	case 0, 1:
		return but(fellow(20230301, 20230331), func(c *career.StartSupport) { c.Support, c.Start, c.Until = id, day, day.AddDays(r.IntN(20)) })
	case 2:
		return career.CompleteSupport{Support: id, On: day}
	case 3:
		return career.WithdrawSupport{Support: id, On: day, Reason: "moved"}
	}
	return career.UseCPDFunding{Person: nurse, Profession: "NURSE", Pence: domain.Pence(1 + r.IntN(200_00)), Purpose: domain.CPDCourse, On: day.AddDays(-30)}
}

// Every command and every event of the room is one that it handles and takes.
func TestRoom(t *testing.T) {
	s := career.New("QE1")
	for _, c := range []domain.CommandData{
		career.StartSupport{}, career.RecordSupportSession{}, career.CompleteSupport{}, career.WithdrawSupport{}, career.RecordCareerSupport{}, career.UseCPDFunding{},
	} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{
		domain.SupportStarted{}, domain.SupportSessionRecorded{}, domain.SupportCompleted{}, domain.SupportWithdrawn{}, domain.CareerSupportProvided{}, domain.CPDFundingUsed{},
	} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
	}
	if s.Takes(domain.EmploymentStatusConfirmed{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, career.StartSupport{}, "/kind", "/person", "/profession", "/supporter", "/appliedOn", "/start", "/until")
	domaintest.Fields(t, but(fellow(20230330, 20240329), func(c *career.StartSupport) {
		c.Hub, c.Profession, c.Supporter, c.Employer, c.ContractMonths, c.OpenEnded, c.Payee = "x", "A23456789012345678901234567", senior, "", 1, true, "x"
		c.Start, c.Until = 20240328, 20240327
	}), "/hub", "/profession", "/supporter", "/employer", "/contractMonths", "/payee", "/start", "/until")
	domaintest.Fields(t, but(preceptee, func(c *career.StartSupport) { c.Employer = "" }), "/employer")
	domaintest.Fields(t, but(mentee(20230401, 20230401), func(c *career.StartSupport) { c.Supporter, c.ContractMonths = uuid.Nil, -1 }), "/supporter", "/contractMonths")
	domaintest.Fields(t, career.RecordSupportSession{}, "/support", "/on", "/minutes")
	domaintest.Fields(t, career.CompleteSupport{}, "/support", "/on")
	domaintest.Fields(t, career.WithdrawSupport{}, "/support", "/on", "/reason")
	domaintest.Fields(t, career.RecordCareerSupport{Hub: "x"}, "/hub", "/stage", "/profession", "/contacts", "/on")
	domaintest.Fields(t, career.UseCPDFunding{Hub: "x"}, "/hub", "/person", "/profession", "/pence", "/purpose", "/on")
}
