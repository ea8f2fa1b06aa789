package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/ledger"
)

// Do gives a command to the server, and returns what ledger.Do would: a
// receipt, a *domain.Refusal, a *wire.BadCommandError or one of the errors of
// package ledger; or an *Error where there is none that fits. While the server
// is busy or can't be reached the same command is sent again, with the same id.
//
// *ledger.UncertainError: it was sent, and no answer came in time. It may have
// been recorded; giving it once more tells.
func (c *Client) Do(ctx context.Context, cmd wire.Sealed) (ledger.Receipt, error) {
	return c.do(ctx, cmd, nil)
}

// DoAt is Do for a giver who has seen the stream at a revision, as
// ledger.DoAt.
func (c *Client) DoAt(ctx context.Context, cmd wire.Sealed, rev eventstore.Revision) (ledger.Receipt, error) {
	return c.do(ctx, cmd, http.Header{"If-Match": {fmt.Sprintf("%q", fmt.Sprint(rev))}})
}

func (c *Client) do(ctx context.Context, cmd wire.Sealed, header http.Header) (ledger.Receipt, error) {
	body, err := wire.FormatCommand(cmd)
	if err != nil {
		return ledger.Receipt{}, fmt.Errorf("couldn't write command %s: %w", cmd.Command.ID, err)
	}
	if header == nil {
		header = make(http.Header)
	}
	header.Set("Content-Type", "application/json")
	header.Set("Accept", "application/json")
	var receipt ledger.Receipt
	maybe := false // some attempt may have been recorded
	err = c.retry(ctx, func() error {
		resp, err := c.send(ctx, http.MethodPost, "/v1/commands/"+cmd.Name, nil, header, string(body))
		if err == nil {
			receipt, err = readReceipt(resp)
		}
		var gone *unreachable
		maybe = maybe || errors.As(err, &gone) && gone.sent
		return err
	})
	if err != nil {
		return ledger.Receipt{}, ledgerError(err, cmd, maybe)
	}
	return receipt, nil
}

func readReceipt(resp *http.Response) (ledger.Receipt, error) {
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return ledger.Receipt{}, &unreachable{err: err, sent: true}
	}
	var r ledger.Receipt
	if err := json.Unmarshal(b, &r); err != nil {
		return ledger.Receipt{}, fmt.Errorf("couldn't read the receipt: %w", err)
	}
	r.Replayed = resp.Header.Get("Idempotency-Replayed") == "true"
	return r, nil
}

// ledgerError is what a ledger here would have said.
func ledgerError(err error, cmd wire.Sealed, maybe bool) error {
	var failed *failure
	if !errors.As(err, &failed) {
		if maybe {
			return &ledger.UncertainError{Err: err}
		}
		return err
	}
	switch p := failed.problem.Problem; p.Name() {
	case api.Refused:
		return &domain.Refusal{Rule: domain.Rule(p.Rule), Sentence: p.Sentence}
	case api.NotStrictJSON, api.BadCommand:
		bad := &wire.BadCommandError{NotStrict: p.Name() == api.NotStrictJSON}
		for _, e := range p.Errors {
			f := domain.FieldError{Detail: e.Detail}
			if e.Pointer != nil {
				f.Pointer = *e.Pointer
			}
			bad.Fields = append(bad.Fields, f)
		}
		return bad
	case api.UnknownCommand:
		return &wire.UnknownCommandError{Name: cmd.Name}
	case api.IDReused:
		return &ledger.ReusedIDError{Command: cmd.Command.ID, Stream: p.Stream}
	case api.RevisionMoved:
		moved := &ledger.RevisionError{Stream: p.Stream}
		if p.Expected != nil {
			moved.Wanted = *p.Expected
		}
		if p.Actual != nil {
			moved.Actual = *p.Actual
		}
		return moved
	case api.Throttled:
		return &ledger.ThrottledError{RetryAfter: max(failed.retryAfter, time.Second)}
	case api.Uncertain:
		return &ledger.UncertainError{Err: failed.problem}
	case api.Busy:
		if !maybe {
			return &ledger.BusyError{Stream: p.Stream}
		}
	}
	// An attempt before this one may have been recorded, and so may a command
	// at which the server failed.
	if maybe || failed.problem.Problem.Name() == api.Internal {
		return &ledger.UncertainError{Err: failed.problem}
	}
	return failed.problem
}
