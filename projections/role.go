package projections

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// Roles is the posts that hubs propose, who works in them, and what is claimed
// for them. The records of a workforce census are no posts, and are not here.
type Roles struct {
	things
	entitled table[pcnOf, domain.RoleEntitlementSet]
	named    mentions // the PCNs of posts and entitlements
}

// pcnOf is a PCN in the stream of an ICS.
type pcnOf struct{ icb, pcn string }

// NewRoles is that of an empty log.
func NewRoles() *Roles {
	return &Roles{things: newThings(), entitled: make(table[pcnOf, domain.RoleEntitlementSet]), named: newMentions()}
}

// Name implements Model.
func (*Roles) Name() string { return "roles" }

// Apply implements Model.
func (p *Roles) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.ReimbursementClaimed: // most are these
		p.keep(r, aPost, e.Post, claim{e.Claim, e.Maximum, e.Pence, e.FY, e.From, e.To})
	case domain.RolePostProposed:
		p.named.add(r, e.PCN)
		p.add(r, aPost, e.Post)
	case domain.RolePostRecruited:
		p.add(r, aPost, e.Post)
	case domain.RoleEmbedded:
		p.add(r, aPost, e.Post)
	case domain.RoleEmbeddingLapsed:
		p.add(r, aPost, e.Post)
	case domain.RolePostFTEChanged:
		p.add(r, aPost, e.Post)
	case domain.RolePostEnded:
		p.add(r, aPost, e.Post)
	case domain.RotationalPostCreated:
		p.named.add(r, e.PCN)
		p.add(r, aPost, e.Post)
	case domain.RotationLegStarted:
		p.add(r, aPost, e.Post)
	case domain.RotationLegEnded:
		p.add(r, aPost, e.Post)
	case domain.RoleEntitlementSet:
		p.named.add(r, e.PCN)
		p.entitled.add(pcnOf{icbOf(r.Stream), e.PCN}, r.Seq, e)
	}
	return nil
}

// Role is everything that is known of one post. Its lists are in the order of
// the log.
type Role struct {
	About
	domain.RolePost // as the newest event says that is no claim
	Proposed        Fact[domain.RolePostProposed]
	Recruited       Fact[domain.RolePostRecruited]
	Embedded        []Fact[domain.RoleEmbedded]
	Lapsed          []Fact[domain.RoleEmbeddingLapsed] // the first of the first embedding, and so on
	Changed         []Fact[domain.RolePostFTEChanged]
	Ended           Fact[domain.RolePostEnded]
	Created         Fact[domain.RotationalPostCreated] // of a post that rotates
	Legs            []RoleLeg
	Claims          []RoleClaim
}

// RoleClaim is what is claimed for a post and some days.
type RoleClaim struct {
	Seq      eventstore.Seq
	ID, Post uuid.UUID
	FY       domain.FinancialYear
	From, To domain.Date  // first and last day
	Maximum  domain.Pence // of the rates
	Pence    domain.Pence
}

// claim is what is kept of that, in as few bytes as many of them ask for.
type claim struct {
	id             uuid.UUID
	maximum, pence domain.Pence
	fy             domain.FinancialYear
	from, to       domain.Date
}

// RoleLeg is a leg of a rotational post that has begun.
type RoleLeg struct {
	Started Fact[domain.RotationLegStarted]
	Ended   Fact[domain.RotationLegEnded]
}

// RoleStatus is how far a post is.
type RoleStatus string

// The statuses. On its last day a post is still there. A post that rotates is
// RECRUITED from the first day of its first leg on.
const (
	RoleProposed  RoleStatus = "PROPOSED"
	RoleRecruited RoleStatus = "RECRUITED"
	RoleEmbedded  RoleStatus = "EMBEDDED"
	RoleEnded     RoleStatus = "ENDED"
)

// RoleStatuses are all of them.
var RoleStatuses = []RoleStatus{RoleProposed, RoleRecruited, RoleEmbedded, RoleEnded}

// Role is a post of an ICS as known at n, and false where none of the id was
// proposed or created.
func (p *Roles) Role(icb string, id uuid.UUID, n eventstore.Seq) (Role, bool) {
	one := Role{About: About{ID: id}}
	one.About = p.folds(icb, aPost, id, n, one.evolve)
	if hub := one.RolePost.Hub; hub != "" {
		one.About.Hub = hub
	}
	return one, one.Proposed.Known() || one.Created.Known()
}

// Roles are the posts of a hub, in the order they were first met.
func (p *Roles) Roles(hub domain.HubID, n eventstore.Seq) []Role {
	return all(&p.things, hub, aPost, n, p.Role, func(one Role) About { return one.About })
}

// Entitlements are what a PCN may be reimbursed for additional roles, by ICS,
// year and as set: the newest of each year.
func (p *Roles) Entitlements(icb, pcn string, n eventstore.Seq) (newest []Fact[domain.RoleEntitlementSet]) {
	for seq, e := range p.entitled[pcnOf{icb, pcn}].known(n) {
		i, found := slices.BinarySearchFunc(newest, e.FY, func(f Fact[domain.RoleEntitlementSet], fy domain.FinancialYear) int { return int(f.Event.FY) - int(fy) })
		if !found {
			newest = slices.Insert(newest, i, Fact[domain.RoleEntitlementSet]{})
		}
		newest[i] = fact(seq, e)
	}
	return newest
}

func (p *Role) evolve(seq eventstore.Seq, event any) {
	switch e := event.(type) {
	case domain.RolePostProposed:
		p.Proposed, p.RolePost = fact(seq, e), e.RolePost
	case domain.RolePostRecruited:
		p.Recruited, p.RolePost = fact(seq, e), e.RolePost
	case domain.RoleEmbedded:
		p.Embedded, p.RolePost = append(p.Embedded, fact(seq, e)), e.RolePost
	case domain.RoleEmbeddingLapsed:
		p.Lapsed, p.RolePost = append(p.Lapsed, fact(seq, e)), e.RolePost
	case domain.RolePostFTEChanged:
		p.Changed, p.RolePost = append(p.Changed, fact(seq, e)), e.RolePost
	case domain.RolePostEnded:
		p.Ended, p.RolePost = fact(seq, e), e.RolePost
	case domain.RotationalPostCreated:
		p.Created, p.RolePost = fact(seq, e), e.RolePost
	case domain.RotationLegStarted:
		p.Legs, p.RolePost = append(p.Legs, RoleLeg{Started: fact(seq, e)}), e.RolePost
	case domain.RotationLegEnded:
		i := slices.IndexFunc(p.Legs, func(l RoleLeg) bool { return l.Started.Event.Leg == e.Leg })
		if i >= 0 {
			p.Legs[i].Ended, p.RolePost = fact(seq, e), e.RolePost
		}
	case claim:
		p.Claims = append(p.Claims, RoleClaim{seq, e.id, p.ID, e.fy, e.from, e.to, e.maximum, e.pence})
	}
}

// Last is the leg's last day, as planned until another is recorded.
func (l RoleLeg) Last() domain.Date {
	if l.Ended.Known() {
		return l.Ended.Event.On
	}
	return l.Started.Event.To
}

// FTEOn is how much somebody works in the post on a day, in all of its legs.
func (p Role) FTEOn(day domain.Date) (fte domain.FTE) {
	for _, l := range p.Legs {
		if l.Started.Event.On <= day && day <= l.Last() {
			fte += l.Started.Event.FTE
		}
	}
	if !p.worksOn(day) {
		return fte
	}
	own, since := p.Recruited.Event.FTE, domain.Date(0)
	for _, c := range p.Changed {
		if c.Event.From <= day && c.Event.From >= since {
			own, since = c.Event.FTE, c.Event.From
		}
	}
	return fte + own
}

// worksOn reports whether somebody works in the post itself on a day.
func (p Role) worksOn(day domain.Date) bool {
	return p.Recruited.Known() && p.Recruited.Event.Start <= day && (!p.Ended.Known() || day <= p.Ended.Event.On)
}

// EmbeddedOn is the finding by which the role is embedded on a day, and false
// where it is not.
func (p Role) EmbeddedOn(day domain.Date) (Fact[domain.RoleEmbedded], bool) {
	for i, f := range p.Embedded {
		lapsed := i < len(p.Lapsed) && p.Lapsed[i].Event.On < day
		if f.Event.On <= day && !lapsed && p.worksOn(day) {
			return f, true
		}
	}
	return Fact[domain.RoleEmbedded]{}, false
}

// TermEnd is the last day of the term intended when somebody was recruited, 0
// where nobody was.
func (p Role) TermEnd() domain.Date {
	if !p.Recruited.Known() {
		return 0
	}
	return p.Recruited.Event.Start.AddMonths(p.Recruited.Event.IntendedMonths).AddDays(-1)
}

// ClaimedOn is what was claimed for the post and days up to a day, in pence.
func (p Role) ClaimedOn(day domain.Date) (pence domain.Pence) {
	for _, c := range p.Claims {
		if c.To <= day {
			pence += c.Pence
		}
	}
	return pence
}

// Days are the first and the last day of the post, as intended until others are
// known. There is no last day while it goes on.
func (p Role) Days() (first, last domain.Date) {
	first, last = p.Proposed.Event.From, p.Ended.Event.On
	if p.Recruited.Known() {
		first = p.Recruited.Event.Start
	}
	for i, leg := range p.Created.Event.Legs {
		if i == 0 || leg.From < first {
			first = leg.From
		}
		if !p.Ended.Known() {
			last = max(last, leg.To)
		}
	}
	return first, last
}

// StatusOn is the post's status on a day, and false where it was not proposed
// or created by then. proposed is that day; what was recorded late was there
// from its first day on.
func (p Role) StatusOn(day, proposed domain.Date) (RoleStatus, bool) {
	var first, last domain.Date
	for _, l := range p.Legs {
		if on := l.Started.Event.On; first.IsZero() || on < first {
			first = on
		}
		last = max(last, l.Last())
	}
	rotates := p.Created.Known() && len(p.Legs) > 0
	_, embedded := p.EmbeddedOn(day)
	switch {
	case p.Ended.Known() && p.Ended.Event.On < day,
		rotates && len(p.Legs) >= len(p.Created.Event.Legs) && last < day:
		return RoleEnded, true
	case embedded:
		return RoleEmbedded, true
	case p.worksOn(day), rotates && first <= day:
		return RoleRecruited, true
	}
	return RoleProposed, proposed <= day
}
