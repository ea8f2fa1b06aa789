package eventstore

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
)

const (
	someHash = "1rcleHAX9w5yAi8pB-mYPZnhegqH64RYiMl2O9qIh5E"
	someID   = "01927e9a-3f2b-7d6c-a5b4-c3d2e1f00918"
)

// What odd metadata states. A member that is not of its form is not stated;
// bytes that are no object state nothing.
var oddInputs = map[string]struct {
	metadata string
	want     Stated
}{
	"nothing":                   {"", Stated{}},
	"an empty object":           {"{}", Stated{}},
	"null":                      {"null", Stated{}},
	"an array":                  {`[{"v":1}]`, Stated{}},
	"cut short":                 {`{"v":1`, Stated{}},
	"something after it":        {`{"v":1}x`, Stated{}},
	"another object after it":   {`{"v":1}{"v":2}`, Stated{}},
	"white space around it":     {" {\"v\" : 1}\n", Stated{Version: 1}},
	"a duplicate name":          {`{"v":1,"v":1}`, Stated{}},
	"a duplicate name, escaped": {`{"v":1,"\u0076":1}`, Stated{}},
	"an escaped name":           {`{"\u0076":1}`, Stated{Version: 1}},
	"a duplicate within":        {`{"v":1,"basis":{"a":1,"a":2}}`, Stated{}},
	"a duplicate far within":    {`{"v":1,"command":{"data":[{"x":{"a":1,"a":2}}]}}`, Stated{}},
	"another case":              {`{"V":1,"RecordedAt":"2024-10-27T00:30:00.123456Z"}`, Stated{}},
	"invalid UTF-8":             {"{\"v\":1,\"authority\":\"\xff\"}", Stated{}},
	"valid UTF-8":               {`{"v":1,"authority":"£ é 漢"}`, Stated{Version: 1}},
	"a lone surrogate":          {`{"v":1,"authority":"\ud800"}`, Stated{}},
	"a control character":       {"{\"v\":1,\"authority\":\"a\nb\"}", Stated{}},
	"an unknown member":         {`{"v":1,"later":{"v":2}}`, Stated{Version: 1}},
	"a leading zero":            {`{"v":01}`, Stated{}},
	"v as text":                 {`{"v":"1"}`, Stated{}},
	"v zero":                    {`{"v":0}`, Stated{}},
	"v negative":                {`{"v":-1}`, Stated{}},
	"v a fraction":              {`{"v":1.0}`, Stated{}},
	"v an exponent":             {`{"v":1e0}`, Stated{}},
	"v of ten digits":           {`{"v":1234567890}`, Stated{Version: 1234567890}},
	"v beyond 64 bits":          {`{"v":18446744073709551617}`, Stated{}},
	"recordedAt":                {`{"recordedAt":"2024-10-27T00:30:00.123456Z"}`, Stated{RecordedAt: time.Date(2024, 10, 27, 0, 30, 0, 123456000, time.UTC)}},
	"recordedAt, a comma":       {`{"recordedAt":"2024-10-27T00:30:00,123456Z"}`, Stated{}},
	"recordedAt, nanoseconds":   {`{"recordedAt":"2024-10-27T00:30:00.123456789Z"}`, Stated{}},
	"recordedAt, a zone":        {`{"recordedAt":"2024-10-27T00:30:00.12+01:00"}`, Stated{}},
	"recordedAt, no such day":   {`{"recordedAt":"2023-02-29T00:30:00.123456Z"}`, Stated{}},
	"recordedAt, hour 24":       {`{"recordedAt":"2023-02-28T24:00:00.000000Z"}`, Stated{}},
	"recordedAt, a leap second": {`{"recordedAt":"2016-12-31T23:59:60.000000Z"}`, Stated{}},
	"recordedAt, year 0":        {`{"recordedAt":"0000-12-31T23:59:59.000000Z"}`, Stated{}},
	"recordedAt, escaped":       {`{"recordedAt":"2024\u002d10-27T00:30:00.123456Z"}`, Stated{}},
	"effectiveOn":               {`{"effectiveOn":"2024-02-29"}`, Stated{EffectiveOn: "2024-02-29"}},
	"effectiveOn, no such day":  {`{"effectiveOn":"2023-02-29"}`, Stated{}},
	"effectiveOn, not a date":   {`{"effectiveOn":"yesterday!"}`, Stated{}},
	"effectiveOn null":          {`{"effectiveOn":null}`, Stated{}},
	"a command":                 {`{"command":{"id":"` + someID + `","n":3}}`, Stated{HasCommand: true, Command: uuid.MustParse(someID), N: 3}},
	"a command in capitals":     {`{"command":{"id":"` + strings.ToUpper(someID) + `","n":3}}`, Stated{HasCommand: true, Command: uuid.MustParse(someID), N: 3}},
	"a command without n":       {`{"command":{"id":"` + someID + `"}}`, Stated{}},
	"a command without id":      {`{"command":{"n":3}}`, Stated{}},
	"a command with negative n": {`{"command":{"id":"` + someID + `","n":-1}}`, Stated{}},
	"a command with two ids":    {`{"v":1,"command":{"id":"` + someID + `","n":1,"id":"` + someID + `"}}`, Stated{}},
	"a command with a urn":      {`{"command":{"id":"urn:uuid:` + someID + `","n":3}}`, Stated{}},
	"a command with more":       {`{"command":{"id":"` + someID + `","n":3,"later":{}}}`, Stated{HasCommand: true, Command: uuid.MustParse(someID), N: 3}},
	"a command that is text":    {`{"v":1,"command":"` + someID + `"}`, Stated{Version: 1}},
	"the command of zeros":      {`{"command":{"id":"00000000-0000-0000-0000-000000000000","n":0}}`, Stated{HasCommand: true}},
	"hashes":                    {`{"dataHash":"` + someHash + `","prev":"` + someHash + `"}`, Stated{HasDataHash: true, DataHash: mustHash(someHash), Prev: mustHash(someHash)}},
	"a hash that isn't canonic": {`{"dataHash":"` + someHash[:42] + `F"}`, Stated{}},
	"a hash in base64":          {`{"dataHash":"` + strings.ReplaceAll(someHash, "-", "+") + `"}`, Stated{}},
	"a hash too short":          {`{"prev":"` + someHash[1:] + `"}`, Stated{}},
	"a hash with padding":       {`{"prev":"` + someHash + `="}`, Stated{}},
}

func mustHash(s string) Hash {
	var h Hash
	if err := h.UnmarshalText([]byte(s)); err != nil {
		panic(err)
	}
	return h
}

func TestParseStatedOdd(t *testing.T) {
	for name, c := range oddInputs {
		t.Run(name, func(t *testing.T) {
			if got := ParseStated([]byte(c.metadata)); got != c.want {
				t.Errorf("ParseStated(%s):\n got %+v\nwant %+v", c.metadata, got, c.want)
			}
		})
	}
}

// What Seal writes takes the fast way, also with everything in it, or that way
// would be of no use; all but \u escapes, that is.
func TestSealedTakesTheFastWay(t *testing.T) {
	for _, name := range []string{"full", "minimal"} {
		b := readTestdata(t, name+".metadata")
		got, ok := parseSealed(b)
		if !ok || got != parseAny(b) {
			t.Errorf("%s: got %+v, %v, want %+v", name, got, ok, parseAny(b))
		}
	}
}

// Both ways give the same answer for every input, and the answer of an
// envelope in its one encoding is what ParseEnvelope reads.
func FuzzParseStated(f *testing.F) {
	for _, name := range slices.Sorted(maps.Keys(oddInputs)) {
		f.Add([]byte(oddInputs[name].metadata))
	}
	f.Add(readTestdata(f, "full.metadata"))
	f.Add(readTestdata(f, "minimal.metadata"))
	f.Fuzz(func(t *testing.T, b []byte) { agree(t, b) })
}

func agree(t *testing.T, b []byte) {
	t.Helper()
	want := parseAny(b)
	if got, ok := parseSealed(b); ok && got != want {
		t.Fatalf("the fast way differs for %q:\n got %+v\nwant %+v", b, got, want)
	}
	env, err := ParseEnvelope(b)
	if err != nil {
		return
	}
	if again, err := env.Encode(); err != nil || !bytes.Equal(again, b) {
		return
	}
	read := Stated{
		Version: env.V, RecordedAt: env.RecordedAt.Time, EffectiveOn: env.EffectiveOn,
		HasDataHash: true, DataHash: env.DataHash, Prev: env.Prev,
	}
	if env.Command != nil {
		read.HasCommand, read.Command, read.N = true, env.Command.ID, env.Command.N
	}
	if want != read {
		t.Fatalf("ParseEnvelope differs for %q:\n got %+v\nwant %+v", b, read, want)
	}
}

// Every byte of a full envelope, changed into each of a few that matter to
// JSON, left out, or doubled: the ways agree.
func TestFastWayAgreesAround(t *testing.T) {
	full := readTestdata(t, "full.metadata")
	for i := range full {
		for _, c := range []byte("\"\\{}[],:0-9.eEtn aZ=\n\x00\x7f\x80\xc3") {
			b := bytes.Clone(full)
			b[i] = c
			agree(t, b)
			agree(t, slices.Insert(b, i, full[i]))
		}
		agree(t, slices.Delete(bytes.Clone(full), i, i+1))
		agree(t, full[:i])
	}
}

func readTestdata(tb testing.TB, name string) []byte {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// typical is an envelope as most events have it, about 500 bytes.
func typical(tb testing.TB) []byte {
	id := uuid.MustParse(someID)
	e, err := Seal(id, "PlacementStarted", []byte("{}"), Envelope{
		V: 1, RecordedAt: InstantOf(time.Date(2024, 10, 27, 0, 30, 0, 123456000, time.UTC)), EffectiveOn: "2024-10-27",
		Actor:   &Actor{Person: id, Role: "programme-lead"},
		Command: &Command{Name: "start-placement", V: 1, ID: id, Hash: HashOf(id[:]), Data: []byte(`{"placement":"` + someID + `"}`)},
		Basis:   map[StreamID]Revision{"national": 17}, Rules: 1, Prev: HashOf(nil),
	})
	if err != nil {
		tb.Fatal(err)
	}
	return e.Metadata
}

func BenchmarkParseStated(b *testing.B) {
	metadata := typical(b)
	b.Run("fast", func(b *testing.B) {
		b.SetBytes(int64(len(metadata)))
		for b.Loop() {
			ParseStated(metadata)
		}
	})
	b.Run("any", func(b *testing.B) {
		b.SetBytes(int64(len(metadata)))
		for b.Loop() {
			parseAny(metadata)
		}
	})
}

func BenchmarkLeafHash(b *testing.B) {
	metadata := typical(b)
	e := Event{Seq: 1, Stream: "hub-QE1", Type: "PlacementStarted", Data: make([]byte, 320), Metadata: metadata}
	st := ParseStated(metadata)
	for b.Loop() {
		LeafHash(uuid.Nil, e, st)
	}
}
