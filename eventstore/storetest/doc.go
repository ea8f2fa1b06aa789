// Package storetest holds every store, and every decorator of a store, to the
// contract of eventstore.Store.
//
// Run is the conformance suite and Check examines the whole of one log. Memory
// is a store for tests, Faulty a decorator that fails on purpose. The suite is
// itself tested: broken stores are handed to it, and each must be found out.
// It knows no store but its own and nothing of what events mean.
package storetest
