package sqlite

import "encoding/binary"

// wholePage compares a page with the checksum in its last 8 bytes, as SQLite's
// cksumvfs computes it: two running sums over little-endian words.
func wholePage(page []byte) bool {
	sums := page[len(page)-checksumSize:]
	var s1, s2 uint32
	for b := page[:len(page)-checksumSize]; len(b) >= 8; b = b[8:] {
		s1 += binary.LittleEndian.Uint32(b) + s2
		s2 += binary.LittleEndian.Uint32(b[4:]) + s1
	}
	return binary.LittleEndian.Uint32(sums) == s1 && binary.LittleEndian.Uint32(sums[4:]) == s2
}
