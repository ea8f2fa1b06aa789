package projections

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
)

// PCNWorkforce is what is published of one PCN's workforce.
type PCNWorkforce struct {
	// Streams hold the PCN's records, one for each ICB under which it reported.
	Streams []eventstore.StreamID
	// Censuses are those that were recorded since the PCN was first seen, by
	// census and ICB. A PCN that did not report is not one without workforce.
	Censuses []PCNCensus
	// Records are those of the newest census that the PCN reported and that
	// counts. It is empty where the PCN moved away or closed.
	Records []WorkforceRecord
	// Closed is the PCN's last day as its workforce knows it, 0 where it is
	// open.
	Closed domain.Date
	Since  eventstore.Seq // of the newest event about it
}

// PCNCensus is one census of a PCN under one ICB.
type PCNCensus struct {
	Census   domain.Census
	ICB      string
	Reported bool // the rest is empty where it did not
	Records  int
	FTE      domain.FTE
	Roles    []RoleTotal    // by staff group, staff role and detailed role
	Seq      eventstore.Seq // of the CensusRecorded that made it count
}

// RoleTotal is how many records one role has, and their FTE.
type RoleTotal struct {
	StaffGroup   string
	StaffRole    string
	DetailedRole string
	Records      int
	FTE          domain.FTE
}

// WorkforceRecord is one published record.
type WorkforceRecord struct {
	ID   uuid.UUID
	ICB  string
	Role domain.CensusRole
	FTE  domain.FTE
	// Census is the one that shows this FTE first, Appeared the one that shows
	// the record first.
	Census, Appeared domain.Census
	Flags            []domain.RecordFlag
	Seq              eventstore.Seq // of the event that says so
}

// PCN is the workforce of a PCN as known at n, and false where none of it was
// ever reported.
func (w *Workforce) PCN(code string, n eventstore.Seq) (PCNWorkforce, bool) {
	h := w.pcns[code]
	known := h.at(n)
	if known == 0 {
		return PCNWorkforce{}, false
	}
	f := pcnFold{pcn: code, parts: make(map[string]*pcnPart)}
	i := 0
	for _, closing := range w.closings(code, n) {
		for ; i < known && eventstore.Seq(h.seqs[i]) < closing.seq; i++ {
			f.change(eventstore.Seq(h.seqs[i]), h.facts[i])
		}
		f.close(closing.seq, closing.census)
	}
	for ; i < known; i++ {
		f.change(eventstore.Seq(h.seqs[i]), h.facts[i])
	}
	return f.result(), true
}

// closing is the event that makes a census count.
type closing struct {
	seq    eventstore.Seq
	census domain.CensusRecorded
}

// closings are those of the ICBs that a PCN was ever seen in, in the order of
// the log.
func (w *Workforce) closings(code string, n eventstore.Seq) []closing {
	var out []closing
	var icbs []string
	for _, c := range w.pcns[code].known(n) {
		if slices.Contains(icbs, c.icb) {
			continue
		}
		icbs = append(icbs, c.icb)
		for seq, census := range w.censuses[c.icb].known(n) {
			out = append(out, closing{seq, census})
		}
	}
	slices.SortFunc(out, func(a, b closing) int { return cmp.Compare(a.seq, b.seq) })
	return out
}

// pcnFold folds the events about one PCN.
type pcnFold struct {
	pcn    string
	parts  map[string]*pcnPart
	order  []string // ICBs in the order seen
	closed domain.Date
	since  eventstore.Seq
}

// pcnPart is a PCN under one ICB.
type pcnPart struct {
	standing []WorkforceRecord // with what an open census changed
	counting []WorkforceRecord // of the newest census that counts
	moved    string
	closed   bool
	censuses []PCNCensus
}

func (f *pcnFold) change(seq eventstore.Seq, c change) {
	f.since = seq
	p := f.parts[c.icb]
	if p == nil {
		p = &pcnPart{}
		f.parts[c.icb] = p
		f.order = append(f.order, c.icb)
	}
	i := slices.IndexFunc(p.standing, func(r WorkforceRecord) bool { return r.ID == c.record })
	switch c.kind {
	case appeared:
		p.moved = ""
		p.standing = append(p.standing, WorkforceRecord{
			ID: c.record, ICB: c.icb, Role: *c.role, FTE: c.fte, Census: c.census, Appeared: c.census, Flags: c.flags.list(), Seq: seq,
		})
	case changed:
		if i >= 0 {
			r := &p.standing[i]
			r.FTE, r.Census, r.Flags, r.Seq = c.fte, c.census, c.flags.list(), seq
		}
	case ended:
		p.moved = c.moved
		if i >= 0 {
			p.standing = slices.Delete(p.standing, i, i+1)
		}
		if !c.day.IsZero() { // it ends with the PCN, not with a census that is yet to count
			p.counting = slices.DeleteFunc(p.counting, func(r WorkforceRecord) bool { return r.ID == c.record })
		}
	case closed:
		f.closed, p.closed = c.day, true
	}
}

// close makes a census of one ICB count.
func (f *pcnFold) close(seq eventstore.Seq, e domain.CensusRecorded) {
	p := f.parts[e.ICB]
	if p == nil {
		return // the PCN is seen there only later
	}
	_, reported := slices.BinarySearch(e.ReportingPCNs, f.pcn)
	away := p.moved != ""
	c := PCNCensus{Census: e.Census, ICB: e.ICB, Seq: seq}
	switch {
	case reported:
		p.counting = slices.Clone(p.standing)
		c.Reported, c.Records = true, len(p.counting)
		c.FTE, c.Roles = totals(p.counting)
	case away:
		p.counting = nil
	case !p.closed:
		p.counting = slices.Clone(p.standing) // what an earlier file of this census changed is withdrawn
	}
	i := slices.IndexFunc(p.censuses, func(c PCNCensus) bool { return c.Census == e.Census })
	if i >= 0 { // a restatement takes the place of what it restates
		p.censuses = slices.Delete(p.censuses, i, i+1)
	}
	if reported || !away && !(p.closed && f.closed < e.Census.Day()) {
		p.censuses = append(p.censuses, c)
	}
}

// totals are the FTE of records, and by role.
func totals(records []WorkforceRecord) (domain.FTE, []RoleTotal) {
	var all domain.FTE
	roles := make([]RoleTotal, 0, 16)
	for _, r := range records {
		all += r.FTE
		one := RoleTotal{StaffGroup: r.Role.StaffGroup, StaffRole: r.Role.StaffRole, DetailedRole: r.Role.DetailedRole}
		i, found := slices.BinarySearchFunc(roles, one, compareRoles)
		if !found {
			roles = slices.Insert(roles, i, one)
		}
		roles[i].Records++
		roles[i].FTE += r.FTE
	}
	return all, roles
}

func compareRoles(a, b RoleTotal) int {
	return cmp.Or(cmp.Compare(a.StaffGroup, b.StaffGroup), cmp.Compare(a.StaffRole, b.StaffRole), cmp.Compare(a.DetailedRole, b.DetailedRole))
}

func (f *pcnFold) result() PCNWorkforce {
	out := PCNWorkforce{Closed: f.closed, Since: f.since}
	for _, icb := range f.order {
		p := f.parts[icb]
		out.Streams = append(out.Streams, eventstore.StreamID(wire.Stream(wire.KindWorkforce, icb)))
		out.Censuses = append(out.Censuses, p.censuses...)
		out.Records = append(out.Records, p.counting...)
	}
	slices.Sort(out.Streams)
	slices.SortStableFunc(out.Censuses, func(a, b PCNCensus) int {
		return cmp.Or(cmp.Compare(a.Census, b.Census), cmp.Compare(a.ICB, b.ICB))
	})
	return out
}
