package http

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/ledger"
)

// doCommand gives a command to the ledger.
func (s *Server) doCommand(c *call) (answer, error) {
	name, _ := commandPath.of(c)
	if t, ok := wire.LookupCommand(name); !ok || t.Internal {
		return answer{}, &wire.UnknownCommandError{Name: name}
	}
	body, err := commandBody(c)
	if err != nil {
		return answer{}, err
	}
	cmd, err := wire.ParseCommand(name, body)
	if err != nil {
		return answer{}, err
	}
	if key, given := idempotencyKey.of(c); given && key != cmd.Command.ID {
		return answer{}, keyIsAnother.because("Idempotency-Key and the id of the command should be the same.")
	}
	var receipt ledger.Receipt
	if rev, given := ifMatch.of(c); given {
		receipt, err = s.ledger.DoAt(c.context(), cmd, rev)
	} else {
		receipt, err = s.ledger.Do(c.context(), cmd)
	}
	if err != nil {
		return answer{}, err
	}
	return received(receipt), nil
}

// received is the answer to a command that was decided.
func received(r ledger.Receipt) answer {
	out := api.Receipt{Seq: r.Seq, Stream: r.Stream, Revision: r.Revision, Events: make([]api.ReceiptEvent, len(r.Events))}
	for i, e := range r.Events {
		out.Events[i] = api.ReceiptEvent(e)
	}
	a := answer{seq: r.Seq, whole: jsonBody{out}, header: http.Header{
		"Ledger-Revision": {fmt.Sprint(r.Revision)},
		"Cache-Control":   {"no-store"},
	}}
	if len(r.Events) > 0 {
		a.header.Set("Location", fmt.Sprintf("/v1/events/%d", r.Events[0].Seq))
		if !r.Replayed {
			a.status = http.StatusCreated
		}
	}
	if r.Replayed {
		a.header.Set("Idempotency-Replayed", "true")
	}
	return a
}

// commandBody is the body of a request, which is a command and nothing else.
func commandBody(c *call) ([]byte, error) {
	h := c.r.Header
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil || kind != "application/json" {
		return nil, unsupportedMediaType.because("Content-Type should be application/json.")
	}
	if charset, given := params["charset"]; given && !strings.EqualFold(charset, "utf-8") {
		return nil, unsupportedMediaType.because("JSON is UTF-8; charset should say so or be left out.")
	}
	if coding := h.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return nil, unsupportedMediaType.because("The body should be sent as it is, without a Content-Encoding.")
	}
	body, err := io.ReadAll(http.MaxBytesReader(c.w, c.r.Body, maxBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, err
	case err != nil:
		return nil, notStrictJSON.because("The body broke off.")
	}
	return body, nil
}

// commands lists every command with its schema.
func (s *Server) commands(c *call) (answer, error) {
	list := api.CommandList{Items: []api.Command{}, Seq: c.at}
	for _, t := range publicCommands() {
		list.Items = append(list.Items, api.Command{
			Name: t.Name, Version: t.Version, Summary: t.Summary, Path: "/v1/commands/" + t.Name,
			Stream: streamOf(t), MayHaveHappened: t.MayHaveHappened, Schema: commandSchema(t),
		})
	}
	return answer{whole: jsonBody{list}}, nil
}

// publicCommands are those that may be given from outside, by name.
func publicCommands() []wire.CommandType {
	var out []wire.CommandType
	for _, t := range wire.CommandTypes() {
		if !t.Internal {
			out = append(out, t)
		}
	}
	return out
}
