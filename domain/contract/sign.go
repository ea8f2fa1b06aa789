package contract

import (
	"cmp"
	"reflect"
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (s *State) sign(d decision, data SignHubContract) (domain.Decision, error) {
	e := domain.HubContractSigned{
		Contract: domain.IDOf(data.Contract, d.command, "contract"), Hub: s.hub, Parties: slices.Sorted(slices.Values(data.Parties)), From: data.From, To: data.To,
		Schedules: byYear(data.Schedules), ReportingDuties: byReport(data.ReportingDuties),
	}
	for c := range s.each {
		same := c.signed
		if data.Contract == uuid.Nil {
			same.Contract = e.Contract
		}
		if reflect.DeepEqual(same, e) {
			return d.Decide()
		}
	}
	_, again := s.contracts.Get(e.Contract)
	d.Must(RuleIdentity, !again, "contract %s is signed already; what it says differently should be a variation of it", e.Contract)
	d.Must(RuleDays, e.From < e.To, "the contract begins on %s; its last day should be after that, not %s", e.From, e.To)
	runs(d, e.Schedules, e.From, e.To)
	for _, party := range e.Parties {
		_, registered := d.orgs.Class(party)
		d.Must(RuleNamed, registered, "%s should be registered as an organisation first", party)
		d.Require(RuleParties, d.orgs.OpenOn(party, e.From), "%s should be open on %s, the first day of the contract", party, e.From)
	}
	body, named := d.national.AccountableBodyOn(e.From)
	d.Require(RuleParties, !named || slices.Contains(e.Parties, body), "%s, which hubs account to on %s, should be a party of the contract", body, e.From)
	host := d.hubs.HostOn(s.hub, e.From)
	d.Require(RuleParties, host == "" || slices.Contains(e.Parties, host), "%s, the host of %s on %s, should be a party of the contract", host, s.hub, e.From)
	d.Require(RuleHub, d.hubs.ActiveOn(s.hub, e.From), "%s should be active on %s, the first day of its contract", s.hub, e.From)
	s.alone(d, e.Contract, e.From, e.To)
	return d.Decide(e)
}

func (s *State) vary(d decision, data VaryHubContract) (domain.Decision, error) {
	c, known := s.contracts.Get(data.Contract)
	d.Must(RuleNamed, known, "contract %s should be signed before it is varied", data.Contract)
	if d.Refused() {
		return d.Decide()
	}
	before := c.newest()
	e := before
	e.Variation, e.On, e.Ref = before.Variation+1, data.On, data.Ref
	if !data.To.IsZero() {
		e.To = data.To
	}
	if len(data.Schedules) > 0 {
		e.Schedules = replaced(before.Schedules, data.Schedules)
	}
	if len(data.ReportingDuties) > 0 {
		e.ReportingDuties = byReport(data.ReportingDuties)
	}
	if e.To == before.To && reflect.DeepEqual(e.Schedules, before.Schedules) && slices.Equal(e.ReportingDuties, before.ReportingDuties) {
		return d.Decide()
	}
	d.Must(RuleIdentity, c.ended.On.IsZero(), "contract %s ended on %s; it can't be varied, and another should be signed", data.Contract, c.ended.On)
	d.Must(RuleIdentity, e.On >= before.On, "contract %s is varied from %s, or began then; the variation should follow that, not begin on %s", data.Contract, before.On, e.On)
	d.Must(RuleIdentity, e.On <= before.To.AddDays(1), "contract %s runs until %s; a variation should begin by the day after, not on %s, when another contract should be signed",
		data.Contract, before.To, e.On)
	d.Must(RuleDays, e.To > c.signed.From, "the contract begins on %s; its last day should be after that, not %s", c.signed.From, e.To)
	d.Must(RuleIdentity, e.To >= e.On, "the variation begins on %s; the contract's last day should not be before, on %s", e.On, e.To)
	runs(d, data.Schedules, c.signed.From, e.To)
	s.alone(d, data.Contract, c.signed.From, e.To)
	return d.Decide(e)
}

func (s *State) end(d decision, data EndHubContract) (domain.Decision, error) {
	c, known := s.contracts.Get(data.Contract)
	e := domain.HubContractEnded{Contract: data.Contract, Hub: s.hub, On: data.On, Reason: data.Reason}
	if known && c.ended.On == e.On {
		return d.Decide()
	}
	d.Must(RuleNamed, known, "contract %s should be signed before it ends", data.Contract)
	d.Must(RuleEnd, c.ended.On.IsZero(), "contract %s ended on %s; it ends once", data.Contract, c.ended.On)
	d.Must(RuleEnd, e.On >= c.signed.From && e.On < c.last(), "contract %s runs from %s until %s; it should end early on one of these days before the last, not on %s",
		data.Contract, c.signed.From, c.last(), e.On)
	return d.Decide(e)
}

// alone holds that no other contract has a day in common with some days.
func (s *State) alone(d decision, id uuid.UUID, from, to domain.Date) {
	for c := range s.each {
		d.Require(RuleDays, c.signed.Contract == id || c.last() < from || to < c.signed.From,
			"contract %s runs from %s until %s; another should not, from %s until %s, have a day in common with it", c.signed.Contract, c.signed.From, c.last(), from, to)
	}
}

// runs holds that schedules speak of years in which a contract runs.
func runs(d decision, schedules []domain.ContractSchedule, from, to domain.Date) {
	for _, s := range schedules {
		d.Must(RuleIdentity, s.FY.First() <= to && from <= s.FY.Last(), "the contract runs from %s until %s; a schedule should speak of a year in which it does, not of %s", from, to, s.FY)
	}
}

// byYear are schedules in the order of their years.
func byYear(all []domain.ContractSchedule) []domain.ContractSchedule {
	return slices.SortedFunc(slices.Values(all), func(a, b domain.ContractSchedule) int { return cmp.Compare(a.FY, b.FY) })
}

// byReport are duties in the order of their reports.
func byReport(all []domain.ReportingDuty) []domain.ReportingDuty {
	return slices.SortedFunc(slices.Values(all), func(a, b domain.ReportingDuty) int { return cmp.Compare(a.Report, b.Report) })
}

// replaced are schedules with others in the place of those of the same years.
func replaced(before, by []domain.ContractSchedule) []domain.ContractSchedule {
	out := slices.Clone(by)
	for _, s := range before {
		if !slices.ContainsFunc(by, func(b domain.ContractSchedule) bool { return b.FY == s.FY }) {
			out = append(out, s)
		}
	}
	return byYear(out)
}
