package http

import (
	"path"
	"slices"

	"github.com/hubledger/hubledger/domain/wire"
)

// room is what the documents put together: the commands of some packages, which
// are about one subject and go to one kind of stream.
type room struct {
	name     string
	packages []string
}

// rooms are all of them, in the order in which somebody meets them.
var rooms = []room{
	{"The ledger itself", []string{"charter"}},
	{"Organisations", []string{"organisation"}},
	{"The nation", []string{"guidance", "rate", "calendar", "roletype", "maturity", "ambition"}},
	{"Indicators and returns", []string{"kpi"}},
	{"Hubs and corrections", []string{"topology", "hub"}},
	{"Contract and policies", []string{"contract"}},
	{"Meetings, team and delegations", []string{"governance"}},
	{"Intelligence, needs and plans", []string{"planning"}},
	{"Programmes, decisions and awards", []string{"commissioning"}},
	{"Money", []string{"funding"}},
	{"Learning environments", []string{"environment"}},
	{"Educators and registers", []string{"educator", "registration"}},
	{"Placements", []string{"placement"}},
	{"Roles and reimbursement", []string{"role"}},
	{"Careers", []string{"career"}},
	{"Assurance", []string{"assurance"}},
	{"Shares and resources", []string{"sharing"}},
	{"Interests and employment of persons", []string{"interest", "employment"}},
	{"The workforce census", []string{"census"}},
}

// holds reports whether a command belongs to the room.
func (r room) holds(t wire.CommandType) bool {
	return slices.Contains(r.packages, path.Base(t.Data.PkgPath()))
}
