package http

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/go-json-experiment/json"
	"pgregory.net/rapid"

	"github.com/hubledger/hubledger/http/api"
)

// All hubs of a nation stand on one page, by the day and by the region.
func TestTheDirectoryIsOnePage(t *testing.T) {
	w := serve(t)
	w.do(t, 201, "register-organisation", org(0, "Y62", "REGION", "North West"))
	const hubs = 42
	for i := range hubs {
		icb := fmt.Sprintf("Q%02d", i)
		w.do(t, 201, "register-organisation", org(i+1, icb, "ICB", icb))
		w.do(t, 201, "register-hub", hub(i, icb, "Training Hub "+icb))
	}
	var list api.HubList
	if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/hubs?on=2025-03-31", "").Body.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	if len(list.Items) != hubs || list.Next != nil || list.On.String() != "2025-03-31" {
		t.Errorf("got %d hubs on %s, next %v", len(list.Items), list.On, list.Next)
	}
	for i, h := range list.Items {
		if want := fmt.Sprintf("Q%02d", i); string(h.ID) != want || h.Level != "ICS" || *h.RegionName != "North West" {
			t.Fatalf("hub %d: got %+v, want %s", i, h, want)
		}
	}
}

// A page that is full never changes; the last one does. Pages together are the
// whole, with nothing twice, while the log grows.
func TestPagesTogetherAreTheWhole(t *testing.T) {
	w := serve(t)
	for i := range 25 {
		w.do(t, 201, "register-organisation", org(i, fmt.Sprintf("U%05d", i), "PCN", "X"))
	}
	var seqs []string
	target, grown := "/v1/events?stream=organisations&limit=4", 0
	for target != "" {
		rec := w.must(t, 200, "GET", target, "")
		var page api.EventList
		if err := json.Unmarshal(rec.Body.Bytes(), &page); err != nil {
			t.Fatal(err)
		}
		for _, e := range page.Items {
			seqs = append(seqs, fmt.Sprint(e.Seq))
		}
		full := page.Next != nil
		if immutable := strings.Contains(rec.Header().Get("Cache-Control"), "immutable"); immutable != full {
			t.Errorf("full %t: got Cache-Control %s", full, rec.Header().Get("Cache-Control"))
		}
		target = ""
		if link := rec.Header().Get("Link"); full {
			target = link[1:strings.Index(link, ">")]
			if !strings.Contains(target, *page.Next) {
				t.Errorf("Link %s is not next %s", link, *page.Next)
			}
		}
		if grown < 3 { // what is recorded in the meantime comes at the end
			w.do(t, 201, "register-organisation", org(100+grown, fmt.Sprintf("U1%04d", grown), "PCN", "X"))
			grown++
		}
	}
	var want []string
	for seq := 3; seq < 3+25+3; seq++ {
		want = append(want, fmt.Sprint(seq))
	}
	if got := strings.Join(seqs, " "); got != strings.Join(want, " ") {
		t.Errorf("got %s", got)
	}
	lines := strings.Count(w.must(t, 200, "GET", "/v1/events?stream=organisations&format=ndjson", "").Body.String(), "\n")
	if lines != len(want) {
		t.Errorf("as NDJSON: got %d events, want %d", lines, len(want))
	}
}

// Filters of the live feed and of the list are about streams: those of a hub
// are its own, its workforce's, and what was refused in either; a stream beside
// a hub has to be one of them.
func TestTheStreamsOfAHub(t *testing.T) {
	w := withHub(t)
	w.do(t, 422, "register-hub", hub(7, "QE1", "Another")) // refused: there is one
	w.do(t, 201, "record-pcn-census", example(t, "record-pcn-census"))
	for target, want := range map[string]string{
		"hub=QE1":                     "HubRegistered CommandRefused CensusRecordAppeared",
		"hub=QE1&stream=hub-QE1":      "HubRegistered",
		"hub=QE1&stream=hub-QHM":      "",
		"hub=QHM":                     "",
		"hub=QE1&type=CommandRefused": "CommandRefused",
	} {
		var list api.EventList
		if err := json.Unmarshal(w.must(t, 200, "GET", "/v1/events?"+target, "").Body.Bytes(), &list); err != nil {
			t.Fatal(err)
		}
		var types []string
		for _, e := range list.Items {
			types = append(types, e.Type)
		}
		if got := strings.Join(types, " "); got != want {
			t.Errorf("%s: got %s, want %s", target, got, want)
		}
	}
}

// A cursor that was changed, or is none, is refused; a good one is read back.
func TestACursorIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := cursor{after: 0, filter: rapid.Uint64().Draw(t, "filter")}
		c.after += 1 << rapid.IntRange(0, 40).Draw(t, "after")
		got, err := parseCursor(c.String())
		if err != nil || got != c {
			t.Fatalf("got %+v, %v, want %+v", got, err, c)
		}
		b := []byte(c.String())
		b[rapid.IntRange(0, len(b)-1).Draw(t, "byte")] = rapid.Byte().Draw(t, "to")
		if other, err := parseCursor(string(b)); err == nil && other == c && string(b) != c.String() {
			t.Fatalf("%s is read as %s", b, c)
		}
	})
}

// What Accept likes best is chosen (RFC 9110, 12.5.1).
func TestAcceptChoosesTheFormat(t *testing.T) {
	for _, tc := range []struct {
		accept string
		want   string
	}{
		{"", "json"},
		{"*/*", "json"},
		{"text/csv", "csv"},
		{"text/*", "csv"},
		{"application/json;q=0.5, text/csv;q=0.9", "csv"},
		{"text/csv;q=0.5, */*", "json"},
		{"text/csv, application/json;q=0", "csv"},
		{"application/*;q=0.1, text/csv;q=0", "json"},
		{"TEXT/CSV", "csv"},
		{"text/html, application/xhtml+xml, */*;q=0.8", "json"},
		{"text/html", ""},
		{"*/*;q=0", ""},
		{"nonsense", ""},
	} {
		c := &call{route: &route{formats: []format{formatJSON, formatCSV}}, r: httptest.NewRequest("GET", "/", nil)}
		c.route.params = []parameter{formatOf(c.route.formats)}
		c.r.Header.Set("Accept", tc.accept)
		err := c.negotiate()
		if got := c.format.name; (err == nil) != (tc.want != "") || err == nil && got != tc.want {
			t.Errorf("%q: got %s, %v, want %s", tc.accept, got, err, tc.want)
		}
	}
}

// formula is what a spreadsheet takes for one.
func formula(cell string) bool {
	bare := strings.TrimLeftFunc(cell, func(r rune) bool { return r == ' ' || r == '\u00a0' || unicode.Is(unicode.Cf, r) })
	if bare == "" {
		return false
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return false
	}
	return strings.ContainsRune("=+-@\t\r\n\x00|＝＋－＠", []rune(bare)[0])
}

// No cell of a table is taken for a formula, a number stays one, and what is
// read back is what was written but for the apostrophe.
func TestNoCellIsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+44 1632": "'+44 1632", "-1.5": "-1.5", "-": "'-", "@x": "'@x", " =x": "' =x", "\ufeff=x": "'\ufeff=x",
		"\t=x": "'\t=x", "＝x": "'＝x", "|x": "'|x", "12": "12", "1.2.3": "1.2.3", "a=b": "a=b", "": "", "-1-1": "'-1-1", "0x": "0x",
	} {
		if got := harmless(cell); got != want {
			t.Errorf("%q: got %q, want %q", cell, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		odd := rapid.SampledFrom([]rune("=+-@\t\r\n\x00|＝＋－＠ \u200b\ufeff\u00a0\",;a1.éE"))
		cell := rapid.OneOf(rapid.StringOf(odd), rapid.String()).Draw(t, "cell")
		cell = strings.ReplaceAll(strings.ToValidUTF8(cell, ""), "\r", "") // a CSV reader makes \r\n of what is between quotes
		b, err := tableBody{header: []string{"a", "b"}, rows: [][]string{{cell, "x"}}}.render(nil)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[1]) != 2 {
			t.Fatalf("%q: got %q, %v", cell, rows, err)
		}
		got := rows[1][0]
		if formula(got) {
			t.Fatalf("%q is written as %q, which is a formula", cell, got)
		}
		if got != cell && got != "'"+cell {
			t.Fatalf("%q is written as %q", cell, got)
		}
	})
}

// Answers are compressed where that is asked for, and are the same.
func TestAnswersAreCompressed(t *testing.T) {
	w := serve(t)
	for i := range 20 {
		w.do(t, 201, "register-organisation", org(i, fmt.Sprintf("U%05d", i), "PCN", "X"))
	}
	for _, target := range []string{"/v1/events", "/v1/events?format=ndjson", "/docs", "/openapi.json"} {
		plain := w.must(t, 200, "GET", target, "").Body.String()
		ctx := httptest.NewRequest("GET", target, nil)
		ctx.Header.Set("Accept-Encoding", "gzip")
		rec := httptest.NewRecorder()
		w.ServeHTTP(rec, ctx)
		if rec.Header().Get("Content-Encoding") != "gzip" {
			t.Errorf("%s is not compressed", target)
			continue
		}
		z, err := gzip.NewReader(rec.Body)
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(z)
		if err != nil || string(b) != plain {
			t.Errorf("%s: what comes out is something else: %v", target, err)
		}
	}
}

// Pages hold nothing inline, so that the policy holds, and name their language
// and their parts, so that everybody can use them.
func TestPagesKeepToThePolicy(t *testing.T) {
	w := withHub(t)
	inline := regexp.MustCompile(`(?i)<script|<style|\sstyle=|\son[a-z]+=|javascript:|https?://[^ <]*\.(js|css|woff)`)
	for _, target := range []string{"/", "/docs", "/problems", "/problems/refused", "/problems/rules/I-HUB-1"} {
		rec := w.must(t, 200, "GET", target, "")
		page := rec.Body.String()
		if found := inline.FindString(page); found != "" {
			t.Errorf("%s holds %q", target, found)
		}
		for _, want := range []string{`<html lang="en-GB">`, `<title>`, `<main id="main">`, `href="#main"`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s does not hold %s", target, want)
			}
		}
		if n := strings.Count(page, "<h1>"); n != 1 {
			t.Errorf("%s has %d h1", target, n)
		}
		if bare := regexp.MustCompile(`<th[ >]`).FindAllString(page, -1); len(bare) != strings.Count(page, `<th scope=`) {
			t.Errorf("%s: a th says not what it heads", target)
		}
		ids := make(map[string]bool)
		for _, m := range regexp.MustCompile(`\sid="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if ids[m[1]] {
				t.Errorf("%s: id %s stands twice", target, m[1])
			}
			ids[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`(?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if !ids[m[1]] {
				t.Errorf("%s: nothing has the id %s", target, m[1])
			}
		}
	}
	if body := w.must(t, 200, "GET", "/style.css", ""); body.Header().Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("got %v", body.Header())
	}
	if body := w.must(t, 200, "GET", "/", "").Body.String(); !strings.Contains(body, theLedger.String()) || !strings.Contains(body, "Synthetic data") {
		t.Errorf("the first page does not say which ledger, and that it is synthetic: %s", body)
	}
}

// Text and what lies behind it differ enough for everybody (WCAG 2.2, 1.4.3).
func TestColoursDifferEnough(t *testing.T) {
	b, err := files.ReadFile("pages/style.css")
	if err != nil {
		t.Fatal(err)
	}
	colours := map[string]float64{"white": 1}
	for _, m := range regexp.MustCompile(`--([a-z]+): #([0-9a-f]{6});`).FindAllStringSubmatch(string(b), -1) {
		colours[m[1]] = luminance(t, m[2])
	}
	for _, pair := range [][2]string{{"text", "white"}, {"text", "tint"}, {"quiet", "white"}, {"quiet", "tint"}, {"link", "white"}, {"link", "tint"}, {"text", "focus"}} {
		a, b := colours[pair[0]], colours[pair[1]]
		if ratio := (math.Max(a, b) + .05) / (math.Min(a, b) + .05); ratio < 4.5 {
			t.Errorf("%s on %s: the contrast is %.2f, it should be 4.5", pair[0], pair[1], ratio)
		}
	}
}

func luminance(t *testing.T, hex string) (l float64) {
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= .03928 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		l += weight * c
	}
	return l
}

// A body that is compressed, or larger than a command may be, is not read.
func TestABodyIsPlainAndBounded(t *testing.T) {
	w := serve(t)
	cmd := org(1, "U00001", "PCN", "X")
	w.must(t, 415, "POST", "/v1/commands/register-organisation", cmd, "Content-Encoding", "gzip")
	w.must(t, 415, "POST", "/v1/commands/register-organisation", cmd, "Content-Type", "application/json; charset=latin1")
	w.must(t, 413, "POST", "/v1/commands/register-organisation", cmd+strings.Repeat(" ", maxBody))
	w.must(t, 201, "POST", "/v1/commands/register-organisation", cmd+strings.Repeat(" ", maxBody-len(cmd)), "Content-Type", "application/json; charset=UTF-8")
}

// If-Match is one revision of the stream, in quotes.
func TestIfMatchIsOneRevision(t *testing.T) {
	w := serve(t)
	for _, bad := range []string{"0", `W/"0"`, `"0", "1"`, `"-2"`, `""`, "*", `"+0"`, `"9223372036854775808"`} {
		w.must(t, 400, "POST", "/v1/commands/register-organisation", org(1, "U00001", "PCN", "X"), "If-Match", bad)
	}
	w.must(t, 412, "POST", "/v1/commands/register-organisation", org(1, "U00001", "PCN", "X"), "If-Match", `"0"`)
	w.must(t, 201, "POST", "/v1/commands/register-organisation", org(1, "U00001", "PCN", "X"), "If-Match", `"-1"`)
	// A retry gets its receipt although the stream has moved on, by itself.
	w.must(t, 200, "POST", "/v1/commands/register-organisation", org(1, "U00001", "PCN", "X"), "If-Match", `"-1"`)
	w.must(t, 201, "POST", "/v1/commands/register-organisation", org(2, "U00002", "PCN", "X"), "Idempotency-Key", "0190a5a4-7d2c-7b6e-8f00-000000000002")
	w.must(t, 200, "POST", "/v1/commands/register-organisation", org(2, "U00002", "PCN", "X"), "Idempotency-Key", `"0190a5a4-7d2c-7b6e-8f00-000000000002"`)
	w.must(t, 422, "POST", "/v1/commands/register-organisation", org(3, "U00003", "PCN", "X"), "Idempotency-Key", "0190a5a4-7d2c-7b6e-8f00-000000000002")
	w.must(t, 400, "POST", "/v1/commands/register-organisation", org(3, "U00003", "PCN", "X"), "Idempotency-Key", "two")
}

// HEAD answers as GET does, without a body.
func TestHeadHasNoBody(t *testing.T) {
	w := withHub(t)
	for _, target := range []string{"/v1/hubs", "/v1/events", "/v1/events?format=ndjson", "/v1/events/live", "/docs", "/v1/nothing"} {
		rec := w.ask(http.MethodHead, target, "")
		if rec.Body.Len() > 0 || rec.Header().Get("Content-Type") == "" {
			t.Errorf("%s: got %d bytes, %v", target, rec.Body.Len(), rec.Header())
		}
	}
	if len(w.feeds) > 0 {
		t.Error("a feed is served to a HEAD")
	}
}

// Whoever has a receipt finds what it is for, without asking for its seq.
func TestAWriterReadsItsOwnWrite(t *testing.T) {
	w := withHub(t)
	for i := range 300 {
		w.must(t, 201, "POST", "/v1/commands/register-organisation", org(100+i, fmt.Sprintf("U%05d", i), "PCN", "X"))
		head := fmt.Sprint(w.store.Head())
		for _, target := range []string{"/v1/events?limit=1", "/v1/events?asOf=" + head, "/v1/hubs"} {
			if got := w.must(t, 200, "GET", target, "").Header().Get("Ledger-Seq"); got != head {
				t.Fatalf("%s, right after event %s was recorded: got an answer true at %s", target, head, got)
			}
		}
	}
}
