package national

import (
	"fmt"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/ambition"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/domain/maturity"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/roletype"
)

// Stream is the name of the stream of what holds for the whole nation.
const Stream = "national"

// Aggregate is what holds for the whole nation. It implements
// domain.Aggregate.
type Aggregate struct {
	guidance  *guidance.State
	rates     *rate.State
	calendar  *calendar.State
	roleTypes *roletype.State
	matrices  *maturity.State
	ambitions *ambition.State
	kpis      *kpi.State
}

// New is a nation of which nothing is recorded.
func New() *Aggregate {
	return &Aggregate{
		guidance: guidance.New(), rates: rate.New(), calendar: calendar.New(), roleTypes: roletype.New(),
		matrices: maturity.New(), ambitions: ambition.New(), kpis: kpi.New(),
	}
}

// room is what the aggregate needs of each room to route to it.
type room interface {
	Takes(domain.Event) bool
	Evolve(domain.Recorded)
	Handles(domain.CommandData) bool
	Reads(domain.Command) []string
	Decide(domain.References, domain.Command, time.Time) (domain.Decision, error)
}

func (a *Aggregate) rooms() [7]room {
	return [...]room{a.guidance, a.rates, a.calendar, a.roleTypes, a.matrices, a.ambitions, indicators{a.kpis}}
}

// Evolve implements domain.Aggregate.
func (a *Aggregate) Evolve(r domain.Recorded) {
	for _, room := range a.rooms() {
		if room.Takes(r.Event) {
			room.Evolve(r)
			return
		}
	}
	panic(fmt.Sprintf("national: no room takes %s", r.Event.EventType()))
}

// Fork implements domain.Aggregate.
func (a *Aggregate) Fork() domain.Aggregate {
	return &Aggregate{
		guidance: a.guidance.Fork(), rates: a.rates.Fork(), calendar: a.calendar.Fork(), roleTypes: a.roleTypes.Fork(),
		matrices: a.matrices.Fork(), ambitions: a.ambitions.Fork(), kpis: a.kpis.Fork(),
	}
}

// Merge implements domain.Aggregate.
func (a *Aggregate) Merge() {
	a.guidance.Merge()
	a.rates.Merge()
	a.calendar.Merge()
	a.roleTypes.Merge()
	a.matrices.Merge()
	a.ambitions.Merge()
	a.kpis.Merge()
}

// Reads implements domain.Aggregate.
func (a *Aggregate) Reads(c domain.Command) []string {
	for _, room := range a.rooms() {
		if room.Handles(c.Data) {
			return room.Reads(c)
		}
	}
	return nil
}

// Decide implements domain.Aggregate.
func (a *Aggregate) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	for _, room := range a.rooms() {
		if room.Handles(c.Data) {
			return room.Decide(refs, c, now)
		}
	}
	return domain.Decision{}, fmt.Errorf("the stream %s decides no %s", Stream, c.Data.CommandName())
}

// The parts of a View, by the room they are of.
type (
	GuidanceView = guidance.View
	RateView     = rate.View
	CalendarView = calendar.View
	RoleTypeView = roletype.View
	MaturityView = maturity.View
	AmbitionView = ambition.View
	KPIView      = kpi.View
)

// View is what holds for the whole nation, as it was known at a revision of
// its stream: what decisions of other streams may read.
type View struct {
	GuidanceView
	RateView
	CalendarView
	RoleTypeView
	MaturityView
	AmbitionView
	KPIView
}

// View implements domain.Aggregate. It is a View.
func (a *Aggregate) View(revision int64) any {
	return View{
		a.guidance.View(revision), a.rates.View(revision), a.calendar.View(revision), a.roleTypes.View(revision),
		a.matrices.View(revision), a.ambitions.View(revision), a.kpis.View(revision),
	}
}
