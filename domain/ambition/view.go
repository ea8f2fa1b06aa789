package ambition

import (
	"fmt"
	"strings"

	"github.com/hubledger/hubledger/domain"
)

// View is the ambitions as they were known at a revision of the stream.
type View struct {
	state    *State
	revision int64
}

// View is the state as it was at a revision.
func (s *State) View(revision int64) View { return View{s, revision} }

// DefinitionError says that progress was asked for by no definition of the
// ambition. Definitions give different figures, and none is the figure.
type DefinitionError struct {
	Ambition string
	Version  string   // what was asked by, empty where nothing was said
	Known    []string // the ambition's definitions, as recorded
}

func (e *DefinitionError) Error() string {
	if len(e.Known) == 0 {
		return fmt.Sprintf("no ambition %q is set", e.Ambition)
	}
	return fmt.Sprintf("progress to %s is by definition %s; %q is none of them", e.Ambition, strings.Join(e.Known, " or "), e.Version)
}

// Progress is the progress to an ambition by one of its definitions as at a
// day, and false where none is reported. Without a definition, or by one that
// is not set, it is a *DefinitionError.
func (v View) Progress(ambition, version string, asAt domain.Date) (domain.AmbitionProgressReported, bool, error) {
	known, _ := v.state.definitions.At(ambition, v.revision)
	if _, set := named(known, version); !set {
		err := &DefinitionError{Ambition: ambition, Version: version}
		for _, d := range known {
			err.Known = append(err.Known, d.Version)
		}
		return domain.AmbitionProgressReported{}, false, err
	}
	reported, _ := v.state.progress.At(figure{ambition, version, asAt}, v.revision)
	if len(reported) == 0 {
		return domain.AmbitionProgressReported{}, false, nil
	}
	return reported[len(reported)-1], true, nil
}
