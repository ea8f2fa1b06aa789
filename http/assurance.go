package http

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// The kinds of rows of an assurance.
const (
	assuredMaturity      = "MATURITY"
	assuredConsideration = "CONSIDERATION"
)

// assured is one row of an assurance: of a matrix, or of a consideration.
type assured struct {
	maturity *projections.Maturity
	rating   *projections.Rating
}

// assuredHub is all that was assessed of a hub.
func assuredHub(l lister) (rows []assured) {
	for _, m := range l.m.Assurance.MaturityOn(l.hub, l.day, l.n) {
		rows = append(rows, assured{maturity: &m})
	}
	for _, r := range l.m.Assurance.Ratings(l.hub, l.day, l.n) {
		rows = append(rows, assured{rating: &r})
	}
	return rows
}

// assuranceOf is what was assessed in a list.
func assuranceOf(l lister, a assured) (api.Assurance, bool) {
	if a.maturity != nil {
		return maturityOf(l, *a.maturity), is(l.kind, assuredMaturity)
	}
	e := a.rating.Assessed.Event
	return api.Assurance{
		Kind: assuredConsideration, Hub: a.rating.Hub, Subject: string(e.Item), Rating: &e.Rating, PeriodFrom: &e.PeriodFrom, PeriodTo: &e.PeriodTo, Findings: orNull(e.Findings),
		Evidence: list(e.DocHashes), Assessment: e.Assessment, Assessor: e.Assessor, Party: e.Party, On: e.On, Seqs: a.rating.Seqs,
	}, is(l.kind, assuredConsideration)
}

func maturityOf(l lister, m projections.Maturity) api.Assurance {
	e := m.Newest.Assessed.Event
	standing := string(m.Score.Standing)
	row := api.Assurance{
		Kind: assuredMaturity, Hub: m.Hub, Subject: m.Score.Domain, Matrix: &e.Matrix, Version: &e.Version, Level: &m.Score.Level, Standing: &standing,
		Evidence: []domain.Hash{m.Score.DocHash}, Assessment: e.Assessment, Assessor: e.Assessor, Party: e.Party, On: e.On,
		Seqs: seqs(m.Newest.Assessed.Seq, m.Before.Assessed.Seq),
	}
	if before := m.Before.Assessed; before.Known() {
		row.LevelBefore, row.VersionBefore, row.OnBefore = &m.ScoreIn.Level, &before.Event.Version, &before.Event.On
	}
	if by, comparable := m.Movement(); comparable {
		row.Movement = &by
	}
	matrix, _ := l.m.Assurance.Matrix(e.Matrix, e.Version, l.n)
	for _, d := range matrix.Event.Domains {
		if d.Domain == m.Score.Domain {
			row.Title = orNull(d.Title)
		}
	}
	for _, level := range matrix.Event.Levels {
		if level.Level == m.Score.Level {
			row.LevelTitle = orNull(level.Title)
		}
	}
	return row
}

// shortfallOf is a requirement that is not met in a list.
func shortfallOf(l lister, u projections.Unmet) (api.Shortfall, bool) {
	status, arrangement, there := u.StatusOn(l.day)
	row := api.Shortfall{
		ID: u.ID, Hub: u.Hub, Requirement: u.Requirement, Status: string(status), From: u.Declared.Event.On, Contract: orNull(u.Declared.Event.Contract),
		Assessment: orNull(u.Assessment), Domains: list(u.Domains), Reason: orNull(u.Reason), All: []api.Interim{}, Seqs: u.Seqs,
	}
	if status == projections.UnmetClosed {
		row.ClosedOn, row.Outcome = &u.Closed.Event.On, orNull(u.Closed.Event.Outcome)
	}
	if arrangement.Agreed.Known() {
		row.Interim = new(interimOf(arrangement, l.day))
	}
	for _, a := range u.ArrangedBy(l.day) {
		row.All = append(row.All, interimOf(a, l.day))
	}
	return row, there && is(l.status, row.Status)
}

func interimOf(a projections.Arrangement, day domain.Date) api.Interim {
	e := a.Agreed.Event
	row := api.Interim{
		ID: e.Arrangement, ProviderKind: e.Provider.Kind, Provider: e.Provider.Code, From: e.From, Until: e.Until,
		Overdue: a.OverdueOn(day), Approver: e.Approver, Office: e.Office, ApprovedOn: e.On,
	}
	if ended := a.Ended; ended.Known() && ended.Event.On <= day {
		row.EndedOn, row.Reason = &ended.Event.On, orNull(ended.Event.Reason)
	}
	return row
}
