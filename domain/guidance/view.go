package guidance

import "github.com/hubledger/hubledger/domain"

// View is what hubs were told nationally as it was at a revision of the stream.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// Guidance is a version of a guidance, and false where it is not issued.
func (v View) Guidance(code, version string) (domain.GuidanceIssued, bool) {
	issued, _ := v.state.guidance.At(code, v.revision)
	for _, g := range issued {
		if g.Version == version {
			return g, true
		}
	}
	return domain.GuidanceIssued{}, false
}

// GuidanceOn is the version of a guidance that is to be followed on a day, and
// false where there is none.
func (v View) GuidanceOn(code string, day domain.Date) (domain.GuidanceIssued, bool) {
	issued, _ := v.state.guidance.At(code, v.revision)
	for i := len(issued) - 1; i >= 0; i-- { // each takes effect after the one before
		if issued[i].EffectiveFrom <= day {
			return issued[i], true
		}
	}
	return domain.GuidanceIssued{}, false
}

// OperatingModel is the first day of a version of a school's Operating Model,
// and false where it is not published.
func (v View) OperatingModel(school, version string) (domain.Date, bool) {
	published, _ := v.state.models.At(school, v.revision)
	for _, m := range published {
		if m.Version == version {
			return m.EffectiveFrom, true
		}
	}
	return 0, false
}

// OperatingModelOn is the version of a school's Operating Model that is to be
// followed on a day, and false where there is none.
func (v View) OperatingModelOn(school string, day domain.Date) (version string, ok bool) {
	published, _ := v.state.models.At(school, v.revision)
	var since domain.Date
	for _, m := range published {
		if m.EffectiveFrom <= day && m.EffectiveFrom > since {
			version, since, ok = m.Version, m.EffectiveFrom, true
		}
	}
	return version, ok
}

// AccountableBodyOn is the code of the body that hubs account to on a day, and
// false where none is named.
func (v View) AccountableBodyOn(day domain.Date) (string, bool) {
	bodies, _ := v.state.bodies.At(struct{}{}, v.revision)
	for i := len(bodies) - 1; i >= 0; i-- {
		if b := bodies[i]; b.From <= day {
			return b.Party, b.To.IsZero() || day <= b.To
		}
	}
	return "", false
}
