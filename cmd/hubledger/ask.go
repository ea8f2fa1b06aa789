package main

import (
	"context"
	"log/slog"

	"github.com/hubledger/hubledger/http"
	"github.com/hubledger/hubledger/http/client"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/projections"
)

// openAPI opens the API of a ledger, wherever it is: that of a running server,
// or one in this process on a folder that another process may write to. So an
// answer has one form. The caller calls done when it has asked.
func (p *program) openAPI(ctx context.Context, at place) (api *client.Client, done func(), err error) {
	if at.server != "" {
		c, err := p.client(at.server)
		if err != nil {
			return nil, nil, err
		}
		return c, c.Close, nil
	}
	store, err := p.openReader(ctx, at.dir)
	if err != nil {
		return nil, nil, err
	}
	closeStore := func() { store.Close() } // nothing was written
	quiet := slog.New(slog.DiscardHandler) // what can't be answered is told as the answer
	l, err := ledger.Open(ctx, store, ledger.Options{Log: quiet})
	if err != nil {
		closeStore()
		return nil, nil, err
	}
	engine := projections.NewEngine(store, projections.Options{})
	server, err := http.New(http.Config{Ledger: l, Engine: engine, Version: version(), Log: quiet})
	if err != nil {
		closeStore()
		return nil, nil, err
	}
	running, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = engine.Run(running) // why it stopped is in its state, and in the answers
	}()
	done = func() {
		stop()
		<-ended
		closeStore()
	}
	// Where the models stop at an event, the server says what it can't answer.
	if _, err := engine.Wait(ctx, store.Head()); err != nil && ctx.Err() != nil {
		done()
		return nil, nil, ctx.Err()
	}
	return client.Within(server), done, nil
}
