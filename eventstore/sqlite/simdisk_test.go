package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/ncruces/go-sqlite3/vfs"

	"github.com/hubledger/hubledger/eventstore"
)

// simDisk is a disk in memory that can fail at any operation and lose its
// power. It keeps, beside what a program reads, what would survive: bytes that
// were synced, and of the rest any sectors; directory entries that were synced,
// and of the rest any number from the first on, or any at all.
type simDisk struct {
	mu      sync.Mutex
	name    string // of its VFS
	shm     string // a real directory, for shared memory
	dirs    map[string]bool
	entries map[string]*inode
	durable map[string]*inode // entries that would survive
	changes []change          // to entries since
	locks   map[string]bool

	// ops counts what changes the disk. Before each, fault may say that it
	// fails; halfway means that it is begun all the same.
	ops   int
	fault func(op int, kind, path string) (err error, halfway bool)
}

// inode is a file.
type inode struct {
	data    []byte // as a program reads it
	durable []byte
	writes  []write // since the last sync
	lock    simLock
}

// write of bytes at an offset, or a change of size where bytes is nil.
type write struct {
	at    int64
	bytes []byte
}

// change of a directory: path is node now, or nothing, and from, if it is not
// empty, is nothing.
type change struct {
	path string
	node *inode
	from string
}

const sector = 512

var simDisks atomic.Int64

func newSimDisk(shm string) *simDisk {
	d := &simDisk{
		name: fmt.Sprintf("sim-%d", simDisks.Add(1)), shm: shm,
		dirs: map[string]bool{"/": true}, entries: map[string]*inode{}, durable: map[string]*inode{}, locks: map[string]bool{},
	}
	vfs.Register(d.name, storeVFS{simVFS{d}})
	return d
}

func (d *simDisk) close() { vfs.Unregister(d.name) }

// step counts an operation and says whether it fails.
func (d *simDisk) step(kind, path string) (error, bool) {
	d.ops++
	if d.fault == nil {
		return nil, true
	}
	err, halfway := d.fault(d.ops, kind, path)
	return err, err == nil || halfway
}

// powerCut is the disk as it may be found after the power was lost.
func (d *simDisk) powerCut(random *rand.Rand) *simDisk {
	d.mu.Lock()
	defer d.mu.Unlock()
	after := newSimDisk(d.shm)
	after.dirs = maps.Clone(d.dirs)
	entries := maps.Clone(d.durable)
	upTo, each := len(d.changes), random.IntN(4) == 0
	if !each {
		upTo = random.IntN(len(d.changes) + 1)
	}
	for _, c := range d.changes[:upTo] {
		if each && random.IntN(2) == 0 {
			continue
		}
		delete(entries, c.from)
		if c.node == nil {
			delete(entries, c.path)
		} else {
			entries[c.path] = c.node
		}
	}
	for _, path := range slices.Sorted(maps.Keys(entries)) {
		data := entries[path].survives(random)
		after.entries[path] = &inode{data: data, durable: bytes.Clone(data)}
		after.durable[path] = after.entries[path]
	}
	return after
}

// survives is what is found of a file after the power was lost.
func (n *inode) survives(random *rand.Rand) []byte {
	data := bytes.Clone(n.durable)
	keep := random.IntN(5) // 0 nothing, 4 everything that was not synced
	for _, w := range n.writes {
		if w.bytes == nil {
			if keep == 4 || keep > 0 && random.IntN(2) == 0 {
				data = resize(data, w.at)
			}
			continue
		}
		for from := 0; from < len(w.bytes); {
			to := min(len(w.bytes), from+sector-int(w.at+int64(from))%sector)
			if keep == 4 || keep > 0 && random.IntN(4) < keep {
				data = put(data, w.bytes[from:to], w.at+int64(from))
			}
			from = to
		}
	}
	return data
}

// flush makes durable what was written since the last sync, and not what a
// failed one lost.
func (n *inode) flush() {
	for _, w := range n.writes {
		if w.bytes == nil {
			n.durable = resize(n.durable, w.at)
		} else {
			n.durable = put(n.durable, w.bytes, w.at)
		}
	}
	n.writes = nil
}

func put(data, b []byte, at int64) []byte {
	if end := at + int64(len(b)); end > int64(len(data)) {
		data = resize(data, end)
	}
	copy(data[at:], b)
	return data
}

func resize(data []byte, size int64) []byte {
	if size <= int64(len(data)) {
		return data[:size]
	}
	return append(data, make([]byte, size-int64(len(data)))...)
}

// clone is the same disk again, everything on it synced.
func (d *simDisk) clone() *simDisk {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := newSimDisk(d.shm)
	c.dirs = maps.Clone(d.dirs)
	for path, n := range d.entries {
		c.entries[path] = &inode{data: bytes.Clone(n.data), durable: bytes.Clone(n.data)}
		c.durable[path] = c.entries[path]
	}
	return c
}

func (d *simDisk) vfs() string        { return d.name }
func (d *simDisk) local(string) error { return nil }

func (d *simDisk) makeDir(dir string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.dirs[dir] = true
	return nil
}

type simUnlock func()

func (u simUnlock) Close() error {
	u()
	return nil
}

func (d *simDisk) lock(path string) (io.Closer, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.locks[path] {
		return nil, &eventstore.LockedError{Path: path}
	}
	d.locks[path] = true
	return simUnlock(func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.locks, path)
	}), nil
}

func (d *simDisk) open(path string, flag int) (file, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n, err := d.find(path, flag)
	if err != nil {
		return nil, err
	}
	return &simFile{d: d, path: path, node: n}, nil
}

// find opens a file. The caller holds the mutex.
func (d *simDisk) find(path string, flag int) (*inode, error) {
	n, ok := d.entries[path]
	switch {
	case ok && flag&os.O_EXCL != 0:
		return nil, fmt.Errorf("%s: %w", path, fs.ErrExist)
	case !ok && flag&os.O_CREATE == 0:
		return nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	case !ok:
		err, begun := d.step("create", path)
		if begun {
			n = &inode{}
			d.set(path, n)
		}
		return n, err
	case flag&os.O_TRUNC != 0:
		err, begun := d.step("truncate", path)
		if begun {
			n.resize(0)
		}
		return n, err
	}
	return n, nil
}

func (n *inode) resize(size int64) {
	n.data = resize(n.data, size)
	n.writes = append(n.writes, write{at: size})
}

func (d *simDisk) set(path string, n *inode) {
	if n == nil {
		delete(d.entries, path)
	} else {
		d.entries[path] = n
	}
	d.changes = append(d.changes, change{path: path, node: n})
}

func (d *simDisk) size(path string) (int64, bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.dirs[path] {
		return 0, true, nil
	}
	n, ok := d.entries[path]
	if !ok {
		return 0, false, nil
	}
	return int64(len(n.data)), true, nil
}

func (d *simDisk) rename(from, to string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	err, begun := d.step("rename", from)
	if !begun {
		return err
	}
	if d.dirs[from] { // a directory: all at once, and durable
		d.dirs[to] = true
		delete(d.dirs, from)
		for path, n := range maps.Clone(d.entries) {
			if rest, ok := strings.CutPrefix(path, from+"/"); ok {
				d.set(path, nil)
				d.set(to+"/"+rest, n)
			}
		}
		d.flushDir()
		return err
	}
	n := d.entries[from]
	if n == nil {
		return errors.Join(err, fs.ErrNotExist)
	}
	d.entries[to] = n
	delete(d.entries, from)
	d.changes = append(d.changes, change{to, n, from})
	return err
}

func (d *simDisk) remove(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.entries[path] == nil {
		return nil
	}
	err, begun := d.step("remove", path)
	if begun {
		d.set(path, nil)
	}
	return err
}

func (d *simDisk) syncDir(dir string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	err, begun := d.step("syncDir", dir)
	if begun && err == nil {
		d.flushDir()
	}
	return err
}

func (d *simDisk) flushDir() {
	d.durable, d.changes = maps.Clone(d.entries), nil
}

// simFile is an open file of a simDisk.
type simFile struct {
	d    *simDisk
	path string
	node *inode
}

func (f *simFile) ReadAt(p []byte, off int64) (int, error) {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	if off >= int64(len(f.node.data)) {
		return 0, io.EOF
	}
	n := copy(p, f.node.data[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *simFile) WriteAt(p []byte, off int64) (int, error) {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	err, begun := f.d.step("write", f.path)
	if begun {
		if err != nil {
			p = p[:len(p)/2]
		}
		f.node.data = put(f.node.data, p, off)
		f.node.writes = append(f.node.writes, write{off, bytes.Clone(p)})
	}
	return len(p), err
}

func (f *simFile) truncate(size int64) error {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	err, begun := f.d.step("truncate", f.path)
	if begun {
		f.node.resize(size)
	}
	return err
}

func (f *simFile) Sync() error {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	err, begun := f.d.step("sync", f.path)
	switch {
	case err == nil:
		f.node.flush()
	case begun: // the kernel calls the pages clean, and has lost some of them
		f.node.writes = nil
	}
	return err
}

func (f *simFile) forget() {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	if len(f.node.writes) == 0 {
		f.node.data = bytes.Clone(f.node.durable)
	}
}

func (f *simFile) replaced() bool {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	return f.d.entries[f.path] != f.node
}

func (f *simFile) Close() error { return nil }

// shmPath is where the shared memory of a database is.
func (d *simDisk) shmPath(path string) string {
	return filepath.Join(d.shm, d.name+strings.ReplaceAll(path, "/", "_")+"-shm")
}
