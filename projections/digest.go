package projections

import (
	"fmt"
	"reflect"
	"sync"

	"github.com/hubledger/hubledger/eventstore"
)

// ModelDigest is the digest of one model.
type ModelDigest struct {
	Model  string          `json:"model"`
	Digest eventstore.Hash `json:"digest"`
}

// Digests are what models hold as known at a Seq, as SHA-256 in the order of the
// models. Those of two copies are equal on every machine and store, whatever
// came after that Seq.
type Digests struct {
	Seq    eventstore.Seq
	Models []ModelDigest
}

// All is the digest of all models together.
func (d Digests) All() eventstore.Hash {
	c := newCanon(d.Seq, unlocked{})
	for _, m := range d.Models {
		c.text(m.Model)
		c.write(m.Digest[:])
	}
	return c.hash()
}

// differing are the models whose digests are not the same in both.
func (d Digests) differing(other Digests) (models []Differing) {
	for i, m := range d.Models {
		if o := other.Models[i]; o != m {
			models = append(models, Differing{Model: m.Model, Serving: m.Digest, Rebuilt: o.Digest})
		}
	}
	return models
}

// digester is a model that writes some of what it holds by itself: the fields
// with the tag `digest:"own"`.
type digester interface {
	// digest writes what those fields hold as known at c.n.
	digest(c *canon)
}

// digestsOf are the digests of models as known at n. The lock is held while
// something is read, and let go from time to time; the caller does not hold it.
func digestsOf(models []Model, n eventstore.Seq, lock sync.Locker) Digests {
	d := Digests{Seq: n}
	for _, m := range models {
		d.Models = append(d.Models, ModelDigest{m.Name(), digestOf(m, n, lock)})
	}
	return d
}

// digestOf is the digest of a model. It panics where a field can neither be cut
// at a Seq nor is left out by a tag: such a model is not finished.
func digestOf(m Model, n eventstore.Seq, lock sync.Locker) eventstore.Hash {
	c := newCanon(n, lock)
	v := reflect.ValueOf(m)
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	lock.Lock()
	defer lock.Unlock()
	c.text(m.Name())
	c.held(v)
	if own, ok := m.(digester); ok {
		own.digest(c)
	}
	return c.hash()
}

// held writes what a value of a model holds as known at c.n, and reports whether
// that is anything.
func (c *canon) held(v reflect.Value) (any bool) {
	t := v.Type()
	switch cutOf(t) {
	case cutHistory:
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		seqs, facts := v.FieldByName("seqs"), v.FieldByName("facts")
		known := c.known(seqs)
		c.count(known)
		for i := range known {
			c.uint(seqs.Index(i).Uint())
			c.value(facts.Index(i))
			c.breathe()
		}
		return known > 0
	case cutList:
		known := c.known(v)
		c.count(known)
		c.first(v, known)
		return known > 0
	case cutColumn:
		values := v.FieldByName("values")
		known := min(int(c.n), values.Len())
		c.count(known)
		c.first(values, known)
		return known > 0
	}
	switch t.Kind() {
	case reflect.Map:
		return c.entries(v)
	case reflect.Struct:
		for i := range t.NumField() {
			switch f := t.Field(i); f.Tag.Get("digest") {
			case "-", "own":
			case "":
				c.text(f.Name)
				any = c.held(v.Field(i)) || any
			default:
				panic(fmt.Sprintf("projections: field %s of %s has the tag digest:%q; there are \"-\" and \"own\"", f.Name, t, f.Tag.Get("digest")))
			}
		}
		return any
	}
	panic(fmt.Sprintf("projections: a %s can't be cut at a seq; keep a history, a list or a column, or say with the tag digest:\"-\" that it follows from what counts", t))
}

// entries writes a map: each entry's hash, in the order of the hashes. An entry
// of which nothing is known is not there yet.
func (c *canon) entries(m reflect.Value) bool {
	var hashes []eventstore.Hash
	for at := m.MapRange(); at.Next(); {
		entry := c.inner()
		entry.value(at.Key())
		if entry.held(at.Value()) {
			hashes = append(hashes, entry.hash())
		}
		c.breathe()
	}
	c.sorted(hashes)
	return len(hashes) > 0
}

// cut is how something that a model holds is cut at a Seq.
type cut int

const (
	notCut     cut = iota // by what it is made of
	cutHistory            // facts with the Seqs they are known from
	cutList               // of Seqs
	cutColumn             // a value for each Seq
)

func cutOf(t reflect.Type) cut {
	switch {
	case t == reflect.TypeFor[list]():
		return cutList
	case t == reflect.TypeFor[column[int32]](), t == reflect.TypeFor[column[int64]]():
		return cutColumn
	}
	pointer := t
	if t.Kind() != reflect.Pointer {
		pointer = reflect.PointerTo(t)
	}
	if pointer.Implements(reflect.TypeFor[interface{ at(eventstore.Seq) int }]()) {
		return cutHistory
	}
	return notCut
}
