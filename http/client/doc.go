// Package client gives commands to a ledger that a server serves, and reads its
// events, as if it were here: the errors are those of a ledger that is.
//
// It retries where a retry is safe, which for a command it always is: the same
// id is recorded once. It knows nothing of what commands mean.
package client
