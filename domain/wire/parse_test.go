package wire_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain/wire"
)

const goodCommand = `{
  "id": "0190a5a4-7d2c-7b6e-8f00-0123456789ab",
  "actor": {"person": "7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d", "role": "hub manager"},
  "effectiveOn": "2022-07-01",
  "data": {"org": "QE1", "name": "Lancashire and South Cumbria", "class": "ICB", "opened": "2022-07-01"}
}`

// A good command is read, addressed to its stream, and hashed.
func TestParseCommand(t *testing.T) {
	s, err := wire.ParseCommand("register-organisation", []byte(goodCommand))
	if err != nil {
		t.Fatal(err)
	}
	if s.Stream != "organisations" || s.Name != "register-organisation" || s.V != 1 {
		t.Errorf("got stream %q, name %q, v %d", s.Stream, s.Name, s.V)
	}
	const data = `{"class":"ICB","name":"Lancashire and South Cumbria","opened":"2022-07-01","org":"QE1"}`
	if string(s.Data) != data {
		t.Errorf("data: got %s, want %s", s.Data, data)
	}
	// Golden, computed apart from this program from the definition: this hash must never change, or retries of commands recorded
	// before the change would be refused as other content.
	if got, want := s.Hash.String(), "Xvtssa9obKJnOpfnsFwNO5tFsBy8kUqFty5Fi5IHoEE"; got != want {
		t.Errorf("hash: got %s, want %s", got, want)
	}
}

// A file ends in a line break: space after the command is no text after it.
func TestSpaceMayFollowACommand(t *testing.T) {
	for _, space := range []string{"\n", " \r\n\t "} {
		if _, err := wire.ParseCommand("register-organisation", []byte(goodCommand+space)); err != nil {
			t.Errorf("%q after the command: %v", space, err)
		}
	}
}

// White space and the order of members are not part of what a command says.
func TestHashIsOfContent(t *testing.T) {
	one, err := wire.ParseCommand("register-organisation", []byte(goodCommand))
	if err != nil {
		t.Fatal(err)
	}
	body, err := wire.FormatCommand(one)
	if err != nil {
		t.Fatal(err)
	}
	two, err := wire.ParseCommand("register-organisation", body)
	if err != nil {
		t.Fatal(err)
	}
	if one.Hash != two.Hash {
		t.Errorf("the same command written otherwise has hash %s, not %s", two.Hash, one.Hash)
	}
	for _, change := range [][2]string{
		{"hub manager", "auditor"},
		{"2022-07-01\",\n", "2022-07-02\",\n"},
		{"Cumbria", "Cumbria "},
		{"7d444840", "8d444840"},
	} {
		other, err := wire.ParseCommand("register-organisation", []byte(strings.Replace(goodCommand, change[0], change[1], 1)))
		if err != nil {
			t.Fatal(err)
		}
		if other.Hash == one.Hash {
			t.Errorf("%q for %q leaves the hash as it was", change[1], change[0])
		}
	}
}

// What is wrong is named by its pointer, and is told apart: text that is no
// strict JSON of the command (400), and fields that can't be right (422).
func TestParseCommandRefusesBadInput(t *testing.T) {
	replace := func(old, new string) string {
		if !strings.Contains(goodCommand, old) {
			t.Fatalf("%q is not in the good command", old)
		}
		return strings.Replace(goodCommand, old, new, 1)
	}
	for _, test := range []struct {
		name, body, pointer string
		notStrict           bool
	}{
		{"broken", goodCommand[:40], "/id", true},
		{"empty", "", "", true},
		{"no object", `[]`, "", true},
		{"text behind it", goodCommand + `{}`, "", true},
		{"unknown member", replace(`"effectiveOn"`, `"effective"`), "/effective", true},
		{"unknown member of data", replace(`"opened"`, `"open"`), "/data/open", true},
		{"wrong case", replace(`"name"`, `"Name"`), "/data/Name", true},
		{"name twice", replace(`"class": "ICB"`, `"class": "ICB", "class": "PCN"`), "/data/class", true},
		{"bad UTF-8", replace(`Cumbria`, "Cumbria\xff"), "/data/name", true},
		{"too deep", replace(`"ICB"`, strings.Repeat("[", 40)+strings.Repeat("]", 40)), "", true},
		{"missing id", replace(`"id": "0190a5a4-7d2c-7b6e-8f00-0123456789ab",`, ``), "/id", false},
		{"missing actor's role", replace(`, "role": "hub manager"`, ``), "/actor/role", false},
		{"missing data", replace(`"data": {"org": "QE1", "name": "Lancashire and South Cumbria", "class": "ICB", "opened": "2022-07-01"}`, `"authority": "x"`), "/data", false},
		{"missing field", replace(`"org": "QE1", `, ``), "/data/org", false},
		{"null", replace(`"ICB"`, `null`), "/data/class", false},
		{"bad code", replace(`"QE1"`, `"QE"`), "/data/org", false},
		{"date that is none", replace(`"opened": "2022-07-01"`, `"opened": "2022-02-30"`), "/data/opened", false},
		{"date of another form", replace(`"effectiveOn": "2022-07-01"`, `"effectiveOn": "01/07/2022"`), "/effectiveOn", false},
		{"number for text", replace(`"name": "Lancashire and South Cumbria"`, `"name": 7`), "/data/name", false},
		{"number beyond 2^53", replace(`"name": "Lancashire and South Cumbria"`, `"name": 9007199254740994`), "/data/name", false},
		{"another stream's address", replace(`"actor"`, `"hub": "QE1", "actor"`), "/hub", false},
		{"id that is none", replace(`0190a5a4-7d2c`, `0190a5a4`), "/id", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := wire.ParseCommand("register-organisation", []byte(test.body))
			var bad *wire.BadCommandError
			if !errors.As(err, &bad) {
				t.Fatalf("got %v, want a BadCommandError", err)
			}
			if bad.NotStrict != test.notStrict {
				t.Errorf("not strict: got %v, want %v (%v)", bad.NotStrict, test.notStrict, err)
			}
			found := false
			for _, f := range bad.Fields {
				found = found || f.Pointer == test.pointer || test.name == "too deep"
			}
			if !found {
				t.Errorf("no field %s in %v", test.pointer, bad.Fields)
			}
		})
	}
}

// Every field that is wrong is reported at once.
func TestParseCommandReportsAllFields(t *testing.T) {
	_, err := wire.ParseCommand("record-patient-list", []byte(`{"id":"0190a5a4-7d2c-7b6e-8f00-0123456789ab","actor":{"role":""},"data":{"registered":"-1"}}`))
	var bad *wire.BadCommandError
	if !errors.As(err, &bad) {
		t.Fatal(err)
	}
	var got []string
	for _, f := range bad.Fields {
		got = append(got, f.Pointer)
	}
	for _, want := range []string{"/actor/person", "/actor/role", "/data/org", "/data/on", "/data/registered", "/data/weighted"} {
		if !strings.Contains(strings.Join(got, " ")+" ", want+" ") {
			t.Errorf("%s is not reported, only %v", want, got)
		}
	}
}

// The program's own commands can't be given from outside.
func TestInternalCommandsAreUnknownOutside(t *testing.T) {
	for _, name := range []string{"found-ledger", "accept-rollback", "no-such-command"} {
		_, err := wire.ParseCommand(name, []byte(goodCommand))
		var unknown *wire.UnknownCommandError
		if !errors.As(err, &unknown) {
			t.Errorf("%s: got %v, want an UnknownCommandError", name, err)
		}
	}
}

const somebody = "7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d"

// A command on what a person declares names the person, in the one way that
// the stream is named, and no hub; others name no person.
func TestThePersonOfACommand(t *testing.T) {
	whole := func(member, data string) []byte {
		return []byte(`{"id": "0190a5a4-7d2c-7b6e-8f00-0123456789ab", ` + member + `
			"actor": {"person": "` + somebody + `", "role": "hub manager"}, "data": ` + data + `}`)
	}
	const nilReturn, holidays = `{"on": "2024-04-15"}`, `{"year": 2024, "days": ["2024-12-25"], "publishedOn": "2023-11-01", "sourceDoc": "UK bank holidays"}`
	for _, test := range []struct{ name, command, member, data, stream, pointer string }{
		{"named", "make-nil-return", `"person": "` + somebody + `",`, nilReturn, "person-" + somebody, ""},
		{"not named", "make-nil-return", ``, nilReturn, "", "/person"},
		{"empty", "make-nil-return", `"person": "",`, nilReturn, "", "/person"},
		{"in capitals", "make-nil-return", `"person": "` + strings.ToUpper(somebody) + `",`, nilReturn, "", "/person"},
		{"without hyphens", "make-nil-return", `"person": "` + strings.ReplaceAll(somebody, "-", "") + `",`, nilReturn, "", "/person"},
		{"nobody", "make-nil-return", `"person": "00000000-0000-0000-0000-000000000000",`, nilReturn, "", "/person"},
		{"a code", "make-nil-return", `"person": "QE1",`, nilReturn, "", "/person"},
		{"with a hub", "make-nil-return", `"hub": "QE1", "person": "` + somebody + `",`, nilReturn, "", "/hub"},
		{"of the nation", "publish-bank-holidays", ``, holidays, "national", ""},
		{"of the nation, with a person", "publish-bank-holidays", `"person": "` + somebody + `",`, holidays, "", "/person"},
		{"of the nation, with a hub", "publish-bank-holidays", `"hub": "QE1",`, holidays, "", "/hub"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := wire.ParseCommand(test.command, whole(test.member, test.data))
			if test.pointer == "" {
				if err != nil || s.Stream != test.stream {
					t.Fatalf("got stream %q (%v), want %s", s.Stream, err, test.stream)
				}
				text, err := wire.FormatCommand(s)
				if err != nil {
					t.Fatal(err)
				}
				if again, err := wire.ParseCommand(test.command, text); err != nil || again.Stream != s.Stream || again.Hash != s.Hash {
					t.Errorf("%s is another command: %+v (%v)", text, again, err)
				}
				return
			}
			var bad *wire.BadCommandError
			if !errors.As(err, &bad) || bad.NotStrict {
				t.Fatalf("got %v, want a field that is not right", err)
			}
			if f := bad.Fields[0]; len(bad.Fields) != 1 || f.Pointer != test.pointer {
				t.Errorf("got %v, want %s alone", bad.Fields, test.pointer)
			}
		})
	}
}

func FuzzParseCommand(f *testing.F) {
	f.Add("register-organisation", []byte(goodCommand))
	f.Add("make-nil-return", []byte(`{"id":"0190a5a4-7d2c-7b6e-8f00-0123456789ab","person":"7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d","actor":{"person":"7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d","role":"x"},"data":{"on":"2024-04-15"}}`))
	f.Add("record-pcn-census", []byte(`{"id":"0190a5a4-7d2c-7b6e-8f00-0123456789ab","icb":"QE1","actor":{},"data":{"rows":[{}]}}`))
	f.Fuzz(func(t *testing.T, name string, body []byte) {
		s, err := wire.ParseCommand(name, body)
		if err != nil {
			return
		}
		again, err := wire.FormatCommand(s)
		if err != nil {
			t.Fatal(err)
		}
		s2, err := wire.ParseCommand(name, again)
		if err != nil {
			t.Fatalf("%s was accepted, %s is not: %v", body, again, err)
		}
		if s.Hash != s2.Hash {
			t.Fatalf("%s and %s have two hashes", body, again)
		}
	})
}
