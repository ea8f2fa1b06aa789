package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/http/client"
	"github.com/hubledger/hubledger/ledger"
)

const killClients = 8

// given is a command that was given to a server, and what it answered; nil
// where the server was killed before.
type given struct {
	cmd     wire.Sealed
	receipt *ledger.Receipt
}

// A server that is killed under load, at any moment, has after its restart
// every event it acknowledged: each command given again gets the receipt it
// had, those that were not answered are recorded once, and the ledger
// verifies. HUBLEDGER_LONG=1 kills it 200 times.
func TestKilledServer(t *testing.T) {
	rounds := 5
	if os.Getenv("HUBLEDGER_LONG") != "" {
		rounds = 200
	}
	dir := filepath.Join(t.TempDir(), "ledger")
	first, _ := started(t, "demo", "--years", "0", "--dir", dir, "--addr", "127.0.0.1:0")
	first.Process.Signal(syscall.SIGTERM)
	first.Wait()

	seqs := make(map[int64]uuid.UUID) // of every receipt: whose it is
	acknowledged, inDoubt := 0, 0
	var before []given
	for round := range rounds + 1 {
		serve, url := started(t, "serve", "--accept-clock", "--dir", dir, "--addr", "127.0.0.1:0")
		c, err := client.New(url, client.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range before {
			again, err := c.Do(t.Context(), g.cmd)
			switch {
			case err != nil:
				t.Fatalf("round %d: command %s given again: %v", round, g.cmd.Command.ID, err)
			case g.receipt == nil:
				inDoubt++
			case !again.Replayed:
				t.Fatalf("round %d: command %s was acknowledged as event %d, and is not there", round, g.cmd.Command.ID, g.receipt.Seq)
			default:
				acknowledged++
				again.Replayed = g.receipt.Replayed
				if !reflect.DeepEqual(again, *g.receipt) {
					t.Fatalf("round %d: got receipt %+v, before the kill %+v", round, again, *g.receipt)
				}
			}
			if other, taken := seqs[int64(again.Seq)]; taken {
				t.Fatalf("event %d is that of two commands, %s and %s", again.Seq, other, g.cmd.Command.ID)
			}
			seqs[int64(again.Seq)] = g.cmd.Command.ID
		}
		if round == rounds {
			serve.Process.Signal(syscall.SIGTERM)
			serve.Wait()
			break
		}
		before = underLoad(t, c, func() {
			time.Sleep(time.Duration(1+rand.IntN(200)) * time.Millisecond)
			serve.Process.Kill()
			serve.Wait()
		})
		c.Close()
	}
	if out, code := output(t, hubledger(t, "verify", "--dir", dir)); code != 0 || !strings.HasPrefix(out, "VERIFIED ") {
		t.Errorf("verify printed %q and ended with %d", out, code)
	}
	if acknowledged == 0 {
		t.Error("no command was acknowledged before a kill: the test saw nothing")
	}
	t.Logf("%d kills: %d commands acknowledged and there, %d in doubt and recorded once", rounds, acknowledged, inDoubt)
}

// underLoad gives commands from many clients at once until the server is killed.
func underLoad(t *testing.T, c *client.Client, kill func()) []given {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var mu sync.Mutex
	var all []given
	var wg sync.WaitGroup
	for range killClients {
		wg.Go(func() {
			for ctx.Err() == nil {
				g := given{cmd: partnership(t)}
				r, err := c.Do(ctx, g.cmd)
				if err == nil {
					g.receipt = &r
				}
				mu.Lock()
				all = append(all, g)
				mu.Unlock()
			}
		})
	}
	kill()
	cancel()
	wg.Wait()
	return all
}

// partnership is a new command for one of a few hubs of the demo.
func partnership(t *testing.T) wire.Sealed {
	icb := []string{"QE1", "QOP", "QYG"}[rand.IntN(3)]
	s, err := wire.Seal("hub-"+icb, domain.Command{
		ID:    uuid.Must(uuid.NewV7()),
		Actor: domain.Actor{Person: uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d"), Role: "hub manager"},
		Data: topology.AgreePartnership{
			Party: "DEMO-HOST-" + icb, Purpose: fmt.Sprint("placements ", rand.IntN(1000)), From: domain.MustDate("2024-04-01"),
		},
	})
	if err != nil {
		t.Error(err)
	}
	return s
}

// started starts a serving command and waits until it says where.
func started(t *testing.T, args ...string) (*exec.Cmd, string) {
	t.Helper()
	serve := hubledger(t, args...)
	stdout, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { serve.Process.Kill() }) // where the test ends early
	return serve, servedAt(t, stdout)
}
