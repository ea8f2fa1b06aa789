package commissioning

import (
	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// CarryOnAward records that the hub goes on with a contract of a hub before it,
// or its part of one.
type CarryOnAward struct {
	Award       uuid.UUID     `json:"award,omitzero" jsonschema:"Id of the award here, a random UUID; made from the command's id where left out."`
	Of          uuid.UUID     `json:"of" jsonschema:"Id of the award in the other hub's stream."`
	Predecessor domain.HubID  `json:"predecessor" jsonschema:"Id of the ICS hub that made it, such as QE1."`
	Decision    uuid.UUID     `json:"decision,omitzero" jsonschema:"Id of the other hub's decision that approved it; left out where there was none."`
	Holder      string        `json:"holder,omitzero" jsonschema:"Code of the organisation that goes on with the contract for the hub: its host, or a national body."`
	Supplier    string        `json:"supplier" jsonschema:"Code of the supplier."`
	From        domain.Date   `json:"from" jsonschema:"First day with this hub, YYYY-MM-DD: that of the succession, or of the contract where that is later."`
	To          domain.Date   `json:"to" jsonschema:"Last day of the contract, YYYY-MM-DD."`
	Value       domain.Amount `json:"value" jsonschema:"What is left of it for this hub."`
	Regime      domain.Regime `json:"regime,omitzero" jsonschema:"The regime that it was bought under, as the other hub's decision has it."`
	Route       domain.Route  `json:"route,omitzero" jsonschema:"How it was bought, as the other hub's decision has it."`
	Threshold   string        `json:"threshold,omitzero" jsonschema:"Which limit of procurement goes by what is bought, as the other hub's decision has it."`
}

// CommandName implements domain.CommandData.
func (CarryOnAward) CommandName() string { return "carry-on-award" }

// Validate implements domain.CommandData.
func (c CarryOnAward) Validate(f *domain.FieldErrors) {
	needed(f, c.Of, "/of", "the award, as the other hub's stream names it")
	f.Check(c.Predecessor.Valid() && !c.Predecessor.IsLocality(), "/predecessor", "should be the id of an ICS hub, such as QE1")
	optionalParty(f, c.Holder, "/holder")
	party(f, c.Supplier, "/supplier")
	period(f, c.From, c.To, "/from", "/to")
	c.Value.Validate(f, "/value")
	f.Check(c.Regime == "" || c.Regime.Valid(), "/regime", "should be BELOW_THRESHOLD, PCR_2015, PROCUREMENT_ACT_2023, PSR_2023 or NOT_BOUND, or left out")
	f.Check(c.Route.In(c.Regime) || c.Route == "" && c.Regime == "", "/route", "should be one of the regime %s, such as QUOTATION below the threshold, or left out with it", c.Regime)
	f.Check(c.Threshold == "" || domain.IsKey(c.Threshold), "/threshold", "should be 2 to 40 capital letters, digits and underscores, the first a letter")
}

// carryOn needs no decision: by law the contract stays in force.
func (o *order) carryOn(data CarryOnAward) (domain.Decision, error) {
	on, follows := o.near.Hubs.Follows(data.Predecessor)
	e := domain.AwardCarriedOn{
		Award: domain.IDOf(data.Award, o.id, "award"), Of: data.Of, Predecessor: data.Predecessor, Decision: data.Decision, Holder: data.Holder, Supplier: data.Supplier,
		From: data.From, To: data.To, Value: data.Value, Regime: data.Regime, Route: data.Route, Threshold: data.Threshold,
	}
	e.Class = o.registered(e.Supplier, "the supplier", e.From)
	before, known := o.s.awards.Get(e.Award)
	if o.repeats(known, before.carried, e, e.Award) {
		return o.k.Decide()
	}
	if e.Holder != "" {
		o.registered(e.Holder, "who goes on with the contract", e.From)
	}
	o.k.Must(RuleCarried, follows, "%s should name %s as a predecessor before it goes on with an award of it", o.s.icb, e.Predecessor)
	o.k.Must(RuleCarried, !follows || on <= e.From, "%s follows %s from %s; it should not go on with an award before, from %s", o.s.icb, e.Predecessor, on, e.From)
	again, carried := o.s.carried.Get(e.Of)
	o.k.Must(RuleCarried, !carried, "award %s is carried on already, as %s; it is carried on once", e.Of, again)
	return o.k.Decide(e)
}

// carriedAward is an award that goes on here.
func carriedAward(e domain.AwardCarriedOn) award {
	return award{carried: e, made: domain.ContractAwarded{
		Award: e.Award, Decision: e.Decision, Holder: e.Holder, Supplier: e.Supplier, Class: e.Class, From: e.From, To: e.To, Value: e.Value, Route: e.Route, On: e.From,
	}}
}
