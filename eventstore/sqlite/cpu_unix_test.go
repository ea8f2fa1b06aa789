//go:build unix

package sqlite

import (
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// cpu is the processor time that this process has used: a measure that a busy
// machine disturbs less than the clock does.
func cpu(tb testing.TB) time.Duration {
	var r unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &r); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
