package storetest

import (
	"flag"
	"log"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	// A property that fails because it must would leave a file each time.
	if err := flag.Set("rapid.nofailfile", "true"); err != nil {
		log.Fatal(err)
	}
	goleak.VerifyTestMain(m)
}
