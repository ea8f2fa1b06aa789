// Package registration is the room of what a hub found on the registers of
// regulators: whether somebody may work in a profession, as a fact of a day,
// because a registration lapses.
//
// It knows no name and no registration number, and decides nothing about
// anybody: who approves or recruits a person asks it.
package registration
