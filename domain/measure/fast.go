package measure

import (
	"reflect"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// Most expressions only name a member, or hold some against literals. CEL has
// checked their types; what they are is then read off the thing itself, which
// takes a thirtieth of the time. They say the same as CEL would: none can fail
// or cost much. What is none of these is nil here, and left to CEL.
type fast struct {
	each   func(reflect.Value) []Span
	where  of[bool]
	amount of[int64]
	by     []of[string]
}

// of reads something off a thing and one of its spans.
type of[T any] func(thing reflect.Value, span *Span) T

// reader makes ofs of expressions about things of a type.
type reader struct {
	name  string // of the thing
	thing reflect.Type
}

// each is an expression that names a list of spans.
func (r reader) each(e ast.Expr) func(reflect.Value) []Span {
	if i, span := r.member(e); i >= 0 && !span && r.thing.Field(i).Type == reflect.TypeFor[[]Span]() {
		return func(thing reflect.Value) []Span { return *thing.Field(i).Addr().Interface().(*[]Span) }
	}
	return nil
}

func (r reader) bool(e ast.Expr) of[bool] {
	if e.Kind() != ast.CallKind {
		return read(r, e, reflect.Value.Bool, func(v ref.Val) (bool, bool) {
			b, ok := v.(types.Bool)
			return bool(b), ok
		})
	}
	args := e.AsCall().Args()
	switch e.AsCall().FunctionName() {
	case operators.LogicalNot:
		if a := r.bool(args[0]); a != nil {
			return func(t reflect.Value, s *Span) bool { return !a(t, s) }
		}
	case operators.LogicalAnd:
		if a, b := r.bool(args[0]), r.bool(args[1]); a != nil && b != nil {
			return func(t reflect.Value, s *Span) bool { return a(t, s) && b(t, s) }
		}
	case operators.LogicalOr:
		if a, b := r.bool(args[0]), r.bool(args[1]); a != nil && b != nil {
			return func(t reflect.Value, s *Span) bool { return a(t, s) || b(t, s) }
		}
	case operators.Equals:
		return r.equal(args[0], args[1])
	case operators.NotEquals:
		if equal := r.equal(args[0], args[1]); equal != nil {
			return func(t reflect.Value, s *Span) bool { return !equal(t, s) }
		}
	}
	return nil
}

// equal is that two texts, or two numbers, are the same.
func (r reader) equal(a, b ast.Expr) of[bool] {
	if a, b := r.string(a), r.string(b); a != nil && b != nil {
		return func(t reflect.Value, s *Span) bool { return a(t, s) == b(t, s) }
	}
	if a, b := r.int(a), r.int(b); a != nil && b != nil {
		return func(t reflect.Value, s *Span) bool { return a(t, s) == b(t, s) }
	}
	return nil
}

func (r reader) int(e ast.Expr) of[int64] {
	return read(r, e, reflect.Value.Int, func(v ref.Val) (int64, bool) {
		n, ok := v.(types.Int)
		return int64(n), ok
	})
}

func (r reader) string(e ast.Expr) of[string] {
	return read(r, e, reflect.Value.String, func(v ref.Val) (string, bool) {
		s, ok := v.(types.String)
		return string(s), ok
	})
}

// read is a literal or a member of a type.
func read[T any](r reader, e ast.Expr, value func(reflect.Value) T, literal func(ref.Val) (T, bool)) of[T] {
	if e.Kind() == ast.LiteralKind {
		v, ok := literal(e.AsLiteral())
		if !ok {
			return nil
		}
		return func(reflect.Value, *Span) T { return v }
	}
	i, span := r.member(e)
	switch {
	case i < 0:
		return nil
	case span && spanType.Field(i).Type == reflect.TypeFor[T]():
		return func(_ reflect.Value, s *Span) T { return value(reflect.ValueOf(s).Elem().Field(i)) }
	case !span && r.thing.Field(i).Type == reflect.TypeFor[T]():
		return func(t reflect.Value, _ *Span) T { return value(t.Field(i)) }
	}
	return nil
}

var spanType = reflect.TypeFor[Span]()

// member is the number of the field that an expression such as post.roleType
// names, of the thing or of the span, and −1 where it names none.
func (r reader) member(e ast.Expr) (field int, span bool) {
	if e.Kind() != ast.SelectKind || e.AsSelect().IsTestOnly() || e.AsSelect().Operand().Kind() != ast.IdentKind {
		return -1, false
	}
	t := r.thing
	switch e.AsSelect().Operand().AsIdent() {
	case r.name:
	case "span":
		t, span = spanType, true
	default:
		return -1, false
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && f.Tag.Get("cel") == e.AsSelect().FieldName() {
			return i, span
		}
	}
	return -1, false
}
