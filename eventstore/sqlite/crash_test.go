package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"syscall"
	"testing"

	"github.com/hubledger/hubledger/eventstore"
)

var errPower = errors.New("the power is off")

const simDir = "/ledger"

// smallLog makes the write-ahead log be written into the database every few
// commits.
const smallLog = 5 * (pageSize + 24)

// progress is how far a workload came before its disk failed.
type progress struct {
	created  bool // Create has returned
	asked    int  // commands appended, the last of them perhaps in vain
	answered int  // commands acknowledged
}

// workload is a life of a store: created, filled, closed, opened, filled. It
// ends at the first error.
func workload(d *simDisk) (p progress) {
	ctx := context.Background()
	opts := Options{disk: d, maxLog: smallLog, indexStep: 3}
	s, err := Create(ctx, simDir, testLedger, opts)
	if err != nil {
		return p
	}
	p.created = true
	for life := range 2 {
		for range 6 {
			p.asked++
			if err := appendCommand(s, p.asked-1); err != nil {
				s.Close()
				return p
			}
			p.answered++
		}
		if err := s.Close(); err != nil || life == 1 {
			return p
		}
		if s, err = Open(ctx, simDir, opts); err != nil {
			return p
		}
	}
	return p
}

// operations is how many a workload takes without a fault.
func operations(t *testing.T) int {
	d := newSimDisk(t.TempDir())
	defer d.close()
	if p := workload(d); p.answered != 12 {
		t.Fatalf("the workload without a fault: %+v", p)
	}
	return d.ops
}

// recover opens what a crash left and holds it to what was promised.
func (p progress) recover(ctx context.Context, d *simDisk) error {
	opts := Options{disk: d, maxLog: smallLog, indexStep: 3}
	s, err := Open(ctx, simDir, opts)
	if errors.Is(err, fs.ErrNotExist) && !p.created {
		if s, err = Create(ctx, simDir, testLedger, opts); err != nil {
			return fmt.Errorf("after a crash in Create, Create again: %w", err)
		}
	}
	if err != nil {
		return err
	}
	defer s.Close()
	return p.holds(s)
}

// holds checks that all commands answered are there, the one that was not
// answered as a whole or not at all, and nothing else.
func (p progress) holds(s *Store) error {
	n := p.answered
	if _, more := command(n); n < p.asked && int(s.Head()) == len(wanted(n))+len(more) {
		n++
	}
	wrong, err := everyWay(s, n)
	if err == nil && wrong != "" {
		err = errors.New(wrong)
	}
	if err != nil {
		return fmt.Errorf("%d commands were answered of %d: %w", p.answered, p.asked, err)
	}
	// It goes on from there.
	if err := appendCommand(s, n); err != nil {
		return fmt.Errorf("an append after the crash: %w", err)
	}
	if wrong, err := everyWay(s, n+1); err != nil || wrong != "" {
		return errors.Join(errors.New("after an append after the crash: "+wrong), err)
	}
	return nil
}

// The power goes at every operation of the disk; of what was not synced,
// random parts survive. The store opens again with everything acknowledged;
// also if the power goes once more at any operation of the recovery.
func TestPowerCut(t *testing.T) {
	t.Parallel()
	states := 1
	if long {
		states = 100
	}
	ops := operations(t)
	t.Logf("%d operations, %d states after each", ops, states)
	for at := 1; at <= ops; at++ {
		for _, halfway := range halves(at) {
			if err := cutAt(t, at, halfway, states); err != nil {
				t.Fatalf("power cut at operation %d, halfway %v: %v", at, halfway, err)
			}
		}
	}
}

// stride is from one operation that fails to the next: in a long run none is
// left out.
func stride(short int) int {
	if long {
		return 1
	}
	return short
}

// halves are whether an operation has begun when it fails: either, or in a
// short run one of them.
func halves(at int) []bool {
	if long {
		return []bool{false, true}
	}
	return []bool{at%2 == 0}
}

func cutAt(t *testing.T, at int, halfway bool, states int) error {
	d := newSimDisk(t.TempDir())
	defer d.close()
	d.fault = powerCutAt(at, halfway)
	before := workload(d)
	for state := range states {
		p := before
		random := rand.New(rand.NewPCG(uint64(at), uint64(state)))
		after := d.powerCut(random)
		twice := random.IntN(3) == 0
		if twice {
			after.fault = powerCutAt(1+random.IntN(12), random.IntN(2) == 0)
			_ = p.recover(t.Context(), after)
			first := after
			after = first.powerCut(random)
			first.close()
			p.asked = p.answered + 1 // recover may have been at its append
		}
		err := p.recover(t.Context(), after)
		after.close()
		if err != nil {
			return fmt.Errorf("state %d, cut twice %v, of %+v: %w", state, twice, p, err)
		}
	}
	return nil
}

func newRandom(seed int) *rand.Rand { return rand.New(rand.NewPCG(uint64(seed), 0)) }

func powerCutAt(at int, halfway bool) func(int, string, string) (error, bool) {
	return func(op int, _, _ string) (error, bool) {
		if op < at {
			return nil, true
		}
		return errPower, halfway && op == at
	}
}

// The program dies at every operation of the disk, of which a failing one may
// lose what it was about, and is started again with what it had written still
// in memory; then the power goes, at some operation of the second life or after
// it. Nothing that was acknowledged or that the second life has shown is gone.
func TestKilledThenPowerCut(t *testing.T) {
	t.Parallel()
	ops := operations(t)
	for at := 2; at <= ops; at += stride(5) {
		for _, halfway := range halves(at) {
			states := []int{at % 3}
			if long {
				states = []int{0, 1, 2}
			}
			for _, state := range states {
				if err := killAt(t, at, halfway, state); err != nil {
					t.Fatalf("killed at operation %d, halfway %v, state %d: %v", at, halfway, state, err)
				}
			}
		}
	}
}

func killAt(t *testing.T, at int, halfway bool, state int) error {
	random := rand.New(rand.NewPCG(uint64(at), uint64(state)))
	d := newSimDisk(t.TempDir())
	defer d.close()
	d.fault = powerCutAt(at, halfway)
	p := workload(d)
	d.fault = nil
	if state < 2 {
		d.fault = powerCutAt(d.ops+1+random.IntN(12), false)
	}
	s, err := Open(t.Context(), simDir, Options{disk: d, maxLog: smallLog})
	var seen []eventstore.Event
	switch {
	case err == nil:
		seen, err = readAll(s)
		defer s.Close()
		if err != nil {
			return err
		}
	case !errors.Is(err, errPower) && (p.created || !errors.Is(err, fs.ErrNotExist)):
		return err
	}
	after := d.powerCut(random)
	defer after.close()
	d.fault = powerCutAt(0, false)
	if len(seen) > len(wanted(p.answered)) {
		p.answered = p.asked // what nobody was told of is acknowledged now
	}
	if err := p.recover(t.Context(), after); err != nil {
		return fmt.Errorf("after a power cut, of %+v with %d events seen: %w", p, len(seen), err)
	}
	return nil
}

// A disk that fails at any operation, once or from then on: nothing is
// acknowledged after it, the store says why, and what was acknowledged is read
// on and is there when the store is opened again.
func TestDiskFails(t *testing.T) {
	t.Parallel()
	ops := operations(t)
	for at := 1; at <= ops; at += stride(3) {
		for _, forever := range halves(at) {
			for _, halfway := range []bool{true, false} {
				fault := []error{syscall.EIO, syscall.ENOSPC}[at/2%2]
				if err := failAt(t, at, fault, forever, halfway); err != nil {
					t.Fatalf("%v at operation %d, for ever %v, halfway %v: %v", fault, at, forever, halfway, err)
				}
				if !long {
					break
				}
			}
		}
	}
}

// failAt runs a workload on a disk that fails at an operation, and opens the
// store again on the disk that is whole.
func failAt(t *testing.T, at int, fault error, forever, halfway bool) error {
	ctx := context.Background()
	d := newSimDisk(t.TempDir())
	defer d.close()
	d.fault = func(op int, _, _ string) (error, bool) {
		if op == at || forever && op > at {
			return fault, halfway
		}
		return nil, true
	}
	opts := Options{disk: d, maxLog: smallLog, indexStep: 3}
	var p progress
	s, err := Create(ctx, simDir, testLedger, opts)
	if err == nil {
		p.created = true
		if err := failWhileAppending(s, &p, fault); err != nil {
			return err
		}
	}
	d.fault = nil
	// The program has ended, and the machine runs on. What a failed sync lost
	// the kernel still shows, until it is asked to forget.
	return p.recover(ctx, d)
}

func failWhileAppending(s *Store, p *progress, fault error) error {
	defer s.Close()
	for p.asked < 12 {
		p.asked++
		had := s.Failed() != nil
		err := appendCommand(s, p.asked-1)
		if err == nil {
			if f := s.Failed(); f != nil && had {
				return fmt.Errorf("acknowledged after %w", f)
			}
			p.answered++
			continue
		}
		failed := (*FailedError)(nil)
		if !errors.As(err, &failed) || !errors.Is(err, fault) {
			return fmt.Errorf("Append: got error %w, want *FailedError with its cause", err)
		}
		if s.Failed() == nil {
			return errors.New("Failed is nil after a failure")
		}
		if err := appendCommand(s, p.asked); !errors.As(err, &failed) {
			return fmt.Errorf("Append after a failure: got %w, want *FailedError", err)
		}
		if got, want := int(s.Head()), len(wanted(p.answered)); got != want {
			return fmt.Errorf("Head after a failure: got %d, want %d", got, want)
		}
		if wrong, err := everyWay(s, p.answered); err != nil || wrong != "" {
			return fmt.Errorf("reads after a failure: %s %w", wrong, err)
		}
		return nil
	}
	return nil
}
