package measure

import "github.com/hubledger/hubledger/domain"

// post is what is kept of a post.
type post struct {
	Post
	fte      []step
	embedded []Span
	legs     []leg
	ended    domain.Date
}

type leg struct {
	number      int
	primaryCare bool
	first, last domain.Date
	fte         int64
}

func (p *post) entity() Entity {
	e := p.Post
	e.Recruited = steps(p.fte, p.ended)
	e.Embedded = within(e.Recruited, p.embedded)
	for _, l := range p.legs {
		if l.primaryCare {
			e.PrimaryCare = add(e.PrimaryCare, span(l.first, domain.Date(earlier(int64(l.last), int64(p.ended))), l.fte))
		}
	}
	e.Rotating = union(e.PrimaryCare)
	return &e
}

// post is the post that an event is about.
func (s scope) post(e domain.RolePost) (Ref, *post) {
	r, p := at[post](s, KindPost, e.Post.String())
	p.Hub, p.PCN, p.RoleType, p.Origin = string(e.Hub), e.PCN, e.RoleType, string(e.Origin)
	return r, p
}

func (s scope) posts(e domain.Event, _ domain.Date) []Ref {
	var r Ref
	var p *post
	switch e := e.(type) {
	case domain.RolePostProposed:
		r, p = s.post(e.RolePost)
		p.Funding = string(e.Funding)
	case domain.RolePostRecruited:
		r, p = s.post(e.RolePost)
		p.Funding = string(e.Funding)
		p.fte = append(p.fte, step{e.Start, int64(e.FTE)})
	case domain.RoleEmbedded:
		r, p = s.post(e.RolePost)
		p.embedded = append(p.embedded, span(e.On, 0, 1))
	case domain.RoleEmbeddingLapsed:
		r, p = s.post(e.RolePost)
		if n := len(p.embedded); n > 0 {
			p.embedded[n-1].Last = int64(e.On)
		}
	case domain.RolePostFTEChanged:
		r, p = s.post(e.RolePost)
		p.fte = append(p.fte, step{e.From, int64(e.FTE)})
	case domain.RolePostEnded:
		r, p = s.post(e.RolePost)
		p.ended = e.On
	case domain.RotationalPostCreated:
		r, p = s.post(e.RolePost)
		p.Rotational = true
	case domain.RotationLegStarted:
		r, p = s.post(e.RolePost)
		p.legs = append(p.legs, leg{e.Leg, e.PrimaryCare, e.On, e.To, int64(e.FTE)})
	case domain.RotationLegEnded:
		r, p = s.post(e.RolePost)
		for i := range p.legs {
			if p.legs[i].number == e.Leg {
				p.legs[i].last = e.On
			}
		}
	default:
		return nil
	}
	return one(r)
}
