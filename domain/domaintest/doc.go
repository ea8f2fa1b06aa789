// Package domaintest holds an aggregate against tables of cases: given what is
// recorded, when a command comes, then this is decided. It holds every case
// against the laws that all aggregates keep, too: forks, determinism, and that
// the same order again has nothing to record.
//
// It knows no room, and is for tests only.
package domaintest
