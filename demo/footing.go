package demo

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/contract"
	"github.com/hubledger/hubledger/domain/topology"
)

// hostsChange is the day on which another organisation takes over from the hosts
// of some hubs.
var hostsChange = domain.MustDate("2023-10-01")

func (h *hub) hostChanges() bool { return h.index%4 == 3 }

// footing is what a hub works on in a year: its contract, policies, the
// agreement with its ICS and the Operating Model.
func (h *hub) footing(fy domain.FinancialYear) {
	first := fy.First()
	if h.hostChanges() && fy == domain.YearOf(hostsChange) {
		change := topology.ChangeHubHost{To: h.nextHost(), On: hostsChange, NovationRef: "NOV-" + h.icb.Code + "-1"}
		var hows []how
		if h.index == 7 { // the contracts were not novated
			change.NovationRef = ""
			hows = append(hows, breaking(hostsChange, topology.RuleHost))
		}
		h.give(hostsChange, h.manager, change, hows...)
	}
	h.host = h.hostOn(first)
	h.sign(fy)
	h.renew(fy)
	if fy == firstYear {
		h.begin(first)
	}
	if fy == firstYear+1 {
		from := day(fy, 7, 1).AddDays(h.rand.IntN(120))
		h.give(from, h.manager, contract.AdoptOperatingModel{School: school(h.icb.Region), Version: "2023", On: from})
	}
	if fy == firstYear+2 {
		from := first
		if h.index%5 == 2 { // its review is overdue until then
			from = day(fy, 10, 1)
		}
		h.policy(domain.PolicyCOI, "2.0", from)
	}
}

// sign signs the contract of a year. That of one hub in ten begins late: on the
// days before it nothing can be approved.
func (h *hub) sign(fy domain.FinancialYear) {
	from := fy.First()
	if fy > firstYear && h.index%10 == int(fy-firstYear) {
		from = from.AddDays(20)
		h.seen.gap = fy.First()
	}
	signed := contract.SignHubContract{
		Parties: []string{accountable(from), h.host}, From: from, To: fy.Last(),
		Schedules: []domain.ContractSchedule{{
			FY: fy, Requirements: []string{"WORKFORCE_PLANNING", "PLACEMENTS", "RETENTION", "EDUCATORS"}, Pence: h.share(operational, fy),
		}},
		ReportingDuties: []domain.ReportingDuty{
			{Report: "ACTIVITY_REPORT", Every: domain.EveryQuarter, DueDays: 28}, {Report: "FINANCIAL_REPORT", Every: domain.EveryQuarter, DueDays: 28},
			{Report: "KPI_RETURN", Every: domain.EveryHalfYear, DueDays: 30},
		},
	}
	var hows []how
	if fy == firstYear+2 && h.index == 20 { // the body is not among the parties
		signed.Parties[0] = school(h.icb.Region)
		hows = append(hows, breaking(from, contract.RuleParties))
	}
	h.seen.contract = domain.NewID(h.give(from, h.manager, signed, hows...), "contract")
	if h.index%6 == 4 {
		d := day(fy, 11, 3)
		h.give(d, h.manager, contract.VaryHubContract{Contract: h.seen.contract, On: d, Ref: "VAR-" + h.icb.Code + "-" + fy.String()[:4], Schedules: []domain.ContractSchedule{{
			FY: fy, Requirements: []string{"WORKFORCE_PLANNING", "PLACEMENTS", "RETENTION", "EDUCATORS", "PRECEPTORSHIPS"}, Pence: h.share(operational, fy),
		}}})
	}
}

// renew ends the contract of a year in its middle, in a few hubs, and signs
// another.
func (h *hub) renew(fy domain.FinancialYear) {
	if fy != firstYear+1 || h.index%14 != 13 {
		return
	}
	last := day(fy, 9, 30)
	h.give(last.AddDays(-20), h.manager, contract.EndHubContract{Contract: h.seen.contract, On: last, Reason: "new terms were agreed"})
	from := last.AddDays(1)
	h.seen.contract = domain.NewID(h.give(from, h.manager, contract.SignHubContract{
		Parties: []string{accountable(from), h.hostOn(from)}, From: from, To: fy.Last(),
		Schedules:       []domain.ContractSchedule{{FY: fy, Requirements: []string{"WORKFORCE_PLANNING", "PLACEMENTS"}, Pence: h.share(operational, fy)}},
		ReportingDuties: []domain.ReportingDuty{{Report: "ACTIVITY_REPORT", Every: domain.EveryMonth, DueDays: 14}},
	}), "contract")
}

// begin adopts the first policies and signs the agreement.
func (h *hub) begin(first domain.Date) {
	coi := first
	if h.withoutPolicy() {
		coi = day(firstYear, 10, 1)
	}
	h.policy(domain.PolicyCOI, "1.0", coi)
	h.policy(domain.PolicyFinance, "2022", first)
	h.policy(domain.PolicySFI, "2022", first, domain.PolicyThreshold{Key: "ONE_QUOTE_BELOW", Pence: 1_000_000}, domain.PolicyThreshold{Key: "TENDER_ABOVE", Pence: 5_000_000})
	h.policy(domain.PolicyIG, "2022", first)
	from := domain.MustDate("2022-05-03")
	h.give(from, h.manager, contract.AdoptOperatingModel{School: school(h.icb.Region), Version: "2021", On: from})

	drafted := max(opening, coi).AddDays(20)
	h.seen.agreement = domain.NewID(h.give(drafted, h.clerk, contract.DraftGovernanceAgreement{On: drafted}), "agreement")
	signed := drafted.AddDays(40)
	h.agreementAttempts(signed)
	sign := contract.SignGovernanceAgreement{Agreement: h.seen.agreement, From: signed, EvidenceMusts: musts(h.icb.Code, domain.MustContract, domain.MustCOIPolicy, domain.MustNotForProfit)}
	if h.index == 11 { // signed although nothing was shown
		sign.EvidenceMusts = nil
		h.give(signed, h.clerk, sign, breaking(signed, contract.RuleInForce, contract.RuleCOIPolicy, contract.RuleNotForProfit))
		return
	}
	h.give(signed, h.clerk, sign)
}

// withoutPolicy is whether the hub has no policy on conflicts of interest in its
// first months.
func (h *hub) withoutPolicy() bool { return h.index == 9 }

func (h *hub) policy(kind domain.PolicyKind, version string, from domain.Date, limits ...domain.PolicyThreshold) {
	h.give(from, h.clerk, contract.AdoptPolicy{Kind: kind, Version: version, From: from, ReviewDue: domain.YearOf(from).Next().Last(), Thresholds: limits})
}

func musts(of string, all ...domain.Must) (out []domain.MustEvidence) {
	for _, m := range all {
		out = append(out, domain.MustEvidence{Must: m, Hash: hashOf(of, string(m))})
	}
	return out
}
