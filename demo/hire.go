package demo

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/rate"
	"github.com/hubledger/hubledger/domain/role"
)

// job is a post in a PCN, and who works in it.
type job struct {
	id       uuid.UUID
	pcn      string
	hub      domain.HubID
	code     string // type of role
	scheme   bool   // the reimbursement scheme pays
	area     string
	person   uuid.UUID
	work     []worked
	embedded domain.Date // first day, 0 where it is not
	end      domain.Date // last day, 0 while it goes on
	special  bool        // nothing else becomes of it
}

// worked is how much somebody works from a day on, the first of a month.
type worked struct {
	from domain.Date
	fte  domain.FTE
}

func (j *job) start() domain.Date { return j.work[0].from }

// on is how much there is of a job in a month that begins on a day.
func (j *job) on(month domain.Date) (fte domain.FTE) {
	for _, w := range j.work {
		if w.from <= month {
			fte = w.fte
		}
	}
	if j.end != 0 && j.end < month {
		return 0
	}
	return fte
}

// hire is the posts of a year: what PCNs are entitled to, new posts, what
// becomes of the others, and what is claimed.
func (h *hub) hire(fy domain.FinancialYear) {
	for i := range h.pcns {
		h.entitle(i, fy)
	}
	for _, j := range h.jobs {
		if j.end == 0 && !j.special {
			h.change(j, fy)
		}
	}
	for i, pcn := range h.pcns {
		count := 0
		if fy == firstYear {
			count = 2
		} else if (i+int(fy))%3 == 0 {
			count = 1
		}
		for k := range count {
			h.extend(i, pcn, fy, k)
		}
	}
	h.midyear(fy)
	for i, j := range h.jobs {
		if i%2 == 0 { // the others claim where it is no concern of the hub's
			h.claim(j, fy)
		}
	}
	h.rotate(fy)
}

// entitle is a PCN's list, and so what it may be reimbursed in a year.
func (h *hub) entitle(i int, fy domain.FinancialYear) {
	list := domain.Patients(h.icb.RegisteredPatients/int64(h.icb.PCNs)) * domain.Patients(90+(i*7+h.index)%20)
	d := day(fy, 4, 27).AddDays(i % 3)
	h.give(d, h.finance, role.SetRoleEntitlement{
		Hub: h.localities[i%len(h.localities)], PCN: h.pcns[i], FY: fy, Registered: list, Weighted: list / 100 * domain.Patients(96+i%9), PatientsOn: day(fy-1, 1, 1),
		SourceDoc: "Invented lists at 1 January",
	})
}

// extend proposes a post of a type that a PCN has none of yet.
func (h *hub) extend(i int, pcn string, fy domain.FinancialYear, k int) {
	proposed := workday(day(fy, 5, 3).AddDays(h.luck.IntN(90)))
	start := proposed.AddDays(45).MonthEnd().AddDays(1)
	if k == 0 && fy == firstYear+1 && i%2 == 0 { // practices pay for some themselves
		h.post(&job{pcn: pcn, hub: h.localities[i%len(h.localities)], code: "PRACTICE_NURSE"}, proposed, start, "")
		return
	}
	n := 2*i + k + 3*int(fy-firstYear) + h.index
	for range hired {
		code := hired[n%len(hired)]
		n++
		of, ok := typeOn(code, start)
		if !ok || of.PublishedOn > proposed || h.has(pcn, code) {
			continue
		}
		j := &job{pcn: pcn, hub: h.localities[i%len(h.localities)], code: code, scheme: true, area: england}
		if code == pharmacist && h.icb.Region == "Y56" && start >= day(2024, 10, 1) {
			j.area = outerLondon
		}
		band := ""
		if len(of.Bands) > 0 {
			band = of.Bands[(i+k)%len(of.Bands)]
		}
		h.post(j, proposed, start, band)
		return
	}
}

// has reports whether a PCN has a post of a type.
func (h *hub) has(pcn, code string) bool {
	return slices.ContainsFunc(h.jobs, func(j *job) bool { return j.pcn == pcn && j.code == code && j.end == 0 })
}

var shares = []domain.FTE{domain.OneFTE, domain.OneFTE, domain.OneFTE * 4 / 5, domain.OneFTE * 3 / 5, domain.OneFTE / 2}

// post proposes a post, recruits to it and finds whether it is embedded. One in
// ten comes to nothing.
func (h *hub) post(j *job, proposed, start domain.Date, band string) {
	if len(j.work) == 0 {
		j.work = []worked{{start, pick(h.luck, shares)}}
	}
	data := role.ProposeRolePost{
		Hub: j.hub, PCN: j.pcn, RoleType: j.code, Origin: domain.OriginPCNDES, FTE: j.work[0].fte, Band: band, Funding: domain.FundingARRS, Area: j.area, Additional: true, From: start,
	}
	if !j.scheme {
		data.Origin, data.Funding, data.Area, data.Additional = pick(h.luck, []domain.RoleOrigin{domain.OriginExisting, domain.OriginNew}), domain.FundingPractice, "", false
	}
	j.id = domain.NewID(h.give(proposed, h.lead, data), "post")
	if h.luck.IntN(10) == 0 && !j.special {
		j.end = start.AddDays(60)
		h.give(j.end, h.lead, role.EndRolePost{Post: j.id, On: j.end, Reason: "nobody applied who could do it"})
		return
	}
	h.recruitTo(j, start)
	h.jobs = append(h.jobs, j)
}

// recruitTo has somebody begin in a post.
func (h *hub) recruitTo(j *job, start domain.Date) {
	j.person = h.newcomer()
	of, _ := typeOn(j.code, start)
	for _, r := range of.Regulators[:min(1, len(of.Regulators))] {
		h.check(j.person, r, start.AddDays(-10-h.luck.IntN(20)))
	}
	r := role.RecruitRolePost{Post: j.id, Person: j.person, Employer: h.practices[j.pcn][0], Start: start, IntendedMonths: 24}
	if h.index%2 == 0 {
		r.Employer = h.hostOn(start)
	}
	if of.QualifiedWithinMonths > 0 {
		r.QualifiedOn = start.AddDays(-40 - h.luck.IntN(600))
	}
	chance := h.luck.IntN(10)
	if j.special {
		chance = 9
	}
	if chance == 0 {
		r.IntendedMonths = 4 // for a project: never embedded
	}
	h.give(start, h.lead, r)
	if chance > 1 {
		j.embedded = start.AddDays(50 + h.luck.IntN(80))
		h.give(j.embedded, h.manager, h.embedding(j, j.embedded))
	}
}

// embedding is what is found of a role whose conditions all hold.
func (h *hub) embedding(j *job, d domain.Date) role.EmbedRole {
	e := role.EmbedRole{Post: j.id, By: h.clinical.Person, On: d}
	for _, c := range domain.EmbeddingConditions {
		e.Tests = append(e.Tests, role.TestResult{Condition: c, Holds: true, DocHash: hashOf(j.id.String(), string(c))})
	}
	return e
}

// change is what becomes of a post in a year.
func (h *hub) change(j *job, fy domain.FinancialYear) {
	month := day(fy, 8, 1)
	if j.start() > day(fy-1, 12, 1) { // too new
		return
	}
	switch h.luck.IntN(12) {
	case 0, 1:
		fte := pick(h.luck, shares)
		if fte != j.work[len(j.work)-1].fte {
			h.give(month, h.lead, role.ChangeRoleFTE{Post: j.id, FTE: fte, From: month})
			j.work = append(j.work, worked{month, fte})
		}
	case 2:
		j.end = day(fy, 9, 30)
		h.give(j.end.AddDays(2), h.lead, role.EndRolePost{Post: j.id, On: j.end, Reason: pick(h.luck, leaving)})
	case 3:
		if j.embedded != 0 {
			last := day(fy, 10, 14)
			h.give(last.AddDays(3), h.manager, role.LapseRoleEmbedding{
				Post: j.id, Condition: pick(h.luck, domain.EmbeddingConditions[:3]), On: last, Reason: "the practice moved, and there is no supervisor on site",
			})
			j.embedded = 0
			if h.luck.IntN(2) == 0 {
				j.embedded = day(fy, 1, 12)
				h.give(j.embedded, h.manager, h.embedding(j, j.embedded))
			}
		}
	}
}

// claim is what a PCN claims for a post in a year: when it is over, for all of
// it, a little below what it might.
func (h *hub) claim(j *job, fy domain.FinancialYear) {
	from, to := max(j.start(), fy.First()), fy.Last()
	if j.end != 0 {
		to = min(to, j.end)
	}
	if !j.scheme || from > to || j.special {
		return
	}
	pence := h.worth(j, from, to) * domain.Pence(90+(h.given%10)) / 100
	if pence > 0 {
		h.give(to.AddDays(24), h.finance, role.ClaimReimbursement{Post: j.id, From: from, To: to, Pence: pence})
	}
}

// worth is the most that whole months of a post are reimbursed with, each
// rounded for itself.
func (h *hub) worth(j *job, from, to domain.Date) (sum domain.Pence) {
	for m := from; m < to; m = m.AddMonths(1) {
		part, ok := rate.ForMonths(mostOn(j.code, j.area, m), j.on(m), 1)
		if !ok {
			panic("demo: a month of a post is worth more than can be paid") // the tables are wrong
		}
		sum += part
	}
	return sum
}

// mostOn is the most that is reimbursed for a role on a day: of the rates that
// hold then the one published last.
func mostOn(code, area string, d domain.Date) domain.Pence {
	var found rate.SetRate
	for _, r := range rates {
		if r.Kind == domain.RateARRSMax && r.Key == code && r.Area == area && r.From <= d && d <= r.To && r.PublishedOn > found.PublishedOn {
			found = r
		}
	}
	return found.Pence
}

// midyear is a pharmacist who works three days a week, across a change of the
// rate in the middle of a year: claimed at once, and half by half.
func (h *hub) midyear(fy domain.FinancialYear) {
	if fy != 2024 || h.index%7 != 2 {
		return
	}
	three := domain.OneFTE * 3 / 5
	i := h.index % len(h.pcns)
	j := &job{pcn: h.pcns[i], hub: h.localities[i%len(h.localities)], code: pharmacist, scheme: true, area: england, special: true, work: []worked{{day(fy, 7, 1), three}}}
	h.post(j, day(fy, 5, 8), day(fy, 7, 1), "7")
	parts := []span{{day(fy, 7, 1), day(fy, 12, 31)}, {day(fy, 1, 1), fy.Last()}}
	if h.index%2 == 0 {
		parts = []span{{day(fy, 7, 1), day(fy, 9, 30)}, {day(fy, 10, 1), fy.Last()}}
	}
	for _, p := range parts {
		h.give(p.to.AddDays(20), h.finance, role.ClaimReimbursement{Post: j.id, From: p.from, To: p.to, Pence: h.worth(j, p.from, p.to)})
	}
}
