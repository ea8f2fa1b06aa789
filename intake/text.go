package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

var utf8BOM = []byte("\xef\xbb\xbf")

// decode turns a file's bytes into text. Published files are UTF-8, with or
// without a byte order mark, or Windows-1252; bytes that are not valid UTF-8
// and bear no mark are the latter. What is neither is a problem.
func decode(b []byte, p *problems) string {
	switch {
	case len(b) == 0:
		p.add(0, "", "it is empty; it should be a published CSV file")
		return ""
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		p.add(0, "", "it is a ZIP archive or a workbook; it should be the CSV file in it")
		return ""
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")), bytes.IndexByte(b, 0) >= 0:
		p.add(0, "", "it is UTF-16 or no text; it should be UTF-8 or Windows-1252")
		return ""
	}
	text, marked := bytes.CutPrefix(b, utf8BOM)
	if utf8.Valid(text) {
		return checkText(string(text), p)
	}
	if marked {
		line := 1
		for i, c := 0, rune(0); i < len(text); {
			n := 0
			if c, n = utf8.DecodeRune(text[i:]); c == utf8.RuneError && n == 1 {
				p.add(line, "", "byte %#x is no UTF-8, which the file's mark says it is; it should be UTF-8 throughout", text[i])
				return ""
			} else if c == '\n' {
				line++
			}
			i += n
		}
	}
	for _, c := range []byte{0x81, 0x8d, 0x8f, 0x90, 0x9d} {
		if i := bytes.IndexByte(text, c); i >= 0 {
			p.add(lineAt(text, i), "", "byte %#x stands for nothing in Windows-1252, and the file is no UTF-8; it should be one of both", c)
			return ""
		}
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(text)
	if err != nil {
		p.add(0, "", "it is no Windows-1252: %v", err)
		return ""
	}
	return checkText(string(out), p)
}

// checkText finds what remains where a file was read in one encoding and
// written in another.
func checkText(text string, p *problems) string {
	for _, wrong := range []string{"\ufffd", "â€", "Ã¢", "ï»¿"} {
		if i := strings.Index(text, wrong); i >= 0 {
			p.add(lineAt([]byte(text), i), "", "%q is what is left of a character written in another encoding; it should be the file as it was published", wrong)
			return ""
		}
	}
	return text
}

func lineAt(text []byte, offset int) int { return 1 + bytes.Count(text[:offset], []byte("\n")) }
