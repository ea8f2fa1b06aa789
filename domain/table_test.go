package domain_test

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

// Whatever is assigned to forks of forks, merged or dropped, a table answers as
// plain maps that are copied would.
func TestTableIsAMapThatForks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := &domain.Table[int, int]{}
		tables, contents := []*domain.Table[int, int]{root}, []map[int]int{{}}
		t.Repeat(map[string]func(*rapid.T){
			"set": func(t *rapid.T) {
				k, v := rapid.IntRange(0, 9).Draw(t, "k"), rapid.Int().Draw(t, "v")
				tables[len(tables)-1].Set(k, v)
				contents[len(contents)-1][k] = v
			},
			"fork": func(t *rapid.T) {
				fork := tables[len(tables)-1].Fork()
				tables, contents = append(tables, &fork), append(contents, maps.Clone(contents[len(contents)-1]))
			},
			"merge": func(t *rapid.T) {
				n := len(tables)
				if n == 1 {
					t.Skip("nothing to merge into")
				}
				tables[n-1].Merge()
				contents[n-2] = maps.Clone(contents[n-1])
				if rapid.Bool().Draw(t, "go on below") {
					tables, contents = tables[:n-1], contents[:n-1]
				}
			},
			"drop": func(t *rapid.T) {
				if n := len(tables); n > 1 {
					tables, contents = tables[:n-1], contents[:n-1]
				}
			},
			"": func(t *rapid.T) {
				for depth := range tables {
					for k := range 10 {
						got, ok := tables[depth].Get(k)
						want, known := contents[depth][k]
						if got != want || ok != known {
							t.Fatalf("key %d at depth %d: got %d, %v, want %d, %v", k, depth, got, ok, want, known)
						}
					}
				}
			},
		})
	})
}

// A merged fork is empty: what is assigned below it later stands, also when it
// is merged again.
func TestMergedForkIsEmpty(t *testing.T) {
	var below domain.Table[string, int]
	fork := below.Fork()
	fork.Set("a", 1)
	fork.Merge()
	below.Set("a", 2)
	if got, _ := fork.Get("a"); got != 2 {
		t.Errorf("the fork: got %d, want 2", got)
	}
	fork.Merge()
	if got, _ := below.Get("a"); got != 2 {
		t.Errorf("after another merge: got %d, want 2", got)
	}
}

func TestMergeOfNoFork(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a table that is no fork should not merge")
		}
	}()
	(&domain.Table[int, int]{}).Merge()
}
