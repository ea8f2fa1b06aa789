package main

// view is how one answer of the API stands in a table.
type view struct {
	about   string // what it shows, for the help
	path    string // of the API
	list    string // the member of the answer that holds the rows; empty where the answer is the one row
	takes   []string
	columns []viewColumn
	total   string // the member with the sums of the columns; empty for none
	explain bool   // its figures explain themselves
}

// viewColumn is a column of a table.
type viewColumn struct {
	heading string
	field   string // member of a row; a dot leads into it
	form    form
}

// form is how a value is written for people.
type form int

const (
	asText   form = iota
	asMoney       // pence, as pounds, to the right
	asSide        // the same, and nothing where it is 0
	asNumber      // to the right
)

// sums are the columns of a budget.
var sums = []viewColumn{
	{"ALLOCATED", "allocated", asMoney}, {"MOVED HERE", "virement", asMoney}, {"RETURNED", "returned", asMoney},
	{"COMMITTED", "committed", asMoney}, {"INCURRED", "incurred", asMoney}, {"RECOVERED", "recovered", asMoney},
	{"PAID", "paid", asMoney}, {"AVAILABLE", "available", asMoney},
}

// ofHub is a view of a list of a hub.
func ofHub(name, about string, takes []string, columns ...viewColumn) view {
	return view{about: about, path: "/v1/hubs/{hub}/" + name, list: "items", takes: takes, columns: columns}
}

func with(before []viewColumn, after ...viewColumn) []viewColumn {
	return append(append([]viewColumn(nil), before...), after...)
}

// listed are the flags that lists of a hub take.
var listed = []string{"fy", "on", "status"}

// views are what can be shown.
var views = map[string]view{
	"budget": {
		about: "the money of a hub in a financial year, by fund", path: "/v1/hubs/{hub}/budget", list: "funds",
		takes: []string{"fy", "on"}, total: "total", explain: true,
		columns: append(with([]viewColumn{{"FUND", "fund", asText}}, sums...), viewColumn{"BOOKS AGREED TO", "reconciledTo", asText}),
	},
	"budgets": {
		about: "the budgets of all ICSs side by side, with their sum", path: "/v1/budgets", list: "items",
		takes: []string{"fy", "on", "fund", "region"}, total: "national", explain: true,
		columns: append(with([]viewColumn{{"HUB", "hub", asText}, {"REGION", "region", asText}}, sums...), viewColumn{"BOOKS AGREED", "reconciled", asText}),
	},
	"trial-balance": {
		about: "the balance of every account of a hub in a financial year", path: "/v1/hubs/{hub}/trial-balance", list: "items",
		takes: []string{"fy", "on", "fund"},
		columns: []viewColumn{
			{"ACCOUNT", "account", asText}, {"OPENING", "opening", asMoney}, {"DEBIT", "debit", asSide},
			{"CREDIT", "credit", asSide}, {"CLOSING", "closing", asMoney},
		},
	},
	"journal": {
		about: "every posting to the fund lines of a hub in a financial year", path: "/v1/hubs/{hub}/journal", list: "items",
		takes: []string{"fy", "on"},
		columns: []viewColumn{
			{"EVENT", "seq", asNumber}, {"WHAT HAPPENED", "type", asText}, {"COUNTS FROM", "effectiveOn", asText}, {"HUB", "hub", asText},
			{"FUND", "fund", asText}, {"ACCOUNT", "account", asText}, {"DEBIT", "debit", asSide}, {"CREDIT", "credit", asSide},
		},
	},
	"hubs": {
		about: "the Training Hubs active on a day", path: "/v1/hubs", list: "items", takes: []string{"on", "level", "region"},
		columns: []viewColumn{
			{"HUB", "id", asText}, {"NAME", "name", asText}, {"LEVEL", "level", asText}, {"REGION", "region", asText},
			{"HOST", "host", asText}, {"SINCE", "from", asText}, {"BASIS", "basis", asText},
		},
	},
	"hub": {
		about: "one hub; all there is of it with --format ndjson", path: "/v1/hubs/{hub}", takes: []string{"on"},
		columns: []viewColumn{
			{"HUB", "id", asText}, {"NAME", "name", asText}, {"LEVEL", "level", asText}, {"REGION", "region", asText},
			{"HOST", "host", asText}, {"SINCE", "from", asText}, {"STREAM", "stream", asText}, {"REVISION", "revision", asNumber},
		},
	},
	"decisions": ofHub("decisions", "the decisions of a hub", listed,
		viewColumn{"OPENED", "openedOn", asText}, viewColumn{"DECIDED", "decidedOn", asText}, viewColumn{"STATUS", "status", asText},
		viewColumn{"KIND", "kind", asText}, viewColumn{"ROUTE", "route", asText}, viewColumn{"CHOSEN", "candidate", asText},
		viewColumn{"ESTIMATE", "estimateGrossPence", asMoney}, viewColumn{"UP TO", "maxPence", asMoney}, viewColumn{"DECISION", "id", asText}),
	"awards": ofHub("awards", "the contracts awarded for a hub", listed,
		viewColumn{"MADE", "on", asText}, viewColumn{"FROM", "from", asText}, viewColumn{"TO", "to", asText}, viewColumn{"STATUS", "status", asText},
		viewColumn{"SUPPLIER", "supplier", asText}, viewColumn{"NAME", "supplierName", asText}, viewColumn{"WORTH, NET", "value.net", asMoney},
		viewColumn{"WITH VAT", "grossPence", asMoney}, viewColumn{"AWARD", "id", asText}),
	"grants": ofHub("grants", "the grants that a hub has offered", listed,
		viewColumn{"OFFERED", "offeredOn", asText}, viewColumn{"STATUS", "status", asText}, viewColumn{"PAYEE", "payee", asText},
		viewColumn{"NAME", "payeeName", asText}, viewColumn{"FUND", "fund", asText}, viewColumn{"YEAR", "fy", asText},
		viewColumn{"GRANT OF", "pence", asMoney}, viewColumn{"DUE BY NOW", "duePence", asMoney}, viewColumn{"GRANT", "id", asText}),
	"contracts": ofHub("contracts", "the contracts of a hub with the body it accounts to", listed,
		viewColumn{"FROM", "from", asText}, viewColumn{"TO", "to", asText}, viewColumn{"STATUS", "status", asText},
		viewColumn{"VARIATION", "variation", asNumber}, viewColumn{"CONTRACT", "id", asText}),
	"needs": ofHub("needs", "the training needs that a hub has identified", listed,
		viewColumn{"SINCE", "on", asText}, viewColumn{"STATUS", "status", asText}, viewColumn{"URGENCY", "urgency", asText},
		viewColumn{"AUDIENCE", "audience", asText}, viewColumn{"NEED", "title", asText}, viewColumn{"ID", "id", asText}),
	"priorities": ofHub("priorities", "what the Workforce Implementation Group of an ICS wants", listed,
		viewColumn{"FROM", "from", asText}, viewColumn{"TO", "to", asText}, viewColumn{"STATUS", "status", asText},
		viewColumn{"PRIORITY", "title", asText}, viewColumn{"ID", "id", asText}),
	"programmes": ofHub("programmes", "the programmes of a hub", listed,
		viewColumn{"LAUNCHED", "launchedOn", asText}, viewColumn{"CLOSED", "closedOn", asText}, viewColumn{"STATUS", "status", asText},
		viewColumn{"CATEGORY", "category", asText}, viewColumn{"PROGRAMME", "title", asText}, viewColumn{"PLACES", "places", asNumber},
		viewColumn{"COMPLETED", "completed", asNumber}, viewColumn{"ID", "id", asText}),
	"plans": ofHub("plans", "the workforce plans of the networks of a hub", listed,
		viewColumn{"YEAR", "fy", asText}, viewColumn{"PCN", "pcn", asText}, viewColumn{"NAME", "pcnName", asText}, viewColumn{"STATUS", "status", asText},
		viewColumn{"REVISION", "revision", asNumber}, viewColumn{"FTE NOW", "baselineFTE", asNumber}, viewColumn{"FTE WANTED", "targetFTE", asNumber},
		viewColumn{"PLAN", "id", asText}),
	"delegations": ofHub("delegations", "who may decide on how much for a hub", listed,
		viewColumn{"FROM", "from", asText}, viewColumn{"TO", "to", asText}, viewColumn{"STATUS", "status", asText},
		viewColumn{"BODY", "body", asText}, viewColumn{"PERSON", "person", asText}, viewColumn{"UP TO", "limitPence", asMoney}),
	"placements": ofHub("placements", "the placements of learners at a hub", []string{"on", "status"},
		viewColumn{"PLANNED FROM", "plannedFrom", asText}, viewColumn{"TO", "plannedTo", asText}, viewColumn{"STARTED", "startedOn", asText},
		viewColumn{"ENDED", "endedOn", asText}, viewColumn{"STATUS", "status", asText}, viewColumn{"PROFESSION", "profession", asText},
		viewColumn{"SITE", "site", asText}, viewColumn{"DAYS", "daysAttended", asNumber}, viewColumn{"PRICE", "pricePence", asMoney}, viewColumn{"PLACEMENT", "id", asText}),
	"environments": ofHub("environments", "the learning environments of a hub", []string{"on", "status"},
		viewColumn{"APPLICANT", "applicant", asText}, viewColumn{"NAME", "applicantName", asText}, viewColumn{"STATUS", "status", asText},
		viewColumn{"APPROVED FROM", "from", asText}, viewColumn{"TO", "to", asText}, viewColumn{"PLACES", "capacity", asNumber},
		viewColumn{"TAKEN", "taken", asNumber}, viewColumn{"ENVIRONMENT", "id", asText}),
	"educators": ofHub("educators", "the educators of a hub", []string{"on", "status"},
		viewColumn{"KIND", "kind", asText}, viewColumn{"STATUS", "status", asText}, viewColumn{"APPROVED FROM", "from", asText},
		viewColumn{"TO", "to", asText}, viewColumn{"PROFESSIONS", "professions", asText}, viewColumn{"REGISTRATION", "registration", asText}, viewColumn{"PERSON", "person", asText}),
	"roles": ofHub("roles", "the new roles in the networks of a hub", []string{"on", "status"},
		viewColumn{"ROLE", "roleType", asText}, viewColumn{"STATUS", "status", asText}, viewColumn{"PCN", "pcn", asText}, viewColumn{"NAME", "pcnName", asText},
		viewColumn{"FTE", "fte", asNumber}, viewColumn{"START", "start", asText}, viewColumn{"EMBEDDED", "embeddedOn", asText},
		viewColumn{"ENDED", "endedOn", asText}, viewColumn{"CLAIMED", "claimedPence", asMoney}, viewColumn{"POST", "id", asText}),
	"due": ofHub("due", "what is due for a hub, or overdue", []string{"on", "within"},
		viewColumn{"DUE", "due", asText}, viewColumn{"DAYS OVERDUE", "overdueDays", asNumber}, viewColumn{"WHY", "rule", asText},
		viewColumn{"HUB", "hub", asText}, viewColumn{"WHAT", "what", asText}),
}
