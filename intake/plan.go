package intake

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/charter"
)

// Command is a command and the stream it is for.
type Command struct {
	Stream string
	domain.Command
	// Row is the line of the file it comes from; 0 where it comes from many.
	Row int
}

// LeftOut are rows of which something is not taken in, and why.
type LeftOut struct {
	Reason string
	Rows   []int // lines of the file
}

// Plan is what a file asks of the ledger: commands in an order in which each
// may be decided, and what is not asked.
type Plan struct {
	Commands []Command
	// Done says that the file was taken in whole. It is for after all others.
	Done    Command
	LeftOut []LeftOut
	Notes   []string // what somebody should know who reads the figures, in sentences
}

// note adds a note.
func (p *Plan) note(format string, args ...any) {
	p.Notes = append(p.Notes, fmt.Sprintf(format, args...))
}

// leave adds a row to those left out for a reason.
func (p *Plan) leave(row int, reason string) {
	for i := range p.LeftOut {
		if p.LeftOut[i].Reason == reason {
			p.LeftOut[i].Rows = append(p.LeftOut[i].Rows, row)
			return
		}
	}
	p.LeftOut = append(p.LeftOut, LeftOut{reason, []int{row}})
}

// Validate holds every command against what can't be right whatever the state
// of the ledger is.
func (p *Plan) Validate() error {
	for _, c := range append(p.Commands[:len(p.Commands):len(p.Commands)], p.Done) {
		var f domain.FieldErrors
		if c.Data.Validate(&f); len(f.List) > 0 {
			return fmt.Errorf("couldn't make %s of line %d: %s %s", c.Data.CommandName(), c.Row, f.List[0].Pointer, f.List[0].Detail)
		}
	}
	return nil
}

// imports is the namespace of the ids of imported commands.
var imports = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://hubledger.invalid/intake"))

// commandID is the id of a command of a file: UUIDv5 of what it is about. So
// the same file makes the same commands wherever and whenever it is read.
func commandID(file domain.Hash, about ...string) uuid.UUID {
	return uuid.NewSHA1(imports, []byte(file.String()+"/"+strings.Join(about, "/")))
}

// importRecorded is the command that says that a file was taken in whole.
func importRecorded(kind Kind, file string, hash domain.Hash, rows int, by domain.Actor) Command {
	return Command{Stream: charter.Stream, Command: domain.Command{
		ID: commandID(hash, "record-import", string(kind), file), Actor: by,
		Data: charter.RecordImport{Kind: string(kind), File: file, Hash: hash, Rows: rows},
	}}
}
