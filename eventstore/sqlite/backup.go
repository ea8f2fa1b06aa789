package sqlite

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"

	"github.com/hubledger/hubledger/eventstore"
)

// Backup copies the ledger in dir, store and mark together, into a new
// directory, and returns the last event it holds. A writer may go on meanwhile,
// in this process or another; the copy holds exactly what was acknowledged at
// some moment during the call. It is read back and checked before the directory
// gets its name, so a backup that exists is whole.
//
// fs.ErrExist: backup is there already. Other errors are those of OpenReader.
func Backup(ctx context.Context, dir, backup string) (eventstore.Seq, error) {
	return backUp(ctx, machine{}, dir, backup)
}

func backUp(ctx context.Context, d disk, dir, backup string) (eventstore.Seq, error) {
	fail := func(err error) (eventstore.Seq, error) {
		return 0, fmt.Errorf("couldn't back up %s to %s: %w", dir, backup, err)
	}
	backup, err := filepath.Abs(backup)
	if err != nil {
		return fail(err)
	}
	if _, ok, err := d.size(backup); err != nil || ok {
		if err == nil {
			err = fs.ErrExist
		}
		return fail(err)
	}
	src, err := OpenReader(ctx, dir, Options{disk: d})
	if err != nil {
		return fail(err)
	}
	defer src.Close()

	partial := backup + ".partial"
	if err := d.makeDir(partial); err != nil {
		return fail(err)
	}
	if err := src.copyTo(ctx, filepath.Join(partial, dbName), filepath.Join(partial, markName), 0); err != nil {
		return fail(err)
	}
	if err := d.syncDir(partial); err != nil {
		return fail(err)
	}
	seq, err := proveCopy(ctx, d, partial)
	if err != nil {
		return fail(err)
	}
	if err := d.rename(partial, backup); err != nil {
		return fail(err)
	}
	if err := d.syncDir(filepath.Dir(backup)); err != nil {
		return fail(err)
	}
	return seq, nil
}

// proveCopy opens a copy as its owner will.
func proveCopy(ctx context.Context, d disk, dir string) (eventstore.Seq, error) {
	s, err := OpenReader(ctx, dir, Options{disk: d})
	if err != nil {
		return 0, fmt.Errorf("the copy is not good: %w", err)
	}
	defer s.Close()
	return s.Head(), nil
}

// copyTo writes a database that holds exactly the acknowledged events of a
// store that is open for reading, and a mark that says so. Both are durable but
// for their entries in the directory.
func (s *Store) copyTo(ctx context.Context, db, mark string, lostFrom eventstore.Seq) error {
	if err := copyPages(ctx, s.disk, s.path(dbName), db); err != nil {
		return err
	}
	// What the snapshot holds beyond the mark as it is now was not acknowledged
	// when the snapshot was made; it may never be.
	if err := s.look(); err != nil {
		return err
	}
	m, err := trim(s.disk, db, s.seen.last)
	if err != nil {
		return err
	}
	if err := checkPages(s.disk, db); err != nil {
		return err
	}
	if lostFrom > 0 {
		m.lostFrom = lostFrom
	}
	return makeMark(s.disk, mark, m)
}

// pagesAtOnce is how many pages are copied between looks at the context.
const pagesAtOnce = 512

// copyPages copies a snapshot of a database into a new file.
func copyPages(ctx context.Context, d disk, from, to string) (err error) {
	if err := makeEmpty(d, to); err != nil {
		return err
	}
	c, err := connect(d, from, reading)
	if err != nil {
		return err
	}
	defer shut(c)
	// One transaction around all steps: a backup that is not in one begins anew
	// whenever somebody writes.
	if err := c.Exec("BEGIN; SELECT id FROM ledger"); err != nil {
		return fmt.Errorf("couldn't begin to read: %w", readError(err))
	}
	b, err := c.BackupInit("main", uri(d, to))
	if err != nil {
		return fmt.Errorf("couldn't begin to copy: %w", err)
	}
	for done := false; !done; {
		if err := ctx.Err(); err != nil {
			b.Close()
			return err
		}
		if done, err = b.Step(pagesAtOnce); err != nil {
			b.Close()
			return fmt.Errorf("couldn't copy: %w", readError(err))
		}
	}
	if err := b.Close(); err != nil {
		return fmt.Errorf("couldn't end the copy: %w", err)
	}
	return nil
}

// makeEmpty makes a database without tables whose pages have checksums. A copy
// is written into one, not into an empty file: pages that come out of a
// write-ahead log have none yet, and are only given one where the first page
// of the file they go to says that its pages do.
func makeEmpty(d disk, path string) error {
	if err := makeFile(d, path); err != nil {
		return err
	}
	c, err := connect(d, path, making)
	if err != nil {
		return err
	}
	err = c.Exec("PRAGMA journal_mode = DELETE")
	if closing := shut(c); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("couldn't make an empty database: %w", readError(err))
	}
	return nil
}

// trim removes from a copy what its mark does not acknowledge, and returns a
// mark at the last event that is left.
func trim(d disk, path string, m mark) (mark, error) {
	c, err := connect(d, path, writing)
	if err != nil {
		return m, err
	}
	m, err = trimTo(c, m)
	return m, settle(d, path, c, err)
}

func trimTo(c *sqlite3.Conn, m mark) (mark, error) {
	err := c.Exec(fmt.Sprintf(`BEGIN IMMEDIATE;
DELETE FROM revisions WHERE (stream, revision) IN (SELECT stream, revision FROM events WHERE seq > (SELECT %[1]d / step * step FROM ledger));
DELETE FROM metadata WHERE seq > %[1]d;
DELETE FROM events WHERE seq > %[1]d;
COMMIT`, m.seq))
	if err != nil {
		return m, fmt.Errorf("couldn't cut off what was not acknowledged: %w", readError(err))
	}
	r, err := newReader(c, &names{})
	if err != nil {
		return m, err
	}
	_, last, err := r.ends()
	if err != nil || last == m.seq {
		return m, err
	}
	// The mark has moved on since the snapshot: this copy ends earlier.
	m.seq = last
	m.leaf = eventstore.Hash{}
	err = r.rows(r.allWhole, eventstore.Whole, func(e eventstore.Event) bool {
		m.leaf = eventstore.LeafHash(m.ledger, e, eventstore.ParseStated(e.Metadata))
		return false
	}, int64(last-1), int64(last))
	return m, err
}

// checkPages reads a database back from the disk and compares every page with
// its checksum, also those that no query would meet.
func checkPages(d disk, path string) error {
	f, err := d.open(path, os.O_RDONLY)
	if err != nil {
		return fmt.Errorf("couldn't read the copy back: %w", err)
	}
	defer f.Close()
	f.forget()
	size, _, err := d.size(path)
	if err != nil {
		return fmt.Errorf("couldn't measure the copy: %w", err)
	}
	if size == 0 || size%pageSize != 0 {
		return damaged(0, "%s has %d bytes, which is not a number of pages", path, size)
	}
	buf := make([]byte, 64*pageSize)
	for at := int64(0); at < size; {
		n := min(int64(len(buf)), size-at)
		if _, err := f.ReadAt(buf[:n], at); err != nil {
			return fmt.Errorf("couldn't read the copy back: %w", err)
		}
		for page := buf[:n]; len(page) > 0; page = page[pageSize:] {
			if !wholePage(page[:pageSize]) {
				return damaged(0, "page %d of %s does not have its checksum", at/pageSize+1, path)
			}
			at += pageSize
		}
	}
	return nil
}
