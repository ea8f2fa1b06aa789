package projections

import (
	"cmp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Assurance is how far hubs are, by a matrix and in what is considered of them,
// what they do not deliver, and who delivers it instead.
type Assurance struct {
	things
	matrices table[matrixVersion, domain.MaturityMatrixPublished]
}

type matrixVersion struct {
	matrix  string
	version int
}

// NewAssurance is that of an empty log.
func NewAssurance() *Assurance {
	return &Assurance{things: newThings(), matrices: make(table[matrixVersion, domain.MaturityMatrixPublished])}
}

// Name implements Model.
func (*Assurance) Name() string { return "assurance" }

// Apply implements Model.
func (a *Assurance) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.MaturityMatrixPublished:
		a.matrices.add(matrixVersion{e.Matrix, e.Version}, r.Seq, e)
	case domain.MaturityAssessed:
		a.add(r, aMaturity, e.Assessment)
	case domain.AssuranceAssessed:
		a.add(r, aRating, e.Assessment)
	case domain.DeliveryShortfallDeclared:
		a.add(r, aShortfall, e.Shortfall)
	case domain.DeliveryShortfallClosed:
		a.add(r, aShortfall, e.Shortfall)
	case domain.InterimArrangementAgreed:
		a.add(r, aShortfall, e.Shortfall)
	case domain.InterimArrangementEnded:
		a.add(r, aShortfall, e.Shortfall)
	}
	return nil
}

// Matrix is a version of a maturity matrix as known at n, and false where it is
// not published.
func (a *Assurance) Matrix(matrix string, version int, n eventstore.Seq) (f Fact[domain.MaturityMatrixPublished], ok bool) {
	seq, e, ok := a.matrices[matrixVersion{matrix, version}].newest(n)
	return fact(seq, e), ok
}

// Assessment is a hub assessed by a version of a matrix.
type Assessment struct {
	About
	Assessed Fact[domain.MaturityAssessed]
}

// Score is that in a domain, and false where the hub was not assessed in it.
func (a Assessment) Score(of string) (domain.MaturityScore, bool) {
	i := slices.IndexFunc(a.Assessed.Event.Scores, func(s domain.MaturityScore) bool { return s.Domain == of })
	if i < 0 {
		return domain.MaturityScore{}, false
	}
	return a.Assessed.Event.Scores[i], true
}

func (a *Assurance) assessment(icb string, id uuid.UUID, n eventstore.Seq) (one Assessment, ok bool) {
	one.About = a.folds(icb, aMaturity, id, n, func(seq eventstore.Seq, e any) {
		one.Assessed = fact(seq, e.(domain.MaturityAssessed))
	})
	one.Hub = cmp.Or(one.Assessed.Event.Hub, one.Hub)
	return one, one.Assessed.Known()
}

// Assessments are those of a hub by matrices as known at n, in the order they
// were recorded.
func (a *Assurance) Assessments(hub domain.HubID, n eventstore.Seq) []Assessment {
	return all(&a.things, hub, aMaturity, n, a.assessment, func(one Assessment) About { return one.About })
}

// Maturity is how far a hub is on a day in one domain of a matrix, and how far
// it was when it was assessed before.
type Maturity struct {
	Hub     domain.HubID
	Newest  Assessment
	Score   domain.MaturityScore
	Before  Assessment // in the same domain; not known where it is the first
	ScoreIn domain.MaturityScore
}

// Movement is by how many levels the hub has moved since it was assessed before,
// and false where there was no such assessment, or it was by another version of
// the matrix: levels of two versions are not the same measure.
func (m Maturity) Movement() (int, bool) {
	before, now := m.Before.Assessed, m.Newest.Assessed.Event
	if !before.Known() || before.Event.Version != now.Version {
		return 0, false
	}
	return m.Score.Level - m.ScoreIn.Level, true
}

// MaturityOn is how far a hub is on a day as known at n, domain by domain, by
// the newest assessment of each matrix: by hub, by matrix, and in the matrix's
// order. The hub of an ICS has its locality hubs' too. Of two assessments of a
// day, the one recorded last counts.
func (a *Assurance) MaturityOn(hub domain.HubID, day domain.Date, n eventstore.Seq) (rows []Maturity) {
	by := a.Assessments(hub, n)
	by = slices.DeleteFunc(by, func(one Assessment) bool { return one.Assessed.Event.On > day })
	slices.SortStableFunc(by, func(x, y Assessment) int { // newest first
		return cmp.Or(
			cmp.Compare(x.Hub, y.Hub), strings.Compare(x.Assessed.Event.Matrix, y.Assessed.Event.Matrix),
			cmp.Compare(y.Assessed.Event.On, x.Assessed.Event.On), cmp.Compare(y.Assessed.Seq, x.Assessed.Seq),
		)
	})
	same := func(x, y Assessment) bool {
		return x.Hub == y.Hub && x.Assessed.Event.Matrix == y.Assessed.Event.Matrix
	}
	for i, newest := range by {
		if i > 0 && same(by[i-1], newest) {
			continue
		}
		for _, score := range newest.Assessed.Event.Scores {
			row := Maturity{Hub: newest.Hub, Newest: newest, Score: score}
			for _, before := range by[i+1:] {
				if !same(newest, before) {
					break
				}
				if was, ok := before.Score(score.Domain); ok {
					row.Before, row.ScoreIn = before, was
					break
				}
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// Rating is what was found of a hub in one consideration for a period.
type Rating struct {
	About
	Assessed Fact[domain.AssuranceAssessed]
}

func (a *Assurance) rating(icb string, id uuid.UUID, n eventstore.Seq) (one Rating, ok bool) {
	one.About = a.folds(icb, aRating, id, n, func(seq eventstore.Seq, e any) {
		one.Assessed = fact(seq, e.(domain.AssuranceAssessed))
	})
	one.Hub = cmp.Or(one.Assessed.Event.Hub, one.Hub)
	return one, one.Assessed.Known()
}

// considerations are the five, in the order of the page that names them.
var considerations = []domain.Consideration{
	domain.ConsiderGovernance, domain.ConsiderMaturity, domain.ConsiderPlans, domain.ConsiderFunding, domain.ConsiderEngagement,
}

// Ratings are what was found of a hub by a day as known at n: by hub, by period
// and by consideration. The hub of an ICS has its locality hubs' too. Of several
// for one period and consideration the one found last counts.
func (a *Assurance) Ratings(hub domain.HubID, day domain.Date, n eventstore.Seq) []Rating {
	found := all(&a.things, hub, aRating, n, a.rating, func(one Rating) About { return one.About })
	found = slices.DeleteFunc(found, func(one Rating) bool { return one.Assessed.Event.On > day })
	of := func(x, y Rating) int {
		e, f := x.Assessed.Event, y.Assessed.Event
		return cmp.Or(
			cmp.Compare(x.Hub, y.Hub), cmp.Compare(e.PeriodFrom, f.PeriodFrom), cmp.Compare(e.PeriodTo, f.PeriodTo),
			cmp.Compare(slices.Index(considerations, e.Item), slices.Index(considerations, f.Item)),
		)
	}
	slices.SortStableFunc(found, func(x, y Rating) int { // the one found last first
		return cmp.Or(of(x, y), cmp.Compare(y.Assessed.Event.On, x.Assessed.Event.On), cmp.Compare(y.Assessed.Seq, x.Assessed.Seq))
	})
	return slices.CompactFunc(found, func(x, y Rating) bool { return of(x, y) == 0 })
}
