package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Knowledge is something that a hub came to know, and what stands on it.
type Knowledge struct {
	Received Fact[domain.IntelligenceReceived]
	// Decisions relied on it: what was decided, deferrals too, each with its seq.
	Decisions []Fact[domain.CommissioningDecisionMade]
	// Needs are shown by it.
	Needs []Fact[domain.TrainingNeedIdentified]
}

// Knowledge is what a hub has received by a day as known at n, in the order it
// was recorded, with the decisions and needs of its ICS, up to the day, that
// stand on it. The hub of an ICS has its locality hubs' too.
func (c *Commissioning) Knowledge(hub domain.HubID, day domain.Date, n eventstore.Seq) (all []Knowledge) {
	at := make(map[uuid.UUID]int)
	for _, id := range c.ids[shelf{hub.ICB(), anIntelligence}].known(n) {
		f, ok := c.Intelligence(hub.ICB(), id, n)
		if ok && f.Event.On <= day && (!hub.IsLocality() || f.Event.Hub == hub) {
			at[id] = len(all)
			all = append(all, Knowledge{Received: f})
		}
	}
	if len(all) == 0 {
		return nil
	}
	ics := domain.HubID(hub.ICB())
	for _, d := range c.Decisions(ics, n) {
		for _, made := range d.Made {
			for _, on := range made.Event.ReliedOn {
				if i, known := at[on.Intelligence]; known && made.Event.On <= day {
					all[i].Decisions = append(all[i].Decisions, made)
				}
			}
		}
	}
	for _, need := range c.Needs(ics, n) {
		for _, id := range need.Identified.Event.Evidence {
			if i, known := at[id]; known && need.Identified.Event.On <= day {
				all[i].Needs = append(all[i].Needs, need.Identified)
			}
		}
	}
	return all
}

// Seqs are those of all of it, in their order.
func (k Knowledge) Seqs() []eventstore.Seq {
	seqs := []eventstore.Seq{k.Received.Seq}
	for _, d := range k.Decisions {
		seqs = append(seqs, d.Seq)
	}
	for _, need := range k.Needs {
		seqs = append(seqs, need.Seq)
	}
	return SeqsOf(seqs)
}
