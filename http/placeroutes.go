package http

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/http/api"
	"github.com/hubledger/hubledger/projections"
)

// The parameters of questions about people and places.
var (
	schoolPath = param[string]{paramSpec{
		name: "school", in: inPath, required: true, example: "SCH01",
		text:   "The School's code.",
		schema: &jsonschema.Schema{Type: "string"},
	}, asIs}
	pcnIs = param[string]{paramSpec{
		name: "pcn", in: inQuery, example: "U68696",
		text:   "Only what is of this Primary Care Network, or at it or a practice that is in it on the day.",
		schema: &jsonschema.Schema{Type: "string", Pattern: `^U[0-9]{5}$`},
	}, coded(domain.IsPCN, "the code of a PCN, U and five digits")}
	professionIs = keyed("profession", "STUDENT_NURSE_ADULT", "Only those of this profession.")
	roleTypeIs   = keyed("roleType", "CLINICAL_PHARMACIST", "Only posts of this type of role.")
	educatorKind = kindOf(
		domain.EducatorEducationalSupervisor, domain.EducatorClinicalSupervisor, domain.EducatorDutySupervisor, domain.EducatorPracticeSupervisor,
		domain.EducatorPracticeAssessor, domain.EducatorAcademicAssessor, domain.EducatorDesignatedSupervisor, domain.EducatorDesignatedPrescriber,
		domain.EducatorRoadmapSupervisor, domain.EducatorPracticeEducator, domain.EducatorPreceptor, domain.EducatorMentor, domain.EducatorCoach,
	)
	supportKind = kindOf(domain.SupportFellowship, domain.SupportPreceptorship, domain.SupportMentoring, domain.SupportCoaching)
	ahead       = param[int]{paramSpec{
		name: "within", in: inQuery, example: "30",
		text:   fmt.Sprintf("What falls due in so many days, from the day on; %d by default. What is overdue, and what has no day, is always there.", soon),
		schema: &jsonschema.Schema{Type: "integer", Minimum: ptr(0.0), Maximum: ptr(float64(farthest))},
	}, parseDays}
	dueRule = param[string]{paramSpec{
		name: "rule", in: inQuery, example: string(projections.DueEnvironmentApproval),
		text:   "Only what is due by this rule.",
		schema: enumSchema(texts(projections.DueRules())...),
	}, oneOf(texts(projections.DueRules())...)}
)

// farthest is how many days ahead somebody may ask.
const farthest = 1096

func parseDays(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > farthest || s[0] == '+' || s[0] == '-' {
		return 0, fmt.Errorf("should be a whole number of days from 0 to %d", farthest)
	}
	return n, nil
}

// keyed is a parameter that is a key of an open list.
func keyed(name, example, text string) param[string] {
	return param[string]{paramSpec{
		name: name, in: inQuery, example: example, text: text, schema: &jsonschema.Schema{Type: "string", Pattern: `^[A-Z][A-Z0-9_]{1,39}$`},
	}, func(s string) (string, error) {
		if !domain.IsKey(s) {
			return "", errors.New("should be 2 to 40 capital letters, digits and underscores, such as " + example)
		}
		return s, nil
	}}
}

// kindOf is the parameter that chooses by kind.
func kindOf[K ~string](kinds ...K) param[string] {
	return param[string]{paramSpec{
		name: "kind", in: inQuery, example: string(kinds[0]), text: "Only those of this kind.", schema: enumSchema(texts(kinds)...),
	}, oneOf(texts(kinds)...)}
}

func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// placeRoutes are the questions about people and places.
func (s *Server) placeRoutes() []*route {
	row := func(name, id, summary string, filters []parameter, r reply, handle func(*call) (answer, error)) *route {
		return listRow(groupPlaces, name, id, summary, filters, r, handle)
	}
	return []*route{
		row("environments", "listEnvironments", "Lists the learning environments of a hub, with their approvals, actions, concerns, suspensions and places.",
			[]parameter{statusOf(projections.EnvironmentStatuses), professionIs, pcnIs}, ok[api.EnvironmentList]("The environments."),
			listing(func(l lister) []projections.EnvironmentOn { return l.m.EnvironmentsOn(l.hub, l.day, l.n) }, environmentOf,
				func(r []api.Environment, l api.Listed) any { return api.EnvironmentList{Items: r, Listed: l} })),
		row("educators", "listEducators", "Lists the educators of a hub, approval by approval.",
			[]parameter{statusOf(projections.EducatorStatuses), educatorKind, professionIs}, ok[api.EducatorList]("The approvals."),
			listing(educators, educatorOf, func(r []api.Educator, l api.Listed) any { return api.EducatorList{Items: r, Listed: l} })),
		row("placements", "listPlacements", "Lists the placements of learners of a hub.",
			[]parameter{statusOf(projections.PlacementStatuses), professionIs, pcnIs, fyRuns}, ok[api.PlacementList]("The placements."),
			listing(func(l lister) []projections.Placement { return l.m.Places.Placements(l.hub, l.n) }, placementOf,
				func(r []api.Placement, l api.Listed) any { return api.PlacementList{Items: r, Listed: l} })),
		row("roles", "listRoles", "Lists the posts that a hub has proposed, and what became of them.",
			[]parameter{statusOf(projections.RoleStatuses), roleTypeIs, pcnIs, fyRuns}, ok[api.RoleList]("The posts."),
			listing(func(l lister) []projections.Role { return l.m.Roles.Roles(l.hub, l.n) }, roleOf,
				func(r []api.Role, l api.Listed) any { return api.RoleList{Items: r, Listed: l} })),
		row("careers", "listCareers", "Lists the support for careers of a hub: fellowships, preceptorships, mentoring and coaching.",
			[]parameter{statusOf(projections.SupportStatuses), supportKind, professionIs, fyRuns}, ok[api.SupportList]("The supports."),
			listing(func(l lister) []projections.Support { return l.m.Careers.Supports(l.hub, l.n) }, supportOf,
				func(r []api.Support, l api.Listed) any { return api.SupportList{Items: r, Listed: l} })),
		{
			method: http.MethodGet, pattern: "/v1/hubs/{hub}/due", id: "listDue", group: groupPlaces,
			summary: "Lists what is due or overdue for a hub on a day, by what rule, since when, and the events it rests on.",
			params:  []parameter{hubPath, on, ahead, dueRule, asOf, atLeast}, formats: listForms,
			replies: []reply{ok[api.DueList]("What is due.")}, problems: []*problemType{notFound}, handle: s.due,
		},
		{
			method: http.MethodGet, pattern: "/v1/schools/{school}", id: "getSchool", group: groupPlaces,
			summary: "Shows a Primary Care School with its hubs, their learning environments and places, what it decided otherwise than recommended, open concerns, and placements in environments that are not approved.",
			params:  []parameter{schoolPath, on, asOf, atLeast}, formats: jsonOnly,
			replies: []reply{ok[api.School]("The School.")}, problems: []*problemType{notFound}, handle: s.school,
		},
	}
}
