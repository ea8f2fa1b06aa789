package api_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
)

// An event goes there and back with its bytes as they are stored, whatever they
// are.
func TestAnEventKeepsItsBytes(t *testing.T) {
	bytesOf := rapid.OneOf(
		rapid.SampledFrom([][]byte{
			[]byte(`{"a":1}`), []byte(`{"a": 1.0, "b":"\u00e9\/"}`), []byte("{\n  \"a\": 1e2\r\n}"), []byte(`{"a":1,"a":2}`),
			[]byte(`null`), []byte(`{`), []byte("{\"a\":\"\xff\"}"), {}, []byte(`9007199254740993`), []byte(`{"actor":{"person":"x","role":"y"}}`),
			[]byte(`{"actor":7}`), []byte(`[]`),
		}),
		rapid.SliceOf(rapid.Byte()),
	)
	rapid.Check(t, func(t *rapid.T) {
		want := eventstore.Event{
			ID: uuid.NewSHA1(uuid.Nil, []byte("x")), Stream: "hub-QE1", Seq: eventstore.Seq(rapid.Int64Range(1, 1<<40).Draw(t, "seq")),
			Revision: eventstore.Revision(rapid.Int64Range(0, 1<<40).Draw(t, "revision")), Type: rapid.StringMatching(`.{1,20}`).Draw(t, "type"),
			Version: rapid.IntRange(0, 9).Draw(t, "version"),
			Data:    bytesOf.Draw(t, "data"), Metadata: bytesOf.Draw(t, "metadata"),
		}
		if rapid.Bool().Draw(t, "stated") {
			want.RecordedAt = time.Date(2025, 4, 1, 11, 0, 0, 123456000, time.UTC)
			want.EffectiveOn = "2025-04-01"
		}
		b := api.AppendEvent(nil, want)
		var e api.Event
		if err := json.Unmarshal(b, &e, json.RejectUnknownMembers(true)); err != nil {
			t.Fatalf("%v: %s", err, b)
		}
		got, err := e.Stored()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Data, want.Data) || !bytes.Equal(got.Metadata, want.Metadata) {
			t.Fatalf("got %q and %q, want %q and %q: %s", got.Data, got.Metadata, want.Data, want.Metadata, b)
		}
		got.Data, got.Metadata, want.Data, want.Metadata = nil, nil, nil, nil
		if got.ID != want.ID || got.Seq != want.Seq || got.Revision != want.Revision || got.Type != want.Type || got.Version != want.Version ||
			!got.RecordedAt.Equal(want.RecordedAt) || got.EffectiveOn != want.EffectiveOn || got.Stream != want.Stream {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

// What a metadata says of its actor is shown, and null where it says nothing.
func TestAnEventShowsItsActor(t *testing.T) {
	for metadata, want := range map[string]string{
		`{"v":1,"actor":{"person":"x","role":"y"},"rules":1}`: `{"person":"x","role":"y"}`,
		`{"v":1}`:  `null`,
		`nonsense`: `null`,
	} {
		var e api.Event
		if err := json.Unmarshal(api.AppendEvent(nil, eventstore.Event{Seq: 1, Metadata: []byte(metadata)}), &e); err != nil {
			t.Fatal(err)
		}
		if string(e.Actor) != want {
			t.Errorf("%s: got %s, want %s", metadata, e.Actor, want)
		}
	}
}
