// Package calendar is the room of bank holidays in England, as published year
// by year, and of the working days between them, by which standstills and
// answers are counted.
//
// It knows no deadline: who has one counts with it.
package calendar
