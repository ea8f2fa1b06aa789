package demo

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	domainhub "github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/topology"
)

// hub is one ICS hub and what becomes of it.
type hub struct {
	diary
	n     *nation
	index int
	icb   reference.ICB
	rand  *rand.Rand
	// luck is what chance is taken from for people and places.
	luck *rand.Rand

	host       string
	recovers   bool // its host can recover VAT
	localities []domain.HubID
	pcns       []string
	suppliers  []supplier

	staff
	board
	knowledge
	learning
	careers
	assured
	legacy
	purses map[domain.FundLine]*purse
	// later are promises of money of the next year, by the line that will bear
	// them.
	later map[domain.FundLine]domain.Pence
	seen  seen // things that attempts to break rules are about
}

// newHub invents the hub of an ICS, with all that is around it, and registers
// it.
func (n *nation) newHub(index int, icb reference.ICB) *hub {
	h := &hub{
		diary: diary{space: n.space, stream: domainhub.Stream(icb.Code)}, n: n, index: index, icb: icb,
		rand: n.random(icb.Code), luck: n.random(icb.Code + "/people and places"),
		purses: make(map[domain.FundLine]*purse), later: make(map[domain.FundLine]domain.Pence),
	}
	h.recovers = index%3 == 1
	h.host = "DEMO-HOST-" + icb.Code
	name, class := "Invented Federation of ", domain.OrganisationClass("GP_FEDERATION")
	if h.recovers {
		name, class = "Invented Trust of ", "NHS_TRUST"
	}
	n.register(h.host, name+short(icb.Name), class, schoolsOpen)
	n.legal(h.host, h.recovers)
	n.register(h.nextHost(), "Invented Community Trust of "+short(icb.Name), "COMMUNITY_TRUST", hubsOpen)
	h.suppliers = n.suppliers(icb, index)
	h.practices = make(map[string][]string)
	for i := range max(4, icb.PCNs*2/5) {
		pcn := n.pcn(icb, i)
		h.pcns = append(h.pcns, pcn)
		h.practices[pcn] = []string{n.practice(pcn, 0)}
		if i%3 == 0 { // the others are not told of
			h.practices[pcn] = append(h.practices[pcn], n.practice(pcn, 1))
		}
	}
	h.people()
	h.register()
	h.found()
	return h
}

// nextHost is who takes over where the host changes.
func (h *hub) nextHost() string { return "DEMO-NEXT-" + h.icb.Code }

// register registers the hub and, under it, two or three locality hubs.
func (h *hub) register() {
	code := h.icb.Code
	h.hubAttempts()
	h.give(hubsOpen, h.manager, topology.RegisterHub{
		Name: short(h.icb.Name) + " Training Hub (synthetic)", Host: h.host, Region: h.icb.Region, School: school(h.icb.Region),
		From: hubsOpen, Contacts: contacts(code, ""), Basis: domain.BasisRegistered,
	})
	areas := 2 + h.rand.IntN(2)
	h.areas = make(map[domain.HubID][]string)
	for i := range areas {
		var area []string
		for j := i; j < len(h.pcns); j += areas {
			area = append(area, h.pcns[j])
		}
		slug := places[h.rand.IntN(len(places)/areas)*areas+i]
		from := hubsOpen.AddDays(30 * (i + 1 + h.rand.IntN(10)))
		id := domain.HubID(code + "~" + slug)
		h.localities = append(h.localities, id)
		h.areas[id] = area
		h.give(hubsOpen, h.manager, topology.EstablishLocalityHub{
			Hub: id, Area: area, Name: title(slug) + " Locality Hub (synthetic)", Host: h.host, From: from, Contacts: contacts(code, slug),
		}, on(from))
	}
	h.localityAttempts()
	for i := range 2 + h.rand.IntN(3) {
		h.partnership(i)
	}
}

// partnership agrees one, and ends every third.
func (h *hub) partnership(i int) {
	party := h.suppliers[1+(h.index+i)%4].code
	switch {
	case i == 0 && h.index%3 == 0:
		party = h.nextHost()
	case i == 1 && h.index%3 == 1:
		party = authority(h.icb.Code)
	}
	from := between(h.rand, hubsOpen.AddDays(30), opening)
	id := domain.NewID(h.give(from, h.manager, topology.AgreePartnership{Party: party, Purpose: pick(h.rand, purposes), From: from}), "partnership")
	if end := opening.AddDays(60 + h.rand.IntN(500)); i == 2 {
		h.give(end, h.manager, topology.EndPartnership{Partnership: id, On: end, Reason: "the programme it was for has ended"})
	}
}

// next is what is told of the year after the last one: how it begins.
func (h *hub) next(fy domain.FinancialYear) {
	if h.succeeded() {
		h.windDown()
		return
	}
	h.footing(fy)
	h.govern(fy)
	h.fund(fy)
	h.employ(fy)
	h.minute()
}

// year is all that happens in a financial year.
func (h *hub) year(fy domain.FinancialYear) {
	h.footing(fy)
	h.govern(fy)
	h.learn(fy)
	h.fund(fy)
	h.employ(fy)
	h.declareInterests(fy)
	h.commission(fy)
	h.approve(fy)
	h.teach(fy)
	h.place(fy)
	h.hire(fy)
	h.support(fy)
	h.assess(fy)
	h.exchange(fy)
	h.attempts(fy)
	h.respond(fy)
	if h.succeeded() && fy.Last() == merged.AddDays(-1) {
		h.announce()
	}
	h.closeBooks(fy)
	h.minute()
}

// person is a random id.
func (h *hub) person() uuid.UUID { return randomID(h.rand) }

// newcomer is a random id of people and places.
func (h *hub) newcomer() uuid.UUID { return randomID(h.luck) }

func randomID(r *rand.Rand) uuid.UUID {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], r.Uint64())
	binary.BigEndian.PutUint64(id[8:], r.Uint64())
	id[6], id[8] = id[6]&0x0f|0x40, id[8]&0x3f|0x80
	return id
}

// sized is how many of something a hub of its size has: one for so many
// patients, and at least some.
func (h *hub) sized(patients int64, least int) int {
	return max(least, int(h.icb.RegisteredPatients/patients))
}

// contacts are an office's, in domains that nobody can have, and with one of
// the telephone numbers that are kept for fiction.
func contacts(icb, slug string) domain.Contacts {
	host := strings.ToLower(icb) + ".training-hub.example"
	if slug != "" {
		host = slug + "." + host
	}
	sum := 0
	for _, c := range icb + slug {
		sum = (sum*31 + int(c)) % 1000
	}
	return domain.Contacts{
		Email: "office@" + host, Phone: fmt.Sprintf("01632 960%03d", sum), Website: "https://" + host + "/",
	}
}

func title(slug string) string {
	words := strings.Split(slug, "-")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
