package eventstore_test

import (
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// The events whose bytes are fixed for ever. Add to them; never change one.
var (
	ledgerID = uuid.MustParse("0190f5a0-7c00-7a3b-8c11-2233445566aa")

	full = eventstore.Envelope{
		V:           2,
		RecordedAt:  eventstore.InstantOf(time.Date(2024, time.October, 27, 1, 30, 0, 123456789, time.FixedZone("BST", 3600))),
		EffectiveOn: "2024-09-30",
		Actor:       &eventstore.Actor{Person: uuid.MustParse("7f0c8a1e-54a8-4c39-9d43-0a4f5f1f2b10"), Role: "chair", OnBehalfOf: "QE1"},
		Authority:   "scheme of delegation 4.2 <£250k> & \"urgent\"",
		Evidence:    []eventstore.Evidence{{Hash: eventstore.HashOf([]byte("minutes")), Kind: "minutes", Dated: "2024-09-29"}, {Hash: eventstore.HashOf([]byte("letter")), Kind: "letter"}},
		Happened:    &eventstore.Happened{On: "2024-09-28", Evidence: []eventstore.Evidence{{Hash: eventstore.HashOf([]byte("invoice")), Kind: "invoice"}}},
		Breaches:    []eventstore.Breach{{Rule: "M2", Sentence: "The award must be within what can still be committed."}},
		Command: &eventstore.Command{
			Name: "award", V: 3, ID: uuid.MustParse("01927e9a-3f2b-7d6c-a5b4-c3d2e1f00918"), Hash: eventstore.HashOf([]byte("command")), N: 0,
			Data: jsontext.Value(`{"pence":12500000,"tags":["a\n","é"],"nested":{"x":null,"y":-1.5e3}}`),
		},
		Source:      &eventstore.Source{FileHash: eventstore.HashOf([]byte("file")), Row: 17},
		Basis:       map[eventstore.StreamID]eventstore.Revision{"person-7f0c8a1e": 4, "national": 12},
		Rules:       1,
		Prev:        eventstore.HashOf([]byte("previous metadata")),
		Correlation: uuid.MustParse("5a3f9be2-7a70-4a3f-bd0e-6f9c8d7e6a55"),
		Causation:   uuid.MustParse("c56a4180-65aa-42ec-a945-5fd21dec0538"),
	}
	minimal = eventstore.Envelope{V: 1, RecordedAt: eventstore.InstantOf(time.Date(2022, time.July, 1, 0, 0, 0, 0, time.UTC))}

	goldenEvents = []struct {
		name     string
		envelope *eventstore.Envelope // nil: from elsewhere
		event    eventstore.Event
	}{
		{"full", &full, eventstore.Event{
			ID: uuid.MustParse("9b2f4c66-0a4e-5c5f-8d3e-2f1b7a6c5d4e"), Stream: "hub-QE1", Revision: 41, Seq: 1234567, Type: "AwardMade",
			Data: []byte(`{"award":"5d1c","pence":12500000}`),
		}},
		{"minimal", &minimal, eventstore.Event{
			ID: uuid.MustParse("00000000-0000-5000-8000-000000000001"), Stream: "ledger", Revision: 0, Seq: 1, Type: "LedgerFounded",
			Data: []byte(`{}`),
		}},
		{"foreign", nil, eventstore.Event{
			Stream: "hub-QE1", Revision: 42, Seq: 1234568, Type: "from-elsewhere",
			Data: []byte("\x00\xffnot json"), Metadata: []byte(`{"$correlationId":"x"}`),
		}},
	}
)

// The bytes of an envelope, of a leaf and of its hash are those written down
// in testdata.
func TestGoldenBytes(t *testing.T) {
	for _, g := range goldenEvents {
		t.Run(g.name, func(t *testing.T) {
			e := g.event
			if g.envelope != nil {
				sealed, err := eventstore.Seal(e.ID, e.Type, e.Data, *g.envelope)
				if err != nil {
					t.Fatal(err)
				}
				e.Metadata = sealed.Metadata
				if got, want := sealed.Stated(), eventstore.ParseStated(e.Metadata); got != want {
					t.Errorf("sealed states %+v, its metadata %+v", got, want)
				}
			}
			if want := golden(t, g.name+".metadata"); !bytes.Equal(e.Metadata, want) {
				t.Errorf("metadata:\n got %s\nwant %s", e.Metadata, want)
			}
			leaf := eventstore.Leaf(ledgerID, e, eventstore.ParseStated(e.Metadata))
			if want := unhex(t, golden(t, g.name+".leaf.hex")); !bytes.Equal(leaf, want) {
				t.Errorf("leaf:\n got %x\nwant %x", leaf, want)
			}
			hash := eventstore.LeafHash(ledgerID, e, eventstore.ParseStated(e.Metadata))
			if want := unhex(t, golden(t, g.name+".leafhash.hex")); !bytes.Equal(hash[:], want) {
				t.Errorf("leaf hash:\n got %x\nwant %x", hash, want)
			}
		})
	}
}

// An envelope comes back from its bytes, and its bytes from what came back.
func TestEnvelopeReadsBack(t *testing.T) {
	for _, name := range []string{"full", "minimal"} {
		want := golden(t, name+".metadata")
		env, err := eventstore.ParseEnvelope(want)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := env.Encode(); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: got %s, %v\nwant %s", name, got, err, want)
		}
	}
}

func golden(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func unhex(t *testing.T, text []byte) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
