// Package funding is the room of a hub's money: what it was given, has
// promised, has incurred and has paid, line by line and year by year, and what
// became of the rest. It keeps its balances by the same postings as every read
// model.
//
// It knows no award, no post and no contract. What it needs to know of them it
// asks its Neighbours, the other rooms of the hub's stream.
package funding
