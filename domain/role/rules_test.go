package role_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/role"
)

var cases = slices.Concat(proposeCases(), recruitCases(), changeCases(), embedCases(), rotateCases(), legCases(), entitleCases(), claimCases())

// Every rule refuses in one of the cases.
func TestDecisions(t *testing.T) { domaintest.Run(t, newHub, streams(), role.Rules, cases) }

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

// Every command and every event of the room is one that it handles and takes.
func TestRoom(t *testing.T) {
	s := role.New("QE1")
	for _, c := range []domain.CommandData{
		role.ProposeRolePost{}, role.RecruitRolePost{}, role.EmbedRole{}, role.LapseRoleEmbedding{}, role.ChangeRoleFTE{}, role.EndRolePost{}, role.CreateRotationalPost{},
		role.StartRotationLeg{}, role.EndRotationLeg{}, role.SetRoleEntitlement{}, role.ClaimReimbursement{},
	} {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
	}
	for _, e := range []domain.Event{
		domain.RolePostProposed{}, domain.RolePostRecruited{}, domain.RoleEmbedded{}, domain.RoleEmbeddingLapsed{}, domain.RolePostFTEChanged{}, domain.RolePostEnded{},
		domain.RotationalPostCreated{}, domain.RotationLegStarted{}, domain.RotationLegEnded{}, domain.RoleEntitlementSet{}, domain.ReimbursementClaimed{},
	} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
	}
	// A record of a census is no post.
	if s.Takes(domain.CensusRecorded{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, role.ProposeRolePost{}, "/pcn", "/roleType", "/origin", "/fte", "/funding", "/from")
	domaintest.Fields(t, but(propose, func(c *role.ProposeRolePost) { c.Hub, c.Area, c.Band, c.FTE = "x", "", "8", domain.OneFTE+1 }), "/hub", "/fte", "/band", "/area")
	domaintest.Fields(t, but(propose, func(c *role.ProposeRolePost) { c.Funding = domain.FundingTrust }), "/area")
	domaintest.Fields(t, role.RecruitRolePost{Promoted: true}, "/post", "/person", "/employer", "/start", "/intendedMonths", "/promoted")
	domaintest.Fields(t, role.EmbedRole{}, "/post", "/tests", "/tests", "/tests", "/tests", "/by", "/on")
	twice := embed(20230701)
	twice.Tests[1] = twice.Tests[0]
	twice.Tests[2].DocHash, twice.Tests[3].Condition = domain.Hash{}, "LUCK"
	domaintest.Fields(t, twice, "/tests/1/condition", "/tests/2/docHash", "/tests/3/condition", "/tests", "/tests")
	domaintest.Fields(t, role.LapseRoleEmbedding{}, "/post", "/condition", "/on", "/reason")
	domaintest.Fields(t, role.ChangeRoleFTE{}, "/post", "/fte", "/from")
	domaintest.Fields(t, role.EndRolePost{}, "/post", "/on", "/reason")
	domaintest.Fields(t, role.CreateRotationalPost{Hub: "x", PCN: "x"}, "/hub", "/pcn", "/roleType", "/origin", "/legs")
	domaintest.Fields(t, legs(role.Leg{}, role.Leg{Org: "RXX01", From: 20230402, To: 20230401, FTE: -1}), "/legs/0/org", "/legs/0/from", "/legs/0/to", "/legs/0/fte", "/legs/1/to", "/legs/1/fte")
	domaintest.Fields(t, role.StartRotationLeg{}, "/post", "/leg", "/person", "/on")
	domaintest.Fields(t, role.EndRotationLeg{}, "/post", "/leg", "/on")
	domaintest.Fields(t, role.SetRoleEntitlement{Hub: "x", Registered: -1, Weighted: 1 << 60}, "/hub", "/pcn", "/fy", "/registered", "/weighted", "/patientsOn", "/sourceDoc")
	domaintest.Fields(t, role.ClaimReimbursement{}, "/post", "/from", "/to", "/pence")
	domaintest.Fields(t, role.ClaimReimbursement{Post: id1, From: 20240331, To: 20240401, Pence: 1}, "/to")
	domaintest.Fields(t, role.ClaimReimbursement{Post: id1, From: 20240331, To: 20240330, Pence: 1}, "/to")
}
