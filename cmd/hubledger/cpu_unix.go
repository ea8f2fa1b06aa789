//go:build unix

package main

import (
	"syscall"
	"time"
)

// cpuTime is what the process has used of the processors so far, its own and
// the system's for it; 0 where the system does not tell.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
