package sharing_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/sharing"
)

// nation is three ICSs that share with one another, each with a stream of its
// own that knows nothing of the others.
type nation struct {
	t        *rapid.T
	r        *rand.Rand
	hubs     map[string]domain.Aggregate
	log      []domain.Event                // of all streams
	open     []sharing.AcceptResourceShare // on offer, as the other side would accept it
	both     []uuid.UUID                   // shares that both sides have told
	of       map[uuid.UUID][]string        // whose streams tell of a share
	n        byte
	recorded map[string]int
	refused  map[domain.Rule]int
}

var (
	icbs     = []string{"QE1", "QHM", "QOP"}
	firstDay = domain.Date(20240401)
	days     = 30
)

func newNation(t *rapid.T, recorded map[string]int, refused map[domain.Rule]int) *nation {
	n := &nation{
		t: t, r: rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)), hubs: make(map[string]domain.Aggregate),
		of: make(map[uuid.UUID][]string), recorded: recorded, refused: refused,
	}
	for _, icb := range icbs {
		n.hubs[icb] = newHub(icb)
	}
	return n
}

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

func (n *nation) day() domain.Date { return firstDay.AddDays(n.r.IntN(days)) }

// hub is one of the hubs of an ICS.
func (n *nation) hub(icb string) domain.HubID {
	return domain.HubID(icb) + pick(n.r, []domain.HubID{"", "~coast", "~hills"})
}

// do gives a command to an ICS, and reports whether it recorded something.
func (n *nation) do(icb string, data domain.CommandData) bool {
	n.n++
	d, err := n.hubs[icb].Decide(domainRefs, domain.Command{ID: uuid.UUID{0: 0xcc, 15: n.n}, Data: data}, time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC), domain.CurrentRules)
	var refusal *domain.Refusal
	switch {
	case errors.As(err, &refusal):
		n.refused[refusal.Rule]++
	case err != nil:
		n.t.Fatal(err)
	}
	for _, draft := range d.Drafts {
		n.hubs[icb].Evolve(domain.Recorded{Event: draft.Event})
		n.log = append(n.log, draft.Event)
		n.recorded[draft.Event.EventType()]++
	}
	return len(d.Drafts) > 0
}

// domainRefs gives out every stream that there is.
var domainRefs = views(streams())

type views domaintest.Streams

func (v views) View(stream string) any { return v[stream] }

// offer shares something at random, some of it within an ICS.
func (n *nation) offer() {
	from, to := pick(n.r, icbs), pick(n.r, icbs)
	n.n++
	c := sharing.OfferResourceShare{
		Share: uuid.UUID{0: 0x5a, 15: n.n}, Hub: n.hub(from), Counterpart: n.hub(to), Resource: "Something", Credit: domain.CreditDeliverer,
		Reason: "Some is left", From: n.day(), On: firstDay,
	}
	if n.r.IntN(4) == 0 && len(n.both) > 0 {
		if known := pick(n.r, n.both); slices.Contains(n.of[known], from) {
			c.Share = known // which says something else
		}
	}
	switch n.r.IntN(3) {
	case 0:
		c.Amount.FTE = domain.FTE(1 + n.r.IntN(int(domain.OneFTE)))
	case 1:
		c.Amount.Places = int64(1 + n.r.IntN(20))
	case 2:
		c.Amount.Pence, c.Transfer = domain.Pence(1+n.r.IntN(100_000)), uuid.UUID{0: 0x7a, 15: n.n}
		if c.Hub.ICB() == c.Counterpart.ICB() || n.r.IntN(2) == 0 {
			n.move(c)
		}
	}
	if n.r.IntN(2) == 0 && c.Amount.Pence == 0 {
		c.Until = c.From.AddDays(n.r.IntN(days))
	}
	switch {
	case !n.do(from, c):
	case from == to:
		n.both, n.of[c.Share] = append(n.both, c.Share), []string{from}
	default:
		n.open = append(n.open, sharing.AcceptResourceShare{
			Share: c.Share, Hub: c.Counterpart, Counterpart: c.Hub, Resource: c.Resource, Amount: c.Amount, Credit: c.Credit, From: c.From, Until: c.Until,
			Transfer: c.Transfer, On: firstDay,
		})
		n.of[c.Share] = []string{from, to}
	}
}

// move moves the money of a share, most times as it should. What an ICS offers
// to another may move before it is told, or after.
func (n *nation) move(c sharing.OfferResourceShare) {
	from, to := n.funds(c.Hub), n.funds(c.Counterpart)
	pence := c.Amount.Pence + domain.Pence(n.r.IntN(8)/7)
	lineOf := func(hub domain.HubID) domain.FundLine {
		line := cpd
		if hub.IsLocality() {
			line.Hub = hub
		}
		return line
	}
	if c.Hub.ICB() == c.Counterpart.ICB() {
		from.Evolve(domain.Recorded{Event: domain.BudgetVired{Virement: c.Transfer, From: lineOf(c.Hub), To: lineOf(c.Counterpart), Pence: pence}})
		return
	}
	from.Evolve(domain.Recorded{Event: domain.TransferSent{Transfer: c.Transfer, Line: lineOf(c.Hub), To: c.Counterpart.ICB(), Pence: pence}})
	to.Evolve(domain.Recorded{Event: domain.TransferReceived{Transfer: c.Transfer, Line: cpd, From: c.Hub.ICB(), Pence: pence}})
}

func (n *nation) funds(of domain.HubID) *funding.State {
	return n.hubs[of.ICB()].(hub).near.Money.(*funding.State)
}

// accept takes something that is on offer.
func (n *nation) accept() {
	if len(n.open) == 0 {
		return
	}
	at := n.r.IntN(len(n.open))
	c := n.open[at]
	if _, sent := n.funds(c.Counterpart).Sent(c.Transfer); c.Amount.Pence > 0 && !sent {
		n.move(sharing.OfferResourceShare{Hub: c.Counterpart, Counterpart: c.Hub, Amount: c.Amount, Transfer: c.Transfer})
	}
	if n.do(c.Hub.ICB(), c) {
		n.both = append(n.both, c.Share)
		n.open = slices.Delete(n.open, at, at+1)
	}
}

// end ends a share in all streams that tell of it, on one day: whoever ends it
// tells the other side.
func (n *nation) end() {
	if len(n.both) == 0 {
		return
	}
	c := sharing.EndResourceShare{Share: pick(n.r, n.both), On: n.day().AddDays(-1), Reason: "Over"}
	for _, icb := range n.of[c.Share] {
		n.do(icb, c)
	}
}

// withdraw ends all that is on offer, before it began: all but money that was
// sent, which is told whatever it is.
func (n *nation) withdraw() {
	n.open = slices.DeleteFunc(n.open, func(c sharing.AcceptResourceShare) bool {
		_, sent := n.funds(c.Counterpart).Sent(c.Transfer)
		ended := n.do(c.Counterpart.ICB(), sharing.EndResourceShare{Share: c.Share, On: c.From.AddDays(-1), Reason: "Nobody wants it"})
		if ended == sent {
			n.t.Fatalf("%+v is on offer, its money sent: %t; withdrawn: %t", c, sent, ended)
		}
		return ended
	})
}

// sums is what all streams together say is given and taken on a day, and by
// whom, told from the events alone.
func (n *nation) sums(day domain.Date) (all domain.ShareAmount, byShare map[uuid.UUID]domain.ShareAmount) {
	byShare = make(map[uuid.UUID]domain.ShareAmount)
	for _, e := range n.log {
		var s domain.ResourceShare
		switch e := e.(type) {
		case domain.ResourceShareOffered:
			s = e.ResourceShare
		case domain.ResourceShareAccepted:
			s = e.ResourceShare
		default:
			continue
		}
		last := s.Until
		for _, later := range n.log {
			if e, ok := later.(domain.ResourceShareEnded); ok && e.Share == s.Share && e.Direction == s.Direction {
				last = e.On
				if e.ResourceShare != s {
					n.t.Fatalf("the end of %+v says %+v", s, e)
				}
			}
		}
		withdrawn := !last.IsZero() && last < s.From
		counts := s.From <= day && (last.IsZero() || day <= last)
		sum := byShare[s.Share]
		if counts {
			sum.FTE, all.FTE = sum.FTE+s.Amount.FTE, all.FTE+s.Amount.FTE
			sum.Places, all.Places = sum.Places+s.Amount.Places, all.Places+s.Amount.Places
		}
		if !withdrawn {
			sum.Pence, all.Pence = sum.Pence+s.Amount.Pence, all.Pence+s.Amount.Pence
		}
		byShare[s.Share] = sum
	}
	return all, byShare
}

// Whatever hubs share, on every day both sides of a share sum to zero, and so
// does the nation but for what nobody has accepted yet.
func TestSharesNetToZero(t *testing.T) {
	recorded, refused := make(map[string]int), make(map[domain.Rule]int)
	most := 0
	rapid.Check(t, func(t *rapid.T) {
		n := newNation(t, recorded, refused)
		for range rapid.IntRange(1, 40).Draw(t, "orders") {
			switch n.r.IntN(5) {
			case 0, 1:
				n.offer()
			case 2, 3:
				n.accept()
			case 4:
				n.end()
			}
		}
		most = max(most, len(n.both))
		n.hold()
		n.withdraw()
		n.hold()
	})
	for _, typ := range []string{"ResourceShareOffered", "ResourceShareAccepted", "ResourceShareEnded"} {
		if recorded[typ] == 0 {
			t.Errorf("no %s was recorded, among %v", typ, recorded)
		}
	}
	for _, rule := range []domain.Rule{sharing.RuleIdentity, sharing.RuleSides, sharing.RuleMoney, sharing.RuleEnd} {
		if refused[rule] == 0 {
			t.Errorf("nothing was refused by %s, among %v", rule, refused)
		}
	}
	if most < 5 {
		t.Errorf("at most %d shares had two sides", most)
	}
}

func (n *nation) hold() {
	for i := -1; i <= 2*days; i++ {
		day := firstDay.AddDays(i)
		all, byShare := n.sums(day)
		var open domain.ShareAmount
		for share, sum := range byShare {
			if slices.ContainsFunc(n.open, func(c sharing.AcceptResourceShare) bool { return c.Share == share }) {
				open.FTE, open.Places, open.Pence = open.FTE+sum.FTE, open.Places+sum.Places, open.Pence+sum.Pence
				if sum.FTE > 0 || sum.Places > 0 || sum.Pence > 0 {
					n.t.Fatalf("share %s is on offer and somebody has %+v of it on %s", share, sum, day)
				}
			} else if sum != (domain.ShareAmount{}) {
				n.t.Fatalf("the sides of share %s sum to %+v on %s", share, sum, day)
			}
		}
		if all != open {
			n.t.Fatalf("the nation sums to %+v on %s, and %+v is on offer", all, day, open)
		}
	}
}
