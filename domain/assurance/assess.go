package assurance

import (
	"reflect"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
)

func (o *order) assess(data AssessMaturity) (domain.Decision, error) {
	matrix, published := o.national.MaturityMatrix(data.Matrix, data.Version)
	o.k.Must(RuleNamed, published, "version %d of the maturity matrix %s should be published first", data.Version, data.Matrix)
	e := domain.MaturityAssessed{
		Assessment: domain.IDOf(data.Assessment, o.id, "assessment"), Hub: o.hub(data.Hub), Matrix: data.Matrix, Version: data.Version,
		Scores: o.scores(matrix, data.Scores), Assessor: data.Assessor, Party: data.Party, On: data.On,
	}
	before, known := o.s.maturity.Get(e.Assessment)
	if known && reflect.DeepEqual(before, e) {
		return o.k.Decide()
	}
	o.new(e.Assessment, known)
	o.come(e.On)
	for same := range o.s.assessed(e.Hub, e.On) {
		o.k.Must(RuleOnce, same.On != e.On || same.Matrix != e.Matrix || same.Version != e.Version,
			"%s is assessed by version %d of %s on %s already, in assessment %s", e.Hub, e.Version, e.Matrix, e.On, same.Assessment)
	}
	o.active(e.Hub, e.On)
	o.party(e.Party, e.On)
	counts, some := o.national.MaturityMatrixOn(e.Matrix, e.On)
	o.k.Require(RuleMatrix, some, "a version of %s should count on %s; none does", e.Matrix, e.On)
	o.k.Require(RuleMatrix, !some || counts.Version == e.Version, "%s should be assessed by the version of %s that counts on %s, %d, not by %d", e.Hub, e.Matrix, e.On, counts.Version, e.Version)
	missing := without(matrix, e.Scores)
	o.k.Require(RuleMatrix, len(missing) == 0, "%s should be assessed in every domain of %s; %s is left out", e.Hub, e.Matrix, strings.Join(missing, ", "))
	return o.k.Decide(e)
}

// scores are what a command says, in the matrix's order and with what each
// level means by it.
func (o *order) scores(matrix domain.MaturityMatrixPublished, said []DomainScore) (scores []domain.MaturityScore) {
	for _, d := range matrix.Domains {
		for _, s := range said {
			if s.Domain == d.Domain {
				scores = append(scores, domain.MaturityScore{Domain: s.Domain, Level: s.Level, Standing: matrix.Standing(s.Level), DocHash: s.DocHash})
			}
		}
	}
	for _, s := range said {
		known := slices.ContainsFunc(matrix.Domains, func(d domain.MaturityDomain) bool { return d.Domain == s.Domain })
		o.k.Must(RuleNamed, known, "version %d of %s should have the domain %s", matrix.Version, matrix.Matrix, s.Domain)
		levels := slices.ContainsFunc(matrix.Levels, func(l domain.MaturityLevel) bool { return l.Level == s.Level })
		o.k.Must(RuleNamed, levels, "version %d of %s should have the level %d, which %s is given", matrix.Version, matrix.Matrix, s.Level, s.Domain)
	}
	return scores
}

// without are the domains of a matrix that have no score.
func without(matrix domain.MaturityMatrixPublished, scores []domain.MaturityScore) (missing []string) {
	for _, d := range matrix.Domains {
		if !slices.ContainsFunc(scores, func(s domain.MaturityScore) bool { return s.Domain == d.Domain }) {
			missing = append(missing, d.Domain)
		}
	}
	return missing
}

func (o *order) rate(data AssessAssurance) (domain.Decision, error) {
	e := domain.AssuranceAssessed(data)
	e.Assessment, e.Hub, e.DocHashes = domain.IDOf(data.Assessment, o.id, "assessment"), o.hub(data.Hub), slices.Clone(data.DocHashes)
	before, known := o.s.assurance.Get(e.Assessment)
	if known && reflect.DeepEqual(before, e) {
		return o.k.Decide()
	}
	o.new(e.Assessment, known)
	o.come(e.On)
	_, rated := o.s.rated.Get(rates(e))
	o.k.Must(RuleOnce, !rated, "%s is rated in %s for %s to %s on %s already", e.Hub, e.Item, e.PeriodFrom, e.PeriodTo, e.On)
	o.active(e.Hub, e.On)
	o.party(e.Party, e.On)
	if e.Item == domain.ConsiderMaturity && e.Rating.Assures() {
		o.k.Require(RuleUnderstood, o.s.everAssessed(e.Hub, e.On), "the maturity of %s should be assessed by %s, when it is rated %s that it is understood", e.Hub, e.On, e.Rating)
	}
	return o.k.Decide(e)
}

// everAssessed reports whether the maturity of a hub has been assessed by a day.
func (s *State) everAssessed(hub domain.HubID, day domain.Date) bool {
	for range s.assessed(hub, day) {
		return true
	}
	return false
}
