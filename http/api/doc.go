// Package api is the JSON of the HTTP API: the shapes that a server writes and
// a client reads, and how an event is written with its bytes unchanged.
//
// It knows no HTTP and no ledger. The descriptions in the tags stand in the
// OpenAPI document.
package api
