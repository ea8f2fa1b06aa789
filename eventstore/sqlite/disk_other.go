//go:build !linux

package sqlite

import "os"

func syncData(f *os.File) error { return f.Sync() }

func forget(*os.File) {}

func (machine) local(string) error { return nil }
