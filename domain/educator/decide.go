package educator

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case RecordEducatorTraining, ApproveEducator, LapseEducatorApproval, WithdrawEducator:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	if _, ok := c.Data.(ApproveEducator); ok {
		return []string{NationalStream, OrganisationsStream}
	}
	return nil
}

// order is a command that is being decided.
type order struct {
	s     *State
	k     *domain.Checks
	near  Neighbours
	id    uuid.UUID // of the command
	today domain.Date
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, near Neighbours) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), near: near, id: c.ID, today: domain.BusinessDay(now)}
	switch data := c.Data.(type) {
	case RecordEducatorTraining:
		return o.train(data)
	case ApproveEducator:
		var nation National
		var orgs Organisations
		if err := domain.TakeViews(refs, s.Reads(c), domain.At(NationalStream, &nation), domain.At(OrganisationsStream, &orgs)); err != nil {
			return domain.Decision{}, err
		}
		return o.approve(data, nation, orgs)
	case LapseEducatorApproval:
		return o.lapse(data)
	case WithdrawEducator:
		return o.withdraw(data)
	}
	return domain.Decision{}, fmt.Errorf("educator decides no %s", c.Data.CommandName())
}

func (o *order) train(data RecordEducatorTraining) (domain.Decision, error) {
	e := domain.EducatorTrained(data)
	e.Hub = o.hubOf(data.Hub)
	if _, known := o.s.trained.Get(e); known {
		return o.k.Decide()
	}
	o.by(e.Hub, e.On)
	return o.k.Decide(e)
}

func (o *order) approve(data ApproveEducator, nation National, orgs Organisations) (domain.Decision, error) {
	e := domain.EducatorApproved{
		Approval: domain.IDOf(data.Approval, o.id, "approval"), Person: data.Person, Hub: o.hubOf(data.Hub), Kind: data.Kind,
		Professions: slices.Sorted(slices.Values(data.Professions)), From: data.From, To: data.To, By: data.By, Regulator: data.Regulator, On: data.On,
	}
	before, known := o.s.approvals.Get(e.Approval)
	e.CheckedOn = before.approved.CheckedOn // a check that came since changes nothing
	if known && reflect.DeepEqual(before.approved, e) {
		return o.k.Decide()
	}
	o.k.Must(RuleIdentity, !known, "%s is recorded otherwise already; what differs should have an id of its own", e.Approval)
	_, registered := orgs.Class(e.By)
	o.k.Must(RuleNamed, registered, "%s should be registered as an organisation first", e.By)
	o.k.Require(RuleOpen, orgs.OpenOn(e.By, e.On), "%s should be open on %s", e.By, e.On)
	o.by(e.Hub, e.On)
	o.once(e)
	o.k.Require(RuleBegin, e.On <= e.From, "an approval given on %s should not begin before, on %s", e.On, e.From)
	e.CheckedOn = o.checked(e, nation)
	return o.k.Decide(e)
}

// once holds that the person has no approval of the kind for a profession on a
// day of a new one.
func (o *order) once(e domain.EducatorApproved) {
	of, _ := o.s.educators.Get(e.Person)
	for _, id := range of.approvals {
		a, _ := o.s.approvals.Get(id)
		shared := slices.ContainsFunc(e.Professions, func(p string) bool { return slices.Contains(a.approved.Professions, p) })
		meets := a.approved.From <= e.To && e.From <= a.last
		o.k.Must(RuleOnce, a.approved.Kind != e.Kind || !shared || !meets, "%s is %s by approval %s from %s to %s; another for the same professions should be for other days",
			e.Person, e.Kind, id, a.approved.From, a.last)
	}
}

// checked is the day of the check that an approval stands on, 0 where it needs
// none.
func (o *order) checked(e domain.EducatorApproved, nation National) domain.Date {
	if e.Regulator == "" {
		return 0
	}
	limit, published := nation.ThresholdOn(Scheme, KeyCheckedWithin, e.On)
	o.k.Require(RuleChecked, published && limit.Unit == domain.UnitMonths, "it should be published for %s, as %s of %s in months, how old a check of a register may be",
		e.On, KeyCheckedWithin, Scheme)
	day, registered := o.near.Registrations.Checked(e.Person, e.Regulator, e.On)
	o.k.Require(RuleChecked, registered, "a check should have found %s on the register of the %s by %s", e.Person, e.Regulator, e.On)
	if !registered {
		return 0
	}
	months := int(min(limit.Amount, maxMonths))
	o.k.Require(RuleChecked, !published || e.On <= day.AddMonths(months), "%s was found on the register of the %s on %s; a check should not be older than %d months on %s",
		e.Person, e.Regulator, day, months, e.On)
	return day
}

// maxMonths keeps the end of any limit in the calendar.
const maxMonths = 1200

func (o *order) lapse(data LapseEducatorApproval) (domain.Decision, error) {
	a, known := o.s.approvals.Get(data.Approval)
	e := domain.EducatorApprovalLapsed{Approval: data.Approval, Person: a.approved.Person, Kind: a.approved.Kind, On: data.On, Reason: data.Reason}
	if a.lapsed == e {
		return o.k.Decide()
	}
	o.k.Must(RuleNamed, known, "approval %s should be recorded before it lapses", e.Approval)
	o.k.Must(RuleLapse, a.lapsed.On.IsZero(), "approval %s lapsed on %s; that is so once", e.Approval, a.lapsed.On)
	o.k.Must(RuleLapse, a.approved.From.AddDays(-1) <= e.On && e.On <= a.last, "approval %s holds from %s to %s; its last day should not be %s",
		e.Approval, a.approved.From, a.last, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

func (o *order) withdraw(data WithdrawEducator) (domain.Decision, error) {
	e := domain.EducatorWithdrawn(data)
	of, known := o.s.educators.Get(e.Person)
	if of.withdrawn == e {
		return o.k.Decide()
	}
	o.k.Must(RuleNamed, known, "%s should be approved as an educator before they withdraw", e.Person)
	o.k.Must(RuleWithdrawn, of.since, "%s withdrew on %s, and has no approval since", e.Person, of.withdrawn.On)
	o.k.Must(RuleWithdrawn, of.newest <= e.On, "%s was approved on %s; they should not withdraw before, on %s", e.Person, of.newest, e.On)
	o.come(e.On)
	return o.k.Decide(e)
}

// by holds that something is done by an active hub, on a day that has come.
func (o *order) by(hub domain.HubID, day domain.Date) {
	o.come(day)
	o.k.Require(RuleHub, o.near.Hubs.ActiveOn(hub, day), "%s should be active on %s", hub, day)
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; it should be recorded when its day has come", day, o.today)
}

// hubOf is the hub that a command names, of this ICS.
func (o *order) hubOf(id domain.HubID) domain.HubID {
	if id == "" {
		return o.s.hub
	}
	o.k.Must(RuleNamed, id.ICB() == string(o.s.hub), "%s should be a hub of %s", id, o.s.hub)
	return id
}
