package roletype_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/roletype"
)

// nation is the room as an aggregate.
type nation struct{ *roletype.State }

func (n nation) Fork() domain.Aggregate { return nation{n.State.Fork()} }
func (n nation) View(revision int64) any {
	return n.State.View(revision)
}
func (n nation) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return n.State.Decide(refs, c, now)
}

// advanced is an advanced practitioner, whom a PCN may have three of, or six.
func advanced(version int, from, to domain.Date) domain.RoleTypeDefined {
	return domain.RoleTypeDefined{
		Code: "ADVANCED_PRACTITIONER", Version: version, Title: "Advanced practitioner", Bands: []string{"8a"},
		Regulators: []domain.Regulator{domain.RegulatorGPhC, domain.RegulatorHCPC, domain.RegulatorNMC}, ARRS: true, From: from, To: to,
		Caps:        []domain.RoleCap{{ListUpTo: 9999900, Posts: 3}, {Posts: 6}},
		Crosswalk:   []domain.RoleCode{{Scheme: "ESR", Code: "N7B"}, {Scheme: "NWRS", Code: "Advanced Practitioner"}},
		PublishedOn: 20230330, SourceDoc: "Network Contract DES 2023/24",
	}
}

func TestDefine(t *testing.T) {
	first := advanced(1, 20230401, 20240331)
	unsorted := roletype.DefineRoleType(advanced(1, 20230401, 20240331))
	unsorted.Regulators = []domain.Regulator{domain.RegulatorNMC, domain.RegulatorGPhC, domain.RegulatorHCPC}
	unsorted.Crosswalk = []domain.RoleCode{unsorted.Crosswalk[1], unsorted.Crosswalk[0]}
	second := advanced(2, 20240401, 0)
	second.Caps = nil
	early := roletype.DefineRoleType(first)
	early.PublishedOn = 20240604

	domaintest.Run(t, func() domain.Aggregate { return nation{roletype.New()} }, nil, roletype.Rules, []domaintest.Case{
		{Name: "a type of role is defined", When: roletype.DefineRoleType(first), Then: []domain.Event{first}},
		{Name: "in one order", When: unsorted, Then: []domain.Event{first}},
		{Name: "and again", Given: []domain.Event{first}, When: unsorted},
		{Name: "with another version after it", Given: []domain.Event{first}, When: roletype.DefineRoleType(second), Then: []domain.Event{second}},
		{Name: "which is the next", Given: []domain.Event{first}, When: roletype.DefineRoleType(advanced(3, 20240401, 0)), Refused: "I-ROL-1"},
		{Name: "the first is 1", When: roletype.DefineRoleType(second), Refused: "I-ROL-1"},
		{Name: "a version says the same for ever", Given: []domain.Event{first, second}, When: roletype.DefineRoleType(advanced(1, 20230401, 0)), Refused: "I-ROL-1"},
		{Name: "when it is out", When: early, Refused: "I-ROL-2"},
	})
}

// What a day and a revision know of a type.
func TestView(t *testing.T) {
	s := roletype.New()
	fork := s.Fork()
	events := []domain.RoleTypeDefined{advanced(1, 20230401, 20240331), advanced(2, 20240401, 0), advanced(3, 20240101, 20240131)}
	for i, e := range events {
		fork.Evolve(domain.Recorded{Revision: int64(10 + i), Event: e})
	}
	fork.Merge()
	for _, c := range []struct {
		revision int64
		day      domain.Date
		want     int // version; 0 is none
	}{
		{9, 20230401, 0}, {10, 20230331, 0}, {10, 20230401, 1}, {10, 20240331, 1}, {10, 20240401, 0},
		{11, 20240401, 2}, {11, 20240115, 1}, {12, 20240115, 3}, {12, 20240201, 1}, {12, 20991231, 2},
	} {
		if got, ok := s.View(c.revision).RoleTypeOn("ADVANCED_PRACTITIONER", c.day); got.Version != c.want || ok != (c.want > 0) {
			t.Errorf("on %s as of %d: got version %d %t, want %d", c.day, c.revision, got.Version, ok, c.want)
		}
	}
	if got, ok := s.View(12).RoleType("ADVANCED_PRACTITIONER"); !ok || !reflect.DeepEqual(got, events[2]) {
		t.Errorf("the newest version: got %+v %t", got, ok)
	}
	if _, ok := s.View(9).RoleType("ADVANCED_PRACTITIONER"); ok {
		t.Error("a type was known before it was defined")
	}
}

// The cap of a list is that of the first bound it does not exceed.
func TestCapFor(t *testing.T) {
	for list, want := range map[domain.Patients]int{0: 3, 9999900: 3, 9999901: 6, 10000000: 6} {
		if got, ok := advanced(1, 20230401, 0).CapFor(list); got != want || !ok {
			t.Errorf("%s patients: got %d %t, want %d", list, got, ok, want)
		}
	}
	if _, ok := (domain.RoleTypeDefined{}).CapFor(1); ok {
		t.Error("a type without caps has one")
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, roletype.DefineRoleType(advanced(1, 20230401, 0)))
	domaintest.Fields(t, roletype.DefineRoleType{}, "/code", "/version", "/title", "/from", "/publishedOn", "/sourceDoc")
	c := roletype.DefineRoleType(advanced(1, 20230401, 20230331))
	c.Bands = []string{"7", "8", "7"}
	c.Regulators = []domain.Regulator{"FPA", domain.RegulatorGMC, domain.RegulatorGMC}
	c.Caps = []domain.RoleCap{{Posts: -1}, {ListUpTo: 5, Posts: 1}}
	c.QualifiedWithinMonths, c.NotEmployedMonths = -1, 601
	c.Crosswalk = []domain.RoleCode{{Scheme: "NWRS", Code: "x"}, {Scheme: "NWRS"}, {Scheme: "n", Code: "x"}}
	domaintest.Fields(t, c, "/bands/1", "/bands/2", "/regulators/0", "/regulators/2", "/to", "/caps/0/listUpTo", "/caps/0/posts", "/caps/1/listUpTo",
		"/qualifiedWithinMonths", "/notEmployedMonths", "/crosswalk/1/scheme", "/crosswalk/1/code", "/crosswalk/2/scheme")
}

// Only what is of the room is taken and handled.
func TestRoom(t *testing.T) {
	s := roletype.New()
	if !s.Takes(domain.RoleTypeDefined{}) || !s.Handles(roletype.DefineRoleType{}) {
		t.Error("what is of the room was not taken")
	}
	if s.Takes(domain.RateSet{}) || s.Handles(another{}) {
		t.Error("what is of another room was taken")
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
