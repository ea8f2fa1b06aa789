package domain

import "github.com/google/uuid"

// EventVoided says that an event of this stream was recorded wrongly. It
// stands in one command behind the events that reverse it, and before those of
// the right act, where there is one.
type EventVoided struct {
	Event uuid.UUID `json:"event"` // id of the wrong event
	Type  string    `json:"type"`  // its type
	Of    uuid.UUID `json:"of"`    // id of what it is about, such as the accrual
	// ReversedBy and Instead are places of events in this command, from 0, as
	// command.n of their envelopes has them.
	ReversedBy []int     `json:"reversedBy"`
	Instead    []int     `json:"instead,omitempty"`
	Reason     string    `json:"reason"`
	By         uuid.UUID `json:"by"` // person
}

func (EventVoided) EventType() string { return "EventVoided" }

func (EventVoided) isEvent() {}
