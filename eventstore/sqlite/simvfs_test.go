package sqlite

import (
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

// simVFS is SQLite's way to a simDisk.
type simVFS struct{ d *simDisk }

func (v simVFS) Open(string, vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	return nil, 0, sqlite3.CANTOPEN
}

func (v simVFS) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	v.d.mu.Lock()
	defer v.d.mu.Unlock()
	path := name.String()
	if path == "" {
		return nil, flags, sqlite3.CANTOPEN // no temporary files are wanted
	}
	flag := 0
	if flags&vfs.OPEN_CREATE != 0 {
		flag = os.O_CREATE
	}
	n, err := v.d.find(path, flag)
	if err != nil {
		return nil, flags, vfs.SystemError(err, sqlite3.CANTOPEN)
	}
	s := &simSQLiteFile{simFile: &simFile{d: v.d, path: path, node: n}}
	if flags&vfs.OPEN_MAIN_DB != 0 {
		s.shm = vfs.NewSharedMemory(v.d.shmPath(path), flags)
	}
	return s, flags, nil
}

func (v simVFS) Delete(name string, syncDir bool) error {
	if _, ok, _ := v.d.size(name); !ok {
		return sqlite3.IOERR_DELETE_NOENT
	}
	if err := v.d.remove(name); err != nil {
		return err
	}
	if syncDir {
		return v.d.syncDir(filepath.Dir(name))
	}
	return nil
}

func (v simVFS) Access(name string, _ vfs.AccessFlag) (bool, error) {
	_, ok, err := v.d.size(name)
	return ok, err
}

func (v simVFS) FullPathname(name string) (string, error) { return name, nil }

// simSQLiteFile is a file of a simDisk as SQLite wants it.
type simSQLiteFile struct {
	*simFile
	shm   vfs.SharedMemory
	level vfs.LockLevel
}

func (f *simSQLiteFile) SharedMemory() vfs.SharedMemory { return f.shm }
func (f *simSQLiteFile) Truncate(size int64) error      { return f.truncate(size) }
func (f *simSQLiteFile) Sync(vfs.SyncFlag) error        { return f.simFile.Sync() }
func (f *simSQLiteFile) SectorSize() int                { return 4096 }

func (f *simSQLiteFile) DeviceCharacteristics() vfs.DeviceCharacteristic {
	return vfs.IOCAP_POWERSAFE_OVERWRITE
}

// A sync of a file says nothing of its directory entry here: the store must
// not rely on it.

func (f *simSQLiteFile) LockState() vfs.LockLevel   { return f.level }
func (f *simSQLiteFile) HasMoved() (bool, error)    { return f.replaced(), nil }
func (f *simSQLiteFile) SizeHint(int64) error       { return nil }
func (f *simSQLiteFile) PersistWAL() bool           { return false }
func (f *simSQLiteFile) SetPersistWAL(bool)         {}
func (f *simSQLiteFile) PowersafeOverwrite() bool   { return true }
func (f *simSQLiteFile) SetPowersafeOverwrite(bool) {}

func (f *simSQLiteFile) Size() (int64, error) {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	return int64(len(f.node.data)), nil
}

func (f *simSQLiteFile) Close() error {
	if f.shm != nil {
		f.shm.Close()
	}
	return f.Unlock(vfs.LOCK_NONE)
}

// simLock are the locks that connections hold on a file.
type simLock struct {
	shared    map[*simSQLiteFile]bool
	reserved  *simSQLiteFile
	exclusive *simSQLiteFile
}

func (f *simSQLiteFile) Lock(level vfs.LockLevel) error {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	l := &f.node.lock
	if level <= f.level {
		return nil
	}
	switch level {
	case vfs.LOCK_SHARED:
		if l.exclusive != nil {
			return sqlite3.BUSY
		}
		if l.shared == nil {
			l.shared = map[*simSQLiteFile]bool{}
		}
		l.shared[f] = true
	case vfs.LOCK_RESERVED:
		if l.reserved != nil {
			return sqlite3.BUSY
		}
		l.reserved = f
	case vfs.LOCK_EXCLUSIVE:
		if len(l.shared) > 1 || l.reserved != nil && l.reserved != f {
			return sqlite3.BUSY
		}
		l.reserved, l.exclusive = f, f
	}
	f.level = level
	return nil
}

func (f *simSQLiteFile) Unlock(level vfs.LockLevel) error {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	l := &f.node.lock
	if level < vfs.LOCK_RESERVED {
		if l.reserved == f {
			l.reserved = nil
		}
		if l.exclusive == f {
			l.exclusive = nil
		}
	}
	if level == vfs.LOCK_NONE {
		delete(l.shared, f)
	}
	f.level = min(f.level, level)
	return nil
}

func (f *simSQLiteFile) CheckReservedLock() (bool, error) {
	f.d.mu.Lock()
	defer f.d.mu.Unlock()
	return f.node.lock.reserved != nil, nil
}
