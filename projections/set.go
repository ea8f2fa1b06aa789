package projections

import (
	"cmp"
	"slices"
)

// set is a set of Seqs that is walked in ascending order: what a filter lets
// through, without looking at what it does not.
type set interface {
	// seek is the smallest member that is n or more, or beyond where there is
	// none.
	seek(n uint32) uint32
}

// beyond is larger than every Seq that models count.
const beyond = 1<<32 - 1

// list is a set by its members, ascending.
type list []uint32

func (l list) seek(n uint32) uint32 {
	i, _ := slices.BinarySearch(l, n)
	if i == len(l) {
		return beyond
	}
	return l[i]
}

// upTo is the set of all Seqs from 1 to its value.
type upTo uint32

func (u upTo) seek(n uint32) uint32 {
	if n > uint32(u) {
		return beyond
	}
	return max(n, 1)
}

// union holds what any of its sets holds; without sets, nothing.
type union []set

func (u union) seek(n uint32) uint32 {
	least := uint32(beyond)
	for _, s := range u {
		least = min(least, s.seek(n))
	}
	return least
}

// intersection holds what all of its sets hold.
type intersection []set

func (x intersection) seek(n uint32) uint32 {
	for {
		at := n
		for _, s := range x {
			if at = s.seek(at); at == beyond {
				return beyond
			}
		}
		if at == n {
			return n // all of them hold it
		}
		n = at
	}
}

// block is how many values of a column have their smallest and largest noted
// together.
const block = 1024

// column is one value for each Seq, the first for Seq 1. The zero value of T
// says that an event has none.
type column[T cmp.Ordered] struct {
	values []T
	least  []T // of each block, of the values there are
	most   []T
}

func (c *column[T]) add(v T) {
	var none T
	i := len(c.values)
	c.values = append(c.values, v)
	if i%block == 0 {
		c.least, c.most = append(c.least, none), append(c.most, none)
	}
	b := i / block
	if v == none {
		return
	}
	if c.least[b] == none || v < c.least[b] {
		c.least[b] = v
	}
	c.most[b] = max(c.most[b], v)
}

// between is the set of Seqs whose value in a column is from one value to
// another, both inclusive.
type between[T cmp.Ordered] struct {
	column   *column[T]
	from, to T
}

func (s between[T]) seek(n uint32) uint32 {
	c := s.column
	for i := int(max(n, 1)) - 1; i < len(c.values); {
		b := i / block
		var none T
		if c.least[b] == none || c.most[b] < s.from || c.least[b] > s.to {
			i = (b + 1) * block
			continue
		}
		for end := min((b+1)*block, len(c.values)); i < end; i++ {
			if v := c.values[i]; v != none && v >= s.from && v <= s.to {
				return uint32(i) + 1
			}
		}
	}
	return beyond
}
