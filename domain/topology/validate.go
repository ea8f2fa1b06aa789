package topology

import (
	"fmt"
	"regexp"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

var (
	email = regexp.MustCompile(`^[A-Za-z0-9._%+'-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$`)
	phone = regexp.MustCompile(`^\+?[0-9][0-9 ()-]{5,23}$`)
)

const (
	maxName  = 200
	maxPCNs  = 200
	maxEmail = 254
)

// Validate implements domain.CommandData.
func (c RegisterHub) Validate(f *domain.FieldErrors) {
	f.Text(c.Name, "/name", 1, maxName)
	optionalParty(f, c.Host, "/host")
	f.Check(domain.IsRegion(c.Region), "/region", "should be the code of a region, such as Y62")
	optionalParty(f, c.School, "/school")
	f.Required(c.From, "/from")
	contacts(f, c.Contacts)
	f.Check(c.Basis.Valid(), "/basis", "should be REGISTERED or IMPLIED")
}

// Validate implements domain.CommandData.
func (c EstablishLocalityHub) Validate(f *domain.FieldErrors) {
	f.Check(c.Hub.Valid() && c.Hub.IsLocality(), "/hub",
		"should be the ICB's code, a tilde and a name of small letters, digits and hyphens, such as QE1~fylde-coast")
	f.Check(c.Parent == "" || c.Parent.Valid() && !c.Parent.IsLocality(), "/parent", "should be the id of an ICS hub, such as QE1")
	f.Check(len(c.Area) >= 1 && len(c.Area) <= maxPCNs, "/area", "has %d PCNs; it should have 1 to %d", len(c.Area), maxPCNs)
	seen := make(map[string]bool, len(c.Area))
	for i, pcn := range c.Area {
		at := fmt.Sprintf("/area/%d", i)
		f.Check(domain.IsPCN(pcn), at, "should be the code of a PCN, U and five digits")
		f.Check(!seen[pcn], at, "names %s a second time", pcn)
		seen[pcn] = true
	}
	f.Text(c.Name, "/name", 1, maxName)
	optionalParty(f, c.Host, "/host")
	optionalParty(f, c.School, "/school")
	f.Required(c.From, "/from")
	contacts(f, c.Contacts)
}

// Validate implements domain.CommandData.
func (c ChangeHubHost) Validate(f *domain.FieldErrors) {
	optionalHub(f, c.Hub)
	f.Check(domain.IsParty(c.To), "/to", "should be the code of an organisation")
	f.Required(c.On, "/on")
	f.Text(c.NovationRef, "/novationRef", 0, maxName)
}

// Validate implements domain.CommandData.
func (c AgreePartnership) Validate(f *domain.FieldErrors) {
	optionalHub(f, c.Hub)
	f.Check(domain.IsParty(c.Party), "/party", "should be the code of an organisation")
	f.Text(c.Purpose, "/purpose", 1, domain.MaxFreeText)
	f.Required(c.From, "/from")
	f.Check(c.Until.IsZero() || c.Until >= c.From, "/until", "should not be before from, %s", c.From)
}

// Validate implements domain.CommandData.
func (c EndPartnership) Validate(f *domain.FieldErrors) {
	f.Check(c.Partnership != uuid.Nil, "/partnership", "is required, the partnership's id")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

func optionalHub(f *domain.FieldErrors, hub domain.HubID) {
	f.Check(hub == "" || hub.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
}

func optionalParty(f *domain.FieldErrors, code, pointer string) {
	f.Check(code == "" || domain.IsParty(code), pointer, "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
}

func contacts(f *domain.FieldErrors, c domain.Contacts) {
	f.Check(c.Email == "" || len(c.Email) <= maxEmail && email.MatchString(c.Email), "/contacts/email",
		"should be a mailbox of the office, such as training.hub@example.org, never a person's address")
	f.Check(c.Phone == "" || phone.MatchString(c.Phone), "/contacts/phone",
		"should be the office's switchboard: digits, spaces, brackets and hyphens, 6 to 24 of them, with or without a plus before")
	f.Check(c.Website == "" || len(c.Website) <= 500 && domain.IsWebAddress(c.Website), "/contacts/website",
		"should be an address beginning with https:// or http://, at most 500 characters")
}
