package rate_test

import (
	"testing"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/domaintest"
	"github.com/hubledger/hubledger/domain/national"
	"github.com/hubledger/hubledger/domain/rate"
)

var (
	id1 = uuid.MustParse("1b4e28ba-2fa1-41d2-883f-0016d3cca427")
	id2 = uuid.MustParse("7d444840-9dc0-4d63-b7a1-0a5f4b0b1c2d")
	id3 = uuid.MustParse("e1c5b3ee-1f4e-4c5e-9d0c-94a40d0fbe6a")
)

// pharmacist is the most reimbursed for a clinical pharmacist, in pounds.
func pharmacist(id uuid.UUID, pounds int64, from, to, published domain.Date) domain.RateSet {
	return domain.RateSet{
		Rate: id, Kind: domain.RateARRSMax, Key: "CLINICAL_PHARMACIST", Area: "ENGLAND", From: from, To: to,
		Pence: domain.Pence(pounds * 100), Unit: "FTE_YEAR", PublishedOn: published, SourceDoc: "Network Contract DES",
	}
}

func limits(id uuid.UUID, scheme string, from, to, published domain.Date, lightTouch int64) domain.ThresholdsSet {
	return domain.ThresholdsSet{
		Set: id, Scheme: scheme, From: from, To: to, PublishedOn: published, SourceDoc: "Procurement Policy Note",
		Thresholds: []domain.Threshold{
			{Key: "LIGHT_TOUCH", Amount: lightTouch, Unit: domain.UnitPence},
			{Key: "SERVICES_CENTRAL", Amount: 13968800, Unit: domain.UnitPence},
		},
	}
}

func correcting[E domain.RateSet | domain.ThresholdsSet](e E, id uuid.UUID) E {
	switch e := any(&e).(type) {
	case *domain.RateSet:
		e.Corrects = id
	case *domain.ThresholdsSet:
		e.Corrects = id
	}
	return e
}

func TestDecide(t *testing.T) {
	april := pharmacist(id1, 59312, 20230401, 20240331, 20230306)
	july := pharmacist(id2, 62340, 20230701, 20240331, 20230810)
	unnamed := rate.SetRate(july)
	unnamed.Rate = uuid.Nil
	derived := july
	derived.Rate = domain.NewID(domaintest.CommandID, "rate")
	technician := april
	technician.Key, technician.Rate, technician.Pence = "PHARMACY_TECHNICIAN", id3, 3818700
	slip := pharmacist(id1, 95312, 20230401, 20240331, 20230306)

	act := limits(id1, "PROCUREMENT_ACT_2023", 20250224, 20251231, 20231115, 66354000)
	unsorted := rate.SetThresholds(act)
	unsorted.Set = uuid.Nil
	unsorted.Thresholds = []domain.Threshold{act.Thresholds[1], act.Thresholds[0]}
	derivedSet := act
	derivedSet.Set = domain.NewID(domaintest.CommandID, "set")
	later := limits(id2, "PROCUREMENT_ACT_2023", 20260101, 0, 20231116, 66354000)
	same := limits(id2, "PROCUREMENT_ACT_2023", 20251231, 0, 20231115, 66354000)

	domaintest.Run(t, func() domain.Aggregate { return national.New() }, nil, rate.Rules, []domaintest.Case{
		{
			Name: "a rate is set, published after it takes effect",
			When: rate.SetRate(july), Then: []domain.Event{july},
		},
		{
			Name: "one without an id gets the command's", Given: []domain.Event{april},
			When: unnamed, Then: []domain.Event{derived},
		},
		{
			Name: "a publication gives one rate for a day", Given: []domain.Event{april},
			When: rate.SetRate(pharmacist(id2, 62340, 20240331, 0, 20230306)), Refused: "I-NAT-9",
		},
		{
			Name: "but may give another for other days", Given: []domain.Event{april},
			When: rate.SetRate(pharmacist(id2, 62340, 20240401, 0, 20230306)),
			Then: []domain.Event{pharmacist(id2, 62340, 20240401, 0, 20230306)},
		},
		{
			Name: "and for another key", Given: []domain.Event{april},
			When: rate.SetRate(technician), Then: []domain.Event{technician},
		},
		{
			Name: "an id is one rate's", Given: []domain.Event{april},
			When: rate.SetRate(pharmacist(id1, 62340, 20230701, 20240331, 20230810)), Refused: "I-NAT-9",
		},
		{
			Name: "a slip is corrected, and says what it corrects", Given: []domain.Event{slip},
			When: rate.SetRate(correcting(pharmacist(id2, 59312, 20230401, 20240331, 20230306), id1)),
			Then: []domain.Event{correcting(pharmacist(id2, 59312, 20230401, 20240331, 20230306), id1)},
		},
		{
			Name: "what was corrected does not come back", Given: []domain.Event{slip, correcting(pharmacist(id2, 59312, 20230401, 20240331, 20230306), id1)},
			When: rate.SetRate(slip), Refused: "I-NAT-9",
		},
		{
			Name: "a slip of the key is corrected too", Given: []domain.Event{april},
			When: rate.SetRate(correcting(technician, id1)), Then: []domain.Event{correcting(technician, id1)},
		},
		{
			Name: "what is not recorded is not corrected", Given: []domain.Event{april},
			When: rate.SetRate(correcting(july, id3)), Refused: "I-NAT-10",
		},
		{
			Name: "nothing is corrected twice", Given: []domain.Event{april, correcting(technician, id1)},
			When: rate.SetRate(correcting(july, id1)), Refused: "I-NAT-10",
		},
		{
			Name:  "a rate is not set before it is published, whatever its days",
			Today: 20230809, When: rate.SetRate(july), Refused: "I-NAT-11",
		},

		{
			Name: "limits are set, in the order of their keys",
			When: unsorted, Then: []domain.Event{derivedSet},
		},
		{
			Name: "those of later days are another set", Given: []domain.Event{act},
			When: rate.SetThresholds(later), Then: []domain.Event{later},
		},
		{
			Name: "a publication gives one set for a day", Given: []domain.Event{act},
			When: rate.SetThresholds(same), Refused: "I-NAT-9",
		},
		{
			Name: "unless it corrects that", Given: []domain.Event{act},
			When: rate.SetThresholds(correcting(same, id1)), Then: []domain.Event{correcting(same, id1)},
		},
		{
			Name: "an id is one set's", Given: []domain.Event{act},
			When: rate.SetThresholds(limits(id1, "PCR_2015", 20240101, 20250223, 20231115, 66354000)), Refused: "I-NAT-9",
		},
		{
			Name: "a set that does not count is not corrected", Given: []domain.Event{act, correcting(same, id1)},
			When: rate.SetThresholds(correcting(limits(id3, "PCR_2015", 20240101, 20250223, 20231115, 66354000), id1)), Refused: "I-NAT-10",
		},
		{
			Name:  "limits are not set before they are published",
			Today: 20231114, When: rate.SetThresholds(act), Refused: "I-NAT-11",
		},
	})
}

func view(revision int64, events ...domain.Event) national.View {
	a := national.New()
	for i, e := range events {
		a.Evolve(domain.Recorded{Revision: int64(i), Event: e})
	}
	return a.View(revision).(national.View)
}

// Rates change in the middle of a year and are published after they take
// effect; a decision goes by those that were known when it was taken.
func TestRateOn(t *testing.T) {
	events := []domain.Event{
		pharmacist(uuid.UUID{15: 9}, 59312, 20230401, 20240331, 20230306),
		pharmacist(uuid.UUID{1}, 62340, 20230701, 20240331, 20230810),
		pharmacist(uuid.UUID{2}, 65838, 20241001, 0, 20241101),
		pharmacist(uuid.UUID{3}, 62340, 20240401, 0, 20240328), // an older publication, recorded late
		correcting(pharmacist(uuid.UUID{4}, 62000, 20230701, 20240331, 20230810), uuid.UUID{1}),
	}
	for _, c := range []struct {
		revision int64
		day      domain.Date
		pounds   int64 // 0 where none is known
	}{
		{0, 20230331, 0},
		{0, 20230401, 59312},
		{0, 20230701, 59312}, // what a decision in July went by
		{1, 20230630, 59312},
		{1, 20230701, 62340}, // and what a later one knows of July
		{1, 20240401, 0},
		{2, 20240930, 0},
		{2, 20241001, 65838},
		{3, 20240930, 62340}, // the rate of 30 September is a different row
		{3, 20241001, 65838}, // the newer publication counts, although recorded before
		{3, 20230701, 62340},
		{4, 20230701, 62000},
		{4, 20230630, 59312},
	} {
		got, ok := view(c.revision, events...).RateOn(domain.RateARRSMax, "CLINICAL_PHARMACIST", "ENGLAND", c.day)
		if got.Pence != domain.Pence(c.pounds*100) || ok != (c.pounds != 0) {
			t.Errorf("at revision %d, on %s: got £%s %t, want £%d", c.revision, c.day, got.Pence, ok, c.pounds)
		}
	}
	v := view(4, events...)
	if _, ok := v.RateOn(domain.RateARRSMax, "CLINICAL_PHARMACIST", "INNER_LONDON", 20230701); ok {
		t.Error("the rate of England was given for inner London")
	}
	if _, ok := v.RateOn(domain.RateTariff, "CLINICAL_PHARMACIST", "ENGLAND", 20230701); ok {
		t.Error("the rate of one kind was given for another")
	}
	if r, ok := v.Rate(uuid.UUID{1}); !ok || r.Pence != 6234000 {
		t.Errorf("a corrected rate by its id: got %+v %t, want what was recorded", r, ok)
	}
	if _, ok := view(0, events...).Rate(uuid.UUID{1}); ok {
		t.Error("a rate is known before it is recorded")
	}
}

// The limits of procurement change with the regime and the year.
func TestThresholdOn(t *testing.T) {
	events := []domain.Event{
		limits(id1, "PCR_2015", 20240101, 20250223, 20231115, 66354000),
		limits(id2, "PROCUREMENT_ACT_2023", 20250224, 20251231, 20231115, 66354000),
		limits(id3, "PROCUREMENT_ACT_2023", 20260101, 0, 20251001, 66350000),
	}
	for _, c := range []struct {
		revision int64
		scheme   string
		day      domain.Date
		pence    int64 // 0 where the scheme has no limit
	}{
		{2, "PCR_2015", 20250223, 66354000},
		{2, "PCR_2015", 20250224, 0},
		{2, "PROCUREMENT_ACT_2023", 20250223, 0},
		{2, "PROCUREMENT_ACT_2023", 20250224, 66354000},
		{2, "PROCUREMENT_ACT_2023", 20260101, 66350000},
		{1, "PROCUREMENT_ACT_2023", 20260101, 0},
		{2, "PSR_2023", 20250224, 0},
	} {
		got, ok := view(c.revision, events...).ThresholdOn(c.scheme, "LIGHT_TOUCH", c.day)
		if got.Amount != c.pence || ok != (c.pence != 0) {
			t.Errorf("at revision %d, %s on %s: got %+v %t, want %d", c.revision, c.scheme, c.day, got, ok, c.pence)
		}
	}
	if got, ok := view(2, events...).ThresholdOn("PCR_2015", "WORKS", 20240401); ok {
		t.Errorf("a limit the scheme does not have: got %+v", got)
	}
	for day, want := range map[domain.Date]uuid.UUID{20250223: {}, 20250224: id2, 20251231: id2, 20260101: id3} {
		set, ok := view(2, events...).ThresholdsOn("PROCUREMENT_ACT_2023", day)
		if set.Set != want || ok != (want != uuid.Nil) || ok && len(set.Thresholds) != 2 {
			t.Errorf("all limits on %s: got %+v %t, want those of %s", day, set, ok, want)
		}
	}
	if set, ok := view(1, events...).ThresholdsOn("PROCUREMENT_ACT_2023", 20260101); ok {
		t.Errorf("limits were known before they were recorded: %+v", set)
	}
}

// Golden vector 4: a clinical pharmacist at £65,838 a year, 0.6 FTE, from
// October to March.
func TestARRSClaim(t *testing.T) {
	const six, fte = 6, 600_000_000
	half, _ := rate.ForMonths(6583800, fte, six)
	month, _ := rate.ForMonths(6583800, fte, 1)
	if half != 1975140 || month != 329190 || six*month != half {
		t.Errorf("got £%s for six months and £%s for one, want 19751.40 and 3291.90", half, month)
	}
}

// Golden vector 3: what a PCN of 50,000 weighted patients may be reimbursed.
// £22.671 a patient is £22,671.00 for a thousand.
func TestARRSSum(t *testing.T) {
	for perThousand, want := range map[domain.Pence]domain.Pence{2267100: 113355000, 2663100: 133155000} {
		if got, ok := rate.ForPatients(perThousand, 50_000_00); got != want || !ok {
			t.Errorf("£%s a thousand: got £%s %t, want £%s", perThousand, got, ok, want)
		}
	}
}

// An amount is rounded once, half up, and what can't be held is told.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		pence  domain.Pence
		fte    domain.FTE
		months int
		want   domain.Pence
		ok     bool
	}{
		{6, domain.OneFTE, 1, 1, true},     // half a penny
		{5, domain.OneFTE, 1, 0, true},     // five twelfths
		{6, domain.OneFTE, 3, 2, true},     // 1.5, not three times 1
		{6, domain.OneFTE - 1, 1, 0, true}, // less than half by 10⁻⁹
		{domain.MaxPence, domain.OneFTE, 12, domain.MaxPence, true},
		{domain.MaxPence, domain.OneFTE, 13, 0, false},
		{domain.MaxPence, 1 << 62, 12, 0, false},
		{domain.MaxPence, 1 << 58, 12, 0, false},
		{1 << 32, 1<<32 - 1, 1, 1537228672, true}, // the half carries into the high word
		{-1, domain.OneFTE, 1, 0, false},
		{1, -1, 1, 0, false},
		{1, 1, -1, 0, false},
	} {
		got, ok := rate.ForMonths(c.pence, c.fte, c.months)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%d pence a year, %s FTE, %d months: got %d %t, want %d %t", c.pence, c.fte, c.months, got, ok, c.want, c.ok)
		}
	}
}

// Every field that can't be right is told at once.
func TestValidate(t *testing.T) {
	domaintest.Fields(t, rate.SetRate{}, "/refKind", "/key", "/area", "/from", "/pence", "/unit", "/publishedOn", "/sourceDoc")
	r := rate.SetRate(pharmacist(id1, 1, 20240401, 20240331, 20240401))
	r.Pence, r.Kind = domain.MaxPence+1, "RENT"
	domaintest.Fields(t, r, "/refKind", "/to", "/pence")
	domaintest.Fields(t, rate.SetThresholds{}, "/scheme", "/from", "/thresholds", "/publishedOn", "/sourceDoc")
	s := rate.SetThresholds(limits(id1, "COI", 20240401, 20240331, 20240401, 1))
	s.Thresholds = []domain.Threshold{
		{Key: "A1", Unit: domain.UnitDays}, {Key: "A1", Amount: -1, Unit: domain.UnitDays}, {Key: "a", Amount: 1, Unit: "WEEKS"},
	}
	domaintest.Fields(t, s, "/to", "/thresholds/1/key", "/thresholds/1/amount", "/thresholds/2/key", "/thresholds/2/unit")
}
