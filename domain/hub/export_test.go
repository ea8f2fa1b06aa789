package hub

// WindsDown is the table of what winds a hub down, for its test.
var WindsDown = windsDown
