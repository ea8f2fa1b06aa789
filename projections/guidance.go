package projections

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Guidance is the national guidance that decisions rely on.
type Guidance struct {
	versions table[guidanceVersion, domain.GuidanceIssued]
}

type guidanceVersion struct{ code, version string }

// NewGuidance is that of an empty log.
func NewGuidance() *Guidance {
	return &Guidance{versions: make(table[guidanceVersion, domain.GuidanceIssued])}
}

// Name implements Model.
func (*Guidance) Name() string { return "guidance" }

// Apply implements Model.
func (g *Guidance) Apply(r Record) error {
	if e, ok := r.Event.(domain.GuidanceIssued); ok {
		g.versions.add(guidanceVersion{e.Code, e.Version}, r.Seq, e)
	}
	return nil
}

// Version is a version of a guidance as known at n, and false where it was not
// issued.
func (g *Guidance) Version(code, version string, n eventstore.Seq) (f Fact[domain.GuidanceIssued], ok bool) {
	for seq, e := range g.versions[guidanceVersion{code, version}].known(n) {
		f, ok = fact(seq, e), true
	}
	return f, ok
}
