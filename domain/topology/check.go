package topology

import "github.com/hubledger/hubledger/domain"

// class holds that a code is registered as an organisation of a class.
func class(k *domain.Checks, orgs Organisations, code string, want domain.OrganisationClass, as string) {
	got, registered := orgs.Class(code)
	if !registered {
		k.Must(RuleNamed, false, "%s, the %s, should be registered as an organisation first", code, as)
		return
	}
	k.Must(RuleNamed, got == want, "%s, the %s, should be of class %s; it is registered as %s", code, as, want, got)
}

// party holds that an organisation, if named, is registered and open on a day.
func party(k *domain.Checks, orgs Organisations, code, as string, day domain.Date) {
	if code == "" {
		return
	}
	_, registered := orgs.Class(code)
	k.Must(RuleNamed, registered, "%s, the %s, should be registered as an organisation first", code, as)
	k.Require(RuleOpen, orgs.OpenOn(code, day), "%s, the %s, should be open on %s", code, as, day)
}

// regionOf is the region that an ICB lies in on a day, and false where the
// register does not say: relationships may have been recorded from a later day
// on, as an ICB's code is older than the ICB.
func regionOf(orgs Organisations, icb string, day domain.Date) (string, bool) {
	for _, parent := range orgs.Parents(icb, domain.RelationParent, day) {
		if c, _ := orgs.Class(parent); c == domain.ClassRegion {
			return parent, true
		}
	}
	return "", false
}

// sameLocality reports whether a registration says what the command asks for.
// What the command leaves to the ICS hub may have changed there since.
func sameLocality(before, now domain.HubRegistered, data EstablishLocalityHub) bool {
	now.Region = before.Region
	if data.School == "" {
		now.School = before.School
	}
	return before == now
}
