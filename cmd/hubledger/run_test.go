package main

import (
	"bytes"
	"strings"
	"testing"
)

// played runs the program with an environment, and returns what it printed and
// its exit code.
func played(t *testing.T, env map[string]string, args ...string) answered {
	t.Helper()
	var stdout, stderr bytes.Buffer
	err := run(t.Context(), args, func(name string) string { return env[name] }, &stdout, &stderr)
	code := exitCode(err, &stderr)
	return answered{stdout.String(), stderr.String(), code}
}

// A flag's twin in the environment stands in for it, and a flag wins over it.
func TestTwins(t *testing.T) {
	for _, c := range []struct {
		name string
		env  map[string]string
		args []string
		code int
		err  string
	}{
		{"a twin names the ledger", map[string]string{"HUBLEDGER_DIR": "/nowhere"}, []string{"verify"}, 1, "there is no ledger in /nowhere"},
		{"a flag wins", map[string]string{"HUBLEDGER_DIR": "/nowhere"}, []string{"verify", "--dir", "/elsewhere"}, 1, "there is no ledger in /elsewhere"},
		{"also over the twin of another flag for the same", map[string]string{"HUBLEDGER_SERVER": "http://127.0.0.1:1"},
			[]string{"replay", "--dir", "/elsewhere"}, 1, "there is no ledger in /elsewhere"},
		{"a twin that can't be understood", map[string]string{"HUBLEDGER_ACCEPT_CLOCK": "perhaps"}, []string{"serve", "--dir", "/nowhere"}, 2, "HUBLEDGER_ACCEPT_CLOCK: "},
		{"a hyphen is an underscore", map[string]string{"HUBLEDGER_AS_OF": "2024-04-01"}, []string{"replay", "--dir", "/nowhere"}, 2, "--as-of 2024-04-01 is a day"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := played(t, c.env, c.args...); got.code != c.code || !strings.Contains(got.err, c.err) {
				t.Errorf("ended with %d, saying %q; want %d and %q", got.code, got.err, c.code, c.err)
			}
		})
	}
}

// A bench of little prints a rate for everything that it measures.
func TestBench(t *testing.T) {
	got := played(t, nil, "bench", "--dir", t.TempDir(), "--events", "1000", "--large", "2000")
	if got.code != 0 {
		t.Fatalf("ended with %d: %s", got.code, got.err)
	}
	for _, row := range []string{
		"disk: ", "store alone", "ledger, 1 writer", "ledger, 64 writers, all hubs", "ledger, 512 writers", "one hub",
		"batch of 2000", "large store", "read of the file", "scan with page checksums, data", "whole", "rebuild", "verify hashes", "decisions again",
	} {
		if !strings.Contains(got.out, row) {
			t.Errorf("there is no row of %q in\n%s", row, got.out)
		}
	}
}
