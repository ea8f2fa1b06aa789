package verify_test

import (
	"context"
	"iter"
	"log/slog"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/ledger"
)

var (
	ledgerID = uuid.MustParse("3f8a6c1e-0d55-4a53-9b4f-5a1c0f6e7d21")
	manager  = domain.Actor{Person: uuid.MustParse("4b5d1c9e-7a7e-4f43-8a30-93d2a4a0c6f1"), Role: "hub manager"}
)

const (
	organisations = "organisations"
	hubQE1        = "hub-QE1"
)

func id(name string) uuid.UUID { return uuid.NewSHA1(ledgerID, []byte(name)) }

func command(t testing.TB, name, stream string, data domain.CommandData) wire.Sealed {
	t.Helper()
	return seal(t, stream, domain.Command{ID: id(name), Actor: manager, Data: data})
}

func seal(t testing.TB, stream string, c domain.Command) wire.Sealed {
	t.Helper()
	s, err := wire.Seal(stream, c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func agree(t testing.TB, name, party string) wire.Sealed {
	return command(t, name, hubQE1, topology.AgreePartnership{Party: party, Purpose: "placements of " + name, From: domain.MustDate("2022-09-01")})
}

// story is a small ledger in which everything occurs that a verification looks
// at: commands with one event and with two, what happened against a rule, a
// command refused at the head of its stream, two that were refused while their
// stream moved on, and one refused on a stream that never came to be.
//
// The log it makes:
//
//	 1  ledger             LedgerFounded
//	 2  ledger             RulesAdopted
//	 3  organisations      the region
//	 4  organisations      the ICB
//	 5  organisations      a PCN
//	 6  organisations      a trust, open from 2022-07-01
//	 7  hub-QE1            HubRegistered
//	 8  hub-QE1            HubRegistered, of a locality hub
//	 9  hub-QE1            LocalityHubEstablished, of the same command
//	10  refusals-hub-QE1   the PCN in a second locality hub
//	11  hub-QE1            PartnershipAgreed
//	12  hub-QE1            PartnershipAgreed
//	13  refusals-hub-QE1   a party that is not registered, refused after 11
//	14  hub-QE1            PartnershipAgreed, before the trust opened: it happened
//	15  refusals-hub-QE1   a party that is not registered, refused after 12
//	16  organisations      that party, registered too late
//	17  refusals-hub-QMM   a hub of an ICB that is not registered
//	18  hub-QE1            PartnershipAgreed
func story(t testing.TB) []eventstore.Event {
	t.Helper()
	store := storetest.NewMemory(ledgerID)
	defer store.Close()
	var ticks atomic.Int64
	start := time.Date(2025, 6, 2, 9, 0, 0, 0, time.UTC)
	l, _, err := ledger.OpenOrFound(t.Context(), store, ledger.Options{
		Now: func() time.Time { return start.Add(time.Duration(ticks.Add(1)) * time.Millisecond) },
		Log: slog.New(slog.DiscardHandler),
	}, ledger.Founding{Synthetic: true})
	if err != nil {
		t.Fatal(err)
	}
	do := func(cmds ...wire.Sealed) {
		t.Helper()
		for r, err := range l.Batch(t.Context(), slices.Values(cmds)) {
			if err != nil {
				t.Fatal(err)
			}
			if _, refused := ledger.IsRefusal(r.Err); r.Err != nil && !refused {
				t.Fatalf("%s: %v", r.Command.Name, r.Err)
			}
		}
	}
	opened := domain.MustDate("2022-07-01")
	do(
		command(t, "region", organisations, organisation.RegisterOrganisation{Org: "Y62", Name: "North West", Class: domain.ClassRegion}),
		command(t, "icb", organisations, organisation.RegisterOrganisation{Org: "QE1", Name: "Lancashire and South Cumbria", Class: domain.ClassICB}),
		command(t, "pcn", organisations, organisation.RegisterOrganisation{Org: "U00001", Name: "Invented PCN", Class: domain.ClassPCN}),
		command(t, "trust", organisations, organisation.RegisterOrganisation{Org: "ZZ1", Name: "Invented Trust", Class: "NHS_TRUST", Opened: opened}),
	)
	locality := topology.EstablishLocalityHub{Hub: "QE1~coast", Area: []string{"U00001"}, Name: "Coast", From: domain.MustDate("2022-08-01")}
	second := locality
	second.Hub = "QE1~fell"
	do(
		command(t, "hub", hubQE1, topology.RegisterHub{Name: "Training Hub", Region: "Y62", From: domain.MustDate("2019-04-01"), Basis: domain.BasisRegistered}),
		command(t, "locality", hubQE1, locality),
		command(t, "second locality", hubQE1, second),
	)
	early := agree(t, "early", "ZZ1").Command
	early.Data = topology.AgreePartnership{Party: "ZZ1", Purpose: "before it was there", From: domain.MustDate("2022-06-01")}
	early.Happened = &domain.Happened{On: domain.MustDate("2022-06-01")}
	// A batch is appended before its refusals are recorded.
	do(agree(t, "one", "ZZ1"), agree(t, "unknown one", "ZZ2"), agree(t, "two", "ZZ1"))
	do(agree(t, "unknown two", "ZZ2"), seal(t, hubQE1, early))
	do(command(t, "late", organisations, organisation.RegisterOrganisation{Org: "ZZ2", Name: "Invented College", Class: "COLLEGE"}))
	do(command(t, "elsewhere", "hub-QMM", topology.RegisterHub{Name: "Training Hub", Region: "Y61", From: domain.MustDate("2019-04-01"), Basis: domain.BasisRegistered}))
	do(agree(t, "three", "ZZ2"))
	return events(t, store)
}

func events(t testing.TB, store eventstore.Store) []eventstore.Event {
	t.Helper()
	var list []eventstore.Event
	for e, err := range store.ReadAll(t.Context(), 0, eventstore.Whole) {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, e)
	}
	return list
}

// planted is a store that hands out whatever events it is given, as one does
// whose file somebody has written to.
type planted struct {
	eventstore.Store // nil: it takes nothing
	log              []eventstore.Event
	head             eventstore.Seq
	failAfter        eventstore.Seq // the log can't be read beyond; 0 where it can
}

func plant(log []eventstore.Event) *planted {
	p := &planted{log: log}
	if len(log) > 0 {
		p.head = log[len(log)-1].Seq
	}
	return p
}

func (p *planted) LedgerID() uuid.UUID  { return ledgerID }
func (p *planted) Head() eventstore.Seq { return p.head }

func (p *planted) ReadAll(ctx context.Context, after eventstore.Seq, _ eventstore.Parts) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) {
		for _, e := range p.log {
			if err := ctx.Err(); err != nil {
				yield(eventstore.Event{}, err)
				return
			}
			if p.failAfter > 0 && e.Seq > p.failAfter {
				yield(eventstore.Event{}, &eventstore.CorruptError{Seq: e.Seq, Reason: "a page does not match its checksum"})
				return
			}
			if e.Seq > after && !yield(e, nil) {
				return
			}
		}
	}
}

func (p *planted) ReadStream(_ context.Context, stream eventstore.StreamID, after eventstore.Revision, _ eventstore.Parts) iter.Seq2[eventstore.Event, error] {
	return func(yield func(eventstore.Event, error) bool) {
		for _, e := range p.log {
			if e.Stream == stream && e.Revision > after && !yield(e, nil) {
				return
			}
		}
	}
}
