package http

import (
	"cmp"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// school is one Primary Care School.
func (s *Server) school(c *call) (answer, error) {
	code, _ := schoolPath.of(c)
	var out api.School
	found := false
	c.read(func(m *projections.Models) {
		day := c.day(m)
		var school projections.School
		if school, found = m.School(code, day, c.at); found {
			out = schoolOf(m, school, day, c.at)
		}
	})
	if !found {
		return answer{}, notFound.because("There is no Primary Care School %s as known at seq %d; hubs name theirs at GET /v1/hubs.", clip(code), c.at)
	}
	return answer{immutable: c.asked, whole: jsonBody{out}}, nil
}

func schoolOf(m *projections.Models, s projections.School, day domain.Date, n eventstore.Seq) api.School {
	out := api.School{
		Code: s.Code, Name: orNull(s.Name), OperatingModel: orNull(s.Current.Event.Version), OperatingModelFrom: orNull(s.Current.Event.EffectiveFrom),
		Hubs: []api.SchoolHub{}, Environments: []api.SchoolEnvironment{}, Differently: []api.SchoolDecision{}, Concerns: []api.QualityConcern{},
		NotApproved: []api.SchoolPlacement{}, Places: []api.SchoolPlaces{}, ByProfession: []api.ProfessionPlaces{}, On: orNull(day), Seq: n,
	}
	for _, h := range s.Hubs {
		out.Hubs = append(out.Hubs, api.SchoolHub{
			Hub: h.Hub.Hub, Name: h.Name, Level: h.Level, OperatingModel: orNull(h.Adopted.Event.Version), AdoptedOn: orNull(h.Adopted.Event.On),
			OnCurrent: h.OnCurrent, Seqs: seqs(h.Registered, h.Adopted.Seq),
		})
	}
	for _, e := range s.Environments {
		out.Environments = append(out.Environments, schoolEnvironment(m, e, day, n))
	}
	for _, d := range s.Differently {
		out.Differently = append(out.Differently, schoolDecision(d))
	}
	for _, c := range s.Concerns {
		out.Concerns = append(out.Concerns, concernOf(c.Environment, c.Concern, day))
	}
	for _, p := range s.Placements {
		out.NotApproved = append(out.NotApproved, schoolPlacement(p, day))
	}
	for _, o := range s.Offers {
		out.Places = append(out.Places, schoolPlaces(s, o, day))
	}
	out.ByProfession = byProfession(out.Places)
	return out
}

func schoolEnvironment(m *projections.Models, e projections.SchoolEnvironment, day domain.Date, n eventstore.Seq) api.SchoolEnvironment {
	status, _ := e.StatusOn(day)
	applicant := e.Newest().Submitted.Event.Applicant
	row := api.SchoolEnvironment{
		ID: e.ID, Hub: e.Hub, Status: string(status), Applicant: applicant, Name: orNull(m.Organisations.NameOf(applicant, n)), Learners: e.Learners, Seqs: e.Seqs,
	}
	if a, ok := e.Approval(day); ok {
		last := a.Last()
		row.From, row.To = &a.Decided.Event.From, &last
	}
	if p, ok := e.PendingOn(day); ok {
		row.Pending = &p.Submitted.Event.Application
	}
	return row
}

func schoolDecision(d projections.SchoolDecision) api.SchoolDecision {
	recommended, decided := d.Application.Recommended, d.Application.Decided
	return api.SchoolDecision{
		Application: decided.Event.Application, LE: d.Environment.ID, Hub: recommended.Event.Hub, Applicant: d.Application.Submitted.Event.Applicant,
		Recommended: recommended.Event.Outcome, RecommendedOn: recommended.Event.On, Why: recommended.Event.Reason,
		Decided: decided.Event.Outcome, DecidedOn: decided.Event.On, Reason: decided.Event.Reason,
		Seqs: seqs(d.Application.Submitted.Seq, recommended.Seq, decided.Seq),
	}
}

func schoolPlacement(p projections.Unapproved, day domain.Date) api.SchoolPlacement {
	started := p.Placement.Started
	a, _ := p.Environment.Approval(day)
	return api.SchoolPlacement{
		Placement: p.Placement.ID, LE: started.Event.LE, Hub: p.Placement.Hub, Site: started.Event.Site, Profession: started.Event.Profession, StartedOn: started.Event.On,
		AtStart: p.AtStart, InPlace: p.InPlace, ApprovedOnDay: p.OnTheDay, Seqs: seqs(started.Seq, a.Decided.Seq),
	}
}

func schoolPlaces(s projections.School, o projections.OfferedPlaces, day domain.Date) api.SchoolPlaces {
	e := o.Offered.Event
	row := api.SchoolPlaces{
		Offer: e.Offer, LE: e.LE, Hub: o.Hub, Site: e.Site, Profession: e.Profession, From: e.From, To: e.To, Capacity: e.Capacity, Taken: o.Taken,
		Unused: max(0, e.Capacity-o.Taken), Seqs: o.Seqs,
	}
	i := slices.IndexFunc(s.Environments, func(one projections.SchoolEnvironment) bool { return one.ICB == o.ICB && one.ID == e.LE })
	if i >= 0 {
		_, suspended := s.Environments[i].SuspendedOn(day)
		row.Approved = !suspended && s.Environments[i].ApprovedOn(e.Site, e.Profession, day)
	}
	return row
}

// byProfession sums places in approved environments.
func byProfession(places []api.SchoolPlaces) []api.ProfessionPlaces {
	sums := []api.ProfessionPlaces{}
	for _, p := range places {
		if !p.Approved {
			continue
		}
		i, found := slices.BinarySearchFunc(sums, p.Profession, func(s api.ProfessionPlaces, profession string) int { return cmp.Compare(s.Profession, profession) })
		if !found {
			sums = slices.Insert(sums, i, api.ProfessionPlaces{Profession: p.Profession})
		}
		sums[i].Capacity += p.Capacity
		sums[i].Taken += p.Taken
		sums[i].Unused += p.Unused
	}
	return sums
}
