// Package topology is the room of which Training Hubs there are: the hub of an
// ICS, the locality hubs under it with the PCNs they serve, who hosts them, with
// whom they work, and which hubs follow or came before.
//
// It knows nothing of what a hub does. Organisations are registered elsewhere:
// it reads that register, bounded by what the decision's basis records.
package topology
