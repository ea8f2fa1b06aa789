package intake_test

import (
	"context"
	"iter"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/census"
	"github.com/hubledger/hubledger/domain/reference"
	"github.com/hubledger/hubledger/domain/wire"
	"github.com/hubledger/hubledger/eventstore"
	"github.com/hubledger/hubledger/eventstore/storetest"
	"github.com/hubledger/hubledger/intake"
	"github.com/hubledger/hubledger/ledger"
	"github.com/hubledger/hubledger/projections"
)

// throughLedger gives files to a ledger in memory. It implements intake.Recorder
// and intake.Workforce.
type throughLedger struct{ *ledger.Ledger }

func newLedger(t *testing.T) throughLedger {
	t.Helper()
	store := storetest.NewMemory(uuid.MustParse("2f1a3c5e-7a10-4a36-9f35-6c8b8f1d2e12"))
	l, _, err := ledger.OpenOrFound(t.Context(), store, ledger.Options{
		Now: func() time.Time { return time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC) }, Log: slog.New(slog.DiscardHandler),
	}, ledger.Founding{Synthetic: true})
	if err != nil {
		t.Fatal(err)
	}
	return throughLedger{l}
}

// Record implements intake.Recorder.
func (l throughLedger) Record(ctx context.Context, commands iter.Seq[intake.Command]) iter.Seq2[intake.Answer, error] {
	return func(yield func(intake.Answer, error) bool) {
		sealed := func(yield func(wire.Sealed) bool) {
			for c := range commands {
				s, err := wire.Seal(c.Stream, c.Command)
				if err != nil {
					panic(err) // every command of a plan is in the table
				}
				if !yield(s) {
					return
				}
			}
		}
		for r, err := range l.Batch(ctx, sealed) {
			var a intake.Answer
			if refusal, refused := ledger.IsRefusal(r.Err); refused {
				a.Refusal = refusal
			} else if err == nil {
				err = r.Err
			}
			for _, e := range r.Receipt.Events {
				a.Events = append(a.Events, e.Type)
			}
			if !yield(a, err) || err != nil {
				return
			}
		}
	}
}

// ICBs implements intake.Workforce.
func (l throughLedger) ICBs(ctx context.Context) (icbs []string, err error) {
	for _, icb := range reference.ICBs2022().ICBs() {
		if pcns, err := l.PCNs(ctx, icb.Code); err != nil {
			return nil, err
		} else if len(pcns) > 0 {
			icbs = append(icbs, icb.Code)
		}
	}
	return icbs, nil
}

// PCNs implements intake.Workforce.
func (l throughLedger) PCNs(ctx context.Context, icb string) (pcns []census.PCN, err error) {
	err = l.Read(ctx, census.Stream(icb), func(a domain.Aggregate) error {
		pcns = a.(*census.State).PCNs()
		return nil
	})
	return pcns, err
}

// models are those of all that the ledger holds.
func (l throughLedger) models(t *testing.T, ask func(*projections.Models, eventstore.Seq)) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	engine, ended := projections.NewEngine(l.Store(), projections.Options{}), make(chan error)
	go func() { ended <- engine.Run(ctx) }()
	defer func() { cancel(); <-ended }()
	head := l.Store().Head()
	if _, err := engine.Wait(ctx, head); err != nil {
		t.Fatal(err)
	}
	engine.Read(func(m *projections.Models) { ask(m, head) })
}

// The practices of PCN U41591 as published for 2022/23, under names that are
// invented: two in Devon (15N, of QJK) and two in Cornwall (11N, of QT6). Beside
// it a PCN of each.
const boundaryPayments = `NHS England (Region) code,NHS England (Region) Name,CCG Code,Sub ICB NAME,Code,CCG NAME,Practice Code,Practice Name,Practice Open Date,Practice Close Date,Number of Registered Patients (Last Known Figure),Number of Weighted Patients (Last Known Figure)
Y58,SOUTH WEST,11N,NHS CORNWALL AND THE ISLES OF SCILLY ICB - 11N,U41591,A PCN ON THE BOUNDARY,L82008,WEST,01/04/1974,,10800.75,11487.23
Y58,SOUTH WEST,15N,NHS DEVON ICB - 15N,U41591,A PCN ON THE BOUNDARY,L83012,EAST,01/04/1974,,3032,3802.66
Y58,SOUTH WEST,15N,NHS DEVON ICB - 15N,U41591,A PCN ON THE BOUNDARY,L83069,NORTH,01/04/1974,,15402,18832.13
Y58,SOUTH WEST,11N,NHS CORNWALL AND THE ISLES OF SCILLY ICB - 11N,U41591,A PCN ON THE BOUNDARY,Y01127,SOUTH,01/08/2005,,5967.75,6281.32
Y58,SOUTH WEST,15N,NHS DEVON ICB - 15N,U00001,A PCN OF DEVON,L83001,DEVON,01/04/1974,,1000.25,1100
Y58,SOUTH WEST,11N,NHS CORNWALL AND THE ISLES OF SCILLY ICB - 11N,U00002,A PCN OF CORNWALL,L82001,CORNWALL,01/04/1974,,2000,2100.5
`

const boundaryWorkforce = `DATA_SOURCE,CENSUS_YEAR,CENSUS_MONTH,PCN_CODE,ICB_CODE,STAFF_GROUP,STAFF_ROLE,DETAILED_STAFF_ROLE,FTE
NWRS Staff,2022,9,U41591,QJK,Other Direct Patient Care staff,Pharmacists,Pharmacist,0.6
NWRS Staff,2022,9,U41591,QJK,Other Direct Patient Care staff,Paramedics,Paramedic,1
NWRS Staff,2022,9,U00001,QJK,Other Direct Patient Care staff,Pharmacists,Pharmacist,0.5
NWRS Staff,2022,9,U00002,QT6,Other Direct Patient Care staff,Pharmacists,Pharmacist,0.75
`

// Golden vector 12: PCN U41591 has practices in Devon and in Cornwall. What is
// counted by PCN, such as its workforce, goes to one lead commissioner, that with
// most of its patients; what is counted by practice is split; and either way the
// ICBs add up to the whole.
func TestVector12PCNInTwoICBs(t *testing.T) {
	l := newLedger(t)
	payments, err := intake.ParsePayments("payments-2022-23.csv", []byte(boundaryPayments), 0)
	if err != nil {
		t.Fatal(err)
	}
	workforce, err := intake.ParseWorkforce("2022-09.csv", []byte(boundaryWorkforce))
	if err != nil {
		t.Fatal(err)
	}
	im := intake.Importer{Recorder: l, Workforce: l, Actor: importer}
	if _, err := im.GPPayments(t.Context(), payments); err != nil {
		t.Fatal(err)
	}
	if _, err := im.PCNWorkforce(t.Context(), workforce); err != nil {
		t.Fatal(err)
	}
	l.models(t, func(m *projections.Models, head eventstore.Seq) {
		pcn, _ := m.PCN("U41591", 20230331, head)
		if got := leads(pcn, 20230331); !slices.Equal(got, []string{"QJK"}) {
			t.Errorf("its lead commissioners are of %v, want of QJK alone: most patients are in Devon", got)
		}
		if p := pcn.Patients; p.Registered != 35_202_50 || len(p.ByArea) != 2 ||
			p.ByArea[0] != (projections.AreaPatients{Area: "11N", Practices: 2, Registered: 16_768_50, Weighted: 17_768_55}) ||
			p.ByArea[1] != (projections.AreaPatients{Area: "15N", Practices: 2, Registered: 18_434_00, Weighted: 22_634_79}) {
			t.Errorf("its patients are %+v, want 35,202.50, of which 16,768.50 in 11N and 18,434 in 15N", p)
		}
		got := reconcile(t, m, head, []string{"QJK", "QT6"})
		want := map[string]counts{"QJK": {pcns: 2, practices: 3, patients: 19_434_25, fte: 2_100_000_000}, "QT6": {pcns: 1, practices: 3, patients: 18_768_50, fte: 750_000_000}}
		for icb, w := range want {
			if got[icb] != w {
				t.Errorf("%s: got %+v, want %+v", icb, got[icb], w)
			}
		}
	})
}

// Golden vector 12 on the published file of 2022/23: 1,266 PCNs have patients,
// one of them in two ICBs, so that ICBs name 1,267; each goes to one.
func TestVector12Published(t *testing.T) {
	payments, err := intake.ParsePayments("gp-payments-2022-23.csv", published(t, "gp-payments-2022-23.csv"), 0)
	if err != nil {
		t.Fatal(err)
	}
	l := newLedger(t)
	im := intake.Importer{Recorder: l, Workforce: l, Actor: importer}
	if _, err := im.GPPayments(t.Context(), payments); err != nil {
		t.Fatal(err)
	}
	var icbs []string
	for _, icb := range reference.ICBs2022().ICBs() {
		icbs = append(icbs, icb.Code)
	}
	l.models(t, func(m *projections.Models, head eventstore.Seq) {
		named, with := 0, make(map[string]bool)
		for _, icb := range icbs {
			for _, p := range m.PCNsOf(icb, 20230331, head) {
				if pcn, _ := m.PCN(p.Code, 20230331, head); slices.ContainsFunc(pcn.Patients.ByArea, func(a projections.AreaPatients) bool {
					return a.Registered > 0 && icbOf(m, a.Area, 20230331, head) == icb
				}) {
					named++
					with[p.Code] = true
				}
			}
		}
		if named != 1_267 || len(with) != 1_266 {
			t.Errorf("ICBs name %d PCNs with patients, which are %d; want 1,267 and 1,266", named, len(with))
		}
		reconcile(t, m, head, icbs)
	})
}

// counts are what is counted in an ICB: by PCN the PCNs and the workforce, by
// practice the practices and their patients.
type counts struct {
	pcns, practices int
	patients        domain.Patients
	fte             domain.FTE
}

// reconcile counts ICB by ICB and holds the sums against the whole, which is
// counted without ICBs.
func reconcile(t *testing.T, m *projections.Models, head eventstore.Seq, icbs []string) map[string]counts {
	t.Helper()
	const day = domain.Date(20230331)
	by, sum := make(map[string]counts), counts{}
	pcns := make(map[string]bool)
	for _, icb := range icbs {
		for _, ref := range m.PCNsOf(icb, day, head) {
			pcns[ref.Code] = true
			if c := by[icb]; ref.Register { // the register places it here: its lead is of this ICB
				c.pcns++
				by[icb] = c
			}
		}
	}
	var whole counts
	for code := range pcns {
		pcn, _ := m.PCN(code, day, head)
		lead := leads(pcn, day)
		if len(lead) != 1 {
			t.Errorf("%s has lead commissioners of %v, want of one ICB", code, lead)
			continue
		}
		whole.pcns++
		whole.practices += pcn.Patients.Practices
		whole.patients += pcn.Patients.Registered
		for _, r := range pcn.Workforce.Records {
			whole.fte += r.FTE
			if r.ICB != lead[0] {
				t.Errorf("%s has a record in %s; its lead is of %s", code, r.ICB, lead[0])
			}
			c := by[r.ICB]
			c.fte += r.FTE
			by[r.ICB] = c
		}
		for _, a := range pcn.Patients.ByArea {
			icb := icbOf(m, a.Area, day, head)
			c := by[icb]
			c.practices += a.Practices
			c.patients += a.Registered
			by[icb] = c
		}
	}
	for _, c := range by {
		sum = counts{sum.pcns + c.pcns, sum.practices + c.practices, sum.patients + c.patients, sum.fte + c.fte}
	}
	if sum != whole || whole.pcns == 0 {
		t.Errorf("the ICBs add up to %+v, the whole is %+v", sum, whole)
	}
	return by
}

// leads are the ICBs of who commissions a PCN on a day.
func leads(pcn projections.PCN, day domain.Date) (icbs []string) {
	for _, a := range pcn.Areas {
		if a.Child != pcn.Code || a.Kind != domain.RelationCommissionedBy || !a.Covers(day) {
			continue
		}
		for _, up := range pcn.Areas {
			if up.Child == a.Org && up.Class == domain.ClassICB && up.Covers(day) {
				icbs = append(icbs, up.Org)
			}
		}
	}
	return icbs
}

// icbOf is the ICB in which a sub-ICB lies on a day.
func icbOf(m *projections.Models, area string, day domain.Date, head eventstore.Seq) string {
	org, _ := m.Organisations.Get(area, head)
	for _, r := range org.Parents {
		if r.Kind == domain.RelationParent && r.Covers(day) && strings.HasPrefix(r.Org, "Q") {
			return r.Org
		}
	}
	return ""
}
