package projections

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// assured asks how far hubs are, what they share and know, and what is aimed at.
func (a *answers) assured(m *Models, n eventstore.Seq) {
	for _, hub := range someHubs {
		a.Assessments = append(a.Assessments, m.Assurance.Assessments(hub, n))
		a.Unmet = append(a.Unmet, m.Assurance.Unmet(hub, n))
		a.Shares = append(a.Shares, m.Sharing.Shares(hub, n))
		a.Resources = append(a.Resources, m.Sharing.Resources(hub, n))
		for _, day := range someDays[1:] {
			a.Maturity = append(a.Maturity, m.Assurance.MaturityOn(hub, day, n))
			a.Ratings = append(a.Ratings, m.Assurance.Ratings(hub, day, n))
			a.Knowledge = append(a.Knowledge, m.Commissioning.Knowledge(hub, day, n))
		}
	}
	for version := range 5 {
		matrix, _ := m.Assurance.Matrix("A", version, n)
		a.Matrices = append(a.Matrices, matrix)
	}
	a.Notifications = m.Notifications.All(n)
	for _, day := range someDays[1:] {
		a.Definitions = append(a.Definitions, m.Ambitions.Definitions(day, n))
		for _, version := range []string{"1", "2", "3", "4"} {
			a.Progress = append(a.Progress, m.Ambitions.Progress("A", version, day, n))
		}
	}
}

// What is said of assurance, sharing, knowledge and ambitions as known at n is
// what a fold of the first n events says, for every n.
func TestAssuranceAndSharingAsKnownAtNAreAFoldOfTheFirstN(t *testing.T) {
	assured := func(m *Models, n eventstore.Seq) (a answers) {
		a.assured(m, n)
		return a
	}
	rapid.Check(t, func(t *rapid.T) {
		log := logOf(t, 120, func(t *rapid.T) (eventstore.StreamID, domain.Event) { return anyAssuranceEvent(t) })
		all := fold(t, log)
		for n := range len(log) + 1 {
			if n%5 == 0 {
				same(t, assured, log, n, all)
			}
		}
	})
}
