package organisation

import "github.com/hubledger/hubledger/domain"

func (s *State) relate(k *domain.Checks, data RecordRelationship, today domain.Date) (domain.Decision, error) {
	var child entry
	person := domain.IsPerson(data.Child)
	if !person {
		child = s.registered(k, data.Child)
	}
	parent := s.registered(k, data.Parent)
	one := span{data.Parent, data.From, data.To}
	known, _ := s.relationships.Get(childKind{data.Child, data.Kind})
	if holds(known, one) {
		return k.Decide()
	}
	come(k, data.From, today, "the relationship began")
	if before, ok := begun(known, one); ok {
		// To end a relationship takes days away, and can't clash with another.
		k.Must(RuleTwice, before.to.IsZero(), "%s is %s %s from %s until %s; a relationship ends once", data.Child, data.Kind, data.Parent, before.from, before.to)
	} else {
		k.Require(RuleOpen, person || child.openOn(data.From), "%s should be open on %s, when its relationship begins", data.Child, data.From)
		k.Require(RuleOpen, parent.openOn(data.From), "%s should be open on %s, when its relationship begins", data.Parent, data.From)
		clash(k, known, one, data, child.registered.Class)
	}
	return record(k, domain.OrganisationRelationshipRecorded{
		Child: data.Child, Parent: data.Parent, Kind: data.Kind, From: data.From, To: data.To, StatedBy: data.StatedBy,
	}, data.Source)
}

// holds reports whether what a command says of a relationship is known: the
// same days; or, where it names no last day, a relationship from the same day,
// or one that holds on that day and goes on. Who names no last day does not say
// that there is none.
func holds(known []span, one span) bool {
	for _, k := range known {
		if k.parent == one.parent &&
			(k == one || one.to.IsZero() && (k.from == one.from || k.to.IsZero() && k.from <= one.from)) {
			return true
		}
	}
	return false
}

// begun is the relationship with the same parent and first day.
func begun(known []span, one span) (span, bool) {
	for _, k := range known {
		if k.parent == one.parent && k.from == one.from {
			return k, true
		}
	}
	return span{}, false
}

// clash holds a new relationship against those that have a day in common with
// it.
func clash(k *domain.Checks, known []span, one span, data RecordRelationship, class domain.OrganisationClass) {
	single := singleParent(data.Kind, class)
	for _, other := range known {
		if !other.meets(one) {
			continue
		}
		if other.parent == one.parent {
			k.Must(RuleTwice, false, "%s is %s %s from %s%s; another should begin after that, and to end it from should be %s",
				data.Child, data.Kind, data.Parent, other.from, until(other), other.from)
		} else if single {
			k.Require(RuleOneParent, false, "%s is %s %s from %s%s; it should not be %s %s on the same days",
				data.Child, data.Kind, other.parent, other.from, until(other), data.Kind, data.Parent)
		}
	}
}

// singleParent reports whether a child of a class may have only one parent of
// a kind on any day.
func singleParent(kind domain.RelationshipKind, class domain.OrganisationClass) bool {
	switch kind {
	case domain.RelationParent:
		switch class {
		case domain.ClassRegion, domain.ClassICB, domain.ClassSubICB, domain.ClassPCN, domain.ClassPractice:
			return true
		}
	case domain.RelationCommissionedBy:
		return class == domain.ClassPCN || class == domain.ClassPractice
	case domain.RelationPartnerTo:
		return class == domain.ClassPractice
	}
	return false
}

func until(s span) string {
	if s.to.IsZero() {
		return ""
	}
	return " until " + s.to.String()
}
