/** What is shown of a text, and what is looked at, in characters. */
const longest = 500
const lookedAt = 16_384

/**
 * A function that makes a provider's words fit to be shown: every one of `secrets` in them, in any of its forms, and
 * what looks like a signature is replaced (providers echo what they refuse), and what is longer than 500 characters is
 * cut.
 */
export const concealing = (secrets: ReadonlyArray<string>, signature = /(?!)/g) => {
  const pattern = patternOf(secrets)
  const hide = (text: string) => text.replaceAll(pattern, "<secret>")
  return (text: string): string => {
    // Not cut to be looked at: what is left of a secret at the end would not be found.
    if (text.length > lookedAt) return "(a long text)"
    const shown = hide(text)
    const plain = unquoted(unquoted(shown))
    const found = hide(plain)
    return (found === plain ? shown : found).replaceAll(signature, "<signature>").slice(0, longest)
  }
}

/** Matches each of `secrets` in all of its forms. Without a secret it matches nothing. */
export const patternOf = (secrets: ReadonlyArray<string>): RegExp => {
  const known = secrets
    .flatMap(formsOf)
    // The longest first: one secret may be part of another.
    .sort((left, right) => right.length - left.length)
    .map(spelled)
  return new RegExp(known.join("|") || "(?!)", "gi")
}

/** A pattern of the ways to write a form: in HTML by names, in a form with spaces, in base64 without padding. */
const spelled = (form: string): string =>
  form.replaceAll(/\W/g, (character, at: number) => {
    const space = character === "+" ? "| " : ""
    return `(?:\\${character}|&\\w+;${space})${/^=+$/.test(form.slice(at)) ? "?" : ""}`
  })

/** Undoes one level of the escapes of URLs, JSON and HTML, wherever they stand in a text. */
export const unquoted = (text: string): string =>
  text
    .replaceAll(
      /(?:\\u|&#x0*(?=[\da-f]{4};))([\da-f]{4});?|(?:%|\\[ux]0*|&#x0*)([\da-f]{2});?|&#(\d{1,9});?/gi,
      (_, long?: string, short?: string, decimal?: string) =>
        String.fromCharCode(decimal === undefined ? parseInt(long ?? short ?? "", 16) : Number(decimal)),
    )
    .replaceAll(/\\(["/\\])/g, "$1")

/**
 * The forms in which a secret can stand in a text, whatever is around it and whatever the case of its letters: plain,
 * in JSON, URL-encoded, in hex, in base64. One of fewer than eight characters only plain: its encodings are everywhere.
 */
export const formsOf = (secret: string): ReadonlyArray<string> => {
  if (secret.length < 8) return secret === "" ? [] : [secret]
  const bytes = new TextEncoder().encode(secret)
  const base64 = [0, 1, 2].map((shift) =>
    // The first characters depend on what comes before, the last on what comes after.
    btoa(" ".repeat(shift) + String.fromCharCode(...bytes)).slice(
      Math.ceil((shift * 4) / 3),
      Math.floor(((shift + bytes.length) * 4) / 3),
    ),
  )
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
  ]
}
