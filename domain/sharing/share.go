package sharing

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// within reports whether both sides of a share are of this ICS.
func (o *order) within(s domain.ResourceShare) bool { return s.Counterpart.ICB() == string(o.s.hub) }

func (o *order) offer(data OfferResourceShare) (domain.Decision, error) {
	e := domain.ResourceShareOffered{
		ResourceShare: domain.ResourceShare{
			Share: domain.IDOf(data.Share, o.id, "share"), Hub: o.own(data.Hub), Counterpart: data.Counterpart, Direction: domain.ShareOut,
			Resource: data.Resource, Amount: data.Amount.Opposite(), Credit: data.Credit, From: data.From, Until: data.Until, Transfer: data.Transfer,
		},
		ExceedsIn: data.ExceedsIn, Reason: data.Reason, On: data.On,
	}
	before, known := o.s.shares.Get(e.Share)
	if before.offered == e {
		return o.k.Decide()
	}
	o.new(e.Share, known)
	o.k.Must(RuleSides, e.Counterpart != e.Hub, "%s should share with another hub than itself", e.Hub)
	o.come(e.On)
	o.active(e.Hub, e.From)
	if e.ExceedsIn != "" {
		o.k.Require(RuleExceeds, o.near.Assurance.ExceedsIn(e.Hub, e.ExceedsIn, e.On),
			"%s should exceed in %s by its newest assessment of maturity up to %s; where it shares for another reason, reason alone should say which", e.Hub, e.ExceedsIn, e.On)
	}
	if !o.within(e.ResourceShare) {
		o.other(e.ResourceShare)
		o.money(e.ResourceShare, o.sent)
		return o.k.Decide(e)
	}
	o.active(e.Counterpart, e.From)
	o.money(e.ResourceShare, o.vired)
	return o.k.Decide(e, domain.ResourceShareAccepted{ResourceShare: opposite(e.ResourceShare), On: e.On})
}

// opposite is the other side of a share.
func opposite(s domain.ResourceShare) domain.ResourceShare {
	s.Hub, s.Counterpart, s.Amount, s.Direction = s.Counterpart, s.Hub, s.Amount.Opposite(), domain.ShareIn
	return s
}

func (o *order) accept(data AcceptResourceShare) (domain.Decision, error) {
	e := domain.ResourceShareAccepted{
		ResourceShare: domain.ResourceShare{
			Share: data.Share, Hub: o.own(data.Hub), Counterpart: data.Counterpart, Direction: domain.ShareIn,
			Resource: data.Resource, Amount: data.Amount, Credit: data.Credit, From: data.From, Until: data.Until, Transfer: data.Transfer,
		},
		On: data.On,
	}
	before, known := o.s.shares.Get(e.Share)
	if before.accepted == e {
		return o.k.Decide()
	}
	o.k.Must(RuleSides, !o.within(e.ResourceShare), "%s is of the same ICS as %s; there the offer records both sides", e.Counterpart, e.Hub)
	o.new(e.Share, known)
	o.come(e.On)
	o.active(e.Hub, e.From)
	o.other(e.ResourceShare)
	o.money(e.ResourceShare, o.received)
	return o.k.Decide(e)
}

// other holds that the hub on the other side is one of another ICS there is.
// Whether that hub is active its own stream knows.
func (o *order) other(s domain.ResourceShare) {
	icb := s.Counterpart.ICB()
	class, registered := o.orgs.Class(icb)
	o.k.Must(RuleNamed, registered && class == domain.ClassICB, "%s, of whose ICS %s is a hub, should be registered as an ICB", icb, s.Counterpart)
	o.k.Require(RuleOpen, o.orgs.OpenOn(icb, s.From), "%s, of whose ICS %s is a hub, should be open on %s", icb, s.Counterpart, s.From)
}

// sent holds that the transfer of a share, where it is sent already, is that of
// its money. It may also be sent later: the share is a promise until then.
func (o *order) sent(s domain.ResourceShare) {
	t, known := o.near.Money.Sent(s.Transfer)
	o.k.Require(RuleMoney, !known || t.To == s.Counterpart.ICB() && t.Line.Hub == local(s.Hub) && t.Pence == -s.Amount.Pence,
		"transfer %s goes from the line %s to %s with %s pounds; the share should be of that", s.Transfer, t.Line, t.To, t.Pence)
}

// received holds that the money of a share has come.
func (o *order) received(s domain.ResourceShare) {
	t, known := o.near.Money.Received(s.Transfer)
	o.k.Require(RuleMoney, known && t.From == s.Counterpart.ICB() && t.Pence == s.Amount.Pence,
		"transfer %s should be received from %s with %s pounds before they are accepted", s.Transfer, s.Counterpart.ICB(), s.Amount.Pence)
}

// vired holds that the money of a share within the ICS has moved.
func (o *order) vired(s domain.ResourceShare) {
	v, known := o.near.Money.Vired(s.Transfer)
	o.k.Require(RuleMoney, known && v.From.Hub == local(s.Hub) && v.To.Hub == local(s.Counterpart) && v.Pence == -s.Amount.Pence,
		"virement %s should move %s pounds from a line of %s to one of %s before they are shared; between two locality hubs money goes through the ICS hub, in two shares",
		s.Transfer, -s.Amount.Pence, s.Hub, s.Counterpart)
}

// money holds that the money of a share, if it is of money, is that which goes
// by its transfer, and that it is of no other share.
func (o *order) money(s domain.ResourceShare, moves func(domain.ResourceShare)) {
	if s.Amount.Pence == 0 {
		return
	}
	other, _ := o.s.moneyOf.Get(s.Transfer)
	o.k.Require(RuleMoney, other == uuid.Nil, "the money of %s is shared already, by share %s; another should have a transfer of its own", s.Transfer, other)
	moves(s)
}

// local is how a fund line names its hub: empty for the ICS hub.
func local(hub domain.HubID) domain.HubID {
	if hub.IsLocality() {
		return hub
	}
	return ""
}

func (o *order) end(data EndResourceShare) (domain.Decision, error) {
	one, known := o.s.shares.Get(data.Share)
	if !known {
		o.k.Must(RuleNamed, false, "share %s should be offered or accepted before it ends", data.Share)
		return o.k.Decide()
	}
	if one.ended.On == data.On && one.ended.Reason == data.Reason {
		return o.k.Decide()
	}
	o.k.Must(RuleEnd, one.ended.Share == uuid.Nil, "share %s ended on %s; that is so once", data.Share, one.ended.On)
	var events []domain.Event
	for _, side := range one.sides() {
		first := side.From.AddDays(-1)
		o.k.Must(RuleEnd, first <= data.On && (side.Until.IsZero() || data.On <= side.Until),
			"share %s is from %s%s; its last day should be one of those or the day before, not %s", side.Share, side.From, until(side.Until), data.On)
		if side.Amount.Pence != 0 {
			_, sent := o.near.Money.Sent(side.Transfer)
			o.k.Must(RuleEnd, !sent && one.accepted.Share == uuid.Nil, "share %s is of money that is given already; it should stay, and what is given back be another share", side.Share)
			o.k.Must(RuleEnd, data.On == first, "share %s is of money, given on %s; it should end the day before or not at all, not on %s", side.Share, side.From, data.On)
		}
		events = append(events, domain.ResourceShareEnded{ResourceShare: side, On: data.On, Reason: data.Reason})
	}
	return o.k.Decide(events...)
}

func until(day domain.Date) string {
	if day.IsZero() {
		return ""
	}
	return " until " + day.String()
}
