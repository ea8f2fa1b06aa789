// Package wire turns events and commands into bytes and back.
//
// Its two tables (events.go, commands.go) have one row per type: its name, the
// version of its schema, the kind of stream it belongs to, and how older
// versions become today's. Bytes of every version and what they mean today are
// frozen in testdata. It decides nothing and stores nothing.
package wire
