//go:build !unix

package sqlite

import (
	"testing"
	"time"
)

func cpu(testing.TB) time.Duration { return 0 }
