package measure

import (
	"fmt"
	"reflect"
	"slices"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/ext"

	"github.com/hubledger/hubledger/domain"
)

// Expressions are what a measure counts, in CEL over the thing, by the name of
// its kind, and one of its spans, by the name span.
type Expressions struct {
	Kind   Kind
	Each   string // the spans that are looked at, a list: placement.started
	Where  string // whether one counts, a boolean; all where it is empty: !placement.shadowing
	Amount string // how much it counts, a whole number: span.amount
	By     []By   // its dimensions, in their order
}

// By is a dimension and the expression of its value, a string.
type By struct {
	Dimension  string
	Expression string
}

// MostCost is what evaluating one expression on one thing may cost, in CEL's
// units: about one for each step.
const MostCost = 100_000

// longest is how long the text of an expression may be.
const longest = 500

// Rule is Expressions made ready.
type Rule struct {
	kind                Kind
	each, where, amount cel.Program // where is nil where all count
	by                  []cel.Program
}

// Error says which expression can't be right.
type Error struct {
	Member string // each, where, amount, or by/ and a dimension; entity where the kind is none
	Text   string // what is wrong, and what would be right
}

func (e *Error) Error() string { return e.Member + ": " + e.Text }

// kinds are the Go types of the kinds.
var kinds = map[Kind]reflect.Type{
	KindPlan: reflect.TypeFor[Plan](), KindConversation: reflect.TypeFor[Conversation](), KindPost: reflect.TypeFor[Post](),
	KindSupport: reflect.TypeFor[Support](), KindCareerSupport: reflect.TypeFor[CareerSupport](), KindPlacement: reflect.TypeFor[Placement](),
	KindEnvironment: reflect.TypeFor[Environment](), KindEducator: reflect.TypeFor[Educator](), KindProgramme: reflect.TypeFor[Programme](),
	KindLead: reflect.TypeFor[Lead](), KindAllocation: reflect.TypeFor[Allocation](), KindCost: reflect.TypeFor[Cost](),
}

// Compile makes a rule of expressions. Its errors are *Error, one for each
// expression that can't be right: it does not parse, has another type than its
// member, or holds floating point.
func Compile(x Expressions) (*Rule, []*Error) {
	t, known := kinds[x.Kind]
	if !known {
		return nil, []*Error{{"entity", fmt.Sprintf("should be one of %s, not %q", kindList(), x.Kind)}}
	}
	env, err := cel.NewEnv(
		ext.NativeTypes(t, reflect.TypeFor[Span](), ext.ParseStructTags(true)),
		cel.Variable(string(x.Kind), cel.ObjectType("measure."+t.Name())),
		cel.Variable("span", cel.ObjectType("measure.Span")),
	)
	if err != nil {
		panic(fmt.Sprintf("measure: no environment for %s: %v", x.Kind, err)) // of our own types
	}
	var errs []*Error
	program := func(member, text string, want *cel.Type, is string) cel.Program {
		p, err := compile(env, text, want, is)
		if err != "" {
			errs = append(errs, &Error{member, err})
		}
		return p
	}
	r := &Rule{kind: x.Kind}
	r.each = program("each", x.Each, cel.ListType(cel.ObjectType("measure.Span")), "a list of spans, such as "+string(x.Kind)+".active")
	if x.Where != "" {
		r.where = program("where", x.Where, cel.BoolType, "true or false")
	}
	r.amount = program("amount", x.Amount, cel.IntType, "a whole number, such as 1 or span.amount")
	for _, by := range x.By {
		r.by = append(r.by, program("by/"+by.Dimension, by.Expression, cel.StringType, "a string"))
	}
	if errs != nil {
		return nil, errs
	}
	return r, nil
}

func kindList() string {
	s := ""
	for i, k := range Kinds {
		if i > 0 {
			s += ", "
		}
		s += string(k)
	}
	return s
}

func compile(env *cel.Env, text string, want *cel.Type, is string) (cel.Program, string) {
	if len(text) > longest {
		return nil, fmt.Sprintf("should have at most %d characters", longest)
	}
	ast, issues := env.Compile(text)
	if issues.Err() != nil {
		return nil, "should be an expression in CEL: " + issues.Err().Error()
	}
	if !want.IsExactType(ast.OutputType()) {
		return nil, fmt.Sprintf("should be %s; it is of type %s", is, ast.OutputType())
	}
	for _, t := range ast.NativeRep().TypeMap() {
		if t.IsExactType(cel.DoubleType) {
			return nil, "should have whole numbers alone; floating point would not add up"
		}
	}
	p, err := env.Program(ast, cel.CostLimit(MostCost))
	if err != nil {
		return nil, "should be an expression in CEL that can be evaluated: " + err.Error()
	}
	return p, ""
}

// Counted is what a rule makes of one span.
type Counted struct {
	First, Last domain.Date // Last 0: not ended
	Amount      int64       // not 0
	By          []string    // the dimensions, in the rule's order
}

// Kind is which things the rule looks at.
func (r *Rule) Kind() Kind { return r.kind }

// Spans is what the rule counts of a thing of its kind. It fails where an
// expression does, costs more than it may, or makes of days what the calendar
// has not.
func (r *Rule) Spans(e Entity) ([]Counted, error) {
	names := map[string]any{string(r.kind): e}
	list, err := value(r.each, names)
	if err != nil {
		return nil, fmt.Errorf("each: %w", err)
	}
	spans, err := list.ConvertToNative(reflect.TypeFor[[]Span]())
	if err != nil {
		return nil, fmt.Errorf("each: %w", err)
	}
	var counted []Counted
	for _, s := range spans.([]Span) {
		names["span"] = s
		if r.where != nil {
			ok, err := value(r.where, names)
			if err != nil {
				return nil, fmt.Errorf("where: %w", err)
			}
			if ok != types.True {
				continue
			}
		}
		amount, err := value(r.amount, names)
		if err != nil {
			return nil, fmt.Errorf("amount: %w", err)
		}
		c := Counted{First: domain.Date(s.First), Last: domain.Date(s.Last), Amount: int64(amount.(types.Int))}
		for i, p := range r.by {
			v, err := value(p, names)
			if err != nil {
				return nil, fmt.Errorf("by %d: %w", i+1, err)
			}
			c.By = append(c.By, string(v.(types.String)))
		}
		if c.Amount != 0 {
			counted = append(counted, c)
		}
	}
	return counted, nil
}

func value(p cel.Program, names map[string]any) (ref.Val, error) {
	v, _, err := p.Eval(names)
	return v, err
}

// Union is spans with the days that several have counted once, each as 1, by
// dimensions: of one person.
func Union(spans []Counted) []Counted {
	groups := make(map[string][]Span)
	by := make(map[string][]string)
	var order []string
	for _, s := range spans {
		key := fmt.Sprintf("%q", s.By)
		if _, known := groups[key]; !known {
			order = append(order, key)
			by[key] = s.By
		}
		groups[key] = append(groups[key], Span{First: int64(s.First), Last: int64(s.Last)})
	}
	slices.Sort(order)
	var all []Counted
	for _, key := range order {
		for _, s := range union(groups[key]) {
			all = append(all, Counted{First: domain.Date(s.First), Last: domain.Date(s.Last), Amount: 1, By: by[key]})
		}
	}
	return all
}
