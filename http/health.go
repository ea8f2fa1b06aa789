package http

import (
	"fmt"
	"net/http"
	"time"

	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// The states of a server, as /readyz and the metrics name them.
const (
	ready       = "ready"
	starting    = "starting" // the projections have not seen yet what was recorded before
	behind      = "behind"   // they lag
	failed      = "failed"   // they have stopped at an event
	diverged    = "diverged" // a rebuild of them came out otherwise
	storeFailed = "store"    // the store takes no more events
	stopping    = "stopping"
)

var states = []string{ready, starting, behind, failed, diverged, storeFailed, stopping}

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
	case state.Rebuilds.Divergence != nil:
		h.Status = diverged
		h.Reason = divergedReason(state)
	case state.Position < s.first:
		h.Status = starting
		h.Reason = fmt.Sprintf("The projections are at event %d of %d.", state.Position, s.first)
	case lag > s.cfg.MaxLag:
		h.Status = behind
		h.Reason = fmt.Sprintf("The projections are %d events behind.", lag)
	}
	return h
}

// divergedReason says that a rebuild of the projections came out otherwise.
func divergedReason(state projections.State) string {
	return fmt.Sprintf("As known at event %d, the projections differ from a rebuild of them, and one of the two is wrong; the log of the server names the models.", state.Rebuilds.Divergence.Seq)
}

// current holds that the projections know what was recorded before the server
// started, follow the log, and hold what a rebuild of them does, if there was
// one. Else an answer about now would be about then, or about nothing.
func (s *Server) current() error {
	state := s.engine.State()
	if state.Err == nil && state.Rebuilds.Divergence == nil && state.Position >= s.first {
		return nil
	}
	if state.Err == nil && state.Rebuilds.Divergence != nil {
		p := notReady.over(state.Rebuilds.Divergence, time.Second)
		p.body.Detail = divergedReason(state)
		return p
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
