package projections

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/hubledger/hubledger/domain"
)

// FigureID names a figure, the same on every store and at every time:
// code@version:scope:period and dimensions. A figure of a budget is of a
// financial year and may have the dimension fund; one of an indicator may have
// measure, which is its first one otherwise, and the measure's dimensions.
type FigureID struct {
	Code    string
	Version int
	Scope   string // a hub's id, a region's code, or England
	Period  Period
	Fund    domain.Fund // of a budget; empty for all
	Measure string      // of an indicator
	// By is dimensions of an indicator's measure, as they stand in the id: by
	// name, with colons between. Empty where all of it is asked for.
	By string
}

// BudgetFigure is the id of a figure of a budget.
func BudgetFigure(code BudgetCode, scope string, fy domain.FinancialYear, fund domain.Fund) FigureID {
	return FigureID{Code: string(code), Version: budgetVersion, Scope: scope, Period: YearPeriod(fy), Fund: fund}
}

// Dimension is a dimension and a value of it.
type Dimension struct {
	Name  string `json:"name" jsonschema:"The dimension, such as roleType."`
	Value string `json:"value" jsonschema:"Its value, such as PHARMACIST."`
}

// KPIFigure is the id of a figure of an indicator.
func KPIFigure(code string, version int, scope string, period Period, measure string, by ...Dimension) FigureID {
	by = slices.Clone(by)
	slices.SortFunc(by, func(a, b Dimension) int { return strings.Compare(a.Name, b.Name) })
	parts := make([]string, len(by))
	for i, d := range by {
		parts[i] = d.Name + "=" + escaped.Replace(d.Value)
	}
	return FigureID{Code: code, Version: version, Scope: scope, Period: period, Measure: measure, By: strings.Join(parts, ":")}
}

// What parts an id may stand in a value, escaped.
var (
	escaped   = strings.NewReplacer("%", "%25", ":", "%3A")
	unescaped = strings.NewReplacer("%25", "%", "%3A", ":")
)

// IsBudget reports whether it is a figure of a budget.
func (id FigureID) IsBudget() bool { return slices.Contains(BudgetCodes, BudgetCode(id.Code)) }

// Dimensions are those of an indicator's measure that are asked for, by name.
func (id FigureID) Dimensions() []Dimension {
	var by []Dimension
	for part := range strings.SplitSeq(id.By, ":") {
		if name, value, is := strings.Cut(part, "="); is {
			by = append(by, Dimension{name, unescaped.Replace(value)})
		}
	}
	return by
}

// String is the id's text, such as available@1:QE1:2024-25:fund=PROGRAMME-CPD
// or WP2@1:QE1:2024H1:measure=posts:roleType=PHARMACIST.
func (id FigureID) String() string {
	s := fmt.Sprintf("%s@%d:%s:%s", id.Code, id.Version, id.Scope, id.Period)
	if id.Fund != "" {
		s += ":fund=" + string(id.Fund)
	}
	if id.Measure != "" {
		s += ":measure=" + id.Measure
	}
	if id.By != "" {
		s += ":" + id.By
	}
	return s
}

// MarshalText implements encoding.TextMarshaler.
func (id FigureID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// kpiCode is the form of the code of an indicator.
var kpiCode = regexp.MustCompile(`^[A-Z][A-Z0-9_-]{0,39}$`)

// ParseFigureID reads an id. Its error says which part can't be right. Whether
// there is such an indicator is not its business.
func ParseFigureID(text string) (FigureID, error) {
	parts := strings.Split(text, ":")
	if len(parts) < 3 {
		return FigureID{}, fmt.Errorf("%q is not the id of a figure, such as available@1:QE1:2024-25:fund=OPERATIONAL or WP2@1:QE1:2024H1:measure=posts", text)
	}
	code, version, _ := strings.Cut(parts[0], "@")
	id := FigureID{Code: code, Scope: parts[1]}
	if !id.IsBudget() && !kpiCode.MatchString(code) {
		return FigureID{}, fmt.Errorf("there is no figure %q; there are %s, and the codes of indicators, such as WP2", code, codeList())
	}
	var err error
	id.Version, err = strconv.Atoi(version)
	if err != nil || id.Version < 1 || version != strconv.Itoa(id.Version) || id.IsBudget() && id.Version != budgetVersion {
		if id.IsBudget() {
			return FigureID{}, fmt.Errorf("figure %s has version %d, and no version %q", code, budgetVersion, version)
		}
		return FigureID{}, fmt.Errorf("figure %s has versions 1, 2 and so on, and no version %q", code, version)
	}
	if id.Period, err = ParsePeriod(parts[2]); err == nil && id.Period.String() != parts[2] {
		err = fmt.Errorf("the period %q is written %s in an id", parts[2], id.Period)
	}
	if id.IsBudget() {
		if _, is := id.Period.FY(); err != nil || !is {
			return FigureID{}, fmt.Errorf("the period %q is not a financial year of the form 2024-25", parts[2])
		}
		if err := id.parseFund(parts[3:]); err != nil {
			return FigureID{}, err
		}
		return id, nil
	}
	if err != nil {
		return FigureID{}, err
	}
	return id.parseBy(parts[3:])
}

// parseFund reads the dimensions of a figure of a budget.
func (id *FigureID) parseFund(parts []string) error {
	if len(parts) == 0 {
		return nil
	}
	name, fund, _ := strings.Cut(parts[0], "=")
	if id.Fund = domain.Fund(fund); len(parts) > 1 || name != "fund" || !id.Fund.Valid() {
		return fmt.Errorf("%q is not a dimension such as fund=PROGRAMME-CPD", strings.Join(parts, ":"))
	}
	return nil
}

// parseBy reads the dimensions of a figure of an indicator.
func (id FigureID) parseBy(parts []string) (FigureID, error) {
	var by []Dimension
	measure := ""
	for i, part := range parts {
		name, value, is := strings.Cut(part, "=")
		switch value = unescaped.Replace(value); {
		case !is || name == "" || name == "measure" && (i > 0 || value == "") || slices.ContainsFunc(by, func(d Dimension) bool { return d.Name == name }):
			return FigureID{}, fmt.Errorf("%q is not a dimension, each once, such as measure=posts or roleType=PHARMACIST", part)
		case i == 0 && name == "measure":
			measure = value
		default:
			by = append(by, Dimension{name, value})
		}
	}
	return KPIFigure(id.Code, id.Version, id.Scope, id.Period, measure, by...), nil
}

func codeList() string {
	names := make([]string, len(BudgetCodes))
	for i, c := range BudgetCodes {
		names[i] = string(c)
	}
	return strings.Join(names, ", ")
}
