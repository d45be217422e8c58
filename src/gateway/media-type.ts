const mediaType = /[ \t]*application\/json/iy

// RFC 9110, section 5.6.6: a parameter is a token and a value, or empty. No two neighbouring parts match the same
// character, so matching is linear. workerd reads octets outside ASCII as UTF-8, so they may be any
// character.
const parameter =
  /[ \t]*;[ \t]*(?:([!#$%&'*+.^`|~\w-]+)=([!#$%&'*+.^`|~\w-]+|"(?:[\t !\x23-\x5b\x5d-\x7e\x80-\uffff]|\\[\t -\x7e\x80-\uffff])*"))?/y

const end = /[ \t]*$/y

/**
 * Whether a `content-type` says JSON in UTF-8: RFC 9110, section 8.3.1. Parameters other than `charset` are ignored, as
 * the media type defines none; where `charset` is repeated, each has to be UTF-8.
 */
export const isJson = (contentType = ""): boolean => {
  let at = 0
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at
    const match = pattern.exec(contentType)
    if (match !== null) at = pattern.lastIndex
    return match
  }
  if (next(mediaType) === null) return false
  for (let match = next(parameter); match !== null; match = next(parameter)) {
    const [, name = "", value = ""] = match
    const said = value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, "$1") : value
    if (name.toLowerCase() === "charset" && said.toLowerCase() !== "utf-8") return false
  }
  return next(end) !== null
}

/** Whether a `content-encoding` leaves the body as it is: no coding, or `identity`. RFC 9110, section 8.4. */
export const isPlain = (contentEncoding = ""): boolean =>
  contentEncoding.split(",").every((coding) => ["", "identity"].includes(coding.trim().toLowerCase()))
