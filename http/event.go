package http

import (
	"context"
	"fmt"
	"net/http"
	"strconv"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// event is one event.
func (s *Server) event(c *call) (answer, error) {
	seq, _ := seqPath.of(c)
	e, found, err := eventstore.Get(c.context(), s.store, seq)
	if err != nil {
		return answer{}, fmt.Errorf("couldn't read event %d: %w", seq, err)
	}
	if !found {
		return answer{}, notFound.because("There is no event %d; the newest is %d.", seq, s.store.Head())
	}
	b := api.AppendEvent(nil, e)
	return answer{seq: max(c.at, seq), immutable: true, etag: fingerprint(b), whole: bytesBody(append(b, '\n'))}, nil
}

// events is a page of events, or all of them as NDJSON.
func (s *Server) events(c *call) (answer, error) {
	start, bound, err := c.start()
	if err != nil {
		return answer{}, err
	}
	most, given := limit.of(c)
	if c.format == formatNDJSON {
		if !given {
			most = int(projections.MaxSeq)
		}
		return answer{immutable: c.asked, pieces: eventLines{filterOf(c), start, most}}, nil
	}
	if !given {
		most = defaultLimit
	}
	var found []eventstore.Seq
	c.read(func(m *projections.Models) { found = m.Log.Find(filterOf(c), start, c.at, most+1) })
	page := eventPage{seqs: found[:min(len(found), most)]}
	a := answer{immutable: c.asked, header: http.Header{}}
	if len(found) > most {
		next := cursor{after: page.seqs[most-1], filter: bound}.String()
		page.next = &next
		a.immutable = true // a full page stays what it is, however the log grows
		query := c.r.URL.Query()
		query.Set("cursor", next)
		a.header.Set("Link", "<"+c.r.URL.Path+"?"+query.Encode()+`>; rel="next"`)
	}
	a.whole = page
	return a, nil
}

// start is the seq that a list of events begins after, and what its cursors
// are bound to.
func (c *call) start() (eventstore.Seq, uint64, error) {
	bound := filterHash(c.route.pattern, c.r.URL.Query())
	begin, _ := after.of(c)
	next, given := cursorIs.of(c)
	if !given {
		return begin, bound, nil
	}
	if next.filter != bound {
		p := badParameter.because("cursor belongs to another filter.")
		p.body.Errors = []api.FieldError{{Parameter: "cursor", Detail: "belongs to another filter; the parameters beside it should be those of the page before"}}
		return 0, 0, p
	}
	return next.after, bound, nil
}

// filterOf is the filter of a call.
func filterOf(c *call) projections.Filter {
	f := projections.Filter{Types: typeIs.of(c)}
	if stream, given := streamIs.of(c); given {
		f.Streams = []eventstore.StreamID{stream}
	}
	if icb, given := hubIs.of(c); given {
		f.Streams = within(f.Streams, wire.StreamsOf(icb))
	}
	if !c.route.has(effectiveFrom) {
		return f
	}
	f.EffectiveFrom, _ = effectiveFrom.of(c)
	f.EffectiveTo, _ = effectiveTo.of(c)
	f.RecordedFrom, _ = recordedFrom.of(c)
	f.RecordedTo, _ = recordedTo.of(c)
	return f
}

// within are the streams that are wanted by both of two conditions. Where there
// are none, a stream that can't be stands for them: no stream at all would let
// every one through.
func within(wanted, of []eventstore.StreamID) []eventstore.StreamID {
	if len(wanted) == 0 {
		return of
	}
	for _, s := range of {
		if s == wanted[0] {
			return wanted
		}
	}
	return []eventstore.StreamID{""}
}

// near is how far apart two events may be to be read in one go.
const near = 32

// read calls f with the events of ascending seqs.
func (s *Server) read(ctx context.Context, seqs []eventstore.Seq, f func(eventstore.Event) error) error {
	for i := 0; i < len(seqs); {
		for e, err := range s.store.ReadAll(ctx, seqs[i]-1, eventstore.Whole) {
			if err != nil {
				return fmt.Errorf("couldn't read event %d: %w", seqs[i], err)
			}
			if e.Seq == seqs[i] {
				if err := f(e); err != nil {
					return err
				}
				i++
			}
			if i == len(seqs) || seqs[i]-e.Seq > near {
				break
			}
		}
	}
	return nil
}

// eventPage is a page of events as JSON.
type eventPage struct {
	seqs []eventstore.Seq
	next *string
}

func (p eventPage) render(c *call) ([]byte, error) {
	b := append(make([]byte, 0, 1024*len(p.seqs)+64), `{"items":[`...)
	first := true
	err := c.server.read(c.context(), p.seqs, func(e eventstore.Event) error {
		if !first {
			b = append(b, ',')
		}
		first = false
		b = api.AppendEvent(b, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	b = append(b, `],"next":`...)
	if p.next == nil {
		b = append(b, "null"...)
	} else {
		b = append(append(append(b, '"'), *p.next...), '"')
	}
	b = append(b, `,"seq":`...)
	b = strconv.AppendInt(b, int64(c.at), 10)
	return append(b, "}\n"...), nil
}

// eventLines are events as NDJSON: one a line, all that match, sent in pieces
// while they are read.
type eventLines struct {
	filter projections.Filter
	after  eventstore.Seq
	most   int
}

func (l eventLines) write(c *call, out pieces) error {
	const piece = 512
	for at := l.after; l.most > 0; {
		var found []eventstore.Seq
		c.read(func(m *projections.Models) { found = m.Log.Find(l.filter, at, c.at, min(piece, l.most)) })
		if len(found) == 0 {
			return nil
		}
		var b []byte
		err := c.server.read(c.context(), found, func(e eventstore.Event) error {
			b = append(api.AppendEvent(b, e), '\n')
			return nil
		})
		if err != nil {
			return err
		}
		if err := out.send(b); err != nil {
			return err
		}
		at, l.most = found[len(found)-1], l.most-len(found)
	}
	return nil
}
