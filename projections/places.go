package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Places is where learners may learn, who may teach them, and who is where:
// learning environments, educators, and the places that are offered, taken and
// paid for.
type Places struct {
	things
	// priced is the placement that a price is of.
	priced map[thing]uuid.UUID `digest:"-"` // by the price's first fact
	// named are applicants and sites of environments, and sites of offers.
	named mentions
}

// NewPlaces is that of an empty log.
func NewPlaces() *Places {
	return &Places{things: newThings(), priced: make(map[thing]uuid.UUID), named: newMentions()}
}

// Name implements Model.
func (*Places) Name() string { return "places" }

// Apply implements Model.
func (p *Places) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.PlacementDaysRecorded: // most are these
		p.keep(r, aPlacement, e.Placement, attended{e.From, e.To, int32(e.Days)})
	case domain.PlacementAllocated:
		p.add(r, aPlacement, e.Placement)
	case domain.PlacementStarted:
		p.add(r, aPlacement, e.Placement)
	case domain.PlacementCompleted:
		p.add(r, aPlacement, e.Placement)
	case domain.PlacementCancelled:
		p.add(r, aPlacement, e.Placement)
	case domain.PlacementPriced:
		p.priced[thing{icbOf(r.Stream), aPrice, e.Price}] = e.Placement
		p.add(r, aPlacement, e.Placement)
	case domain.PlacementRepriced:
		p.add(r, aPlacement, p.priced[thing{icbOf(r.Stream), aPrice, e.Price}])
	case domain.PlacementOffered:
		p.named.add(r, e.Site)
		p.add(r, anOffer, e.Offer)
	case domain.EducatorTrained:
		p.add(r, anEducator, e.Person)
	case domain.EducatorApproved:
		p.add(r, anEducator, e.Person)
	case domain.EducatorApprovalLapsed:
		p.add(r, anEducator, e.Person)
	case domain.EducatorWithdrawn:
		p.add(r, anEducator, e.Person)
	case domain.RegistrationChecked:
		p.add(r, aCheck, e.Person)
	default:
		p.environment(r)
	}
	return nil
}

// environment is Apply for environments.
func (p *Places) environment(r Record) {
	switch e := r.Event.(type) {
	case domain.LEApplicationSubmitted:
		p.named.add(r, e.Applicant)
		for _, site := range e.Sites {
			p.named.add(r, site)
		}
		p.add(r, anEnvironment, e.LE)
	case domain.LEVisitHeld:
		p.add(r, anEnvironment, e.LE)
	case domain.LEApprovalRecommended:
		p.add(r, anEnvironment, e.LE)
	case domain.LEApprovalDecided:
		p.add(r, anEnvironment, e.LE)
	case domain.LEActionCompleted:
		p.add(r, anEnvironment, e.LE)
	case domain.LEApprovalLapsed:
		p.add(r, anEnvironment, e.LE)
	case domain.LESuspended:
		p.add(r, anEnvironment, e.LE)
	case domain.LEReinstated:
		p.add(r, anEnvironment, e.LE)
	case domain.QualityConcernRaised:
		p.add(r, anEnvironment, e.LE)
	case domain.QualityConcernClosed:
		p.add(r, anEnvironment, e.LE)
	}
}
