package demo

import "github.com/hubledger/hubledger/domain"

// track is learners who are taught by the same people.
type track struct {
	professions []string
	regulator   domain.Regulator
	kinds       []domain.EducatorKind
	course      string // of their educators
	months      int    // that an approval of an educator lasts
	stays       []stay
}

// stay is a placement as it is planned every year.
type stay struct {
	profession string
	months     []int // in one of which it begins
	days       int   // from the first to the last; months where it is 0
	whole      int   // months, where days is 0
	week       int   // days of a week that the learner is there
	kind       domain.RateKind
	key        string
}

const (
	nursing  = "NURSING_STUDENT"
	trainees = "GP_SPECIALTY_TRAINEE"
	medical  = "MEDICAL_STUDENT"
	clinical = "CLINICAL" // rate of all other students
	trainer  = "GP_TRAINER"
)

var tracks = []track{
	{
		professions: []string{nursing}, regulator: domain.RegulatorNMC, course: "SUPERVISION_AND_ASSESSMENT", months: 36,
		kinds: []domain.EducatorKind{domain.EducatorPracticeSupervisor, domain.EducatorPracticeAssessor},
		stays: []stay{{profession: nursing, months: []int{5, 9, 1}, days: 54, week: 4, kind: domain.RateTariff, key: nursing}},
	},
	{
		professions: []string{trainees, medical}, regulator: domain.RegulatorGMC, course: "EDUCATIONAL_SUPERVISION", months: 36,
		kinds: []domain.EducatorKind{domain.EducatorEducationalSupervisor},
		stays: []stay{
			{profession: trainees, months: []int{8, 2}, whole: 6, week: 4, kind: domain.RateGrant, key: trainer},
			{profession: medical, months: []int{10, 1}, days: 26, week: 4, kind: domain.RateTariff, key: medical},
		},
	},
	{
		professions: []string{"PARAMEDIC_STUDENT", "PHYSIOTHERAPY_STUDENT"}, regulator: domain.RegulatorHCPC, course: "PRACTICE_EDUCATION", months: 36,
		kinds: []domain.EducatorKind{domain.EducatorPracticeEducator},
		stays: []stay{{profession: "PARAMEDIC_STUDENT", months: []int{11}, days: 40, week: 4, kind: domain.RateTariff, key: clinical}},
	},
	{
		professions: []string{"PHARMACY_TRAINEE"}, regulator: domain.RegulatorGPhC, course: "DESIGNATED_SUPERVISION", months: 36,
		kinds: []domain.EducatorKind{domain.EducatorDesignatedSupervisor},
		stays: []stay{{profession: "PHARMACY_TRAINEE", months: []int{10}, days: 82, week: 5, kind: domain.RateTariff, key: clinical}},
	},
}

// ratings are how applicants rate themselves, in the framework's order.
var ratings = [][]domain.SelfRating{
	{domain.RatingMet, domain.RatingMet, domain.RatingMet, domain.RatingMet, domain.RatingMet, domain.RatingPartlyMet},
	{domain.RatingMet, domain.RatingPartlyMet, domain.RatingMet, domain.RatingPartlyMet, domain.RatingMet, domain.RatingMet},
	{domain.RatingPartlyMet, domain.RatingMet, domain.RatingMet, domain.RatingMet, domain.RatingNotMet, domain.RatingPartlyMet},
}

// actions are what environments are asked to do.
var actions = []string{
	"A room where learners can be taught undisturbed", "Protected time for supervisors, in the rota",
	"An induction that is written down", "A way for learners to raise concerns with somebody else",
}

var concerns = []string{
	"Learners were left without a supervisor", "No access to the records system for a week", "Learners counted in the numbers on duty",
	"Feedback was not acted on", "Induction was left out",
}

var calledOff = []struct {
	party  domain.PlacementParty
	reason string
}{
	{domain.PartyLearner, "the learner is ill"}, {domain.PartyProvider, "the course was interrupted"},
	{domain.PartyEnvironment, "the supervisor left"}, {domain.PartyHub, "the room is not ready"},
}
