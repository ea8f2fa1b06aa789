// Package person is the aggregate of the stream "person-<random id>": what one
// person declares, read by the decisions of any hub. A person is one id
// everywhere, or a conflict across hubs would be invisible.
//
// It has no rules of its own, and knows nobody's name.
package person
