package projections

import (
	"cmp"
	"slices"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// PCN is what is known of a Primary Care Network: from the register of
// organisations, and from the workforce it reports. It may be in one of them
// alone.
type PCN struct {
	Code       string
	Registered bool
	Organisation
	Reported  bool
	Workforce PCNWorkforce
	// Areas are the relationships that lead up from the PCN to its sub-ICBs,
	// ICBs and region, of every day.
	Areas []AreaLink
	// Practices are those that are in the PCN on the day asked for.
	Practices []Practice
	Patients  Patients
}

// AreaLink is one step up from a PCN.
type AreaLink struct {
	Child string
	Name  string // of the parent
	Class domain.OrganisationClass
	Relationship
}

// Practice is a practice in a PCN on a day.
type Practice struct {
	Code     string
	Name     string
	From, To domain.Date // of its relationship with the PCN
	// Areas are the codes of the bodies that commission it on that day.
	Areas []string
	// List is its newest list of patients by that day, if there is one.
	List    domain.PatientListRecorded
	HasList bool
}

// Patients are those of a PCN's practices, by their newest lists.
type Patients struct {
	Practices            int // with a list
	Registered, Weighted domain.Patients
	ByArea               []AreaPatients // by the body that commissions the practice
}

// AreaPatients are the patients of a PCN that one area is responsible for: a
// PCN may lie in two ICBs.
type AreaPatients struct {
	Area                 string // empty for practices whose commissioner is not known
	Practices            int
	Registered, Weighted domain.Patients
}

// PCN is a PCN on a day as known at n, and false where neither the register
// nor a census knows it.
func (m *Models) PCN(code string, day domain.Date, n eventstore.Seq) (PCN, bool) {
	p := PCN{Code: code}
	p.Organisation, p.Registered = m.Organisations.Get(code, n)
	p.Workforce, p.Reported = m.Workforce.PCN(code, n)
	p.climb(m.Organisations, code, p.Parents, n, 0)
	for _, child := range p.Children {
		if child.Kind != domain.RelationPartnerTo || !child.Covers(day) {
			continue
		}
		org, ok := m.Organisations.Get(child.Org, n)
		if !ok || !org.OpenOn(day) {
			continue
		}
		practice := Practice{Code: child.Org, Name: org.Name, From: child.From, To: child.To, Areas: commissioners(org, day)}
		practice.List, practice.HasList = org.ListOn(day)
		p.Practices = append(p.Practices, practice)
	}
	p.Patients = patientsOf(p.Practices)
	return p, p.Registered || p.Reported
}

// climb collects the relationships above an organisation. Three steps lead
// from a PCN to its region; a circle in the register ends there too.
func (p *PCN) climb(orgs *Organisations, child string, parents []Relationship, n eventstore.Seq, depth int) {
	const steps = 4
	for _, r := range parents {
		if r.Kind != domain.RelationCommissionedBy && r.Kind != domain.RelationParent {
			continue
		}
		org, _ := orgs.Get(r.Org, n)
		link := AreaLink{Child: child, Name: org.Name, Class: org.Class, Relationship: r}
		if slices.Contains(p.Areas, link) {
			continue
		}
		p.Areas = append(p.Areas, link)
		if depth+1 < steps {
			p.climb(orgs, r.Org, org.Parents, n, depth+1)
		}
	}
}

// commissioners are who commissions a practice on a day.
func commissioners(org Organisation, day domain.Date) []string {
	var out []string
	for _, r := range org.Parents {
		if r.Kind == domain.RelationCommissionedBy && r.Covers(day) {
			out = append(out, r.Org)
		}
	}
	return out
}

// patientsOf adds up lists. A list counts with the first of the bodies that
// commission its practice.
func patientsOf(practices []Practice) Patients {
	var all Patients
	for _, p := range practices {
		if !p.HasList {
			continue
		}
		all.Practices++
		all.Registered += p.List.Registered
		all.Weighted += p.List.Weighted
		area := ""
		if len(p.Areas) > 0 {
			area = p.Areas[0]
		}
		i, found := slices.BinarySearchFunc(all.ByArea, area, func(a AreaPatients, code string) int { return cmp.Compare(a.Area, code) })
		if !found {
			all.ByArea = slices.Insert(all.ByArea, i, AreaPatients{Area: area})
		}
		all.ByArea[i].Practices++
		all.ByArea[i].Registered += p.List.Registered
		all.ByArea[i].Weighted += p.List.Weighted
	}
	return all
}

// PCNRef is a PCN of an area.
type PCNRef struct {
	Code string
	Name string // empty where the register does not know it
	// Workforce: it has reported a census here. Practices: practices of the
	// area are in it. Register: the register places it here itself.
	Workforce, Practices, Register bool
}

// PCNsOf are the PCNs of an ICB on a day as known at n, by code. A PCN may be
// in two ICBs: what is found is who says so.
func (m *Models) PCNsOf(icb string, day domain.Date, n eventstore.Seq) []PCNRef {
	found := make(map[string]*PCNRef)
	ref := func(code string) *PCNRef {
		if found[code] == nil {
			found[code] = &PCNRef{Code: code, Name: m.Organisations.NameOf(code, n)}
		}
		return found[code]
	}
	for _, code := range m.Workforce.PCNs(icb, n) {
		w, _ := m.Workforce.PCN(code, n)
		if slices.ContainsFunc(w.Records, func(r WorkforceRecord) bool { return r.ICB == icb }) {
			ref(code).Workforce = true
		}
	}
	areas := []string{icb}
	for i := 0; i < len(areas) && i < maxAreas; i++ {
		area, _ := m.Organisations.Get(areas[i], n)
		for _, r := range area.Children {
			if !r.Covers(day) || r.Kind != domain.RelationParent && r.Kind != domain.RelationCommissionedBy {
				continue
			}
			org, _ := m.Organisations.Get(r.Org, n)
			switch {
			case !org.OpenOn(day):
			case org.Class == domain.ClassSubICB && !slices.Contains(areas, r.Org):
				areas = append(areas, r.Org)
			case org.Class == domain.ClassPCN:
				ref(r.Org).Register = true
			case org.Class == domain.ClassPractice:
				for _, p := range org.Parents {
					if p.Kind == domain.RelationPartnerTo && p.Covers(day) {
						ref(p.Org).Practices = true
					}
				}
			}
		}
	}
	out := make([]PCNRef, 0, len(found))
	for _, r := range found {
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b PCNRef) int { return cmp.Compare(a.Code, b.Code) })
	return out
}

// maxAreas bounds the walk down from an ICB: the largest has 16 sub-ICBs.
const maxAreas = 1000
