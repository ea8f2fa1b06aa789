package topology_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/topology"
)

var noTime time.Time

type refs struct{}

func (refs) View(string) any { return organisations }

type nothing struct{}

func (nothing) View(string) any { return nil }

func TestFields(t *testing.T) {
	domaintest.Fields(t, order)
	domaintest.Fields(t, topology.RegisterHub{}, "/name", "/region", "/from", "/basis")
	domaintest.Fields(t, topology.RegisterHub{
		Name: strings.Repeat("a", 201), Host: "h", Region: "QE1", School: "s c", From: 20190401, Basis: "GUESSED",
		Contacts: domain.Contacts{Email: "a", Phone: "b", Website: "c"},
	}, "/name", "/host", "/region", "/school", "/contacts/email", "/contacts/phone", "/contacts/website", "/basis")
	domaintest.Fields(t, coastOrder)
	domaintest.Fields(t, topology.EstablishLocalityHub{}, "/hub", "/area", "/name", "/from")
	domaintest.Fields(t, topology.EstablishLocalityHub{
		Hub: "QE1", Parent: "QE1~coast", Area: []string{"U00001", "U1", "U00001"}, Name: "Coast", Host: "?", School: "?", From: 20200401,
	}, "/hub", "/parent", "/area/1", "/area/2", "/host", "/school")
	many := make([]string, 201)
	for i := range many {
		many[i] = fmt.Sprintf("U%05d", i)
	}
	domaintest.Fields(t, topology.EstablishLocalityHub{Hub: "QE1~coast", Area: many, Name: "Coast", From: 20200401}, "/area")
	domaintest.Fields(t, topology.ChangeHubHost{Hub: "?", NovationRef: strings.Repeat("a", 201)}, "/hub", "/to", "/on", "/novationRef")
	domaintest.Fields(t, topology.AgreePartnership{Hub: "?"}, "/hub", "/party", "/purpose", "/from")
	domaintest.Fields(t, topology.AgreePartnership{Party: "LA1", Purpose: "a\tb", From: 20220101, Until: 20211231}, "/purpose", "/until")
	domaintest.Fields(t, topology.AgreePartnership{Party: "LA1", Purpose: "placements", From: 20220101, Until: 20220101})
	domaintest.Fields(t, topology.EndPartnership{}, "/partnership", "/on", "/reason")
	domaintest.Fields(t, topology.EndPartnership{Partnership: uuid.UUID{1}, On: 20220101, Reason: "done"})
}

func TestContacts(t *testing.T) {
	check := func(c domain.Contacts, pointer string) bool {
		var f domain.FieldErrors
		but(order, func(o *topology.RegisterHub) { o.Contacts = c }).Validate(&f)
		for _, e := range f.List {
			if e.Pointer != pointer {
				t.Errorf("%+v: got %v, want nothing but %s", c, e, pointer)
			}
		}
		return len(f.List) == 0
	}
	for email, want := range map[string]bool{
		"lsc.traininghub@nhs.net": true, "hub+placements@example.co.uk": true, "hub@example": false, "@example.org": false,
		"hub@@example.org": false, "hub@-example.org": false, "hub@example.org ": false, "Hub <hub@example.org>": false,
		"hub@example..org": false, strings.Repeat("a", 65) + "@example.org": false, "a@" + strings.Repeat("a.", 150) + "org": false,
	} {
		if got := check(domain.Contacts{Email: email}, "/contacts/email"); got != want {
			t.Errorf("e-mail %q: got %v, want %v", email, got, want)
		}
	}
	for phone, want := range map[string]bool{
		"01632 960000": true, "+44 (0)1632 960-000": true, "12345": false, "call us": false, "01632 960000 ext 5": false, "++441632960000": false,
	} {
		if got := check(domain.Contacts{Phone: phone}, "/contacts/phone"); got != want {
			t.Errorf("phone %q: got %v, want %v", phone, got, want)
		}
	}
	for site, want := range map[string]bool{
		"https://hub.example.org": true, "http://hub.example.org/a?b=c#d": true, "hub.example.org": false, "ftp://hub.example.org": false,
		"https://hub.example.org/a b": false, "https://localhost": false, "javascript:alert(1)": false, "https://hub.example.org:8080/": false,
		"https://hub.example.org/" + strings.Repeat("a", 500): false,
	} {
		if got := check(domain.Contacts{Website: site}, "/contacts/website"); got != want {
			t.Errorf("website %q: got %v, want %v", site, got, want)
		}
	}
}
