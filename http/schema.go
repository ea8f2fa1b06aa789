package http

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/jsonschema-go/jsonschema"
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
)

func text(pattern, format, description string) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: pattern, Format: format, Description: description}
}

func dateSchema() *jsonschema.Schema {
	return text(`^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`, "date", "")
}

func instantSchema() *jsonschema.Schema { return text("", "date-time", "") }

func seqSchema() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: ptr(0.0)}
}

func enumSchema(values ...string) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, v := range values {
		s.Enum = append(s.Enum, v)
	}
	return s
}

const sha256Pattern = `^[A-Za-z0-9_-]{43}$`

// typeSchemas are the types whose JSON is not what their Go type suggests, and
// lists of texts: the closed ones with their values, the open ones with their
// form.
var typeSchemas = joined(closedLists, map[reflect.Type]*jsonschema.Schema{
	reflect.TypeFor[domain.Date]():        dateSchema(),
	reflect.TypeFor[domain.Census]():      text(`^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$`, "", ""),
	reflect.TypeFor[domain.FTE]():         text(`^-?[0-9]+(\.[0-9]+)?$`, "", ""),
	reflect.TypeFor[domain.Patients]():    text(`^-?[0-9]+(\.[0-9]+)?$`, "", ""),
	reflect.TypeFor[domain.Hash]():        text(sha256Pattern, "", ""),
	reflect.TypeFor[eventstore.Hash]():    text(sha256Pattern, "", ""),
	reflect.TypeFor[domain.HubID]():       text(`^[A-Z0-9]{3,5}(~[a-z0-9][a-z0-9-]{0,39})?$`, "", ""),
	reflect.TypeFor[uuid.UUID]():          text("", "uuid", ""),
	reflect.TypeFor[eventstore.Instant](): text("", "date-time", ""),
	reflect.TypeFor[jsontext.Value]():     {},
	reflect.TypeFor[api.Number]():         {Types: []string{"integer", "string"}, Pattern: `^-?[0-9]+(\.[0-9]+)?$`},

	reflect.TypeFor[domain.FinancialYear]():     text(`^(19|20|21)[0-9]{2}/[0-9]{2}$`, "", ""),
	reflect.TypeFor[domain.HalfYear]():          text(`^(19|20|21)[0-9]{2}H[12]$`, "", ""),
	reflect.TypeFor[domain.TimeOfDay]():         text(`^([01][0-9]|2[0-3]):[0-5][0-9]$`, "", ""),
	reflect.TypeFor[domain.CPDPoints]():         text(`^[0-9]+(\.[0-9]{1,2})?$`, "", ""),
	reflect.TypeFor[domain.Fund]():              text(`^(OPERATIONAL|PROGRAMME|ICS_PROGRAMME|TARIFF|LOCAL_AUTHORITY|PROJECT_INCOME|OTHER)(-[A-Z0-9][A-Z0-9_-]{0,29})?$`, "", ""),
	reflect.TypeFor[domain.FundPurpose]():       text(openListPattern, "", ""),
	reflect.TypeFor[domain.CostType]():          text(openListPattern, "", ""),
	reflect.TypeFor[domain.OrganisationClass](): text(openListPattern, "", ""),
})

const openListPattern = `^[A-Z][A-Z_]{2,39}$`

// schemaOf is the schema of a Go type's JSON. It panics on a type that has
// none: that is a slip of the programmer's, found at the first start.
func schemaOf(t reflect.Type) *jsonschema.Schema {
	s, err := jsonschema.ForType(t, &jsonschema.ForOptions{TypeSchemas: typeSchemas})
	if err != nil {
		panic("http: " + err.Error())
	}
	listsAreNeverNull(s)
	return s
}

// listsAreNeverNull takes null out of the types of lists: an empty one is
// written and read as [].
func listsAreNeverNull(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if slices.Equal(s.Types, []string{"null", "array"}) {
		s.Type, s.Types = "array", nil
	}
	listsAreNeverNull(s.Items)
	for _, p := range s.Properties {
		listsAreNeverNull(p)
	}
}

// nothingIsNull takes null out of what a command may have: what is not known is
// left out.
func nothingIsNull(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if len(s.Types) == 2 && s.Types[0] == "null" {
		s.Type, s.Types = s.Types[1], nil
	}
	nothingIsNull(s.Items)
	for _, p := range s.Properties {
		nothingIsNull(p)
	}
}

// icbSchema is the code of an ICB, in the form that domain.IsICB asks for.
func icbSchema() *jsonschema.Schema {
	return text(`^(Q[A-Z0-9]{2}|[A-Z][0-9][A-Z][0-9][A-Z])$`, "", "")
}

// commandSchema is the schema of a command as people write it. It is shared:
// nobody changes it.
func commandSchema(t wire.CommandType) *jsonschema.Schema { return commandSchemas()[t.Name] }

// commandSchemas are those of all public commands, by name, made once: making
// them takes far longer than writing them.
var commandSchemas = sync.OnceValue(func() map[string]*jsonschema.Schema {
	all := make(map[string]*jsonschema.Schema)
	for _, t := range publicCommands() {
		all[t.Name] = makeCommandSchema(t)
	}
	return all
})

func makeCommandSchema(t wire.CommandType) *jsonschema.Schema {
	s := &jsonschema.Schema{
		Type: "object", Title: t.Name, Description: t.Summary,
		AdditionalProperties: never(), Properties: make(map[string]*jsonschema.Schema),
	}
	add := func(name string, required bool, p *jsonschema.Schema, description string) {
		if description != "" {
			p.Description = description
		}
		s.Properties[name] = p
		s.PropertyOrder = append(s.PropertyOrder, name)
		if required {
			s.Required = append(s.Required, name)
		}
	}
	add("id", true, text("", "uuid", ""), "The command's id, a UUID minted by whoever gives the command; version 7 is recommended. The same id again is a retry.")
	switch t.Kind {
	case wire.KindHub:
		add("hub", true, icbSchema(), "The ICS whose hub the command is for, by the code of its ICB, such as QE1.")
	case wire.KindWorkforce:
		add("icb", true, icbSchema(), "The ICB whose workforce the command is about, such as QE1.")
	case wire.KindPerson:
		add("person", true, text("", "uuid", ""), "The random id of the person whose declaration it is.")
	}
	add("actor", true, actorSchema(), "")
	add("effectiveOn", false, dateSchema(), "The day the command takes effect, where that is another than the day it is recorded.")
	add("authority", false, limited(200), "By which authority: a minute, a delegation, a clause.")
	add("evidence", false, evidenceSchema(), "Documents that show it, by their hashes.")
	if t.MayHaveHappened {
		add("happened", false, happenedSchema(), "")
	}
	data := schemaOf(t.Data)
	nothingIsNull(data)
	data.Description = "The order itself."
	add("data", true, data, "")
	return s
}

func never() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }

func limited(most int) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", MaxLength: ptr(most)}
}

func actorSchema() *jsonschema.Schema {
	role := limited(80)
	role.MinLength = ptr(1)
	role.Description = "The role in which the person acts, such as hub manager; no names."
	onBehalfOf := limited(80)
	onBehalfOf.Description = "For whom: an organisation or a body; no names of persons."
	person := text("", "uuid", "The random id of the person who acts.")
	return object("Who acts.", []string{"person", "role"}, "person", person, "role", role, "onBehalfOf", onBehalfOf)
}

func evidenceSchema() *jsonschema.Schema {
	kind := limited(80)
	kind.MinLength = ptr(1)
	kind.Description = "What kind of document it is, such as minutes."
	dated := dateSchema()
	dated.Description = "The document's date."
	hash := text(sha256Pattern, "", "SHA-256 of the document's bytes, base64url without padding.")
	return &jsonschema.Schema{
		Type: "array", MaxItems: ptr(50),
		Items: object("", []string{"hash", "kind"}, "hash", hash, "kind", kind, "dated", dated),
	}
}

func happenedSchema() *jsonschema.Schema {
	day := dateSchema()
	day.Description = "The day it happened."
	evidence := evidenceSchema()
	evidence.Description = "What shows it."
	return object("Says that the command reports what has happened in the world and can no longer be prevented. Rules it broke are then recorded as breaches, with the event.",
		[]string{"on"}, "on", day, "evidence", evidence)
}

// object is a closed object; members are a name and a schema in turn.
func object(description string, required []string, members ...any) *jsonschema.Schema {
	s := &jsonschema.Schema{
		Type: "object", Description: description, Required: required,
		AdditionalProperties: never(), Properties: make(map[string]*jsonschema.Schema),
	}
	for i := 0; i < len(members); i += 2 {
		name := members[i].(string)
		s.Properties[name] = members[i+1].(*jsonschema.Schema)
		s.PropertyOrder = append(s.PropertyOrder, name)
	}
	return s
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
