// Package census keeps the workforce that Primary Care Networks report, census
// by census, for one ICB: which published records appeared, changed and are
// seen no longer, and when an ICB's census is complete and counts. The unit is
// a published row; it knows no posts, no people, no money, and no files: a file
// is a hash to it, and reading one is for others.
package census
