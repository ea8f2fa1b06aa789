// Package governance is the room of who meets, who works for a hub, who may
// decide how much, and what the ICS wants: its Workforce Implementation Group,
// meetings and their attendance, priorities, the hubs' teams and establishment,
// delegations, and the leads of PCNs.
//
// It knows no decision and no conflict of interest: the room that has them says
// who is recused, and asks whether those who are left are enough.
package governance
