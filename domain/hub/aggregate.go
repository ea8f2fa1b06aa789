package hub

import (
	"fmt"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/topology"
)

// Aggregate is one ICS and its hubs. It implements domain.Aggregate.
type Aggregate struct {
	topology *topology.State
}

// New is the ICS of an ICB, of which nothing is recorded.
func New(icb string) *Aggregate { return &Aggregate{topology: topology.New(icb)} }

// Stream is the name of the stream of an ICB's hubs.
func Stream(icb string) string { return "hub-" + icb }

// Topology is which hubs there are, for reading.
func (a *Aggregate) Topology() *topology.State { return a.topology }

// Evolve implements domain.Aggregate.
func (a *Aggregate) Evolve(r domain.Recorded) {
	switch r.Event.(type) {
	case domain.HubRegistered, domain.LocalityHubEstablished, domain.HubHostChanged,
		domain.PartnershipAgreed, domain.PartnershipEnded:
		a.topology.Evolve(r)
	default:
		panic(fmt.Sprintf("hub: no room takes %s", r.Event.EventType()))
	}
}

// Fork implements domain.Aggregate.
func (a *Aggregate) Fork() domain.Aggregate { return &Aggregate{topology: a.topology.Fork()} }

// Merge implements domain.Aggregate.
func (a *Aggregate) Merge() { a.topology.Merge() }

// Reads implements domain.Aggregate.
func (a *Aggregate) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case topology.RegisterHub, topology.EstablishLocalityHub, topology.ChangeHubHost,
		topology.AgreePartnership, topology.EndPartnership:
		return a.topology.Reads(c)
	}
	return nil
}

// Decide implements domain.Aggregate.
func (a *Aggregate) Decide(refs domain.References, c domain.Command, _ time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	switch c.Data.(type) {
	case topology.RegisterHub, topology.EstablishLocalityHub, topology.ChangeHubHost,
		topology.AgreePartnership, topology.EndPartnership:
		return a.topology.Decide(refs, c)
	}
	return domain.Decision{}, fmt.Errorf("a hub's stream decides no %s", c.Data.CommandName())
}

// View implements domain.Aggregate: another hub's stream is never read by a
// decision.
func (a *Aggregate) View(int64) any { return nil }
