package assurance

import (
	"reflect"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) share(data ShareGoodPractice) (domain.Decision, error) {
	e := domain.GoodPracticeShared(data)
	e.Practice, e.Hub = domain.IDOf(data.Practice, o.id, "practice"), o.hub(data.Hub)
	e.WithHubs, e.WithParties = slices.Sorted(slices.Values(data.WithHubs)), slices.Sorted(slices.Values(data.WithParties))
	before, known := o.s.practices.Get(e.Practice)
	if known && reflect.DeepEqual(before, e) {
		return o.k.Decide()
	}
	o.new(e.Practice, known)
	o.come(e.On)
	o.active(e.Hub, e.On)
	if e.Programme != uuid.Nil {
		_, proposed := o.near.Programmes.Programme(e.Programme)
		o.k.Must(RuleNamed, proposed, "programme %s should be proposed first", e.Programme)
	}
	o.k.Must(RuleOthers, !slices.Contains(e.WithHubs, e.Hub), "%s should share with others than itself", e.Hub)
	for _, hub := range e.WithHubs {
		o.another(hub, e.On)
	}
	for _, code := range e.WithParties {
		o.party(code, e.On)
	}
	return o.k.Decide(e)
}
