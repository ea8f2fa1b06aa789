package domain

import "fmt"

// Rule is the id of a rule, such as "I-HUB-1". Each room lists its own.
type Rule string

// Refusal is the answer to a command that a rule forbids. It is an answer, not
// a failure, and is recorded as evidence.
type Refusal struct {
	Rule Rule
	// Sentence says what would have to be true.
	Sentence string
}

func (r *Refusal) Error() string { return string(r.Rule) + ": " + r.Sentence }

// Breach is a rule that something which happened has broken.
type Breach struct {
	Rule     Rule
	Sentence string
}

// Checks is how a decision holds a command against rules. The first rule that
// fails refuses the command; or, where the command reports what has happened
// in the world, is written down as a breach and the event is recorded all the
// same. An accounting system that refuses to record a liability that exists is
// lying.
type Checks struct {
	happened bool
	refusal  *Refusal
	breaches []Breach
}

// Check begins the checks of a command.
func Check(c Command) *Checks { return &Checks{happened: c.Happened != nil} }

// Require holds a rule that can be broken in the world. The sentence says what
// would have to be true.
func (k *Checks) Require(rule Rule, ok bool, sentence string, args ...any) {
	switch {
	case ok || k.refusal != nil:
	case k.happened:
		k.breaches = append(k.breaches, Breach{rule, fmt.Sprintf(sentence, args...)})
	default:
		k.refusal = &Refusal{rule, fmt.Sprintf(sentence, args...)}
	}
}

// Must holds a rule without which the event would mean nothing, whatever has
// happened: that what it names exists, or is not there twice.
func (k *Checks) Must(rule Rule, ok bool, sentence string, args ...any) {
	if !ok && k.refusal == nil {
		k.refusal = &Refusal{rule, fmt.Sprintf(sentence, args...)}
	}
}

// Refused reports whether a rule has refused the command already, where going
// on would make no sense.
func (k *Checks) Refused() bool { return k.refusal != nil }

// Decide ends the checks: the refusal, or the events with the rules broken.
func (k *Checks) Decide(events ...Event) (Decision, error) {
	if k.refusal != nil {
		return Decision{}, k.refusal
	}
	d := Decision{Breaches: k.breaches, Drafts: make([]Draft, len(events))}
	for i, e := range events {
		d.Drafts[i].Event = e
	}
	return d, nil
}

// DecideDrafts is Decide for events that come from rows of a file.
func (k *Checks) DecideDrafts(drafts []Draft) (Decision, error) {
	if k.refusal != nil {
		return Decision{}, k.refusal
	}
	return Decision{Breaches: k.breaches, Drafts: drafts}, nil
}
