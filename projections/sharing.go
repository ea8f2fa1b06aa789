package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Sharing is what hubs give to one another, told by each of the two, and the
// resources that they point people to.
//
// No stream reads another hub's. That both tell the same is for this model to
// see.
type Sharing struct {
	things
	sides table[shareSide, domain.Event]
	of    table[string, shareSide] // by the ICB of the hub whose side it is
	moves table[moveOf, domain.Event]
}

// shareSide names one side of a share.
type shareSide struct {
	share            uuid.UUID
	hub, counterpart domain.HubID
}

// moveOf names a transfer or a virement in the stream of an ICS.
type moveOf struct {
	icb string
	id  uuid.UUID
}

// NewSharing is that of an empty log.
func NewSharing() *Sharing {
	return &Sharing{things: newThings(), sides: make(table[shareSide, domain.Event]), of: make(table[string, shareSide]), moves: make(table[moveOf, domain.Event])}
}

// Name implements Model.
func (*Sharing) Name() string { return "sharing" }

// Apply implements Model.
func (s *Sharing) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.ResourceShareOffered:
		s.tell(r, e.ResourceShare)
	case domain.ResourceShareAccepted:
		s.tell(r, e.ResourceShare)
	case domain.ResourceShareEnded:
		s.tell(r, e.ResourceShare)
	case domain.TransferSent:
		s.moves.add(moveOf{icbOf(r.Stream), e.Transfer}, r.Seq, e)
	case domain.TransferReceived:
		s.moves.add(moveOf{icbOf(r.Stream), e.Transfer}, r.Seq, e)
	case domain.BudgetVired:
		s.moves.add(moveOf{icbOf(r.Stream), e.Virement}, r.Seq, e)
	case domain.ResourceCatalogued:
		s.add(r, aResource, e.Resource)
	case domain.ResourcePublished:
		s.add(r, aResource, e.Resource)
	}
	return nil
}

func (s *Sharing) tell(r Record, of domain.ResourceShare) {
	side := shareSide{of.Share, of.Hub, of.Counterpart}
	if s.sides[side] == nil {
		s.of.add(of.Hub.ICB(), r.Seq, side)
	}
	s.sides.add(side, r.Seq, r.Event)
}

// Share is one side of a share, as its hub tells it.
type Share struct {
	domain.ResourceShare
	Told  domain.Date // day it was offered or accepted
	Ended Fact[domain.ResourceShareEnded]
	// ExceedsIn and Reason are why the hub that gives can.
	ExceedsIn, Reason string
	Seqs              []eventstore.Seq
}

// Known reports whether the side is told.
func (s Share) Known() bool { return s.Told != 0 }

func (s *Sharing) side(of shareSide, n eventstore.Seq) (one Share) {
	for seq, e := range s.sides[of].known(n) {
		one.Seqs = append(one.Seqs, seq)
		switch e := e.(type) {
		case domain.ResourceShareOffered:
			one.ResourceShare, one.Told, one.ExceedsIn, one.Reason = e.ResourceShare, e.On, e.ExceedsIn, e.Reason
		case domain.ResourceShareAccepted:
			one.ResourceShare, one.Told = e.ResourceShare, e.On
		case domain.ResourceShareEnded:
			one.Ended = fact(seq, e)
		}
	}
	return one
}

// ShareBetween is a side of a share beside what the other hub tells of it.
type ShareBetween struct {
	Share
	Other Share // not known where the other hub tells nothing of it
	// Sent is when its money left, Received when it came; of a virement both are
	// its seq, 0 where it was not.
	Sent, Received eventstore.Seq
}

// Shares are those of a hub as known at n, given and received, in the order they
// were first told there. The hub of an ICS has its locality hubs' too; of a share
// between two of them, both sides.
func (s *Sharing) Shares(hub domain.HubID, n eventstore.Seq) (shares []ShareBetween) {
	for _, of := range s.of[hub.ICB()].known(n) {
		one := ShareBetween{Share: s.side(of, n)}
		if !one.Known() || hub.IsLocality() && of.hub != hub {
			continue
		}
		one.Other = s.side(shareSide{of.share, of.counterpart, of.hub}, n)
		one.Sent, one.Received = s.moved(one.Share, n)
		shares = append(shares, one)
	}
	return shares
}

// moved is when the money of a share left and came.
func (s *Sharing) moved(one Share, n eventstore.Seq) (sent, received eventstore.Seq) {
	giver, taker := one.Hub.ICB(), one.Counterpart.ICB()
	if one.Direction == domain.ShareIn {
		giver, taker = taker, giver
	}
	for seq, e := range s.moves[moveOf{giver, one.Transfer}].known(n) {
		switch e.(type) {
		case domain.TransferSent:
			sent = seq
		case domain.BudgetVired:
			if giver == taker {
				sent, received = seq, seq
			}
		}
	}
	for seq, e := range s.moves[moveOf{taker, one.Transfer}].known(n) {
		if _, came := e.(domain.TransferReceived); came {
			received = seq
		}
	}
	return sent, received
}

// TransferStatus is how far the money of a share is.
type TransferStatus string

// The statuses.
const (
	TransferNotSent  TransferStatus = "NOT_SENT"
	TransferSent     TransferStatus = "SENT"
	TransferReceived TransferStatus = "RECEIVED"
)

// TransferStatus is how far the transfer or virement is that the share names.
func (s ShareBetween) TransferStatus() TransferStatus {
	switch {
	case s.Received > 0:
		return TransferReceived
	case s.Sent > 0:
		return TransferSent
	}
	return TransferNotSent
}

// ShareStatus is how far a side of a share is.
type ShareStatus string

// The statuses. What is offered is not shared before the other hub accepts it;
// money is given once.
const (
	ShareOffered   ShareStatus = "OFFERED"
	ShareFuture    ShareStatus = "FUTURE"
	ShareRunning   ShareStatus = "RUNNING"
	ShareGiven     ShareStatus = "GIVEN"
	ShareEnded     ShareStatus = "ENDED"
	ShareWithdrawn ShareStatus = "WITHDRAWN"
)

// ShareStatuses are all of them.
var ShareStatuses = []ShareStatus{ShareOffered, ShareFuture, ShareRunning, ShareGiven, ShareEnded, ShareWithdrawn}

// StatusOn is the side's status on a day, and false where it was not told by
// then.
func (s ShareBetween) StatusOn(day domain.Date) (ShareStatus, bool) {
	there := s.Told <= day
	ended := s.Ended.Known() && s.Ended.Event.On < day
	switch {
	case ended && s.Ended.Event.On < s.From:
		return ShareWithdrawn, there
	case ended, !s.Until.IsZero() && s.Until < day:
		return ShareEnded, there
	case s.Direction == domain.ShareOut && !s.acceptedOn(day):
		return ShareOffered, there
	case day < s.From:
		return ShareFuture, there
	case s.Amount.Pence != 0:
		return ShareGiven, there
	}
	return ShareRunning, there
}

func (s ShareBetween) acceptedOn(day domain.Date) bool { return s.Other.Known() && s.Other.Told <= day }

// ShareFinding is what does not fit together in a share.
type ShareFinding string

// The findings.
const (
	// ShareOneSided: the other hub's stream tells nothing of it.
	ShareOneSided ShareFinding = "ONE_SIDED"
	// ShareMismatched: the two hubs tell different things of it.
	ShareMismatched ShareFinding = "MISMATCHED"
	// ShareNotSent: it names a transfer that was never sent.
	ShareNotSent ShareFinding = "TRANSFER_NOT_SENT"
)

// ShareFindings are all of them.
var ShareFindings = []ShareFinding{ShareOneSided, ShareMismatched, ShareNotSent}

// FindingsOn are what does not fit together on a day. A share that was withdrawn
// before it was accepted, and whose transfer never had to be sent, has none.
func (s ShareBetween) FindingsOn(day domain.Date) (found []ShareFinding) {
	status, _ := s.StatusOn(day)
	if !s.acceptedOn(day) && status != ShareWithdrawn {
		found = append(found, ShareOneSided)
	}
	if len(s.DiffersOn(day)) > 0 {
		found = append(found, ShareMismatched)
	}
	if s.Transfer != uuid.Nil && s.Sent == 0 && status != ShareWithdrawn {
		found = append(found, ShareNotSent)
	}
	return found
}

// DiffersOn is what the two hubs tell differently by a day: amount, credit, from,
// until, transfer, or on which day it ended.
func (s ShareBetween) DiffersOn(day domain.Date) (what []string) {
	if !s.acceptedOn(day) {
		return nil
	}
	ended := func(one Share) domain.Date {
		if one.Ended.Known() && one.Ended.Event.On < day {
			return one.Ended.Event.On
		}
		return 0
	}
	for _, d := range []struct {
		name    string
		differs bool
	}{
		{"amount", s.Amount != s.Other.Amount.Opposite()}, {"credit", s.Credit != s.Other.Credit}, {"from", s.From != s.Other.From},
		{"until", s.Until != s.Other.Until}, {"transfer", s.Transfer != s.Other.Transfer}, {"ended", ended(s.Share) != ended(s.Other)},
	} {
		if d.differs {
			what = append(what, d.name)
		}
	}
	return what
}

// AllSeqs are those of both sides and of the money, in their order.
func (s ShareBetween) AllSeqs() []eventstore.Seq {
	return SeqsOf(s.Seqs, s.Other.Seqs, []eventstore.Seq{s.Sent, s.Received})
}
