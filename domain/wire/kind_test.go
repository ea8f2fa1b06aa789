package wire_test

import (
	"slices"
	"testing"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// The name of a stream tells its kind, and there is one name for each.
func TestKindOf(t *testing.T) {
	for stream, want := range map[string]wire.Kind{
		"ledger": wire.KindLedger, "organisations": wire.KindOrganisations, "hub-QE1": wire.KindHub,
		"workforce-QOP": wire.KindWorkforce, "refusals-hub-QE1": wire.KindRefusals, "refusals-ledger": wire.KindRefusals,
		"national": wire.KindNational, "person-7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d": wire.KindPerson,
		"refusals-national": wire.KindRefusals, "refusals-person-7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d": wire.KindRefusals,
		"person": "", "person-": "", "person-QE1": "", "person-00000000-0000-0000-0000-000000000000": "",
		"person-7D444840-9DC0-4D63-B7A1-0A5F4B0B1C2D": "", "person-7d4448409dc04d63b7a10a5f4b0b1c2d": "", "person-{7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d}": "",
		"person-urn:uuid:7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d": "", "refusals-person-7D444840-9DC0-4D63-B7A1-0A5F4B0B1C2D": "",
		"national-QE1": "", "National": "", "hub-": "", "hub-QE1~x": "", "hub": "", "refusals-": "", "refusals-refusals-ledger": "", "Ledger": "", "ledger-QE1": "",
	} {
		kind, _, ok := wire.KindOf(stream)
		if ok != (want != "") || (ok && kind != want) {
			t.Errorf("%s: got %q, %v, want %q", stream, kind, ok, want)
		}
	}
}

// What a stream is called is told again from its kind and its key.
func TestStreamIsNamedByKindAndKey(t *testing.T) {
	for _, stream := range []string{"ledger", "organisations", "national", "hub-QE1", "workforce-QOP", "person-" + somebody, "refusals-person-" + somebody} {
		kind, key, ok := wire.KindOf(stream)
		if got := wire.Stream(kind, key); !ok || got != stream {
			t.Errorf("%s is of kind %s with key %q: %s", stream, kind, key, got)
		}
	}
}

// The streams of a hub are those of its ICB: no person's, and none of the
// nation's.
func TestStreamsOf(t *testing.T) {
	want := []eventstore.StreamID{"hub-QE1", "workforce-QE1", "refusals-hub-QE1", "refusals-workforce-QE1"}
	if got := wire.StreamsOf("QE1"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
