package census

import (
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"
	"github.com/hubledger/hubledger/domain"
)

// drafts are the differences of one PCN at one census, as events.
type drafts struct {
	command uuid.UUID
	icb     string
	pcn     string
	census  domain.Census
	between domain.CensusInterval
	file    domain.Hash
	list    []domain.Draft
}

func (s *State) drafts(command uuid.UUID, n network, pcn string, census domain.Census, file domain.Hash) *drafts {
	after := n.reported
	if after >= census { // a restatement
		after = n.before
	}
	return &drafts{command: command, icb: s.icb, pcn: pcn, census: census, file: file,
		between: domain.CensusInterval{After: after, Until: census}}
}

// rows are the differences between the records that stand and a PCN's rows:
// what changed or appeared in the order of the rows, then what is no longer
// seen.
func (d *drafts) rows(n network, rows []Row) {
	m := matchRows(n.standing, slices.Concat(n.gone, n.left), rows)
	for i, r := range m.rows {
		switch was := m.was[i]; {
		case was == nil && m.gone[i] != nil:
			d.appeared(&record{m.gone[i].id, r.Role(), r.FTE}, r.Row)
		case was == nil:
			id := uuid.NewSHA1(d.command, []byte("record "+strconv.Itoa(r.Row)))
			d.appeared(&record{id, r.Role(), r.FTE}, r.Row)
		case was.fte != r.FTE:
			d.changed(was, r.FTE, r.Row)
		}
	}
	for _, r := range m.ended {
		d.ended(r, "")
	}
}

// restore are the differences between the records that stand and those that
// stood before the census.
func (d *drafts) restore(n network) {
	for _, r := range n.base {
		switch now := find(n.standing, r); {
		case now == nil:
			d.appeared(r, 0)
		case now.fte != r.fte:
			d.changed(now, r.fte, 0)
		}
	}
	for _, r := range n.standing {
		if find(n.base, r) == nil {
			d.ended(r, "")
		}
	}
}

func (d *drafts) appeared(r *record, row int) {
	d.add(row, domain.CensusRecordAppeared{
		Record: r.id, Census: d.census, PCN: d.pcn, ICB: d.icb, CensusRole: r.role,
		FTE: r.fte, Row: row, Between: d.between, Flags: Flags(r.role.Source, r.fte),
	})
}

func (d *drafts) changed(r *record, fte domain.FTE, row int) {
	d.add(row, domain.CensusRecordChanged{
		Record: r.id, Census: d.census, PCN: d.pcn, ICB: d.icb, CensusRole: r.role,
		FTE: fte, Was: r.fte, Row: row, Between: d.between, Flags: Flags(r.role.Source, fte),
	})
}

func (d *drafts) ended(r *record, movedTo string) {
	d.add(0, domain.CensusRecordNoLongerSeen{
		Record: r.id, Census: d.census, PCN: d.pcn, ICB: d.icb, CensusRole: r.role,
		Was: r.fte, Between: d.between, Flags: Flags(r.role.Source, r.fte), MovedTo: movedTo,
	})
}

// add appends an event with where it came from; row 0 is the file as a whole,
// which is where it can be seen that something is not there.
func (d *drafts) add(row int, e domain.Event) {
	d.list = append(d.list, domain.Draft{Event: e, Source: &domain.Source{FileHash: d.file, Row: row}})
}

// endClosed are the records of a closed PCN, ending with it.
func (s *State) endClosed(n network, closure domain.PCNClosed) []domain.Draft {
	var out []domain.Draft
	for _, r := range n.standing {
		out = append(out, domain.Draft{Event: domain.CensusRecordNoLongerSeen{
			Record: r.id, Census: n.reported, PCN: closure.PCN, ICB: s.icb, CensusRole: r.role,
			Was: r.fte, Between: domain.CensusInterval{After: n.reported},
			Flags: Flags(r.role.Source, r.fte), ClosedOn: closure.On,
		}})
	}
	return out
}

// Flags says what a reader of a record must not take it for: nobody's FTE is
// 0, negative or above 1, and a contracted service is no post.
func Flags(source string, fte domain.FTE) []domain.RecordFlag {
	var out []domain.RecordFlag
	switch {
	case fte == 0:
		out = append(out, domain.ZeroFTE)
	case fte < 0:
		out = append(out, domain.NegativeFTE)
	case fte > domain.OneFTE:
		out = append(out, domain.AboveOneFTE)
	}
	if strings.Contains(strings.ToLower(source), "contracted service") {
		out = append(out, domain.ContractedService)
	}
	return out
}
