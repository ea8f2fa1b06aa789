package verify_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/verify"
)

// Somebody writes to the file with an ordinary tool.
func TestTampering(t *testing.T) {
	for _, c := range []struct {
		name   string
		tamper func([]eventstore.Event) []eventstore.Event
		want   []string
	}{
		{"a byte of the data", func(log []eventstore.Event) []eventstore.Event {
			log[6].Data = bytes.Replace(log[6].Data, []byte("Training"), []byte("Drainage"), 1)
			return log
		}, []string{"7 DATA_HASH", "7 NOT_DECIDED"}},

		{"the data and their hash", func(log []eventstore.Event) []eventstore.Event {
			old := eventstore.HashOf(log[6].Data)
			log[6].Data = bytes.Replace(log[6].Data, []byte("Training"), []byte("Drainage"), 1)
			swap(&log[6], old.String(), eventstore.HashOf(log[6].Data).String())
			return log
		}, []string{"7 NOT_DECIDED", "8 PREV"}},

		{"who acted", func(log []eventstore.Event) []eventstore.Event {
			swap(&log[10], manager.Person.String(), id("somebody else").String())
			return log
		}, []string{"11 COMMAND_HASH", "12 PREV"}},

		{"when it was recorded, in the metadata", func(log []eventstore.Event) []eventstore.Event {
			swap(&log[11], "2025-06-02T", "2025-05-02T")
			return log
		}, []string{"12 COLUMN", "12 TIME_BACKWARDS", "14 PREV"}},

		{"when it was recorded, beside the event", func(log []eventstore.Event) []eventstore.Event {
			log[11].RecordedAt = log[11].RecordedAt.AddDate(0, -1, 0)
			return log
		}, []string{"12 COLUMN"}},

		{"the day it takes effect, beside the event", func(log []eventstore.Event) []eventstore.Event {
			log[11].EffectiveOn = "2025-01-01"
			return log
		}, []string{"12 COLUMN"}},

		{"the version beside the event", func(log []eventstore.Event) []eventstore.Event {
			log[11].Version = 2
			return log
		}, []string{"12 COLUMN", "12 UNDECODABLE"}},

		{"the id of an event", func(log []eventstore.Event) []eventstore.Event {
			log[4].ID[3] ^= 1
			return log
		}, []string{"5 EVENT_ID"}},

		{"the type of an event", func(log []eventstore.Event) []eventstore.Event {
			log[11].Type = "PartnershipEnded"
			return log
		}, []string{"12 UNDECODABLE"}},

		{"metadata that are no envelope", func(log []eventstore.Event) []eventstore.Event {
			log[16].Metadata = []byte(`{"v":1`)
			return log
		}, []string{"17 METADATA", "17 UNDECODABLE"}},

		{"metadata that state no command", func(log []eventstore.Event) []eventstore.Event {
			swap(&log[17], `"command":{`, `"comment":{`)
			return log
		}, []string{"18 METADATA"}},

		{"two events change places", func(log []eventstore.Event) []eventstore.Event {
			log[10], log[11] = log[11], log[10]
			return log
		}, []string{"11 PREV", "11 REVISION_GAP", "11 SEQ_GAP", "11 TIME_BACKWARDS", "12 PREV", "12 REVISION_GAP", "12 SEQ_GAP",
			"13 SEQ_GAP", "14 PREV", "14 REVISION_GAP"}},

		{"two events change places and numbers", func(log []eventstore.Event) []eventstore.Event {
			log[10], log[11] = log[11], log[10]
			return number(log)
		}, []string{"11 PREV", "12 PREV", "12 TIME_BACKWARDS", "14 PREV"}},

		{"an event is gone", func(log []eventstore.Event) []eventstore.Event {
			return slices.Delete(log, 11, 12)
		}, []string{"13 SEQ_GAP", "14 PREV", "14 REVISION_GAP", "15 NOT_REFUSED"}},

		{"an event is gone and the rest is numbered anew", func(log []eventstore.Event) []eventstore.Event {
			return number(slices.Delete(log, 11, 12))
		}, []string{"13 PREV"}},

		{"an event stands twice", func(log []eventstore.Event) []eventstore.Event {
			return number(slices.Insert(log, 11, log[10]))
		}, []string{"12 NOT_DECIDED", "12 PREV", "12 REUSED_ID"}},

		{"the second event of a command is gone", func(log []eventstore.Event) []eventstore.Event {
			return number(slices.Delete(log, 8, 9))
		}, []string{"10 PREV", "8 NOT_DECIDED", "9 BASIS_LATER"}},

		{"the log of another ledger", func(log []eventstore.Event) []eventstore.Event {
			swapData(&log[0], ledgerID.String(), id("another").String())
			return log
		}, []string{"1 DATA_HASH", "1 NOT_DECIDED", "1 NOT_FOUNDED"}},

		{"the founding is gone", func(log []eventstore.Event) []eventstore.Event {
			return number(slices.Delete(log, 0, 1))
		}, nil}, // below: much is found; first that it is not founded
	} {
		t.Run(c.name, func(t *testing.T) {
			r := check(t, plant(c.tamper(story(t))), verify.Options{})
			if c.want == nil {
				if r.OK() || r.Findings[0].Kind != verify.NotFounded {
					t.Errorf("findings are %v, want NOT_FOUNDED first", r.Findings)
				}
				return
			}
			if got := kinds(r); !slices.Equal(got, c.want) {
				t.Errorf("found %v, want %v\n%v", got, c.want, r.Findings)
			}
		})
	}
}

// Somebody who knows the format makes every hash, id and number anew. What is
// left to show it is what the rules say.
func TestForgery(t *testing.T) {
	for _, c := range []struct {
		name  string
		forge func(t *testing.T, log []forged) []forged
		want  []string
	}{
		{"nothing is forged", func(_ *testing.T, log []forged) []forged { return log }, nil},

		{"an event says something else than was decided", func(_ *testing.T, log []forged) []forged {
			swapData(&log[17].e, "placements of three", "payments to three")
			return log
		}, []string{"18 NOT_DECIDED"}},

		{"the command too, but not its hash", func(_ *testing.T, log []forged) []forged {
			swapData(&log[17].e, "placements of three", "payments to three")
			log[17].env.Command.Data = bytes.Replace(log[17].env.Command.Data, []byte("placements of three"), []byte("payments to three"), 1)
			return log
		}, []string{"18 COMMAND_HASH"}},

		{"a command that the rules refuse", func(t *testing.T, log []forged) []forged {
			swapData(&log[10].e, "ZZ1", "ZZ2")
			log[10].env.Command.Data = bytes.Replace(log[10].env.Command.Data, []byte("ZZ1"), []byte("ZZ2"), 1)
			log[10].rehash(t)
			return log
		}, []string{"11 NOT_DECIDED"}},

		{"a decision knew what was recorded after it", func(_ *testing.T, log []forged) []forged {
			log[10].env.Basis[organisations] = 4
			return log
		}, []string{"11 BASIS_LATER"}},

		{"a decision knew less than it says", func(_ *testing.T, log []forged) []forged {
			log[17].env.Basis[organisations] = 3
			return log
		}, []string{"18 NOT_DECIDED"}},

		{"the basis is missing", func(_ *testing.T, log []forged) []forged {
			log[10].env.Basis = nil
			return log
		}, []string{"11 BASIS_WRONG"}},

		{"a basis that is not read", func(_ *testing.T, log []forged) []forged {
			log[10].env.Basis["ledger"] = 1
			return log
		}, []string{"11 BASIS_WRONG"}},

		{"a breach is hushed up", func(_ *testing.T, log []forged) []forged {
			log[13].env.Breaches = nil
			return log
		}, []string{"14 NOT_DECIDED"}},

		{"a breach is made up", func(_ *testing.T, log []forged) []forged {
			log[11].env.Breaches = []eventstore.Breach{{Rule: "I-HUB-7", Sentence: "ZZ1 should be open"}}
			return log
		}, []string{"12 NOT_DECIDED"}},

		{"rules that this program does not know", func(_ *testing.T, log []forged) []forged {
			log[10].env.Rules = int(domain.CurrentRules) + 1
			return log
		}, []string{"11 RULES"}},

		{"no rules", func(_ *testing.T, log []forged) []forged {
			log[10].env.Rules = 0
			return log
		}, []string{"11 RULES"}},

		{"before rules were adopted", func(_ *testing.T, log []forged) []forged {
			return slices.Delete(log, 1, 2)
		}, nil}, // below: every decision after it

		{"an event too many", func(t *testing.T, log []forged) []forged {
			extra := log[8]
			extra.env.Command = &eventstore.Command{}
			*extra.env.Command = *log[8].env.Command
			extra.env.Command.N = 2
			return slices.Insert(log, 9, extra)
		}, []string{"10 NOT_DECIDED"}},

		{"the events of a command disagree about who gave it", func(_ *testing.T, log []forged) []forged {
			log[8].env.Actor = &eventstore.Actor{Person: id("somebody else"), Role: "hub manager"}
			return log
		}, []string{"9 MIXED_COMMAND"}},

		{"the events of a command are torn apart", func(_ *testing.T, log []forged) []forged {
			log[8], log[9] = log[9], log[8]
			return log
		}, []string{"10 SPLIT_COMMAND", "9 BASIS_LATER"}},

		{"an event of a command is skipped", func(_ *testing.T, log []forged) []forged {
			log[8].env.Command.N = 2
			return log
		}, []string{"9 SPLIT_COMMAND"}},

		{"an event is slipped under another command", func(_ *testing.T, log []forged) []forged {
			log[8].env.Command.ID = log[10].env.Command.ID
			return log
		}, []string{"9 SPLIT_COMMAND"}},

		{"the first event of a command does not hold it", func(_ *testing.T, log []forged) []forged {
			log[10].env.Command.Data = nil
			return log
		}, []string{"11 NO_COMMAND"}},

		{"a command id is used in two streams", func(t *testing.T, log []forged) []forged {
			log[15].env.Command.ID = log[10].env.Command.ID
			return log
		}, []string{"16 REUSED_ID"}},

		{"a command id is used twice in one stream", func(t *testing.T, log []forged) []forged {
			log[15].env.Command.ID = log[4].env.Command.ID
			return log
		}, []string{"16 REUSED_ID"}},

		{"a refusal that the rules don't give", func(t *testing.T, log []forged) []forged {
			for _, at := range []int{9, 12, 14, 16} { // refused at the head, earlier, and on no stream
				f := &log[at]
				swapData(&f.e, `"rule":"I-HUB-`, `"rule":"I-BUH-`)
				f.refusal(t)
			}
			return log
		}, []string{"10 NOT_REFUSED", "13 NOT_REFUSED", "15 NOT_REFUSED", "17 NOT_REFUSED"}},

		{"a refusal with another reason", func(_ *testing.T, log []forged) []forged {
			swapData(&log[12].e, "should be", "can not be")
			return log
		}, []string{"13 NOT_REFUSED"}},

		{"a refusal of a command that was fine", func(t *testing.T, log []forged) []forged {
			f := &log[14]
			f.env.Command.Data = bytes.Replace(f.env.Command.Data, []byte("ZZ2"), []byte("ZZ1"), 1)
			f.rehash(t)
			return log
		}, []string{"15 NOT_REFUSED"}},

		{"a refusal decided on what came after", func(_ *testing.T, log []forged) []forged {
			log[12].env.Basis[hubQE1] = 9
			return log
		}, []string{"13 BASIS_LATER"}},

		{"a refusal that does not say what it was decided on", func(_ *testing.T, log []forged) []forged {
			delete(log[12].env.Basis, hubQE1)
			return log
		}, []string{"13 BASIS_WRONG"}},

		{"a refusal under another id", func(_ *testing.T, log []forged) []forged {
			log[12].env.Command.ID = id("forged")
			return log
		}, []string{"13 NOT_REFUSED"}},

		{"a refusal of another command than it holds", func(_ *testing.T, log []forged) []forged {
			swapData(&log[12].e, "agree-partnership", "end-partnership")
			return log
		}, []string{"13 NOT_REFUSED"}},

		{"a source is made up", func(_ *testing.T, log []forged) []forged {
			log[5].env.Source = &eventstore.Source{FileHash: eventstore.HashOf([]byte("no file")), Row: 7}
			return log
		}, []string{"6 NOT_DECIDED"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := check(t, plant(sealed(t, c.forge(t, opened(t, story(t))))), verify.Options{})
			if c.name == "before rules were adopted" {
				for _, f := range r.Findings {
					if f.Kind != verify.Rules || !strings.Contains(f.Detail, "no rules were in force") {
						t.Errorf("found %v", f)
					}
				}
				if r.Found != 15 {
					t.Errorf("%d findings, want one for each command after the founding, 15", r.Found)
				}
				return
			}
			if got := kinds(r); !slices.Equal(got, c.want) {
				t.Errorf("found %v, want %v\n%v", got, c.want, r.Findings)
			}
		})
	}
}

// forged is an event with its envelope to write on.
type forged struct {
	e   eventstore.Event
	env eventstore.Envelope
}

// opened is a log to forge.
func opened(t *testing.T, log []eventstore.Event) (out []forged) {
	t.Helper()
	for _, e := range log {
		env, err := eventstore.ParseEnvelope(e.Metadata)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, forged{e, env})
	}
	return out
}

// rehash makes the hash of the command anew.
func (f *forged) rehash(t *testing.T) {
	t.Helper()
	stream := strings.TrimPrefix(string(f.e.Stream), "refusals-")
	cmd, err := wire.StoredCommand(eventstore.StreamID(stream), f.env)
	if err != nil {
		t.Fatal(err)
	}
	hash, err := cmd.ContentHash()
	if err != nil {
		t.Fatal(err)
	}
	f.env.Command.Hash = eventstore.Hash(hash)
}

// refusal makes the id of a refusal's command anew.
func (f *forged) refusal(t *testing.T) {
	t.Helper()
	e, err := wire.Event(f.e)
	if err != nil {
		t.Fatal(err)
	}
	r := e.(domain.CommandRefused)
	f.env.Command.ID = ledger.RefusalID(r.Command, r.Rule)
}

// sealed writes a log whose every hash, id and number is right.
func sealed(t *testing.T, log []forged) []eventstore.Event {
	t.Helper()
	prev := make(map[eventstore.StreamID]eventstore.Hash)
	var out []eventstore.Event
	for _, f := range log {
		f.env.Prev = prev[f.e.Stream]
		e := eventstore.Event{Stream: f.e.Stream, Type: f.e.Type}
		e.ID = ledger.EventID(ledgerID, string(e.Stream), f.env.Command.ID, f.env.Command.N)
		n, err := eventstore.Seal(e.ID, e.Type, f.e.Data, f.env)
		if err != nil {
			t.Fatal(err)
		}
		e.Data, e.Metadata = n.Data, n.Metadata
		st := n.Stated()
		e.Version, e.RecordedAt, e.EffectiveOn = st.Version, st.RecordedAt, st.EffectiveOn
		prev[e.Stream] = eventstore.HashOf(e.Metadata)
		out = append(out, e)
	}
	return number(out)
}

// number gives events Seqs and revisions without gaps.
func number(log []eventstore.Event) []eventstore.Event {
	next := make(map[eventstore.StreamID]eventstore.Revision)
	for i := range log {
		log[i].Seq, log[i].Revision = eventstore.Seq(i+1), next[log[i].Stream]
		next[log[i].Stream]++
	}
	return log
}

func swap(e *eventstore.Event, old, now string) {
	e.Metadata = replaced(e.Metadata, old, now)
}

func swapData(e *eventstore.Event, old, now string) {
	e.Data = replaced(e.Data, old, now)
}

func replaced(b []byte, old, now string) []byte {
	if !bytes.Contains(b, []byte(old)) {
		panic("there is no " + old + " in " + string(b))
	}
	return bytes.Replace(b, []byte(old), []byte(now), 1)
}
