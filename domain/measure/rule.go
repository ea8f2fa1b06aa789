package measure

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
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

// ExpressionsOf are the expressions of an indicator's measure.
func ExpressionsOf(m domain.KPIMeasure) Expressions {
	x := Expressions{Kind: Kind(m.Entity), Each: m.Each, Where: m.Where, Amount: m.Amount}
	for _, by := range m.By {
		x.By = append(x.By, By(by))
	}
	return x
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
	fast                fast
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
	program := func(member, text string, want *cel.Type, is string) (cel.Program, ast.Expr) {
		p, checked, err := compile(env, text, want, is)
		if err != "" {
			errs = append(errs, &Error{member, err})
			checked = ast.NewExprFactory().NewUnspecifiedExpr(0)
		}
		return p, checked
	}
	r, read := &Rule{kind: x.Kind}, reader{string(x.Kind), t}
	var e ast.Expr
	r.each, e = program("each", x.Each, cel.ListType(cel.ObjectType("measure.Span")), "a list of spans, such as "+string(x.Kind)+".active")
	r.fast.each = read.each(e)
	if x.Where != "" {
		r.where, e = program("where", x.Where, cel.BoolType, "true or false")
		r.fast.where = read.bool(e)
	}
	r.amount, e = program("amount", x.Amount, cel.IntType, "a whole number, such as 1 or span.amount")
	r.fast.amount = read.int(e)
	for _, by := range x.By {
		p, e := program("by/"+by.Dimension, by.Expression, cel.StringType, "a string")
		r.by, r.fast.by = append(r.by, p), append(r.fast.by, read.string(e))
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

// problems are the first things that CEL finds wrong, on one line.
func problems(issues *cel.Issues) string {
	var all []string
	found := issues.Errors()
	for _, e := range found[:min(len(found), 3)] {
		all = append(all, fmt.Sprintf("%s, at character %d", e.Message, e.Location.Column()+1))
	}
	return strings.Join(all, "; ")
}

func compile(env *cel.Env, text string, want *cel.Type, is string) (cel.Program, ast.Expr, string) {
	if len(text) > longest {
		return nil, nil, fmt.Sprintf("should have at most %d characters", longest)
	}
	checked, issues := env.Compile(text)
	if issues.Err() != nil {
		return nil, nil, "should be an expression in CEL: " + problems(issues)
	}
	if !want.IsExactType(checked.OutputType()) {
		return nil, nil, fmt.Sprintf("should be %s; it is of type %s", is, checked.OutputType())
	}
	for _, t := range checked.NativeRep().TypeMap() {
		if t.IsExactType(cel.DoubleType) {
			return nil, nil, "should have whole numbers alone; floating point would not add up"
		}
	}
	p, err := env.Program(checked, cel.CostLimit(MostCost))
	if err != nil {
		return nil, nil, "should be an expression in CEL that can be evaluated: " + err.Error()
	}
	return p, checked.NativeRep().Expr(), ""
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
	at := evaluation{kind: string(r.kind), entity: e, thing: reflect.ValueOf(e).Elem()}
	spans, err := r.spans(&at)
	if err != nil {
		return nil, fmt.Errorf("each: %w", err)
	}
	var counted []Counted
	for i := range spans {
		at.span, at.told = &spans[i], false
		if r.where != nil {
			ok, err := evaluate(&at, r.fast.where, r.where, func(v ref.Val) bool { return v == types.True })
			if err != nil {
				return nil, fmt.Errorf("where: %w", err)
			}
			if !ok {
				continue
			}
		}
		amount, err := evaluate(&at, r.fast.amount, r.amount, func(v ref.Val) int64 { return int64(v.(types.Int)) })
		if err != nil {
			return nil, fmt.Errorf("amount: %w", err)
		}
		c := Counted{Amount: amount}
		if c.First, c.Last, err = daysOf(spans[i]); err != nil {
			return nil, fmt.Errorf("each: %w", err)
		}
		for i, p := range r.by {
			v, err := evaluate(&at, r.fast.by[i], p, func(v ref.Val) string { return string(v.(types.String)) })
			if err != nil {
				return nil, fmt.Errorf("by %d: %w", i+1, err)
			}
			c.By = append(c.By, v)
		}
		if c.Amount != 0 {
			counted = append(counted, c)
		}
	}
	return counted, nil
}

// spans are those that the rule looks at.
func (r *Rule) spans(at *evaluation) ([]Span, error) {
	if r.fast.each != nil {
		return r.fast.each(at.thing), nil
	}
	list, err := value(r.each, at.names())
	if err != nil {
		return nil, err
	}
	spans, err := list.ConvertToNative(reflect.TypeFor[[]Span]())
	if err != nil {
		return nil, err
	}
	return spans.([]Span), nil
}

// evaluation is what expressions are evaluated on.
type evaluation struct {
	kind   string
	entity Entity
	thing  reflect.Value // the same
	span   *Span         // nil before there is one
	vars   map[string]any
	told   bool // vars have the span
}

// names are the names that expressions may use, for CEL. They are made where
// there is something that CEL has to evaluate.
func (at *evaluation) names() map[string]any {
	if at.vars == nil {
		at.vars = map[string]any{at.kind: at.entity}
	}
	if at.span != nil && !at.told {
		at.vars["span"], at.told = *at.span, true
	}
	return at.vars
}

func evaluate[T any](at *evaluation, fast of[T], p cel.Program, native func(ref.Val) T) (T, error) {
	if fast != nil {
		return fast(at.thing, at.span), nil
	}
	v, err := value(p, at.names())
	if err != nil {
		var none T
		return none, err
	}
	return native(v), nil
}

// daysOf are the days of a span, and an error where the calendar has not such
// days, or the last is before the first.
func daysOf(s Span) (first, last domain.Date, err error) {
	for _, day := range [...]int64{s.First, s.Last} {
		if !isDay(day) && (day != 0 || s.First == 0) {
			return 0, 0, fmt.Errorf("%d is not a day yyyymmdd of the calendar", day)
		}
	}
	if s.Last != 0 && s.Last < s.First {
		return 0, 0, fmt.Errorf("the last day, %d, is before the first, %d", s.Last, s.First)
	}
	return domain.Date(s.First), domain.Date(s.Last), nil
}

func isDay(day int64) bool {
	_, known := domain.DateOf(int(day/10000), int(day/100%100), int(day%100))
	return known
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
