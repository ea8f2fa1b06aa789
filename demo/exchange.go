package demo

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/sharing"
)

// exchange is what the hub shares with others in a year, and what it points people
// to.
func (h *hub) exchange(fy domain.FinancialYear) {
	if h.index%5 == 0 && h.index+1 < len(h.n.hubs) { // somebody works for the next hub too
		other := h.n.hubs[h.index+1]
		d := workday(day(fy, 8, 22))
		o := h.offering(other, d)
		o.Amount, o.From, o.Until = domain.ShareAmount{FTE: domain.OneFTE * 2 / 5}, d.AddDays(10), fy.Last()
		if fy > firstYear+2 && h.index%2 == 0 { // by the assessment of the year before
			o.ExceedsIn, o.Reason = educators, ""
		}
		o.Share = domain.NewID(h.give(d, h.manager, o), "share")
		other.give(d.AddDays(6), other.manager, accepting(h, o, d.AddDays(6)))
		if h.index%10 == 0 { // sooner than planned
			end := sharing.EndResourceShare{Share: o.Share, On: day(fy, 1, 31), Reason: "the post is needed at home"}
			h.give(end.On.AddDays(3), h.manager, end)
			other.give(end.On.AddDays(5), other.manager, end)
		}
	}
	if h.index%4 == 1 { // one locality hub has places for another
		d := workday(day(fy, 9, 5))
		h.give(d, h.manager, sharing.OfferResourceShare{
			Hub: h.localities[0], Counterpart: h.localities[1], Resource: "Places on a course in wound care", Amount: domain.ShareAmount{Places: int64(4 + h.luck.IntN(9))},
			Credit: domain.CreditBeneficiary, Reason: "fewer came than were expected", From: d, Until: d.AddDays(90), On: d,
		})
	}
	for i := range 3 {
		r := resources[(h.index+int(fy)+i)%len(resources)]
		d := workday(day(fy, 5+3*i, 8).AddDays(h.luck.IntN(20)))
		id := domain.NewID(h.give(d, h.lead, h.pointing(r.title, r.tag, r.scope, d)), "resource")
		if i < 2 {
			h.give(d.AddDays(7), h.lead, sharing.PublishResource{Resource: id, Platform: []string{"LEARNING_HUB", "EDUCATOR_HUB"}[i], On: d.AddDays(7)})
		}
	}
}

// offering is something for another hub, from a day on.
func (h *hub) offering(other *hub, d domain.Date) sharing.OfferResourceShare {
	return sharing.OfferResourceShare{
		Counterpart: domain.HubID(other.icb.Code), Resource: "An educator lead, two days a week", Amount: domain.ShareAmount{FTE: domain.OneFTE / 5},
		Credit: domain.CreditDeliverer, Reason: "the team there is not complete", From: d, On: d,
	}
}

// accepting is the other side of what a hub offers.
func accepting(from *hub, o sharing.OfferResourceShare, d domain.Date) sharing.AcceptResourceShare {
	return sharing.AcceptResourceShare{
		Share: o.Share, Counterpart: domain.HubID(from.icb.Code), Resource: o.Resource, Amount: o.Amount, Credit: o.Credit, From: o.From, Until: o.Until, Transfer: o.Transfer, On: d,
	}
}

// pointing points people to something to learn from.
func (h *hub) pointing(title, tag string, scope domain.Scope, d domain.Date) sharing.CatalogueResource {
	owner := h.hostOn(d)
	if scope == domain.ScopeNational {
		owner = accountable(d)
	}
	return sharing.CatalogueResource{
		Title: title, Owner: owner, URI: fmt.Sprintf("https://%s.training-hub.example/%d", strings.ToLower(h.icb.Code), d), Scope: scope, Tags: []string{tag}, On: d,
	}
}

// shareMoney is the share that a transfer to another hub is.
func (h *hub) shareMoney(other *hub, transfer uuid.UUID, pence domain.Pence, sent, received domain.Date) {
	o := h.offering(other, sent)
	o.Resource, o.Amount, o.Transfer = "Money for one placement team for both", domain.ShareAmount{Pence: pence}, transfer
	o.Share = domain.NewID(h.give(sent.AddDays(1), h.manager, o), "share")
	other.give(received.AddDays(1), other.manager, accepting(h, o, received.AddDays(1)))
}
