package sqlite

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// goldenEvents are in the stores of testdata/format1 and testdata/format2, in
// three appends to two streams. Each was made once, by Create and Append, and
// must never be made again: it is what users have.
func goldenEvents(t *testing.T) (first, second, third []eventstore.NewEvent) {
	t.Helper()
	id := func(name string) uuid.UUID { return uuid.NewSHA1(uuid.NameSpaceURL, []byte("format1:"+name)) }
	sealed := func(name string, n int, data []byte, prev eventstore.Hash) eventstore.NewEvent {
		e, err := eventstore.Seal(id(name+" event"), "PlacementStarted", data, eventstore.Envelope{
			V: 1, RecordedAt: eventstore.InstantOf(time.Date(2024, time.April, 1, 9, 30, 0, 123456000, time.UTC)), EffectiveOn: "2024-04-01",
			Command: &eventstore.Command{Name: "start-placement", V: 1, ID: id(name), Hash: eventstore.HashOf([]byte(name)), N: n},
			Rules:   1, Prev: prev,
		})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	a := sealed("one", 0, []byte(`{"placement":"one"}`), eventstore.Hash{})
	b := sealed("one", 1, bytes.Repeat([]byte("large "), 5000), eventstore.HashOf(a.Metadata)) // over several pages
	c := sealed("two", 0, []byte{}, eventstore.Hash{})
	foreign := eventstore.NewEvent{ID: id("foreign"), Type: "from-elsewhere", Data: []byte("\x00\xff"), Metadata: nil}
	return []eventstore.NewEvent{a, b}, []eventstore.NewEvent{c}, []eventstore.NewEvent{foreign, foreign}
}

// A store of every format there was opens, and holds the same events with the
// same leaves.
func TestGoldenStores(t *testing.T) {
	for _, name := range []string{"format1", "format2"} {
		t.Run(name, func(t *testing.T) { testGolden(t, filepath.Join("testdata", name)) })
	}
}

func testGolden(t *testing.T, goldenDir string) {
	dir := t.TempDir()
	for _, name := range []string{dbName, markName} {
		writeFile(t, dir, name, readFile(t, goldenDir, name))
	}
	s := open(t, dir, Options{})
	got, err := readAll(s)
	if err != nil {
		t.Fatal(err)
	}
	first, second, third := goldenEvents(t)
	var want []eventstore.Event
	for _, group := range []struct {
		stream eventstore.StreamID
		at     eventstore.Revision
		events []eventstore.NewEvent
	}{{"hub-QE1", 0, first}, {"ledger", 0, second}, {"hub-QE1", 2, third}} {
		for i, e := range group.events {
			st := e.Stated()
			want = append(want, eventstore.Event{
				ID: e.ID, Stream: group.stream, Revision: group.at + eventstore.Revision(i), Seq: eventstore.Seq(len(want) + 1), Type: e.Type,
				Version: st.Version, RecordedAt: st.RecordedAt, EffectiveOn: st.EffectiveOn, Data: e.Data, Metadata: e.Metadata,
			})
		}
	}
	if d := differ(got, want); d != "" {
		t.Error(d)
	}
	leaves := bufio.NewScanner(bytes.NewReader(readFile(t, goldenDir, "leaves.hex")))
	for _, e := range got {
		leaf := eventstore.LeafHash(s.LedgerID(), e, eventstore.ParseStated(e.Metadata))
		if !leaves.Scan() || leaves.Text() != hex.EncodeToString(leaf[:]) {
			t.Errorf("leaf of event %d: got %x, want %s", e.Seq, leaf[:], leaves.Text())
		}
	}
	const schema = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_master ORDER BY name)"
	fresh := create(t, filepath.Join(t.TempDir(), "fresh"), Options{})
	if got, want := ask(t, fresh, schema), ask(t, s, schema); got != want {
		t.Errorf("a new store has another schema:\n got %s\nwant %s", got, want)
	}
	// It goes on.
	if _, err := s.Append(t.Context(), "ledger", 0, one("next")); err != nil {
		t.Error(err)
	}
}

// ask answers a query through a connection of a store.
func ask(t *testing.T, s *Store, query string) (answer string) {
	t.Helper()
	err := s.pool.with(t.Context(), func(r *reader) (err error) {
		answer, err = text(r.c, query)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// The bytes of a mark are those of the README.
func TestGoldenMark(t *testing.T) {
	m := mark{ledger: testLedger, generation: 0x0102030405060708, seq: 1234567, leaf: eventstore.HashOf([]byte("leaf")), lostFrom: 1234560}
	const want = "6875626c65646765722f6d61726b2f31" + "0190f5a07c007a3b8c112233445566aa" + "0102030405060708" + "000000000012d687" +
		"9f91161f43433e49a6de6db680d79f60159f2e4ac9172621a12846428158440b" + "000000000012d680"
	got := hex.EncodeToString(m.encode())
	if got[:2*markBody] != want {
		t.Errorf("got %s\nwant %s", got[:2*markBody], want)
	}
	if len(got) != 2*markLen {
		t.Errorf("got %d bytes, want %d", len(got)/2, markLen)
	}
	if back, err := decodeMark(m.encode()); err != nil || back != m {
		t.Errorf("read back: got %+v, %v", back, err)
	}
	for bit := range 8 * markLen {
		b := m.encode()
		b[bit/8] ^= 1 << (bit % 8)
		if got, err := decodeMark(b); err == nil {
			t.Fatalf("bit %d flipped: got %+v", bit, got)
		}
	}
	golden, err := os.ReadFile(filepath.Join(filepath.Join("testdata", "format2"), markName))
	if err != nil || len(golden) != 2*slotSize {
		t.Fatalf("the golden mark has %d bytes, %v", len(golden), err)
	}
}
