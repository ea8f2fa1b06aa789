package charter

import "github.com/hubledger/hubledger/domain"

// The rules of what the ledger records about itself.
const (
	RuleFounded    domain.Rule = "I-LOG-1"
	RuleVersion    domain.Rule = "I-LOG-2"
	RuleImport     domain.Rule = "I-LOG-3"
	RuleRollback   domain.Rule = "I-LOG-4"
	RuleKey        domain.Rule = "I-LOG-5"
	RuleSigned     domain.Rule = "I-LOG-6"
	RuleCheckpoint domain.Rule = "I-LOG-7"
	RuleSignOff    domain.Rule = "I-LOG-8"
)

// Rules says what each rule demands.
var Rules = map[domain.Rule]string{
	RuleFounded:    "A ledger is founded once, before anything else that it records about itself.",
	RuleVersion:    "The rules adopted are the version after the one in force, and one that the program knows.",
	RuleImport:     "A file, known by its hash, has one number of rows.",
	RuleRollback:   "What a rollback lost lies beyond the newest checkpoint and beyond what earlier rollbacks lost.",
	RuleKey:        "A signing key bears the name of the origin in force and is introduced once.",
	RuleSigned:     "A checkpoint is issued when a key of the origin in force is introduced and its first day has come.",
	RuleCheckpoint: "A checkpoint covers more events than the newest one issued, with which it was compared.",
	RuleSignOff:    "A row of the review is signed off by somebody else than the person whose interest it is about.",
}
