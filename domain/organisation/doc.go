// Package organisation is the register of organisations: practices, PCNs,
// commissioners, suppliers and other parties, open and closed, what they are in
// law, how many patients they have, and how they are related, day by day. It is
// the room and the aggregate of the stream "organisations".
//
// It reads no other stream. Other streams' decisions read it through a View,
// bounded by a revision.
package organisation
