// Package career is the room of support for people's careers: fellowships,
// preceptorships, mentoring and coaching with their sessions, career support by
// stage, and money for continuing professional development by head.
//
// Who is eligible, for how long, and for how much, is published and dated; the
// room knows no such figure itself, and no person but by a random id.
package career
