// Package roletype is the room of the types of role there are: by version, with
// the days each holds on, the bands and regulators, whether the Additional
// Roles Reimbursement Scheme pays for it, and how many posts it pays for.
//
// It knows no post and no rate: who reads a type decides what it means.
package roletype
