package http

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// liveEvents is a feed of events as they are recorded (server-sent events).
func (s *Server) liveEvents(c *call) (answer, error) {
	if err := s.current(); err != nil {
		return answer{}, err
	}
	if s.live.Err() != nil {
		return answer{}, notReady.over(errors.New("the server is stopping"), time.Second)
	}
	from, given := after.of(c)
	if !given {
		from = c.at
	}
	if last, resumed := lastEventID.of(c); resumed {
		from = last
	}
	if head := s.store.Head(); from > head {
		return answer{}, notYet.because("The newest event is %d; a feed can't go on after %d.", head, from)
	}
	select {
	case s.feeds <- struct{}{}:
	default:
		return answer{}, notReady.over(errors.New("too many live feeds"), 5*time.Second)
	}
	return answer{
		header: http.Header{"Cache-Control": {"no-store"}, "X-Accel-Buffering": {"no"}},
		pieces: &feed{filter: filterOf(c), after: from},
		done:   func() { <-s.feeds },
	}, nil
}

// feed sends events after a seq until the client goes, the server stops or the
// projections do. The client resumes it where it broke off. Whoever does not
// take what is sent is dropped: nothing waits for them in memory.
type feed struct {
	filter projections.Filter
	after  eventstore.Seq // how far it is
	sent   time.Time      // when something was sent last
}

func (f *feed) write(c *call, out pieces) error {
	ctx, cancel := context.WithCancel(c.context())
	defer cancel()
	defer context.AfterFunc(c.server.live, cancel)()
	err := f.send(out, []byte("retry: 2000\n\n"))
	for err == nil {
		err = f.next(ctx, c, out)
	}
	if ctx.Err() != nil || errors.Is(err, errEnded) {
		return nil
	}
	return err
}

// errEnded says that the client has gone, the server stops or the projections
// have stopped. Who comes back is told.
var errEnded = errors.New("the feed has ended")

// next waits for events, for as long as a feed may be silent, and sends them.
func (f *feed) next(ctx context.Context, c *call, out pieces) error {
	heartbeat := c.server.cfg.Heartbeat
	silent, cancel := context.WithTimeout(ctx, time.Until(f.sent.Add(heartbeat)))
	defer cancel()
	position, err := c.server.engine.Wait(silent, f.after+1)
	switch {
	case ctx.Err() != nil:
		return errEnded
	case errors.Is(err, context.DeadlineExceeded):
		return f.beat(out)
	case err != nil:
		return errEnded
	}
	if err := f.sendUpTo(ctx, c, out, position); err != nil {
		return err
	}
	if time.Since(f.sent) >= heartbeat { // events came, but none that the filter lets through
		return f.beat(out)
	}
	return nil
}

func (f *feed) sendUpTo(ctx context.Context, c *call, out pieces, position eventstore.Seq) error {
	const piece = 256
	for f.after < position {
		var found []eventstore.Seq
		c.read(func(m *projections.Models) { found = m.Log.Find(f.filter, f.after, position, piece) })
		var b []byte
		err := c.server.read(ctx, found, func(e eventstore.Event) error {
			b = append(strconv.AppendInt(append(b, "id: "...), int64(e.Seq), 10), "\ndata: "...)
			b = append(api.AppendEvent(b, e), "\n\n"...)
			return nil
		})
		if err != nil {
			return err
		}
		if len(found) == piece {
			f.after = found[piece-1]
		} else {
			f.after = position
		}
		if len(b) > 0 {
			if err := f.send(out, b); err != nil {
				return err
			}
		}
	}
	return nil
}

// beat says that the feed is alive and how far it is. It carries no event, but
// moves what the client resumes from.
func (f *feed) beat(out pieces) error {
	b := strconv.AppendInt([]byte(": alive\nid: "), int64(f.after), 10)
	return f.send(out, append(b, "\n\n"...))
}

func (f *feed) send(out pieces, b []byte) error {
	f.sent = time.Now()
	return out.send(b)
}
