// Package maturity is the room of what the maturity of hubs is assessed by:
// matrices, by version, with their domains and levels, the days each holds on,
// and which level meets or exceeds what hubs are to deliver.
//
// It knows no hub and no assessment: who reads a matrix assesses by it.
package maturity
