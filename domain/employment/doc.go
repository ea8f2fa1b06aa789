// Package employment is the room of whether one person works, and whether in
// primary care, such as 12 months after a programme: facts of a day, told by
// somebody who knows.
//
// It knows no employer and no post, and decides nothing about anybody.
package employment
