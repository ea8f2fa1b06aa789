package projections

import (
	"fmt"
	"maps"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Workforce is the published workforce of Primary Care Networks, census by
// census. The unit is a published record: a row, not a post and not a person.
type Workforce struct {
	pcns     table[string, change]
	censuses table[string, domain.CensusRecorded] // by ICB
	byICB    table[string, string]                // the PCNs seen in each ICB, when first

	seen  map[[2]string]bool                       `digest:"-"` // ICB and PCN
	roles map[domain.CensusRole]*domain.CensusRole `digest:"-"` // each once
	codes map[string]string                        `digest:"-"` // each once
}

// NewWorkforce is that of an empty log.
func NewWorkforce() *Workforce {
	return &Workforce{
		pcns: make(table[string, change]), censuses: make(table[string, domain.CensusRecorded]),
		byICB: make(table[string, string]), seen: make(map[[2]string]bool),
		roles: make(map[domain.CensusRole]*domain.CensusRole), codes: make(map[string]string),
	}
}

// Name implements Model.
func (*Workforce) Name() string { return "workforce" }

// change is one event about one PCN, in as few bytes as a log with millions of
// them asks for.
type change struct {
	record uuid.UUID
	role   *domain.CensusRole
	icb    string
	moved  string // where its records are now, if that is what ended them
	fte    domain.FTE
	census domain.Census
	day    domain.Date // of the closure
	kind   changeKind
	flags  flags
}

type changeKind uint8

const (
	appeared changeKind = iota
	changed
	ended
	closed
)

// flags are domain.RecordFlags in bits.
type flags uint8

var flagBits = [...]domain.RecordFlag{
	domain.ZeroFTE, domain.NegativeFTE, domain.AboveOneFTE, domain.ContractedService,
}

func packFlags(list []domain.RecordFlag) (flags, error) {
	var out flags
	for _, f := range list {
		i := slices.Index(flagBits[:], f)
		if i < 0 {
			return 0, fmt.Errorf("this program does not know the flag %q of a census record", f)
		}
		out |= 1 << i
	}
	return out, nil
}

func (f flags) list() []domain.RecordFlag {
	var out []domain.RecordFlag
	for i, flag := range flagBits {
		if f&(1<<i) != 0 {
			out = append(out, flag)
		}
	}
	return out
}

// Apply implements Model.
func (w *Workforce) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.CensusRecordAppeared:
		return w.shown(r.Seq, appeared, e.PCN, e.ICB, e.Record, e.Census, e.CensusRole, e.FTE, e.Flags)
	case domain.CensusRecordChanged:
		return w.shown(r.Seq, changed, e.PCN, e.ICB, e.Record, e.Census, e.CensusRole, e.FTE, e.Flags)
	case domain.CensusRecordNoLongerSeen:
		w.add(r.Seq, e.PCN, change{kind: ended, record: e.Record, icb: e.ICB, moved: e.MovedTo, census: e.Census, day: e.ClosedOn})
	case domain.PCNClosed:
		w.add(r.Seq, e.PCN, change{kind: closed, icb: e.ICB, day: e.On})
	case domain.CensusRecorded:
		reporting := make([]string, len(e.ReportingPCNs))
		for i, pcn := range e.ReportingPCNs {
			reporting[i] = w.code(pcn)
		}
		e.ReportingPCNs = reporting
		w.censuses.add(w.code(e.ICB), r.Seq, e)
	}
	return nil
}

// shown takes in a record that a census shows.
func (w *Workforce) shown(seq eventstore.Seq, kind changeKind, pcn, icb string, record uuid.UUID, census domain.Census, role domain.CensusRole, fte domain.FTE, list []domain.RecordFlag) error {
	bits, err := packFlags(list)
	if err != nil {
		return err
	}
	w.add(seq, pcn, change{kind: kind, record: record, role: w.role(role), icb: icb, fte: fte, census: census, flags: bits})
	return nil
}

func (w *Workforce) add(seq eventstore.Seq, pcn string, c change) {
	pcn, c.icb, c.moved = w.code(pcn), w.code(c.icb), w.code(c.moved)
	if at := [2]string{c.icb, pcn}; !w.seen[at] {
		w.seen[at] = true
		w.byICB.add(c.icb, seq, pcn)
	}
	w.pcns.add(pcn, seq, c)
}

// role and code keep one copy of what many events repeat.

func (w *Workforce) role(r domain.CensusRole) *domain.CensusRole {
	kept, ok := w.roles[r]
	if !ok {
		kept = &r
		w.roles[r] = kept
	}
	return kept
}

func (w *Workforce) code(s string) string {
	kept, ok := w.codes[s]
	if !ok {
		w.codes[s], kept = s, s
	}
	return kept
}

// PCNs are the PCNs that an ICB's workforce has ever held as known at n,
// sorted.
func (w *Workforce) PCNs(icb string, n eventstore.Seq) []string {
	var out []string
	for _, pcn := range w.byICB[icb].known(n) {
		out = append(out, pcn)
	}
	slices.Sort(out)
	return out
}

// ICBs are the ICBs of which a census is recorded as known at n, sorted.
func (w *Workforce) ICBs(n eventstore.Seq) []string {
	var out []string
	for _, icb := range slices.Sorted(maps.Keys(w.censuses)) {
		if w.censuses[icb].at(n) > 0 {
			out = append(out, icb)
		}
	}
	return out
}
