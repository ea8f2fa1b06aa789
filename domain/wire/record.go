package wire

import (
	"fmt"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/eventstore"
)

// DecodeError says which event of the log can't be read. Every fold stops at
// it.
type DecodeError struct {
	Stream   eventstore.StreamID
	Revision eventstore.Revision
	Seq      eventstore.Seq
	Err      error
}

func (e *DecodeError) Error() string {
	return fmt.Sprintf("event %d (%s, revision %d): %v", e.Seq, e.Stream, e.Revision, e.Err)
}

func (e *DecodeError) Unwrap() error { return e.Err }

// Read is a stored event, whole, as a fold meets it, with its envelope.
func Read(e eventstore.Event) (domain.Recorded, eventstore.Envelope, error) {
	rec, env, err := read(e)
	if err != nil {
		return domain.Recorded{}, eventstore.Envelope{}, &DecodeError{e.Stream, e.Revision, e.Seq, err}
	}
	return rec, env, nil
}

func read(e eventstore.Event) (domain.Recorded, eventstore.Envelope, error) {
	env, err := eventstore.ParseEnvelope(e.Metadata)
	if err != nil {
		return domain.Recorded{}, env, err
	}
	data, err := Event(e)
	if err != nil {
		return domain.Recorded{}, env, err
	}
	rec := domain.Recorded{
		ID: e.ID, Revision: int64(e.Revision), RecordedAt: env.RecordedAt.Time, Event: data,
	}
	if env.EffectiveOn != "" {
		if rec.EffectiveOn, err = domain.ParseDate(env.EffectiveOn); err != nil {
			return domain.Recorded{}, env, err
		}
	}
	if env.Actor != nil {
		rec.Actor = domain.Actor(*env.Actor)
	}
	if rec.Happened, err = happenedOf(env.Happened); err != nil {
		return domain.Recorded{}, env, err
	}
	for _, b := range env.Breaches {
		rec.Breaches = append(rec.Breaches, domain.Breach{Rule: domain.Rule(b.Rule), Sentence: b.Sentence})
	}
	return rec, env, nil
}

// Event is a stored event's data, decoded, and checked to stand in a stream of
// its kind. It needs no metadata.
func Event(e eventstore.Event) (domain.Event, error) {
	data, err := DecodeEvent(e.Type, e.Version, e.Data)
	if err != nil {
		return nil, err
	}
	kind, _, ok := KindOf(string(e.Stream))
	if want := eventTypes[e.Type].Kind; !ok || kind != want {
		return nil, fmt.Errorf("%s belongs in a stream of kind %s, not in %s", e.Type, want, e.Stream)
	}
	return data, nil
}

// StoredCommand is the command that recorded an event, as it stands in the
// envelope of the first of its events.
func StoredCommand(stream eventstore.StreamID, env eventstore.Envelope) (Sealed, error) {
	c := env.Command
	if c == nil || c.N != 0 || len(c.Data) == 0 || env.Actor == nil {
		return Sealed{}, fmt.Errorf("the envelope holds no command")
	}
	data, err := DecodeCommand(c.Name, c.V, c.Data)
	if err != nil {
		return Sealed{}, err
	}
	cmd := domain.Command{ID: c.ID, Actor: domain.Actor(*env.Actor), Authority: env.Authority, Data: data}
	if env.EffectiveOn != "" {
		if cmd.EffectiveOn, err = domain.ParseDate(env.EffectiveOn); err != nil {
			return Sealed{}, err
		}
	}
	if cmd.Evidence, err = evidenceOf(env.Evidence); err != nil {
		return Sealed{}, err
	}
	if cmd.Happened, err = happenedOf(env.Happened); err != nil {
		return Sealed{}, err
	}
	return Sealed{Stream: string(stream), Command: cmd, Name: c.Name, V: c.V, Hash: domain.Hash(c.Hash), Data: c.Data}, nil
}

func evidenceOf(in []eventstore.Evidence) ([]domain.Evidence, error) {
	var out []domain.Evidence
	for _, e := range in {
		ev := domain.Evidence{Hash: domain.Hash(e.Hash), Kind: e.Kind}
		if e.Dated != "" {
			d, err := domain.ParseDate(e.Dated)
			if err != nil {
				return nil, err
			}
			ev.Dated = d
		}
		out = append(out, ev)
	}
	return out, nil
}

func happenedOf(in *eventstore.Happened) (*domain.Happened, error) {
	if in == nil {
		return nil, nil
	}
	on, err := domain.ParseDate(in.On)
	if err != nil {
		return nil, err
	}
	ev, err := evidenceOf(in.Evidence)
	return &domain.Happened{On: on, Evidence: ev}, err
}

// Envelope is the envelope of a command's n-th event, but for what the write
// path adds: when, on which basis, by which rules, and the hashes.
func (s Sealed) Envelope(n int) eventstore.Envelope {
	c := s.Command
	actor := eventstore.Actor(c.Actor)
	env := eventstore.Envelope{
		Actor:     &actor,
		Authority: c.Authority,
		Evidence:  storedEvidence(c.Evidence),
		Command:   &eventstore.Command{Name: s.Name, V: s.V, ID: c.ID, Hash: eventstore.Hash(s.Hash), N: n},
	}
	if !c.EffectiveOn.IsZero() {
		env.EffectiveOn = c.EffectiveOn.String()
	}
	if h := c.Happened; h != nil {
		env.Happened = &eventstore.Happened{On: h.On.String(), Evidence: storedEvidence(h.Evidence)}
	}
	if n == 0 {
		env.Command.Data = s.Data
	}
	return env
}

func storedEvidence(in []domain.Evidence) []eventstore.Evidence {
	var out []eventstore.Evidence
	for _, e := range in {
		ev := eventstore.Evidence{Hash: eventstore.Hash(e.Hash), Kind: e.Kind}
		if !e.Dated.IsZero() {
			ev.Dated = e.Dated.String()
		}
		out = append(out, ev)
	}
	return out
}
