package projections

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// A School knows the hubs that name it, locality hubs without a School of their
// own among them, and nothing of others; and who works by its Operating Model.
func TestTheHubsOfASchool(t *testing.T) {
	l := tell(t)
	hubs := []domain.HubRegistered{
		{Hub: "QE1", ICB: "QE1", School: "SCH01", From: 20220401},
		{Hub: "QE1~fylde-coast", ICB: "QE1", From: 20220401},
		{Hub: "QE1~lancaster", ICB: "QE1", School: "SCH02", From: 20220401},
		{Hub: "QHM", ICB: "QHM", School: "SCH02", From: 20220401},
		{Hub: "QF7", ICB: "QF7", School: "SCH01", From: 20300401},
	}
	for i, h := range hubs {
		l.say("hub-"+eventstore.StreamID(h.ICB), h)
		e := applied
		e.LE, e.Application, e.Hub = id(600+i), id(610+i), h.Hub
		l.say("hub-"+eventstore.StreamID(h.ICB), e)
	}
	l.say("national", domain.OperatingModelPublished{School: "SCH01", Version: "1", EffectiveFrom: 20220401})
	l.say("national", domain.OperatingModelPublished{School: "SCH01", Version: "2", EffectiveFrom: 20240401})
	l.say("hub-QE1", domain.OperatingModelAdopted{Hub: "QE1", School: "SCH01", Version: "1", On: 20220401})
	for day, current := range map[domain.Date]bool{20240331: true, 20240401: false} {
		s, ok := l.School("SCH01", day, l.head())
		if !ok || len(s.Hubs) != 1 || s.Hubs[0].Hub.Hub != "QE1" || s.Hubs[0].OnCurrent != current {
			t.Errorf("on %s: got %+v, %v; want QE1 alone, on the current model %t", day, s.Hubs, ok, current)
		}
		var les []uuid.UUID
		for _, e := range s.Environments {
			les = append(les, e.ID)
		}
		if want := []uuid.UUID{id(600), id(601)}; !slices.Equal(les, want) {
			t.Errorf("environments: got %v, want those of QE1 and of the locality hub without a School", les)
		}
	}
	if _, ok := l.School("SCH03", 20240401, l.head()); ok {
		t.Error("there is a School that nobody names")
	}
	l.say("organisations", domain.OrganisationRegistered{Org: "SCH03", Name: "Third", Class: domain.ClassPrimaryCareSchool})
	l.say("organisations", domain.OrganisationRegistered{Org: "U00009", Class: domain.ClassPCN})
	if s, ok := l.School("SCH03", 20240401, l.head()); !ok || s.Name != "Third" {
		t.Errorf("a School in the register: got %+v, %v", s, ok)
	}
	if _, ok := l.School("U00009", 20240401, l.head()); ok {
		t.Error("a PCN is taken for a School")
	}
}

// What the School decided otherwise, what worries it, who learns where nobody
// should, and how many places are free.
func TestWhatASchoolHasToKnow(t *testing.T) {
	l := tell(t)
	hub := func(e domain.Event) { l.say("hub-QE1", e) }
	hub(domain.HubRegistered{Hub: "QE1", ICB: "QE1", School: "SCH01", From: 20220401})
	hub(applied)
	hub(domain.LEApprovalRecommended{Application: id(421), LE: theLE, Hub: "QE1", Outcome: domain.LEApproved, On: 20220420})
	hub(approvedLE) // with actions
	hub(domain.LEApplicationSubmitted{Application: id(422), LE: id(402), Hub: "QE1", Applicant: "U00002", On: 20220401})
	hub(domain.LEApprovalRecommended{Application: id(422), LE: id(402), Hub: "QE1", Outcome: domain.LENotApproved, On: 20220420})
	hub(domain.LEApprovalDecided{Application: id(422), LE: id(402), School: "SCH01", Outcome: domain.LENotApproved, On: 20220501})
	hub(domain.QualityConcernRaised{Concern: theConcern, LE: theLE, On: 20240301})

	offer := domain.PlacementOffered{Offer: theOffer, Hub: "QE1", LE: theLE, Site: "P00001", Profession: "NURSING", From: 20240201, To: 20240731, Capacity: 3}
	hub(offer)
	hub(planned) // approved when it starts on 5 February, and not from 1 May on
	hub(started)
	late := planned
	late.Placement, late.From = id(701), 20240601
	hub(late)
	begun := started
	begun.Placement, begun.On = late.Placement, 20240601
	hub(begun)
	called := planned
	called.Placement = id(702)
	hub(called)
	hub(domain.PlacementCancelled{Placement: id(702), LE: theLE, On: 20240101})

	type found struct {
		differently, concerns, unapproved, learners, capacity, taken int
	}
	for day, want := range map[domain.Date]found{
		20220430: {},
		20220501: {differently: 1},
		20240204: {differently: 1, capacity: 3},
		20240205: {differently: 1, learners: 1, capacity: 3, taken: 1},
		20240430: {differently: 1, concerns: 1, learners: 1, capacity: 3, taken: 1},
		20240501: {differently: 1, concerns: 1, unapproved: 1, learners: 1, capacity: 3, taken: 1},
		20240601: {differently: 1, concerns: 1, unapproved: 2, learners: 2, capacity: 3, taken: 2},
		20240801: {differently: 1, concerns: 1, unapproved: 2, learners: 2},
	} {
		s, _ := l.School("SCH01", day, l.head())
		got := found{differently: len(s.Differently), concerns: len(s.Concerns), unapproved: len(s.Placements)}
		for _, e := range s.Environments {
			got.learners += e.Learners
		}
		for _, o := range s.Offers {
			got.capacity += o.Offered.Event.Capacity
			got.taken += o.Taken
		}
		if got != want {
			t.Errorf("on %s: got %+v, want %+v", day, got, want)
		}
	}
	s, _ := l.School("SCH01", 20240601, l.head())
	if a, b := s.Placements[0], s.Placements[1]; !a.AtStart || a.OnTheDay || !a.InPlace || b.AtStart {
		t.Errorf("got %+v and %+v; the first was approved when it started, the second never", a, b)
	}
	all := l.EnvironmentsOn("QE1", 20240601, l.head())
	if capacity, taken := all[0].Places(); capacity != 3 || taken != 2 {
		t.Errorf("the environment has %d places of which %d are taken, want 3 and 2", capacity, taken)
	}
}

// What hubs do with a network is found in every stream that names it or a
// practice of it, and nothing of another.
func TestWhatHubsDoWithANetwork(t *testing.T) {
	l := tell(t)
	org := func(e domain.Event) { l.say("organisations", e) }
	for code, class := range map[string]domain.OrganisationClass{"U00001": domain.ClassPCN, "U00002": domain.ClassPCN, "P00001": domain.ClassPractice, "QE1": domain.ClassICB} {
		org(domain.OrganisationRegistered{Org: code, Name: code, Class: class})
	}
	org(domain.OrganisationRelationshipRecorded{Child: "P00001", Parent: "U00001", Kind: domain.RelationPartnerTo, From: 20220401, To: 20240331})
	org(domain.OrganisationRelationshipRecorded{Child: "U00001", Parent: "QE1", Kind: domain.RelationCommissionedBy, From: 20220401})
	for _, icb := range []string{"QE1", "QHM"} {
		stream := "hub-" + eventstore.StreamID(icb)
		hub := domain.HubID(icb)
		l.say(stream, domain.HubRegistered{Hub: hub, ICB: icb, From: 20220401})
		for i, pcn := range []string{"U00001", "U00002"} {
			l.say(stream, domain.WorkforcePlanSubmitted{Plan: id(800 + i), Hub: hub, PCN: pcn, FY: 2023, On: 20230401})
			post := domain.RolePost{Post: id(810 + i), Hub: hub, PCN: pcn, RoleType: "PARAMEDIC"}
			l.say(stream, domain.RolePostProposed{RolePost: post, FTE: domain.OneFTE, From: 20230401})
			l.say(stream, domain.RoleEntitlementSet{PCN: pcn, Hub: hub, FY: 2023, Pence: 900})
			l.say(stream, domain.RoleEntitlementSet{PCN: pcn, Hub: hub, FY: 2023, Pence: 1000}) // set again
			l.say(stream, domain.ReimbursementClaimed{RolePost: post, Claim: id(820 + i), FY: 2023, Pence: 70})
			l.say(stream, domain.ReimbursementClaimed{RolePost: post, Claim: id(830 + i), FY: 2024, Pence: 80})
		}
		l.say(stream, domain.GrantOffered{Grant: id(840), Payee: "P00001", Pence: 5})
		l.say(stream, domain.GrantOffered{Grant: id(841), Payee: "U00002", Pence: 5})
		l.say(stream, applied)
		l.say(stream, planned)
	}
	l.say("hub-QE1", domain.HubRegistered{Hub: "QE1~fylde-coast", ICB: "QE1", From: 20220401})
	l.say("hub-QE1", domain.LocalityHubEstablished{Hub: "QE1~fylde-coast", Parent: "QE1", Area: []string{"U00001"}, From: 20220401})

	work := func(code string, day domain.Date) PCNWork {
		p, _ := l.PCN(code, day, l.head())
		return l.PCNWork(p, day, l.head())
	}
	w := work("U00001", 20230601)
	if !slices.Equal(w.Hubs, []domain.HubID{"QE1", "QE1~fylde-coast"}) {
		t.Errorf("served by %v", w.Hubs)
	}
	if len(w.Plans) != 2 || len(w.Roles) != 2 || len(w.Grants) != 2 || len(w.Environments) != 2 || len(w.Placements) != 2 {
		t.Errorf("got %d plans, %d posts, %d grants, %d environments, %d placements; want 2 of each, one of each ICS", len(w.Plans), len(w.Roles), len(w.Grants), len(w.Environments), len(w.Placements))
	}
	if e := w.Entitlements; len(e) != 4 || e[0].ICB != "QE1" || e[0].FY != 2023 || e[0].Set.Event.Pence != 1000 || e[0].Claimed() != 70 || e[1].FY != 2024 || e[1].Set.Known() || e[1].Claimed() != 80 {
		t.Errorf("entitlements: got %+v", e)
	}
	// A practice that has left takes its placements and grants with it.
	if later := work("U00001", 20240401); len(later.Grants) != 0 || len(later.Placements) != 0 || len(later.Environments) != 2 {
		t.Errorf("after the practice left: %d grants, %d placements and %d environments; want none, none and the 2 that the network applied for", len(later.Grants), len(later.Placements), len(later.Environments))
	}
	if none := work("U00003", 20230601); len(none.Plans)+len(none.Roles)+len(none.Entitlements) != 0 {
		t.Errorf("a network that nobody names: got %+v", none)
	}
}

// A limit is that of the publication made last of those that hold on the day;
// what is corrected never counts, and what is corrected later counts until then.
func TestALimitOfADay(t *testing.T) {
	l := tell(t)
	set := func(n int, from, to, published domain.Date, amount int64, corrects int) {
		e := domain.ThresholdsSet{Set: id(n), Scheme: "COI", From: from, To: to, PublishedOn: published, Thresholds: []domain.Threshold{{Key: "K", Amount: amount, Unit: domain.UnitMonths}}}
		if corrects != 0 {
			e.Corrects = id(corrects)
		}
		l.say("national", e)
	}
	set(1, 20220401, 0, 20220301, 12, 0)
	set(2, 20230401, 20240331, 20230301, 6, 0)
	set(3, 20230401, 20240331, 20230301, 9, 2)
	for n, want := range map[int][3]int64{1: {12, 12, 12}, 2: {12, 6, 12}, 3: {12, 9, 12}} {
		for i, day := range []domain.Date{20230331, 20230401, 20240401} {
			if got, ok := l.Standards.LimitOn("COI", "K", day, eventstore.Seq(n)); !ok || got.Amount != want[i] {
				t.Errorf("on %s as known at %d: got %d, %v, want %d", day, n, got.Amount, ok, want[i])
			}
		}
	}
	if _, ok := l.Standards.LimitOn("COI", "K", 20220331, l.head()); ok {
		t.Error("there is a limit before the first holds")
	}
	if _, ok := l.Standards.LimitOn("COI", "OTHER", 20230401, l.head()); ok {
		t.Error("there is a limit that no publication has")
	}
}
