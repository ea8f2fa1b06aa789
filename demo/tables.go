package demo

// places are where invented locality hubs are; their number can be divided by
// two and by three.
var places = []string{
	"north-vale", "south-vale", "east-fell", "west-fell", "old-harbour", "new-harbour",
	"upper-moor", "lower-moor", "mill-bridge", "stone-bridge", "green-coast", "white-coast",
}

var purposes = []string{
	"placements for student nurses in general practice",
	"preceptorship for newly qualified nurses and nursing associates",
	"a rotation for first contact practitioners",
	"training of practice managers",
	"apprenticeships for health care assistants",
	"supervision of trainee pharmacists",
	"events on careers in primary care",
	"a fellowship for general practitioners in their first years",
}

// courses are what has to be learnt, by whom, and as what it is commissioned.
var courses = []struct {
	title, audience, category string
	formal                    bool
}{
	{"Care of long-term conditions", "practice nurses", "CPD", true},
	{"Minor illness and triage", "nurses and paramedics", "CLINICAL", true},
	{"Supervision of new roles", "clinical supervisors", "EDUCATOR_DEVELOPMENT", true},
	{"Leading a primary care network", "clinical directors", "LEADERSHIP", false},
	{"Practice management diploma", "practice managers", "MGMT", true},
	{"Care navigation at the front desk", "reception teams", "ADMIN", false},
	{"Prescribing for pharmacists", "clinical pharmacists", "SPECIALTY", true},
	{"Cervical screening update", "practice nurses", "REFRESHER", true},
	{"Wound care and leg ulcers", "nurses and nursing associates", "CLINICAL", true},
	{"Return to general practice", "returning nurses", "REFRESHER", true},
	{"Health coaching and shared decisions", "care coordinators", "CPD", false},
	{"Quality improvement in practice teams", "the whole team", "CPD", false},
}

// small are what is bought without a meeting.
var small = []string{
	"Speakers for a learning event", "Room and materials for a careers fair", "Licences for an online library", "A workshop on supervision",
	"Facilitation of peer groups", "A day of mock examinations", "Printing of a guide to placements", "A webinar series",
}

// grants are what money is granted for.
var grants = []string{
	"Fellowships for newly qualified GPs", "Fellowships for nurses new to practice", "Preceptorship of physician associates",
	"Extra places for student nurses", "Mentoring of mid-career GPs", "Portfolio roles for pharmacists",
}

var milestones = []string{"First quarter", "Second quarter", "Third quarter", "Final report"}

// sources are where intelligence comes from.
var sources = []struct {
	name, subject string
	nhs, national bool
	kind, channel string
}{
	{"NHS England Digital", "General practice workforce, quarterly", true, true, "STATISTIC", "STAT_RELEASE"},
	{"Practices of the ICS", "Survey of vacancies", true, false, "FEEDBACK", "SURVEY"},
	{"Local Medical Committee", "Partners who plan to retire", false, false, "INTELLIGENCE", "MEETING"},
	{"National union of practice managers", "Guide to supervision", false, true, "GUIDANCE", "NOTIFICATION"},
	{"Practice nurse forum", "Gaps in wound care", true, false, "FEEDBACK", "NETWORK"},
	{"Patients' participation groups", "Access and front desks", false, false, "FEEDBACK", "SOCIAL"},
	{"Neighbouring hubs", "Uptake of preceptorships", true, false, "INTELLIGENCE", "NETWORK"},
	{"Local university", "Demand for places to learn", false, false, "INTELLIGENCE", "MEETING"},
}

// roleTypes are those of workforce plans, with full-time equivalents in
// thousandths that a PCN of average size has.
var roleTypes = []struct {
	key  string
	each int64
}{{"CARE_COORDINATOR", 1900}, {"CLINICAL_PHARMACIST", 3400}, {"FIRST_CONTACT_PHYSIO", 1000}, {"PHARMACY_TECHNICIAN", 1050}, {"SOCIAL_PRESCRIBER", 2050}}

var topics = []string{"ARRS_ROLES", "RETENTION", "SUPERVISION", "ESTATE", "PLACEMENTS", "RECRUITMENT", "SKILL_MIX"}

var priorities = []struct {
	title   string
	benefit []string
}{
	{"Keep nurses in general practice", []string{"GP", "MDT"}},
	{"Embed new roles in every PCN", []string{"MDT", "PCN"}},
	{"More places to learn", []string{"PCN"}},
	{"Support for GPs in their first five years", []string{"GP"}},
	{"Leaders for neighbourhood teams", []string{"MDT", "PCN"}},
}

var forums = []string{"Regional workforce board", "ICS people board", "Primary care transformation forum", "Universities' liaison group"}

// rationales are why something is approved.
var rationales = []string{
	"the best score within the money there is",
	"the only option that reaches all PCNs before the winter",
	"it meets the need at the lowest cost for a place",
	"practices asked for it, and it can begin at once",
	"it continues what worked in the year before",
}
