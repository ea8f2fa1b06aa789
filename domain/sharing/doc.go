// Package sharing is the room of what hubs share: staff, places and money that
// one hub gives to another, also beyond its area, and resources that hubs point
// people to and publish.
//
// It moves no money: the room of funding does. It knows one ICS; what a hub of
// another ICS recorded of the same share is for read models to compare.
package sharing
