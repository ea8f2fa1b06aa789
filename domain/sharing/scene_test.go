package sharing_test

import (
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/sharing"
	"github.com/hubledger/hubledger/domain/topology"
)

// What the room asks of others is what they answer.
var (
	_ sharing.Organisations = organisation.View{}
	_ sharing.Hubs          = (*topology.State)(nil)
	_ sharing.Assurance     = (*assurance.State)(nil)
	_ sharing.Money         = (*funding.State)(nil)
)

var (
	secondment = domaintest.Named("secondment")
	toCoast    = domaintest.Named("to-the-coast")
	gift       = domaintest.Named("gift")
	outgoing   = domaintest.Named("outgoing-transfer")
	incoming   = domaintest.Named("incoming-transfer")
	moved      = domaintest.Named("virement")
	wronged    = domaintest.Named("virement-taken-back")
	guide      = domaintest.Named("new-roles-guide")
)

// hub is the room as an aggregate, among others.
type hub struct {
	*sharing.State
	near sharing.Neighbours
}

func (h hub) Fork() domain.Aggregate { return hub{h.State.Fork(), h.near} }
func (h hub) View(int64) any         { return nil }
func (h hub) Decide(refs domain.References, c domain.Command, now time.Time, _ domain.RulesVersion) (domain.Decision, error) {
	return h.State.Decide(refs, c, now, h.near)
}

var (
	cpd   = domain.FundLine{Fund: "PROGRAMME-CPD", FY: domain.MustYear("2024/25")}
	coast = domain.FundLine{Hub: "QE1~coast", Fund: "PROGRAMME-CPD", FY: domain.MustYear("2024/25")}
)

// newHub is an ICS with a hub from April 2019 and two locality hubs from April
// 2023. The ICS hub exceeded with its educators in March 2024 and no longer does
// in May. Money went to QHM, came from there, and moved to the coast, once by
// mistake.
func newHub(icb string) domain.Aggregate {
	id := domain.HubID(icb)
	hubs, assessed, money := topology.New(icb), assurance.New(icb), funding.New(icb)
	for i, e := range []domain.Event{
		domain.HubRegistered{Hub: id, Level: domain.LevelICS, ICB: icb, From: 20190401},
		domain.HubRegistered{Hub: id + "~coast", Level: domain.LevelLocality, Parent: id, ICB: icb, From: 20230401},
		domain.HubRegistered{Hub: id + "~hills", Level: domain.LevelLocality, Parent: id, ICB: icb, From: 20230401},
		assessment(id, 1, 20240301, domain.StandingExceeded),
		assessment(id, 2, 20240501, domain.StandingMet),
		domain.TransferSent{Transfer: outgoing, Line: cpd, To: "QHM", Pence: 70_000},
		domain.TransferReceived{Transfer: incoming, Line: cpd, From: "QHM", Pence: 70_000},
		domain.BudgetVired{Virement: moved, From: cpd, To: coast, Pence: 70_000},
		domain.BudgetVired{Virement: wronged, From: cpd, To: coast, Pence: 70_000},
		domain.BudgetVired{Virement: funding.Mirror(wronged), From: coast, To: cpd, Pence: 70_000},
	} {
		r := domain.Recorded{Revision: int64(i), Event: e}
		switch {
		case hubs.Takes(e):
			hubs.Evolve(r)
		case assessed.Takes(e):
			assessed.Evolve(r)
		case money.Takes(e):
			money.Evolve(r)
		default:
			panic(e.EventType())
		}
	}
	return hub{sharing.New(icb), sharing.Neighbours{Hubs: hubs, Assurance: assessed, Money: money}}
}

func assessment(of domain.HubID, n byte, on domain.Date, standing domain.MaturityStanding) domain.MaturityAssessed {
	return domain.MaturityAssessed{
		Assessment: uuid.UUID{0: 0xa5, 15: n}, Hub: of, Matrix: "TRAINING_HUB", Version: 1, On: on,
		Scores: []domain.MaturityScore{{Domain: "EDUCATORS", Level: 4, Standing: standing}, {Domain: "GOVERNANCE", Level: 3, Standing: domain.StandingMet}},
	}
}

// streams know four ICBs, one of them closed at the end of March 2023, and who
// made a resource.
func streams() domaintest.Streams {
	orgs := organisation.New()
	for i, e := range []domain.Event{
		domain.OrganisationRegistered{Org: "QE1", Name: "Lancashire", Class: domain.ClassICB},
		domain.OrganisationRegistered{Org: "QHM", Name: "North East", Class: domain.ClassICB},
		domain.OrganisationRegistered{Org: "QOP", Name: "Manchester", Class: domain.ClassICB},
		domain.OrganisationRegistered{Org: "QF7", Name: "Yorkshire", Class: domain.ClassICB},
		domain.OrganisationClosed{Org: "QF7", On: 20230331},
		domain.OrganisationRegistered{Org: "QZZ", Name: "No board", Class: "COMPANY"},
		domain.OrganisationRegistered{Org: "NHSE", Name: "NHS England", Class: domain.ClassAccountableBody},
		domain.OrganisationRegistered{Org: "HEE", Name: "Health Education England", Class: domain.ClassAccountableBody},
		domain.OrganisationClosed{Org: "HEE", On: 20230331},
	} {
		orgs.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return domaintest.Streams{organisation.Stream: orgs.View(100)}
}

// run runs cases, each rule of which is to refuse in one.
func run(t *testing.T, cases []domaintest.Case, rules ...domain.Rule) {
	t.Helper()
	of := make(map[domain.Rule]string)
	for _, rule := range rules {
		of[rule] = sharing.Rules[rule]
		if of[rule] == "" {
			t.Errorf("the table of rules does not say what %s demands", rule)
		}
	}
	domaintest.Run(t, func() domain.Aggregate { return newHub("QE1") }, streams(), of, cases)
}

// with is a value with something changed.
func with[T any](v T, change func(*T)) T {
	change(&v)
	return v
}

func lend(share uuid.UUID, hub, to domain.HubID, amount domain.ShareAmount) sharing.OfferResourceShare {
	return sharing.OfferResourceShare{
		Share: share, Hub: hub, Counterpart: to, Resource: "A nurse who trains supervisors", Amount: amount,
		Credit: domain.CreditBeneficiary, ExceedsIn: "EDUCATORS", From: 20240401, Until: 20250331, On: 20240315,
	}
}

// The offers of the cases, and what each records.
var (
	half    = domain.ShareAmount{FTE: domain.OneFTE / 2}
	pounds  = domain.ShareAmount{Pence: 70_000}
	offer   = with(lend(secondment, "", "QHM~tees", half), func(c *sharing.OfferResourceShare) { c.Hub = "QE1" })
	offered = domain.ResourceShareOffered{ResourceShare: given(offer), ExceedsIn: "EDUCATORS", On: 20240315}

	inside         = lend(toCoast, "QE1", "QE1~coast", domain.ShareAmount{Places: 12})
	insideOffered  = domain.ResourceShareOffered{ResourceShare: given(inside), ExceedsIn: "EDUCATORS", On: 20240315}
	insideAccepted = domain.ResourceShareAccepted{ResourceShare: with(given(inside), func(s *domain.ResourceShare) {
		s.Hub, s.Counterpart, s.Direction, s.Amount = "QE1~coast", "QE1", domain.ShareIn, domain.ShareAmount{Places: 12}
	}), On: 20240315}

	accept = sharing.AcceptResourceShare{
		Share: secondment, Hub: "QE1", Counterpart: "QHM", Resource: "A nurse who trains supervisors", Amount: half,
		Credit: domain.CreditBeneficiary, From: 20240401, Until: 20250331, On: 20240320,
	}
	accepted = domain.ResourceShareAccepted{ResourceShare: domain.ResourceShare{
		Share: secondment, Hub: "QE1", Counterpart: "QHM", Direction: domain.ShareIn, Resource: "A nurse who trains supervisors", Amount: half,
		Credit: domain.CreditBeneficiary, From: 20240401, Until: 20250331,
	}, On: 20240320}

	giveMoney = sharing.OfferResourceShare{
		Share: gift, Hub: "QE1", Counterpart: "QHM", Resource: "Money for courses", Amount: pounds, Credit: domain.CreditDeliverer,
		Reason: "Places that nobody took", From: 20240501, Transfer: outgoing, On: 20240415,
	}
	moneyGiven = domain.ResourceShareOffered{ResourceShare: given(giveMoney), Reason: "Places that nobody took", On: 20240415}
	takeMoney  = sharing.AcceptResourceShare{
		Share: gift, Hub: "QE1", Counterpart: "QHM", Resource: "Money for courses", Amount: pounds, Credit: domain.CreditDeliverer,
		From: 20240501, Transfer: incoming, On: 20240510,
	}
	moneyTaken = domain.ResourceShareAccepted{ResourceShare: with(given(giveMoney), func(s *domain.ResourceShare) {
		s.Direction, s.Amount, s.Transfer = domain.ShareIn, pounds, incoming
	}), On: 20240510}
)

// given is the side of the hub that gives, told again by hand.
func given(c sharing.OfferResourceShare) domain.ResourceShare {
	return domain.ResourceShare{
		Share: c.Share, Hub: c.Hub, Counterpart: c.Counterpart, Direction: domain.ShareOut, Resource: c.Resource,
		Amount: domain.ShareAmount{FTE: -c.Amount.FTE, Places: -c.Amount.Places, Pence: -c.Amount.Pence},
		Credit: c.Credit, From: c.From, Until: c.Until, Transfer: c.Transfer,
	}
}
