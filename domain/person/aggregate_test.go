package person_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/person"
	"github.com/hubledger/hubledger/domain/topology"
)

var someone = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")

// What is not of a person is loud.
func TestForeignEventsAndCommands(t *testing.T) {
	a := person.New(someone)
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

// A command reads only the streams that it needs: what it reads is its basis.
func TestReads(t *testing.T) {
	giver := someone.String()
	for _, c := range []struct {
		data domain.CommandData
		want string
	}{
		{interest.DeclareInterest{}, ""},
		{interest.DeclareInterest{Org: "A81001"}, organisation.Stream},
		{interest.AmendInterest{}, ""},
		{interest.AmendInterest{Org: "A81001"}, organisation.Stream},
		{interest.EndInterest{}, ""},
		{interest.MakeNilReturn{}, ""},
		{interest.RefreshDeclaration{}, ""},
		{interest.RecordGift{From: giver}, national.Stream},
		{interest.RecordGift{From: "A81001"}, organisation.Stream + " " + national.Stream},
		{interest.RecordHospitality{From: giver}, national.Stream},
		{interest.RecordHospitality{From: "A81001"}, organisation.Stream + " " + national.Stream},
	} {
		if got := strings.Join(person.New(someone).Reads(domain.Command{Data: c.data}), " "); got != c.want {
			t.Errorf("%+v reads %q, want %q", c.data, got, c.want)
		}
	}
}

// A stream is named after the person's random id and nothing else.
func TestStream(t *testing.T) {
	if got, want := person.Stream(someone), "person-1b4e28ba-2fa1-41d2-883f-0016d3cca427"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
