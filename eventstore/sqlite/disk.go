package sqlite

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/gofrs/flock"

	"github.com/hubledger/hubledger/eventstore"
)

// disk is what the store asks of the file system itself; the database is
// reached through SQLite, which asks the VFS of the same disk.
type disk interface {
	// vfs is the name of the SQLite VFS of this disk.
	vfs() string
	// local refuses a directory on a file system that SQLite's locks and
	// shared memory don't work on.
	local(dir string) error
	makeDir(dir string) error
	// lock takes an exclusive lock until it is closed, or *eventstore.LockedError.
	lock(path string) (io.Closer, error)
	// open opens a file for reading and, unless flag is os.O_RDONLY, writing.
	open(path string, flag int) (file, error)
	// size is that of a file; ok is false where there is none.
	size(path string) (size int64, ok bool, err error)
	rename(from, to string) error
	// remove removes a file that need not exist.
	remove(path string) error
	// syncDir makes what was created, renamed and removed in dir durable.
	syncDir(dir string) error
}

// file is an open file of a disk.
type file interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	// Sync returns when all that was written is on stable storage.
	Sync() error
	// forget drops what memory holds of the file, so that the next read shows
	// what the disk holds.
	forget()
	// replaced reports whether the path it was opened by is now another file.
	replaced() bool
}

// machine is the disk of the machine.
type machine struct{}

func (machine) vfs() string { return registerVFS() }

func (machine) makeDir(dir string) error { return os.MkdirAll(dir, 0o700) }

func (machine) lock(path string) (io.Closer, error) {
	l := flock.New(path, flock.SetPermissions(0o600))
	ok, err := l.TryLock()
	if err != nil {
		return nil, fmt.Errorf("couldn't lock %s: %w", path, err)
	}
	if !ok {
		l.Close()
		return nil, &eventstore.LockedError{Path: path}
	}
	return l, nil
}

func (machine) open(path string, flag int) (file, error) {
	f, err := os.OpenFile(path, flag, 0o600)
	if err != nil {
		return nil, err
	}
	return osFile{f}, nil
}

func (machine) size(path string) (int64, bool, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, err
	}
	return info.Size(), true, nil
}

func (machine) rename(from, to string) error { return os.Rename(from, to) }

func (machine) remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (machine) syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

type osFile struct{ *os.File }

func (f osFile) Sync() error { return syncData(f.File) }

func (f osFile) forget() { forget(f.File) }

func (f osFile) replaced() bool {
	here, err := f.Stat()
	if err != nil {
		return true
	}
	there, err := os.Stat(f.Name())
	return err != nil || !os.SameFile(here, there)
}
