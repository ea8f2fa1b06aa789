package sqlite

import (
	"errors"
	"fmt"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// checkpoint writes the write-ahead log into the database, so that the next
// commit begins it anew. Readers may hold it back; past four times its limit
// it waits for them, each for a few hundred events at most.
func (w *writer) checkpoint() {
	mode := sqlite3.CHECKPOINT_PASSIVE
	if w.logSize >= 4*w.store.opts.maxLog {
		mode = sqlite3.CHECKPOINT_RESTART
	}
	if !w.transfer(mode) {
		return
	}
	// If the next commit does not begin the log anew, don't try at each commit.
	w.logLimit = w.logSize + w.store.opts.maxLog
}

// emptyLog writes the write-ahead log into the database and cuts its file to
// nothing: what is in no log can't be lost with it.
func (w *writer) emptyLog() {
	if w.logSize == 0 || w.failed.Load() != nil {
		return
	}
	if w.transfer(sqlite3.CHECKPOINT_TRUNCATE) {
		w.logSize, w.logLimit = 0, w.store.opts.maxLog
	}
}

// inTheWay is how long a checkpoint waits for those who read. Appends wait
// with it.
const inTheWay = 50 * time.Millisecond

// transfer reports whether it was done. That others were in the way is no
// error.
func (w *writer) transfer(mode sqlite3.CheckpointMode) bool {
	err := w.c.BusyTimeout(inTheWay)
	if err == nil {
		_, _, err = w.c.WALCheckpoint("main", mode)
	}
	if again := w.c.BusyTimeout(busy); err == nil {
		err = again
	}
	switch {
	case err == nil:
		return true
	case errors.Is(err, sqlite3.BUSY):
		return false
	}
	w.latch(fmt.Errorf("couldn't write the write-ahead log into the database: %w", err))
	return false
}

// close empties the write-ahead log and writes both slots of the mark. The
// goroutine has ended, and no connection of this store reads.
func (w *writer) close() error {
	var errs []error
	if w.failed.Load() == nil {
		w.emptyLog()
	}
	if w.failed.Load() == nil {
		if err := w.mark.writeBoth(w.mark.last); err != nil {
			errs = append(errs, err)
		}
		// An empty log may go; readers of other processes keep it.
		if _, err := w.c.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, false); err != nil {
			errs = append(errs, err)
		}
	}
	errs = append(errs, shut(w.c), w.mark.close())
	return errors.Join(errs...)
}
