// Package national is the aggregate of the stream "national": guidance, rates
// and limits, and the calendar, which the decisions of hubs and persons read as
// they were known at a revision. It holds the states of its rooms and hands
// commands and events to the room they belong to.
//
// It has no rules of its own.
package national
