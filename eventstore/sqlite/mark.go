package sqlite

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

const (
	markTag  = "hubledger/mark/1"
	slotSize = 4096 // so that two slots share neither sector nor page
	markBody = 88   // bytes of a slot that its checksum covers
	markLen  = markBody + sha256.Size
)

// mark is how far the events of a ledger are acknowledged.
type mark struct {
	ledger     uuid.UUID
	generation uint64
	seq        eventstore.Seq
	leaf       eventstore.Hash // of the event seq; zero where seq is 0
	// lostFrom is the first event that a restore gave up, until another event
	// has its seq; else 0.
	lostFrom eventstore.Seq
}

func (m mark) encode() []byte {
	b := make([]byte, 0, markLen)
	b = append(b, markTag...)
	b = append(b, m.ledger[:]...)
	b = binary.BigEndian.AppendUint64(b, m.generation)
	b = binary.BigEndian.AppendUint64(b, uint64(m.seq))
	b = append(b, m.leaf[:]...)
	b = binary.BigEndian.AppendUint64(b, uint64(m.lostFrom))
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

var (
	errDamagedSlot = errors.New("its checksum does not match")
	errNewerSlot   = errors.New("it is of a later format")
)

func decodeMark(b []byte) (mark, error) {
	var m mark
	if len(b) != markLen {
		return m, errDamagedSlot
	}
	if tag := string(b[:16]); tag > markTag && strings.HasPrefix(tag, markTag[:15]) {
		return m, errNewerSlot
	}
	if sum := sha256.Sum256(b[:markBody]); !bytes.Equal(sum[:], b[markBody:]) || string(b[:16]) != markTag {
		return m, errDamagedSlot
	}
	copy(m.ledger[:], b[16:])
	m.generation = binary.BigEndian.Uint64(b[32:])
	m.seq = eventstore.Seq(binary.BigEndian.Uint64(b[40:]))
	copy(m.leaf[:], b[48:])
	m.lostFrom = eventstore.Seq(binary.BigEndian.Uint64(b[80:]))
	return m, nil
}

// markFile is an open ledger.mark. One goroutine at a time may write it; any
// other process may read it meanwhile.
type markFile struct {
	f    file
	path string
	last mark // as written or read
	// hurt is true where one of the slots could not be read.
	hurt bool
}

// openMark reads the mark at path. It is fs.ErrNotExist where there is none.
func openMark(d disk, path string, flag int) (*markFile, error) {
	f, err := d.open(path, flag)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("couldn't open the mark: %w", err)
	}
	f.forget()
	m := &markFile{f: f, path: path}
	if err := m.read(); err != nil {
		f.Close()
		return nil, err
	}
	return m, nil
}

// makeMark writes a new file with m in both slots, durable but for its entry
// in the directory.
func makeMark(d disk, path string, m mark) error {
	f, err := d.open(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC)
	if err != nil {
		return fmt.Errorf("couldn't create the mark: %w", err)
	}
	defer f.Close()
	if _, err := f.WriteAt(make([]byte, 2*slotSize), 0); err != nil {
		return fmt.Errorf("couldn't write the mark: %w", err)
	}
	return (&markFile{f: f, path: path}).writeBoth(m)
}

// read takes the newer of the slots that are whole.
func (m *markFile) read() error {
	var errs [2]error
	var found bool
	for slot := range errs {
		b := make([]byte, markLen)
		n, err := m.f.ReadAt(b, int64(slot)*slotSize)
		if err != nil && err != io.EOF {
			return fmt.Errorf("couldn't read the mark: %w", err)
		}
		got, err := decodeMark(b[:n])
		if err == nil && got.generation%2 != uint64(slot) {
			err = errDamagedSlot // written elsewhere than it was meant to be
		}
		if errs[slot] = err; err != nil {
			continue
		}
		if !found || got.generation > m.last.generation {
			m.last = got
		}
		found = true
	}
	m.hurt = errs[0] != nil || errs[1] != nil
	switch {
	case found:
		return nil
	case errs[0] == errNewerSlot && errs[1] == errNewerSlot:
		return &FormatError{Path: m.path, Known: format}
	}
	return damaged(0, "both slots of %s are unreadable (%v; %v): which events were acknowledged is not known. Restore a backup, or its copy of this file", m.path, errs[0], errs[1])
}

// settled reads the mark again until both slots are whole. A reader may meet a
// slot that is being written; one that stays unreadable may have been the last
// acknowledgement, so that going by the other would hide an event.
func (m *markFile) settled() error {
	for range 20 {
		if err := m.read(); err == nil && !m.hurt {
			return nil
		}
		time.Sleep(time.Millisecond)
	}
	if err := m.read(); err != nil {
		return err
	}
	if m.hurt {
		return damaged(0, "a slot of %s is unreadable, as a crash can leave it: which events were acknowledged last is not known. Open the ledger for writing, which settles it", m.path)
	}
	return nil
}

// write puts the mark at an event into the older slot and returns when it is
// on stable storage. The newer slot is not touched, so that a crash leaves one
// that is whole.
func (m *markFile) write(next mark) error {
	next.generation = m.last.generation + 1
	if next.seq >= next.lostFrom {
		next.lostFrom = 0
	}
	if _, err := m.f.WriteAt(next.encode(), int64(next.generation%2)*slotSize); err != nil {
		return fmt.Errorf("couldn't write the mark: %w", err)
	}
	if err := m.f.Sync(); err != nil {
		return fmt.Errorf("couldn't sync the mark: %w", err)
	}
	m.last = next
	return nil
}

// writeBoth writes the mark into both slots, so that either alone is enough.
func (m *markFile) writeBoth(next mark) error {
	if err := m.write(next); err != nil {
		return err
	}
	return m.write(next)
}

func (m *markFile) close() error { return m.f.Close() }
