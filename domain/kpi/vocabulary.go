package kpi

import "github.com/hubledger/hubledger/domain"

// Vocabulary is the words that definitions are written in, as the room needs
// them.
type Vocabulary interface {
	// Knows reports whether there is a version of the vocabulary.
	Knows(version int) bool
	// Faults are what is wrong with measures that are written in a version that
	// it knows, in their order; none where all of them can be counted.
	Faults(version int, measures []domain.KPIMeasure) []Fault
}

// Fault is what is wrong with a definition.
type Fault struct {
	Pointer string // the field, such as /measures/0/each
	Text    string // what is wrong, and what would be right
}
