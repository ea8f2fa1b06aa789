package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/environment"
)

// span is some days, the first and the last included.
type span struct{ from, to domain.Date }

func (s span) covers(d domain.Date) bool { return s.from <= d && d <= s.to }

// setting is a learning environment, and what becomes of it.
type setting struct {
	id     uuid.UUID
	hub    domain.HubID // locality hub
	pcn    string       // that applies
	sites  []string     // its practices
	tracks []track
	begins domain.FinancialYear // in which it applies first
	steady bool                 // nothing goes wrong there

	approved    []span
	application uuid.UUID // the last that was approved
	teachers    []*teacher
}

// holds reports whether an approval is planned to hold on a day.
func (s *setting) holds(d domain.Date) bool {
	for _, a := range s.approved {
		if a.covers(d) {
			return true
		}
	}
	return false
}

// last is the last day that it is approved for, 0 before.
func (s *setting) last() domain.Date {
	if n := len(s.approved); n > 0 {
		return s.approved[n-1].to
	}
	return 0
}

func (s *setting) professions() (all []string) {
	for _, t := range s.tracks {
		all = append(all, t.professions...)
	}
	return all
}

// learning is where learners of a hub's area learn, and with whom.
type learning struct {
	practices map[string][]string // by PCN
	settings  []*setting
	panel     []domain.PanelMember
	students  map[string][]*student // by profession
}

// found invents the learning environments: every third PCN is one, or a part of
// it is.
func (h *hub) found() {
	h.students = make(map[string][]*student)
	h.panel = []domain.PanelMember{
		{Person: h.clinical.Person, Party: h.host}, {Person: h.newcomer(), Party: h.suppliers[1].code}, {Person: h.newcomer(), Party: h.suppliers[3].code},
	}
	for i, pcn := range h.pcns {
		if i%3 != 0 {
			continue
		}
		n := len(h.settings)
		s := &setting{
			id: h.newcomer(), hub: h.localities[i%len(h.localities)], pcn: pcn, sites: h.practices[pcn], begins: firstYear, steady: n == 0,
			tracks: []track{tracks[0], tracks[1+(n+h.index)%3]},
		}
		if n%4 == 3 {
			s.begins++
		}
		if n%3 == 2 {
			s.sites = s.sites[:1]
		}
		h.settings = append(h.settings, s)
	}
}

// terms are how long a first approval and the next ones last, in months. Each
// School has its own.
func (h *hub) terms() (first, next int) {
	switch h.icb.Region {
	case "Y61":
		return 12, 60
	case "Y62", "Y60":
		return 24, 36
	}
	return 24, 48
}

// approve is applications, visits, decisions and what follows, of a year.
func (h *hub) approve(fy domain.FinancialYear) {
	first, next := h.terms()
	for i, s := range h.settings {
		last := s.last()
		switch {
		case fy < s.begins:
		case last < fy.First(): // it is new, was not approved, or gave up
			h.apply(s, workday(day(fy, 4, 12).AddDays(h.luck.IntN(16))), 0, first)
		case last <= fy.Last() && !s.steady && h.luck.IntN(12) == 0:
			h.give(last.AddDays(3), h.lead, environment.LapseLEApproval{Application: s.application, On: last, Reason: "it ran out, and nobody applied again"})
		case last <= fy.Last():
			h.apply(s, workday(last.AddDays(-98)), last.AddDays(1), next)
		}
		h.watch(s, fy, i)
	}
}

// apply is an application on its way: submitted, looked at, recommended on by
// the hub's panel and decided on by the School. An approval begins on a day, or
// where that is 0, when it is decided.
func (h *hub) apply(s *setting, d, from domain.Date, term int) {
	id := h.newcomer()
	data := environment.SubmitLEApplication{
		Application: id, LE: s.id, Hub: s.hub, Applicant: s.pcn, Sites: s.sites, Professions: s.professions(), On: d,
	}
	for i, r := range ratings[h.luck.IntN(len(ratings))] {
		data.SelfAssessment = append(data.SelfAssessment, domain.SelfAssessment{Domain: domain.QualityDomains[i], Rating: r})
	}
	h.give(d, h.lead, data)
	seen := workday(d.AddDays(16 + h.luck.IntN(10)))
	kind := domain.LEVisit
	if from > 0 && h.luck.IntN(2) == 0 {
		kind = domain.LEDeskReview
	}
	h.give(seen, h.clinical, environment.RecordLEVisit{Application: id, Kind: kind, On: seen})
	advised := workday(seen.AddDays(10))
	recommended, decided := h.outcomes(s)
	h.give(advised, h.clinical, environment.RecommendLEApproval{
		Application: id, Panel: h.panel, Outcome: recommended, Reason: adviceOn[recommended], On: advised,
	})
	decision := workday(advised.AddDays(12 + h.luck.IntN(8)))
	out := environment.DecideLEApproval{Application: id, School: school(h.icb.Region), Outcome: decided, Framework: framework(decision), Reason: adviceOn[decided], On: decision}
	if recommended != decided {
		out.Reason = "the School read the feedback of learners otherwise than the hub"
	}
	if decided == domain.LEWithActions {
		out.Actions = h.tasks(s, decision)
	}
	if decided.Approves() {
		out.From = max(from, decision)
		out.To = out.From.AddMonths(term).AddDays(-1)
		out.Sites, out.Professions = data.Sites, data.Professions
		s.approved, s.application = append(s.approved, span{out.From, out.To}), id
	}
	h.give(decision, h.clinical, out)
	for _, a := range out.Actions {
		if done := workday(a.Due.AddDays(h.luck.IntN(40) - 30)); h.luck.IntN(6) > 0 {
			h.give(done, h.lead, environment.CompleteLEAction{Action: a.Action, On: done})
		}
	}
}

// framework is the version of the Quality Framework that holds on a day.
func framework(d domain.Date) string {
	if d < domain.MustDate("2024-04-01") {
		return "2021"
	}
	return "2024"
}

var adviceOn = map[domain.LEOutcome]string{
	domain.LEApproved:    "learners, the university and the visit say the same: it is a good place to learn",
	domain.LEWithActions: "a good place to learn once what was seen is put right",
	domain.LENotApproved: "supervision is not there on every day on which learners would be",
}

// outcomes are what the hub recommends and what the School decides: one in
// twelve is decided otherwise.
func (h *hub) outcomes(s *setting) (recommended, decided domain.LEOutcome) {
	recommended = domain.LEApproved
	switch h.luck.IntN(10) {
	case 0, 1:
		recommended = domain.LEWithActions
	case 2:
		if !s.steady {
			recommended = domain.LENotApproved
		}
	}
	decided = recommended
	if h.luck.IntN(12) == 0 && !s.steady {
		decided = domain.LENotApproved
		if recommended == decided {
			decided = domain.LEWithActions
		}
	}
	return recommended, decided
}

func (h *hub) tasks(s *setting, d domain.Date) (all []domain.LEAction) {
	for i := range 1 + h.luck.IntN(2) {
		all = append(all, domain.LEAction{Action: h.newcomer(), What: actions[(i+len(s.teachers)+h.index)%len(actions)], Due: d.AddDays(60 + 30*i)})
	}
	return all
}

// watch is what is heard of an environment in a year, and what comes of it.
// Nobody begins there in March, so suspensions then disturb nobody's start.
func (h *hub) watch(s *setting, fy domain.FinancialYear, i int) {
	d := workday(between(h.luck, day(fy, 9, 1), day(fy, 2, 10)))
	if !s.holds(d) {
		return
	}
	if h.luck.IntN(4) == 0 {
		raised := environment.RaiseQualityConcern{
			LE: s.id, Domain: pick(h.luck, domain.QualityDomains[:]), Risk: pick(h.luck, []domain.QualityRisk{domain.RiskLow, domain.RiskLow, domain.RiskMedium, domain.RiskHigh}),
			Subject: pick(h.luck, concerns), On: d,
		}
		id := domain.NewID(h.give(d, h.clinical, raised), "concern")
		if h.luck.IntN(8) > 0 {
			closed := workday(d.AddDays(30 + h.luck.IntN(60)))
			h.give(closed, h.clinical, environment.CloseQualityConcern{Concern: id, On: closed, Outcome: "looked into with the practice and the learners; it is put right"})
		}
	}
	if !s.steady && (i*7+h.index+int(fy))%30 == 0 {
		from := workday(day(fy, 3, 2))
		by := school(h.icb.Region)
		if h.index%2 == 0 {
			by = accountable(from)
		}
		id := domain.NewID(h.give(from, h.clinical, environment.SuspendLE{LE: s.id, By: by, ISFCategory: 1 + h.luck.IntN(3), Reason: "learners were left alone with patients", From: from}), "suspension")
		end := workday(from.AddDays(20))
		h.give(end, h.clinical, environment.ReinstateLE{Suspension: id, On: end, Reason: "supervision is in the rota and was seen there"})
	}
}
