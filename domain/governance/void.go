package governance

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Granted is a delegation as it was granted, and false where there is none.
func (s *State) Granted(id uuid.UUID) (domain.DelegationGranted, bool) {
	return fact[domain.DelegationGranted](s, id)
}
