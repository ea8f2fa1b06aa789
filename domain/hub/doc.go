// Package hub is the aggregate of the stream "hub-<ICB code>": everything of
// one ICS hub and its locality hubs. It holds the states of its rooms and hands
// commands and events to the room they belong to, so that a rule may span what
// several rooms know.
//
// Rules of its own it has for corrections alone, which span the rooms: an event
// that was recorded wrongly is reversed, voided, and followed by the right act,
// in one command.
package hub
