package demo

import (
	"fmt"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/reference"
)

// The days on which the parts of the nation begin.
var (
	pcnsOpen    = domain.MustDate("2019-07-01")
	schoolsOpen = domain.MustDate("2020-04-01")
	hubsOpen    = domain.MustDate("2021-04-01")
	icbsOpen    = domain.MustDate("2022-07-01")
	collegeOpen = domain.MustDate("2022-09-01")
	nhseTakes   = domain.MustDate("2023-04-01") // over from HEE
)

// The bodies that hubs account to, one after the other.
const (
	hee  = "HEE"
	nhse = "NHSE"
)

// accountable is the body that hubs account to on a day.
func accountable(d domain.Date) string {
	if d < nhseTakes {
		return hee
	}
	return nhse
}

// regulators endorse the process by which learning environments are approved.
var regulators = []struct{ code, name string }{
	{"GMC", "General Medical Council"}, {"NMC", "Nursing and Midwifery Council"}, {"HCPC", "Health and Care Professions Council"},
	{"CODH", "Council of Deans of Health"},
}

// council is the class of the last of them, which regulates nobody.
const council domain.OrganisationClass = "COUNCIL_OF_DEANS"

// geography registers the regions, ICBs and sub-ICB locations, and the schools.
func (n *nation) geography(g *reference.Geography) {
	for _, r := range g.Regions() {
		n.register(r.Code, "NHS England "+r.Name, domain.ClassRegion, 0)
		n.register(school(r.Code), "Primary Care School "+r.Name+" (invented)", domain.ClassPrimaryCareSchool, schoolsOpen)
		n.relate(school(r.Code), r.Code, domain.RelationParent, schoolsOpen)
	}
	for _, icb := range g.ICBs() {
		n.register(icb.Code, icb.Name, domain.ClassICB, icbsOpen)
		n.relate(icb.Code, icb.Region, domain.RelationParent, icbsOpen)
		for _, sub := range icb.SubICBs {
			n.register(sub, icb.Name+" - "+sub, domain.ClassSubICB, icbsOpen)
			n.relate(sub, icb.Code, domain.RelationParent, icbsOpen)
		}
		n.tell(organisation.Stream, opening, n.actor("registrar"), organisation.RecordPatientList{
			Org: icb.Code, On: opening, Registered: domain.Patients(icb.RegisteredPatients * 100), Weighted: domain.Patients(icb.RegisteredPatients * 100),
			Basis: "last known figure 2022/23",
		})
	}
}

// bodies registers the national bodies, and what became of them.
func (n *nation) bodies() {
	n.register(hee, "Health Education England", domain.ClassAccountableBody, domain.MustDate("2012-06-28"))
	n.register(nhse, "NHS England", domain.ClassAccountableBody, domain.MustDate("2013-04-01"))
	for _, r := range regulators {
		class := domain.OrganisationClass("REGULATOR")
		if r.code == "CODH" {
			class = council
		}
		n.register(r.code, r.name, class, 0)
	}
	registrar := n.actor("registrar")
	n.tell(organisation.Stream, opening, registrar, organisation.RecordLegalStatus{Org: hee, Status: "STATUTORY_BODY", ContractingAuthority: true, From: domain.MustDate("2015-04-01")})
	for _, r := range reference.ICBs2022().Regions() {
		n.register(office(r.Code), "Local office "+r.Name+" (invented)", domain.ClassLocalOffice, schoolsOpen)
		n.relate(office(r.Code), hee, domain.RelationParent, schoolsOpen)
	}
	if n.lastDay() < nhseTakes {
		return
	}
	for _, r := range reference.ICBs2022().Regions() {
		n.tell(organisation.Stream, nhseTakes, registrar, organisation.RecordRelationship{
			Child: office(r.Code), Parent: hee, Kind: domain.RelationParent, From: schoolsOpen, To: nhseTakes.AddDays(-1), StatedBy: "invented",
		})
		n.relate(office(r.Code), nhse, domain.RelationParent, nhseTakes)
	}
	n.tell(organisation.Stream, nhseTakes, registrar, organisation.RecordPartySuccession{Party: hee, Successor: nhse, On: nhseTakes})
	n.tell(organisation.Stream, nhseTakes, registrar, organisation.CloseOrganisation{Org: hee, On: nhseTakes.AddDays(-1), Successors: []string{nhse}})
}

// firstPCN and pcnCodes are a block of codes that no PCN has in the payments of
// 2022/23 nor in the workforce censuses of March 2020 to September 2021, so
// that real files can be imported beside the invented PCNs.
const (
	firstPCN = 22_507
	pcnCodes = 855
)

// pcnCode is the next code of an invented PCN.
func (n *nation) pcnCode() string {
	n.pcns++
	return fmt.Sprintf("U%05d", firstPCN+(n.pcns-1)%pcnCodes)
}

// pcn invents one of a hub.
func (n *nation) pcn(icb reference.ICB, i int) string {
	code := n.pcnCode()
	n.register(code, fmt.Sprintf("Invented PCN %d of %s", i+1, short(icb.Name)), domain.ClassPCN, pcnsOpen)
	n.relate(code, icb.SubICBs[i%len(icb.SubICBs)], domain.RelationCommissionedBy, icbsOpen)
	return code
}

// firstPractice begins a block of codes that no practice has in the payments of
// 2022/23.
const firstPractice = 90_000

// practice invents one of a PCN.
func (n *nation) practice(pcn string, i int) string {
	code := fmt.Sprintf("Y%05d", firstPractice+n.practices%(100_000-firstPractice))
	n.practices++
	n.register(code, fmt.Sprintf("Invented Practice %d of %s", i+1, pcn), domain.ClassPractice, pcnsOpen)
	n.relate(code, pcn, domain.RelationPartnerTo, pcnsOpen)
	return code
}

// supplier is somebody a hub can buy from, or grant money to.
type supplier struct {
	code  string
	taxed bool // supplies with VAT
}

// legal records what a host is in law: trusts are bound by procurement law, and
// federations are companies.
func (n *nation) legal(host string, trust bool) {
	status := "COMPANY_LIMITED_BY_GUARANTEE"
	if trust {
		status = "STATUTORY_BODY"
	}
	n.tell(organisation.Stream, opening, n.actor("registrar"), organisation.RecordLegalStatus{Org: host, Status: status, ContractingAuthority: trust, From: schoolsOpen})
}

// suppliers invents those around a hub. The first is a college that opens after
// the hubs have begun to buy.
func (n *nation) suppliers(icb reference.ICB, index int) []supplier {
	var all []supplier
	n.register(authority(icb.Code), "Invented Council of "+short(icb.Name), "LOCAL_AUTHORITY", pcnsOpen)
	last := lastSuppliers[index%len(lastSuppliers)]
	for _, s := range []struct {
		code, name string
		class      domain.OrganisationClass
		opened     domain.Date
		taxed      bool
	}{
		{"DEMO-COLL-", "Invented College of ", "COLLEGE", collegeOpen, false},
		{"DEMO-UNIV-", "Invented University of ", "UNIVERSITY", pcnsOpen, false},
		{"DEMO-CHAR-", "Invented Charity of ", "CHARITY", pcnsOpen, false},
		{"DEMO-LMC-", "Invented Local Medical Committee of ", "LMC", pcnsOpen, false},
		{"DEMO-TRAIN-", "Invented Training Company of ", "TRAINING_COMPANY", pcnsOpen, true},
		{"DEMO-LEARN-", "Invented Learning Company of ", "COMPANY", pcnsOpen, true},
		{"DEMO-EVENT-", "Invented Event Company of ", "EVENT_COMPANY", pcnsOpen, true},
		{last.code, last.name, last.class, pcnsOpen, false},
	} {
		n.register(s.code+icb.Code, s.name+short(icb.Name), s.class, s.opened)
		all = append(all, supplier{s.code + icb.Code, s.taxed})
	}
	n.relate("DEMO-EVENT-"+icb.Code, "DEMO-TRAIN-"+icb.Code, domain.RelationSubcontractor, icbsOpen)
	return all
}

// lastSuppliers are what the last of a hub's suppliers is, by turns.
var lastSuppliers = []struct {
	code, name string
	class      domain.OrganisationClass
}{
	{"DEMO-VCSE-", "Invented Voluntary Alliance of ", "VCSE"}, {"DEMO-GPS-", "Invented GP School of ", "GP_SCHOOL"},
	{"DEMO-ALB-", "Invented Public Body of ", "ALB"}, {"DEMO-RC-", "Invented Royal College, Faculty of ", "ROYAL_COLLEGE"},
}

// authority is the code of the local authority of an ICB's area.
func authority(icb string) string { return "DEMO-LA-" + icb }

// school is the code of a region's Primary Care School.
func school(region string) string { return "DEMO-PCS-" + region }

// office is the code of a region's local office of the body that hubs account
// to.
func office(region string) string { return "DEMO-OFFICE-" + region }

// short is an ICB's name without what every one has.
func short(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(name, "NHS "), " ICB")
}
