package api

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Eligibility is who may sit for a decision on a day, or at a meeting.
type Eligibility struct {
	Decision   uuid.UUID       `json:"decision" jsonschema:"The decision's id."`
	Hub        domain.HubID    `json:"hub" jsonschema:"Whose it is."`
	Status     string          `json:"status" jsonschema:"The decision's status on the day; what is decided is not decided again."`
	On         *domain.Date    `json:"on" jsonschema:"The day."`
	Meeting    *uuid.UUID      `json:"meeting" jsonschema:"Id of the meeting asked about."`
	Candidates []string        `json:"candidates" jsonschema:"Codes of the organisations that may be chosen: what interests are held against."`
	Estimate   domain.Pence    `json:"estimateGrossPence" jsonschema:"What it may cost: what limits are held against, in pence."`
	Body       EligibleBody    `json:"body" jsonschema:"The body that meets."`
	Quorum     QuorumCheck     `json:"quorum" jsonschema:"Whether those who are eligible and have a vote are enough."`
	People     []EligibleOrNot `json:"people" jsonschema:"Everybody who takes or shapes decisions on the day, and who was at the meeting asked about; by id."`
	Seq        eventstore.Seq  `json:"seq" jsonschema:"The seq that the answer is true at."`
}

// EligibleBody is a body that meets, and what it may decide on.
type EligibleBody struct {
	Name     string        `json:"name" jsonschema:"Which body: WIG, the Workforce Implementation Group, unless the meeting is another's."`
	Limit    *domain.Pence `json:"limitPence" jsonschema:"The most it may decide on, gross, in pence, 0 where nothing is delegated to it; null where decisions are reserved to it, without a limit."`
	Reserved bool          `json:"reserved" jsonschema:"Decisions are reserved to it, without a limit."`
	Covers   bool          `json:"coversEstimate" jsonschema:"It may decide on as much as the estimate."`
}

// QuorumCheck is whether those who are eligible and have a vote are a quorum.
type QuorumCheck struct {
	Seq           *eventstore.Seq `json:"seq" jsonschema:"The seq of the terms in force, or of the meeting; null where there are no terms, and nobody is enough."`
	Number        int             `json:"number" jsonschema:"How many with a vote there have to be."`
	Categories    []string        `json:"categories" jsonschema:"Capacities of which one has to be there each."`
	NonConflicted int             `json:"nonConflicted" jsonschema:"How many of them have to be without a conflict."`
	Eligible      int             `json:"eligible" jsonschema:"How many with a vote are eligible; those who have nothing declared yet are counted."`
	Ready         int             `json:"ready" jsonschema:"How many of these have declared."`
	ConflictFree  int             `json:"conflictFree" jsonschema:"How many of the eligible have no known conflict."`
	Missing       []string        `json:"missing" jsonschema:"Capacities of which nobody is eligible."`
	Met           bool            `json:"met" jsonschema:"They are a quorum, once all who are eligible have declared."`
	MetNow        bool            `json:"metNow" jsonschema:"Those who have declared are a quorum already."`
}

// EligibleOrNot is a person who may sit, or not, and why.
type EligibleOrNot struct {
	Person      uuid.UUID     `json:"person" jsonschema:"Random id of the person."`
	Eligible    bool          `json:"eligible" jsonschema:"They may sit, once they have declared."`
	Standing    string        `json:"standing" jsonschema:"FREE (declared that there is no conflict), UNDECLARED (no conflict is known, and nothing declared yet), MANAGED (a conflict, declared, and something short of recusal decided about it), CONFLICTED (a conflict that is not declared, or about which nothing is decided) or RECUSED."`
	Voting      bool          `json:"voting" jsonschema:"They have a vote: as a member of the group, or as minuted."`
	Capacity    *string       `json:"capacity" jsonschema:"In which capacity they are in the group, or were at the meeting."`
	Present     *bool         `json:"present" jsonschema:"They were at the meeting asked about until the item was decided; null where none is."`
	Requester   bool          `json:"requester" jsonschema:"They asked for it, and don't approve it alone."`
	Limit       *domain.Pence `json:"delegationLimitPence" jsonschema:"The most that a delegation to them covers, gross, in pence; null where they have none."`
	Covers      bool          `json:"coversEstimate" jsonschema:"That covers the estimate."`
	Alone       bool          `json:"mayDecideAlone" jsonschema:"They may take the decision by a delegation, once they have declared."`
	Posts       []Post        `json:"posts" jsonschema:"By what they take or shape decisions."`
	Conflicts   []Conflict    `json:"conflicts" jsonschema:"What conflicts: interests declared for the decision, interests on the register in a candidate or in whoever is connected with one, and relationships of their own."`
	Declaration *Declared     `json:"declaration" jsonschema:"What they last declared for the decision; null where they have to declare yet."`
	ToDeclare   []uuid.UUID   `json:"toDeclare" jsonschema:"Ids of interests on their register that conflict and are not declared for the decision."`
	Mitigations []Managed     `json:"mitigations" jsonschema:"What is done about their conflict."`
	Statement   *Stated       `json:"statement" jsonschema:"What they last stated to hold on the register; null where they never did."`
}

// Post is a role, a membership or a delegation.
type Post struct {
	Kind string         `json:"kind" jsonschema:"TEAM, WIG or DELEGATION."`
	Role *string        `json:"role" jsonschema:"Of TEAM the role, of WIG the capacity."`
	Hub  *domain.HubID  `json:"hub" jsonschema:"Of TEAM, the hub."`
	ID   *uuid.UUID     `json:"delegation" jsonschema:"Of DELEGATION, its id."`
	From domain.Date    `json:"from" jsonschema:"First day."`
	Seq  eventstore.Seq `json:"seq" jsonschema:"The seq of the event that says so."`
}

// Conflict is what conflicts with a decision.
type Conflict struct {
	Interest  *Interest `json:"interest" jsonschema:"The interest; null where it is a relationship of the person's own in the register of organisations."`
	Declared  bool      `json:"declared" jsonschema:"It is declared for the decision."`
	Candidate *string   `json:"candidate" jsonschema:"The candidate it leads to; null where it is only declared."`
	Path      []Link    `json:"path" jsonschema:"How the organisation of the interest, or the person, is connected with the candidate, beginning at the candidate; empty where it is the candidate itself."`
}

// Link is one relationship between a candidate and somebody else.
type Link struct {
	Child        string                  `json:"child" jsonschema:"Who is something, by code or, of a person, by random id."`
	Parent       string                  `json:"parent" jsonschema:"To whom."`
	Relationship domain.RelationshipKind `json:"relationship" jsonschema:"What the child is to the parent."`
	From         domain.Date             `json:"from" jsonschema:"First day."`
	To           *domain.Date            `json:"to" jsonschema:"Last day, where there is one."`
	Seq          eventstore.Seq          `json:"seq" jsonschema:"The seq of the event that says so."`
}

// Declared is what a person last declared for a decision.
type Declared struct {
	Seq       eventstore.Seq `json:"seq" jsonschema:"The seq of the declaration."`
	Nil       bool           `json:"nil" jsonschema:"There is no interest."`
	Interests []uuid.UUID    `json:"interestRefs" jsonschema:"Ids of the interests declared."`
}

// Managed is what is done about a conflict.
type Managed struct {
	Seq        eventstore.Seq    `json:"seq" jsonschema:"The seq of the event."`
	Mitigation domain.Mitigation `json:"mitigation" jsonschema:"What is done."`
}

// Stated is what a person stated to hold on a day.
type Stated struct {
	Seq eventstore.Seq `json:"seq" jsonschema:"The seq of the statement."`
	On  domain.Date    `json:"on" jsonschema:"The day it speaks of."`
	Nil bool           `json:"nil" jsonschema:"Nothing; otherwise the interests declared and no others."`
}
