package client_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/hubledger/hubledger/http/client"
)

// A server in this process answers what it would over a socket, problems
// included; one that cuts an answer off is an error.
func TestAnswersWithinAreThoseOverASocket(t *testing.T) {
	var server http.Handler
	over, store := served(t, client.Options{}, func(next http.Handler) http.Handler {
		server = next
		return next
	})
	within := client.Within(server)
	if _, err := over.Do(context.Background(), organisationOf(t, "U00001")); err != nil {
		t.Fatal(err)
	}
	seq := store.Head()
	for path, mediaType := range map[string]string{"/v1/events/3": "application/json", "/v1/hubs": "text/csv"} {
		a, err := over.Get(t.Context(), path, nil, mediaType)
		if err != nil {
			t.Fatal(err)
		}
		b, err := within.Get(t.Context(), path, nil, mediaType)
		if err != nil || string(a) != string(b) || len(a) == 0 {
			t.Errorf("%s as known at %d: got %q over a socket and %q within (%v)", path, seq, a, b, err)
		}
	}
	for _, c := range []*client.Client{over, within} {
		_, err := c.Get(t.Context(), "/v1/hubs/QE9", nil, "application/json")
		var problem *client.Error
		if !errors.As(err, &problem) || problem.Problem.Status != 404 || !strings.Contains(problem.Problem.Detail, "QE9") {
			t.Errorf("a hub that is not: got %v", err)
		}
	}
	cut := client.Within(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte("half"))
		panic(http.ErrAbortHandler)
	}))
	if _, err := cut.Get(t.Context(), "/", nil, "*/*"); err == nil || !strings.Contains(err.Error(), "the answer was cut off") {
		t.Errorf("an answer that is cut off: got %v", err)
	}
}
