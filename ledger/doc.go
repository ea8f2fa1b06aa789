// Package ledger is the write path: it folds a stream, decides a command on
// its state, appends what was decided, and gives a receipt built from what is
// stored.
//
// It knows no rule and no file format: rules are in the rooms of domain, bytes
// in domain/wire, durability in a store.
package ledger
