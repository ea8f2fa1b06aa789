package measure

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Version is the version of the vocabulary. Members may be added within one;
// what a member means changes with the version alone.
const Version = 1

// Kind is a kind of thing.
type Kind string

// The kinds.
const (
	KindPlan          Kind = "plan"          // workforce plan of a PCN and year
	KindConversation  Kind = "conversation"  // about a PCN's workforce
	KindPost          Kind = "post"          // that a hub proposed, rotational ones too
	KindSupport       Kind = "support"       // fellowship, preceptorship, mentoring or coaching of a person
	KindCareerSupport Kind = "careerSupport" // contacts at a stage of a career, counted
	KindPlacement     Kind = "placement"     // of a learner
	KindEnvironment   Kind = "environment"   // for learning
	KindEducator      Kind = "educator"      // a person, in an ICS
	KindProgramme     Kind = "programme"     // of education and training
	KindLead          Kind = "lead"          // named for a PCN, of a kind
	KindAllocation    Kind = "allocation"    // money given for a fund line
	KindCost          Kind = "cost"          // borne by a fund line
)

// Kinds are all of them.
var Kinds = []Kind{
	KindPlan, KindConversation, KindPost, KindSupport, KindCareerSupport, KindPlacement,
	KindEnvironment, KindEducator, KindProgramme, KindLead, KindAllocation, KindCost,
}

// OfPeople reports whether things of the kind are about a person each, so that
// people can be counted by them.
func (k Kind) OfPeople() bool { return k == KindSupport || k == KindEducator }

// Ref names a thing: one of an ICS.
type Ref struct {
	Kind Kind
	ICB  string
	ID   string // within the kind and the ICS
}

// Entity is a thing as it stands: a *Plan, a *Post and so on. Its members are
// what rules see, by the names in their cel tags. Days are numbers yyyymmdd, 0
// for none; FTE are 10⁻⁹; money is pence.
type Entity interface {
	// Kind is which kind it is.
	Kind() Kind
	// Of is the hub that it counts for.
	Of() domain.HubID
	// Who is the person it is about, the zero UUID where it is about none.
	Who() uuid.UUID
}

// Span is some days, and how much holds on them.
type Span struct {
	First  int64 `cel:"first"`
	Last   int64 `cel:"last"`   // 0: not ended
	Amount int64 `cel:"amount"` // FTE, days or pence, as the member says; 1 where it is only there
	// Label is what kind of span it is, where the member has several: the
	// profession of an educator's learners.
	Label string `cel:"label"`
}

// Plan is a PCN's workforce plan of a year.
type Plan struct {
	Hub      string `cel:"hub"`
	PCN      string `cel:"pcn"`
	First    int64  `cel:"first"` // of its year
	Last     int64  `cel:"last"`
	Endorsed []Span `cel:"endorsed"` // within its year: a revision that the hub stood by, until the next one
}

// Conversation is one with a PCN about its workforce.
type Conversation struct {
	Hub string `cel:"hub"`
	PCN string `cel:"pcn"`
	On  int64  `cel:"on"`
	// Held is the day as a span.
	Held []Span `cel:"held"`
}

// Post is one that a hub proposed.
type Post struct {
	Hub        string `cel:"hub"`
	PCN        string `cel:"pcn"`
	RoleType   string `cel:"roleType"`
	Origin     string `cel:"origin"`
	Funding    string `cel:"funding"`
	Rotational bool   `cel:"rotational"`
	// Recruited is somebody working in it, by their FTE, and Embedded that
	// with all conditions met.
	Recruited []Span `cel:"recruited"`
	Embedded  []Span `cel:"embedded"`
	// PrimaryCare is the legs of a rotational post in primary care that have
	// begun, by their FTE. Its days are united in Rotating.
	PrimaryCare []Span `cel:"primaryCare"`
	Rotating    []Span `cel:"rotating"`
}

// Support is support for a person's career.
type Support struct {
	Hub        string `cel:"hub"`
	Type       string `cel:"type"` // FELLOWSHIP, PRECEPTORSHIP, MENTORING or COACHING
	Profession string `cel:"profession"`
	Active     []Span `cel:"active"`    // from its start until it ended
	Started    []Span `cel:"started"`   // its first day
	Completed  []Span `cel:"completed"` // the day of its completion
	Withdrawn  []Span `cel:"withdrawn"` // the day it ended early
	// Due is the day 12 months after the start, and Retained the same day
	// where the newest confirmation on or after it, or else the one before it
	// that is no older than the start, says that the person works in primary
	// care. Confirmed is the day where there is a confirmation on or after it.
	Due       []Span `cel:"due"`
	Confirmed []Span `cel:"confirmed"`
	Retained  []Span `cel:"retained"`

	person uuid.UUID
}

// CareerSupport is contacts with people at a stage of their career.
type CareerSupport struct {
	Hub        string `cel:"hub"`
	Stage      string `cel:"stage"`
	Profession string `cel:"profession"`
	On         int64  `cel:"on"`
	Contacts   int64  `cel:"contacts"`
	Provided   []Span `cel:"provided"` // the day, by contacts
}

// Placement is one of a learner.
type Placement struct {
	Hub        string `cel:"hub"`
	Site       string `cel:"site"`
	Profession string `cel:"profession"`
	Shadowing  bool   `cel:"shadowing"`
	// Approved says that its environment was approved for its site and
	// profession, and not suspended, on the day it began, as known when that
	// was recorded.
	Approved  bool   `cel:"approved"`
	Active    []Span `cel:"active"`    // from its start until it ended
	Started   []Span `cel:"started"`   // its first day
	Completed []Span `cel:"completed"` // its last day, where it was completed
	Attended  []Span `cel:"attended"`  // each part of a month that was recorded, on its last day, by days
}

// Environment is one for learning.
type Environment struct {
	Hub       string `cel:"hub"`
	Applicant string `cel:"applicant"`
	// Approved is that an approval holds, by how many professions it is for;
	// what a later approval replaces ends the day before.
	Approved []Span `cel:"approved"`
	// Decided is the day of each decision to approve it, by how many
	// professions; First that of the first one alone.
	Decided []Span `cel:"decided"`
	First   []Span `cel:"firstApproved"`
	// Suspended is that no learner may begin.
	Suspended []Span `cel:"suspended"`
}

// Educator is a person who may teach learners in an ICS.
type Educator struct {
	Hub string `cel:"hub"`
	// Approved is that an approval of any kind holds; Teaching the same by
	// profession of learners, in label; Kinds by kind of educator.
	Approved []Span `cel:"approved"`
	Teaching []Span `cel:"teaching"`
	Kinds    []Span `cel:"kinds"`

	person uuid.UUID
}

// Programme is one of education and training.
type Programme struct {
	Hub      string `cel:"hub"`
	Mode     string `cel:"mode"`
	Class    string `cel:"class"`
	Category string `cel:"category"`
	Function string `cel:"function"`
	// Running is from its launch until it is closed; Accredited the part of
	// that in which it has an accreditation or CPD points.
	Running    []Span `cel:"running"`
	Accredited []Span `cel:"accredited"`
	// Places, Attended and Finished are the days of its sessions, by places
	// that there were, people who came, and those who completed it.
	Places   []Span `cel:"places"`
	Attended []Span `cel:"attended"`
	Finished []Span `cel:"finished"`
}

// Lead is that a PCN has somebody named for something.
type Lead struct {
	Hub   string `cel:"hub"`
	PCN   string `cel:"pcn"`
	Type  string `cel:"type"`
	Named []Span `cel:"named"` // whoever it is
}

// Allocation is money that a funder gives for a fund line.
type Allocation struct {
	Hub     string `cel:"hub"`
	Fund    string `cel:"fund"`
	Purpose string `cel:"purpose"`
	// Given is each confirmed amount in pence from its day, or from the line's
	// last where it came later, until the last day of the line's year: on a
	// day they add up to what there was by then.
	Given []Span `cel:"given"`
}

// Cost is something that a fund line has borne: goods and services, pay or
// overhead.
type Cost struct {
	Hub     string `cel:"hub"`
	Fund    string `cel:"fund"`
	Purpose string `cel:"purpose"` // of the commitment it was incurred under; empty without one
	// Incurred is as Given: amounts in pence until the last day of the line's
	// year, from the last day of the period that the cost is of.
	Incurred []Span `cel:"incurred"`
}

func (*Plan) Kind() Kind          { return KindPlan }
func (*Conversation) Kind() Kind  { return KindConversation }
func (*Post) Kind() Kind          { return KindPost }
func (*Support) Kind() Kind       { return KindSupport }
func (*CareerSupport) Kind() Kind { return KindCareerSupport }
func (*Placement) Kind() Kind     { return KindPlacement }
func (*Environment) Kind() Kind   { return KindEnvironment }
func (*Educator) Kind() Kind      { return KindEducator }
func (*Programme) Kind() Kind     { return KindProgramme }
func (*Lead) Kind() Kind          { return KindLead }
func (*Allocation) Kind() Kind    { return KindAllocation }
func (*Cost) Kind() Kind          { return KindCost }

func (e *Plan) Of() domain.HubID          { return domain.HubID(e.Hub) }
func (e *Conversation) Of() domain.HubID  { return domain.HubID(e.Hub) }
func (e *Post) Of() domain.HubID          { return domain.HubID(e.Hub) }
func (e *Support) Of() domain.HubID       { return domain.HubID(e.Hub) }
func (e *CareerSupport) Of() domain.HubID { return domain.HubID(e.Hub) }
func (e *Placement) Of() domain.HubID     { return domain.HubID(e.Hub) }
func (e *Environment) Of() domain.HubID   { return domain.HubID(e.Hub) }
func (e *Educator) Of() domain.HubID      { return domain.HubID(e.Hub) }
func (e *Programme) Of() domain.HubID     { return domain.HubID(e.Hub) }
func (e *Lead) Of() domain.HubID          { return domain.HubID(e.Hub) }
func (e *Allocation) Of() domain.HubID    { return domain.HubID(e.Hub) }
func (e *Cost) Of() domain.HubID          { return domain.HubID(e.Hub) }

func (*Plan) Who() uuid.UUID          { return uuid.Nil }
func (*Conversation) Who() uuid.UUID  { return uuid.Nil }
func (*Post) Who() uuid.UUID          { return uuid.Nil }
func (e *Support) Who() uuid.UUID     { return e.person }
func (*CareerSupport) Who() uuid.UUID { return uuid.Nil }
func (*Placement) Who() uuid.UUID     { return uuid.Nil }
func (*Environment) Who() uuid.UUID   { return uuid.Nil }
func (e *Educator) Who() uuid.UUID    { return e.person }
func (*Programme) Who() uuid.UUID     { return uuid.Nil }
func (*Lead) Who() uuid.UUID          { return uuid.Nil }
func (*Allocation) Who() uuid.UUID    { return uuid.Nil }
func (*Cost) Who() uuid.UUID          { return uuid.Nil }
