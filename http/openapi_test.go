package http

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

// described is the OpenAPI document as another program reads it.
var described = sync.OnceValues(func() (routers.Router, error) {
	asText := func(body io.Reader, _ http.Header, _ *openapi3.SchemaRef, _ openapi3filter.EncodingFn) (any, error) {
		b, err := io.ReadAll(body)
		return string(b), err
	}
	for _, f := range []format{formatNDJSON, formatSSE, formatText} {
		openapi3filter.RegisterBodyDecoder(f.mediaType, asText)
	}
	s := &Server{}
	s.routes = s.table()
	spec, err := s.openAPI()
	if err != nil {
		return nil, err
	}
	doc, err := openapi3.NewLoader().LoadFromData(spec)
	if err != nil {
		return nil, err
	}
	doc.Servers = nil
	return gorillamux.NewRouter(doc)
})

// check holds an answer against the document: the status is documented, and
// the body is what its schema says. What is not in the document (pages, and
// addresses that are none) is not looked at.
func check(t testing.TB, r *http.Request, rec *httptest.ResponseRecorder) {
	t.Helper()
	router, err := described()
	if err != nil {
		t.Fatalf("couldn't read the OpenAPI document: %v", err)
	}
	if r.Method == http.MethodHead {
		return
	}
	route, path, err := router.FindRoute(r)
	if err != nil {
		problem := rec.Header().Get("Content-Type") == "application/problem+json"
		if !(problem && rec.Code >= 400 && rec.Code < 500) && !strings.HasPrefix(rec.Header().Get("Content-Type"), "text/") {
			t.Errorf("%s %s: got %d on no route of the document: %v", r.Method, r.URL, rec.Code, err)
		}
		return
	}
	input := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, PathParams: path, Route: route},
		Status:                 rec.Code,
		Header:                 rec.Header(),
		Body:                   io.NopCloser(bytes.NewReader(rec.Body.Bytes())),
		Options:                &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true},
	}
	if rec.Code == http.StatusNotModified {
		input.Options.ExcludeResponseBody = true
	}
	if err := openapi3filter.ValidateResponse(context.Background(), input); err != nil {
		t.Errorf("%s %s: the answer %d is not what the document says: %v\n%s", r.Method, r.URL, rec.Code, err, rec.Body)
	}
}

// The document is valid OpenAPI 3.1.
func TestTheDocumentIsValid(t *testing.T) {
	w := serve(t)
	rec := w.must(t, 200, "GET", "/openapi.json", "")
	doc, err := openapi3.NewLoader().LoadFromData(rec.Body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(context.Background()); err != nil {
		t.Fatal(err)
	}
	if doc.OpenAPI != "3.1.0" {
		t.Errorf("got version %s", doc.OpenAPI)
	}
	for _, rt := range w.routes {
		if rt.hidden {
			continue
		}
		item := doc.Paths.Value(rt.pattern)
		if item == nil || item.GetOperation(rt.method) == nil {
			t.Errorf("%s %s is not in the document", rt.method, rt.pattern)
		}
	}
	for _, c := range publicCommands() {
		if item := doc.Paths.Value("/v1/commands/" + c.Name); item == nil || item.Post == nil {
			t.Errorf("command %s is not in the document", c.Name)
		}
	}
}

// The check finds an answer that is not what the document says.
func TestTheContractIsHeld(t *testing.T) {
	for name, answer := range map[string]struct {
		status int
		body   string
	}{
		"a status that is not documented": {418, `{}`},
		"a member that is missing":        {200, `{"items":[],"next":null}`},
		"a member of another type":        {200, `{"items":[],"next":null,"seq":"1"}`},
		"a member too many":               {200, `{"items":[],"next":null,"seq":1,"total":0}`},
	} {
		rec := httptest.NewRecorder()
		rec.Header().Set("Content-Type", "application/json")
		rec.WriteHeader(answer.status)
		rec.WriteString(answer.body)
		spy := &spy{TB: t}
		check(spy, httptest.NewRequest("GET", "/v1/events", nil), rec)
		if !spy.failed {
			t.Errorf("%s: nothing was found", name)
		}
	}
}

// spy is a test that only says whether it failed.
type spy struct {
	testing.TB
	failed bool
}

func (s *spy) Helper()               {}
func (s *spy) Errorf(string, ...any) { s.failed = true }
