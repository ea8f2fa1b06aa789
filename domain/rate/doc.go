// Package rate is the room of published figures that hold on some days: rates
// such as maximum reimbursements and tariffs, and the limits of schemes such as
// a procurement regime. They change in the middle of a year, are published
// after they take effect, and are published again; the room knows which holds
// on a day, as it was known at a revision.
//
// It prices nothing and judges nothing: who reads a rate does.
package rate
