package wire_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
)

// freeze writes the samples that are not there yet, behind those that are. It
// never changes one.
var freeze = flag.Bool("freeze", false, "write samples that are not frozen yet")

// eventSamples are events of every type and version, as they are understood
// today; commandSamples are the same for commands.
var (
	eventSamples = joined(ledgerEvents,
		firstEvents(contractEvents), firstEvents(governanceEvents), firstEvents(planningEvents),
		firstEvents(programmeEvents), firstEvents(decisionEvents), firstEvents(awardEvents),
		firstEvents(budgetEvents), firstEvents(costEvents), firstEvents(paymentEvents), firstEvents(yearEndEvents), firstEvents(voidEvents),
		firstEvents(environmentEvents), firstEvents(educatorEvents), firstEvents(placementEvents), firstEvents(roleEvents), firstEvents(careerEvents),
		firstEvents(personEvents), firstEvents(nationalEvents), firstEvents(roleTypeEvents), firstEvents(assuranceEvents),
		firstEvents(sharingEvents), firstEvents(ambitionEvents), firstEvents(successionEvents), firstEvents(kpiEvents))
	commandSamples = joined(ledgerCommands,
		firstCommands(contractCommands), firstCommands(governanceCommands), firstCommands(planningCommands),
		firstCommands(programmeCommands), firstCommands(decisionCommands), firstCommands(awardCommands),
		firstCommands(budgetCommands), firstCommands(costCommands), firstCommands(paymentCommands), firstCommands(yearEndCommands), firstCommands(voidCommands),
		firstCommands(environmentCommands), firstCommands(educatorCommands), firstCommands(placementCommands), firstCommands(roleCommands), firstCommands(careerCommands),
		firstCommands(personCommands), firstCommands(nationalCommands), firstCommands(roleTypeCommands), firstCommands(assuranceCommands),
		firstCommands(sharingCommands), firstCommands(ambitionCommands), firstCommands(successionCommands), firstCommands(kpiCommands))
)

// version names a version of a type.
func version(name string, v int) string { return name + ".v" + strconv.Itoa(v) }

// firstEvents are samples of version 1, by type.
func firstEvents(list []domain.Event) map[string][]domain.Event {
	m := make(map[string][]domain.Event)
	for _, e := range list {
		name := version(e.EventType(), 1)
		m[name] = append(m[name], e)
	}
	return m
}

// firstCommands are the same for commands.
func firstCommands(list []domain.CommandData) map[string][]domain.CommandData {
	m := make(map[string][]domain.CommandData)
	for _, c := range list {
		name := version(c.CommandName(), 1)
		m[name] = append(m[name], c)
	}
	return m
}

// joined is one map of all. Samples of a version stand in one of them.
func joined[T any](maps ...map[string][]T) map[string][]T {
	all := make(map[string][]T)
	for _, m := range maps {
		for name, list := range m {
			if all[name] != nil {
				panic("samples of " + name + " in two places")
			}
			all[name] = list
		}
	}
	return all
}

func date(s string) domain.Date { return domain.MustDate(s) }

// thing is the id of something in the samples, person that of a person: made,
// and nobody's.
func thing(n byte) uuid.UUID {
	id := uuid.MustParse("0190a5a4-7d2c-7b6e-8f01-000000000000")
	id[15] = n
	return id
}

// Every version of every type has samples whose bytes are frozen: they must
// mean what they meant, and what is written today must be those bytes.
func TestEventSamples(t *testing.T) {
	for _, typ := range wire.EventTypes() {
		for v := 1; v <= typ.Version; v++ {
			name := version(typ.Name, v)
			t.Run(name, func(t *testing.T) {
				lines := samples(t, "events", name, len(eventSamples[name]), func(i int) []byte {
					_, data, err := wire.EncodeEvent(eventSamples[name][i])
					if err != nil {
						t.Fatal(err)
					}
					return data
				})
				for i, line := range lines {
					got, err := wire.DecodeEvent(typ.Name, v, line)
					if err != nil {
						t.Fatal(err)
					}
					if want := eventSamples[name][i]; !reflect.DeepEqual(got, want) {
						t.Errorf("sample %d means %+v, meant %+v", i, got, want)
					}
					if _, data, err := wire.EncodeEvent(got); v == typ.Version && (err != nil || !bytes.Equal(data, line)) {
						t.Errorf("sample %d is written %s, was %s (%v)", i, data, line, err)
					}
				}
			})
		}
	}
}

// The same for commands: their stored bytes are in RFC 8785 form.
func TestCommandSamples(t *testing.T) {
	for _, typ := range wire.CommandTypes() {
		for v := 1; v <= typ.Version; v++ {
			name := version(typ.Name, v)
			t.Run(name, func(t *testing.T) {
				lines := samples(t, "commands", name, len(commandSamples[name]), func(i int) []byte {
					s, err := wire.Seal("ledger", domain.Command{ID: id1, Data: commandSamples[name][i]})
					if err != nil {
						t.Fatal(err)
					}
					return s.Data
				})
				for i, line := range lines {
					got, err := wire.DecodeCommand(typ.Name, v, line)
					if err != nil {
						t.Fatal(err)
					}
					if want := commandSamples[name][i]; !reflect.DeepEqual(got, want) {
						t.Errorf("sample %d means %+v, meant %+v", i, got, want)
					}
				}
			})
		}
	}
}

// samples reads the frozen lines of a type's version.
func samples(t *testing.T, folder, name string, n int, encode func(int) []byte) [][]byte {
	t.Helper()
	if n == 0 {
		t.Fatalf("%s has no sample in this test", name)
	}
	path := filepath.Join("testdata", folder, name+".ndjson")
	b, err := os.ReadFile(path)
	if frozen := bytes.Count(b, []byte("\n")); *freeze && frozen < n && (err == nil || os.IsNotExist(err)) {
		for i := frozen; i < n; i++ {
			b = append(append(b, encode(i)...), '\n')
		}
		err = os.WriteFile(path, b, 0o644)
	}
	if err != nil {
		t.Fatalf("%v (go test ./domain/wire -freeze writes samples that are not frozen yet)", err)
	}
	lines := bytes.Split(bytes.TrimSuffix(b, []byte("\n")), []byte("\n"))
	if len(lines) != n {
		t.Fatalf("%s has %d lines; this test knows what %d mean", path, len(lines), n)
	}
	return lines
}

// A type or a version this program does not know is loud.
func TestUnknownEventIsLoud(t *testing.T) {
	for _, test := range []struct {
		typ     string
		version int
	}{{"NoSuchEvent", 1}, {"RulesAdopted", 2}, {"RulesAdopted", 0}} {
		if e, err := wire.DecodeEvent(test.typ, test.version, []byte(`{"version":1}`)); err == nil {
			t.Errorf("%s version %d was read as %v", test.typ, test.version, e)
		}
	}
	if _, err := wire.DecodeEvent("RulesAdopted", 1, []byte(`{"version":1,"more":2}`)); err == nil {
		t.Error("a member that is not known was passed over")
	}
}

// A sample of a command that may be given from outside is one that would be
// taken to be decided.
func TestCommandSamplesAreValid(t *testing.T) {
	for _, typ := range wire.CommandTypes() {
		if typ.Internal {
			continue
		}
		for i, c := range commandSamples[version(typ.Name, typ.Version)] {
			var f domain.FieldErrors
			c.Validate(&f)
			for _, e := range f.List {
				t.Errorf("sample %d of %s: %s %s", i, typ.Name, e.Pointer, e.Detail)
			}
		}
	}
}
