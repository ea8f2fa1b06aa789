// Package ambition is the room of national ambitions, such as 26,000 more staff
// in general practice: who counts, by which definition, and what was reported.
//
// It counts nobody itself. An ambition has no progress but by a definition,
// because for one day definitions give several figures, all of them published.
package ambition
