package http

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// shareOf is a side of a share in a list.
func shareOf(l lister, s projections.ShareBetween) (api.Share, bool) {
	status, there := s.StatusOn(l.day)
	row := api.Share{
		ID: s.ResourceShare.Share, Hub: s.Hub, Direction: string(s.Direction), Counterpart: s.Counterpart, Status: string(status),
		Findings: texts(s.FindingsOn(l.day)), Differs: list(s.DiffersOn(l.day)), Resource: s.Resource, Amount: s.Amount, Credit: s.Credit,
		From: s.From, Until: orNull(s.Until), ToldOn: s.Told, ExceedsIn: orNull(s.ExceedsIn), Reason: orNull(s.Reason),
		Transfer: orNull(s.Transfer), Seqs: s.AllSeqs(),
	}
	if s.Ended.Known() {
		row.EndedOn, row.EndReason = &s.Ended.Event.On, orNull(s.Ended.Event.Reason)
	}
	if s.Transfer != uuid.Nil {
		row.TransferStatus = new(string(s.TransferStatus()))
	}
	wanted := there && is(l.status, row.Status) && is(l.direction, row.Direction)
	return row, wanted && (l.finding == "" || slices.Contains(row.Findings, l.finding))
}

// resourceOf is a resource in a list.
func resourceOf(l lister, r projections.Resource) (api.Resource, bool) {
	e := r.Catalogued.Event
	row := api.Resource{
		ID: r.ID, Hub: r.Hub, Title: e.Title, Owner: e.Owner, OwnerName: orNull(l.m.Organisations.NameOf(e.Owner, l.n)), URI: e.URI, Scope: e.Scope,
		Tags: list(e.Tags), On: e.On, Platforms: []string{}, Published: []api.ResourcePublication{}, Seqs: r.Seqs,
	}
	for _, p := range r.PublishedBy(l.day) {
		row.Platforms = append(row.Platforms, p.Event.Platform)
		row.Published = append(row.Published, api.ResourcePublication{Platform: p.Event.Platform, URI: orNull(p.Event.URI), On: p.Event.On, Seq: p.Seq})
	}
	return row, e.On <= l.day
}
