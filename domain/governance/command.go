package governance

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// ConstituteWIG records the terms of the ICS's Workforce Implementation Group.
type ConstituteWIG struct {
	Name     string        `json:"name" jsonschema:"What the ICS calls the group, or its equivalent."`
	TermsRef string        `json:"termsRef" jsonschema:"Reference of its terms of reference."`
	Quorum   domain.Quorum `json:"quorum" jsonschema:"How many have to be there for it to decide."`
	From     domain.Date   `json:"from" jsonschema:"The first day of these terms, YYYY-MM-DD."`
}

// AppointWIGMember records that a person is a member of the group.
type AppointWIGMember struct {
	Person   uuid.UUID   `json:"person" jsonschema:"Random id of the person."`
	Capacity string      `json:"capacity" jsonschema:"As what, such as GP, NURSE or LAY: 2 to 40 capital letters, digits and underscores."`
	Voting   bool        `json:"voting" jsonschema:"Whether the member has a vote."`
	From     domain.Date `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
}

// RecordWIGMemberLeft records that a person is no longer a member.
type RecordWIGMemberLeft struct {
	Person uuid.UUID   `json:"person" jsonschema:"Random id of the person."`
	On     domain.Date `json:"on" jsonschema:"The last day, YYYY-MM-DD."`
}

// Attendee is one stay of a person in the room for an item.
type Attendee struct {
	Person   uuid.UUID        `json:"person" jsonschema:"Random id of the person."`
	Capacity string           `json:"capacity" jsonschema:"As what: 2 to 40 capital letters, digits and underscores; IN_ATTENDANCE is somebody without a vote, who is not of the body."`
	In       domain.TimeOfDay `json:"in,omitzero" jsonschema:"When the person came in, HH:MM; left out where it was at the beginning of the item."`
	Out      domain.TimeOfDay `json:"out,omitzero" jsonschema:"When the person left the room, HH:MM; left out where they were there when it was decided."`
}

// AgendaItem is an item of a meeting, and who was there for it.
type AgendaItem struct {
	Item      string     `json:"item" jsonschema:"Its number on the agenda, such as 7.2."`
	Title     string     `json:"title" jsonschema:"What it was about, no names of persons."`
	Chair     uuid.UUID  `json:"chair,omitzero" jsonschema:"Person in the chair for it; left out where it was that of the meeting."`
	Attendees []Attendee `json:"attendees" jsonschema:"Who was there for it; who went out and came back stands there for each stay."`
}

// RecordMeeting records that a body met.
type RecordMeeting struct {
	Meeting uuid.UUID     `json:"meeting,omitzero" jsonschema:"The meeting's id; made from the command's id where it is left out."`
	Body    string        `json:"body" jsonschema:"Which body: WIG for the Workforce Implementation Group, or another name of 2 to 40 capital letters, digits and underscores."`
	On      domain.Date   `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Chair   uuid.UUID     `json:"chair" jsonschema:"Person in the chair."`
	Items   []AgendaItem  `json:"items" jsonschema:"The items of the agenda."`
	Quorum  domain.Quorum `json:"quorum,omitzero" jsonschema:"How many have to be there for it to decide; left out of a WIG, whose terms say it."`
}

// RecordOversightReview records that the ICS hub looked at the work of a
// locality hub.
type RecordOversightReview struct {
	Review   uuid.UUID    `json:"review,omitzero" jsonschema:"The review's id; made from the command's id where it is left out."`
	Hub      domain.HubID `json:"hub" jsonschema:"The locality hub's id, such as QE1~fylde-coast."`
	On       domain.Date  `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Findings string       `json:"findings" jsonschema:"What was found, at most 500 characters, no names."`
	Actions  []string     `json:"actions,omitempty" jsonschema:"What was agreed, each at most 500 characters, no names."`
}

// ConfirmPlanAlignment records that the Workforce Implementation Group found
// workforce plans to be in line with the wider system.
type ConfirmPlanAlignment struct {
	Confirmation uuid.UUID   `json:"confirmation,omitzero" jsonschema:"The confirmation's id; made from the command's id where it is left out."`
	Plans        []uuid.UUID `json:"planIds" jsonschema:"Ids of the plans."`
	Meeting      uuid.UUID   `json:"meeting" jsonschema:"Id of the group's meeting."`
	Item         string      `json:"item" jsonschema:"The item of its agenda."`
}

// RecordEngagement records that people of a hub took part in a discussion of
// the future workforce.
type RecordEngagement struct {
	Engagement uuid.UUID    `json:"engagement,omitzero" jsonschema:"The engagement's id; made from the command's id where it is left out."`
	Hub        domain.HubID `json:"hub,omitzero" jsonschema:"A locality hub's id; the ICS hub where it is left out."`
	Forum      string       `json:"forum" jsonschema:"Where, no names of persons."`
	On         domain.Date  `json:"on" jsonschema:"The day, YYYY-MM-DD."`
	Attendees  []uuid.UUID  `json:"attendees" jsonschema:"Random ids of the persons."`
}

// EndorsePriority records that the Workforce Implementation Group wants
// something, or, of a priority that is recorded, that it has another last day.
type EndorsePriority struct {
	Priority      uuid.UUID            `json:"priority,omitzero" jsonschema:"The priority's id; made from the command's id where it is left out."`
	Title         string               `json:"title" jsonschema:"What it is, no names of persons."`
	Beneficiaries []domain.Beneficiary `json:"beneficiaries" jsonschema:"Whom it is to help: PCN, GP and MDT (the multi-disciplinary team)."`
	From          domain.Date          `json:"from" jsonschema:"The first day, YYYY-MM-DD."`
	To            domain.Date          `json:"to" jsonschema:"The last day, YYYY-MM-DD."`
	Meeting       uuid.UUID            `json:"meeting" jsonschema:"Id of the group's meeting."`
	Item          string               `json:"item" jsonschema:"The item of its agenda."`
}

// CommandName implements domain.CommandData.
func (ConstituteWIG) CommandName() string { return "constitute-wig" }

// CommandName implements domain.CommandData.
func (AppointWIGMember) CommandName() string { return "appoint-wig-member" }

// CommandName implements domain.CommandData.
func (RecordWIGMemberLeft) CommandName() string { return "record-wig-member-left" }

// CommandName implements domain.CommandData.
func (RecordMeeting) CommandName() string { return "record-meeting" }

// CommandName implements domain.CommandData.
func (RecordOversightReview) CommandName() string { return "record-oversight-review" }

// CommandName implements domain.CommandData.
func (ConfirmPlanAlignment) CommandName() string { return "confirm-plan-alignment" }

// CommandName implements domain.CommandData.
func (RecordEngagement) CommandName() string { return "record-engagement" }

// CommandName implements domain.CommandData.
func (EndorsePriority) CommandName() string { return "endorse-priority" }
