package http

import (
	"strings"
	"testing"
)

// Every command stands in one room of the page, behind a link in its index,
// with the stream that the room says; and no room is empty.
func TestEveryCommandStandsInARoom(t *testing.T) {
	w := serve(t)
	body := w.must(t, 200, "GET", "/docs", "").Body.String()
	times := make(map[string]int)
	for _, r := range w.describe().Rooms {
		if len(r.Commands) == 0 {
			t.Errorf("room %s has no command", r.Name)
		}
		if !strings.Contains(body, `href="#`+r.Anchor+`"`) || !strings.Contains(body, `id="`+r.Anchor+`"`) {
			t.Errorf("room %s is not in the index and on the page", r.Name)
		}
		for _, c := range r.Commands {
			times[c.Name]++
			if c.Stream != r.Stream {
				t.Errorf("%s is decided on %s, and stands with those of %s", c.Name, c.Stream, r.Stream)
			}
			if !strings.Contains(body, `href="#command-`+c.Name+`"`) || !strings.Contains(body, `id="command-`+c.Name+`"`) {
				t.Errorf("%s is not in the index and on the page", c.Name)
			}
		}
	}
	for _, c := range publicCommands() {
		if times[c.Name] != 1 {
			t.Errorf("%s stands in %d rooms", c.Name, times[c.Name])
		}
	}
}

// The page says what stands around every command once: which of it is
// required, and the member that names each kind of stream.
func TestWhatStandsAroundACommand(t *testing.T) {
	required := make(map[string]bool)
	for _, f := range around() {
		required[f.Name] = f.Required
	}
	for name, want := range map[string]bool{
		"id": true, "actor": true, "actor.person": true, "actor.role": true, "actor.onBehalfOf": false, "hub": false, "icb": false, "person": false,
		"happened": false, "happened.on": true, "evidence[].hash": true,
	} {
		if got, there := required[name]; !there || got != want {
			t.Errorf("%s: there %v, required %v; want required %v", name, there, got, want)
		}
	}
}

// The page stays one that a browser shows at once, and every command is on it.
// Most of it is examples; compressed it is a tenth.
func TestDocsAreNotTooLarge(t *testing.T) {
	w := serve(t)
	if n := w.must(t, 200, "GET", "/docs", "").Body.Len(); n > 800_000 {
		t.Errorf("/docs has %d bytes", n)
	}
}

// An address with nothing where a name should be is refused at once: it does
// not wait for anything, as no document knows it.
func TestAnEmptyNameInAnAddressIsRefused(t *testing.T) {
	w := serve(t)
	for _, rt := range w.routes {
		if rt.hidden || !strings.Contains(rt.pattern, "}/") {
			continue
		}
		path := rt.pattern[:strings.Index(rt.pattern, "{")] + rt.pattern[strings.Index(rt.pattern, "}")+1:]
		if rec := w.ask(rt.method, path+"?atLeast=999", ""); rec.Code != 400 {
			t.Errorf("%s: got %d: %s", path, rec.Code, rec.Body)
		}
	}
}
