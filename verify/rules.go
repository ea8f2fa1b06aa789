package verify

import (
	"maps"
	"slices"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/eventstore"
)

// basis holds the basis of a decision to what the log held by then.
func (v *verifier) basis(it *item) bool {
	ok := true
	for _, name := range slices.Sorted(maps.Keys(it.env.Basis)) {
		revision, last := it.env.Basis[name], eventstore.NoStream
		if other, met := v.streams[name]; met {
			last = other.revision
		}
		if revision > last || revision < eventstore.NoStream {
			v.finder(it)(BasisLater, "its basis is %s at revision %d; before it the log holds revisions up to %d", name, revision, last)
			ok = false
		}
	}
	return ok
}

// rulesInForce follows which version of the rules is in force.
type rulesInForce struct {
	version domain.RulesVersion
	adopted map[domain.RulesVersion]time.Time
}

func (r *rulesInForce) adopt(version domain.RulesVersion, at time.Time) {
	if r.adopted == nil {
		r.adopted = make(map[domain.RulesVersion]time.Time)
	}
	r.version = version
	r.adopted[version] = at
}

// underWay is how long a decision may be under way when other rules are
// adopted: it is still by those of when it began.
const underWay = time.Minute

// rulesOf holds the version of the rules a decision states to those this
// program knows and those that were in force.
func (v *verifier) rulesOf(it *item) bool {
	find := v.finder(it)
	rules, now := domain.RulesVersion(it.env.Rules), v.rules.version
	if rules < 1 || rules > domain.CurrentRules {
		find(Rules, "it was decided by version %d of the rules; this program knows versions 1 to %d", rules, domain.CurrentRules)
		return false
	}
	switch it.env.Command.Name {
	case charter.FoundLedger{}.CommandName(), charter.AdoptRules{}.CommandName():
		return true // nothing is in force yet, or it is about to change
	}
	switch {
	case now == 0:
		find(Rules, "no rules were in force")
	case rules > now:
		find(Rules, "it was decided by version %d of the rules; version %d was in force", rules, now)
	case rules < now && it.rec.RecordedAt.After(v.rules.adopted[rules+1].Add(underWay)):
		find(Rules, "it was decided by version %d of the rules; version %d was in force since %s", rules, now, v.rules.adopted[rules+1].Format(time.RFC3339))
	}
	return true
}
