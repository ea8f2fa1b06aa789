package api

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Event is a recorded event.
type Event struct {
	Seq         eventstore.Seq      `json:"seq" jsonschema:"The event's ordinal in the ledger, from 1, without gaps: what is cited."`
	ID          uuid.UUID           `json:"id" jsonschema:"The event's id."`
	Stream      eventstore.StreamID `json:"stream" jsonschema:"The stream it stands in, such as hub-QE1."`
	Revision    eventstore.Revision `json:"revision" jsonschema:"Its place in that stream, from 0."`
	Type        string              `json:"type" jsonschema:"What happened, such as HubRegistered."`
	Version     int                 `json:"version" jsonschema:"Version of the schema of data; 0 where the metadata states none."`
	RecordedAt  *eventstore.Instant `json:"recordedAt" jsonschema:"When it was recorded, UTC with microseconds."`
	EffectiveOn *domain.Date        `json:"effectiveOn" jsonschema:"The day it takes effect, where its command named one."`
	Actor       jsontext.Value      `json:"actor" jsonschema:"Who acted: a person by a random id, in a role, for somebody; null where the metadata states none."`
	Data        jsontext.Value      `json:"data" jsonschema:"What happened, byte for byte as it is stored and hashed."`
	Metadata    jsontext.Value      `json:"metadata" jsonschema:"The envelope, byte for byte as it is stored and hashed."`

	// An event from elsewhere need not be strict JSON on one line.
	DataBase64     *string `json:"dataBase64,omitzero" jsonschema:"The data in base64, where they are not strict JSON on one line; data is null then."`
	MetadataBase64 *string `json:"metadataBase64,omitzero" jsonschema:"The metadata in base64, where it is not strict JSON on one line; metadata is null then."`
}

// AppendEvent appends an event's JSON to b. Its data and metadata stand in it
// byte for byte, so that whoever reads them can hash them.
func AppendEvent(b []byte, e eventstore.Event) []byte {
	b = append(b, `{"seq":`...)
	b = strconv.AppendInt(b, int64(e.Seq), 10)
	b = append(b, `,"id":"`...)
	b = append(b, e.ID.String()...)
	b = append(b, `","stream":`...)
	b = appendString(b, string(e.Stream))
	b = append(b, `,"revision":`...)
	b = strconv.AppendInt(b, int64(e.Revision), 10)
	b = append(b, `,"type":`...)
	b = appendString(b, e.Type)
	b = append(b, `,"version":`...)
	b = strconv.AppendInt(b, int64(e.Version), 10)
	b = append(b, `,"recordedAt":`...)
	if e.RecordedAt.IsZero() {
		b = append(b, "null"...)
	} else {
		b = append(b, '"')
		b = e.RecordedAt.UTC().AppendFormat(b, eventstore.InstantLayout)
		b = append(b, '"')
	}
	b = append(b, `,"effectiveOn":`...)
	if e.EffectiveOn == "" {
		b = append(b, "null"...)
	} else {
		b = appendString(b, e.EffectiveOn)
	}
	b = append(b, `,"actor":`...)
	b = append(b, actorOf(e.Metadata)...)
	b = appendVerbatim(b, "data", e.Data)
	b = appendVerbatim(b, "metadata", e.Metadata)
	return append(b, '}')
}

func appendString(b []byte, s string) []byte {
	b, _ = jsontext.AppendQuote(b, s) // bad UTF-8 becomes U+FFFD
	return b
}

// appendVerbatim appends a member whose value is JSON as it stands, or, where
// that can't be, null and the bytes in base64 beside it.
func appendVerbatim(b []byte, name string, value []byte) []byte {
	b = append(b, `,"`...)
	b = append(b, name...)
	b = append(b, `":`...)
	if standsInALine(value) {
		return append(b, value...)
	}
	b = append(b, `null,"`...)
	b = append(b, name...)
	b = append(b, `Base64":"`...)
	b = base64.StdEncoding.AppendEncode(b, value)
	return append(b, '"')
}

// standsInALine reports whether bytes can be a value in a line of JSON and be
// read back as they are: strict JSON, without line breaks, and without space
// around it. What this program writes always is.
func standsInALine(value []byte) bool {
	return len(value) > 0 && len(bytes.TrimSpace(value)) == len(value) &&
		!bytes.ContainsAny(value, "\n\r") && jsontext.Value(value).IsValid()
}

// actorOf is the actor as the envelope states it, or null.
func actorOf(metadata []byte) jsontext.Value {
	var envelope struct {
		Actor jsontext.Value `json:"actor"`
	}
	if json.Unmarshal(metadata, &envelope) != nil || len(envelope.Actor) == 0 {
		return jsontext.Value("null")
	}
	return envelope.Actor
}

// Stored is the event as a store hands it out. Its data and metadata are the
// stored bytes.
func (e Event) Stored() (eventstore.Event, error) {
	out := eventstore.Event{
		ID: e.ID, Stream: e.Stream, Revision: e.Revision, Seq: e.Seq, Type: e.Type, Version: e.Version,
		Data: e.Data, Metadata: e.Metadata,
	}
	if e.RecordedAt != nil {
		out.RecordedAt = e.RecordedAt.Time
	}
	if e.EffectiveOn != nil {
		out.EffectiveOn = e.EffectiveOn.String()
	}
	for _, other := range []struct {
		from *string
		to   *[]byte
	}{{e.DataBase64, &out.Data}, {e.MetadataBase64, &out.Metadata}} {
		if other.from == nil {
			continue
		}
		b, err := base64.StdEncoding.DecodeString(*other.from)
		if err != nil {
			return eventstore.Event{}, fmt.Errorf("couldn't read the bytes of event %d: %w", e.Seq, err)
		}
		*other.to = b
	}
	return out, nil
}
