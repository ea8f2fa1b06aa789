package ledger

import (
	"sync"
	"time"

	"github.com/google/uuid"
)

// limiter bounds how many refusals of one actor are recorded: a bucket of
// perMinute tokens that fills evenly.
type limiter struct {
	perMinute int

	mu      sync.Mutex
	buckets map[uuid.UUID]bucket
}

type bucket struct {
	tokens float64
	at     time.Time
}

// maxBuckets bounds the memory of a limiter: actors are named by whoever gives
// the command.
const maxBuckets = 10_000

// take takes a token of an actor's, or says how long until there is one.
func (l *limiter) take(actor uuid.UUID, now time.Time) (wait time.Duration, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.buckets == nil {
		l.buckets = make(map[uuid.UUID]bucket)
	}
	if len(l.buckets) >= maxBuckets {
		l.dropFull(now)
	}
	if _, known := l.buckets[actor]; !known && len(l.buckets) >= maxBuckets {
		return time.Minute, false
	}
	b := l.fill(actor, now)
	if b.tokens < 1 {
		l.buckets[actor] = b
		perToken := time.Minute / time.Duration(l.perMinute)
		return time.Duration((1 - b.tokens) * float64(perToken)), false
	}
	b.tokens--
	l.buckets[actor] = b
	return 0, true
}

func (l *limiter) fill(actor uuid.UUID, now time.Time) bucket {
	full := float64(l.perMinute)
	b, known := l.buckets[actor]
	if !known {
		return bucket{full, now}
	}
	if passed := now.Sub(b.at); passed > 0 {
		b.tokens = min(full, b.tokens+passed.Minutes()*full)
		b.at = now
	}
	return b
}

// dropFull forgets the actors whose buckets are full again.
func (l *limiter) dropFull(now time.Time) {
	for actor := range l.buckets {
		if l.fill(actor, now).tokens >= float64(l.perMinute) {
			delete(l.buckets, actor)
		}
	}
}
