package sqlite

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hubledger/hubledger/eventstore"
)

// damageCommands are how many commands the stores hold that are damaged.
const damageCommands = 40

// stores are a store that was closed, and one as a crash leaves it: with a
// write-ahead log of several commits, some of them written into the database.
func stores(t *testing.T) map[string]*simDisk {
	t.Helper()
	found := map[string]*simDisk{}
	for _, name := range []string{"closed", "crashed"} {
		d := newSimDisk(t.TempDir())
		t.Cleanup(d.close)
		s := create(t, simDir, Options{disk: d, maxLog: 20 * (pageSize + 24)})
		fill(t, s, 0, damageCommands)
		if name == "closed" {
			closed(t, s)
		} else if size, _, _ := d.size(simDir + "/" + dbName + "-wal"); size == 0 {
			t.Fatal("the write-ahead log is empty")
		}
		c := d.clone()
		t.Cleanup(c.close)
		found[name] = c
	}
	return found
}

var storeFiles = []string{dbName, dbName + "-wal", markName}

// judge opens a damaged store and reads all of it in every way. Whatever the
// damage, the store is refused, or a read fails, or all is right.
func judge(t *testing.T, d *simDisk, writing bool) (outcome string) {
	t.Helper()
	how := OpenReader
	if writing {
		how = Open
	}
	s, err := how(context.Background(), simDir, Options{disk: d})
	if err != nil {
		if !typed(err) {
			t.Fatalf("refused without saying what is wrong: %v", err)
		}
		return "refused"
	}
	defer s.Close()
	wrong, err := everyWay(s, damageCommands)
	switch {
	case err != nil && !typed(err):
		t.Fatalf("a read failed without saying what is wrong: %v", err)
	case err != nil:
		return "a read failed"
	case wrong != "":
		t.Fatalf("silently wrong: %s", wrong)
	}
	return "all is right"
}

func typed(err error) bool {
	_, corrupt := errors.AsType[*eventstore.CorruptError](err)
	_, lost := errors.AsType[*eventstore.LostError](err)
	_, later := errors.AsType[*FormatError](err)
	return corrupt || lost || later
}

// damage clones a store, changes one of its files, and judges it.
func damage(t *testing.T, d *simDisk, file string, writing bool, change func([]byte) []byte) string {
	t.Helper()
	c := d.clone()
	defer c.close()
	n := c.entries[simDir+"/"+file]
	n.data = change(n.data)
	n.durable = n.data
	return judge(t, c, writing)
}

// One bit flipped anywhere is never silently a wrong or a missing event.
func TestBitFlips(t *testing.T) {
	t.Parallel()
	flips := 150 // of each store
	if long {
		flips = 20_000
	}
	for name, d := range stores(t) {
		random := rand.New(rand.NewPCG(1, 2))
		outcomes := map[string]int{}
		for i := range flips {
			file := storeFiles[i%len(storeFiles)]
			size, _, _ := d.size(simDir + "/" + file)
			if size == 0 { // a closed store has no log
				continue
			}
			bit := random.Int64N(8 * size)
			if file == markName { // where the slots are, not the zeros between them
				bit = random.Int64N(2)*8*slotSize + random.Int64N(8*markLen)
			}
			outcome := ""
			ok := t.Run(fmt.Sprintf("%s/%s/%d", name, file, bit), func(t *testing.T) {
				outcome = damage(t, d, file, i%2 == 0, func(b []byte) []byte {
					b[bit/8] ^= 1 << (bit % 8)
					return b
				})
			})
			if !ok {
				return
			}
			outcomes[file+": "+outcome]++
		}
		t.Logf("%s: %v", name, outcomes)
	}
}

// A file cut off anywhere, or a sector of zeros in it, is never silently a
// wrong or a missing event.
func TestTruncation(t *testing.T) {
	t.Parallel()
	step := 16
	if long {
		step = 1
	}
	for name, d := range stores(t) {
		for _, file := range storeFiles {
			size, _, _ := d.size(simDir + "/" + file)
			outcomes := map[string]int{}
			var cuts []int64
			record := map[string]int64{dbName: pageSize, dbName + "-wal": pageSize + 24, markName: slotSize}[file]
			for at := int64(0); at < size; at += record {
				cuts = append(cuts, at, at+1, at-1, at+32, at+markLen)
			}
			for i := 0; i < len(cuts); i += max(1, step*len(cuts)/200) {
				cut := cuts[i]
				if cut < 0 || cut >= size {
					continue
				}
				outcomes["cut, "+damage(t, d, file, i%2 == 0, func(b []byte) []byte { return b[:cut] })]++
				outcomes["zeros, "+damage(t, d, file, i%2 == 1, func(b []byte) []byte {
					from := cut / sector * sector
					clear(b[from:min(from+sector, size)])
					return b
				})]++
			}
			t.Logf("%s, %s: %v", name, file, outcomes)
		}
	}
}

// The bytes that decide how everything else is read are checked one by one.
func TestHeaderFlips(t *testing.T) {
	t.Parallel()
	d := stores(t)["closed"]
	for at := range 100 {
		for bit := range 8 {
			if !long && bit != at%8 {
				continue
			}
			damage(t, d, dbName, bit%2 == 0, func(b []byte) []byte {
				b[at] ^= 1 << bit
				return b
			})
		}
	}
}
