// Package interest is the room of what one person declares: interests, nil
// returns, gifts and hospitality. It holds what is declared, when, and answers
// what was held on a day; and it knows the policy on conflicts of interest as
// dated data, for who asks what was due.
//
// It knows no decision: whether an interest mattered to one is for the review.
// It knows no name: persons are random ids, and a relative is a class.
package interest
