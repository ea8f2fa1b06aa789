package domain

import "slices"

// CopyList is a list that shares nothing with another, nil where that is empty:
// as it is read back from an event.
func CopyList[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return slices.Clone(list)
}
