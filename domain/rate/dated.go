package rate

import (
	"slices"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// figure is a published figure with the days it holds on.
type figure[T any] struct {
	id          uuid.UUID
	from, to    domain.Date // first and last day; to is 0 where it goes on
	publishedOn domain.Date
	value       T
}

func (f figure[T]) covers(day domain.Date) bool {
	return f.from <= day && (f.to.IsZero() || day <= f.to)
}

// meets reports whether two figures have a day in common.
func (f figure[T]) meets(o figure[T]) bool {
	return (o.to.IsZero() || f.from <= o.to) && (f.to.IsZero() || o.from <= f.to)
}

// on is the figure that counts on a day: of those that hold on it the one
// published last.
func on[T any](known []figure[T], day domain.Date) (found figure[T], ok bool) {
	for _, f := range known {
		if f.covers(day) && f.publishedOn > found.publishedOn {
			found, ok = f, true
		}
	}
	return found, ok
}

// figures are published figures by what they are of: those that count.
type figures[K comparable, T any] = domain.Register[K, []figure[T]]

func add[K comparable, T any](r *figures[K, T], k K, revision int64, one figure[T]) {
	known, _ := r.Get(k)
	r.Set(k, revision, append(slices.Clip(known), one))
}

func remove[K comparable, T any](r *figures[K, T], k K, revision int64, id uuid.UUID) {
	known, _ := r.Get(k)
	r.Set(k, revision, slices.DeleteFunc(slices.Clone(known), func(f figure[T]) bool { return f.id == id }))
}

// counts reports whether a figure of a key is recorded and not corrected.
func counts[K comparable, T any](r *figures[K, T], k K, id uuid.UUID) bool {
	known, _ := r.Get(k)
	return slices.ContainsFunc(known, func(f figure[T]) bool { return f.id == id })
}

// once holds that no figure of the same publication, save the one that is
// corrected, holds on a day of a new one.
func once[T any](k *domain.Checks, known []figure[T], one figure[T], corrects uuid.UUID, what string) {
	for _, f := range known {
		k.Must(RuleOnce, f.id == corrects || f.publishedOn != one.publishedOn || !f.meets(one),
			"%s as published on %s is recorded as %s, from %s; the same publication can't give another for the same days, unless it corrects that one",
			what, f.publishedOn, f.id, f.from)
	}
}
