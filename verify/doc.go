// Package verify derives everything in a ledger again from its log and
// compares: the order, the hashes, and every decision from what it was decided
// on, refusals included.
//
// It trusts neither the program that wrote the log nor the store that holds it.
// It knows no rule of its own: it asks those of domain, as the log says they
// were asked. What only a signed checkpoint can show, that a log was rewritten
// from some event on with every hash made anew, it can't know.
package verify
