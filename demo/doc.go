// Package demo makes a synthetic nation: the published geography of England's
// ICBs, and on it Training Hubs with their hosts, people, money and decisions,
// which are invented and say so. Everything is recorded through commands, as
// anybody would, in the order of a calendar of its own: of hubs that do well,
// and of some that break a rule or ask for what a rule forbids.
//
// It knows no store and no server. The same seed, years and scale give the same
// commands, with the same ids, at the same instants.
package demo
