// Package reference is published reference data that the ledger ships: the ICBs
// of England from 2022 to 2026 with their regions and sub-ICB locations. It is
// a snapshot with a version and days on which it is valid, and says so.
//
// It knows nothing of what a ledger has recorded: the register of organisations
// of a ledger may differ from it, and wins. Where the data comes from, and
// under which licence, is written in README.md beside this file.
package reference
