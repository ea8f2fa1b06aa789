package assurance_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/domaintest"
)

func TestShareGoodPractice(t *testing.T) {
	type C = assurance.ShareGoodPractice
	share := func(change ...func(*C)) C {
		c := C(practised)
		c.Hub, c.WithHubs, c.WithParties = "", []domain.HubID{"QOP", coast}, []string{"SCHOOL-NW", "HOST"}
		for _, f := range change {
			f(&c)
		}
		return c
	}
	hubs := func(all ...domain.HubID) func(*C) { return func(c *C) { c.WithHubs = all } }
	parties := func(all ...string) func(*C) { return func(c *C) { c.WithParties = all } }
	run(t, []domaintest.Case{
		{Name: "what works is shared", When: share(), Then: []domain.Event{practised}},
		{
			Name: "by a locality hub, without a programme, with one", When: share(hubs("QE1"), parties(), func(c *C) { c.Hub, c.Programme = coast, uuid.Nil }),
			Then: []domain.Event{with(practised, func(e *domain.GoodPracticeShared) {
				e.Hub, e.Programme, e.WithHubs, e.WithParties = coast, uuid.Nil, []domain.HubID{"QE1"}, nil
			})},
		},
		{
			Name: "under an id of the command's", When: share(func(c *C) { c.Practice = uuid.Nil }), Anew: true,
			Then: []domain.Event{with(practised, func(e *domain.GoodPracticeShared) { e.Practice = domain.NewID(domaintest.CommandID, "practice") })},
		},
		{Name: "for ever so", Given: []domain.Event{practised}, When: share(hubs("QOP")), Refused: "I-ASR-2"},
		{Name: "not tomorrow", When: share(func(c *C) { c.On = 20240604 }), Refused: "I-ASR-3"},
		{Name: "by a hub of the ICS", When: share(func(c *C) { c.Hub = "QOP" }), Refused: "I-ASR-1"},
		{Name: "that is active", When: share(hubs("QOP"), func(c *C) { c.On = 20190331 }), Refused: "I-ASR-4", Prevents: true},
		{Name: "of a programme that is proposed", When: share(func(c *C) { c.Programme = second }), Refused: "I-ASR-1"},
		{Name: "with others", When: share(hubs("QE1", "QOP")), Refused: "I-ASR-18"},
		{Name: "that are there", When: share(hubs("QE1~nowhere")), Refused: "I-ASR-4", Prevents: true},
		{Name: "in an ICS that is known", When: share(hubs("QAA")), Refused: "I-ASR-1"},
		{Name: "and open", When: share(hubs("QHM")), Refused: "I-ASR-5", Prevents: true},
		{Name: "or registered", When: share(parties("NOBODY")), Refused: "I-ASR-1"},
		{Name: "and open too", When: share(parties("GONE")), Refused: "I-ASR-5", Prevents: true},
	}, "I-ASR-1", "I-ASR-2", "I-ASR-3", "I-ASR-4", "I-ASR-5", "I-ASR-18")
}
