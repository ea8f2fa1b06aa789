// Package kpi is the room of indicators as data: the definitions that are
// published, the sets of them that hubs return from a half-year on, and the
// days on which returns are due. It ships the set TH-KPI 1, which is
// constructed, and says so.
//
// It computes no figure, and does not know the words that definitions are
// written in: a Vocabulary tells it what is wrong with one.
package kpi
