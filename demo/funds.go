package demo

import "github.com/hubledger/hubledger/domain"

// fund is money that comes every year, divided between the hubs by patients.
type fund struct {
	name       domain.Fund
	total      domain.Pence // of all hubs in 2022/23
	growth     int          // percent a year
	purpose    domain.FundPurpose
	source     domain.FundingSource
	month, day int // when it is allocated
	status     domain.AllocationStatus
	recurrent  bool
	conditions []domain.FundCondition
	some       func(hub int) bool // which hubs get it, nil for all
	small      int                // percent of it that small purchases take at most
}

var (
	operational = fund{
		name: "OPERATIONAL", total: 4_500_000_000, growth: 3, purpose: "HUB_RUNNING", source: domain.SourceHEE, month: 4, day: 3,
		status: domain.StatusIndicative, recurrent: true,
	}
	cpd = fund{
		name: "PROGRAMME-CPD", total: 1_300_000_000, growth: 2, purpose: "CPD", source: domain.SourceHEE, month: 4, day: 28,
		conditions: []domain.FundCondition{
			{Kind: domain.ConditionExcludes, CostType: "BACKFILL"}, {Kind: domain.ConditionExcludes, CostType: "EQUIPMENT"}, {Kind: domain.ConditionNoCarryOver},
		},
	}
	fellowship = fund{
		name: "PROGRAMME-FELLOWSHIP", total: 1_900_000_000, growth: -4, purpose: "FELLOWSHIP", source: domain.SourceNHSENational, month: 5, day: 11,
		conditions: []domain.FundCondition{{Kind: domain.ConditionRingFenced}},
	}
	expansion = fund{
		name: "PROGRAMME-PLACEMENTS", total: 900_000_000, growth: 5, purpose: "PLACEMENT_EXPANSION", source: domain.SourceHEE, month: 5, day: 20,
	}
	ofICS = fund{
		name: "ICS_PROGRAMME", total: 800_000_000, purpose: "ICS_PRIORITY", source: domain.SourceICS, month: 6, day: 5,
		some: func(hub int) bool { return hub%4 != 1 }, small: 35,
	}
	ofCouncil = fund{
		name: "LOCAL_AUTHORITY-CAREERS", total: 90_000_000, purpose: "CAREERS", source: domain.SourceLocalAuthority, month: 6, day: 3,
		some: func(hub int) bool { return hub%8 == 1 }, small: 90,
	}
	ofRegion = fund{
		name: "OTHER-REGION", total: 90_000_000, purpose: "REGIONAL_PRIORITY", source: domain.SourceNHSERegion, month: 6, day: 4,
		some: func(hub int) bool { return hub%8 == 5 }, small: 90,
	}
	tariff = fund{
		name: "TARIFF-NURSING", total: 700_000_000, growth: 1, purpose: "PLACEMENT_TARIFF", source: domain.SourceHEE, month: 5, day: 25,
		some: func(hub int) bool { return hub%3 == 0 },
	}

	funds = []fund{operational, cpd, fellowship, expansion, ofICS, ofCouncil, ofRegion, tariff}
)
