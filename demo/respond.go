package demo

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
	"github.com/hubledger/hubledger/domain/contract"
)

// respond is what is said of a year when it is looked at again: rows of the
// review of conflicts of interest are signed off, and findings answered.
func (h *hub) respond(fy domain.FinancialYear) {
	looked := day(fy.Next(), 4, 2).AddDays(h.index % 20)
	if r := h.seen.review; h.index%8 == 3 && r.decision != uuid.Nil && looked < h.n.lastDay() {
		h.tell(charter.Stream, looked, h.n.actor("auditor"), charter.SignOffReviewRow{
			Decision: r.decision, Person: r.person, Interest: r.interest, Verdict: r.verdict, Reason: "the minutes and the register were read beside one another",
		})
	}
	if h.seen.gap == fy.First() {
		d := h.seen.gap.AddDays(50)
		h.tell(charter.Stream, d, h.manager, charter.RespondToFinding{
			Finding: string(contract.RuleInForce) + ":" + h.icb.Code + ":" + h.seen.gap.String(), Response: "contracts of the next years are signed in March",
			Owner: "contracts manager of the host", DueOn: day(fy, 3, 31),
		})
	}
}
