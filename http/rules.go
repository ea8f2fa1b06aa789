package http

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/ambition"
	"github.com/hubledger/hubledger/domain/assurance"
	"github.com/hubledger/hubledger/domain/calendar"
	"github.com/hubledger/hubledger/domain/career"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/commissioning"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/educator"
	"github.com/hubledger/hubledger/domain/employment"
	"github.com/hubledger/hubledger/domain/environment"
	"github.com/hubledger/hubledger/domain/funding"
	"github.com/hubledger/hubledger/domain/governance"
	"github.com/hubledger/hubledger/domain/guidance"
	corrections "github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/interest"
	"github.com/hubledger/hubledger/domain/kpi"
	"github.com/hubledger/hubledger/domain/maturity"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/placement"
	"github.com/hubledger/hubledger/domain/planning"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/registration"
	"github.com/hubledger/hubledger/domain/role"
	"github.com/hubledger/hubledger/domain/roletype"
	"github.com/hubledger/hubledger/domain/sharing"
	"github.com/hubledger/hubledger/domain/topology"
)

// rules is what each rule of each room demands, for the pages about refusals
// and for the labels of metrics. What several rooms hold of one rule stands
// together.
var rules = func() map[domain.Rule]string {
	all := make(map[domain.Rule]string)
	for _, room := range []map[domain.Rule]string{
		charter.Rules, topology.Rules, organisation.Rules, census.Rules,
		contract.Rules, governance.Rules, planning.Rules, commissioning.Rules, funding.Rules, corrections.Rules,
		environment.Rules, educator.Rules, placement.Rules, role.Rules, career.Rules, registration.Rules,
		assurance.Rules, maturity.Rules,
		interest.Rules, employment.Rules, guidance.Rules, rate.Rules, calendar.Rules, roletype.Rules,
		sharing.Rules, ambition.Rules, kpi.Rules,
	} {
		for rule, demand := range room {
			if before, shared := all[rule]; shared {
				demand = before + " " + demand
			}
			all[rule] = demand
		}
	}
	return all
}()
