package storetest

import (
	"fmt"

	"github.com/hubledger/hubledger/eventstore"
)

var orderCases = []testCase{
	{"seqs and revisions count on after 9 and 99", countsOn},
}

// Ten comes after nine, and a hundred after ninety-nine, in the log and in a
// stream: numbers kept as text come out in another order.
func countsOn(s *subject) {
	for i := range 120 {
		e := Event(ID(fmt.Sprint("counts ", i)), 0, "Counted", fmt.Append(nil, i))
		s.append(stream(1), eventstore.Revision(i)-1, e)
	}
	for _, after := range []eventstore.Revision{8, 9, 10, 98, 99, 100} {
		what := fmt.Sprintf("ReadStream after %d", after)
		same(s, what, s.ReadStream(s.ctx, stream(1), after, eventstore.Whole), s.want[after+1:], eventstore.Whole)
	}
	for _, after := range []eventstore.Seq{9, 10, 11, 99, 100, 101} {
		what := fmt.Sprintf("ReadAll after %d", after)
		same(s, what, s.ReadAll(s.ctx, after, eventstore.Whole), s.want[after:], eventstore.Whole)
	}
}
