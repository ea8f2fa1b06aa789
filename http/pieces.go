package http

import (
	"errors"
	"fmt"
	"net/http"
	"time"
)

// errGone says that the client takes no more.
var errGone = errors.New("the client takes no more")

// pieces sends an answer piece by piece, and gives the client time for each.
type pieces struct {
	w    http.ResponseWriter
	rc   *http.ResponseController
	wait time.Duration
}

func newPieces(c *call, w http.ResponseWriter) pieces {
	p := pieces{w, http.NewResponseController(w), c.server.cfg.WriteWait}
	p.rc.SetReadDeadline(time.Time{}) // the request is read; what ends it is the writing
	return p
}

func (p pieces) send(b []byte) error {
	p.rc.SetWriteDeadline(time.Now().Add(p.wait)) // not every connection has deadlines
	if _, err := p.w.Write(b); err != nil {
		return fmt.Errorf("%w: %v", errGone, err)
	}
	if err := p.rc.Flush(); err != nil {
		return fmt.Errorf("%w: %v", errGone, err)
	}
	return nil
}
