package career

import "github.com/hubledger/hubledger/domain"

// The rules of support.
const (
	RuleEligible   domain.Rule = "I-SUP-1"
	RuleFellowship domain.Rule = "I-SUP-2"
	RuleLongest    domain.Rule = "I-SUP-3"
	RuleEmployer   domain.Rule = "I-SUP-4"
	RuleShortest   domain.Rule = "I-SUP-5"
	RuleSupporter  domain.Rule = "I-SUP-6"
	RuleNamed      domain.Rule = "I-SUP-7"
	RuleIdentity   domain.Rule = "I-SUP-8"
	RuleOrder      domain.Rule = "I-SUP-9"
	RuleFuture     domain.Rule = "I-SUP-10"
	RuleHub        domain.Rule = "I-SUP-11"
	RuleOpen       domain.Rule = "I-SUP-12"
	RulePurpose    domain.Rule = "I-SUP-13"
	RuleHead       domain.Rule = "I-SUP-14"
	RulePublished  domain.Rule = "I-SUP-15"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleEligible:   "A fellowship or preceptorship is for who is eligible by the rule in force on the day of application; other support too, where there is a rule.",
	RuleFellowship: "A person has at most one fellowship on any day.",
	RuleLongest:    "Support lasts at most as long as its rule says.",
	RuleEmployer:   "Funding of support goes to the employer, never to the person.",
	RuleShortest:   "Support is completed after as long as its rule says at the least; what ends before is withdrawn.",
	RuleSupporter:  "Nobody is their own mentor, coach or preceptor.",
	RuleNamed:      "The support, hubs and organisations that a command names are recorded.",
	RuleIdentity:   "Support, a session, a provision and a use of money say the same for ever.",
	RuleOrder:      "Support ends once, and its sessions are within its days.",
	RuleFuture:     "What happened is recorded when its day has come, in London.",
	RuleHub:        "A hub is active on the day on which support begins, is provided or is paid for.",
	RuleOpen:       "An employer is open on the first day of support.",
	RulePurpose:    "Money for continuing professional development is not for backfill, mandatory training or equipment.",
	RuleHead:       "A head uses at most what is published for a year of its profession, whatever its hours.",
	RulePublished:  "What a head of a profession has in a year is published before it is used.",
}
