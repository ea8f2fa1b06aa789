package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows on stderr how far long work is, where somebody watches.
type progress struct{ bar *progressbar.ProgressBar }

// begin shows work of so many steps; -1 where their number is not known.
func (p *program) begin(what, unit string, total int64) *progress {
	if !isTerminal(p.stderr) {
		return &progress{}
	}
	return &progress{progressbar.NewOptions64(total,
		progressbar.OptionSetDescription(what),
		progressbar.OptionSetWriter(p.stderr),
		progressbar.OptionSetItsString(unit),
		progressbar.OptionShowIts(),
		progressbar.OptionShowCount(),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(true),
	)}
}

// at says how far the work is.
func (g *progress) at(done int64) {
	if g.bar != nil {
		_ = g.bar.Set64(done) // a bar that can't be drawn stops nothing
	}
}

// end clears the line.
func (g *progress) end() {
	if g.bar != nil {
		_ = g.bar.Finish()
	}
}
