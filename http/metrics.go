package http

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/ledger"
)

// Metrics are one server's. What the log knows is read from it at scrape time
// (watch.go); counted here is only what it does not know: what was tried, and
// how long it took. Labels come from closed sets.
type Metrics struct {
	registry *prometheus.Registry

	commands  *prometheus.CounterVec
	conflicts prometheus.Counter

	appends       *prometheus.CounterVec
	appendSeconds prometheus.Histogram

	requests       *prometheus.CounterVec
	requestSeconds *prometheus.HistogramVec
	inFlight       prometheus.Gauge
}

// What became of an append to the store.
const (
	appendRecorded  = "recorded"
	appendConflict  = "conflict"
	appendDuplicate = "duplicate"
	appendFailed    = "failed"
)

// NewMetrics are the metrics of one server, with those of its process.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		commands: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hubledger_commands_total", Help: "Commands answered, by command and outcome.",
		}, []string{"command", "outcome"}),
		conflicts: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "hubledger_append_conflicts_total", Help: "Appends whose stream had moved on, so that their commands were decided anew.",
		}),
		appends: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hubledger_appends_total", Help: "Appends to the store, by result. One append may hold the events of many commands.",
		}, []string{"result"}),
		appendSeconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "hubledger_append_seconds", Help: "How long an append took to be on stable storage, in seconds.",
			Buckets:                        []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, 1, 5},
			NativeHistogramBucketFactor:    1.1,
			NativeHistogramMaxBucketNumber: 100,
		}),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "hubledger_http_requests_total", Help: "HTTP requests answered, by route, method and status.",
		}, []string{"route", "method", "code"}),
		requestSeconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "hubledger_http_request_seconds", Help: "How long a request took until its answer was sent, in seconds, by route and method.",
			Buckets:                        []float64{.001, .0025, .005, .01, .025, .05, .1, .25, 1, 10},
			NativeHistogramBucketFactor:    1.1,
			NativeHistogramMaxBucketNumber: 100,
		}, []string{"route", "method"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "hubledger_http_requests_in_flight", Help: "HTTP requests under way, live feeds included.",
		}),
	}
	m.registry.MustRegister(m.commands, m.conflicts, m.appends, m.appendSeconds, m.requests, m.requestSeconds, m.inFlight,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for _, t := range wire.CommandTypes() { // a rate needs the 0 before the 1
		for _, outcome := range ledger.Outcomes {
			m.commands.WithLabelValues(t.Name, outcome)
		}
	}
	for _, result := range []string{appendRecorded, appendConflict, appendDuplicate, appendFailed} {
		m.appends.WithLabelValues(result)
	}
	return m
}

// Registry is where the program may register more.
func (m *Metrics) Registry() *prometheus.Registry { return m.registry }

// Observer counts what a ledger does. It goes into the ledger's options.
func (m *Metrics) Observer() ledger.Observer {
	return ledger.Observer{
		Command: func(name, outcome string) {
			if _, known := wire.LookupCommand(name); known {
				m.commands.WithLabelValues(name, outcome).Inc()
			}
		},
		Conflict: m.conflicts.Inc,
	}
}

// request counts a request that begins; what it returns is called at its end.
func (m *Metrics) request(route, method string) func(status int, took time.Duration) {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
	default:
		method = "other"
	}
	m.inFlight.Inc()
	return func(status int, took time.Duration) {
		if status == 0 {
			status = http.StatusOK
		}
		m.inFlight.Dec()
		m.requests.WithLabelValues(route, method, strconv.Itoa(status)).Inc()
		m.requestSeconds.WithLabelValues(route, method).Observe(took.Seconds())
	}
}

// Store is a store whose appends are counted and timed.
func (m *Metrics) Store(s eventstore.Store) eventstore.Store { return meteredStore{s, m} }

type meteredStore struct {
	eventstore.Store
	metrics *Metrics
}

// Append implements eventstore.Store.
func (s meteredStore) Append(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) (eventstore.Seq, error) {
	begin := time.Now()
	seq, err := s.Store.Append(ctx, stream, expected, events)
	s.metrics.appended(begin, err)
	return seq, err
}

// Enqueue implements eventstore.Enqueuer.
func (s meteredStore) Enqueue(ctx context.Context, stream eventstore.StreamID, expected eventstore.Revision, events []eventstore.NewEvent) eventstore.Pending {
	begin := time.Now()
	return meteredPending{eventstore.Enqueue(ctx, s.Store, stream, expected, events), s.metrics, begin}
}

type meteredPending struct {
	eventstore.Pending
	metrics *Metrics
	begin   time.Time
}

// Result implements eventstore.Pending.
func (p meteredPending) Result() (eventstore.Seq, error) {
	seq, err := p.Pending.Result()
	p.metrics.appended(p.begin, err)
	return seq, err
}

// appended counts an append by its answer.
func (m *Metrics) appended(begin time.Time, err error) {
	result := appendFailed
	var conflict *eventstore.ConflictError
	var duplicate *eventstore.DuplicateError
	switch {
	case err == nil:
		result = appendRecorded
		m.appendSeconds.Observe(time.Since(begin).Seconds())
	case errors.As(err, &conflict):
		result = appendConflict
	case errors.As(err, &duplicate):
		result = appendDuplicate
	}
	m.appends.WithLabelValues(result).Inc()
}

// metricsText is what Prometheus scrapes.
func (s *Server) metricsText(c *call) (answer, error) {
	captured := &capture{header: http.Header{}}
	promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{
		EnableOpenMetrics: true, DisableCompression: true, ErrorHandling: promhttp.HTTPErrorOnError,
	}).ServeHTTP(captured, c.r)
	if captured.status >= 400 {
		return answer{}, fmt.Errorf("couldn't gather the metrics: %s", captured.body.String())
	}
	return answer{
		header: http.Header{"Content-Type": captured.header["Content-Type"], "Cache-Control": {"no-store"}},
		whole:  bytesBody(captured.body.Bytes()),
	}, nil
}

// capture keeps what a handler writes.
type capture struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (c *capture) Header() http.Header         { return c.header }
func (c *capture) WriteHeader(status int)      { c.status = status }
func (c *capture) Write(b []byte) (int, error) { return c.body.Write(b) }

// buildInfo is what the program is made of.
func buildInfo(version string) prometheus.Collector {
	g := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "hubledger_build_info", Help: "Always 1; the labels say what the program is.",
		ConstLabels: prometheus.Labels{"version": version, "go": runtime.Version()},
	})
	g.Set(1)
	return g
}
