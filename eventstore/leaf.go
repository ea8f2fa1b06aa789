package eventstore

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/google/uuid"
)

const leafTag = "hubledger/leaf/v1"

// Leaf is the preimage of an event's leaf in the Merkle tree, version 1: each
// field is preceded by its length (uint32, big-endian). In order: the tag
// "hubledger/leaf/v1", ledger id (16 bytes), seq, stream, revision, event id
// (16 bytes), type, version, recordedAt (microseconds since 1970 UTC),
// SHA-256(data), SHA-256(metadata). Numbers are 8 bytes, big-endian. Version,
// recordedAt and SHA-256(data) are those the metadata states; where it states
// none, version and recordedAt have length 0 and the hash is of the bytes.
func Leaf(ledger uuid.UUID, e Event, st Stated) []byte {
	metadata := sha256.Sum256(e.Metadata)
	data := st.DataHash
	if !st.HasDataHash {
		data = HashOf(e.Data)
	}
	b := make([]byte, 0, 256+len(e.Stream)+len(e.Type))
	b = field(b, []byte(leafTag))
	b = field(b, ledger[:])
	b = number(b, int64(e.Seq))
	b = field(b, []byte(e.Stream))
	b = number(b, int64(e.Revision))
	b = field(b, e.ID[:])
	b = field(b, []byte(e.Type))
	if st.Version > 0 {
		b = number(b, int64(st.Version))
	} else {
		b = field(b, nil)
	}
	if !st.RecordedAt.IsZero() {
		b = number(b, st.RecordedAt.UnixMicro())
	} else {
		b = field(b, nil)
	}
	b = field(b, data[:])
	return field(b, metadata[:])
}

// LeafHash is the leaf's hash in the tree: SHA-256(0x00 || leaf), RFC 6962
// section 2.1.
func LeafHash(ledger uuid.UUID, e Event, st Stated) Hash {
	h := sha256.New()
	h.Write([]byte{0})
	h.Write(Leaf(ledger, e, st))
	var out Hash
	h.Sum(out[:0])
	return out
}

func field(b, f []byte) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(f)))
	return append(b, f...)
}

func number(b []byte, n int64) []byte {
	b = binary.BigEndian.AppendUint32(b, 8)
	return binary.BigEndian.AppendUint64(b, uint64(n))
}
