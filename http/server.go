package http

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/klauspost/compress/gzhttp"

	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/projections"
)

// DefaultAddr is where a server listens unless it is told otherwise: this
// machine alone can reach it. Nothing here asks who somebody is.
const DefaultAddr = "127.0.0.1:8080"

// Config is what a server needs. Ledger and Engine are mandatory; every other
// field has a default.
type Config struct {
	// Ledger takes the commands. Its store is read for events.
	Ledger *ledger.Ledger
	// Engine answers questions. Somebody else runs it, on the same store.
	Engine *projections.Engine
	// Metrics are what /metrics shows; a set of their own if nil. The observer
	// and the store of a ledger are made with them.
	Metrics *Metrics
	// Addr is the host and port to listen at, DefaultAddr if empty. With port
	// 0 the system chooses one; URL tells.
	Addr string
	// Version is the program's, for pages and metrics; "dev" if empty.
	Version string
	// Log gets what an operator should know; slog.Default() if nil. It never
	// gets a body, a parameter's value or an address.
	Log *slog.Logger
	// StoreBytes is the size of the store, for metrics; nil leaves it out.
	StoreBytes func() (int64, error)
	// StoreFailed says why the store takes no more events, and nil while it
	// takes them: /readyz tells. If it is nil itself, the store never fails so.
	StoreFailed func() error

	// MaxWait bounds how long atLeast waits; 10 s if 0.
	MaxWait time.Duration
	// MaxLag is how many events the projections may be behind before /readyz
	// says so; 10,000 if 0.
	MaxLag eventstore.Seq
	// MaxFeeds is how many live feeds are served at once; 256 if 0.
	MaxFeeds int
	// Heartbeat is how often a live feed says that it is alive; 15 s if 0.
	Heartbeat time.Duration
	// WriteWait is how long a client may take to take one piece of an answer
	// that is sent in pieces; 30 s if 0. Then it is dropped.
	WriteWait time.Duration
	// StopWait is how long a stop waits for requests under way; 10 s if 0.
	StopWait time.Duration
}

// How much of a client's time and of this server's memory a connection may
// take.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	writeTimeout      = 60 * time.Second
	idleTimeout       = 60 * time.Second
	maxHeaderBytes    = 16 << 10
	maxBody           = 1 << 20 // of a command, in bytes
)

// Server serves one ledger.
type Server struct {
	cfg     Config
	ledger  *ledger.Ledger
	store   eventstore.Store
	engine  *projections.Engine
	metrics *Metrics
	handler http.Handler
	routes  []*route
	spec    []byte // the OpenAPI document
	docs    pages

	// first is the head when the server was made: until the projections have
	// reached it, they have seen less than an earlier process has answered.
	first eventstore.Seq

	listener net.Listener
	stopping atomic.Bool
	feeds    chan struct{} // a slot for each live feed
	// live ends when the feeds have to.
	live     context.Context
	endFeeds context.CancelFunc
}

// New makes a server. It listens and serves nothing yet; as an http.Handler it
// can be used at once.
func New(cfg Config) (*Server, error) {
	if cfg.Ledger == nil || cfg.Engine == nil {
		return nil, errors.New("a server needs a ledger and an engine")
	}
	cfg.fill()
	s := &Server{
		cfg: cfg, ledger: cfg.Ledger, store: cfg.Ledger.Store(), engine: cfg.Engine, metrics: cfg.Metrics,
		feeds: make(chan struct{}, cfg.MaxFeeds),
	}
	s.first = s.store.Head()
	s.live, s.endFeeds = context.WithCancel(context.Background())
	s.routes = s.table()
	var err error
	if s.spec, err = s.openAPI(); err != nil {
		return nil, err
	}
	if s.docs, err = s.makePages(); err != nil {
		return nil, err
	}
	if err := s.metrics.watch(s); err != nil {
		return nil, err
	}
	s.handler, err = s.router()
	return s, err
}

func (c *Config) fill() {
	if c.Metrics == nil {
		c.Metrics = NewMetrics()
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Addr == "" {
		c.Addr = DefaultAddr
	}
	if c.Version == "" {
		c.Version = "dev"
	}
	defaultTo(&c.MaxWait, 10*time.Second)
	defaultTo(&c.MaxLag, 10_000)
	defaultTo(&c.MaxFeeds, 256)
	defaultTo(&c.Heartbeat, 15*time.Second)
	defaultTo(&c.WriteWait, 30*time.Second)
	defaultTo(&c.StopWait, 10*time.Second)
}

func defaultTo[T comparable](field *T, value T) {
	var none T
	if *field == none {
		*field = value
	}
}

// router puts the table's rows where requests find them.
func (s *Server) router() (http.Handler, error) {
	compress, err := gzhttp.NewWrapper(gzhttp.MinSize(1024))
	if err != nil {
		return nil, fmt.Errorf("couldn't set up compression: %w", err)
	}
	r := chi.NewRouter()
	r.Use(secure, middleware.GetHead, s.guard)
	r.NotFound(s.refuse(nothingHere))
	for _, rt := range s.routes {
		var h http.Handler = s.serve(rt)
		if !rt.plain {
			h = compress(h)
		}
		r.Method(rt.method, rt.pattern, h)
	}
	r.MethodNotAllowed(s.refuse(otherMethod(r)))
	return r, nil
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Listen begins to listen. Requests wait until Serve answers them.
func (s *Server) Listen() error {
	l, err := net.Listen("tcp", s.cfg.Addr)
	if err != nil {
		return fmt.Errorf("couldn't listen at %s: %w", s.cfg.Addr, err)
	}
	s.listener = l
	return nil
}

// URL is where the server listens, empty before Listen.
func (s *Server) URL() string {
	if s.listener == nil {
		return ""
	}
	return "http://" + s.listener.Addr().String()
}

// Loopback reports whether only this machine can reach the server. Where it
// can't be said, as before Listen, it is false.
func (s *Server) Loopback() bool {
	if s.listener == nil {
		return false
	}
	addr, ok := s.listener.Addr().(*net.TCPAddr)
	return ok && addr.IP.IsLoopback()
}

// Serve answers requests until ctx ends, and then stops: /readyz says so, live
// feeds end first, requests under way are finished for up to StopWait. It is
// called once, after Listen.
func (s *Server) Serve(ctx context.Context) error {
	if s.listener == nil {
		return errors.New("a server listens before it serves")
	}
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(s.cfg.Log.Handler(), slog.LevelDebug),
	}
	if !s.Loopback() {
		s.cfg.Log.Warn("the server can be reached from other machines, and does not ask who somebody is", "addr", s.listener.Addr().String())
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(s.listener) }()
	select {
	case err := <-failed:
		s.endFeeds()
		return fmt.Errorf("couldn't serve: %w", err)
	case <-ctx.Done():
	}
	s.stopping.Store(true)
	s.endFeeds()
	wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.cfg.StopWait)
	defer cancel()
	err := server.Shutdown(wait)
	if err != nil {
		server.Close()
		err = fmt.Errorf("couldn't finish the requests under way in %s: %w", s.cfg.StopWait, err)
	}
	<-failed
	return err
}

// fingerprint is a short name of bytes that never change, for an ETag.
func fingerprint(b []byte) string {
	sum := sha256.Sum256(b)
	return eventstore.Hash(sum).String()[:22]
}
