package calendar

import "github.com/hubledger/hubledger/domain"

// PublishBankHolidays records the bank holidays of a year.
type PublishBankHolidays struct {
	Year        int           `json:"year" jsonschema:"The calendar year, such as 2024."`
	Days        []domain.Date `json:"days" jsonschema:"All bank holidays of the year in England, YYYY-MM-DD; for one on a weekend the day in its place."`
	PublishedOn domain.Date   `json:"publishedOn" jsonschema:"The day of the publication, YYYY-MM-DD. What is published later for a year replaces it, as when a holiday is added."`
	SourceDoc   string        `json:"sourceDoc" jsonschema:"The publication: title and number."`
}

// CommandName implements domain.CommandData.
func (PublishBankHolidays) CommandName() string { return "publish-bank-holidays" }
