// Package environment is the room of learning environments (LE): who applies,
// who looked at them, what the hub recommends, what the Primary Care School
// decides, what is to be done, and what suspends them.
//
// It knows no learner: the room of placements asks whether an environment is
// approved.
package environment
