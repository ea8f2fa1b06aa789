package wire

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// BadCommandError says what is wrong with a command before any rule is asked.
type BadCommandError struct {
	// NotStrict: the text is not strict JSON of a command at all: broken, a
	// name twice, a name that is not known or is in another case, bad UTF-8.
	NotStrict bool
	Fields    []domain.FieldError
}

func (e *BadCommandError) Error() string {
	if len(e.Fields) == 0 {
		return "the command is not valid"
	}
	f := e.Fields[0]
	more := ""
	if n := len(e.Fields) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more)", n)
	}
	if f.Pointer == "" {
		return f.Detail + more
	}
	return f.Pointer + ": " + f.Detail + more
}

// MaxDepth is how deep a command's JSON may be nested.
const MaxDepth = 32

// object is a command as people write it. Which of hub, person and icb it has
// follows from its name.
type object struct {
	ID          uuid.UUID         `json:"id"`
	Hub         string            `json:"hub,omitzero"`
	ICB         string            `json:"icb,omitzero"`
	Person      string            `json:"person,omitzero"`
	Actor       domain.Actor      `json:"actor"`
	EffectiveOn domain.Date       `json:"effectiveOn,omitzero"`
	Authority   string            `json:"authority,omitzero"`
	Evidence    []domain.Evidence `json:"evidence,omitempty"`
	Happened    *domain.Happened  `json:"happened,omitzero"`
	Data        jsontext.Value    `json:"data"`
}

// ParseCommand reads a command of a name, checks everything that can be
// checked without the ledger, and seals it. The error is an
// *UnknownCommandError or a *BadCommandError.
func ParseCommand(name string, body []byte) (Sealed, error) {
	t, ok := commandTypes[name]
	if !ok || t.Internal {
		return Sealed{}, &UnknownCommandError{Name: name}
	}
	if err := checkTokens(body); err != nil {
		return Sealed{}, err
	}
	var o object
	if err := json.Unmarshal(body, &o, strict); err != nil {
		return Sealed{}, badJSON("", err)
	}
	var f domain.FieldErrors
	missing(reflect.TypeFor[object](), body, "", &f)
	stream := o.stream(t, &f)
	o.validate(t, &f)
	data, err := parseData(t, o.Data, &f)
	if err != nil {
		return Sealed{}, err
	}
	if len(f.List) > 0 {
		return Sealed{}, &BadCommandError{Fields: firstOfEach(f.List)}
	}
	return seal(t, stream, domain.Command{
		ID: o.ID, Actor: o.Actor, EffectiveOn: o.EffectiveOn, Authority: o.Authority,
		Evidence: o.Evidence, Happened: o.Happened, Data: data,
	}, o.Data)
}

// parseData reads the data of a command and reports its fields. The error is a
// *BadCommandError where it is no strict JSON of that data at all.
func parseData(t CommandType, v jsontext.Value, f *domain.FieldErrors) (domain.CommandData, error) {
	if v == nil {
		return nil, nil // reported as missing
	}
	missing(t.Data, v, "/data", f)
	data, err := t.decode(v)
	if err != nil {
		bad := badJSON("/data", err)
		if bad.NotStrict {
			return nil, bad
		}
		f.List = append(f.List, bad.Fields...)
		return nil, nil
	}
	var inner domain.FieldErrors
	data.Validate(&inner)
	for _, e := range inner.List {
		f.Add("/data"+e.Pointer, "%s", e.Detail)
	}
	return data, nil
}

// firstOfEach keeps the first that is said of each field.
func firstOfEach(list []domain.FieldError) []domain.FieldError {
	seen := make(map[string]bool, len(list))
	var out []domain.FieldError
	for _, e := range list {
		if !seen[e.Pointer] {
			seen[e.Pointer] = true
			out = append(out, e)
		}
	}
	return out
}

// FormatCommand writes a sealed command as people write it: ParseCommand of
// the result is the same command.
func FormatCommand(s Sealed) ([]byte, error) {
	c := s.Command
	o := object{
		ID: c.ID, Actor: c.Actor, EffectiveOn: c.EffectiveOn, Authority: c.Authority,
		Evidence: c.Evidence, Happened: c.Happened, Data: s.Data,
	}
	switch kind, key, _ := KindOf(s.Stream); kind {
	case KindHub:
		o.Hub = key
	case KindWorkforce:
		o.ICB = key
	case KindPerson:
		o.Person = key
	}
	return json.Marshal(o)
}

// stream is the stream a command is addressed to.
func (o *object) stream(t CommandType, f *domain.FieldErrors) string {
	key := ""
	for _, member := range []struct {
		name, value string
		kind        Kind
		is          func(string) bool
		what        string
	}{
		{"hub", o.Hub, KindHub, domain.IsICB, "the code of an ICB, such as QE1"},
		{"icb", o.ICB, KindWorkforce, domain.IsICB, "the code of an ICB, such as QE1"},
		{"person", o.Person, KindPerson, domain.IsPerson, "the random id of a person, a UUID in lower case"},
	} {
		pointer := "/" + member.name
		switch {
		case member.kind != t.Kind:
			f.Check(member.value == "", pointer, "does not belong to command %s", t.Name)
		case member.value == "":
			f.Add(pointer, "is required: %s", member.what)
		case !member.is(member.value):
			f.Add(pointer, "%q is not %s", clip(member.value), member.what)
		default:
			key = member.value
		}
	}
	return Stream(t.Kind, key)
}

func (o *object) validate(t CommandType, f *domain.FieldErrors) {
	f.Check(o.ID != uuid.Nil, "/id", "is required: a UUID minted by whoever gives the command (version 7 is recommended)")
	f.Check(o.Actor.Person != uuid.Nil, "/actor/person", "is required: the random id (UUID) of the person who acts")
	f.Text(o.Actor.Role, "/actor/role", 1, 80)
	f.Text(o.Actor.OnBehalfOf, "/actor/onBehalfOf", 0, 80)
	f.Text(o.Authority, "/authority", 0, 200)
	validateEvidence(f, "/evidence", o.Evidence)
	if o.Happened != nil {
		f.Check(t.MayHaveHappened, "/happened", "does not belong to command %s: its act takes place in the ledger", t.Name)
		f.Required(o.Happened.On, "/happened/on")
		validateEvidence(f, "/happened/evidence", o.Happened.Evidence)
	}
}

func validateEvidence(f *domain.FieldErrors, pointer string, list []domain.Evidence) {
	f.Check(len(list) <= 50, pointer, "has %d items; at most 50 are taken", len(list))
	for i, e := range list {
		at := pointer + "/" + strconv.Itoa(i)
		f.Check(!e.Hash.IsZero(), at+"/hash", "is required: the SHA-256 of the document, 43 characters of base64url")
		f.Text(e.Kind, at+"/kind", 1, 80)
	}
}

// checkTokens holds the whole text to what json.Unmarshal does not ask: depth,
// and numbers that every reader of JSON can hold exactly.
func checkTokens(body []byte) error {
	d := jsontext.NewDecoder(bytes.NewReader(body))
	first := true
	for {
		tok, err := d.ReadToken()
		if err != nil {
			if errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) && d.StackDepth() == 0 && !first {
				return nil // the end, after one value and what space may follow it
			}
			return badJSON("", err)
		}
		if first && tok.Kind() != '{' {
			return &BadCommandError{NotStrict: true, Fields: []domain.FieldError{{Detail: "the command should be a JSON object"}}}
		}
		if !first && d.StackDepth() == 0 && tok.Kind() != '}' {
			return &BadCommandError{NotStrict: true, Fields: []domain.FieldError{{Detail: "there is text after the command's object"}}}
		}
		first = false
		if d.StackDepth() > MaxDepth {
			return &BadCommandError{NotStrict: true, Fields: []domain.FieldError{{
				Pointer: string(d.StackPointer()), Detail: fmt.Sprintf("is nested deeper than %d", MaxDepth)}}}
		}
		if tok.Kind() == 'n' {
			return &BadCommandError{Fields: []domain.FieldError{{
				Pointer: string(d.StackPointer()), Detail: "is null; what is not known is left out"}}}
		}
		if tok.Kind() == '0' {
			if v, err := strconv.ParseFloat(tok.String(), 64); err != nil || math.Abs(v) > 1<<53 {
				return &BadCommandError{Fields: []domain.FieldError{{
					Pointer: string(d.StackPointer()), Detail: "is a number beyond 2^53 (9,007,199,254,740,992), which not every reader of JSON can hold"}}}
			}
		}
	}
}

// badJSON says in a sentence what a decoder said, and where.
func badJSON(prefix string, err error) *BadCommandError {
	var syntactic *jsontext.SyntacticError
	if errors.As(err, &syntactic) {
		detail := "the text is not JSON: " + syntactic.Err.Error()
		if errors.Is(err, jsontext.ErrDuplicateName) {
			detail = "stands twice; a name may stand once in an object"
		}
		return &BadCommandError{NotStrict: true, Fields: []domain.FieldError{{
			Pointer: prefix + string(syntactic.JSONPointer), Detail: detail}}}
	}
	var semantic *json.SemanticError
	if errors.As(err, &semantic) {
		at := prefix + string(semantic.JSONPointer)
		switch {
		case errors.Is(semantic.Err, json.ErrUnknownName):
			return &BadCommandError{NotStrict: true, Fields: []domain.FieldError{{
				Pointer: at, Detail: "is not a member of this command; names are case-sensitive"}}}
		case semantic.Err != nil:
			return &BadCommandError{Fields: []domain.FieldError{{Pointer: at, Detail: semantic.Err.Error()}}}
		default:
			return &BadCommandError{Fields: []domain.FieldError{{
				Pointer: at, Detail: fmt.Sprintf("can't be a JSON %s", kindName(semantic.JSONKind))}}}
		}
	}
	return &BadCommandError{NotStrict: true, Fields: []domain.FieldError{{Pointer: prefix, Detail: err.Error()}}}
}

func kindName(k jsontext.Kind) string {
	switch k {
	case 'n':
		return "null"
	case 'f', 't':
		return "boolean"
	case '"':
		return "string"
	case '0':
		return "number of this form"
	case '{':
		return "object"
	case '[':
		return "array"
	}
	return "value"
}

// clip shortens what is shown back.
func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}
