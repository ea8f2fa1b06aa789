package demo

// heirs are the ICBs that are created: their footprints are those announced in
// September 2025, as far as they can be inferred. Their codes are invented, and
// so is how patients of a divided area are divided.
var heirs = []struct {
	code, name, region string
	of                 []share
	subs               []string // sub-ICB locations that it takes over
}{
	{"QX1", "Norfolk and Suffolk", "Y61", []share{{"QMM", 1_086_259}, {"QJG", 720_000}}, []string{"26A", "06L", "07K"}},
	{"QX2", "Essex", "Y61", []share{{"QH8", 1_260_568}, {"QJG", 334_767}, {"QM7", 331_911}}, []string{"06Q", "07G", "99E", "99F", "99G", "06T", "07H"}},
	{"QX3", "Central East", "Y61", []share{{"QHG", 1_093_325}, {"QUE", 1_026_390}, {"QM7", 1_290_000}}, []string{"M1J4Y", "06H", "06K", "06N"}},
	{"QX4", "Thames Valley", "Y59", []share{{"QU9", 1_961_574}, {"QNQ", 421_171}}, []string{"10Q", "14Y", "15A", "D4U1Y"}},
	{"QX5", "Surrey and Sussex", "Y59", []share{{"QXU", 1_132_411}, {"QNX", 1_830_317}, {"QNQ", 180_000}}, []string{"92A", "09D", "70F", "97R"}},
	{"QX6", "North West and North Central London", "Y56", []share{{"QRV", 2_810_157}, {"QMJ", 1_770_914}}, []string{"W2U3Z", "93C"}},
	{"QRL", "", "", []share{{"QNQ", 220_000}}, nil}, // is there, and takes a part
}

// share is registered patients who come from an ICB.
type share struct {
	from     string
	patients int64
}
