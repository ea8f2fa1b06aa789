package domain_test

import (
	"maps"
	"testing"

	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/domain"
)

// A register answers for every revision as it was assigned, before and after
// forks are merged, and a fork that is dropped leaves no trace.
func TestRegisterRemembers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const keys = 4
		registers := []*domain.Register[int, int]{{}}
		// assigned[depth][revision] is the whole content as of that revision.
		assigned := [][]map[int]int{{{}}}
		t.Repeat(map[string]func(*rapid.T){
			"set": func(t *rapid.T) {
				n := len(registers) - 1
				k, v := rapid.IntRange(0, keys-1).Draw(t, "k"), rapid.Int().Draw(t, "v")
				revision := len(assigned[n]) - 1
				if revision == 0 || rapid.Bool().Draw(t, "next revision") {
					assigned[n] = append(assigned[n], maps.Clone(assigned[n][revision]))
					revision++
				}
				assigned[n][revision][k] = v
				registers[n].Set(k, int64(revision), v)
			},
			"fork": func(t *rapid.T) {
				n := len(registers) - 1
				fork := registers[n].Fork()
				copied := make([]map[int]int, len(assigned[n]))
				for i, m := range assigned[n] {
					copied[i] = maps.Clone(m)
				}
				registers, assigned = append(registers, &fork), append(assigned, copied)
			},
			"merge": func(t *rapid.T) {
				n := len(registers) - 1
				if n == 0 {
					t.Skip("nothing to merge into")
				}
				registers[n].Merge()
				assigned[n-1] = assigned[n]
				registers, assigned = registers[:n], assigned[:n]
			},
			"drop": func(t *rapid.T) {
				if n := len(registers) - 1; n > 0 {
					registers, assigned = registers[:n], assigned[:n]
				}
			},
			"": func(t *rapid.T) {
				for depth, register := range registers {
					for k := range keys {
						for revision, m := range assigned[depth] {
							got, ok := register.At(k, int64(revision))
							if want, known := m[k]; got != want || ok != known {
								t.Fatalf("key %d at revision %d, depth %d: got %d, %v, want %d, %v", k, revision, depth, got, ok, want, known)
							}
						}
						got, ok := register.Get(k)
						if want, known := assigned[depth][len(assigned[depth])-1][k]; got != want || ok != known {
							t.Fatalf("key %d, newest, depth %d: got %d, %v, want %d, %v", k, depth, got, ok, want, known)
						}
						if _, ok := register.At(k, -1); ok {
							t.Fatalf("key %d is known before the first revision", k)
						}
					}
				}
			},
		})
	})
}
