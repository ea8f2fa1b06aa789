package hub

import (
	"reflect"
	"strings"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/topology"
)

// windsDown are the types of events that may be dated on the day from which the
// hub has successors, and later. What ends, ends; what is owed is paid and
// claimed; the books are closed; what was wrong is put right. Nothing begins.
var windsDown = map[string]bool{
	// The hub.
	"HubSucceeded": true, "PartnershipEnded": true, "HubContractEnded": true, "GovernanceAgreementLapsed": true,
	"WIGMemberLeft": true, "HubTeamMemberLeft": true, "DelegationRevoked": true, "PCNLeadEnded": true,
	// Needs, programmes, decisions.
	"TrainingNeedsExerciseClosed": true, "TrainingNeedMet": true, "TrainingNeedWithdrawn": true, "ProgrammeClosed": true,
	"DecisionReversed": true, "AwardEnded": true, "MitigationVerified": true,
	"BreachSuspected": true, "BreachUpheld": true, "BreachClosed": true,
	// What is handed over, and what is owed.
	"CommitmentReleased": true, "CommitmentHandedOver": true, "TransferSent": true, "AccrualReversed": true,
	"FundReceived": true, "InvoiceReceived": true, "InvoiceApproved": true,
	"PaymentMade": true, "PaymentReversed": true, "PaymentRecovered": true, "GrantTerminated": true,
	"ClawbackDemanded": true, "ClawbackAgreed": true, "ClawbackSettled": true,
	// The books.
	"DeferralAgreed": true, "YearEndDeclared": true, "YearReopened": true, "AccountsSigned": true,
	"LedgerReconciled": true, "FunderBalanceAgreed": true, "SurplusDetermined": true,
	// Places and people.
	"LEApprovalLapsed": true, "QualityConcernClosed": true, "EducatorApprovalLapsed": true, "EducatorWithdrawn": true,
	"PlacementDaysRecorded": true, "PlacementCompleted": true, "PlacementCancelled": true, "PlacementPriced": true, "PlacementRepriced": true,
	"RolePostEnded": true, "RotationLegEnded": true, "RoleEmbeddingLapsed": true, "ReimbursementClaimed": true,
	"SupportSessionRecorded": true, "SupportCompleted": true, "SupportWithdrawn": true, "ResourceShareEnded": true,
	"DeliveryShortfallClosed": true, "InterimArrangementEnded": true,
	// Corrections.
	"EventVoided": true,
}

// windDown holds what was decided against the succession of the hub.
func (a *Aggregate) windDown(c domain.Command, now time.Time, d domain.Decision) (domain.Decision, error) {
	succession, succeeded := a.topology.Succession()
	if !succeeded {
		return d, nil
	}
	switch c.Data.(type) {
	case VoidEvent, funding.ReverseVirement: // the right act of a correction is held by itself
		return d, nil
	}
	k := domain.Check(c)
	for _, draft := range d.Drafts {
		typ := draft.Event.EventType()
		day := dayOf(draft.Event)
		if day.IsZero() {
			day = effective(c, now)
		}
		if !windsDown[typ] && day >= succession.On {
			k.Require(topology.RuleWindDown, false, "%s is succeeded by %v on %s and wound down; a %s of %s should be recorded by a successor",
				a.topology.ICSHub(), succession.Successors, succession.On, typ, day)
			break
		}
	}
	held, err := k.DecideDrafts(d.Drafts)
	held.Breaches = append(held.Breaches, d.Breaches...)
	return held, err
}

// effective is the day on which a command takes effect, as the rooms have it.
func effective(c domain.Command, now time.Time) domain.Date {
	switch {
	case !c.EffectiveOn.IsZero():
		return c.EffectiveOn
	case c.Happened != nil && !c.Happened.On.IsZero():
		return c.Happened.On
	}
	return domain.BusinessDay(now)
}

// dayNames are what events call the day that they are of, first things first:
// the day itself, the last of a period that is over, the first of what begins.
var dayNames = []string{"on", "periodTo", "asAt", "from", "start"}

// dayOf is the day that an event names as its own, 0 where it names none. The
// names of members are the same in all events, and stand for ever.
func dayOf(e domain.Event) domain.Date {
	v := reflect.ValueOf(e)
	for _, want := range dayNames {
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if day, ok := v.Field(i).Interface().(domain.Date); ok && name == want && !day.IsZero() {
				return day
			}
		}
	}
	return 0
}
