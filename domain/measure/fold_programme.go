package measure

import (
	"slices"

	"github.com/hubledger/hubledger/domain"
)

// programme is what is kept of a programme.
type programme struct {
	Programme
	first, last domain.Date
	assured     []Span // with an accreditation or CPD points
}

func (p *programme) entity() Entity {
	e := p.Programme
	e.Running = add(nil, span(p.first, p.last, 1))
	e.Accredited = within(e.Running, union(p.assured))
	return &e
}

func (s scope) programmes(e domain.Event, _ domain.Date) []Ref {
	switch e := e.(type) {
	case domain.ProgrammeProposed:
		r, p := at[programme](s, KindProgramme, e.Programme.String())
		p.Hub, p.Mode, p.Class, p.Category, p.Function = string(e.Hub), string(e.Mode), string(e.Class), e.Category, e.Function
		return one(r)
	case domain.ProgrammeQualityAssured:
		r, p := at[programme](s, KindProgramme, e.Programme.String())
		if e.Formal(e.On) {
			p.assured = append(p.assured, span(e.On, e.ValidTo, 1))
		}
		return one(r)
	case domain.ProgrammeLaunched:
		r, p := at[programme](s, KindProgramme, e.Programme.String())
		p.first = e.On
		return one(r)
	case domain.ProgrammeSessionDelivered:
		r, p := at[programme](s, KindProgramme, e.Programme.String())
		p.Places = held(p.Places, e.On, e.Places)
		p.Attended = held(p.Attended, e.On, e.Attended)
		p.Finished = held(p.Finished, e.On, e.Completed)
		return one(r)
	case domain.ProgrammeClosed:
		r, p := at[programme](s, KindProgramme, e.Programme.String())
		p.last = e.On
		return one(r)
	}
	return nil
}

// held adds a day's number to spans that others may have.
func held(spans []Span, day domain.Date, n int) []Span {
	if n == 0 {
		return spans
	}
	return append(slices.Clip(spans), span(day, day, int64(n)))
}
