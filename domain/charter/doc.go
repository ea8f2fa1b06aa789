// Package charter is the room of the stream "ledger": what the ledger records
// about itself. Its founding, the rules in force, imports, signing keys and
// checkpoints, faults and what is done about findings.
//
// It knows no other stream, no tree and no signature: what it says of a
// checkpoint is that one follows another.
package charter
