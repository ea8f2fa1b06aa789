package wire

import (
	"maps"
	"slices"
)

// byName makes a table of rows. A name that stands twice is a slip of the
// programmer's, found at the first start.
func byName[T any](name func(T) string, rows ...T) map[string]T {
	table := make(map[string]T, len(rows))
	for _, r := range rows {
		if _, twice := table[name(r)]; twice {
			panic("wire: two rows for " + name(r))
		}
		table[name(r)] = r
	}
	return table
}

// sorted are the rows of a table in the order of their names.
func sorted[T any](table map[string]T) []T {
	rows := make([]T, 0, len(table))
	for _, name := range slices.Sorted(maps.Keys(table)) {
		rows = append(rows, table[name])
	}
	return rows
}
