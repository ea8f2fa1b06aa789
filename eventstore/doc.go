// Package eventstore is the log: bytes and their order.
//
// It defines what a store promises (Store), the envelope that stands in an
// event's metadata, the leaf that proofs are made of, and the errors every
// store speaks. It knows no business: what an event means is for others.
// The formats and the promise are written down in README.md beside this file.
package eventstore
