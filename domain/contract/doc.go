// Package contract is the room of the footing a hub works on: its contract with
// the body it accounts to, the agreement with its ICS, its policies, and the
// Operating Model it has adopted. It answers whether the three things that hubs
// must have are there on a day: a contract, a policy on conflicts of interest,
// and that they are run not for profit.
//
// It knows no decision and no money: the rooms that have them ask it.
package contract
