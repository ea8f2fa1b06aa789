// Package commissioning is the room of what a hub commissions: its programmes,
// the decisions on them with the conflicts of interest of those who take part,
// the awards that follow, and what was delivered. A person who is recused from
// a decision never counts in it.
//
// It knows no money, no meeting, no need and no contract of the hub. What it
// needs to know of them it asks its Neighbours, the other rooms of the hub's
// stream.
package commissioning
