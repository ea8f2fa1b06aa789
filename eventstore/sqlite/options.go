package sqlite

import (
	"log/slog"
	"time"
)

// Options are how a store is opened. The zero value is right for most.
type Options struct {
	// Log hears what an operator should know: a damaged slot of the mark, events
	// found beyond it, the error that ended appending. nil: nobody hears it.
	Log *slog.Logger

	// Observe is called after every commit by the goroutine that writes, so it
	// must be quick and must not append. nil: nothing is called.
	Observe func(Commit)

	// disk is where the files are; nil is the disk of the machine. Tests put one
	// there that fails or loses its power.
	disk disk
	// maxLog is how many bytes the write-ahead log grows to before it is written
	// into the database; 0 is the constant of this name.
	maxLog int64
	// idle is how long nothing is appended before the write-ahead log is emptied;
	// 0 is the constant of this name.
	idle time.Duration
	// indexStep is the step of a store that is created; 0 is the constant of
	// this name. A store that is there has its own.
	indexStep int
}

// Commit is what one durable commit held and how long its steps took.
type Commit struct {
	Appends int // how many callers were answered that their events are recorded
	Refused int // how many in the same group were refused
	Events  int
	Bytes   int // of types, data and metadata

	Insert     time.Duration // judging and inserting
	Sync       time.Duration // COMMIT, until the write-ahead log is on the disk
	Mark       time.Duration // until the mark is on the disk
	Checkpoint time.Duration // writing the write-ahead log into the database; mostly 0

	// LogBytes is the size of the write-ahead log after the commit.
	LogBytes int64
	// Waiting is how many appends wait for the next group.
	Waiting int
}

func (o Options) withDefaults() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Observe == nil {
		o.Observe = func(Commit) {}
	}
	if o.disk == nil {
		o.disk = machine{}
	}
	if o.maxLog == 0 {
		o.maxLog = maxLog
	}
	if o.idle == 0 {
		o.idle = idle
	}
	if o.indexStep == 0 {
		o.indexStep = indexStep
	}
	return o
}
