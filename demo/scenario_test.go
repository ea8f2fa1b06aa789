package demo_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/eventstore"
)

// What somebody is going to look for in the nation is there.
func TestScenarios(t *testing.T) {
	m := whole(t)
	advised := make(map[uuid.UUID]domain.LEOutcome)
	progress := make(map[string]domain.FTE)
	found := make(map[string]int)
	each(t, func(_ eventstore.Event, rec domain.Recorded, _ eventstore.Envelope) {
		switch e := rec.Event.(type) {
		case domain.LEApprovalRecommended:
			advised[e.Application] = e.Outcome
		case domain.LEApprovalDecided:
			if advised[e.Application] != "" && advised[e.Application] != e.Outcome {
				found["a School that decides otherwise than the hub recommends"]++
			}
		case domain.PlacementPriced:
			if e.Kind == domain.RateGrant && domain.YearOf(e.To).Last() == e.To && e.Pence%73_600 == 0 {
				found["a trainee whose months are claimed until the end of a year"]++
			}
		case domain.PlacementRepriced:
			if e.Difference > 0 && rec.RecordedAt.Year() >= 2023 {
				found["a placement that an uplift prices again"]++
			}
		case domain.ReimbursementClaimed:
			if e.From == 20241001 && e.To == 20250331 && e.Pence == 1_975_140 && e.Maximum == e.Pence {
				found["a 0.6 pharmacist for half a year at £65,838"]++
			}
			if e.From == 20240701 && e.To == 20241231 && len(e.RateRefs) == 2 && e.Pence == e.Maximum {
				found["a pharmacist across a change of the rate"]++
			}
		case domain.AmbitionProgressReported:
			if e.AsAt == 20230331 {
				progress[e.Version] = e.Value
			}
		case domain.HubSucceeded:
			if e.BudgetSplit != nil && len(e.Successors) > 1 {
				found["an area that is divided"]++
			}
		case domain.CommitmentHandedOver:
			found["an open commitment of an area that is divided"]++
		case domain.LocalityDecisionApproved:
			found["a locality hub above its limit, and the ICS hub agrees"]++
		case domain.ResourceShareOffered:
			if e.ExceedsIn != "" {
				found["a hub that shares because it exceeds"]++
			}
		case domain.InterimArrangementEnded:
			found["an interim arrangement that came to its end"]++
		}
	})
	for _, s := range m.steps {
		c, ok := s.Command.Command.Data.(career.StartSupport)
		if !ok || c.Kind != domain.SupportFellowship {
			continue
		}
		switch {
		case c.AppliedOn == 20240329 && c.QualifiedOn == 20230330 && s.Refused == "":
			found["a fellow who applies on the last day"]++
		case c.AppliedOn == 20240330 && s.Refused == career.RuleEligible:
			found["a fellow who applies a day too late"]++
		case c.AppliedOn == 20240329 && c.QualifiedOn == 20230328 && s.Refused == career.RuleEligible:
			found["a fellow who completed training too long ago"]++
		}
	}
	for _, want := range []string{
		"a School that decides otherwise than the hub recommends", "a trainee whose months are claimed until the end of a year",
		"a placement that an uplift prices again", "a 0.6 pharmacist for half a year at £65,838", "a pharmacist across a change of the rate",
		"an area that is divided", "an open commitment of an area that is divided", "a locality hub above its limit, and the ICS hub agrees",
		"a hub that shares because it exceeds", "an interim arrangement that came to its end",
		"a fellow who applies on the last day", "a fellow who applies a day too late", "a fellow who completed training too long ago",
	} {
		if found[want] == 0 {
			t.Errorf("the nation has not: %s", want)
		}
	}
	var three []domain.FTE
	for _, version := range []string{"ANNOUNCED", "ARRS", "DIRECT_PATIENT_CARE"} {
		three = append(three, progress[version]/domain.OneFTE)
	}
	if !slices.Equal(three, []domain.FTE{26_103, 26_877, 29_103}) {
		t.Errorf("progress to 26,000 on 31 March 2023 is %v by its three definitions", three)
	}
	t.Logf("%v", found)
}
