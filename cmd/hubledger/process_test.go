package main

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// asProgram in the environment makes the test binary the program itself.
const asProgram = "HUBLEDGER_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// hubledger is the program as a process of its own.
func hubledger(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// output runs the program and returns its stdout and its exit code.
func output(t *testing.T, cmd *exec.Cmd) (string, int) {
	t.Helper()
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatalf("%v: %v\n%s", cmd.Args, err, stderr.String())
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// The program as a process: it serves until it is told to stop, answers pipes
// in lines, and leaves a ledger that verifies. Every event is one line: replay |
// wc -l is the seq of the last. Where somebody then writes to the file with
// another tool, verify says so and ends with 1.
func TestProcess(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ledger")
	serve := hubledger(t, "demo", "--years", "0", "--dir", dir, "--addr", "127.0.0.1:0")
	stdout, err := serve.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	defer serve.Process.Kill() // where the test ends early
	url := servedAt(t, stdout)

	do := hubledger(t, "do", "register-organisation", "-")
	do.Env = append(do.Env, "HUBLEDGER_SERVER="+url)
	do.Stdin = strings.NewReader(`{"id":"018f0000-0000-7000-8000-0000000000b1",
		"actor":{"person":"7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d","role":"registrar"},
		"data":{"org":"DEMO-ALB-1","name":"Invented Authority","class":"ALB"}}`)
	out, code := output(t, do)
	receipt := regexp.MustCompile(`"seq":([0-9]+)`).FindStringSubmatch(out)
	if code != 0 || receipt == nil {
		t.Fatalf("do printed %q and ended with %d", out, code)
	}
	last, err := strconv.Atoi(receipt[1]) // every event before it has a line of its own
	if err != nil || last < 2000 {
		t.Errorf("the nation's events end at %d (%v); 2,000 and more register its parties", last, err)
	}
	if lines, code := output(t, hubledger(t, "replay", "--server", url)); code != 0 || strings.Count(lines, "\n") != last {
		t.Errorf("replay from the server printed %d lines and ended with %d", strings.Count(lines, "\n"), code)
	}
	if err := serve.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := serve.Wait(); err != nil {
		t.Errorf("after SIGTERM the server ended with %v", err)
	}
	if lines, code := output(t, hubledger(t, "replay", "--dir", dir, "--format", "ndjson")); code != 0 || strings.Count(lines, "\n") != last {
		t.Errorf("replay from the folder printed %d lines and ended with %d", strings.Count(lines, "\n"), code)
	}
	if out, code := output(t, hubledger(t, "verify", "--dir", dir)); code != 0 || !strings.HasPrefix(out, "VERIFIED ") {
		t.Errorf("verify printed %q and ended with %d", out, code)
	}

	rename(t, filepath.Join(dir, "ledger.db"), 400)
	out, code = output(t, hubledger(t, "verify", "--dir", dir))
	if code != 1 || !strings.HasPrefix(out, "BROKEN ") || !regexp.MustCompile(`(?m)^DATA_HASH +400 `).MatchString(out) {
		t.Errorf("verify of a ledger that somebody wrote to printed %q and ended with %d", out, code)
	}
}

// servedAt reads where the program says that it serves.
func servedAt(t *testing.T, stdout interface{ Read([]byte) (int, error) }) string {
	t.Helper()
	found := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(stdout)
		for lines.Scan() {
			if _, url, ok := strings.Cut(lines.Text(), " at http"); ok {
				found <- "http" + url
			}
		}
	}()
	select {
	case url := <-found:
		return url
	case <-time.After(60 * time.Second):
		t.Fatal("the program does not say within a minute where it serves")
		return ""
	}
}

// rename writes another word into an event's data, with an ordinary tool.
func rename(t *testing.T, db string, seq int) {
	t.Helper()
	c, err := sqlite3.Open(db)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.Exec(`UPDATE events SET data = CAST(replace(data, '"', '" ') AS BLOB) WHERE seq = ` + strconv.Itoa(seq)); err != nil {
		t.Fatal(err)
	}
	if n := c.Changes(); n != 1 {
		t.Fatalf("%d events were changed", n)
	}
}
