package verify

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/ledger"
)

// item is an event and what could be told of it without any other.
type item struct {
	e    eventstore.Event
	st   eventstore.Stated
	meta eventstore.Hash // of the metadata

	env eventstore.Envelope
	rec domain.Recorded
	// decoded: env and rec hold what the event says.
	decoded bool
	// cmd is the command, in the first of its events; hasCmd says it could be
	// read.
	cmd    wire.Sealed
	hasCmd bool

	findings []Finding
}

func (it *item) find(kind Kind, format string, args ...any) {
	it.findings = append(it.findings, Finding{kind, it.e.Seq, it.e.Stream, fmt.Sprintf(format, args...)})
}

// checker looks at events one by one. It holds no state, so that many
// goroutines may share it.
type checker struct {
	ledger     uuid.UUID
	hashesOnly bool
}

func (c checker) check(it *item) {
	it.meta = eventstore.HashOf(it.e.Metadata)
	it.st = eventstore.ParseStated(it.e.Metadata)
	if !it.st.HasCommand || !it.st.HasDataHash || it.st.Version == 0 || it.st.RecordedAt.IsZero() {
		it.find(Metadata, "the metadata should state v, recordedAt, command.id, command.n and dataHash, and does not")
	} else {
		c.columns(it)
	}
	if it.st.HasDataHash {
		if got := eventstore.HashOf(it.e.Data); got != it.st.DataHash {
			it.find(DataHash, "SHA-256 of the data is %s; the metadata was written for %s", got, it.st.DataHash)
		}
	}
	if it.st.HasCommand {
		want := ledger.EventID(c.ledger, string(it.e.Stream), it.st.Command, it.st.N)
		if it.e.ID != want {
			it.find(EventID, "the id is %s; from ledger, stream, command %s and index %d follows %s", it.e.ID, it.st.Command, it.st.N, want)
		}
	}
	if !c.hashesOnly {
		c.meaning(it)
	}
}

// columns holds what a store keeps beside an event against the metadata it
// was copied from.
func (c checker) columns(it *item) {
	switch e, st := it.e, it.st; {
	case e.Version != st.Version:
		it.find(Column, "the version beside the event is %d; its metadata states %d", e.Version, st.Version)
	case !e.RecordedAt.Equal(st.RecordedAt):
		it.find(Column, "recordedAt beside the event is %s; its metadata states %s",
			e.RecordedAt.Format(eventstore.InstantLayout), st.RecordedAt.Format(eventstore.InstantLayout))
	case e.EffectiveOn != st.EffectiveOn:
		it.find(Column, "effectiveOn beside the event is %q; its metadata states %q", e.EffectiveOn, st.EffectiveOn)
	}
}

// meaning decodes the event, and the command in the first of a command's
// events, and makes the command's hash again.
func (c checker) meaning(it *item) {
	var err error
	if it.rec, it.env, err = wire.Read(it.e); err != nil {
		it.find(Undecodable, "%v", unwrap(err))
		return
	}
	it.decoded = true
	if it.env.Command == nil || it.env.Command.N != 0 {
		return
	}
	stream := it.e.Stream
	if kind, refused, _ := wire.KindOf(string(stream)); kind == wire.KindRefusals {
		stream = eventstore.StreamID(refused) // a refusal holds the command that was refused, as it was given
	}
	if it.cmd, err = wire.StoredCommand(stream, it.env); err != nil {
		it.find(NoCommand, "the command can't be read: %v", err)
		return
	}
	it.hasCmd = true
	hash, err := it.cmd.ContentHash()
	switch {
	case err != nil:
		it.find(CommandHash, "%v", err)
	case hash != it.cmd.Hash:
		it.find(CommandHash, "the hash of the command as it stands is %s; it was recorded with %s", hash, it.cmd.Hash)
	}
}

// unwrap takes off what a finding says anyway: where.
func unwrap(err error) error {
	if d, ok := err.(*wire.DecodeError); ok {
		return d.Err
	}
	return err
}
