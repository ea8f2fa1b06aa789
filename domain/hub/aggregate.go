package hub

import (
	"fmt"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/planning"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/sharing"
	"github.com/hubledger/hubledger/domain/topology"
)

// Aggregate is one ICS and its hubs. It implements domain.Aggregate.
type Aggregate struct {
	icb           string
	topology      *topology.State
	contract      *contract.State
	governance    *governance.State
	planning      *planning.State
	commissioning *commissioning.State
	funding       *funding.State
	environments  *environment.State
	educators     *educator.State
	placements    *placement.State
	roles         *role.State
	careers       *career.State
	registrations *registration.State
	assurance     *assurance.State
	sharing       *sharing.State
	voids         voids
}

// New is the ICS of an ICB, of which nothing is recorded.
func New(icb string) *Aggregate {
	return &Aggregate{
		icb:      icb,
		topology: topology.New(icb), contract: contract.New(icb), governance: governance.New(icb),
		planning: planning.New(icb), commissioning: commissioning.New(icb), funding: funding.New(icb),
		environments: environment.New(icb), educators: educator.New(icb), placements: placement.New(icb),
		roles: role.New(icb), careers: career.New(icb), registrations: registration.New(icb),
		assurance: assurance.New(icb), sharing: sharing.New(icb),
	}
}

// Stream is the name of the stream of an ICB's hubs.
func Stream(icb string) string { return "hub-" + icb }

// Topology is which hubs there are, for reading.
func (a *Aggregate) Topology() *topology.State { return a.topology }

// room is what the aggregate needs of each room to route to it.
type room interface {
	Takes(domain.Event) bool
	Evolve(domain.Recorded)
	Handles(domain.CommandData) bool
	Reads(domain.Command) []string
}

func (a *Aggregate) rooms() [14]room {
	return [...]room{
		a.topology, a.contract, a.governance, a.planning, a.commissioning, a.funding,
		a.environments, a.educators, a.placements, a.roles, a.careers, a.registrations,
		a.assurance, a.sharing,
	}
}

// Evolve implements domain.Aggregate.
func (a *Aggregate) Evolve(r domain.Recorded) {
	if e, ok := r.Event.(domain.EventVoided); ok {
		a.evolveVoided(r, e)
		return
	}
	a.voids.evolve(r)
	for _, room := range a.rooms() {
		if room.Takes(r.Event) {
			room.Evolve(r)
			return
		}
	}
	panic(fmt.Sprintf("hub: no room takes %s", r.Event.EventType()))
}

// evolveVoided keeps that an event is voided. What it added the events before
// have taken back; that a decision is open again none of them says.
func (a *Aggregate) evolveVoided(r domain.Recorded, e domain.EventVoided) {
	a.voids.evolve(r)
	if e.Type == (domain.CommissioningDecisionMade{}).EventType() {
		a.commissioning.Undecide(e.Of)
	}
}

// Fork implements domain.Aggregate.
func (a *Aggregate) Fork() domain.Aggregate {
	return &Aggregate{
		icb:      a.icb,
		topology: a.topology.Fork(), contract: a.contract.Fork(), governance: a.governance.Fork(),
		planning: a.planning.Fork(), commissioning: a.commissioning.Fork(), funding: a.funding.Fork(),
		environments: a.environments.Fork(), educators: a.educators.Fork(), placements: a.placements.Fork(),
		roles: a.roles.Fork(), careers: a.careers.Fork(), registrations: a.registrations.Fork(),
		assurance: a.assurance.Fork(), sharing: a.sharing.Fork(), voids: a.voids.fork(),
	}
}

// Merge implements domain.Aggregate.
func (a *Aggregate) Merge() {
	a.topology.Merge()
	a.contract.Merge()
	a.governance.Merge()
	a.planning.Merge()
	a.commissioning.Merge()
	a.funding.Merge()
	a.environments.Merge()
	a.educators.Merge()
	a.placements.Merge()
	a.roles.Merge()
	a.careers.Merge()
	a.registrations.Merge()
	a.assurance.Merge()
	a.sharing.Merge()
	a.voids.merge()
}

// Reads implements domain.Aggregate.
func (a *Aggregate) Reads(c domain.Command) []string {
	if data, ok := c.Data.(VoidEvent); ok {
		act, some := data.act()
		if !some {
			return nil
		}
		c.Data = act.data // no reversal reads another stream
	}
	for _, room := range a.rooms() {
		if room.Handles(c.Data) {
			return room.Reads(c)
		}
	}
	return nil
}

// Decide implements domain.Aggregate.
func (a *Aggregate) Decide(refs domain.References, c domain.Command, now time.Time, rules domain.RulesVersion) (domain.Decision, error) {
	d, err := a.route(refs, c, now, rules)
	if err != nil {
		return domain.Decision{}, err
	}
	return a.windDown(c, now, d)
}

// route has the room of a command decide it.
func (a *Aggregate) route(refs domain.References, c domain.Command, now time.Time, rules domain.RulesVersion) (domain.Decision, error) {
	if data, ok := c.Data.(VoidEvent); ok {
		return a.correct(refs, c, data, now, rules)
	}
	switch {
	case a.topology.Handles(c.Data):
		return a.topology.Decide(refs, c, a.funding)
	case a.contract.Handles(c.Data):
		return a.contract.Decide(refs, a.topology, c, now)
	case a.governance.Handles(c.Data):
		return a.governance.Decide(refs, c, now, governance.Neighbours{Hubs: a.topology, Plans: a.planning})
	case a.planning.Handles(c.Data):
		return a.planning.Decide(refs, a.topology, c, now)
	case a.commissioning.Handles(c.Data):
		return a.commissioning.Decide(refs, c, now, a.nearCommissioning())
	case a.funding.Handles(c.Data):
		return a.funding.Decide(refs, c, now, a.nearFunding())
	case a.environments.Handles(c.Data):
		return a.environments.Decide(refs, a.topology, c, now)
	case a.educators.Handles(c.Data):
		return a.educators.Decide(refs, c, now, educator.Neighbours{Hubs: a.topology, Registrations: a.registrations})
	case a.placements.Handles(c.Data):
		return a.placements.Decide(refs, c, now, placement.Neighbours{Hubs: a.topology, Environments: a.environments, Educators: a.educators})
	case a.roles.Handles(c.Data):
		return a.roles.Decide(refs, c, now, role.Neighbours{Hubs: a.topology, Registrations: a.registrations})
	case a.careers.Handles(c.Data):
		return a.careers.Decide(refs, c, now, a.topology)
	case a.registrations.Handles(c.Data):
		return a.registrations.Decide(refs, c, now)
	case a.assurance.Handles(c.Data):
		return a.assurance.Decide(refs, c, now, a.nearAssurance())
	case a.sharing.Handles(c.Data):
		return a.sharing.Decide(refs, c, now, sharing.Neighbours{Hubs: a.topology, Assurance: a.assurance, Money: a.funding})
	}
	return domain.Decision{}, fmt.Errorf("a hub's stream decides no %s", c.Data.CommandName())
}

// View implements domain.Aggregate: another hub's stream is never read by a
// decision.
func (a *Aggregate) View(int64) any { return nil }
