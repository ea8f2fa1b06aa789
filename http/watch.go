package http

import (
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

	events, refusals, position, lag, failed, head, ledgerTime, hubs, health, feeds, bytes *prometheus.Desc
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
	for _, d := range []*prometheus.Desc{w.events, w.refusals, w.position, w.lag, w.failed, w.head, w.ledgerTime, w.hubs, w.health, w.feeds, w.bytes} {
		out <- d
	}
}

// Collect implements prometheus.Collector.
func (w *watcher) Collect(out chan<- prometheus.Metric) {
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	state := w.server.engine.State()
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

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
