// Package projections is the read path: models of the log that answer as known
// at any Seq, and the engine that keeps them at its end.
//
// A model holds facts, each tagged with the Seq it is known from, and an answer
// as known at n is made of the facts up to n. So the law holds by construction
// and is tested for each: what a model answers as known at n is what a fold of
// the first n events answers. Nothing here decides, writes, knows a clock or
// knows HTTP.
package projections
