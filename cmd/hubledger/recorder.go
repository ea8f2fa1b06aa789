package main

import (
	"context"
	"fmt"
	"time"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/http/client"
	"github.com/hubledger/hubledger/ledger"
)

// recorder takes commands: a ledger in this process, or one that a server
// serves. The errors are those of package ledger either way.
type recorder interface {
	Do(context.Context, wire.Sealed) (ledger.Receipt, error)
}

// openRecorder opens whatever the flags name. The caller calls done when it
// has given its last command.
func (p *program) openRecorder(ctx context.Context, at place, f ledger.Founding) (r recorder, done func() error, err error) {
	if at.server != "" {
		c, err := p.client(at.server)
		if err != nil {
			return nil, nil, err
		}
		return c, func() error { c.Close(); return nil }, nil
	}
	l, err := p.openWriter(ctx, at.dir, ledger.Options{AcceptClock: at.acceptClock}, f, nil)
	if err != nil {
		return nil, nil, err
	}
	return l, l.store.Close, nil
}

// patience is how long somebody at a terminal waits for a server that starts.
const patience = 15 * time.Second

func (p *program) client(address string) (*client.Client, error) {
	c, err := client.New(address, client.Options{Patience: patience})
	if err != nil {
		return nil, usage("--server %s: %v", address, err)
	}
	return c, nil
}

// told says what a command's answer was that was not a receipt.
func told(err error) error {
	if refusal, ok := ledger.IsRefusal(err); ok {
		return fmt.Errorf("refused by %s: %s", refusal.Rule, refusal.Sentence)
	}
	return err
}
