package interest

import (
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Organisations is what the room reads of the register of organisations.
type Organisations interface {
	// Class is what kind of body a code names, and false where it is not
	// registered.
	Class(code string) (domain.OrganisationClass, bool)
}

// The streams whose views are an Organisations and a Thresholds.
const (
	OrganisationsStream = "organisations"
	NationalStream      = "national"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case DeclareInterest, AmendInterest, EndInterest, MakeNilReturn, RefreshDeclaration, RecordGift, RecordHospitality:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads:
// of a command only those that it needs.
func (s *State) Reads(c domain.Command) []string {
	switch data := c.Data.(type) {
	case DeclareInterest:
		return register(data.Org)
	case AmendInterest:
		return register(data.Org)
	case RecordGift:
		return append(register(data.From), NationalStream)
	case RecordHospitality:
		return append(register(data.From), NationalStream)
	}
	return nil
}

// register is the stream of the register of organisations, if a code of one is
// named.
func register(code string) []string {
	if code == "" || domain.IsPerson(code) {
		return nil
	}
	return []string{OrganisationsStream}
}

// Decide answers a command of this room.
func (s *State) Decide(refs domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	d := decision{Checks: domain.Check(c), today: domain.BusinessDay(now), command: c.ID}
	if err := domain.TakeViews(refs, s.Reads(c), domain.At(OrganisationsStream, &d.orgs), domain.At(NationalStream, &d.national)); err != nil {
		return domain.Decision{}, err
	}
	switch data := c.Data.(type) {
	case DeclareInterest:
		return s.declare(d, data)
	case AmendInterest:
		return s.amend(d, data)
	case EndInterest:
		return s.end(d, data)
	case MakeNilReturn:
		return s.nilReturn(d, data)
	case RefreshDeclaration:
		return s.refresh(d, data)
	case RecordGift:
		return s.gift(d, data)
	case RecordHospitality:
		return s.hospitality(d, data)
	}
	return domain.Decision{}, fmt.Errorf("interest decides no %s", c.Data.CommandName())
}

// decision is what deciding one command goes by.
type decision struct {
	*domain.Checks
	today    domain.Date
	command  uuid.UUID
	orgs     Organisations // where the command names an organisation
	national Thresholds    // where the policy is asked
}

// come holds that a day is not in the future.
func (d decision) come(day domain.Date, what string) {
	d.Must(RuleFuture, day <= d.today, "%s is after today, %s; the day %s should have come", day, d.today, what)
}

// registered holds that an organisation, if one is named, is registered.
func (d decision) registered(code string) {
	if d.orgs != nil {
		_, ok := d.orgs.Class(code)
		d.Must(RuleNamed, ok, "%s should be registered as an organisation first", code)
	}
}

// declared holds what is declared of an interest.
func (d decision) declared(i domain.DeclaredInterest) {
	indirect := i.Category == domain.InterestIndirect
	d.Must(RuleCategory, !indirect || i.Relation != "", "an indirect interest should say what its holder is to the person, such as SPOUSE")
	d.Must(RuleCategory, indirect || i.Relation == "", "an interest of category %s is the person's own; relation should be left out, or the category be IND", i.Category)
	d.Must(RuleDays, i.Ends.IsZero() || i.Arose <= i.Ends, "the interest arose on %s; its last day should not be before, on %s", i.Arose, i.Ends)
	d.come(i.Arose, "it arose")
	d.registered(i.Org)
}

func (s *State) declare(d decision, data DeclareInterest) (domain.Decision, error) {
	what := data.declared()
	order, _ := s.order.Get(struct{}{})
	for _, id := range order {
		if same, _ := s.interests.Get(id); same == what {
			if data.Interest == uuid.Nil || data.Interest == id {
				return d.Decide()
			}
			d.Must(RuleOnce, false, "this interest is declared, as %s; it should not be declared again as %s", id, data.Interest)
		}
	}
	e := domain.InterestDeclared{Person: s.person, Interest: domain.IDOf(data.Interest, d.command, "interest"), DeclaredInterest: what}
	_, again := s.interests.Get(e.Interest)
	d.Must(RuleOnce, !again, "interest %s is declared; if it is not right it should be amended, and the first declaration stays", e.Interest)
	d.declared(what)
	return d.Decide(e)
}

func (s *State) amend(d decision, data AmendInterest) (domain.Decision, error) {
	what := data.declared()
	before, known := s.interests.Get(data.Interest)
	if known && before == what {
		return d.Decide()
	}
	d.Must(RuleNamed, known, "interest %s should be declared before it is amended", data.Interest)
	d.declared(what)
	return d.Decide(domain.InterestAmended{Person: s.person, Interest: data.Interest, DeclaredInterest: what, Reason: data.Reason})
}

func (s *State) end(d decision, data EndInterest) (domain.Decision, error) {
	i, known := s.interests.Get(data.Interest)
	if known && i.Ends == data.On {
		return d.Decide()
	}
	d.Must(RuleNamed, known, "interest %s should be declared before it ends", data.Interest)
	d.Must(RuleEnd, i.Ends.IsZero() || i.Ends > d.today, "interest %s ended on %s; to say another day it should be amended", data.Interest, i.Ends)
	d.Must(RuleDays, i.Arose <= data.On, "interest %s arose on %s; its last day should not be before, on %s", data.Interest, i.Arose, data.On)
	d.come(data.On, "it ended")
	return d.Decide(domain.InterestEnded{Person: s.person, Interest: data.Interest, On: data.On})
}

func (s *State) nilReturn(d decision, data MakeNilReturn) (domain.Decision, error) {
	held := s.held(data.On)
	if len(held) == 0 && s.isStated(Statement{On: data.On, Nil: true}) {
		return d.Decide()
	}
	d.come(data.On, "it speaks of")
	d.Require(RuleNil, len(held) == 0, "interests %v are declared and held on %s; a nil return should be made for a day without any", held, data.On)
	return d.Decide(domain.NilReturnMade{Person: s.person, On: data.On})
}

func (s *State) refresh(d decision, data RefreshDeclaration) (domain.Decision, error) {
	e := domain.DeclarationRefreshed{Person: s.person, On: data.On, Interests: s.held(data.On)}
	if s.isStated(Statement{On: e.On, Interests: e.Interests}) {
		return d.Decide()
	}
	d.come(data.On, "it speaks of")
	d.Must(RuleRefresh, len(e.Interests) > 0, "no interest is declared and held on %s; a nil return should be made instead", data.On)
	return d.Decide(e)
}

// isStated reports whether the newest statement about a day is this one.
func (s *State) isStated(one Statement) bool {
	known, _ := s.statements.Get(struct{}{})
	for _, k := range slices.Backward(known) {
		if k.On == one.On {
			return k.equal(one)
		}
	}
	return false
}
