package http

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// moment is a point in the ledger: a seq, or an instant that resolves to one.
type moment struct {
	seq  eventstore.Seq
	at   time.Time
	isAt bool
}

const (
	maxLimit     = 1000
	defaultLimit = 100
)

// The parameters, each once, whatever routes have it.
var (
	asOf = param[moment]{paramSpec{
		name: "asOf", in: inQuery, example: "2024-04-01T00:00:00Z",
		text:   "As known at: a seq, or an instant (RFC 3339), both inclusive. An instant means the last event whose ledger time is not later. Without it, what is known now.",
		schema: &jsonschema.Schema{Type: "string", Pattern: `^([0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt].+)$`},
	}, parseMoment}
	atLeast = param[eventstore.Seq]{paramSpec{
		name: "atLeast", in: inQuery, example: "41",
		text:   "Wait, for a few seconds, until the answer is true at this seq or a later one: with the seq of a receipt, a writer reads its own write.",
		schema: seqSchema(),
	}, parseSeq}
	on = param[domain.Date]{paramSpec{
		name: "on", in: inQuery, example: "2025-03-31",
		text:   "As it was on: a day, YYYY-MM-DD. Without it, the business day (Europe/London) of the ledger's time at asOf.",
		schema: dateSchema(),
	}, domain.ParseDate}
	level = param[string]{paramSpec{
		name: "level", in: inQuery, example: "ALL",
		text:   "Which hubs: those of an ICS, locality hubs, or all. ICS by default.",
		schema: enumSchema("ICS", "LOCALITY", "ALL"),
	}, oneOf("ICS", "LOCALITY", "ALL")}
	region = param[string]{paramSpec{
		name: "region", in: inQuery, example: "Y62",
		text:   "Only hubs of this region, by its code.",
		schema: &jsonschema.Schema{Type: "string", Pattern: `^(Y[0-9]{2}|[A-Z][0-9][A-Z][0-9][A-Z])$`},
	}, coded(domain.IsRegion, "the code of a region, such as Y62")}
	hubPath = param[domain.HubID]{paramSpec{
		name: "hub", in: inPath, required: true, example: "QE1",
		text:   "The hub's id: QE1, or QE1~fylde-coast for a locality hub.",
		schema: &jsonschema.Schema{Type: "string"},
	}, func(s string) (domain.HubID, error) { return domain.HubID(s), nil }}
	pcnPath = param[string]{paramSpec{
		name: "code", in: inPath, required: true, example: "U68696",
		text:   "The PCN's ODS code, U and five digits.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}
	seqPath = param[eventstore.Seq]{paramSpec{
		name: "seq", in: inPath, required: true, example: "1",
		text:   "The event's seq, from 1.",
		schema: seqSchema(),
	}, parseSeq}
	commandPath = param[string]{paramSpec{
		name: "name", in: inPath, required: true, example: "register-hub",
		text:   "The command's name.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}
	problemPath = param[string]{paramSpec{
		name: "problem", in: inPath, required: true, example: "id-reused",
		text:   "The problem's name.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}
	rulePath = param[string]{paramSpec{
		name: "rule", in: inPath, required: true, example: "I-HUB-1",
		text:   "The rule's id.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}

	// Of events.
	streamIs = param[eventstore.StreamID]{paramSpec{
		name: "stream", in: inQuery, example: "hub-QE1",
		text:   "Only events of this stream.",
		schema: &jsonschema.Schema{Type: "string", Pattern: `^[A-Za-z0-9~._-]{1,200}$`},
	}, parseStream}
	hubIs = param[string]{paramSpec{
		name: "hub", in: inQuery, example: "QE1",
		text:   "Only events of the streams of this ICB's hub: hub-QE1 with its locality hubs, workforce-QE1, and what was refused there.",
		schema: icbSchema(),
	}, coded(domain.IsICB, "the code of an ICB, such as QE1; events of a locality hub stand in its ICB's stream")}
	typeIs = params[string]{param[string]{paramSpec{
		name: "type", in: inQuery, example: "HubRegistered",
		text:   "Only events of this type; it may stand several times.",
		schema: enumSchema(eventTypeNames()...),
	}, parseType}}
	after = param[eventstore.Seq]{paramSpec{
		name: "after", in: inQuery, example: "0",
		text:   "Only events after this seq, exclusive.",
		schema: seqSchema(),
	}, parseSeq}
	limit = param[int]{paramSpec{
		name: "limit", in: inQuery, example: "100",
		text:   fmt.Sprintf("At most so many events on a page; %d by default. As NDJSON, all events that match are sent unless it is given.", defaultLimit),
		schema: &jsonschema.Schema{Type: "integer", Minimum: ptr(1.0), Maximum: ptr(float64(maxLimit))},
	}, parseLimit}
	cursorIs = param[cursor]{paramSpec{
		name: "cursor", in: inQuery,
		text:   "The next page: next of the page before, with the same filter.",
		schema: &jsonschema.Schema{Type: "string"},
	}, parseCursor}
	effectiveFrom = param[domain.Date]{paramSpec{
		name: "effectiveFrom", in: inQuery, example: "2024-04-01",
		text:   "Only events effective on this day or later; events that name no day are left out.",
		schema: dateSchema(),
	}, domain.ParseDate}
	effectiveTo = param[domain.Date]{paramSpec{
		name: "effectiveTo", in: inQuery, example: "2025-03-31",
		text:   "Only events effective on this day or before; events that name no day are left out.",
		schema: dateSchema(),
	}, domain.ParseDate}
	recordedFrom = param[time.Time]{paramSpec{
		name: "recordedFrom", in: inQuery, example: "2024-04-01T00:00:00Z",
		text:   "Only events recorded at this instant (RFC 3339) or later.",
		schema: instantSchema(),
	}, parseInstant}
	recordedTo = param[time.Time]{paramSpec{
		name: "recordedTo", in: inQuery, example: "2025-03-31T23:59:59Z",
		text:   "Only events recorded at this instant (RFC 3339) or before.",
		schema: instantSchema(),
	}, parseInstant}
	lastEventID = param[eventstore.Seq]{paramSpec{
		name: "Last-Event-ID", in: inHeader, example: "41",
		text:   "The id of the last event received: the feed goes on after it. A browser sends it by itself. It comes before after.",
		schema: seqSchema(),
	}, parseSeq}

	// Of commands.
	idempotencyKey = param[uuid.UUID]{paramSpec{
		name: "Idempotency-Key", in: inHeader, example: "0190a5a4-7d2c-7b6e-8f00-0123456789ab",
		text:   "The command's id once more, where a tool wants to send one. The id in the command is what counts.",
		schema: &jsonschema.Schema{Type: "string"},
	}, parseKey}
	ifMatch = param[eventstore.Revision]{paramSpec{
		name: "If-Match", in: inHeader, example: `"41"`,
		text:   `Record only if the command's stream is at this revision, in quotes, such as "41"; "-1" is a stream without events.`,
		schema: &jsonschema.Schema{Type: "string", Pattern: `^"(-1|[0-9]+)"$`},
	}, parseRevision}
)

// formatOf is the parameter that chooses one of a route's formats.
func formatOf(formats []format) param[string] {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return param[string]{paramSpec{
		name: "format", in: inQuery, example: names[len(names)-1],
		text:   "The format of the answer. It comes before Accept.",
		schema: enumSchema(names...),
	}, oneOf(names...)}
}

func asIs(s string) (string, error) { return s, nil }

func parseSeq(s string) (eventstore.Seq, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || s[0] == '+' || s[0] == '-' {
		return 0, errors.New("should be a seq: a whole number, 0 or more")
	}
	return eventstore.Seq(n), nil
}

func parseMoment(s string) (moment, error) {
	if seq, err := parseSeq(s); err == nil {
		return moment{seq: seq}, nil
	}
	if _, err := domain.ParseDate(s); err == nil {
		return moment{}, fmt.Errorf("is a day, and a day is not a moment: its morning and its evening may know different things. It should be a seq, or an instant such as %sT23:59:59Z", s)
	}
	at, err := parseInstant(s)
	if err != nil {
		return moment{}, errors.New("should be a seq, or an instant (RFC 3339) such as 2024-04-01T00:00:00Z; the + of an offset is written %2B in an address")
	}
	return moment{at: at, isAt: true}, nil
}

func parseInstant(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil || t.Year() < 1 {
		return time.Time{}, errors.New("should be an instant (RFC 3339) such as 2024-04-01T00:00:00Z; the + of an offset is written %2B in an address")
	}
	return t.UTC(), nil
}

func parseStream(s string) (eventstore.StreamID, error) {
	if _, _, ok := wire.KindOf(s); !ok || !eventstore.StreamID(s).Valid() {
		return "", errors.New("should be the name of a stream: ledger, organisations, hub-QE1, workforce-QE1, or refusals- and one of these")
	}
	return eventstore.StreamID(s), nil
}

func parseType(s string) (string, error) {
	if _, ok := wire.KindOfEvent(s); !ok {
		return "", errors.New("should be a type of event, such as HubRegistered; /docs lists them")
	}
	return s, nil
}

func eventTypeNames() []string {
	var names []string
	for _, t := range wire.EventTypes() {
		names = append(names, t.Name)
	}
	return names
}

func parseLimit(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > maxLimit || s[0] == '+' {
		return 0, fmt.Errorf("should be a whole number from 1 to %d", maxLimit)
	}
	return n, nil
}

// parseKey reads an Idempotency-Key: a UUID, bare or in the quotes of a
// structured field.
func parseKey(s string) (uuid.UUID, error) {
	s = strings.TrimSpace(s)
	if bare, ok := strings.CutPrefix(s, `"`); ok {
		s = strings.TrimSuffix(bare, `"`)
	}
	id, err := parseID(s)
	if err != nil {
		return uuid.Nil, errors.New("should be the command's id, a UUID")
	}
	return id, nil
}

var errNoUUID = errors.New("should be a UUID, such as 0190a5a4-7d2c-7b6e-8f00-0000000000d1")

// parseID reads a UUID in the one form that documents show.
func parseID(s string) (uuid.UUID, error) {
	id, err := uuid.Parse(s)
	if err != nil || len(s) != 36 {
		return uuid.Nil, errNoUUID
	}
	return id, nil
}

func parseRevision(s string) (eventstore.Revision, error) {
	wrong := errors.New(`should be one revision of the command's stream in quotes, such as "41"`)
	s = strings.TrimSpace(s)
	if len(s) < 3 || s[0] != '"' || s[len(s)-1] != '"' {
		return 0, wrong
	}
	n, err := strconv.ParseInt(s[1:len(s)-1], 10, 64)
	if err != nil || n < int64(eventstore.NoStream) || s[1] == '+' {
		return 0, wrong
	}
	return eventstore.Revision(n), nil
}

func oneOf(names ...string) func(string) (string, error) {
	return func(s string) (string, error) {
		if !slices.Contains(names, s) {
			return "", fmt.Errorf("should be %s", orList(names))
		}
		return s, nil
	}
}

func coded(is func(string) bool, what string) func(string) (string, error) {
	return func(s string) (string, error) {
		if !is(s) {
			return "", fmt.Errorf("should be %s", what)
		}
		return s, nil
	}
}

func orList(names []string) string {
	if len(names) == 1 {
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

func ptr[T any](v T) *T { return &v }
