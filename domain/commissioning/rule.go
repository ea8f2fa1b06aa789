package commissioning

import "github.com/hubledger/hubledger/domain"

// The rules of commissioning. I-COM-1 to I-COM-11 have their ids from the
// domain; the others are about how what is decided on comes about. I-AWD-3,
// that no more is paid than was awarded, is kept where the money is.
const (
	RuleNeed       domain.Rule = "I-COM-1"
	RulePriority   domain.Rule = "I-COM-2"
	RuleAssured    domain.Rule = "I-COM-3"
	RulePolicy     domain.Rule = "I-COM-4"
	RuleDeclared   domain.Rule = "I-COM-5"
	RuleRecused    domain.Rule = "I-COM-6"
	RuleQuorum     domain.Rule = "I-COM-7"
	RuleDecided    domain.Rule = "I-COM-8"
	RuleLimit      domain.Rule = "I-COM-9"
	RuleApproved   domain.Rule = "I-COM-10"
	RuleSeparate   domain.Rule = "I-COM-11"
	RuleNamed      domain.Rule = "I-COM-12"
	RuleOnce       domain.Rule = "I-COM-13"
	RuleFuture     domain.Rule = "I-COM-14"
	RuleProgramme  domain.Rule = "I-COM-15"
	RuleCompeted   domain.Rule = "I-COM-16"
	RuleManaged    domain.Rule = "I-COM-17"
	RuleScored     domain.Rule = "I-COM-18"
	RuleBreach     domain.Rule = "I-COM-19"
	RuleAward      domain.Rule = "I-AWD-1"
	RuleStandstill domain.Rule = "I-AWD-2"
	RuleVariation  domain.Rule = "I-AWD-4"
	RuleCarried    domain.Rule = "I-AWD-5"
	RuleDelegation domain.Rule = "I-DEL-1"
	RuleUrgent     domain.Rule = "I-DEL-2"
	RuleLocality   domain.Rule = "I-DEL-5"
	RuleContract   domain.Rule = "I-CON-2"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleNeed:       "What is approved cites an open need, and fund lines that sum to it, may serve its purpose, and have that much neither promised nor spent.",
	RulePriority:   "What is approved serves a priority that is current on the day, or is an exception with a reason.",
	RuleAssured:    "Formal training is procured and launched when its quality is assured, and it is accredited or gives CPD points.",
	RulePolicy:     "Nothing is decided without a policy on conflicts of interest in force.",
	RuleDeclared:   "Who takes part in a decision has declared an interest in it, or that there is none, before they vote, score or decide.",
	RuleRecused:    "Who is recused from a decision does not vote, score, chair, decide or undo it, and an excluded supplier is not approved.",
	RuleQuorum:     "A meeting that decides is quorate without those who are recused, with as many as its terms ask for who have no conflict, and approves by more votes for than against, or as many with that of the chair.",
	RuleDecided:    "A decision is decided once, after what it is decided on; it is reversed, or amended to less, while it stands.",
	RuleLimit:      "What is approved has a limit, within what those who decide may decide on.",
	RuleApproved:   "An award is made on a decision that stands, to the candidate it approved, who was one of those named or who quoted, and for no more than it approved.",
	RuleSeparate:   "Who asks for something does not approve it alone.",
	RuleNamed:      "What a command of commissioning names is recorded, as what it is named as.",
	RuleOnce:       "A thing is recorded once under its id, or of its kind.",
	RuleFuture:     "What a command says has taken place lies not in the future.",
	RuleProgramme:  "A programme has somebody the hub accounts to for it, is launched once and closed once after that, and its sessions lie between.",
	RuleCompeted:   "A purchase keeps to its regime: below its limit, by quotations or tender as the standing financial instructions ask for its whole life, or with a waiver, and with the notice that a direct award needs.",
	RuleManaged:    "A conflict is managed, and its mitigation verified, by somebody else who is not recused.",
	RuleScored:     "Scores are given by the assessors of an appraisal, to its options, by its criteria and within their range.",
	RuleBreach:     "A breach is suspected, then upheld or not, then closed, each once.",
	RuleAward:      "An award is varied, and what it is for accepted, from its first day until its last; it ends once.",
	RuleStandstill: "No award is made in a standstill or, where the regime asks for one, before it is over; it is over after its working days, and those after the answer to who objects.",
	RuleVariation:  "What an award is worth, or how long it runs, changes by a decision of its own.",
	RuleCarried:    "An award is carried on once, from a hub that this one follows, and from that day on.",
	RuleDelegation: "Who decides alone has a delegation in force on the day.",
	RuleUrgent:     "An urgent decision is taken by two persons, and ratified once by a later meeting that is quorate.",
	RuleLocality:   "A locality hub decides within what is delegated to it, and so do others on its money; what is above needs the ICS hub to have agreed before.",
	RuleContract:   "Nothing is approved unless the hub has a contract in force.",
}
