// Package http serves a ledger: the API, its OpenAPI document and pages, the
// live feed and the metrics. It wraps listening, serving and shutting down, so
// that nobody else needs net/http; inside it, http means net/http.
//
// One table (routes.go) says what there is; routing, reading of parameters, the
// OpenAPI document and the pages are made from it. It decides nothing: commands
// go to package ledger, questions to package projections, and it knows no
// store's inside.
package http
