package domain

// Table is a map that forks in constant time: what a fork assigns lies in a
// layer of its own until it is merged, and is gone with the fork otherwise.
// The zero value is an empty table. Values must not be changed once they are
// in.
type Table[K comparable, V any] struct {
	below *Table[K, V]
	own   map[K]V
}

// Get is the value of a key.
func (t *Table[K, V]) Get(k K) (V, bool) {
	for ; t != nil; t = t.below {
		if v, ok := t.own[k]; ok {
			return v, true
		}
	}
	var zero V
	return zero, false
}

// Set assigns a value to a key.
func (t *Table[K, V]) Set(k K, v V) {
	if t.own == nil {
		t.own = make(map[K]V)
	}
	t.own[k] = v
}

// Fork is a table on top of t. t must not change while the fork is in use.
func (t *Table[K, V]) Fork() Table[K, V] { return Table[K, V]{below: t} }

// Merge puts what the fork assigned into the table it was forked from. The
// fork is empty afterwards and may be used on.
func (t *Table[K, V]) Merge() {
	if t.below == nil {
		panic("domain: merge of a table that is no fork")
	}
	for k, v := range t.own {
		t.below.Set(k, v)
	}
	t.own = nil
}
