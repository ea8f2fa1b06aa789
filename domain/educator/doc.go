// Package educator is the room of those who teach learners: what they were
// trained in, as what they are approved and for which professions, until when,
// and when they stop.
//
// It knows no learner: the room of placements asks who may supervise and
// assess.
package educator
