package projections

import (
	"slices"

	"github.com/hubledger/hubledger/eventstore"
)

// history is what has become known of one thing, in the order of the log. It
// only ever grows at its end, so what it was as known at n is a prefix of it.
type history[T any] struct {
	seqs  []uint32
	facts []T
}

func (h *history[T]) add(seq eventstore.Seq, v T) {
	h.seqs = append(h.seqs, uint32(seq))
	h.facts = append(h.facts, v)
}

// at is how many facts are known at n.
func (h *history[T]) at(n eventstore.Seq) int {
	if h == nil {
		return 0
	}
	i, _ := slices.BinarySearch(h.seqs, uint32(min(n, MaxSeq)+1))
	return i
}

// last is the newest fact known at n, and false where there is none.
func (h *history[T]) last(n eventstore.Seq) (v T, ok bool) {
	_, v, ok = h.newest(n)
	return v, ok
}

// newest is last with the Seq of the fact.
func (h *history[T]) newest(n eventstore.Seq) (seq eventstore.Seq, v T, ok bool) {
	if i := h.at(n); i > 0 {
		return eventstore.Seq(h.seqs[i-1]), h.facts[i-1], true
	}
	return 0, v, false
}

// known are the facts known at n, in the order of the log.
func (h *history[T]) known(n eventstore.Seq) func(yield func(eventstore.Seq, T) bool) {
	return func(yield func(eventstore.Seq, T) bool) {
		for i := range h.at(n) {
			if !yield(eventstore.Seq(h.seqs[i]), h.facts[i]) {
				return
			}
		}
	}
}

// table is a history for each key.
type table[K comparable, T any] map[K]*history[T]

func (t table[K, T]) add(key K, seq eventstore.Seq, v T) {
	h := t[key]
	if h == nil {
		h = &history[T]{}
		t[key] = h
	}
	h.add(seq, v)
}
