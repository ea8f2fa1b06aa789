package storetest

import (
	"errors"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/hubledger/hubledger/eventstore"
)

// unreliable is a store that loses one answer in eight, some before and some
// after the append was recorded.
func unreliable(s eventstore.Store, seed uint64) *Faulty {
	var mu sync.Mutex
	random := rand.New(rand.NewPCG(seed, 3))
	return NewFaulty(s, Script{Append: func(int) AppendFault {
		mu.Lock()
		defer mu.Unlock()
		if random.IntN(8) > 0 {
			return AppendFault{}
		}
		return AppendFault{Err: errors.New("the answer was lost"), Persisted: random.IntN(2) == 0}
	}})
}

// Histories with lost answers are linearizable when each is taken as maybe
// recorded, and not when it is taken as surely not.
func TestLostAnswersAreLinearizable(t *testing.T) {
	c := testCase{"", linearizable}
	for seed := range uint64(10) {
		c.run(t, func(testing.TB) Harness {
			return Harness{Store: unreliable(NewMemory(ID("ledger")), seed)}
		})
	}
	guilty := planted{plant: func(a *altered) {
		f := unreliable(a.Memory, 1)
		onAppend(func(_ *altered, c appendCall, _ pass) (eventstore.Seq, error) {
			seq, err := f.Append(c.ctx, c.stream, c.expected, c.events)
			if err != nil && !refused(err) {
				err = conflict(c.stream, c.expected, c.expected+1)
			}
			return seq, err
		})(a)
	}}
	if w := judge(t, c, guilty); !w.Failed() {
		t.Error("lost answers that are taken as conflicts were found linearizable")
	}
}
