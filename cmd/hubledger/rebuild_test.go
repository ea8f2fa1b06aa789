package main

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/projections"
)

// A server that gets a SIGHUP rebuilds its projections, and says in its log
// what came of it.
func TestASignalRebuilds(t *testing.T) {
	ours := make(chan os.Signal, 1) // so that one that comes too early ends nobody
	signal.Notify(ours, syscall.SIGHUP)
	defer signal.Stop(ours)
	store := storetest.NewMemory(uuid.UUID{1})
	defer store.Close()
	stderr := newWatched()
	p := newProgram(func(string) string { return "" }, strings.NewReader(""), newWatched(), stderr)
	engine := projections.NewEngine(store, projections.Options{})
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		p.rebuildOnSignal(ctx, engine)
	}()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); engine.State().Rebuilds.Swapped == 0; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("nothing was rebuilt in 10 s; the log says %s", stderr)
		}
		if err := self.Signal(syscall.SIGHUP); err != nil {
			t.Skipf("no signal can be sent here: %v", err)
		}
	}
	stop()
	<-ended
	if log := stderr.String(); !strings.Contains(log, `"msg":"rebuilt projections answer now","seq":0,"digest":"`) {
		t.Errorf("the log says %s", log)
	}
}
