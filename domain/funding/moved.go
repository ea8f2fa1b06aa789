package funding

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Sent is a transfer to another ICS, and false where none has the id.
func (s *State) Sent(transfer uuid.UUID) (domain.TransferSent, bool) {
	return moved[domain.TransferSent](s, transfer)
}

// Received is a transfer from another ICS, and false where none has the id.
func (s *State) Received(transfer uuid.UUID) (domain.TransferReceived, bool) {
	return moved[domain.TransferReceived](s, transfer)
}

// Vired is a virement, and false where none has the id, or it was taken back.
func (s *State) Vired(virement uuid.UUID) (domain.BudgetVired, bool) {
	_, back := moved[domain.BudgetVired](s, Mirror(virement))
	v, known := moved[domain.BudgetVired](s, virement)
	return v, known && !back
}

// moved is an event that moved money, by its own id.
func moved[E domain.Event](s *State, id uuid.UUID) (e E, ok bool) {
	known, _ := s.events.Get(said{kind: e.EventType(), id: id})
	e, ok = known.(E)
	return e, ok
}
