// Package guidance is the room of what hubs are told nationally: guidance, the
// Operating Models of the Primary Care Schools, endorsements of the approval
// process, notifications passed on, and which body they account to, day by day.
//
// It knows no hub: whether one follows guidance or adopts a model is recorded
// by the hub. Organisations are registered elsewhere; it reads that register.
package guidance
