// Package journal keeps postings: amounts that events add to accounts. It
// answers what an account, or several together, hold as known at any Seq and on
// any day, and with which postings, without reading the log again.
//
// It grows at its end and knows no business: what an account means is said by
// whoever opens it. Amounts are whole numbers of one unit for each account:
// pence, people, days, FTE of 10⁻⁹.
package journal
