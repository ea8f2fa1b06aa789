package domain

import "regexp"

var (
	openKey    = regexp.MustCompile(`^[A-Z][A-Z0-9_]{1,39}$`)
	webAddress = regexp.MustCompile(`^https?://([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}(/[!-~]*)?$`)
	docVersion = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9 ./_-]{0,38}[A-Za-z0-9])?$`)
)

// MaxName is how many characters a published name, title or reference may
// have.
const MaxName = 200

// IsKey reports whether s may be a name in an open list, such as that of a
// rate, a threshold or an area: 2 to 40 capital letters, digits and
// underscores, the first a letter.
func IsKey(s string) bool { return openKey.MatchString(s) }

// IsVersion reports whether s may be how a document names one of its versions,
// such as "3", "2.1" or "2023/24": 1 to 40 letters, digits, spaces, full
// stops, slashes, underscores and hyphens.
func IsVersion(s string) bool { return docVersion.MatchString(s) }

// IsWebAddress reports whether s is an address that a browser opens, without a
// port or the name of a user in it.
func IsWebAddress(s string) bool { return webAddress.MatchString(s) }
