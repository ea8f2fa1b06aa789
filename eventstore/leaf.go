package eventstore

import (
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
	return appendLeaf(nil, ledger, &e, &st)
}

func appendLeaf(b []byte, ledger uuid.UUID, e *Event, st *Stated) []byte {
	metadata := HashOf(e.Metadata)
	data := st.DataHash
	if !st.HasDataHash {
		data = HashOf(e.Data)
	}
	b = field(b, leafTag)
	b = field(b, ledger[:])
	b = number(b, int64(e.Seq))
	b = field(b, e.Stream)
	b = number(b, int64(e.Revision))
	b = field(b, e.ID[:])
	b = field(b, e.Type)
	if st.Version > 0 {
		b = number(b, int64(st.Version))
	} else {
		b = field(b, "")
	}
	if !st.RecordedAt.IsZero() {
		b = number(b, st.RecordedAt.UnixMicro())
	} else {
		b = field(b, "")
	}
	b = field(b, data[:])
	return field(b, metadata[:])
}

// LeafHash is the leaf's hash in the tree: SHA-256(0x00 || leaf), RFC 6962
// section 2.1.
func LeafHash(ledger uuid.UUID, e Event, st Stated) Hash {
	var buf [512]byte // most leaves fit, and stay on the stack
	return HashOf(appendLeaf(append(buf[:0], 0), ledger, &e, &st))
}

func field[F []byte | string | StreamID](b []byte, f F) []byte {
	b = binary.BigEndian.AppendUint32(b, uint32(len(f)))
	return append(b, f...)
}

func number(b []byte, n int64) []byte {
	b = binary.BigEndian.AppendUint32(b, 8)
	return binary.BigEndian.AppendUint64(b, uint64(n))
}
