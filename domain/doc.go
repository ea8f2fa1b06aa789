// Package domain is the language of the ledger: its values (money, FTE, civil
// dates, codes), the closed set of events, commands and who gives them,
// refusals and breaches, and the two tables that states are made of.
//
// It knows no clock, no file, no network and no random number, and imports
// nothing of ours. The rules are in the rooms below it, one per subject.
package domain
