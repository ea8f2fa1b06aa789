package http

import (
	"mime"
	"strconv"
	"strings"
)

// negotiate chooses the format of the answer: the one that format= names, else
// the one that Accept likes best, else the route's first.
func (c *call) negotiate() error {
	formats := c.route.formats
	c.format = formats[0]
	if len(formats) > 1 {
		if name, given := formatOf(formats).of(c); given {
			for _, f := range formats {
				if f.name == name {
					c.format = f
				}
			}
			return nil
		}
	}
	accept := strings.Join(c.r.Header.Values("Accept"), ",")
	if strings.TrimSpace(accept) == "" {
		return nil
	}
	best := 0.0
	for _, f := range formats {
		if q := quality(accept, f.mediaType); q > best {
			best, c.format = q, f
		}
	}
	if best > 0 {
		return nil
	}
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.mediaType
	}
	return notAcceptable.because("The answer comes as %s.", orList(names))
}

// quality is how much an Accept likes a media type: the q of the most specific
// range that covers it, 0 where none does (RFC 9110, 12.5.1).
func quality(accept, mediaType string) float64 {
	kind, _, _ := strings.Cut(mediaType, "/")
	q, specific := 0.0, -1
	for part := range strings.SplitSeq(accept, ",") {
		name, params, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		how := -1
		switch name {
		case mediaType:
			how = 2
		case kind + "/*":
			how = 1
		case "*/*":
			how = 0
		}
		if how <= specific {
			continue
		}
		specific, q = how, 1
		if text, given := params["q"]; given {
			if q, err = strconv.ParseFloat(text, 64); err != nil || q < 0 || q > 1 {
				q = 0
			}
		}
	}
	return q
}
