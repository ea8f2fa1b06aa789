package census

import (
	"fmt"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
)

// Decide implements domain.Aggregate.
func (s *State) Decide(_ domain.References, c domain.Command, _ time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	switch data := c.Data.(type) {
	case RecordPCNCensus:
		return s.record(c, data)
	case WithdrawPCNCensus:
		return s.withdraw(c, data)
	case CloseCensus:
		return s.closeCensus(c, data)
	case ClosePCN:
		return s.closePCN(c, data)
	default:
		return domain.Decision{}, fmt.Errorf("a workforce stream decides no %s", c.Data.CommandName())
	}
}

func (s *State) record(c domain.Command, data RecordPCNCensus) (domain.Decision, error) {
	k := domain.Check(c)
	n := s.network(data.PCN, data.Census)
	d := s.drafts(c.ID, n, data.PCN, data.Census, data.FileHash)
	k.Must(RuleMove, data.MovedTo != s.icb, "%s can't move to %s, where it is; movedTo should be the ICB that the file names", data.PCN, s.icb)
	if data.MovedTo == "" {
		d.rows(n, data.Rows)
	} else {
		for _, r := range n.standing {
			d.ended(r, data.MovedTo)
		}
	}
	if s.isRecorded(data.Census, data.FileHash) {
		return s.again(k, data.Census, data.FileHash, data.PCN, n, d)
	}
	s.mayTouch(k, data.Census)
	if n.closure != nil && data.MovedTo == "" {
		k.Require(RuleClosed, data.Census.Day() <= n.closure.On,
			"%s closed on %s and can't report the census of %s; its rows should stand under its successor", data.PCN, n.closure.On, data.Census)
	}
	return k.DecideDrafts(d.list)
}

func (s *State) withdraw(c domain.Command, data WithdrawPCNCensus) (domain.Decision, error) {
	k := domain.Check(c)
	n := s.network(data.PCN, data.Census)
	d := s.drafts(c.ID, n, data.PCN, data.Census, data.FileHash)
	d.restore(n)
	if s.isRecorded(data.Census, data.FileHash) {
		return s.again(k, data.Census, data.FileHash, data.PCN, n, d)
	}
	s.mayTouch(k, data.Census)
	return k.DecideDrafts(d.list)
}

// again answers a command of a file that is recorded already: nothing is
// recorded. Where it can be seen that the command means something else than
// the file did, it is refused; it can no longer be seen when another file, a
// later census or a closure came after.
func (s *State) again(k *domain.Checks, census domain.Census, file domain.Hash, pcn string, n network, d *drafts) (domain.Decision, error) {
	newest := s.head.last.Census == census && s.head.last.FileHash == file
	if newest && s.head.open.IsZero() && n.closure == nil {
		k.Must(RuleFile, len(d.list) == 0,
			"this file is recorded as the census of %s, and held something else for %s; what restates it should be another file", census, pcn)
	}
	return k.DecideDrafts(nil)
}

func (s *State) isRecorded(census domain.Census, file domain.Hash) bool {
	_, ok := s.files.Get(censusFile{census, file})
	return ok
}

// mayTouch holds the rules on which census may be recorded now.
func (s *State) mayTouch(k *domain.Checks, census domain.Census) {
	k.Must(RuleOrder, census >= s.head.last.Census,
		"the census of %s is older than that of %s, which is closed; censuses should be recorded in their order", census, s.head.last.Census)
	k.Must(RuleOpen, s.head.open.IsZero() || s.head.open == census,
		"the census of %s is begun and not closed; it should be closed before that of %s begins", s.head.open, census)
}

func (s *State) closeCensus(c domain.Command, data CloseCensus) (domain.Decision, error) {
	k := domain.Check(c)
	e := s.recorded(data)
	if was, ok := s.files.Get(censusFile{data.Census, data.FileHash}); ok {
		k.Must(RuleFile, slices.Equal(was.ReportingPCNs, e.ReportingPCNs) && was.Records == e.Records && was.FTE == e.FTE,
			"this file is recorded as the census of %s with %d records and %s FTE of %d PCNs; what restates it should be another file",
			data.Census, was.Records, was.FTE, len(was.ReportingPCNs))
		return k.DecideDrafts(nil)
	}
	s.mayTouch(k, data.Census)
	s.mustAddUp(k, data)
	s.mustBeWithdrawn(k, e)
	if k.Refused() {
		return k.Decide()
	}
	list := []domain.Draft{{Event: e, Source: &domain.Source{FileHash: data.FileHash}}}
	return k.DecideDrafts(append(list, s.endAgain(e)...))
}

func (s *State) recorded(data CloseCensus) domain.CensusRecorded {
	e := domain.CensusRecorded{
		ICB: s.icb, Census: data.Census, Status: domain.CensusSupplied, ReportingPCNs: slices.Clone(data.ReportingPCNs),
		Records: data.Records, FTE: data.FTE, FileHash: data.FileHash,
	}
	slices.Sort(e.ReportingPCNs)
	if len(e.ReportingPCNs) == 0 {
		e.Status, e.ReportingPCNs = domain.CensusNotSupplied, []string{}
	}
	if s.head.last.Census == data.Census {
		e.Restates = s.head.last.FileHash
	}
	return e
}

// mustAddUp holds the records of the reporting PCNs against the file.
func (s *State) mustAddUp(k *domain.Checks, data CloseCensus) {
	records, fte, held := 0, domain.FTE(0), true
	for _, pcn := range data.ReportingPCNs {
		n, _ := s.networks.Get(pcn)
		k.Must(RuleSum, len(n.standing) > 0, "%s reports the census of %s but has no records; its rows should be recorded first", pcn, data.Census)
		part, ok := sum(n.standing)
		records += len(n.standing)
		var added bool
		fte, added = fte.Add(part)
		held = held && ok && added
	}
	k.Must(RuleSum, held && records == data.Records && fte == data.FTE,
		"the reporting PCNs have %d records and %s FTE, and the file has %d and %s; they should be equal", records, fte, data.Records, data.FTE)
}

// mustBeWithdrawn holds that nothing stays of what this census changed in a
// PCN that is not in the file.
func (s *State) mustBeWithdrawn(k *domain.Checks, e domain.CensusRecorded) {
	for _, pcn := range s.affected(e.Census) {
		if _, reports := slices.BinarySearch(e.ReportingPCNs, pcn); reports {
			continue
		}
		n, _ := s.networks.Get(pcn)
		k.Must(RuleReporting, n.moved != "" || sameRecords(n.standing, n.base),
			"%s does not report the census of %s, of which an earlier file is recorded for it; that should be withdrawn first", pcn, e.Census)
	}
}

// affected are the PCNs that the open census has touched, and those that
// reported it in the file it restates.
func (s *State) affected(census domain.Census) []string {
	if s.head.last.Census != census {
		return s.head.touched
	}
	return slices.Concat(s.head.touched, s.head.last.ReportingPCNs)
}

// endAgain ends the records of PCNs that were closed after this census and
// that a restatement of it has shown again.
func (s *State) endAgain(e domain.CensusRecorded) []domain.Draft {
	var out []domain.Draft
	for _, pcn := range s.head.touched {
		n, _ := s.networks.Get(pcn)
		if n.closure == nil || n.closure.On < e.Census.Day() {
			continue
		}
		_, reports := slices.BinarySearch(e.ReportingPCNs, pcn)
		n.report(e.Census, reports)
		out = append(out, s.endClosed(n, *n.closure)...)
	}
	return out
}

func (s *State) closePCN(c domain.Command, data ClosePCN) (domain.Decision, error) {
	k := domain.Check(c)
	n, known := s.networks.Get(data.PCN)
	e := domain.PCNClosed{PCN: data.PCN, ICB: s.icb, On: data.On, Successors: slices.Clone(data.Successors), Unknown: data.Unknown}
	slices.Sort(e.Successors)
	if was := n.closure; was != nil {
		k.Must(RuleClosure, was.On == e.On && was.Unknown == e.Unknown && slices.Equal(was.Successors, e.Successors),
			"%s closed on %s already, and a PCN closes once; what is known of its closure should be what is recorded", data.PCN, was.On)
		return k.DecideDrafts(nil)
	}
	k.Must(RuleClosure, known, "%s has no records here; a PCN should be closed in the ICB under which it reported", data.PCN)
	k.Must(RuleClosure, n.moved == "", "%s moved to %s; it should be closed there", data.PCN, n.moved)
	k.Must(RuleClosure, s.head.open.IsZero(), "the census of %s is open; it should be closed before %s is", s.head.open, data.PCN)
	k.Require(RuleClosure, data.On >= n.reported.Day(), "%s reported the census of %s; its last day should be %s or later", data.PCN, n.reported, n.reported.Day())
	if k.Refused() {
		return k.Decide()
	}
	list := append([]domain.Draft{{Event: e}}, s.endClosed(n, e)...)
	return k.DecideDrafts(list)
}
