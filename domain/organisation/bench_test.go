package organisation_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
)

// An import of the nation: some 20,000 commands on one stream, each decided on
// a fork that is merged every 1,000. The time of one command must not grow with
// the register.
func BenchmarkImport(b *testing.B) {
	now := time.Date(2024, 6, 3, 10, 0, 0, 0, time.UTC)
	var orders []domain.CommandData
	const pcns, practices = 1300, 6600
	for i := range pcns {
		orders = append(orders, organisation.RegisterOrganisation{Org: fmt.Sprintf("U%05d", i), Name: "A PCN", Class: domain.ClassPCN, Source: row})
	}
	for i := range practices {
		code := fmt.Sprintf("A%05d", i)
		orders = append(orders,
			organisation.RegisterOrganisation{Org: code, Name: "A SURGERY", Class: domain.ClassPractice, Opened: 19740401, Source: row},
			organisation.RecordRelationship{Child: code, Parent: fmt.Sprintf("U%05d", i%pcns), Kind: domain.RelationPartnerTo, From: 20220401, Source: row},
			organisation.RecordPatientList{Org: code, On: 20230331, Registered: 402925, Weighted: 457978, Source: row})
	}
	for b.Loop() {
		s, revision := organisation.New(), int64(0)
		fork := s.Fork()
		for i, data := range orders {
			d, err := fork.Decide(nil, domain.Command{ID: uuid.UUID{15: 1}, Data: data}, now, 1)
			if err != nil || len(d.Drafts) != 1 {
				b.Fatalf("order %d: %+v, %v", i, d, err)
			}
			fork.Evolve(domain.Recorded{Revision: revision, Event: d.Drafts[0].Event})
			revision++
			if i%1000 == 999 {
				fork.Merge()
				fork = s.Fork()
			}
		}
		fork.Merge()
	}
	b.ReportMetric(float64(len(orders))*float64(b.N)/b.Elapsed().Seconds(), "commands/s")
}
