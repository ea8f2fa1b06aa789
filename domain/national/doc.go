// Package national is the aggregate of the stream "national": guidance, rates
// and limits, the calendar, types of role, maturity matrices, ambitions and
// indicators. Decisions of hubs and persons read them as they were known at a
// revision. It holds the states of its rooms and hands commands and events to
// the room they belong to.
//
// It has no rules of its own. Whether what an indicator counts can be counted,
// the vocabulary of measure says.
package national
