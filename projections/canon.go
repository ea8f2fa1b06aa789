package projections

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"reflect"
	"slices"
	"sort"
	"sync"

	"github.com/hubledger/hubledger/eventstore"
)

// canon writes values in one way, the same on every machine, into a SHA-256:
// numbers as varints, texts and lists after their length, the fields of a
// struct in their order, what stands in an interface after the name of its
// type, and the entries of a map in the order of their hashes.
type canon struct {
	n    eventstore.Seq // what is known at it is written
	lock sync.Locker    // held, and let go from time to time
	sum  hash.Hash
	buf  []byte // written and not hashed yet
	// steps are how many facts were written since the lock was let go.
	steps *int
	inn   *canon // for the entries of maps; nil until there is one
}

// unlocked is the lock of what nobody else uses.
type unlocked struct{}

func (unlocked) Lock()   {}
func (unlocked) Unlock() {}

func newCanon(n eventstore.Seq, lock sync.Locker) *canon {
	return &canon{n: n, lock: lock, sum: sha256.New(), steps: new(int)}
}

// inner is a canon for an entry of a map, empty. It is one and the same: an
// entry is hashed before the next begins.
func (c *canon) inner() *canon {
	if c.inn == nil {
		c.inn = &canon{n: c.n, lock: c.lock, sum: sha256.New(), steps: c.steps}
	}
	c.inn.sum.Reset()
	c.inn.buf = c.inn.buf[:0]
	return c.inn
}

// hash is that of everything written.
func (c *canon) hash() (h eventstore.Hash) {
	c.flush()
	c.sum.Sum(h[:0])
	return h
}

func (c *canon) flush() {
	c.sum.Write(c.buf) // a hash takes everything
	c.buf = c.buf[:0]
}

// perBreath is how many facts are written before the lock is let go, so that
// whoever waits for it does so for about a millisecond.
const perBreath = 2048

// breathe lets the lock go from time to time. What is known at c.n stays what it
// is meanwhile; a map may get entries, of which nothing is known at c.n.
func (c *canon) breathe() {
	if len(c.buf) > 8<<10 {
		c.flush()
	}
	if *c.steps++; *c.steps >= perBreath {
		*c.steps = 0
		c.lock.Unlock()
		c.lock.Lock()
	}
}

// known is how many of some ascending Seqs are known.
func (c *canon) known(seqs reflect.Value) int {
	return sort.Search(seqs.Len(), func(i int) bool { return seqs.Index(i).Uint() > uint64(c.n) })
}

// first writes the first values of a list of numbers.
func (c *canon) first(v reflect.Value, count int) {
	for i := range count {
		c.value(v.Index(i))
		if i%16 == 0 { // a number is no whole fact
			c.breathe()
		}
	}
}

func (c *canon) uint(u uint64) { c.buf = binary.AppendUvarint(c.buf, u) }
func (c *canon) int(i int64)   { c.buf = binary.AppendVarint(c.buf, i) }
func (c *canon) count(n int)   { c.uint(uint64(n)) }

func (c *canon) text(s string) {
	c.count(len(s))
	c.buf = append(c.buf, s...)
}

func (c *canon) write(b []byte) { c.buf = append(c.buf, b...) }

func (c *canon) bool(b bool) {
	if b {
		c.buf = append(c.buf, 1)
	} else {
		c.buf = append(c.buf, 0)
	}
}

// sorted writes hashes in their order.
func (c *canon) sorted(hashes []eventstore.Hash) {
	slices.SortFunc(hashes, func(a, b eventstore.Hash) int { return bytes.Compare(a[:], b[:]) })
	c.count(len(hashes))
	for _, h := range hashes {
		c.write(h[:])
	}
}

// value writes a value whole. It panics at a kind that no fact is made of: a
// floating point number, a function or a channel.
func (c *canon) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		c.bool(v.Bool())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		c.int(v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		c.uint(v.Uint())
	case reflect.String:
		c.text(v.String())
	case reflect.Array:
		for i := range v.Len() {
			c.value(v.Index(i))
		}
	case reflect.Slice:
		c.count(v.Len())
		for i := range v.Len() {
			c.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			c.value(v.Field(i))
		}
	case reflect.Pointer, reflect.Interface:
		c.bool(!v.IsNil())
		if v.IsNil() {
			return
		}
		if v.Kind() == reflect.Interface {
			c.text(v.Elem().Type().String())
		}
		c.value(v.Elem())
	case reflect.Map:
		var hashes []eventstore.Hash
		for at := v.MapRange(); at.Next(); {
			entry := newCanon(c.n, unlocked{})
			entry.value(at.Key())
			entry.value(at.Value())
			hashes = append(hashes, entry.hash())
		}
		c.sorted(hashes)
	default:
		panic(fmt.Sprintf("projections: a %s has no canonical form", v.Type()))
	}
}
