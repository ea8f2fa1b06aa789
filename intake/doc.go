// Package intake reads published files, the Primary Care Network workforce and
// the NHS payments to general practice, and makes of them commands to the
// ledger, each with the row it comes from. Reading is apart from giving: a file
// is read whole, and where anything in it is wrong nothing of it is given.
//
// It decides nothing: what a row means for the ledger is for the rooms of
// domain. It knows no store and no network; whoever imports says through which
// Recorder commands are given.
package intake
