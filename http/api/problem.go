package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/eventstore"
)

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

	Command  *uuid.UUID           `json:"command,omitempty" jsonschema:"The id of the command."`
	Stream   string               `json:"stream,omitzero" jsonschema:"The stream concerned."`
	Expected *eventstore.Revision `json:"expected,omitempty" jsonschema:"The revision that If-Match named."`
	Actual   *eventstore.Revision `json:"actual,omitempty" jsonschema:"The revision that the stream is at."`
	Limit    int64                `json:"limit,omitzero" jsonschema:"The largest size that is taken, in bytes."`
}

// FieldError is what is wrong with one field or parameter.
type FieldError struct {
	Pointer   *string `json:"pointer,omitempty" jsonschema:"JSON Pointer (RFC 6901) to the field of the body."`
	Parameter string  `json:"parameter,omitzero" jsonschema:"The parameter of the query, the path or the header."`
	Detail    string  `json:"detail" jsonschema:"What would be right, in a sentence."`
}
