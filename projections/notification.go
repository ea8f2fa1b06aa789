package projections

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Notifications are what the body that hubs account to was told, and to which
// hubs it passed it on.
type Notifications struct {
	facts table[uuid.UUID, domain.Event]
	ids   history[uuid.UUID]
}

// NewNotifications are those of an empty log.
func NewNotifications() *Notifications {
	return &Notifications{facts: make(table[uuid.UUID, domain.Event])}
}

// Name implements Model.
func (*Notifications) Name() string { return "notifications" }

// Apply implements Model.
func (m *Notifications) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.NotificationReceivedByHEE:
		m.add(r, e.Notification)
	case domain.NotificationPassedToHub:
		m.add(r, e.Notification)
	}
	return nil
}

func (m *Notifications) add(r Record, id uuid.UUID) {
	if m.facts[id] == nil {
		m.ids.add(r.Seq, id)
	}
	m.facts.add(id, r.Seq, r.Event)
}

// Notification is one of them.
type Notification struct {
	Received Fact[domain.NotificationReceivedByHEE]
	Passed   []Fact[domain.NotificationPassedToHub]
}

// All are they as known at n, in the order they were received.
func (m *Notifications) All(n eventstore.Seq) (received []Notification) {
	for _, id := range m.ids.known(n) {
		var one Notification
		for seq, e := range m.facts[id].known(n) {
			switch e := e.(type) {
			case domain.NotificationReceivedByHEE:
				one.Received = fact(seq, e)
			case domain.NotificationPassedToHub:
				one.Passed = append(one.Passed, fact(seq, e))
			}
		}
		if one.Received.Known() {
			received = append(received, one)
		}
	}
	return received
}

// PassedBy are the times it was passed on by a day, and none where it was not.
func (n Notification) PassedBy(day domain.Date) (passed []Fact[domain.NotificationPassedToHub]) {
	for _, p := range n.Passed {
		if p.Event.On <= day {
			passed = append(passed, p)
		}
	}
	return passed
}

// HubsBy are the hubs that it was passed on to by a day, in that order.
func (n Notification) HubsBy(day domain.Date) (hubs []domain.HubID) {
	for _, p := range n.PassedBy(day) {
		hubs = append(hubs, p.Event.Hubs...)
	}
	return hubs
}
