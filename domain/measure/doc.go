// Package measure is the vocabulary that indicators speak: the folded state of
// one thing that hubs account for, such as a placement or a post, in plain
// members and spans of days.
//
// It is a function of the events alone, and what it says of a thing changes
// only with an event. An indicator's rule reads one thing at a time; what needs
// two, such as whether an environment was approved when a placement began, is
// said here.
package measure
