// Package placement is the room of learners on placement: the places that
// sites offer, who has one, when they come and go, and what is paid for them,
// by dated rates, also where a rate is published late.
//
// It knows no person but by a random id, judges no environment and no educator
// (it asks the rooms that do), and moves no money: a price says what is due,
// the room of funding what was paid.
package placement
