// Package demo makes a synthetic nation: the published geography of England's
// ICBs, and on it Training Hubs, hosts, PCNs and partnerships that are invented
// and say so. Everything is recorded through commands, as anybody would.
//
// It knows no store and no server. The same seed and scale give the same
// commands, with the same ids.
package demo
