package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/organisation"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/ledger"
)

// Whoever writes to a ledger that was idle for long says that the clock is
// right: also who restores an old backup, which the ledger records.
func TestAClockFarBeyondTheLedger(t *testing.T) {
	dir, backup := filepath.Join(t.TempDir(), "ledger"), filepath.Join(t.TempDir(), "backup")
	then := time.Date(2024, time.April, 2, 9, 0, 0, 0, time.UTC)
	record := func(code string) {
		t.Helper()
		var told bytes.Buffer
		l, err := newProgram(os.Getenv, nil, &told, &told).openWriter(t.Context(), dir, ledger.Options{Now: func() time.Time { return then }, AcceptClock: true}, ledger.Founding{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer l.store.Close()
		c, err := wire.Seal("organisations", domain.Command{ID: domain.NewID(l.ID(), code), Data: organisation.RegisterOrganisation{Org: code, Name: "A PCN", Class: domain.ClassPCN}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := l.Do(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	must := func(code int, says string, args ...string) {
		t.Helper()
		if got := played(t, nil, args...); got.code != code || !strings.Contains(got.out+got.err, says) {
			t.Fatalf("%s: ended with %d, saying %q %q; want %d and %q", strings.Join(args, " "), got.code, got.out, got.err, code, says)
		}
	}
	record("U00001")
	must(0, "", "backup", "--dir", dir, backup)
	record("U00002")
	command := filepath.Join(t.TempDir(), "command.json")
	if err := os.WriteFile(command, []byte(`{"name":"register-organisation","id":"018f0000-0000-7000-8000-00000000000b",`+
		`"actor":{"person":"7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d","role":"registrar"},"data":{"org":"U00003","name":"A PCN","class":"PCN"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	must(1, "start with --accept-clock", "do", "--dir", dir, command)
	must(0, `"seq":5`, "do", "--accept-clock", "--dir", dir, command)
	must(0, "given up", "restore", "--accept-rollback", "--accept-clock", "--dir", dir, backup)
	must(0, "RollbackAccepted", "replay", "--dir", dir, "--after", "3")
}
