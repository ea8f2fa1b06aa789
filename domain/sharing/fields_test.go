package sharing_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/sharing"
)

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, sharing.OfferResourceShare{}, "/counterpart", "/resource", "/amount", "/credit", "/reason", "/from", "/on")
	domaintest.Fields(t, with(offer, func(c *offering) {
		c.Hub, c.Counterpart, c.ExceedsIn, c.Until, c.Transfer = "?", "QHM~?", "?", 20240331, outgoing
	}), "/hub", "/counterpart", "/exceedsIn", "/until", "/transfer")
	for _, test := range []struct {
		amount domain.ShareAmount
		want   []string
	}{
		{domain.ShareAmount{FTE: -1}, []string{"/amount/fte"}},
		{domain.ShareAmount{FTE: 1000*domain.OneFTE + 1}, []string{"/amount/fte"}},
		{domain.ShareAmount{Places: -1}, []string{"/amount/places"}},
		{domain.ShareAmount{Places: 100_001}, []string{"/amount/places"}},
		{domain.ShareAmount{FTE: 1, Places: 1}, []string{"/amount"}},
		{domain.ShareAmount{FTE: 1, Pence: 1}, []string{"/amount", "/until", "/transfer"}},
		{domain.ShareAmount{Pence: -1}, []string{"/amount/pence", "/until", "/transfer"}},
		{domain.ShareAmount{Pence: domain.MaxPence + 1}, []string{"/amount/pence", "/until", "/transfer"}},
	} {
		domaintest.Fields(t, with(offer, func(c *offering) { c.Amount = test.amount }), test.want...)
		domaintest.Fields(t, with(accept, func(c *accepting) { c.Amount = test.amount }), test.want...)
	}
	domaintest.Fields(t, sharing.AcceptResourceShare{}, "/share", "/counterpart", "/resource", "/amount", "/credit", "/from", "/on")
	domaintest.Fields(t, sharing.EndResourceShare{}, "/share", "/on", "/reason")
	domaintest.Fields(t, sharing.CatalogueResource{Hub: "?"}, "/hub", "/title", "/owner", "/uri", "/scope", "/on")
	domaintest.Fields(t, with(sharing.CatalogueResource(catalogued), func(c *sharing.CatalogueResource) { c.Tags = []string{"GP", "gp", "GP"} }), "/tags/1", "/tags/2")
	domaintest.Fields(t, with(sharing.CatalogueResource(catalogued), func(c *sharing.CatalogueResource) {
		c.Tags = nil
		for i := range 21 {
			c.Tags = append(c.Tags, fmt.Sprintf("TAG_%d", i))
		}
	}), "/tags")
	for _, uri := range []string{"ftp://example.org", "https://", "https://user@example.org/", "https://example.org/a b", "https://example.org/" + strings.Repeat("a", 481)} {
		domaintest.Fields(t, with(sharing.CatalogueResource(catalogued), func(c *sharing.CatalogueResource) { c.URI = uri }), "/uri")
		domaintest.Fields(t, with(sharing.PublishResource(published), func(c *sharing.PublishResource) { c.URI = uri }), "/uri")
	}
	domaintest.Fields(t, sharing.PublishResource{Hub: "?"}, "/resource", "/hub", "/platform", "/on")
}

// Every command and every event of the room is one that it handles and takes,
// and is the same when it is read back.
func TestRoom(t *testing.T) {
	s := sharing.New("QE1")
	commands := []domain.CommandData{offer, giveMoney, accept, sharing.EndResourceShare{Share: gift, On: 20240930}, sharing.CatalogueResource(catalogued), sharing.PublishResource(published)}
	for _, c := range commands {
		if !s.Handles(c) {
			t.Errorf("%s is not handled", c.CommandName())
		}
		readBack(t, c)
	}
	ended := domain.ResourceShareEnded{ResourceShare: moneyGiven.ResourceShare, On: 20240430, Reason: "Over"}
	for _, e := range []domain.Event{offered, moneyGiven, insideAccepted, accepted, ended, catalogued, published} {
		if !s.Takes(e) {
			t.Errorf("%s is not taken", e.EventType())
		}
		readBack(t, e)
	}
	if s.Takes(domain.TransferSent{}) || s.Handles(another{}) || s.Reads(domain.Command{Data: another{}}) != nil {
		t.Error("what is of another room was taken")
	}
	var refusal *domain.Refusal
	if _, err := s.Decide(nil, domain.Command{Data: another{}}, time.Time{}, sharing.Neighbours{}); err == nil || errors.As(err, &refusal) {
		t.Errorf("a command of another room: got %v, want a failure", err)
	}
	// The sign of an amount stands in its text, and what is not shared does not.
	if text, err := json.Marshal(offered.Amount); string(text) != `{"fte":"-0.5"}` || err != nil {
		t.Errorf("half an FTE that is given: %s, %v", text, err)
	}
}

func readBack(t *testing.T, v any) {
	t.Helper()
	text, err := json.Marshal(v)
	back := reflect.New(reflect.TypeOf(v))
	if err := errors.Join(err, json.Unmarshal(text, back.Interface(), json.RejectUnknownMembers(true))); err != nil || !reflect.DeepEqual(back.Elem().Interface(), v) {
		t.Errorf("%s is read back as %+v (%v), want %+v", text, back.Elem(), err, v)
	}
}

type another struct{}

func (another) CommandName() string          { return "another-room" }
func (another) Validate(*domain.FieldErrors) {}
