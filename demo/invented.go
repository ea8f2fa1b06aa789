package demo

import (
	"fmt"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/reference"
)

// Roles of those who act.
const (
	registrar = "register of organisations (synthetic)"
	manager   = "hub manager (synthetic)"
)

// lateParty is the first day of each ICS's first party: partnerships with it
// that begin before break a rule.
var lateParty = domain.MustDate("2022-09-01")

// firstPCN and pcnCodes are a block of codes that no PCN has in the payments of
// 2022/23 nor in the workforce censuses of March 2020 to September 2021, so
// that real files can be imported beside the invented PCNs.
const (
	firstPCN = 22_507
	pcnCodes = 855
)

// areas invents the PCNs of an ICB, two to four for each of two or three
// locality hubs.
func (n *nation) areas(icb reference.ICB) [][]string {
	areas := make([][]string, 2+n.rand.IntN(2))
	for i := range areas {
		for range 2 + n.rand.IntN(3) {
			code := fmt.Sprintf("U%05d", firstPCN+n.pcns%pcnCodes)
			n.pcns++
			n.register(code, fmt.Sprintf("Invented PCN %d of %s", len(areas[i])+10*i+1, short(icb.Name)), domain.ClassPCN, pcnsOpen)
			n.relate(code, icb.SubICBs[n.rand.IntN(len(icb.SubICBs))], domain.RelationCommissionedBy, icbsOpen)
			areas[i] = append(areas[i], code)
		}
	}
	return areas
}

// parties invents those a hub works with.
func (n *nation) parties(icb reference.ICB) []string {
	var codes []string
	for _, p := range []struct {
		code, name string
		class      domain.OrganisationClass
		opened     domain.Date
	}{
		{"DEMO-COLL-", "Invented College of ", "COLLEGE", lateParty},
		{"DEMO-UNIV-", "Invented University of ", "UNIVERSITY", pcnsOpen},
		{"DEMO-CHAR-", "Invented Charity of ", "CHARITY", pcnsOpen},
		{"DEMO-LMC-", "Invented Local Medical Committee of ", "LMC", pcnsOpen},
	} {
		n.register(p.code+icb.Code, p.name+short(icb.Name), p.class, p.opened)
		codes = append(codes, p.code+icb.Code)
	}
	return codes
}

// school is the code of a region's Primary Care School.
func school(region string) string { return "DEMO-PCS-" + region }

// contacts are an office's, in domains that nobody can have, and with one of
// the telephone numbers that are kept for fiction.
func contacts(icb, slug string) domain.Contacts {
	host := strings.ToLower(icb) + ".training-hub.example"
	if slug != "" {
		host = slug + "." + host
	}
	sum := 0
	for _, c := range icb + slug {
		sum = (sum*31 + int(c)) % 1000
	}
	return domain.Contacts{
		Email: "office@" + host, Phone: fmt.Sprintf("01632 960%03d", sum), Website: "https://" + host + "/",
	}
}

// short is an ICB's name without what every one has.
func short(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(name, "NHS "), " ICB")
}

func title(slug string) string {
	words := strings.Split(slug, "-")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}

// places are where invented locality hubs are; their number can be divided by
// two and by three.
var places = []string{
	"north-vale", "south-vale", "east-fell", "west-fell", "old-harbour", "new-harbour",
	"upper-moor", "lower-moor", "mill-bridge", "stone-bridge", "green-coast", "white-coast",
}

var purposes = []string{
	"placements for student nurses in general practice",
	"preceptorship for newly qualified nurses and nursing associates",
	"a rotation for first contact practitioners",
	"training of practice managers",
	"apprenticeships for health care assistants",
	"supervision of trainee pharmacists",
	"events on careers in primary care",
	"a fellowship for general practitioners in their first years",
}
