package wire

import (
	"fmt"
	"reflect"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/hubledger/hubledger/domain"
)

// CommandType is a row of the table of commands.
type CommandType struct {
	Name    string
	Version int // of the schema that is read today
	Kind    Kind
	// Internal commands are given by the program itself, never from outside.
	Internal bool
	// MayHaveHappened: the act takes place outside the ledger, so it may be
	// reported with happened{on, evidence}.
	MayHaveHappened bool
	Summary         string // what it does, in a sentence
	// Data is the Go type of the command's data, for its JSON schema.
	Data reflect.Type

	decode  func(jsontext.Value) (domain.CommandData, error)
	upcasts []func(jsontext.Value) (jsontext.Value, error)
}

func command[C domain.CommandData](kind Kind, summary string, flags ...flag) CommandType {
	var zero C
	t := CommandType{
		Name:    zero.CommandName(),
		Version: 1,
		Kind:    kind,
		Summary: summary,
		Data:    reflect.TypeFor[C](),
		decode: func(b jsontext.Value) (domain.CommandData, error) {
			var c C
			if err := json.Unmarshal(b, &c, strict); err != nil {
				return nil, err
			}
			return c, nil
		},
	}
	for _, f := range flags {
		switch f {
		case internal:
			t.Internal = true
		case mayHaveHappened:
			t.MayHaveHappened = true
		}
	}
	return t
}

type flag int

const (
	internal flag = iota
	mayHaveHappened
)

// UnknownCommandError says that there is no command of a name.
type UnknownCommandError struct{ Name string }

func (e *UnknownCommandError) Error() string {
	return fmt.Sprintf("there is no command %q", e.Name)
}

// LookupCommand finds a row of the table by name.
func LookupCommand(name string) (CommandType, bool) {
	t, ok := commandTypes[name]
	return t, ok
}

// DecodeCommand reads the stored data of a command of any version.
func DecodeCommand(name string, version int, data jsontext.Value) (domain.CommandData, error) {
	t, ok := commandTypes[name]
	if !ok {
		return nil, &UnknownCommandError{Name: name}
	}
	if version < 1 || version > t.Version {
		return nil, fmt.Errorf("this program knows command %s up to version %d, not version %d", name, t.Version, version)
	}
	for _, up := range t.upcasts[version-1:] {
		var err error
		if data, err = up(data); err != nil {
			return nil, fmt.Errorf("couldn't bring command %s from version %d to %d: %w", name, version, t.Version, err)
		}
	}
	c, err := t.decode(data)
	if err != nil {
		return nil, fmt.Errorf("couldn't read command %s: %w", name, err)
	}
	return c, nil
}
