package intake

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/topology"
)

// hubsFrom is the day from which the hubs of imported areas are registered. No
// file says when a hub began; training hubs were there by April 2019, before
// the first census.
var hubsFrom = domain.MustDate("2019-04-01")

// Why something of a row is left out.
const (
	closedBefore = "the practice had closed before the year began, so it is not linked to the PCN it names"
	noPCN        = "the practice names no PCN, so it is linked to none"
	noSubICB     = "the practice had closed before there were ICBs, so it is not commissioned by the sub-ICB location it names"
)

// Plan makes of the practices of a year the commands that register them and
// what they lie in, who is in which PCN and who commissions it, how many
// patients each practice has, which practices closed, and the hubs of the
// areas.
func (f *PaymentsFile) Plan(by domain.Actor) (*Plan, error) {
	b := paymentsPlan{f: f, by: by, p: &Plan{}, seen: make(map[string]struct{})}
	b.areas()
	b.pcns()
	for _, p := range f.Practices {
		b.practice(p)
	}
	b.hubs()
	b.p.Done = importRecorded(GPPayments, f.File, f.Hash, len(f.Practices), by)
	return b.p, b.p.Validate()
}

type paymentsPlan struct {
	f    *PaymentsFile
	by   domain.Actor
	p    *Plan
	seen map[string]struct{} // codes of areas that are registered by now
}

// areas registers the regions, ICBs and sub-ICB locations, and which lies in
// which since there are ICBs.
func (b *paymentsPlan) areas() {
	g := b.f.Geography
	for _, p := range b.f.Practices {
		if b.first(p.Region) {
			b.register(p.Row, p.Region, p.RegionName, domain.ClassRegion, 0)
		}
		if b.first(p.ICB) {
			icb, _ := g.ICB(p.ICB)
			b.register(p.Row, icb.Code, icb.Name, domain.ClassICB, g.From)
			b.relate(p.Row, icb.Code, icb.Region, domain.RelationParent, g.From, 0, b.geography())
		}
		if b.first(p.SubICB) {
			b.register(p.Row, p.SubICB, p.SubICBName, domain.ClassSubICB, 0)
			b.relate(p.Row, p.SubICB, p.ICB, domain.RelationParent, g.From, 0, b.geography())
		}
	}
}

// pcns registers the PCNs, each commissioned by one sub-ICB location: that in
// which most of its patients are. A PCN commissioned by two is not what the
// register of organisations knows.
func (b *paymentsPlan) pcns() {
	shares := make(map[string]map[string]share)
	for _, p := range b.f.Practices {
		if p.PCN == "" {
			continue
		}
		if shares[p.PCN] == nil {
			shares[p.PCN] = make(map[string]share)
		}
		s := shares[p.PCN][p.SubICB]
		shares[p.PCN][p.SubICB] = share{p.SubICB, p.ICB, s.patients + p.Registered, s.practices + 1}
	}
	from := max(b.f.Year.First(), b.f.Geography.From)
	for _, p := range b.f.Practices {
		if p.PCN == "" || !b.first(p.PCN) {
			continue
		}
		all := slices.SortedFunc(maps.Values(shares[p.PCN]), bySize)
		b.register(p.Row, p.PCN, p.PCNName, domain.ClassPCN, 0)
		b.relate(p.Row, p.PCN, all[0].subICB, domain.RelationCommissionedBy, from, 0, b.f.stated())
		if len(all) > 1 {
			b.p.note("%s, %s, has practices in %s; %s, with most patients, is its commissioner", p.PCN, p.PCNName, list(all), all[0].subICB)
		}
	}
}

// share is what of a PCN lies in one sub-ICB location.
type share struct {
	subICB, icb string
	patients    domain.Patients
	practices   int
}

// list says where the parts of a PCN lie.
func list(shares []share) string {
	var b strings.Builder
	for i, s := range shares {
		switch {
		case i == len(shares)-1:
			b.WriteString(" and ")
		case i > 0:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s (%s, %s patients)", s.subICB, s.icb, s.patients)
	}
	return b.String()
}

func bySize(a, b share) int {
	return cmp.Or(cmp.Compare(b.patients, a.patients), cmp.Compare(b.practices, a.practices), cmp.Compare(a.subICB, b.subICB))
}

// practice registers a practice, its link to its PCN in the year, and the
// sub-ICB location that commissions it: a PCN may have practices in several.
// No file says when a link began.
func (b *paymentsPlan) practice(p Practice) {
	b.register(p.Row, p.Code, p.Name, domain.ClassPractice, p.Opened)
	year := b.f.Year
	switch {
	case p.PCN == "":
		b.p.leave(p.Row, noPCN)
	case !p.Closed.IsZero() && p.Closed < year.First():
		b.p.leave(p.Row, closedBefore)
	default:
		b.relate(p.Row, p.Code, p.PCN, domain.RelationPartnerTo, max(year.First(), p.Opened), p.Closed, b.f.stated())
	}
	from := max(year.First(), b.f.Geography.From, p.Opened)
	if !p.Closed.IsZero() && p.Closed < from {
		b.p.leave(p.Row, noSubICB)
	} else {
		b.relate(p.Row, p.Code, p.SubICB, domain.RelationCommissionedBy, from, p.Closed, b.f.stated())
	}
	b.give(p.Row, organisation.Stream, p.Code, year.Last(), organisation.RecordPatientList{
		Org: p.Code, On: year.Last(), Registered: p.Registered, Weighted: p.Weighted,
		Basis: "last known figure " + year.String(), Source: b.source(p.Row),
	})
	if !p.Closed.IsZero() {
		b.give(p.Row, organisation.Stream, p.Code, p.Closed, organisation.CloseOrganisation{Org: p.Code, On: p.Closed, Source: b.source(p.Row)})
	}
}

// hubs registers the hub of every ICS that the file has practices of.
func (b *paymentsPlan) hubs() {
	rows := make(map[string]int)
	for _, p := range b.f.Practices {
		if _, ok := rows[p.ICB]; !ok {
			rows[p.ICB] = p.Row
		}
	}
	for _, code := range slices.Sorted(maps.Keys(rows)) {
		icb, _ := b.f.Geography.ICB(code)
		b.give(rows[code], hub.Stream(code), code, hubsFrom, topology.RegisterHub{
			Name: hubName(icb), Region: icb.Region, From: hubsFrom, Basis: domain.BasisImplied,
		})
	}
}

func hubName(icb reference.ICB) string {
	return strings.TrimSuffix(strings.TrimPrefix(icb.Name, "NHS "), " ICB") + " Training Hub"
}

func (b *paymentsPlan) first(code string) bool {
	_, seen := b.seen[code]
	b.seen[code] = struct{}{}
	return !seen
}

func (b *paymentsPlan) geography() string { return "ICBs of " + b.f.Geography.Version }

func (b *paymentsPlan) source(row int) *domain.Source {
	return &domain.Source{FileHash: b.f.Hash, Row: row}
}

func (b *paymentsPlan) register(row int, code, name string, class domain.OrganisationClass, opened domain.Date) {
	b.give(row, organisation.Stream, code, opened, organisation.RegisterOrganisation{
		Org: code, Name: name, Class: class, Opened: opened, Source: b.source(row),
	})
}

func (b *paymentsPlan) relate(row int, child, parent string, kind domain.RelationshipKind, from, to domain.Date, statedBy string) {
	b.give(row, organisation.Stream, child+"/"+parent, from, organisation.RecordRelationship{
		Child: child, Parent: parent, Kind: kind, From: from, To: to, StatedBy: statedBy, Source: b.source(row),
	})
}

func (b *paymentsPlan) give(row int, stream, about string, on domain.Date, data domain.CommandData) {
	b.p.Commands = append(b.p.Commands, Command{Stream: stream, Row: row, Command: domain.Command{
		ID: commandID(b.f.Hash, data.CommandName(), about), Actor: b.by, EffectiveOn: on, Data: data,
	}})
}
