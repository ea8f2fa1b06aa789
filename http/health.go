package http

import (
	"fmt"
	"net/http"
	"time"

	"github.com/hubledger/hubledger/http/api"
)

// The states of a server, as /readyz and the metrics name them.
const (
	ready       = "ready"
	starting    = "starting" // the projections have not seen yet what was recorded before
	behind      = "behind"   // they lag
	failed      = "failed"   // they have stopped at an event
	storeFailed = "store"    // the store takes no more events
	stopping    = "stopping"
)

var states = []string{ready, starting, behind, failed, storeFailed, stopping}

// health is whether the server can do its work, and why not.
func (s *Server) health() api.Health {
	state := s.engine.State()
	h := api.Health{Status: ready, Position: state.Position, Head: state.Head}
	switch lag := state.Head - state.Position; {
	case s.stopping.Load():
		h.Status, h.Reason = stopping, "The server is stopping."
	case s.cfg.StoreFailed != nil && s.cfg.StoreFailed() != nil:
		h.Status, h.Reason = storeFailed, "The store takes no more events; the log of the server says why."
	case state.Err != nil:
		h.Status = failed
		h.Reason = fmt.Sprintf("The projections have stopped at event %d; the log of the server says why.", state.Position)
	case state.Position < s.first:
		h.Status = starting
		h.Reason = fmt.Sprintf("The projections are at event %d of %d.", state.Position, s.first)
	case lag > s.cfg.MaxLag:
		h.Status = behind
		h.Reason = fmt.Sprintf("The projections are %d events behind.", lag)
	}
	return h
}

// current holds that the projections know what was recorded before the server
// started, and follow the log. Else an answer about now would be about then.
func (s *Server) current() error {
	state := s.engine.State()
	if state.Err == nil && state.Position >= s.first {
		return nil
	}
	reason := fmt.Sprintf("The projections are at event %d of %d.", state.Position, state.Head)
	if state.Err != nil {
		reason = fmt.Sprintf("The projections have stopped at event %d.", state.Position)
	}
	p := notReady.over(state.Err, time.Second)
	p.body.Detail = fmt.Sprintf("%s What was known up to there is answered with asOf=%d.", reason, state.Position)
	return p
}

func (s *Server) livez(*call) (answer, error) {
	return answer{whole: bytesBody("ok\n")}, nil
}

func (s *Server) readyz(*call) (answer, error) {
	h := s.health()
	a := answer{whole: jsonBody{h}, header: http.Header{"Cache-Control": {"no-store"}}}
	if h.Status != ready {
		a.status = http.StatusServiceUnavailable
	}
	return a, nil
}
