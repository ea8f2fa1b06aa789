// Package sqlite is the embedded event store: one SQLite file that any auditor
// can open with the ordinary tools, and a mark beside it that says how far its
// events are acknowledged.
//
// One goroutine writes and groups what waits into one durable commit; readers
// use connections of their own and hold none while their consumer works. What
// each file holds, what is promised and what a crash leaves behind is written
// down in README.md of package eventstore. The package knows bytes and order;
// it does not know what an event means.
package sqlite
