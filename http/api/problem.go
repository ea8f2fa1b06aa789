package api

import (
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

// The names of the kinds of problems. They stand in addresses for ever.
const (
	BadParameter         = "bad-parameter"
	NotStrictJSON        = "not-strict-json"
	CrossOrigin          = "cross-origin"
	NotFound             = "not-found"
	UnknownCommand       = "unknown-command"
	NotYet               = "not-yet"
	MethodNotAllowed     = "method-not-allowed"
	NotAcceptable        = "not-acceptable"
	IDReused             = "id-reused"
	RevisionMoved        = "revision-moved"
	TooLarge             = "too-large"
	UnsupportedMediaType = "unsupported-media-type"
	BadCommand           = "bad-command"
	KeyIsAnother         = "key-is-another"
	Refused              = "refused"
	Throttled            = "throttled"
	Internal             = "internal"
	Busy                 = "busy"
	Uncertain            = "uncertain"
	ClockWrong           = "clock"
	RulesNewer           = "rules-newer"
	NotWritable          = "not-writable"
	NotReady             = "not-ready"
)

const (
	problemPath = "/problems/"
	rulePath    = "/problems/rules/"
)

// ProblemURI is the type of a problem by its name.
func ProblemURI(name string) string { return problemPath + name }

// RuleURI is the type of a refusal by a rule.
func RuleURI(rule string) string { return rulePath + rule }

// Name is the name of the kind of problem. A refusal's type names its rule.
func (p Problem) Name() string {
	if strings.HasPrefix(p.Type, rulePath) {
		return Refused
	}
	return strings.TrimPrefix(p.Type, problemPath)
}

// Problem is an error as RFC 9457 has it, with what this API adds.
type Problem struct {
	Type   string `json:"type" jsonschema:"Which problem it is: a stable URI, relative to the server, with a page for people."`
	Title  string `json:"title" jsonschema:"The problem in a few words, the same whenever it occurs."`
	Status int    `json:"status" jsonschema:"The HTTP status."`
	Detail string `json:"detail,omitzero" jsonschema:"What is wrong this time, and what would be right."`

	Errors []FieldError `json:"errors,omitempty" jsonschema:"What is wrong, field by field."`

	// Of a refusal.
	Rule     string `json:"rule,omitzero" jsonschema:"The rule that refused the command, such as I-HUB-1."`
	Sentence string `json:"sentence,omitzero" jsonschema:"What would have to be true."`

	Command  *uuid.UUID           `json:"command,omitzero" jsonschema:"The id of the command."`
	Stream   string               `json:"stream,omitzero" jsonschema:"The stream concerned."`
	Expected *eventstore.Revision `json:"expected,omitzero" jsonschema:"The revision that If-Match named."`
	Actual   *eventstore.Revision `json:"actual,omitzero" jsonschema:"The revision that the stream is at."`
	Limit    int64                `json:"limit,omitzero" jsonschema:"The largest size that is taken, in bytes."`
}

// FieldError is what is wrong with one field or parameter.
type FieldError struct {
	Pointer   *string `json:"pointer,omitzero" jsonschema:"JSON Pointer (RFC 6901) to the field of the body."`
	Parameter string  `json:"parameter,omitzero" jsonschema:"The parameter of the query, the path or the header."`
	Detail    string  `json:"detail" jsonschema:"What would be right, in a sentence."`
}
