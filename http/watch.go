package http

import (
	"context"
	"fmt"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/projections"
)

// watcher reads the ledger when it is scraped, so that what it shows can't
// drift from what is recorded.
type watcher struct {
	server *Server

	events, refusals, position, lag, failed, head, ledgerTime, hubs, health, feeds, bytes,
	lagSeconds, age, rebuilding, rebuildAt, rebuilds, rebuildSeconds *prometheus.Desc
}

// watch registers what is read from a server's ledger.
func (m *Metrics) watch(s *Server) error {
	desc := func(name, help string, labels ...string) *prometheus.Desc {
		return prometheus.NewDesc("hubledger_"+name, help, labels, nil)
	}
	w := &watcher{
		server:     s,
		events:     desc("events_total", "Events in the ledger, by type.", "type"),
		refusals:   desc("refusals_total", "Refused commands that are recorded as evidence, by rule.", "rule"),
		position:   desc("projection_position", "Seq of the last event that a read model has applied.", "model"),
		lag:        desc("projection_lag_events", "Events that a read model has yet to apply.", "model"),
		failed:     desc("projection_failed", "1 where the read models have stopped at an event.", "model"),
		head:       desc("head_seq", "Seq of the newest event of the ledger."),
		ledgerTime: desc("ledger_time_seconds", "The ledger's time, in seconds since 1970."),
		hubs:       desc("hubs", "Hubs active on the business day of the ledger's time, by level.", "level"),
		health:     desc("health", "1 for the state that /readyz names.", "status"),
		feeds:      desc("live_feeds", "Live feeds that are served."),
		bytes:      desc("store_bytes", "Size of the store in bytes."),

		lagSeconds:     desc("projection_lag_seconds", "How long the first event that a read model has yet to apply has been in the log.", "model"),
		age:            desc("projection_age_seconds", "How long ago the copy of a read model that answers was begun, at event 1.", "model"),
		rebuilding:     desc("rebuild_running", "1 while the read models are rebuilt beside those that answer."),
		rebuildAt:      desc("rebuild_position", "Seq of the last event that a rebuild under way has applied; 0 where none is."),
		rebuilds:       desc("rebuilds_total", "Rebuilds that ended, by result: swapped, diverged (they came out otherwise) or failed.", "result"),
		rebuildSeconds: desc("rebuild_seconds", "How long the last rebuild that was swapped took."),
	}
	for _, c := range []prometheus.Collector{w, buildInfo(s.cfg.Version)} {
		if err := m.registry.Register(c); err != nil {
			return fmt.Errorf("couldn't register the metrics, which are those of one server: %w", err)
		}
	}
	return nil
}

// Describe implements prometheus.Collector.
func (w *watcher) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{w.events, w.refusals, w.position, w.lag, w.failed, w.head, w.ledgerTime, w.hubs, w.health, w.feeds, w.bytes,
		w.lagSeconds, w.age, w.rebuilding, w.rebuildAt, w.rebuilds, w.rebuildSeconds} {
		out <- d
	}
}

// Collect implements prometheus.Collector.
func (w *watcher) Collect(out chan<- prometheus.Metric) {
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	state := w.server.engine.State()
	lag, err := w.server.engine.Lag(context.Background())
	if err != nil { // the other metrics tell why
		w.server.cfg.Log.Warn("couldn't tell the lag of the projections", "error", err.Error())
	}
	age := w.server.engine.Age()
	w.rebuilt(out, state.Rebuilds)
	w.server.engine.Read(func(m *projections.Models) {
		types := m.Log.Count(state.Position)
		for _, t := range wire.EventTypes() {
			out <- prometheus.MustNewConstMetric(w.events, prometheus.CounterValue, float64(types[t.Name]), t.Name)
		}
		refusals := m.Charter.Refusals(state.Position)
		for _, rule := range sortedKeys(rules) {
			out <- prometheus.MustNewConstMetric(w.refusals, prometheus.CounterValue, float64(refusals[rule]), string(rule))
		}
		for _, model := range m.All() {
			gauge(w.position, float64(state.Position), model.Name())
			gauge(w.lag, float64(state.Head-state.Position), model.Name())
			gauge(w.failed, truth(state.Err != nil), model.Name())
			gauge(w.age, age.Seconds(), model.Name())
			if err == nil {
				gauge(w.lagSeconds, lag.Seconds(), model.Name())
			}
		}
		now := m.Log.LedgerTime(state.Position)
		if now.IsZero() {
			return
		}
		gauge(w.ledgerTime, float64(now.UnixMicro())/1e6)
		levels := map[domain.HubLevel]int{domain.LevelICS: 0, domain.LevelLocality: 0}
		for _, h := range m.Hubs.All(state.Position) {
			if h.ActiveOn(domain.BusinessDay(now)) {
				levels[h.Level]++
			}
		}
		for _, level := range sortedKeys(levels) {
			gauge(w.hubs, float64(levels[level]), string(level))
		}
	})
	gauge(w.head, float64(state.Head))
	gauge(w.feeds, float64(len(w.server.feeds)))
	health := w.server.health().Status
	for _, status := range states {
		gauge(w.health, truth(status == health), status)
	}
	if size := w.server.cfg.StoreBytes; size != nil {
		if n, err := size(); err != nil {
			w.server.cfg.Log.Warn("couldn't tell the size of the store", "error", err.Error())
		} else {
			gauge(w.bytes, float64(n))
		}
	}
}

// rebuilt says what became of rebuilds.
func (w *watcher) rebuilt(out chan<- prometheus.Metric, r projections.Rebuilds) {
	for _, result := range []struct {
		name  string
		count int
	}{{"swapped", r.Swapped}, {"diverged", r.Diverged}, {"failed", r.Failed}} {
		out <- prometheus.MustNewConstMetric(w.rebuilds, prometheus.CounterValue, float64(result.count), result.name)
	}
	for _, g := range []struct {
		desc  *prometheus.Desc
		value float64
	}{{w.rebuilding, truth(r.Running)}, {w.rebuildAt, float64(r.At)}, {w.rebuildSeconds, r.Took.Seconds()}} {
		out <- prometheus.MustNewConstMetric(g.desc, prometheus.GaugeValue, g.value)
	}
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
