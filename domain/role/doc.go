// Package role is the room of the posts that a hub proposes: who works in them,
// how much, and whether they are embedded; posts that rotate between places;
// and what a PCN is entitled to and claims for additional roles.
//
// It knows no record of a workforce census, which is neither a post nor a
// person, and no person but by a random id. It prices by published rates and
// knows none itself.
package role
