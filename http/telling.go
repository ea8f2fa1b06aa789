package http

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// tell is the decision with everything about it.
func (d *dossier) tell() api.DecisionDetail {
	out := api.DecisionDetail{
		Decision: d.row, Stream: eventstore.StreamID(wire.Stream(wire.KindHub, d.decision.ICB)), Opened: d.entries[d.decision.Opened.Seq],
		People: d.people(), Outcomes: each(d.decision.Made, d.outcome), Quotations: each(d.decision.Quotations, d.quotation),
		Agreed: each(d.decision.Agreed, d.agreement), Amendments: each(d.decision.Amended, d.amendment), Notices: each(d.decision.Notices, d.notice),
		Made: []api.AwardDetail{}, Offered: d.grants, Promised: each(d.decision.Commitments, d.commitment),
		Suspected: []api.SuspectedBreach{}, Breaches: d.breaches(), Seq: d.at,
	}
	if f := d.decision.Appraised; f.Known() {
		out.Appraisal = &api.Appraisal{Entry: d.entries[f.Seq], Options: list(f.Event.Options), Criteria: list(f.Event.Criteria), Assessors: list(f.Event.Assessors)}
	}
	if f := d.decision.Waiver; f.Known() {
		out.Waiver = &api.Waiver{Entry: d.entries[f.Seq], Reason: f.Event.Reason, By: f.Event.By}
	}
	if f := d.decision.Ratified; f.Known() {
		out.Ratified = &api.Ratification{Entry: d.entries[f.Seq], On: f.Event.On, Room: d.room(f.Event.Meeting, f.Event.Item)}
	}
	if f := d.decision.Reversed; f.Known() {
		reversal := d.reversal(f)
		out.Reversed = &reversal
	}
	out.Voided = []api.VoidedOutcome{}
	for _, v := range d.decision.Voided {
		out.Voided = append(out.Voided, api.VoidedOutcome{
			Entry: d.entries[v.Voided.Seq], Reason: v.Voided.Event.Reason, By: v.Voided.Event.By, Outcome: d.outcome(v.Made),
			Amendments: each(v.Amended, d.amendment), Reversed: d.reversal(v.Reversed),
		})
	}
	out.Standstill = d.standstill()
	for i, a := range d.awards {
		out.Made = append(out.Made, d.award(a, d.awardRows[i]))
	}
	for _, b := range d.decision.Breaches {
		out.Suspected = append(out.Suspected, d.suspected(b))
	}
	return out
}

// each is a list of what facts are told as.
func each[E domain.Event, T any](facts []projections.Fact[E], tell func(projections.Fact[E]) T) []T {
	out := make([]T, len(facts))
	for i, f := range facts {
		out[i] = tell(f)
	}
	return out
}

func (d *dossier) reversal(f projections.Fact[domain.DecisionReversed]) api.Reversal {
	return api.Reversal{Entry: d.entries[f.Seq], On: d.reversed[f.Seq], Reason: f.Event.Reason, By: f.Event.By}
}

func (d *dossier) outcome(f projections.Fact[domain.CommissioningDecisionMade]) api.Outcome {
	e := f.Event
	out := api.Outcome{
		Entry: d.entries[f.Seq], Outcome: e.Outcome, On: e.On, Candidate: orNull(e.Candidate), Purpose: orNull(e.Purpose), FundLines: list(e.FundLines),
		Needs: []api.Cited{}, Priorities: []api.Cited{}, NoPriority: orNull(e.NoPriority), Rationale: e.Rationale,
		DecidedBy: e.Authority, Delegation: d.delegation(e.Authority.Delegation), Room: d.room(e.Authority.Meeting, e.Authority.Item),
		Participants: list(e.Participants), ReliedOn: []api.Reliance{}, Votes: e.Votes, Recused: list(e.Recused),
		COIPolicy: orNull(e.COIPolicy), PastReview: e.PastReview,
	}
	if e.Outcome == domain.OutcomeApprove {
		out.Max = &e.Max
	}
	for _, id := range e.Needs {
		out.Needs = append(out.Needs, d.cited(id))
	}
	for _, id := range e.Priorities {
		out.Priorities = append(out.Priorities, d.served(id))
	}
	for _, r := range e.ReliedOn {
		out.ReliedOn = append(out.ReliedOn, d.reliance(r))
	}
	return out
}

func (d *dossier) quotation(f projections.Fact[domain.QuotationReceived]) api.Quotation {
	return api.Quotation{Entry: d.entries[f.Seq], ID: f.Event.Quotation, Supplier: f.Event.Supplier, Gross: f.Event.Gross, On: f.Event.On}
}

func (d *dossier) agreement(f projections.Fact[domain.LocalityDecisionApproved]) api.ICSAgreement {
	return api.ICSAgreement{Entry: d.entries[f.Seq], Max: f.Event.Max, By: f.Event.By, On: f.Event.On}
}

func (d *dossier) amendment(f projections.Fact[domain.DecisionAmended]) api.Amendment {
	return api.Amendment{Entry: d.entries[f.Seq], Max: f.Event.Max, Reason: f.Event.Reason, By: f.Event.By}
}

func (d *dossier) notice(f projections.Fact[domain.NoticePublished]) api.Notice {
	return api.Notice{Entry: d.entries[f.Seq], Kind: f.Event.Kind, Ref: f.Event.Ref, On: f.Event.On}
}

func (d *dossier) commitment(f projections.Fact[domain.CommitmentMade]) api.Commitment {
	e := f.Event
	return api.Commitment{Entry: d.entries[f.Seq], ID: e.Commitment, Award: orNull(e.Award), Grant: orNull(e.Grant), Line: e.Line, Pence: e.Pence}
}

func (d *dossier) standstill() *api.Standstill {
	f := d.decision.Standstill
	if !f.Known() {
		return nil
	}
	out := &api.Standstill{
		Entry: d.entries[f.Seq], On: f.Event.On, Until: f.Event.Until,
		Representations: each(d.decision.Representations, func(f projections.Fact[domain.RepresentationReceived]) api.Representation {
			return api.Representation{Entry: d.entries[f.Seq], ID: f.Event.Representation, From: f.Event.From, Subject: f.Event.Subject, On: f.Event.On}
		}),
	}
	if f := d.decision.StandstillOver; f.Known() {
		out.Ended = &api.StandstillEnd{Entry: d.entries[f.Seq], On: f.Event.On, RepliedOn: orNull(f.Event.RepliedOn)}
	}
	return out
}

// award is an award with what became of it.
func (d *dossier) award(a projections.Award, row api.Award) api.AwardDetail {
	out := api.AwardDetail{
		Award: row, Made: d.entries[a.Made.Seq], Commitments: each(a.Commitments, d.commitment),
		Varied: each(a.Variations, func(f projections.Fact[domain.AwardVaried]) api.AwardVariation {
			e := f.Event
			return api.AwardVariation{
				Entry: d.entries[f.Seq], Variation: e.Variation, Decision: orNull(e.Decision), To: e.To, Value: e.Value, Reason: e.Reason, On: e.On,
			}
		}),
		Deliveries: each(a.Deliveries, func(f projections.Fact[domain.DeliveryAccepted]) api.Delivery {
			return api.Delivery{Entry: d.entries[f.Seq], ID: f.Event.Delivery, What: f.Event.What, Units: f.Event.Units, On: f.Event.On}
		}),
	}
	if f := a.Ended; f.Known() {
		out.Ended = &api.AwardEnd{Entry: d.entries[f.Seq], On: f.Event.On, Reason: f.Event.Reason}
	}
	return out
}

func (d *dossier) suspected(b projections.Breach) api.SuspectedBreach {
	e := b.Suspected.Event
	out := api.SuspectedBreach{Entry: d.entries[b.Suspected.Seq], ID: e.Breach, Person: orNull(e.Person), What: e.What, On: e.On}
	if f := b.Upheld; f.Known() {
		out.Upheld = &api.BreachUpheld{Entry: d.entries[f.Seq], Impact: f.Event.Impact, By: f.Event.By, On: f.Event.On}
	}
	if f := b.Closed; f.Known() {
		e := f.Event
		out.Closed = &api.BreachClosure{
			Entry: d.entries[f.Seq], Upheld: e.Upheld, Action: e.Action, Lessons: orNull(e.Lessons), Published: orNull(e.Published), On: e.On,
		}
	}
	return out
}
