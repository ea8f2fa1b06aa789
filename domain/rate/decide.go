package rate

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
)

// Handles reports whether a command is of this room.
func (s *State) Handles(c domain.CommandData) bool {
	switch c.(type) {
	case SetRate, SetThresholds:
		return true
	}
	return false
}

// Reads names the other streams that deciding a command of this room reads:
// none.
func (s *State) Reads(domain.Command) []string { return nil }

// Decide answers a command of this room.
func (s *State) Decide(_ domain.References, c domain.Command, now time.Time) (domain.Decision, error) {
	k, today := domain.Check(c), domain.BusinessDay(now)
	switch data := c.Data.(type) {
	case SetRate:
		return s.setRate(k, data, c.ID, today)
	case SetThresholds:
		return s.setThresholds(k, data, c.ID, today)
	}
	return domain.Decision{}, fmt.Errorf("rate decides no %s", c.Data.CommandName())
}

func (s *State) setRate(k *domain.Checks, data SetRate, command uuid.UUID, today domain.Date) (domain.Decision, error) {
	e := domain.RateSet(data)
	known, _ := s.rates.Get(keyOf(e))
	for _, f := range known {
		same := f.value
		if e.Rate == uuid.Nil {
			same.Rate = uuid.Nil
		}
		if same == e {
			return k.Decide()
		}
	}
	e.Rate = domain.IDOf(e.Rate, command, "rate")
	before, again := s.recorded.Get(e.Rate)
	k.Must(RuleOnce, !again, "rate %s is recorded, of %s %s in %s; another should have an id of its own", e.Rate, before.Kind, before.Key, before.Area)
	once(k, known, rateFigure(e), e.Corrects, fmt.Sprintf("%s %s in %s", e.Kind, e.Key, e.Area))
	if e.Corrects != uuid.Nil {
		wrong, _ := s.recorded.Get(e.Corrects)
		corrected(k, counts(&s.rates, keyOf(wrong), e.Corrects), e.Corrects, "a rate")
	}
	published(k, e.PublishedOn, today)
	return k.Decide(e)
}

func (s *State) setThresholds(k *domain.Checks, data SetThresholds, command uuid.UUID, today domain.Date) (domain.Decision, error) {
	e := domain.ThresholdsSet(data)
	e.Thresholds = slices.SortedFunc(slices.Values(data.Thresholds), func(a, b domain.Threshold) int { return cmp.Compare(a.Key, b.Key) })
	known, _ := s.thresholds.Get(e.Scheme)
	for _, f := range known {
		if sameSet(f.value, e) {
			return k.Decide()
		}
	}
	e.Set = domain.IDOf(e.Set, command, "set")
	scheme, again := s.schemes.Get(e.Set)
	k.Must(RuleOnce, !again, "the set of limits %s is recorded, of %s; another should have an id of its own", e.Set, scheme)
	once(k, known, thresholdsFigure(e), e.Corrects, "the limits of "+e.Scheme)
	if e.Corrects != uuid.Nil {
		scheme, _ := s.schemes.Get(e.Corrects)
		corrected(k, counts(&s.thresholds, scheme, e.Corrects), e.Corrects, "a set of limits")
	}
	published(k, e.PublishedOn, today)
	return k.Decide(e)
}

// sameSet reports whether what is recorded says what a command does, which may
// leave the id out.
func sameSet(a, b domain.ThresholdsSet) bool {
	return (b.Set == uuid.Nil || a.Set == b.Set) && a.From == b.From && a.To == b.To && a.PublishedOn == b.PublishedOn &&
		a.SourceDoc == b.SourceDoc && a.Corrects == b.Corrects && slices.Equal(a.Thresholds, b.Thresholds)
}

// corrected holds that what is corrected counts until then.
func corrected(k *domain.Checks, counts bool, id uuid.UUID, what string) {
	k.Must(RuleCorrects, counts, "%s should be the id of %s that still counts, to be corrected", id, what)
}

// published holds that the day of a publication has come.
func published(k *domain.Checks, day, today domain.Date) {
	k.Must(RulePublished, day <= today, "%s is after today, %s; the publication should be out", day, today)
}
