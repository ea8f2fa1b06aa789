package sqlite

import (
	"errors"
	"fmt"
	"sync"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// storeVFS is a VFS whose files remember the first error of a write, which
// SQLite passes on as "disk I/O error", and which gathers writes to the
// write-ahead log.
type storeVFS struct{ vfs.VFSFilename }

// registerVFS makes the VFS of the machine's disk known to SQLite, which looks
// them up by name, process-wide, and returns its name.
var registerVFS = sync.OnceValue(func() string {
	const name = "hubledger"
	vfs.Register(name, storeVFS{vfs.Find("os").(vfs.VFSFilename)})
	return name
})

func (v storeVFS) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := v.VFSFilename.OpenFilename(name, flags)
	if err != nil {
		return f, flags, err
	}
	if flags&vfs.OPEN_WAL != 0 {
		return &logFile{File: f}, flags, nil
	}
	if db, ok := f.(databaseFile); ok && flags&vfs.OPEN_MAIN_DB != 0 {
		return &dbFile{databaseFile: db}, flags, nil
	}
	return f, flags, nil
}

// fault is the first error of a file.
type fault struct{ first error }

func (f *fault) keep(err error) error {
	if err != nil && f.first == nil {
		f.first = err
	}
	return err
}

// withCause adds to an error of SQLite what the files of its connection met.
func withCause(c *sqlite3.Conn, err error) error {
	for _, op := range []sqlite3.FcntlOpcode{sqlite3.FCNTL_JOURNAL_POINTER, sqlite3.FCNTL_FILE_POINTER} {
		f, ctlErr := c.FileControl("main", op)
		if ctlErr != nil {
			continue
		}
		if wrapped, ok := f.(vfs.FileUnwrap); ok {
			f = wrapped.Unwrap() // of its checksums
		}
		var first error
		switch f := f.(type) {
		case *logFile:
			first = f.first
		case *dbFile:
			first = f.first
		}
		if first != nil && !errors.Is(err, first) {
			return fmt.Errorf("%w: %w", err, first)
		}
	}
	return err
}

// databaseFile is what SQLite asks of an open database, but for memory mapping,
// which goes past the checksums.
type databaseFile interface {
	vfs.FileSharedMemory
	vfs.FileLockState
	vfs.FileHasMoved
	vfs.FileSizeHint
	vfs.FilePersistWAL
	vfs.FilePowersafeOverwrite
}

// dbFile is an open database. It belongs to one connection.
type dbFile struct {
	databaseFile
	fault
}

func (f *dbFile) WriteAt(p []byte, off int64) (int, error) {
	n, err := f.databaseFile.WriteAt(p, off)
	return n, f.keep(err)
}

func (f *dbFile) Truncate(size int64) error { return f.keep(f.databaseFile.Truncate(size)) }

func (f *dbFile) Sync(flags vfs.SyncFlag) error { return f.keep(f.databaseFile.Sync(flags)) }

func (f *dbFile) SizeHint(size int64) error { return f.keep(f.databaseFile.SizeHint(size)) }

// maxGathered is how many bytes are gathered before they are written anyway.
const maxGathered = 2 << 20

// logFile is an open write-ahead log. It belongs to one connection.
//
// SQLite writes each page of a commit in two small pieces, a hundred system
// calls for a group of 64 events; gathered they are one, which saves a fifth of
// the time of a commit. It changes nothing in what is durable when: what is
// gathered is written before a sync, and before anything that could see it
// missing. SQLite shows a commit to other connections only after the sync of
// its frames (synchronous is EXTRA), and its own connection reads through this
// file.
type logFile struct {
	vfs.File
	fault
	gathered []byte
	at       int64 // where gathered belongs
}

func (f *logFile) WriteAt(p []byte, off int64) (int, error) {
	if off != f.at+int64(len(f.gathered)) || len(f.gathered)+len(p) > maxGathered {
		if err := f.write(); err != nil {
			return 0, err
		}
		f.at = off
	}
	f.gathered = append(f.gathered, p...)
	return len(p), nil
}

func (f *logFile) write() error {
	if len(f.gathered) == 0 {
		return nil
	}
	_, err := f.File.WriteAt(f.gathered, f.at)
	f.at += int64(len(f.gathered))
	f.gathered = f.gathered[:0]
	return f.keep(err)
}

func (f *logFile) ReadAt(p []byte, off int64) (int, error) {
	if err := f.write(); err != nil {
		return 0, err
	}
	return f.File.ReadAt(p, off)
}

func (f *logFile) Truncate(size int64) error {
	if err := f.write(); err != nil {
		return err
	}
	return f.keep(f.File.Truncate(size))
}

func (f *logFile) Sync(flags vfs.SyncFlag) error {
	if err := f.write(); err != nil {
		return err
	}
	return f.keep(f.File.Sync(flags))
}

func (f *logFile) Size() (int64, error) {
	if err := f.write(); err != nil {
		return 0, err
	}
	return f.File.Size()
}

// Close drops what is gathered: it was never synced, so it belongs to a
// transaction that was never committed.
func (f *logFile) Close() error { return f.File.Close() }
