package domain_test

import (
	"testing"

	"github.com/hubledger/hubledger/domain"
)

func TestCodes(t *testing.T) {
	kinds := []struct {
		name string
		is   func(string) bool
	}{
		{"region", domain.IsRegion}, {"ICB", domain.IsICB}, {"sub-ICB", domain.IsSubICB},
		{"PCN", domain.IsPCN}, {"practice", domain.IsPractice}, {"party", domain.IsParty},
	}
	for code, want := range map[string]string{ // r i s p g o: what it may be the code of
		"Y62":                   "r....o",
		"QE1":                   ".i...o",
		"QOP":                   ".i...o",
		"16C":                   "..s..o",
		"D9Y0V":                 "ris..o", // the new form says nothing of the kind
		"U12345":                "...p.o",
		"A81001":                "....go",
		"Y00001":                "....go",
		"I12345":                ".....o",
		"ALD001":                ".....o",
		"UKPRN-10007814":        ".....o",
		"CH-01234567":           ".....o",
		"U1234":                 ".....o",
		"U123456":               ".....o",
		"q51":                   "......",
		"QE1 ":                  "......",
		"QE1\n":                 "......",
		"-QE1":                  "......",
		"Q":                     "......",
		"":                      "......",
		"QE1~fylde":             "......",
		"123456789012345678901": "......",
	} {
		got := []byte("......")
		for i, k := range kinds {
			if k.is(code) {
				got[i] = "rispgo"[i]
			}
		}
		if string(got) != want {
			t.Errorf("%q: got %s, want %s", code, got, want)
		}
	}
}

func TestHubID(t *testing.T) {
	for _, c := range []struct {
		id       domain.HubID
		valid    bool
		icb      string
		locality bool
	}{
		{"QE1", true, "QE1", false},
		{"QE1~fylde-coast", true, "QE1", true},
		{"D9Y0V~1", true, "D9Y0V", true},
		{"QE1~", false, "QE1", true},
		{"QE1~Fylde", false, "QE1", true},
		{"QE1~-a", false, "QE1", true},
		{"QE1~a~b", false, "QE1", true},
		{"Y62", false, "Y62", false},
		{"~a", false, "", true},
		{"", false, "", false},
	} {
		if got := c.id.Valid(); got != c.valid {
			t.Errorf("%q: valid: got %v, want %v", c.id, got, c.valid)
		}
		if got := c.id.ICB(); got != c.icb {
			t.Errorf("%q: ICB: got %q, want %q", c.id, got, c.icb)
		}
		if got := c.id.IsLocality(); got != c.locality {
			t.Errorf("%q: locality: got %v, want %v", c.id, got, c.locality)
		}
	}
}

func TestClassTakesCodesOfItsForm(t *testing.T) {
	for _, c := range []struct {
		class domain.OrganisationClass
		code  string
		fits  bool
	}{
		{domain.ClassRegion, "Y62", true}, {domain.ClassRegion, "QE1", false},
		{domain.ClassICB, "QE1", true}, {domain.ClassICB, "Y62", false},
		{domain.ClassSubICB, "16C", true}, {domain.ClassSubICB, "QE1", false},
		{domain.ClassPCN, "U12345", true}, {domain.ClassPCN, "A81001", false},
		{domain.ClassPractice, "A81001", true}, {domain.ClassPractice, "U12345", false},
		{"CHARITY", "CH-01234567", true}, {"CHARITY", "a charity", false},
	} {
		if got := c.class.Fits(c.code); got != c.fits {
			t.Errorf("%s for a %s: got %v, want %v", c.code, c.class, got, c.fits)
		}
	}
	for class, want := range map[domain.OrganisationClass]bool{
		"LMC": true, "GP_FEDERATION": true, "": false, "AB": false, "gp": false, "_LMC": false, "L MC": false,
	} {
		if got := class.Valid(); got != want {
			t.Errorf("class %q: got %v, want %v", class, got, want)
		}
	}
}
