package verify

import (
	"reflect"
	"testing"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// Two events of a command agree in every member of their envelopes but those
// that belong to one event; a member added later is not passed over.
func TestSameCommand(t *testing.T) {
	evidence := []eventstore.Evidence{{Hash: eventstore.HashOf([]byte("minutes")), Kind: "minutes"}}
	full := func() eventstore.Envelope {
		return eventstore.Envelope{
			V: 1, RecordedAt: eventstore.InstantOf(time.Unix(1, 0)), EffectiveOn: "2025-01-01",
			Actor: &eventstore.Actor{Person: uuid.Max, Role: "manager"}, Authority: "4.2", Evidence: evidence,
			Happened: &eventstore.Happened{On: "2025-01-01", Evidence: evidence},
			Breaches: []eventstore.Breach{{Rule: "I-HUB-7", Sentence: "it should be open"}},
			Command:  &eventstore.Command{Name: "register-hub", V: 1, ID: uuid.Max, Hash: eventstore.HashOf(nil), Data: jsontext.Value("{}")},
			Source:   &eventstore.Source{Row: 1}, Basis: map[eventstore.StreamID]eventstore.Revision{"organisations": 1}, Rules: 1,
			DataHash: eventstore.HashOf(nil), Prev: eventstore.HashOf(nil), Correlation: uuid.Max, Causation: uuid.Max,
		}
	}
	if !sameCommand(full(), full()) {
		t.Fatal("an envelope does not agree with its copy")
	}
	own := map[string]bool{"V": true, "Source": true, "DataHash": true, "Prev": true, "Command.N": true, "Command.Data": true}
	differs := func(name string, field func(*eventstore.Envelope) reflect.Value) {
		other := full()
		v := field(&other)
		v.SetZero()
		if name == "Command.N" {
			v.SetInt(1)
		} else if reflect.DeepEqual(other, full()) {
			t.Fatalf("%s is not set in the test's envelope", name)
		}
		if got := sameCommand(full(), other); got != own[name] {
			t.Errorf("envelopes that differ in %s: same is %v", name, got)
		}
		if got := sameCommand(other, full()); got != own[name] {
			t.Errorf("envelopes that differ in %s, the other way round: same is %v", name, got)
		}
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[eventstore.Envelope]()) {
		differs(f.Name, func(e *eventstore.Envelope) reflect.Value { return reflect.ValueOf(e).Elem().FieldByIndex(f.Index) })
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[eventstore.Command]()) {
		differs("Command."+f.Name, func(e *eventstore.Envelope) reflect.Value {
			return reflect.ValueOf(e.Command).Elem().FieldByIndex(f.Index)
		})
	}
}
