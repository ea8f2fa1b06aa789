package http

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/ledger"
)

// problemType is a kind of error. Its name stands in URIs for ever.
type problemType struct {
	name   string
	status int
	title  string
	// text is for the page about it: when it occurs, and what to do.
	text string
}

// The kinds of errors. Their texts are fixed; what differs from case to case is
// in detail and, of those with 5xx, in the log alone.
var (
	badParameter = &problemType{api.BadParameter, 400, "A parameter is not right",
		"A parameter of the query, the path or a header can't be what it is, or is not known here. errors names each and says what would be right."}
	notStrictJSON = &problemType{api.NotStrictJSON, 400, "The body is not strict JSON of a command",
		"The text is broken, has a name twice, is not UTF-8, is nested too deeply, or has a member that the command does not have; names are case-sensitive. Nothing was recorded."}
	crossOrigin = &problemType{api.CrossOrigin, 403, "Another site's page may not write here",
		"A browser sent this request from a page of another origin. Nothing was recorded."}
	notFound = &problemType{api.NotFound, 404, "There is no such thing",
		"Nothing is found at this address as known at the seq asked for."}
	unknownCommand = &problemType{api.UnknownCommand, 404, "There is no such command",
		"GET /v1/commands lists the commands there are. Nothing was recorded."}
	notYet = &problemType{api.NotYet, 404, "The ledger does not reach that far",
		"The seq asked for is beyond the newest event. With atLeast, a request waits for a seq that is about to come."}
	methodNotAllowed = &problemType{api.MethodNotAllowed, 405, "This address does not take that method",
		"Allow lists the methods it takes."}
	notAcceptable = &problemType{api.NotAcceptable, 406, "The answer does not come in that format",
		"detail lists the formats there are."}
	idReused = &problemType{api.IDReused, 409, "The command's id has recorded something else",
		"A command id is for one command. Sent again with the same content it gets the first receipt; this time the content is another. Nothing was recorded. A new command needs a new id."}
	revisionMoved = &problemType{api.RevisionMoved, 412, "The stream is at another revision",
		"If-Match named the revision that the command was thought out on, and the stream has moved on since. Nothing was recorded. Look at what came after it, and decide again."}
	tooLarge = &problemType{api.TooLarge, 413, "The body is too large",
		"A command has at most 1 MiB, and so have the events it records. Nothing was recorded."}
	unsupportedMediaType = &problemType{api.UnsupportedMediaType, 415, "The body should be plain application/json",
		"Commands are sent as application/json without a Content-Encoding. Nothing was recorded."}
	badCommand = &problemType{api.BadCommand, 422, "The command can't be right",
		"A field is missing, has another type, another form or is out of range, whatever the ledger holds. errors names each and says what would be right. Nothing was recorded."}
	keyIsAnother = &problemType{api.KeyIsAnother, 422, "Idempotency-Key is not the command's id",
		"If the header is sent, it should hold the same UUID as id of the command. Nothing was recorded."}
	refused = &problemType{api.Refused, 422, "A rule refuses the command",
		"rule names the rule and sentence says what would have to be true. The command changed nothing; that it was refused is recorded as evidence. When things have changed the same command may be given again."}
	throttled = &problemType{api.Throttled, 429, "Too many commands of this actor were refused",
		"Refusals are recorded as evidence, up to a rate. Nothing was recorded. Try again after Retry-After."}
	internal = &problemType{api.Internal, 500, "The server failed",
		"It is the server's fault, and is in its log. A command may have been recorded: the same command with the same id tells."}
	busy = &problemType{api.Busy, 503, "The stream is very busy",
		"The stream kept moving on while the command was decided. Nothing was recorded. Try again after Retry-After, with the same id."}
	uncertain = &problemType{api.Uncertain, 503, "It is not known whether the command was recorded",
		"The command may be recorded or not. The same command with the same id tells: it is recorded once."}
	clockWrong = &problemType{api.ClockWrong, 503, "The server's clock is not believed",
		"The clock is more than 7 days beyond the ledger's time. Nothing was recorded. An operator has to look at it."}
	rulesNewer = &problemType{api.RulesNewer, 503, "The rules in force are newer than this server",
		"Only a newer program may write. Nothing was recorded."}
	notWritable = &problemType{api.NotWritable, 503, "The ledger can't be written to",
		"The store is open for reading only. Nothing was recorded."}
	notReady = &problemType{api.NotReady, 503, "The server is not ready",
		"It is starting, stopping, has fallen behind the log or has stopped following it; or it serves as many live feeds as it can. /readyz says what it is. Try again after Retry-After."}
)

// problemTypes is all of them, in the order of the page.
var problemTypes = []*problemType{
	badParameter, notStrictJSON, crossOrigin, notFound, unknownCommand, notYet, methodNotAllowed, notAcceptable,
	idReused, revisionMoved, tooLarge, unsupportedMediaType, badCommand, keyIsAnother, refused, throttled,
	internal, busy, uncertain, clockWrong, rulesNewer, notWritable, notReady,
}

// uri is the problem's type: a path on whatever server says so.
func (t *problemType) uri() string { return api.ProblemURI(t.name) }

// ruleURI is the type of a refusal by one rule.
func ruleURI(rule domain.Rule) string { return api.RuleURI(string(rule)) }

// problem is an answer that is an error. It is an error itself, so that a
// handler can return it.
type problem struct {
	*problemType
	body       api.Problem
	retryAfter time.Duration // 0 for none
	cause      error         // of a 5xx, for the log
}

func (p *problem) Error() string { return p.title + ": " + p.body.Detail }

func (p *problem) Unwrap() error { return p.cause }

func (t *problemType) because(detail string, args ...any) *problem {
	p := &problem{problemType: t}
	p.body = api.Problem{Type: t.uri(), Title: t.title, Status: t.status}
	if detail != "" {
		p.body.Detail = fmt.Sprintf(detail, args...)
	}
	return p
}

// over is a problem with its cause. Its text is fixed.
func (t *problemType) over(cause error, retryAfter time.Duration) *problem {
	p := t.because("%s", t.text)
	p.cause, p.retryAfter = cause, retryAfter
	return p
}

// problemOf is what an error is to a client. It is the one place that maps
// errors to statuses.
func problemOf(err error) *problem {
	var (
		known    *problem
		bad      *wire.BadCommandError
		unknown  *wire.UnknownCommandError
		refusal  *domain.Refusal
		reused   *ledger.ReusedIDError
		moved    *ledger.RevisionError
		large    *eventstore.TooLargeError
		body     *http.MaxBytesError
		throttle *ledger.ThrottledError
		stream   *ledger.BusyError
		clock    *ledger.ClockError
		rules    *ledger.RulesError
		maybe    *ledger.UncertainError
	)
	switch {
	case errors.As(err, &known):
		return known
	case errors.As(err, &unknown):
		return unknownCommand.because("There is no command %s; GET /v1/commands lists those there are.", clip(unknown.Name))
	case errors.As(err, &bad):
		return ofBadCommand(bad)
	case errors.As(err, &refusal):
		p := refused.because("%s", refusal.Sentence)
		p.body.Type, p.body.Rule, p.body.Sentence = ruleURI(refusal.Rule), string(refusal.Rule), refusal.Sentence
		return p
	case errors.As(err, &reused):
		p := idReused.because("The id %s has recorded something else in %s; a new command needs a new id.", reused.Command, reused.Stream)
		p.body.Command, p.body.Stream = &reused.Command, reused.Stream
		return p
	case errors.As(err, &moved):
		p := revisionMoved.because("The stream %s is at revision %d, not at %d.", moved.Stream, moved.Actual, moved.Wanted)
		p.body.Stream, p.body.Expected, p.body.Actual = moved.Stream, &moved.Wanted, &moved.Actual
		return p
	case errors.As(err, &large):
		p := tooLarge.because("The command would record %d bytes of events; at most %d are taken at once.", large.Size, large.Limit)
		p.body.Limit = int64(large.Limit)
		return p
	case errors.As(err, &body):
		p := tooLarge.because("The body is larger than %d bytes.", body.Limit)
		p.body.Limit = body.Limit
		return p
	case errors.As(err, &throttle):
		p := throttled.because("%s", throttled.text)
		p.retryAfter = throttle.RetryAfter
		return p
	case errors.As(err, &stream):
		p := busy.over(err, time.Second)
		p.body.Stream = stream.Stream
		return p
	case errors.As(err, &clock):
		return clockWrong.over(err, time.Minute)
	case errors.As(err, &rules):
		return rulesNewer.over(err, time.Minute)
	case errors.As(err, &maybe):
		return uncertain.over(err, time.Second)
	case errors.Is(err, eventstore.ErrReadOnly):
		return notWritable.over(err, time.Minute)
	case errors.Is(err, eventstore.ErrClosed), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return notReady.over(err, time.Second)
	}
	return internal.over(err, 0)
}

func ofBadCommand(bad *wire.BadCommandError) *problem {
	kind := badCommand
	if bad.NotStrict {
		kind = notStrictJSON
	}
	const most = 100
	p := kind.because("%s", bad.Error())
	if n := len(bad.Fields); n > most {
		p.body.Detail += fmt.Sprintf("; the first %d of %d are listed", most, n)
	}
	for _, f := range bad.Fields[:min(len(bad.Fields), most)] {
		p.body.Errors = append(p.body.Errors, api.FieldError{Pointer: ptr(f.Pointer), Detail: f.Detail})
	}
	return p
}

// writeProblem answers with an error. Errors are never kept by a cache.
func writeProblem(w http.ResponseWriter, r *http.Request, p *problem) {
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	h.Del("ETag")
	if p.retryAfter > 0 {
		h.Set("Retry-After", fmt.Sprint(max(1, int64((p.retryAfter+time.Second-1)/time.Second))))
	}
	w.WriteHeader(p.status)
	if r.Method == http.MethodHead {
		return
	}
	b, err := json.Marshal(p.body, jsontext.AllowInvalidUTF8(true))
	if err != nil { // its fields are texts and numbers
		return
	}
	w.Write(append(b, '\n')) // whoever is gone is gone
}
