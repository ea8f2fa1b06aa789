package demo

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/organisation"
)

// A census of the workforce is taken in one of the ICBs that are created alone.
// Its code is invented, so that no published file is ever going to be of it: a
// census that is made up elsewhere would stand in the way of the real ones.

// counted is a row of a file that is made up: what a network's records of a
// role come to.
type counted struct {
	group, role, detail string
	fte                 domain.FTE
}

var (
	partner     = counted{"GP", "GP Partner", "GP Partner", 3 * domain.OneFTE}
	salaried    = counted{"GP", "Salaried GPs", "Salaried GP", 1_600_000_000}
	nurse       = counted{"Nurses", "Practice Nurses", "Practice Nurse", 2_400_000_000}
	coordinator = counted{"Direct Patient Care", "Care Coordinators", "Care Coordinator", 800_000_000}
	paramedic   = counted{"Direct Patient Care", "Paramedics", "Paramedic", domain.OneFTE}
)

func pharmacists(fte domain.FTE) counted {
	return counted{"Direct Patient Care", "Pharmacists", "Clinical Pharmacist", fte}
}

// file is a file that is made up.
type file struct {
	census domain.Census
	name   string
	hash   domain.Hash
	rows   int
	fte    domain.FTE
	from   []string // the networks in it
}

// counting is the censuses of an ICB.
type counting struct {
	n      *nation
	stream string
	actor  domain.Actor
}

func (c counting) give(day domain.Date, data domain.CommandData, hows ...how) {
	c.n.tell(c.stream, day, c.actor, data, hows...)
}

// reports is what a network reports in a file.
func (c counting) reports(day domain.Date, f *file, pcn string, rows []counted, hows ...how) {
	order := census.RecordPCNCensus{Census: f.census, PCN: pcn, FileHash: f.hash}
	for _, r := range rows {
		f.rows++
		f.fte += r.fte
		order.Rows = append(order.Rows, census.Row{ // the first line is the header
			Row: f.rows + 1, Source: "Invented", StaffGroup: r.group, StaffRole: r.role, DetailedRole: r.detail, FTE: r.fte,
		})
	}
	f.from = append(f.from, pcn)
	c.give(day, order, hows...)
}

// closes is that all of a file is taken in.
func (c counting) closes(day domain.Date, f *file) {
	c.give(day, f.sum())
	c.n.tell(charter.Stream, day, c.actor, charter.RecordImport{Kind: "pcn-workforce", File: f.name, Hash: f.hash, Rows: f.rows})
}

func (f *file) sum() census.CloseCensus {
	return census.CloseCensus{Census: f.census, FileHash: f.hash, ReportingPCNs: slices.Clone(f.from), Records: f.rows, FTE: f.fte}
}

func newFile(month domain.Census, name string) *file {
	return &file{census: month, name: name, hash: hashOf("census", name)}
}

// count takes two censuses, and restates the second, of four networks that are
// invented for them. Every rule of the room is met.
func (n *nation) count() {
	x := n.heirs[slices.IndexFunc(n.heirs, func(x *heir) bool { return x.name != "" })]
	c := counting{n, census.Stream(x.code), n.actor("registrar")}
	var pcns [4]string
	for i := range pcns {
		pcns[i] = n.pcnCode()
		n.register(pcns[i], "Invented PCN of "+x.name, domain.ClassPCN, merged)
		n.relate(pcns[i], x.code, domain.RelationCommissionedBy, merged)
	}
	first, second, third, fourth := pcns[0], pcns[1], pcns[2], pcns[3]

	april, taken := newFile(202604, "invented-2026-04.csv"), domain.MustDate("2026-05-21")
	c.reports(taken, april, first, []counted{partner, pharmacists(domain.OneFTE)})
	c.reports(taken, april, second, []counted{nurse, coordinator})
	c.reports(taken, april, third, []counted{salaried})
	c.reports(taken, april, fourth, []counted{partner})
	c.give(taken, census.RecordPCNCensus{Census: april.census, PCN: fourth, FileHash: april.hash, MovedTo: x.code}, refusedBy(census.RuleMove))
	wrong := april.sum()
	wrong.FTE += domain.OneFTE
	c.give(taken, wrong, refusedBy(census.RuleSum))
	c.closes(taken, april)

	// A network is no more, and is in the next file all the same.
	last := domain.MustDate("2026-05-30")
	n.tell(organisation.Stream, last, c.actor, organisation.CloseOrganisation{Org: third, On: last, Successors: []string{first}})
	c.give(last, census.ClosePCN{PCN: third, On: last, Successors: []string{first}})
	c.give(last, census.ClosePCN{PCN: third, On: last.AddDays(-1), Successors: []string{first}}, refusedBy(census.RuleClosure))

	may, taken := newFile(202605, "invented-2026-05.csv"), domain.MustDate("2026-06-18")
	c.reports(taken, may, first, []counted{partner, pharmacists(600_000_000)})
	c.reports(taken, may, second, []counted{nurse, paramedic})
	c.reports(taken, newFile(may.census, may.name), third, []counted{salaried}, refusedBy(census.RuleClosed))
	c.reports(taken, may, third, []counted{salaried}, breaking(last.AddDays(1), census.RuleClosed))
	c.reports(taken, may, fourth, []counted{partner})
	c.reports(taken, newFile(202606, "invented-2026-06.csv"), first, []counted{partner}, refusedBy(census.RuleOpen))
	c.closes(taken, may)
	c.reports(taken.AddDays(1), newFile(may.census, may.name), first, []counted{partner}, refusedBy(census.RuleFile))
	c.reports(taken.AddDays(1), newFile(202603, "invented-2026-03.csv"), first, []counted{partner}, refusedBy(census.RuleOrder))

	// The file is published anew, and two networks are not in it any more.
	again, taken := newFile(may.census, "invented-2026-05-revised.csv"), domain.MustDate("2026-06-25")
	c.reports(taken, again, first, []counted{partner, pharmacists(600_000_000)})
	c.reports(taken, again, fourth, []counted{partner})
	c.give(taken, again.sum(), refusedBy(census.RuleReporting))
	for _, out := range []string{second, third} {
		c.give(taken, census.WithdrawPCNCensus{Census: again.census, PCN: out, FileHash: again.hash})
	}
	c.closes(taken, again)

	// Another was no more before it reported last.
	gone, known := domain.MustDate("2026-05-15"), domain.MustDate("2026-06-27")
	c.give(known, census.ClosePCN{PCN: fourth, On: gone, Successors: []string{first}}, refusedBy(census.RuleClosure))
	c.give(known, census.ClosePCN{PCN: fourth, On: gone, Successors: []string{first}}, breaking(gone, census.RuleClosure))
}
