package demo

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/guidance"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/reference"
)

// publish records something national when it is out, or on the first day.
func (n *nation) publish(day domain.Date, data domain.CommandData) {
	n.give(max(opening, day), n.officer(), data, on(day))
}

// published is what is published nationally over the years.
func (n *nation) published() {
	n.publish(hubsOpen, guidance.NameAccountableBody{Party: hee, From: hubsOpen})
	n.publish(nhseTakes, guidance.NameAccountableBody{Party: nhse, From: nhseTakes})
	for _, g := range guidances {
		n.publish(g.EffectiveFrom, g)
	}
	for _, r := range reference.ICBs2022().Regions() {
		for _, m := range models {
			n.publish(m.from, guidance.PublishOperatingModel{School: school(r.Code), Version: m.version, EffectiveFrom: m.from})
		}
	}
	for _, r := range regulators {
		n.publish(schoolsOpen, guidance.RecordEndorsement{Body: r.code, ProcessVersion: "2020", On: schoolsOpen})
	}
	for _, h := range holidays {
		n.publish(h.PublishedOn, h)
	}
	n.publish(domain.MustDate("2017-06-01"), rate.SetThresholds{
		Scheme: interest.Scheme, From: domain.MustDate("2017-06-01"), Thresholds: coiThresholds,
		PublishedOn: domain.MustDate("2017-06-01"), SourceDoc: "Managing conflicts of interest in the NHS",
	})
	for _, t := range procurement {
		n.publish(t.PublishedOn, t)
	}
	for _, m := range matrices {
		n.publish(m.PublishedOn, m)
	}
	for _, a := range ambitions {
		n.publish(a.PublishedOn, a)
	}
	for _, p := range progress {
		n.publish(p.PublishedOn, p)
	}
	for _, l := range limits {
		n.publish(l.PublishedOn, l)
	}
	for _, t := range types {
		n.publish(t.PublishedOn, t)
	}
	for _, r := range rates {
		n.publish(r.PublishedOn, r)
	}
	n.indicators()
}

// notified are what the accountable body is told of, month by month. Two of
// three are passed on, to some of the hubs.
func (n *nation) notified() {
	r := n.random("notifications")
	for month := opening; month <= n.lastDay(); month = month.MonthEnd().AddDays(1) {
		for range 1 + r.IntN(3) {
			d := between(r, month, month.AddDays(24))
			from := pick(r, notifiers)
			id := domain.NewID(n.give(d, n.officer(), guidance.RecordNotification{
				Source: from.name, SourceClass: from.class, Subject: pick(r, notifications), On: d,
			}), "notification")
			if r.IntN(3) == 0 {
				continue
			}
			var hubs []domain.HubID
			for _, h := range n.hubs {
				if r.IntN(3) > 0 {
					hubs = append(hubs, domain.HubID(h.icb.Code))
				}
			}
			if len(hubs) > 0 {
				n.give(d.AddDays(3), n.officer(), guidance.PassNotification{Notification: id, Hubs: hubs, On: d.AddDays(3)})
			}
		}
	}
}

// nationalSum is what is given for a fund in a year over all hubs, and a hub's
// part of it: by registered patients, in whole pence, parts summing to the
// whole.
func (n *nation) nationalSum(total domain.Pence, fy domain.FinancialYear, percent int) []domain.Pence {
	for y := firstYear; y < fy; y++ {
		total += total * domain.Pence(percent) / 100
	}
	weights := make([]int64, len(n.hubs))
	for i, h := range n.hubs {
		weights[i] = h.icb.RegisteredPatients
	}
	return domain.Apportion(total, weights)
}

// holidaysOf are a year's bank holidays, as they are published first.
func holidaysOf(year int, published string, days ...int) calendar.PublishBankHolidays {
	c := calendar.PublishBankHolidays{Year: year, PublishedOn: domain.MustDate(published), SourceDoc: "UK bank holidays, England and Wales"}
	for _, d := range days {
		c.Days = append(c.Days, domain.Date(year*10000+d))
	}
	slices.Sort(c.Days)
	return c
}
