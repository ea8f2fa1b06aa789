package census

import (
	"cmp"
	"slices"

	"github.com/google/uuid"
	"github.com/hubledger/hubledger/domain"
)

// Stream is the name of the stream of an ICB's workforce.
func Stream(icb string) string { return "workforce-" + icb }

// State is the aggregate of one ICB's workforce: which records stand, PCN by
// PCN. It implements domain.Aggregate.
type State struct {
	icb   string
	below *State // what this is a fork of; nil where it is none

	networks domain.Table[string, network]
	// files are the files that censuses were closed with, those that another
	// file has since restated included.
	files domain.Table[censusFile, domain.CensusRecorded]
	head  head
}

// head is what is assigned as a whole. Its slices are never written into.
type head struct {
	pcns    []string              // every PCN ever met here, in the order met
	last    domain.CensusRecorded // the newest; its Census is 0 where there is none
	open    domain.Census         // begun and not closed; 0 where none is
	touched []string              // PCNs of which the open census has recorded something
	round   int                   // how often a census has been closed here
}

type censusFile struct {
	census domain.Census
	hash   domain.Hash
}

// network is what is known of one PCN. Its slices are never written into, and
// their order is that of the events.
type network struct {
	standing []*record // as of the newest census it reported, or with the rows of the open one
	base     []*record // as they stood before the census it was last touched by
	gone     []*record // ended by that census: a restatement may show them again
	left     []*record // ended by the closure: a census of a day before it may show them again
	touched  domain.Census
	reported domain.Census // the newest closed census it reported
	before   domain.Census // the one it reported before that
	round    int           // the round it was last touched in
	moved    string        // the ICB it went to
	closure  *domain.PCNClosed
}

// record is one published row that stands. It never changes.
type record struct {
	id   uuid.UUID
	role domain.CensusRole
	fte  domain.FTE
}

// New is the workforce of an ICB before anything is recorded of it.
func New(icb string) *State { return &State{icb: icb} }

// ICB is the code of the ICB whose workforce this is.
func (s *State) ICB() string { return s.icb }

// Fork implements domain.Aggregate.
func (s *State) Fork() domain.Aggregate {
	return &State{icb: s.icb, below: s, networks: s.networks.Fork(), files: s.files.Fork(), head: s.head}
}

// Merge implements domain.Aggregate.
func (s *State) Merge() {
	s.networks.Merge()
	s.files.Merge()
	s.below.head = s.head
}

// Reads implements domain.Aggregate: a census is decided on its own stream.
func (s *State) Reads(domain.Command) []string { return nil }

// View implements domain.Aggregate: no other stream's decision reads a census.
func (s *State) View(int64) any { return nil }

// network is a PCN as a census finds it: with the base that it changes.
func (s *State) network(pcn string, census domain.Census) network {
	n, _ := s.networks.Get(pcn)
	n.begin(census)
	return n
}

// PCN is where the records of one PCN stand.
type PCN struct {
	Code string `json:"code"`
	// Census is the newest census that anything was recorded of it for,
	// closed or open; 0 where there is none.
	Census  domain.Census `json:"census,omitzero"`
	Records int           `json:"records"`
	FTE     domain.FTE    `json:"fte"`
}

// PCNs are all PCNs ever met in this stream, by code: those without records
// too.
func (s *State) PCNs() []PCN {
	out := make([]PCN, 0, len(s.head.pcns))
	for _, code := range s.head.pcns {
		n, _ := s.networks.Get(code)
		fte, _ := sum(n.standing)
		out = append(out, PCN{Code: code, Census: max(n.touched, n.reported), Records: len(n.standing), FTE: fte})
	}
	slices.SortFunc(out, func(a, b PCN) int { return cmp.Compare(a.Code, b.Code) })
	return out
}

// Record is a published row that stands.
type Record struct {
	ID uuid.UUID
	domain.CensusRole
	FTE domain.FTE
}

// Records are the standing records of a PCN, in the order they appeared.
func (s *State) Records(pcn string) []Record {
	n, _ := s.networks.Get(pcn)
	out := make([]Record, len(n.standing))
	for i, r := range n.standing {
		out[i] = Record{ID: r.id, CensusRole: r.role, FTE: r.fte}
	}
	return out
}

// Newest is the newest census that is closed, and false where none is.
func (s *State) Newest() (domain.CensusRecorded, bool) {
	return s.head.last, !s.head.last.Census.IsZero()
}

// Open is the census that is begun and not closed, 0 where there is none.
func (s *State) Open() domain.Census { return s.head.open }

// sum adds FTE, and false where the sum can't be held.
func sum(records []*record) (total domain.FTE, ok bool) {
	ok = true
	for _, r := range records {
		var held bool
		total, held = total.Add(r.fte)
		ok = ok && held
	}
	return total, ok
}
