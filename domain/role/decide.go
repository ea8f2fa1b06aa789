package role

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case ProposeRolePost, RecruitRolePost, EmbedRole, LapseRoleEmbedding, ChangeRoleFTE, EndRolePost, CreateRotationalPost, StartRotationLeg, EndRotationLeg,
		SetRoleEntitlement, ClaimReimbursement:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads.
func (s *State) Reads(c domain.Command) []string {
	switch c.Data.(type) {
	case ProposeRolePost, RecruitRolePost, CreateRotationalPost, SetRoleEntitlement:
		return []string{OrganisationsStream, NationalStream}
	case EmbedRole, ClaimReimbursement:
		return []string{NationalStream}
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

	// Where Reads names their streams.
	orgs     Organisations
	national National
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time, near Neighbours) (domain.Decision, error) {
	o := &order{s: s, k: domain.Check(c), near: near, id: c.ID, today: domain.BusinessDay(now)}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &o.orgs), domain.At(NationalStream, &o.national)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case ProposeRolePost:
		return o.propose(data)
	case RecruitRolePost:
		return o.recruit(data)
	case EmbedRole:
		return o.embed(data)
	case LapseRoleEmbedding:
		return o.lapse(data)
	case ChangeRoleFTE:
		return o.changeFTE(data)
	case EndRolePost:
		return o.endPost(data)
	case CreateRotationalPost:
		return o.rotate(data)
	case StartRotationLeg:
		return o.startLeg(data)
	case EndRotationLeg:
		return o.endLeg(data)
	case SetRoleEntitlement:
		return o.entitle(data)
	case ClaimReimbursement:
		return o.claim(data)
	}
	return domain.Decision{}, fmt.Errorf("role decides no %s", c.Data.CommandName())
}

// come holds that a day is not in the future.
func (o *order) come(day domain.Date) {
	o.k.Must(RuleFuture, day <= o.today, "%s is after today, %s; what happened should be recorded when its day has come", day, o.today)
}

// hubOf is the hub that a command names, of this ICS.
func (o *order) hubOf(id domain.HubID) domain.HubID {
	if id == "" {
		return o.s.hub
	}
	o.k.Must(RuleNamed, id.ICB() == string(o.s.hub), "%s should be a hub of %s", id, o.s.hub)
	return id
}

func (o *order) active(hub domain.HubID, day domain.Date) {
	o.k.Require(RuleHub, o.near.Hubs.ActiveOn(hub, day), "%s should be active on %s", hub, day)
}

// pcn holds that a code is that of a PCN.
func (o *order) pcn(code string) {
	class, registered := o.orgs.Class(code)
	o.k.Must(RuleNamed, registered && class == domain.ClassPCN, "%s should be registered as a PCN first", code)
}

// org holds that a code is registered, and open on a day.
func (o *order) org(code string, day domain.Date) {
	_, registered := o.orgs.Class(code)
	o.k.Must(RuleNamed, registered, "%s should be registered as an organisation first", code)
	o.open(code, day)
}

func (o *order) open(code string, day domain.Date) {
	o.k.Require(RuleOpen, o.orgs.OpenOn(code, day), "%s should be open on %s", code, day)
}

// roleType is the version of a type that counts on a day: where none does, the
// newest.
func (o *order) roleType(code string, day domain.Date, arrs bool) domain.RoleTypeDefined {
	newest, known := o.national.RoleType(code)
	o.k.Must(RuleNamed, known, "%s should be defined as a type of role first", code)
	of, valid := o.national.RoleTypeOn(code, day)
	if !valid {
		of = newest
	}
	o.k.Require(RuleType, valid, "no version of %s holds on %s; a post should be of a type that does", code, day)
	o.k.Require(RuleType, !valid || !arrs || of.ARRS, "the Additional Roles Reimbursement Scheme does not pay for %s on %s, by version %d of the type", code, day, of.Version)
	return of
}
