package sqlite

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// role is what a connection is for.
type role int

const (
	reading role = iota
	writing
	making // a new database
)

const (
	// busy is how long a connection waits for a lock that another program
	// holds.
	busy = 5 * time.Second

	writerCache = 64 << 20 // bytes of pages, for the right edges of all indexes
	readerCache = 8 << 20

	// maxLog is how far the write-ahead log grows before it is written into
	// the database, and what its file is cut to.
	maxLog = 16 << 20
)

// setting is a PRAGMA that must have taken effect. Drivers and builds of SQLite
// differ in their defaults, and some are ignored without an error.
type setting struct{ name, value, want string }

// settings of a connection, in this order: synchronous must be set before
// journal_mode, or the directory entry of a new write-ahead log is not synced.
func (r role) settings() []setting {
	s := []setting{
		{"synchronous", "EXTRA", "3"},
		{"journal_mode", "WAL", "wal"},
		{"locking_mode", "NORMAL", "normal"},
		{"trusted_schema", "OFF", "0"},
		{"cell_size_check", "ON", "1"},
		{"foreign_keys", "ON", "1"},
		{"checksum_verification", "ON", "1"},
		{"temp_store", "MEMORY", "2"},
		{"wal_autocheckpoint", "0", "0"}, // the writer does it, and sees its errors
		{"journal_size_limit", strconv.Itoa(maxLog), strconv.Itoa(maxLog)},
	}
	if r == reading {
		return append(s, setting{"query_only", "ON", "1"}, setting{"cache_size", cache(readerCache), cache(readerCache)})
	}
	return append(s, setting{"query_only", "OFF", "0"}, setting{"cache_size", cache(writerCache), cache(writerCache)})
}

// cache is a size in the form of PRAGMA cache_size: negative, in KiB.
func cache(bytes int) string { return strconv.Itoa(-bytes / 1024) }

// uri names a database on a disk for SQLite. What SQLite creates beside it gets
// the database's own mode and owner.
func uri(d disk, path string) string {
	q := url.Values{"vfs": {d.vfs()}, "modeof": {path}}
	if path = filepath.ToSlash(path); !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return (&url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: q.Encode()}).String()
}

// connect opens a connection whose settings are proven.
func connect(d disk, path string, r role) (c *sqlite3.Conn, err error) {
	flags := sqlite3.OPEN_URI | sqlite3.OPEN_READWRITE
	if r == reading {
		flags = sqlite3.OPEN_URI | sqlite3.OPEN_READONLY
	}
	c, err = sqlite3.OpenFlags(uri(d, path), flags)
	if err != nil {
		return nil, fmt.Errorf("couldn't open %s: %w", path, readError(err))
	}
	defer func() {
		if err != nil {
			c.Close()
		}
	}()
	if err := c.BusyTimeout(busy); err != nil {
		return nil, err
	}
	if err := checkVersion(c); err != nil {
		return nil, err
	}
	// A connection never writes on its way out: the writer empties the log
	// itself, and after an error nobody may.
	for _, op := range []sqlite3.DBConfig{sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, sqlite3.DBCONFIG_DEFENSIVE} {
		if on, err := c.Config(op, true); err != nil || !on {
			return nil, fmt.Errorf("couldn't configure the connection (%d): %w", op, err)
		}
	}
	if r == making {
		if err := c.Exec(fmt.Sprintf("PRAGMA page_size = %d", pageSize)); err != nil {
			return nil, fmt.Errorf("couldn't set the page size: %w", err)
		}
		if err := c.EnableChecksums("main"); err != nil {
			return nil, fmt.Errorf("couldn't turn page checksums on: %w", err)
		}
	}
	for _, s := range r.settings() {
		if err := s.apply(c); err != nil {
			return nil, err
		}
	}
	return c, checkConn(c)
}

func (s setting) apply(c *sqlite3.Conn) error {
	if err := c.Exec("PRAGMA " + s.name + " = " + s.value); err != nil {
		return fmt.Errorf("couldn't set %s: %w", s.name, readError(err))
	}
	got, err := text(c, "PRAGMA "+s.name)
	if err != nil {
		return fmt.Errorf("couldn't read %s back: %w", s.name, readError(err))
	}
	if got != s.want {
		return fmt.Errorf("SQLite did not accept %s = %s: it is %q", s.name, s.value, got)
	}
	return nil
}

// checkConn holds what can't be set to what it must be.
func checkConn(c *sqlite3.Conn) error {
	if reserved, err := c.FileControl("main", sqlite3.FCNTL_RESERVE_BYTES); err != nil || reserved != checksumSize {
		return damaged(0, "the pages of the database reserve %v bytes for checksums, not %d (%v)", reserved, checksumSize, err)
	}
	// Memory mapping would go past the checksums; some builds don't know it.
	if err := c.Exec("PRAGMA mmap_size = 0"); err != nil {
		return fmt.Errorf("couldn't turn memory mapping off: %w", readError(err))
	}
	if got, err := text(c, "PRAGMA mmap_size"); err != nil || (got != "0" && got != "") {
		return fmt.Errorf("memory mapping is on (%s bytes): %w", got, readError(err))
	}
	return nil
}

// checkVersion refuses SQLite before 3.51.3, whose write-ahead log two
// connections could damage.
func checkVersion(c *sqlite3.Conn) error {
	got, err := text(c, "SELECT sqlite_version()")
	if err != nil {
		return fmt.Errorf("couldn't read SQLite's version: %w", readError(err))
	}
	if !atLeast(got, 3, 51, 3) {
		return fmt.Errorf("SQLite %s can damage its write-ahead log: 3.51.3 or later is needed", got)
	}
	return nil
}

func atLeast(version string, least ...int) bool {
	parts := strings.Split(version, ".")
	for i, want := range least {
		if i >= len(parts) {
			return false
		}
		got, err := strconv.Atoi(parts[i])
		if err != nil || got < want {
			return false
		}
		if got > want {
			return true
		}
	}
	return true
}

// text is the first column of the first row of a query, "" where there is none.
func text(c *sqlite3.Conn, query string) (string, error) {
	s, _, err := c.Prepare(query)
	if err != nil {
		return "", err
	}
	defer s.Close()
	if !s.Step() {
		return "", s.Err()
	}
	return s.ColumnText(0), nil
}

// prepare compiles statements that live as long as their connection.
func prepare(c *sqlite3.Conn, to map[**sqlite3.Stmt]string) error {
	for stmt, query := range to {
		var err error
		if *stmt, _, err = c.PrepareFlags(query, sqlite3.PREPARE_PERSISTENT); err != nil {
			return fmt.Errorf("couldn't prepare %q: %w", query, readError(err))
		}
	}
	return nil
}

// shut finalizes a connection's statements and closes it.
func shut(c *sqlite3.Conn) error {
	var open []*sqlite3.Stmt
	for s := range c.Stmts() {
		open = append(open, s)
	}
	for _, s := range open {
		s.Close() // repeats the error of its last step
	}
	return c.Close()
}
