package http

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/go-chi/chi/v5/middleware"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/projections"
)

// call is one request on its way through a handler.
type call struct {
	server *Server
	route  *route
	w      http.ResponseWriter // for what is told to the connection
	r      *http.Request
	values map[string]any // of the parameters, by name
	format format
	// at is the seq that questions are asked as known at; now is the position
	// of the projections when the call began.
	at, now eventstore.Seq
	// asked says that at was named by its seq, so that the answer is for ever.
	asked bool
}

func (c *call) context() context.Context { return c.r.Context() }

// read calls f with the models. Everything is to be asked as known at c.at.
func (c *call) read(f func(*projections.Models)) { c.server.engine.Read(f) }

// day is the day that a question is about: that of on, or the business day of
// the ledger's time at c.at.
func (c *call) day(m *projections.Models) domain.Date {
	if day, given := on.of(c); given {
		return day
	}
	t := m.Log.LedgerTime(c.at)
	if t.IsZero() { // asked as known before anything was
		if asked, given := asOf.of(c); given && asked.isAt {
			return domain.BusinessDay(asked.at)
		}
		return 0
	}
	return domain.BusinessDay(t)
}

// serve is the one handler of all routes: it reads what the row lists, waits,
// resolves the point in time, asks, writes, counts, and logs what failed.
func (s *Server) serve(rt *route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		ww := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
		done := s.metrics.request(rt.pattern, r.Method)
		defer func() { done(ww.Status(), time.Since(begin)) }()
		defer s.recovered(rt, ww, r)
		c := &call{server: s, route: rt, w: ww, r: r}
		a, err := c.answer()
		if err != nil {
			s.fail(c, ww, err)
			return
		}
		if a.done != nil {
			defer a.done()
		}
		var whole []byte
		if a.whole != nil {
			if whole, err = a.whole.render(c); err != nil {
				s.fail(c, ww, err)
				return
			}
		}
		if !c.begin(ww, a) {
			return
		}
		if a.pieces == nil {
			ww.Write(whole) // whoever is gone is gone
		} else if err := a.pieces.write(c, newPieces(c, ww)); err != nil {
			s.broken(c, err)
			panic(http.ErrAbortHandler)
		}
	}
}

// answer does everything up to the first byte of the answer.
func (c *call) answer() (answer, error) {
	c.now = c.server.engine.Position()
	c.at = c.now
	values, bad := readParams(c.route, c.r)
	if len(bad) > 0 {
		p := badParameter.because("%s", strings.TrimSpace(bad[0].Parameter+" "+bad[0].Detail))
		p.body.Errors = bad
		return answer{}, p
	}
	c.values = values
	if err := c.negotiate(); err != nil {
		return answer{}, err
	}
	if err := c.resolve(); err != nil {
		return answer{}, err
	}
	return c.route.handle(c)
}

// resolve waits for atLeast and finds the seq that the call is about.
func (c *call) resolve() error {
	if c.route.has(atLeast) {
		if seq, given := atLeast.of(c); given {
			ctx, cancel := context.WithTimeout(c.context(), c.server.cfg.MaxWait)
			defer cancel()
			position, err := c.server.engine.Wait(ctx, seq)
			if err != nil {
				p := notReady.over(err, time.Second)
				p.body.Detail = fmt.Sprintf("The ledger is known up to seq %d; seq %d did not come in time.", position, seq)
				return p
			}
			c.now, c.at = position, position
		}
	}
	if !c.route.has(asOf) {
		return nil
	}
	m, given := asOf.of(c)
	if !given || m.isAt || m.seq > c.now {
		c.catchUp()
	}
	switch {
	case !given:
		return c.server.current()
	case m.isAt:
		if err := c.server.current(); err != nil {
			return err
		}
		c.read(func(models *projections.Models) { c.at = min(models.Log.Resolve(m.at), c.now) })
	case m.seq > c.now:
		return notYet.because("The ledger is known up to seq %d; seq %d is not recorded yet, or not known yet: atLeast=%d waits for it.", c.now, m.seq, m.seq)
	default:
		c.at, c.asked = m.seq, true
	}
	return nil
}

// settle bounds how long a question waits for what was recorded before it.
const settle = time.Second

// catchUp waits until the projections know what was in the store when the
// question came, so that whoever was told that something is recorded finds it.
// If they don't in time, the answer is true at the seq that they have reached,
// which it carries; if they have stopped or only started, that is told at once.
func (c *call) catchUp() {
	head := c.server.store.Head()
	if head <= c.now || c.server.current() != nil {
		return
	}
	ctx, cancel := context.WithTimeout(c.context(), min(settle, c.server.cfg.MaxWait))
	defer cancel()
	position, _ := c.server.engine.Wait(ctx, head)
	c.now, c.at = position, position
}

// begin writes everything but the body of an answer, and reports whether the
// body is to follow.
func (c *call) begin(w http.ResponseWriter, a answer) bool {
	h := w.Header()
	for name, values := range a.header {
		h[name] = values
	}
	if a.seq == 0 {
		a.seq = c.at
	}
	h.Set("Ledger-Seq", fmt.Sprint(a.seq))
	if len(c.route.formats) > 1 {
		h.Add("Vary", "Accept")
	}
	switch {
	case h.Get("Cache-Control") != "":
	case a.immutable:
		h.Set("Cache-Control", "private, max-age=31536000, immutable")
	default:
		h.Set("Cache-Control", "private, no-cache")
	}
	if a.etag != "" {
		// Weak, because the same event comes compressed or not.
		tag := `W/"` + a.etag + `"`
		h.Set("ETag", tag)
		if matches(c.r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return false
		}
	}
	if a.status == 0 {
		a.status = http.StatusOK
	}
	if a.whole != nil || a.pieces != nil {
		h.Set("Content-Type", c.format.contentType())
	}
	w.WriteHeader(a.status)
	return c.r.Method != http.MethodHead
}

// contentType is the media type with its charset, where it has one.
func (f format) contentType() string {
	if strings.HasPrefix(f.mediaType, "text/") {
		return f.mediaType + "; charset=utf-8"
	}
	return f.mediaType
}

// matches reports whether an If-None-Match holds an entity tag, by weak
// comparison.
func matches(header, tag string) bool {
	for one := range strings.SplitSeq(header, ",") {
		one = strings.TrimSpace(one)
		if one == "*" || strings.TrimPrefix(one, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// fail answers with an error, and logs it once if it is the server's.
func (s *Server) fail(c *call, w http.ResponseWriter, err error) {
	p := problemOf(err)
	if p.status >= 500 && c.r.Context().Err() == nil {
		how := slog.LevelWarn // the server says no, and why
		if p.status == http.StatusInternalServerError {
			how = slog.LevelError
		}
		s.cfg.Log.Log(c.context(), how, "couldn't answer", "route", c.route.pattern, "method", c.r.Method, "problem", p.name, "error", fmt.Sprint(p.cause))
	}
	w.Header().Set("Ledger-Seq", fmt.Sprint(c.at))
	writeProblem(w, c.r, p)
}

// broken logs that an answer was cut off in the middle.
func (s *Server) broken(c *call, err error) {
	if c.r.Context().Err() != nil || errors.Is(err, errGone) {
		s.cfg.Log.Debug("a client went away", "route", c.route.pattern)
		return
	}
	s.cfg.Log.Error("couldn't finish an answer", "route", c.route.pattern, "method", c.r.Method, "error", err.Error())
}

// recovered turns a panic into a 500, or cuts the connection where an answer
// has begun.
func (s *Server) recovered(rt *route, w middleware.WrapResponseWriter, r *http.Request) {
	p := recover()
	if p == nil {
		return
	}
	if p == http.ErrAbortHandler {
		panic(p)
	}
	s.cfg.Log.Error("a handler panicked", "route", rt.pattern, "method", r.Method, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
	if w.Status() != 0 {
		panic(http.ErrAbortHandler)
	}
	writeProblem(w, r, internal.over(nil, 0))
}
