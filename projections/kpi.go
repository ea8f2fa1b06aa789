package projections

import (
	"reflect"
	"slices"
	"strings"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/measure"
	"github.com/hubledger/hubledger/eventstore"
)

// KPIs is what indicators count. Each version of an indicator is a model of its
// own: a journal of what its rules make of the things of all hubs, from event 1
// on, whenever it was published.
type KPIs struct {
	log *Log `digest:"-"` // for the day of an event that names none; applied before
	// told is every event that things are folded from, for versions that are
	// published later.
	told     []heard                       `digest:"-"`
	icbs     map[string]*string            `digest:"-"` // one text for each
	folding  *folding                      `digest:"-"` // of the versions that are there
	met      map[measure.Kind]uint32       `digest:"own"`
	versions []*KPIVersion                 `digest:"own"` // in the order published
	byCode   map[string][]*KPIVersion      `digest:"-"`   // the same
	sets     history[domain.KPISetAdopted] // of all names
	mature   table[domain.HubID, domain.MaturityAssessed]
}

// heard is an event that things are folded from.
type heard struct {
	event domain.Event
	icb   *string
	seq   uint32
}

// NewKPIs is that of an empty log.
func NewKPIs(log *Log) *KPIs {
	k := &KPIs{
		log: log, icbs: make(map[string]*string), met: make(map[measure.Kind]uint32), byCode: make(map[string][]*KPIVersion),
		mature: make(table[domain.HubID, domain.MaturityAssessed]),
	}
	k.folding = newFolding(log)
	return k
}

// Name implements Model.
func (*KPIs) Name() string { return "kpis" }

// Apply implements Model.
func (k *KPIs) Apply(r Record) error {
	switch e := r.Event.(type) {
	case domain.KPIDefinitionPublished:
		k.publish(r.Seq, e)
		return nil
	case domain.KPISetAdopted:
		k.sets.add(r.Seq, e)
		return nil
	case domain.MaturityAssessed:
		k.mature.add(e.Hub, r.Seq, e)
		return nil
	}
	stream := string(r.Stream)
	if !strings.HasPrefix(stream, "hub-") && !strings.HasPrefix(stream, "person-") {
		return nil
	}
	icb := icbOf(r.Stream)
	refs := k.folding.tell(r.Seq, icb, r.Event)
	if len(refs) == 0 && !measure.Remembers(r.Event) && !registersICS(r.Event) {
		return nil
	}
	for _, ref := range refs {
		if _, known := k.met[ref.Kind]; !known {
			k.met[ref.Kind] = uint32(r.Seq)
		}
	}
	shared, known := k.icbs[icb]
	if !known {
		shared = &icb
		k.icbs[icb] = shared
	}
	k.told = append(k.told, heard{r.Event, shared, uint32(r.Seq)})
	return nil
}

// publish makes the model of a version, and has it count everything told so
// far. A version is never edited: the same again is passed over.
func (k *KPIs) publish(seq eventstore.Seq, e domain.KPIDefinitionPublished) {
	if _, known := k.Version(e.Code, e.Version); known {
		return
	}
	v := newKPIVersion(seq, e)
	k.versions = append(k.versions, v)
	k.byCode[e.Code] = append(k.byCode[e.Code], v)
	if v.failed > 0 {
		return
	}
	if len(k.told) > 0 {
		alone := newFolding(k.log)
		alone.numbers, alone.kinds = k.folding.numbers, k.folding.kinds // all things have one
		alone.add(v)
		for _, t := range k.told {
			alone.tell(eventstore.Seq(t.seq), *t.icb, t.event)
		}
	}
	k.folding.add(v)
}

// digest implements digester: the versions that are published, each with what
// it has counted.
func (k *KPIs) digest(c *canon) {
	for _, kind := range measure.Kinds {
		met := k.met[kind]
		c.bool(met > 0 && eventstore.Seq(met) <= c.n)
	}
	for i := 0; i < len(k.versions) && k.versions[i].published <= c.n; i++ {
		v := k.versions[i]
		c.value(reflect.ValueOf(v.KPIDefinitionPublished))
		c.bool(v.FailedAt(c.n))
		v.digest(c)
	}
}

// folding is things as events make them, and what versions count of them.
type folding struct {
	log  *Log
	fold measure.Fold
	// numbers are those of things within their kind, in the order first met.
	numbers map[measure.Ref]int
	kinds   map[measure.Kind]int // how many there are
	// regions are those of ICSs, by the newest registration of their hubs.
	regions  map[string]string
	counters map[measure.Kind][]*counter
}

func newFolding(log *Log) *folding {
	return &folding{
		log: log, numbers: make(map[measure.Ref]int), kinds: make(map[measure.Kind]int),
		regions: make(map[string]string), counters: make(map[measure.Kind][]*counter),
	}
}

// registersICS reports whether an event says in which region an ICS is.
func registersICS(e domain.Event) bool {
	hub, is := e.(domain.HubRegistered)
	return is && !hub.Hub.IsLocality()
}

// add has a version count from now on.
func (f *folding) add(v *KPIVersion) {
	for _, c := range v.counters {
		f.counters[c.rule.Kind()] = append(f.counters[c.rule.Kind()], c)
	}
}

// tell takes in an event of an ICS or a person, has every version count what it
// changed, and says what that may be.
func (f *folding) tell(seq eventstore.Seq, icb string, e domain.Event) []measure.Ref {
	if registersICS(e) {
		f.place(seq, e.(domain.HubRegistered))
		return nil
	}
	day := f.log.DayOf(seq)
	refs := f.fold.Apply(icb, e, day)
	for _, ref := range refs {
		number, known := f.numbers[ref]
		if !known {
			number = f.kinds[ref.Kind]
			f.numbers[ref] = number
			f.kinds[ref.Kind]++
		}
		counters := f.counters[ref.Kind]
		if len(counters) == 0 {
			continue
		}
		thing, _ := f.fold.Get(ref)
		hub := thing.Of()
		if hub == "" { // nothing has said of which hub it is
			hub = domain.HubID(ref.ICB)
		}
		for _, c := range counters {
			if c.version.failed == 0 {
				c.count(citation{seq, e.EventType(), day}, number, hub, thing, f.regions)
			}
		}
	}
	return refs
}

// place says in which region an ICS is, whose people are counted there.
func (f *folding) place(seq eventstore.Seq, e domain.HubRegistered) {
	icb := e.Hub.ICB()
	if f.regions[icb] == e.Region {
		return
	}
	f.regions[icb] = e.Region
	for _, kind := range measure.Kinds {
		for _, c := range f.counters[kind] {
			if c.version.failed == 0 {
				c.move(citation{seq, e.EventType(), f.log.DayOf(seq)}, icb, f.regions)
			}
		}
	}
}

// Version is a version of an indicator, and false where it is not published.
func (k *KPIs) Version(code string, version int) (*KPIVersion, bool) {
	all := k.byCode[code]
	i := slices.IndexFunc(all, func(v *KPIVersion) bool { return v.Version == version })
	if i < 0 {
		return nil, false
	}
	return all[i], true
}
