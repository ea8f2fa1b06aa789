package http

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/domain/wire"
)

var readAt = regexp.MustCompile("`GET (/v1/[^`]*)`")

// What docs/coverage.md says is read somewhere is asked at an address that there
// is, and by a type of event that there is.
func TestCoverageIsReadAtRoutes(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "coverage.md"))
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, r := range (&Server{}).table() {
		if r.method == "GET" {
			patterns = append(patterns, r.pattern)
		}
	}
	all := readAt.FindAllSubmatch(page, -1)
	for _, m := range all {
		pattern, query, _ := strings.Cut(string(m[1]), "?")
		if !slices.Contains(patterns, pattern) {
			t.Errorf("%s is no address", m[1])
		}
		name, asked := strings.CutPrefix(query, "type=")
		if _, known := wire.KindOfEvent(name); name != "" && !known || query != "" && (!asked || pattern != "/v1/events") {
			t.Errorf("%s does not ask for a type of event", m[1])
		}
	}
	if len(all) < 68-3 { // rows 39, 41 and 42 are read nowhere yet
		t.Errorf("the page names %d addresses, fewer than it has rows", len(all))
	}
}
