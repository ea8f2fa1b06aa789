package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

func (n *nation) nationalAttempts()                        {}
func (h *hub) hubAttempts()                                {}
func (h *hub) localityAttempts()                           {}
func (h *hub) agreementAttempts(d domain.Date)             {}
func (h *hub) standstillAttempts(c *matter, d domain.Date) {}
func (h *hub) attempts(fy domain.FinancialYear)            {}
func (h *hub) clawbackAttempts(id uuid.UUID, l domain.FundLine, pence domain.Pence, d domain.Date) {
}
