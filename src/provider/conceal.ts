import { cut } from "./bounds.ts"

/** The most characters of a text that are shown, and the longest text that is searched for secrets. */
const longest = 500
const lookedAt = 16_384

/** A text is searched as it is, and with its escapes undone up to seven times: providers quote what is quoted already. */
const levels = 8

/** Only the first characters of a longer secret are searched for, and all that follows them is hidden too. */
const longestPart = 256

/**
 * Returns a function that makes a provider's text fit to be shown (providers echo what they refuse). It replaces each of
 * `secrets`, in any of its forms, and every match of `signature`, and cuts the text to 500 characters.
 */
export const concealing = (secrets: ReadonlyArray<string>, signature = /(?!)/g) => {
  const pattern = patternOf(secrets)
  return (text: string): string => {
    // Not cut and searched: a secret that is cut off at the end would not be found.
    if (text.length > lookedAt) return "(a long text)"
    let shown = text
    let plain = text
    for (let level = 0; level < levels; level++) {
      const hidden = plain.replaceAll(pattern, "<secret>").replaceAll(signature, "<signature>")
      if (hidden !== plain) shown = hidden
      plain = unquoted(hidden)
      if (plain === hidden) break
    }
    return cut(shown, longest).toWellFormed()
  }
}

/** Matches each of `secrets` in all of its forms, whatever the case of their letters, and `<secret>`, which replaced one. */
export const patternOf = (secrets: ReadonlyArray<string>): RegExp => {
  const known = secrets
    .flatMap((secret) => {
      const part = cut(secret, longestPart)
      const rest = secret.length > longestPart ? "[^]*" : ""
      return formsOf(part).map((form) => ({ form, rest }))
    })
    // The longest first: one secret may be part of another.
    .sort((left, right) => right.form.length - left.form.length)
    .map(({ form, rest }) => spelled(form) + rest)
  return new RegExp(["<secret>", ...known].join("|"), "gi")
}

/**
 * A pattern for a form's spellings: characters as HTML entities, spaces as in HTML forms, base64 without padding. No two
 * alternatives begin with the same character, so there is no backtracking.
 */
const spelled = (form: string): string =>
  form.replaceAll(/\W/g, (character, at: number) => {
    // HTML shows a line break as a space, and HTML forms encode a space as a plus.
    const plain = /\s/.test(character) ? "\\s|\\+" : character === "+" ? "\\+| " : `\\${character}`
    return `(?:${plain}|&\\w+;)${/^=+$/.test(form.slice(at)) ? "?" : ""}`
  })

const escapes =
  /\\(["'/\\bfnrtv])|(?:\\|%)u([\da-fA-F]{4})|\\u\{([\da-fA-F]{1,6})\}|\\U([\da-fA-F]{8})|\\x([\da-fA-F]{2})|&#[xX]0*([\da-fA-F]{1,6});?|&#(\d{1,9});?|(?:%[\da-fA-F]{2})+/g

const controls: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
}

/** Undoes one level of the escapes of URLs, JSON, programs and HTML, wherever they stand in a text. */
export const unquoted = (text: string): string =>
  text.replaceAll(
    escapes,
    (
      escape: string,
      single?: string,
      four?: string,
      braced?: string,
      eight?: string,
      two?: string,
      html?: string,
      decimal?: string,
    ) => {
      if (single !== undefined) return controls[single] ?? single
      const hex = four ?? braced ?? eight ?? two ?? html
      if (hex === undefined && decimal === undefined) return octets(escape)
      const point = hex === undefined ? Number(decimal) : parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : escape
    },
  )

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** The text of percent-encoded octets: UTF-8, or else Latin-1. */
const octets = (escaped: string): string => {
  const bytes = Uint8Array.from(escaped.slice(1).split("%"), (hex) => parseInt(hex, 16))
  try {
    return utf8.decode(bytes)
  } catch {
    return String.fromCharCode(...bytes)
  }
}

/**
 * The forms in which a secret can stand in a text: plain, in JSON, URL-encoded, in hex, in base64 at each alignment. A
 * secret of fewer than eight bytes has its plain form only: its encodings would match by chance.
 */
export const formsOf = (given: string): ReadonlyArray<string> => {
  // A line break at its end is easily pasted along, and a provider does not know it.
  const secret = given.trim() || given
  const bytes = new TextEncoder().encode(secret)
  if (bytes.length < 8) return secret === "" ? [] : [secret]
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")
  const base64 = [0, 1, 2].map((shift) =>
    // The first characters depend on what comes before, the last on what comes after.
    btoa(" ".repeat(shift) + binary).slice(
      Math.ceil((shift * 4) / 3),
      Math.floor(((shift + bytes.length) * 4) / 3),
    ),
  )
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
  ]
}
