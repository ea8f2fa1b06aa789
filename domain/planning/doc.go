// Package planning is the room of what a hub knows, what has to be learnt, and
// what its PCNs plan: intelligence, consultations, exercises that gather
// training needs, the needs themselves, workforce plans and conversations.
//
// It knows no decision and no money: the rooms that have them ask whether a
// need is open.
package planning
