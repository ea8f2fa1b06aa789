package http

import (
	"maps"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/topology"
)

// rules is what each rule of each room demands, for the pages about refusals
// and for the labels of metrics.
var rules = func() map[domain.Rule]string {
	all := make(map[domain.Rule]string)
	for _, room := range []map[domain.Rule]string{charter.Rules, topology.Rules, organisation.Rules, census.Rules} {
		maps.Copy(all, room)
	}
	return all
}()
