package wire_test

import (
	"github.com/hubledger/hubledger/domain"
	"github.com/hubledger/hubledger/domain/kpi"
)

var (
	postsEmbedded = domain.KPIDefinitionPublished{
		Code: "WP2", Version: 1, Title: "Posts of new and additional roles that are embedded", Category: domain.KPIWorkforcePlanning, Function: "F5", Vocabulary: 1,
		Measures: []domain.KPIMeasure{
			{
				Measure: "posts", Unit: "posts", Type: domain.KPISnapshot, Entity: "post", Each: "post.embedded", Where: `post.origin != "EXISTING"`, Amount: "1",
				By: []domain.KPIDimension{{Dimension: "roleType", Expression: "post.roleType"}, {Dimension: "pcn", Expression: "post.pcn"}},
			},
			{Measure: "fte", Unit: "FTE", Type: domain.KPISnapshot, Entity: "post", Each: "post.embedded", Amount: "span.amount"},
		},
		From: domain.MustHalfYear("2019H1"), Constructed: true, SourceDoc: "TH-KPI 1, constructed", PublishedOn: date("2019-04-01"),
	}
	retention = domain.KPIDefinitionPublished{
		Code: "CR5", Version: 2, Title: "People supported who stay", Category: domain.KPICareersAndRetention, Function: "F6", Vocabulary: 1,
		Measures: []domain.KPIMeasure{
			{Measure: "due", Unit: "people", Type: domain.KPIFlow, Entity: "support", Each: "support.due", Amount: "1"},
			{Measure: "retained", Unit: "people", Type: domain.KPIFlow, Entity: "support", Each: "support.retained", Amount: "1"},
		},
		Ratios: []domain.KPIRatio{{Measure: "retention", Numerator: "retained", Denominator: "due"}},
		From:   domain.MustHalfYear("2022H2"), SourceDoc: "Indicators for hubs, 2022", PublishedOn: date("2022-09-01"), CheckedAt: 4711,
	}
	indicatorSet = domain.KPISetAdopted{
		Set: "TH-KPI", Version: 1, Members: []domain.KPIMember{{Code: "CR5", Version: 1}, {Code: "WP2", Version: 1}}, From: domain.MustHalfYear("2019H1"), On: date("2019-04-01"),
	}
	matureSet = domain.KPISetAdopted{
		Set: "TH-KPI", Version: 2, Members: []domain.KPIMember{{Code: "CR5", Version: 2}, {Code: "WP2", Version: 1}}, From: domain.MustHalfYear("2022H2"), AppliesToMaturity: 3, On: date("2022-09-12"),
	}
	returnDue = domain.ReturnCalendarPublished{Calendar: thing(0xf6), Kind: domain.ReturnKPI, Period: domain.MustHalfYear("2024H1"), DueOn: date("2024-10-31")}
)

var kpiEvents = []domain.Event{
	postsEmbedded, retention, indicatorSet, matureSet, returnDue,
	domain.ReturnCalendarPublished{Calendar: thing(0xf7), Kind: domain.ReturnFinancial, Period: domain.MustHalfYear("2024H2"), DueOn: date("2025-05-16")},
}

var kpiCommands = []domain.CommandData{
	kpi.PublishKPIDefinition(postsEmbedded), kpi.PublishKPIDefinition(retention), kpi.AdoptKPISet(indicatorSet), kpi.AdoptKPISet(matureSet),
	kpi.PublishReturnCalendar(returnDue),
	kpi.PublishReturnCalendar{Kind: domain.ReturnActivity, Period: domain.MustHalfYear("2024H1"), DueOn: date("2024-10-31")},
}
