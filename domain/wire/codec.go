package wire

import (
	"fmt"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
)

// EventType is a row of the table of events.
type EventType struct {
	Name    string
	Version int  // of the schema that is written today
	Kind    Kind // of the streams it belongs to

	decode func([]byte) (domain.Event, error)
	// upcasts[i] turns the bytes of version i+1 into those of version i+2.
	upcasts []func([]byte) ([]byte, error)
}

// strict is how everything is read that is hashed, signed or decided on:
// names are case-sensitive and stand once, text is UTF-8, and what is not
// known is refused.
var strict = json.JoinOptions(json.RejectUnknownMembers(true))

func event[E domain.Event](kind Kind, upcasts ...func([]byte) ([]byte, error)) EventType {
	var zero E
	return EventType{
		Name:    zero.EventType(),
		Version: len(upcasts) + 1,
		Kind:    kind,
		upcasts: upcasts,
		decode: func(b []byte) (domain.Event, error) {
			var e E
			if err := json.Unmarshal(b, &e, strict); err != nil {
				return nil, err
			}
			return e, nil
		},
	}
}

// UnknownTypeError says that this program does not know a type of event, or
// not this version of it. A fold stops there: it never skips.
type UnknownTypeError struct {
	Type    string
	Version int
	Newest  int // the newest version known; 0 where the type is not known
}

func (e *UnknownTypeError) Error() string {
	if e.Newest == 0 {
		return fmt.Sprintf("this program does not know events of type %q", e.Type)
	}
	return fmt.Sprintf("this program knows %s up to version %d, not version %d; a newer one is needed", e.Type, e.Newest, e.Version)
}

// EncodeEvent writes the data of an event in today's version.
func EncodeEvent(e domain.Event) (version int, data []byte, err error) {
	t, ok := eventTypes[e.EventType()]
	if !ok {
		return 0, nil, &UnknownTypeError{Type: e.EventType()}
	}
	data, err = json.Marshal(e, json.Deterministic(true))
	if err != nil {
		return 0, nil, fmt.Errorf("couldn't write %s: %w", t.Name, err)
	}
	return t.Version, data, nil
}

// DecodeEvent reads the data of an event of any version ever written.
func DecodeEvent(typ string, version int, data []byte) (domain.Event, error) {
	t, ok := eventTypes[typ]
	if !ok || version < 1 || version > t.Version {
		return nil, &UnknownTypeError{Type: typ, Version: version, Newest: t.Version}
	}
	for _, up := range t.upcasts[version-1:] {
		var err error
		if data, err = up(data); err != nil {
			return nil, fmt.Errorf("couldn't bring %s from version %d to %d: %w", typ, version, t.Version, err)
		}
	}
	e, err := t.decode(data)
	if err != nil {
		return nil, fmt.Errorf("couldn't read %s: %w", typ, err)
	}
	return e, nil
}

// KindOfEvent is the kind of streams that a type of event belongs to.
func KindOfEvent(typ string) (Kind, bool) {
	t, ok := eventTypes[typ]
	return t.Kind, ok
}
