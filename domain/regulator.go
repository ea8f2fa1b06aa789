package domain

// Regulator is a body whose register somebody has to be on to work in a
// profession.
type Regulator string

// The regulators. The list is closed; professions that nobody regulates have
// none.
const (
	RegulatorGDC  Regulator = "GDC"  // dental professions
	RegulatorGMC  Regulator = "GMC"  // doctors, physician and anaesthesia associates
	RegulatorGOC  Regulator = "GOC"  // optical professions
	RegulatorGPhC Regulator = "GPHC" // pharmacists and pharmacy technicians
	RegulatorHCPC Regulator = "HCPC" // paramedics, physiotherapists and other allied health professions
	RegulatorNMC  Regulator = "NMC"  // nurses, midwives and nursing associates
	RegulatorSWE  Regulator = "SWE"  // social workers
)

// Valid reports whether r is one of the regulators.
func (r Regulator) Valid() bool {
	switch r {
	case RegulatorGDC, RegulatorGMC, RegulatorGOC, RegulatorGPhC, RegulatorHCPC, RegulatorNMC, RegulatorSWE:
		return true
	}
	return false
}
