package governance

import "github.com/hubledger/hubledger/domain"

// The rules of who meets and who may decide. I-DEL-1 and I-DEL-2 are of the
// rooms that decide.
const (
	RuleNamed         domain.Rule = "I-GOV-1"
	RuleIdentity      domain.Rule = "I-GOV-2"
	RuleFuture        domain.Rule = "I-GOV-3"
	RuleHub           domain.Rule = "I-GOV-4"
	RuleWIG           domain.Rule = "I-GOV-5"
	RuleOnce          domain.Rule = "I-GOV-6"
	RuleTerms         domain.Rule = "I-GOV-7"
	RuleChair         domain.Rule = "I-GOV-8"
	RuleEndorsed      domain.Rule = "I-GOV-9"
	RuleEstablishment domain.Rule = "I-GOV-10"
	RuleOpen          domain.Rule = "I-GOV-11"
	RuleDelegation    domain.Rule = "I-DEL-3"
	RuleOwn           domain.Rule = "I-DEL-4"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNamed:         "The items of meetings, plans, delegations, appointments and PCNs that a command names are recorded.",
	RuleIdentity:      "A meeting, a review, a confirmation, an engagement and a delegation say the same for ever; of a priority, the last day may change.",
	RuleFuture:        "What was held is recorded when its day has come, in London.",
	RuleHub:           "A hub is active on the day on which somebody joins its team, it is reviewed, it engages with others, or something is delegated to it.",
	RuleWIG:           "The Workforce Implementation Group is constituted before it has members and meets, with one set of terms from a day.",
	RuleOnce:          "A person is a member of the group, has a role in a hub's team, and leads something for a PCN once on any day, and leaves once, not before the first day.",
	RuleTerms:         "The group meets with the quorum of its terms, and who is not there in attendance is a member in the capacity of the appointment.",
	RuleChair:         "Who is in the chair for an item is there until it is decided.",
	RuleEndorsed:      "Priorities are endorsed, and plans found to be aligned, by a quorate meeting of the Workforce Implementation Group; a priority does not begin, or end, before that meeting.",
	RuleEstablishment: "The team of a hub has no more of a role, on the first day of anybody, than its establishment of the year.",
	RuleOpen:          "A PCN is open on the first day of its lead.",
	RuleDelegation:    "A delegation is revoked once, within its days.",
	RuleOwn:           "Nobody grants a delegation to themselves.",
}
