// Package assurance is the room of how far hubs are: their maturity by a
// published matrix, what is found in the considerations, what they are not able
// to deliver, who delivers instead and until when, and the good practice they
// share.
//
// It knows no matrix but by what is published, no contract but by what it lists,
// and no figure: who counts what is delivered asks it whose that is.
package assurance
