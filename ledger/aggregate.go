package ledger

import (
	"fmt"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/hub"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/person"
	"github.com/hubledger/hubledger/domain/wire"
)

// NewAggregate is the empty state of a stream.
func NewAggregate(stream string) (domain.Aggregate, error) {
	kind, key, ok := wire.KindOf(stream)
	if !ok {
		return nil, fmt.Errorf("%q is not the name of a stream of a ledger", stream)
	}
	switch kind {
	case wire.KindLedger:
		return charter.New(), nil
	case wire.KindHub:
		return hub.New(key), nil
	case wire.KindOrganisations:
		return organisation.New(), nil
	case wire.KindWorkforce:
		return census.New(key), nil
	case wire.KindPerson:
		return person.New(uuid.MustParse(key)), nil // KindOf has held that it is one
	case wire.KindNational:
		return national.New(), nil
	case wire.KindRefusals:
		return refusals{}, nil
	}
	return nil, fmt.Errorf("streams of kind %s have no aggregate", kind)
}
