package http

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// policy is the Content-Security-Policy of every answer: what a page needs
// comes from this server, and nothing is inline.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// secure sets the headers that tell a browser what not to do.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// guard refuses what a browser sends from a page of another site.
func (s *Server) guard(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	foreign := s.refuse(func(http.ResponseWriter, *http.Request) *problem {
		return crossOrigin.because("%s", crossOrigin.text)
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if protection.Check(r) != nil {
			foreign(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// nowhere is the route of requests that meet none.
var nowhere = &route{pattern: "none"}

// refuse answers every request with a problem, on no route of the table.
func (s *Server) refuse(why func(http.ResponseWriter, *http.Request) *problem) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		ww := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
		done := s.metrics.request(nowhere.pattern, r.Method)
		defer func() { done(ww.Status(), time.Since(begin)) }()
		defer s.recovered(nowhere, ww, r)
		ww.Header().Set("Ledger-Seq", fmt.Sprint(s.engine.Position()))
		writeProblem(ww, r, why(ww, r))
	}
}

func nothingHere(http.ResponseWriter, *http.Request) *problem {
	return notFound.because("There is nothing at this address; /docs says what there is.")
}

// otherMethod says which methods an address takes.
func otherMethod(routes chi.Routes) func(http.ResponseWriter, *http.Request) *problem {
	return func(w http.ResponseWriter, r *http.Request) *problem {
		path := r.URL.EscapedPath()
		var allowed []string
		if routes.Match(chi.NewRouteContext(), http.MethodGet, path) {
			allowed = append(allowed, http.MethodGet, http.MethodHead)
		}
		if routes.Match(chi.NewRouteContext(), http.MethodPost, path) {
			allowed = append(allowed, http.MethodPost)
		}
		if allowed == nil { // a method that chi does not know, at no address of ours
			return nothingHere(w, r)
		}
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		return methodNotAllowed.because("This address takes %s.", orList(allowed))
	}
}
