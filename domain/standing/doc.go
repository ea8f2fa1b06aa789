// Package standing is the room of where one person stands: on a regulator's
// register, and at work. Both are facts of a day, told by somebody who looked.
//
// It knows no name and no registration number, and decides nothing about
// anybody: who approves, recruits or supports a person reads it.
package standing
