package domain

import "github.com/google/uuid"

// NewID is the id of a new thing that a command makes and does not name itself:
// UUIDv5(command id, name). A retry makes the same.
func NewID(command uuid.UUID, name string) uuid.UUID { return uuid.NewSHA1(command, []byte(name)) }

// IDOf is the id of a new thing: what the command names, or NewID where it
// names none.
func IDOf(named, command uuid.UUID, name string) uuid.UUID {
	if named == uuid.Nil {
		return NewID(command, name)
	}
	return named
}
