package national_test

import (
	"strings"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// What is of no room is loud.
func TestForeignEventsAndCommands(t *testing.T) {
	a := national.New()
	func() {
		defer func() {
			if s, _ := recover().(string); !strings.Contains(s, "HubHostChanged") {
				t.Errorf("a hub's event: got %q, want a panic that names it", s)
			}
		}()
		a.Evolve(domain.Recorded{Event: domain.HubHostChanged{}})
	}()
	c := domain.Command{Data: topology.ChangeHubHost{}}
	if reads := a.Reads(c); reads != nil {
		t.Errorf("a hub's command reads %v", reads)
	}
	if _, err := a.Decide(nil, c, time.Time{}, domain.CurrentRules); err == nil || !strings.Contains(err.Error(), "change-hub-host") {
		t.Errorf("a hub's command: got %v, want an error that names it", err)
	}
}

// The register of organisations is read under the name it has there.
func TestOrganisationsStream(t *testing.T) {
	reads := national.New().Reads(domain.Command{Data: guidance.NameAccountableBody{}})
	if len(reads) != 1 || reads[0] != organisation.Stream {
		t.Errorf("naming a body reads %v, want %s", reads, organisation.Stream)
	}
}

// One view answers for every room, each bounded by the revision.
func TestView(t *testing.T) {
	a := national.New()
	fork := a.Fork()
	for i, e := range []domain.Event{
		domain.AccountableBodyNamed{Party: "HEE", From: 20190401},
		domain.RateSet{Rate: [16]byte{1}, Kind: domain.RateGrant, Key: "TRAINER", Area: "ENGLAND", From: 20200401, Pence: 73600, Unit: "MONTH", PublishedOn: 20200301},
		domain.BankHolidaysPublished{Year: 2024, Days: []domain.Date{20240101}},
	} {
		fork.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	fork.Merge()
	for revision, want := range []struct{ body, rate, calendar bool }{{true, false, false}, {true, true, false}, {true, true, true}} {
		v := a.View(int64(revision)).(national.View)
		_, body := v.AccountableBodyOn(20200401)
		_, rate := v.RateOn(domain.RateGrant, "TRAINER", "ENGLAND", 20200401)
		_, err := v.IsWorkingDay(20240102)
		if body != want.body || rate != want.rate || (err == nil) != want.calendar {
			t.Errorf("at revision %d: body %t, rate %t, calendar %v", revision, body, rate, err)
		}
	}
}
