package planning

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

const (
	maxParties  = 100
	maxIDs      = 100
	maxPCNs     = 200
	maxLines    = 100
	maxTopics   = 30
	maxAsked    = 1_000_000
	maxFTE      = 10_000 * domain.OneFTE // of one line, far above any PCN
	maxRevision = 10_000
)

// Validate implements domain.CommandData.
func (c ReceiveIntelligence) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	f.Text(c.Source, "/source", 1, domain.MaxName)
	f.Check(c.Scope.Valid(), "/scope", "should be LOCAL or NATIONAL")
	f.Check(c.Kind.Valid(), "/kind", "should be INTELLIGENCE, GUIDANCE, STATISTIC or FEEDBACK")
	f.Check(c.Channel.Valid(), "/channel", "should be SURVEY, MEETING, SOCIAL, NETWORK, STAT_RELEASE or NOTIFICATION")
	f.Text(c.Subject, "/subject", 1, domain.MaxName)
	f.Check(!c.Channel.Documented() || !c.DocHash.IsZero(), "/docHash", "is required of what comes by %s, the SHA-256 of the document's bytes", c.Channel)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c RecordConsultation) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	f.Check(len(c.Parties) >= 1 && len(c.Parties) <= maxParties, "/parties", "has %d codes; it should have 1 to %d", len(c.Parties), maxParties)
	once(f, c.Parties, "/parties", domain.IsParty, "should be the code of an organisation: 2 to 20 capital letters, digits and hyphens")
	f.Required(c.On, "/on")
	f.Text(c.Subject, "/subject", 1, domain.MaxName)
	ids(f, c.Needs, "/needRefs", 0)
}

// Validate implements domain.CommandData.
func (c OpenTrainingNeedsExercise) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	f.Text(c.Title, "/title", 1, domain.MaxName)
	key(f, c.Method, "/method")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c CloseTrainingNeedsExercise) Validate(f *domain.FieldErrors) {
	f.Check(c.Exercise != uuid.Nil, "/exercise", "is required, the exercise's id")
	f.Required(c.On, "/on")
	f.Check(c.Asked >= 0 && c.Asked <= maxAsked, "/asked", "should be 0 to %d", maxAsked)
	f.Check(c.Responses >= 0 && c.Responses <= maxAsked, "/responses", "should be 0 to %d", maxAsked)
	f.Check(c.Asked <= 0 || c.Responses <= c.Asked, "/responses", "should be at most those who were asked, %d", c.Asked)
}

// Validate implements domain.CommandData.
func (c IdentifyTrainingNeed) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	f.Text(c.Title, "/title", 1, domain.MaxName)
	f.Text(c.Audience, "/audience", 1, domain.MaxName)
	f.Check(len(c.PCNs) <= maxPCNs, "/pcns", "has %d codes; it should have at most %d", len(c.PCNs), maxPCNs)
	once(f, c.PCNs, "/pcns", domain.IsPCN, "should be the code of a PCN, such as U12345")
	ids(f, c.Evidence, "/evidenceRefs", 1)
	f.Check(c.Urgency.Valid(), "/urgency", "should be LOW, MEDIUM or HIGH")
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c MeetTrainingNeed) Validate(f *domain.FieldErrors) {
	f.Check(c.Need != uuid.Nil, "/need", "is required, the need's id")
	f.Required(c.On, "/on")
	f.Text(c.How, "/how", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c WithdrawTrainingNeed) Validate(f *domain.FieldErrors) {
	f.Check(c.Need != uuid.Nil, "/need", "is required, the need's id")
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c SubmitWorkforcePlan) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	pcn(f, c.PCN)
	f.Check(!c.FY.IsZero(), "/fy", "is required, a financial year of the form 2024/25")
	lines(f, c.Lines)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c ReviseWorkforcePlan) Validate(f *domain.FieldErrors) {
	f.Check(c.Plan != uuid.Nil, "/plan", "is required, the plan's id")
	lines(f, c.Lines)
	f.Required(c.On, "/on")
	f.Text(c.Reason, "/reason", 1, domain.MaxFreeText)
}

// Validate implements domain.CommandData.
func (c EndorseWorkforcePlan) Validate(f *domain.FieldErrors) {
	f.Check(c.Plan != uuid.Nil, "/plan", "is required, the plan's id")
	f.Check(c.Revision >= 1 && c.Revision <= maxRevision, "/revision", "should be 1 to %d", maxRevision)
	f.Required(c.On, "/on")
}

// Validate implements domain.CommandData.
func (c RecordWorkforceConversation) Validate(f *domain.FieldErrors) {
	hub(f, c.Hub)
	pcn(f, c.PCN)
	f.Required(c.On, "/on")
	f.Check(len(c.Topics) >= 1 && len(c.Topics) <= maxTopics, "/topics", "has %d; it should have 1 to %d", len(c.Topics), maxTopics)
	once(f, c.Topics, "/topics", domain.IsKey, keyForm)
}

func lines(f *domain.FieldErrors, all []domain.PlanLine) {
	f.Check(len(all) >= 1 && len(all) <= maxLines, "/lines", "has %d; it should have 1 to %d", len(all), maxLines)
	seen := make(map[string]bool, len(all))
	for i, l := range all {
		at := fmt.Sprintf("/lines/%d", i)
		key(f, l.RoleType, at+"/roleType")
		f.Check(!seen[l.RoleType], at+"/roleType", "names %s a second time", l.RoleType)
		seen[l.RoleType] = true
		f.Check(l.Baseline >= 0 && l.Baseline <= maxFTE, at+"/baselineFTE", "should be 0 to %s", maxFTE)
		f.Check(l.Target >= 0 && l.Target <= maxFTE, at+"/targetFTE", "should be 0 to %s", maxFTE)
	}
}

const keyForm = "should be 2 to 40 capital letters, digits and underscores, the first a letter"

func key(f *domain.FieldErrors, s, pointer string) { f.Check(domain.IsKey(s), pointer, keyForm) }

func hub(f *domain.FieldErrors, id domain.HubID) {
	f.Check(id == "" || id.Valid(), "/hub", "should be the id of a hub, such as QE1 or QE1~fylde-coast")
}

func pcn(f *domain.FieldErrors, code string) {
	f.Check(domain.IsPCN(code), "/pcn", "should be the code of a PCN, such as U12345")
}

// once checks the form of texts, each of which is there once.
func once(f *domain.FieldErrors, all []string, pointer string, valid func(string) bool, form string) {
	seen := make(map[string]bool, len(all))
	for i, s := range all {
		at := fmt.Sprintf("%s/%d", pointer, i)
		f.Check(valid(s), at, "%s", form)
		f.Check(!seen[s], at, "names %s a second time", s)
		seen[s] = true
	}
}

// ids checks a list of ids, each of which is there once.
func ids(f *domain.FieldErrors, all []uuid.UUID, pointer string, least int) {
	f.Check(len(all) >= least && len(all) <= maxIDs, pointer, "has %d ids; it should have %d to %d", len(all), least, maxIDs)
	seen := make(map[uuid.UUID]bool, len(all))
	for i, id := range all {
		at := fmt.Sprintf("%s/%d", pointer, i)
		f.Check(id != uuid.Nil, at, "is required, an id")
		f.Check(!seen[id], at, "names %s a second time", id)
		seen[id] = true
	}
}
