package census

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
)

// match is which record each of a PCN's rows is.
type match struct {
	rows []Row     // names trimmed
	was  []*record // for each row the record that stands and that it shows, nil where none
	gone []*record // for each row the record that is gone and that it shows again, nil where none
	// ended are the records that stand and that no row shows, in their order.
	ended []*record
}

// Role is what the row says about the work, spaces around the names trimmed.
func (r Row) Role() domain.CensusRole {
	return domain.CensusRole{
		StaffGroup:   strings.TrimSpace(r.StaffGroup),
		StaffRole:    strings.TrimSpace(r.StaffRole),
		DetailedRole: strings.TrimSpace(r.DetailedRole),
		Source:       strings.TrimSpace(r.Source),
	}
}

// matchRows finds the records again among the rows. The publisher gives a row
// no lasting number, so rows and records are alike only by role and source;
// within those, equal FTE is the same record, first among those that stand,
// then among those that are gone. What remains is paired in descending FTE:
// those have changed. Ties go to the record that appeared first and to the
// upper row. It takes O(n log n) of the largest role.
func matchRows(standing, gone []*record, rows []Row) match {
	m := match{rows: rows, was: make([]*record, len(rows)), gone: make([]*record, len(rows))}
	type alike struct {
		standing, gone []*record
		rows           []int
	}
	roles := make(map[domain.CensusRole]*alike, len(rows))
	of := func(role domain.CensusRole) *alike {
		a := roles[role]
		if a == nil {
			a = new(alike)
			roles[role] = a
		}
		return a
	}
	for _, r := range standing {
		a := of(r.role)
		a.standing = append(a.standing, r)
	}
	for _, r := range gone {
		a := of(r.role)
		a.gone = append(a.gone, r)
	}
	for i, r := range rows {
		a := of(r.Role())
		a.rows = append(a.rows, i)
	}
	shown := make(map[*record]struct{}, len(rows))
	for _, a := range roles { // in any order: the roles don't touch one another
		slices.SortStableFunc(a.rows, func(i, j int) int {
			return cmp.Or(cmp.Compare(rows[j].FTE, rows[i].FTE), cmp.Compare(rows[i].Row, rows[j].Row))
		})
		records, left := m.equal(descending(a.standing), a.rows, m.was)
		_, left = m.equal(descending(a.gone), left, m.gone)
		for k := range min(len(records), len(left)) {
			m.was[left[k]] = records[k]
		}
		for _, i := range a.rows {
			if m.was[i] != nil {
				shown[m.was[i]] = struct{}{}
			}
		}
	}
	for _, r := range standing {
		if _, ok := shown[r]; !ok {
			m.ended = append(m.ended, r)
		}
	}
	return m
}

// equal assigns to rows the records of equal FTE. Both are in descending FTE,
// and so is what is left of each.
func (m *match) equal(records []*record, rows []int, to []*record) (recordsLeft []*record, rowsLeft []int) {
	for len(records) > 0 && len(rows) > 0 {
		switch r, i := records[0], rows[0]; cmp.Compare(r.fte, m.rows[i].FTE) {
		case 0:
			to[i] = r
			records, rows = records[1:], rows[1:]
		case 1:
			recordsLeft, records = append(recordsLeft, r), records[1:]
		case -1:
			rowsLeft, rows = append(rowsLeft, i), rows[1:]
		}
	}
	return append(recordsLeft, records...), append(rowsLeft, rows...)
}

func descending(records []*record) []*record {
	slices.SortStableFunc(records, func(a, b *record) int { return cmp.Compare(b.fte, a.fte) })
	return records
}

// sameRecords reports whether two lists hold the same records at the same FTE,
// in whatever order.
func sameRecords(a, b []*record) bool {
	if len(a) != len(b) {
		return false
	}
	for _, r := range a {
		if other := find(b, r); other == nil || other.fte != r.fte {
			return false
		}
	}
	return true
}

func find(records []*record, r *record) *record {
	if i := slices.IndexFunc(records, func(o *record) bool { return o.id == r.id }); i >= 0 {
		return records[i]
	}
	return nil
}
