package domain

// Register is a table that remembers: each key has versions, each valid from a
// revision of its stream. It is what other streams' decisions read, bounded by
// the revision their basis records, so that the same decision can be taken
// again later. It forks like a Table.
type Register[K comparable, V any] struct{ t Table[K, []version[V]] }

type version[V any] struct {
	from  int64
	value V
}

// Get is the newest value of a key.
func (r *Register[K, V]) Get(k K) (V, bool) {
	if vs, ok := r.t.Get(k); ok {
		return vs[len(vs)-1].value, true
	}
	var zero V
	return zero, false
}

// At is the value of a key as it was at a revision.
func (r *Register[K, V]) At(k K, revision int64) (V, bool) {
	vs, _ := r.t.Get(k)
	for i := len(vs) - 1; i >= 0; i-- {
		if vs[i].from <= revision {
			return vs[i].value, true
		}
	}
	var zero V
	return zero, false
}

// Set assigns a value to a key from a revision on. Revisions of a key never
// decrease.
func (r *Register[K, V]) Set(k K, revision int64, v V) {
	old, _ := r.t.Get(k)
	if n := len(old); n > 0 && old[n-1].from == revision {
		old = old[:n-1]
	}
	// A full slice expression: a fork never writes into what lies below it.
	r.t.Set(k, append(old[:len(old):len(old)], version[V]{revision, v}))
}

// Fork is a register on top of r.
func (r *Register[K, V]) Fork() Register[K, V] { return Register[K, V]{r.t.Fork()} }

// Merge puts what the fork assigned into the register it was forked from.
func (r *Register[K, V]) Merge() { r.t.Merge() }
