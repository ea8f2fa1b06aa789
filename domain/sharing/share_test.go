package sharing_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/sharing"
)

type (
	offering  = sharing.OfferResourceShare
	accepting = sharing.AcceptResourceShare
)

// A hub shares with a hub of another ICS, whose stream tells the other side.
func TestOffer(t *testing.T) {
	anew := with(offer, func(c *offering) { c.Share, c.Hub = uuid.Nil, "" })
	because := with(offer, func(c *offering) { c.ExceedsIn, c.Reason = "", "A post that is not needed until April" })
	run(t, []domaintest.Case{
		{Name: "half a nurse is lent to another ICS", When: offer, Then: []domain.Event{offered}},
		{Name: "under an id of the command, by the ICS hub", When: anew, Anew: true,
			Then: []domain.Event{with(offered, func(e *domain.ResourceShareOffered) { e.Share = domain.NewID(domaintest.CommandID, "share") })}},
		{Name: "for another reason", When: because,
			Then: []domain.Event{with(offered, func(e *domain.ResourceShareOffered) { e.ExceedsIn, e.Reason = "", because.Reason })}},
		{Name: "for ever so", Given: []domain.Event{offered}, When: with(offer, func(c *offering) { c.Amount.FTE++ }), Refused: "I-SHR-2"},
		{Name: "not under an id that was accepted", Given: []domain.Event{accepted}, When: offer, Refused: "I-SHR-2"},
		{Name: "by a hub of the ICS", When: with(offer, func(c *offering) { c.Hub = "QOP" }), Refused: "I-SHR-1"},
		{Name: "to an ICS that there is", When: with(offer, func(c *offering) { c.Counterpart = "QXX" }), Refused: "I-SHR-1"},
		{Name: "which is one", When: with(offer, func(c *offering) { c.Counterpart = "QZZ~tees" }), Refused: "I-SHR-1"},
		{Name: "and is open", When: with(offer, func(c *offering) { c.Counterpart = "QF7" }), Refused: "I-SHR-5", Prevents: true},
		{Name: "not tomorrow", When: with(offer, func(c *offering) { c.On = 20240604 }), Refused: "I-SHR-3"},
		{Name: "but for next year", When: with(offer, func(c *offering) { c.From = 20250101 }),
			Then: []domain.Event{with(offered, func(e *domain.ResourceShareOffered) { e.From = 20250101 })}},
		{Name: "by a hub that is there", When: with(because, func(c *offering) { c.Hub, c.From = "QE1~coast", 20230331 }), Refused: "I-SHR-4", Prevents: true},
		{Name: "that exceeds in what it says", When: with(offer, func(c *offering) { c.ExceedsIn = "GOVERNANCE" }), Refused: "I-SHR-7", Prevents: true},
		{Name: "and did when it offered", When: with(offer, func(c *offering) { c.On = 20240229 }), Refused: "I-SHR-7", Prevents: true},
		{Name: "by its newest assessment", When: with(offer, func(c *offering) { c.On = 20240501 }), Refused: "I-SHR-7", Prevents: true},
		{Name: "itself", When: with(offer, func(c *offering) { c.Hub = "QE1~coast" }), Refused: "I-SHR-7", Prevents: true},
		{
			Name: "what was lent by a hub that does not exceed is recorded", Happened: 20240401,
			When:     with(offer, func(c *offering) { c.ExceedsIn = "GOVERNANCE" }),
			Then:     []domain.Event{with(offered, func(e *domain.ResourceShareOffered) { e.ExceedsIn = "GOVERNANCE" })},
			Breaches: []domain.Rule{"I-SHR-7"},
		},
		{Name: "not to itself", When: with(offer, func(c *offering) { c.Counterpart = "QE1" }), Refused: "I-SHR-6"},
	}, "I-SHR-1", "I-SHR-2", "I-SHR-3", "I-SHR-4", "I-SHR-5", "I-SHR-6", "I-SHR-7")
}

// Within an ICS the offer tells both sides.
func TestWithin(t *testing.T) {
	hills := with(inside, func(c *offering) { c.Hub, c.ExceedsIn, c.Reason = "QE1~hills", "", "Free rooms" })
	run(t, []domaintest.Case{
		{Name: "the ICS hub gives places to a locality hub", When: inside, Then: []domain.Event{insideOffered, insideAccepted}},
		{Name: "and a locality hub to another", When: hills, Then: []domain.Event{
			with(insideOffered, func(e *domain.ResourceShareOffered) { e.Hub, e.ExceedsIn, e.Reason = "QE1~hills", "", "Free rooms" }),
			with(insideAccepted, func(e *domain.ResourceShareAccepted) { e.Counterpart = "QE1~hills" }),
		}},
		{Name: "that is there", When: with(inside, func(c *offering) { c.From = 20230331 }), Refused: "I-SHR-4", Prevents: true},
		{Name: "at all", When: with(inside, func(c *offering) { c.Counterpart = "QE1~moors" }), Refused: "I-SHR-4", Prevents: true},
		{Name: "nothing is accepted beside the offer", Given: []domain.Event{insideOffered, insideAccepted},
			When: with(accept, func(c *accepting) { c.Share, c.Hub, c.Counterpart = toCoast, "QE1~coast", "QE1" }), Refused: "I-SHR-6"},
		{Name: "nor without one", When: with(accept, func(c *accepting) { c.Hub, c.Counterpart = "QE1~coast", "QE1" }), Refused: "I-SHR-6"},
	}, "I-SHR-4", "I-SHR-6")
}

// A hub tells its own side of what a hub of another ICS shares.
func TestAccept(t *testing.T) {
	run(t, []domaintest.Case{
		{Name: "half a nurse comes", When: accept, Then: []domain.Event{accepted}},
		{Name: "to the ICS hub where no other is named", When: with(accept, func(c *accepting) { c.Hub = "" }), Then: []domain.Event{accepted}},
		{Name: "for ever so", Given: []domain.Event{accepted}, When: with(accept, func(c *accepting) { c.Amount.FTE++ }), Refused: "I-SHR-2"},
		{Name: "not under the id of an own offer", Given: []domain.Event{offered}, When: accept, Refused: "I-SHR-2"},
		{Name: "to a hub of the ICS", When: with(accept, func(c *accepting) { c.Hub = "QOP" }), Refused: "I-SHR-1"},
		{Name: "from an ICS that there is", When: with(accept, func(c *accepting) { c.Counterpart = "QXX" }), Refused: "I-SHR-1"},
		{Name: "and is open", When: with(accept, func(c *accepting) { c.Counterpart = "QF7~north" }), Refused: "I-SHR-5", Prevents: true},
		{Name: "not tomorrow", When: with(accept, func(c *accepting) { c.On = 20240604 }), Refused: "I-SHR-3"},
		{Name: "to a hub that is there", When: with(accept, func(c *accepting) { c.Hub, c.From = "QE1~coast", 20230331 }), Refused: "I-SHR-4", Prevents: true},
	}, "I-SHR-1", "I-SHR-2", "I-SHR-3", "I-SHR-4", "I-SHR-5")
}

// Money is shared by a transfer, or a virement, and by one only.
func TestMoney(t *testing.T) {
	later := domaintest.Named("not-sent-yet")
	back := domaintest.Named("from-the-coast")
	vired := with(giveMoney, func(c *offering) { c.Counterpart, c.Transfer = "QE1~coast", moved })
	viredOut := with(moneyGiven, func(e *domain.ResourceShareOffered) { e.Counterpart, e.Transfer = "QE1~coast", moved })
	viredIn := domain.ResourceShareAccepted{ResourceShare: with(viredOut.ResourceShare, func(s *domain.ResourceShare) {
		s.Hub, s.Counterpart, s.Direction, s.Amount = "QE1~coast", "QE1", domain.ShareIn, pounds
	}), On: 20240415}
	promised := with(moneyGiven, func(e *domain.ResourceShareOffered) { e.Transfer = later })
	ended := domain.ResourceShareEnded{ResourceShare: promised.ResourceShare, On: 20240430, Reason: "Not wanted"}
	run(t, []domaintest.Case{
		{Name: "money is given that was sent", When: giveMoney, Then: []domain.Event{moneyGiven}},
		{Name: "or will be", When: with(giveMoney, func(c *offering) { c.Transfer = later }),
			Then: []domain.Event{promised}},
		{Name: "to whom it was sent", When: with(giveMoney, func(c *offering) { c.Counterpart = "QOP" }), Refused: "I-SHR-8", Prevents: true},
		{Name: "as much as was sent", When: with(giveMoney, func(c *offering) { c.Amount.Pence-- }), Refused: "I-SHR-8", Prevents: true},
		{Name: "from whose line it was sent", When: with(giveMoney, func(c *offering) { c.Hub = "QE1~coast" }), Refused: "I-SHR-8", Prevents: true},
		{Name: "once", Given: []domain.Event{moneyGiven}, When: with(giveMoney, func(c *offering) { c.Share = toCoast }), Refused: "I-SHR-8", Prevents: true},
		{Name: "or again after it was withdrawn", Given: []domain.Event{promised, ended}, When: with(giveMoney, func(c *offering) { c.Share, c.Transfer = toCoast, later }),
			Then: []domain.Event{with(promised, func(e *domain.ResourceShareOffered) { e.Share = toCoast })}},

		{Name: "money is accepted that came", When: takeMoney, Then: []domain.Event{moneyTaken}},
		{Name: "by then", When: with(takeMoney, func(c *accepting) { c.Transfer = later }), Refused: "I-SHR-8", Prevents: true},
		{Name: "from whom it came", When: with(takeMoney, func(c *accepting) { c.Counterpart = "QOP" }), Refused: "I-SHR-8", Prevents: true},
		{Name: "as much as came", When: with(takeMoney, func(c *accepting) { c.Amount.Pence++ }), Refused: "I-SHR-8", Prevents: true},
		{Name: "once, too", Given: []domain.Event{moneyTaken}, When: with(takeMoney, func(c *accepting) { c.Share = toCoast }), Refused: "I-SHR-8", Prevents: true},
		{
			Name: "what was accepted before it came is recorded", Happened: 20240510,
			When:     with(takeMoney, func(c *accepting) { c.Transfer = later }),
			Then:     []domain.Event{with(moneyTaken, func(e *domain.ResourceShareAccepted) { e.Transfer = later })},
			Breaches: []domain.Rule{"I-SHR-8"},
		},

		{Name: "within an ICS money is vired", When: vired, Then: []domain.Event{viredOut, viredIn}},
		{Name: "before", When: with(vired, func(c *offering) { c.Transfer = later }), Refused: "I-SHR-8", Prevents: true},
		{Name: "and not back", When: with(vired, func(c *offering) { c.Transfer = wronged }), Refused: "I-SHR-8", Prevents: true},
		{Name: "from whom", When: with(vired, func(c *offering) { c.Hub, c.Counterpart = "QE1~hills", "QE1~coast" }), Refused: "I-SHR-8", Prevents: true},
		{Name: "to whom", When: with(vired, func(c *offering) { c.Counterpart = "QE1~hills" }), Refused: "I-SHR-8", Prevents: true},
		{Name: "how much", When: with(vired, func(c *offering) { c.Amount.Pence++ }), Refused: "I-SHR-8", Prevents: true},
		{Name: "once within an ICS", Given: []domain.Event{viredOut, viredIn}, When: with(vired, func(c *offering) { c.Share = back }), Refused: "I-SHR-8", Prevents: true},
	}, "I-SHR-8")
}

// Each side ends once; where both are here, they end together.
func TestEnd(t *testing.T) {
	end := sharing.EndResourceShare{Share: secondment, On: 20240930, Reason: "The post is filled"}
	ended := domain.ResourceShareEnded{ResourceShare: offered.ResourceShare, On: 20240930, Reason: "The post is filled"}
	openEnded := with(offered, func(e *domain.ResourceShareOffered) { e.Until = 0 })
	ends := func(side domain.ResourceShare, on domain.Date) domain.Event {
		return domain.ResourceShareEnded{ResourceShare: side, On: on, Reason: "The post is filled"}
	}
	on := func(day domain.Date) domain.CommandData {
		return with(end, func(c *sharing.EndResourceShare) { c.On = day })
	}
	promised := with(moneyGiven, func(e *domain.ResourceShareOffered) { e.Transfer = domaintest.Named("not-sent-yet") })
	money := with(end, func(c *sharing.EndResourceShare) { c.Share, c.On = gift, 20240430 })
	run(t, []domaintest.Case{
		{Name: "what is given ends", Given: []domain.Event{offered}, When: end, Then: []domain.Event{ended}},
		{Name: "and what is taken", Given: []domain.Event{accepted}, When: end, Then: []domain.Event{ends(accepted.ResourceShare, 20240930)}},
		{Name: "both at once within an ICS", Given: []domain.Event{insideOffered, insideAccepted}, When: with(end, func(c *sharing.EndResourceShare) { c.Share = toCoast }),
			Then: []domain.Event{ends(insideOffered.ResourceShare, 20240930), ends(insideAccepted.ResourceShare, 20240930)}},
		{Name: "on its last day", Given: []domain.Event{offered}, When: on(20250331), Then: []domain.Event{ends(offered.ResourceShare, 20250331)}},
		{Name: "and not later", Given: []domain.Event{offered}, When: on(20250401), Refused: "I-SHR-9"},
		{Name: "whenever, where none is planned", Given: []domain.Event{openEnded}, When: on(20280101), Then: []domain.Event{ends(openEnded.ResourceShare, 20280101)}},
		{Name: "before it begins", Given: []domain.Event{offered}, When: on(20240331), Then: []domain.Event{ends(offered.ResourceShare, 20240331)}},
		{Name: "and not earlier", Given: []domain.Event{offered}, When: on(20240330), Refused: "I-SHR-9"},
		{Name: "once", Given: []domain.Event{offered, ended}, When: on(20241001), Refused: "I-SHR-9"},
		{Name: "for one reason", Given: []domain.Event{offered, ended}, When: with(end, func(c *sharing.EndResourceShare) { c.Reason = "another" }), Refused: "I-SHR-9"},
		{Name: "if it was shared", When: end, Refused: "I-SHR-1"},
		{Name: "money is withdrawn before it is given", Given: []domain.Event{promised}, When: money, Then: []domain.Event{ends(promised.ResourceShare, 20240430)}},
		{Name: "and not on the day", Given: []domain.Event{promised}, When: with(money, func(c *sharing.EndResourceShare) { c.On = 20240501 }), Refused: "I-SHR-9"},
		{Name: "and not where it was sent", Given: []domain.Event{moneyGiven}, When: money, Refused: "I-SHR-9"},
		{Name: "or accepted", Given: []domain.Event{moneyTaken}, When: money, Refused: "I-SHR-9"},
	}, "I-SHR-1", "I-SHR-9")
}
