package http

import (
	"net/http"
	"reflect"
	"slices"

	"github.com/hubledger/hubledger/eventstore"
)

// format is a form an answer comes in.
type format struct {
	name      string // in format=
	mediaType string // in Accept and Content-Type
}

var (
	formatJSON   = format{"json", "application/json"}
	formatNDJSON = format{"ndjson", "application/x-ndjson"}
	formatCSV    = format{"csv", "text/csv"}
	formatHTML   = format{"html", "text/html"}
	formatCSS    = format{"css", "text/css"}
	formatSSE    = format{"sse", "text/event-stream"}
	formatText   = format{"text", "text/plain"}
)

// route is a row of the table of what there is.
type route struct {
	method  string
	pattern string // as chi has it; also the label in metrics
	id      string // operationId
	group   string // tag
	summary string // what it does, in a sentence
	params  []parameter
	// formats are those it answers in, the default first. Where there are
	// several, format= and Accept choose.
	formats []format
	// takesCommand says that the body is a command.
	takesCommand bool
	// replies are the answers that are no problems.
	replies []reply
	// problems are the kinds of errors it can answer with, beside those that
	// follow from its parameters and formats and those that every route has.
	problems []*problemType
	// handle answers. For a route that stream serves it says first whether
	// there is something to stream.
	handle func(*call) (answer, error)
	// hidden routes are not in the OpenAPI document.
	hidden bool
	// plain routes are served outside of compression.
	plain bool
}

// reply is one way a route answers.
type reply struct {
	status int
	text   string
	body   reflect.Type // of the JSON; nil for other formats
}

func ok[T any](text string) reply { return reply{http.StatusOK, text, reflect.TypeFor[T]()} }

// mustHave panics where a handler asks for a parameter that its row does not
// list: the documents would be wrong.
func (rt *route) mustHave(name string) {
	if !slices.ContainsFunc(rt.params, func(p parameter) bool { return p.spec().name == name }) {
		panic("http: route " + rt.id + " asks for parameter " + name + ", which its row does not list")
	}
}

func (rt *route) has(p parameter) bool {
	return slices.ContainsFunc(rt.params, func(q parameter) bool { return q.spec().name == p.spec().name })
}

// allProblems are all kinds of errors a route can answer with, by status.
func (rt *route) allProblems() []*problemType {
	list := slices.Clone(rt.problems)
	if len(rt.params) > 0 || rt.pattern != "" {
		list = append(list, badParameter)
	}
	list = append(list, notAcceptable)
	if rt.has(asOf) {
		list = append(list, notYet)
	}
	list = append(list, internal, notReady)
	slices.SortStableFunc(list, func(a, b *problemType) int { return a.status - b.status })
	return slices.Compact(list)
}

// answer is what a handler has to say.
type answer struct {
	status int // 200 if 0
	// seq is what the answer is true at: Ledger-Seq. The call's if 0.
	seq eventstore.Seq
	// etag is that of a body which is what it is for ever, without quotes.
	etag string
	// immutable says that asking again later gives the same.
	immutable bool
	header    http.Header // more of them; nil for none
	// whole is the body, if it is made before the first byte is sent; pieces
	// is one that is sent while it is made. At most one of them is there.
	whole  whole
	pieces streamed
	done   func() // is called when the answer is sent, or not; nil for none
}

// whole is a body that is made at once, in the format of a call.
type whole interface {
	render(c *call) ([]byte, error)
}

// streamed is a body that is sent in pieces. Its error cuts the connection, so
// that nobody takes a part for the whole.
type streamed interface {
	write(c *call, out pieces) error
}
