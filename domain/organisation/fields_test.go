package organisation_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/organisation"
)

func TestFields(t *testing.T) {
	long := strings.Repeat("a", 201)
	noRow := &domain.Source{}
	domaintest.Fields(t, organisation.RegisterOrganisation{Source: noRow}, "/class", "/org", "/name", "/source/fileHash", "/source/row")
	domaintest.Fields(t, organisation.RegisterOrganisation{Org: "A81001", Name: "THE SURGERY", Class: domain.ClassPCN}, "/org")
	domaintest.Fields(t, organisation.RegisterOrganisation{Org: "A81001", Name: "THE SURGERY", Class: "GP_FEDERATION", Source: row})
	for _, class := range []domain.OrganisationClass{domain.ClassRegion, domain.ClassICB, domain.ClassSubICB, domain.ClassPCN, domain.ClassPractice, "CHARITY"} {
		domaintest.Fields(t, organisation.RegisterOrganisation{Org: "?", Name: "N", Class: class}, "/org")
	}
	domaintest.Fields(t, organisation.CloseOrganisation{Source: noRow}, "/org", "/on", "/source/fileHash", "/source/row")
	domaintest.Fields(t, organisation.CloseOrganisation{Org: "U00001", On: 20210331, Successors: []string{"U00002", "U00001", "U00002", "?"}},
		"/successors/1", "/successors/2", "/successors/3")
	domaintest.Fields(t, organisation.CloseOrganisation{Org: "U00001", On: 20210331, Successors: make([]string, 51)}, append([]string{"/successors"}, emptySuccessors()...)...)
	domaintest.Fields(t, organisation.RecordRelationship{Source: noRow},
		"/kind", "/child", "/parent", "/parent", "/from", "/source/fileHash", "/source/row")
	domaintest.Fields(t, organisation.RecordRelationship{Child: "A81001", Parent: "A81001", Kind: "FRIEND", From: 20200101, To: 20191231, StatedBy: long},
		"/kind", "/parent", "/to", "/statedBy")
	// A person may direct a company, and is not commissioned by one.
	domaintest.Fields(t, organisation.RecordRelationship{Child: person, Parent: "CH-01234567", Kind: domain.RelationDirector, From: 20200101, To: 20200101})
	domaintest.Fields(t, organisation.RecordRelationship{Child: person, Parent: "CH-01234567", Kind: domain.RelationCommissionedBy, From: 20200101}, "/child")
	domaintest.Fields(t, organisation.RecordRelationship{Child: strings.ToUpper(person), Parent: "RXN", Kind: domain.RelationDirector, From: 20200101}, "/child")
	domaintest.Fields(t, organisation.RecordRelationship{Child: "00000000-0000-0000-0000-000000000000", Parent: "RXN", Kind: domain.RelationDirector, From: 20200101}, "/child")
	domaintest.Fields(t, organisation.RecordRelationship{Child: "Jane Doe", Parent: "RXN", Kind: domain.RelationDirector, From: 20200101}, "/child")
	domaintest.Fields(t, organisation.RecordLegalStatus{}, "/org", "/status", "/from")
	domaintest.Fields(t, organisation.RecordPatientList{Registered: -1, Weighted: -1, Basis: long, Source: noRow},
		"/org", "/on", "/registered", "/weighted", "/basis", "/source/fileHash", "/source/row")
	domaintest.Fields(t, organisation.RecordPartySuccession{}, "/party", "/successor", "/successor", "/on")
	domaintest.Fields(t, organisation.RecordPartySuccession{Party: "HEE", Successor: "HEE", On: 20230401}, "/successor")
	domaintest.Fields(t, organisation.RecordPartySuccession{Party: "HEE", Successor: "NHSE", On: 20230401})
}

// emptySuccessors are the pointers of 51 empty codes: none has the form of a
// code, and all but the first are there twice.
func emptySuccessors() []string {
	var out []string
	for i := range 51 {
		at := "/successors/" + strconv.Itoa(i)
		out = append(out, at)
		if i > 0 {
			out = append(out, at)
		}
	}
	return out
}

func TestForeignCommand(t *testing.T) {
	d, err := organisation.New().Decide(nil, domain.Command{Data: foreign{}}, time.Time{}, 1)
	if _, refused := err.(*domain.Refusal); err == nil || refused {
		t.Errorf("got %+v, %v, want a failure", d, err)
	}
}

type foreign struct{}

func (foreign) CommandName() string          { return "do-something-else" }
func (foreign) Validate(*domain.FieldErrors) {}
