package eventstore

import (
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"
)

// Envelope is what stands in an event's metadata: everything about the event
// that is not the event itself. It is written once, before Append, and its
// bytes are what is hashed; nothing in it states a Seq.
type Envelope struct {
	// V is the schema version of the event's data, 1 or more.
	V int `json:"v"`
	// RecordedAt is the instant the decision was taken at, in microseconds.
	RecordedAt Instant `json:"recordedAt"`
	// EffectiveOn is a civil date, YYYY-MM-DD, or empty.
	EffectiveOn string     `json:"effectiveOn,omitzero"`
	Actor       *Actor     `json:"actor,omitzero"`
	Authority   string     `json:"authority,omitzero"`
	Evidence    []Evidence `json:"evidence,omitempty"`
	// Happened says that the event is a fact of the world that could no longer
	// be prevented; Breaches names the rules it broke.
	Happened *Happened `json:"happened,omitzero"`
	Breaches []Breach  `json:"breaches,omitempty"`
	Command  *Command  `json:"command,omitzero"`
	Source   *Source   `json:"source,omitzero"`
	// Basis names the other streams the decision read, each with the revision
	// up to which it read.
	Basis map[StreamID]Revision `json:"basis,omitempty"`
	// Rules is the version of the rules the decision was taken by.
	Rules int `json:"rules,omitzero"`
	// DataHash is the SHA-256 of the data bytes.
	DataHash Hash `json:"dataHash"`
	// Prev is the SHA-256 of the metadata bytes of the event before in the
	// stream; absent in its first event.
	Prev Hash `json:"prev,omitzero"`
	// Correlation and Causation are written only where they differ from the
	// command's id.
	Correlation uuid.UUID `json:"$correlationId,omitzero"`
	Causation   uuid.UUID `json:"$causationId,omitzero"`
}

// Actor is who acts: a person by a random id, in a role, for somebody.
type Actor struct {
	Person     uuid.UUID `json:"person"`
	Role       string    `json:"role"`
	OnBehalfOf string    `json:"onBehalfOf,omitzero"`
}

// Evidence is a document by its hash.
type Evidence struct {
	Hash  Hash   `json:"hash"`
	Kind  string `json:"kind"`
	Dated string `json:"dated,omitzero"` // a civil date, or empty
}

// Happened is when something happened in the world, and what shows it.
type Happened struct {
	On       string     `json:"on"` // a civil date
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Breach is a rule that an event broke, and in a sentence what should have
// been true.
type Breach struct {
	Rule     string `json:"rule"`
	Sentence string `json:"sentence"`
}

// Command is the command that recorded the event.
type Command struct {
	Name string    `json:"name"`
	V    int       `json:"v"`
	ID   uuid.UUID `json:"id"`
	// Hash is that of the command's content, made once at the door.
	Hash Hash `json:"hash"`
	// N is the index of the event among those of the command, from 0.
	N int `json:"n"`
	// Data is the command's own data, in the first of its events only.
	Data jsontext.Value `json:"data,omitzero"`
}

// Source is the row of a file that an event came from.
type Source struct {
	FileHash Hash `json:"fileHash"`
	Row      int  `json:"row"` // line in the file, the first is 1
}

// Seal writes the envelope's bytes for data and makes the event to append.
// It sets DataHash.
func Seal(id uuid.UUID, typ string, data []byte, env Envelope) (NewEvent, error) {
	env.DataHash = HashOf(data)
	metadata, err := env.Encode()
	if err != nil {
		return NewEvent{}, err
	}
	st := Stated{
		Version:     env.V,
		RecordedAt:  InstantOf(env.RecordedAt.Time).Time,
		EffectiveOn: env.EffectiveOn,
		DataHash:    env.DataHash,
		HasDataHash: true,
		Prev:        env.Prev,
	}
	if env.Command != nil {
		st.HasCommand, st.Command, st.N = true, env.Command.ID, env.Command.N
	}
	return NewEvent{ID: id, Type: typ, Data: data, Metadata: metadata, stated: &st}, nil
}

// Encode writes the bytes of the envelope. What a store keeps in columns must
// be of the form that ParseStated reads back, or it is an error.
func (e *Envelope) Encode() ([]byte, error) {
	switch {
	case e.V < 1:
		return nil, fmt.Errorf("couldn't write the envelope: v is %d, the schema version of the data is 1 or more", e.V)
	case e.EffectiveOn != "" && !isDate(e.EffectiveOn):
		return nil, fmt.Errorf("couldn't write the envelope: effectiveOn is %q, not a date like 2006-01-02", e.EffectiveOn)
	case e.Command != nil && e.Command.N < 0:
		return nil, fmt.Errorf("couldn't write the envelope: the command's n is %d, the first of its events is 0", e.Command.N)
	}
	b, err := json.Marshal(e, json.Deterministic(true), json.FormatNilSliceAsNull(false))
	if err != nil {
		return nil, fmt.Errorf("couldn't write the envelope: %w", err)
	}
	return b, nil
}

// ParseEnvelope reads the bytes of an envelope. Members it does not know are
// passed over: a later version may add some.
func ParseEnvelope(metadata []byte) (Envelope, error) {
	var e Envelope
	if err := json.Unmarshal(metadata, &e); err != nil {
		return Envelope{}, fmt.Errorf("couldn't read the envelope: %w", err)
	}
	return e, nil
}
