package wire

import (
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Kind is what kind of stream a stream is.
type Kind string

// The kinds of streams, and how they are named.
const (
	KindLedger        Kind = "ledger"        // "ledger"
	KindHub           Kind = "hub"           // "hub-<ICB code>"
	KindOrganisations Kind = "organisations" // "organisations"
	KindWorkforce     Kind = "workforce"     // "workforce-<ICB code>"
	KindPerson        Kind = "person"        // "person-<UUID>"
	KindNational      Kind = "national"      // "national"
	KindRefusals      Kind = "refusals"      // "refusals-<stream>"
)

// KindOf tells a stream's kind and the key behind it; ok is false where the
// name is not that of a stream of this ledger.
func KindOf(stream string) (kind Kind, key string, ok bool) {
	switch stream {
	case string(KindLedger), string(KindOrganisations), string(KindNational):
		return Kind(stream), "", true
	}
	k, key, found := strings.Cut(stream, "-")
	switch Kind(k) {
	case KindHub, KindWorkforce:
		return Kind(k), key, found && domain.IsICB(key)
	case KindPerson:
		return KindPerson, key, found && domain.IsPerson(key)
	case KindRefusals:
		inner, _, ok := KindOf(key)
		return KindRefusals, key, found && ok && inner != KindRefusals
	}
	return "", "", false
}

// Stream names a stream of a kind.
func Stream(kind Kind, key string) string {
	if key == "" {
		return string(kind)
	}
	return string(kind) + "-" + key
}

// StreamsOf are the streams of an ICB's hub: its own with those of its locality
// hubs, its workforce, and what was refused in either.
func StreamsOf(icb string) []eventstore.StreamID {
	hub, workforce := Stream(KindHub, icb), Stream(KindWorkforce, icb)
	return []eventstore.StreamID{
		eventstore.StreamID(hub), eventstore.StreamID(workforce),
		eventstore.StreamID(Stream(KindRefusals, hub)), eventstore.StreamID(Stream(KindRefusals, workforce)),
	}
}
