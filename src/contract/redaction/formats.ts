import { drawn } from "./seed.ts"

/** Makes texts of a format, from a place's name or, where a format has no room for a name, from the variant's number. */
type Format = (name: string, variant: number) => ReadonlyArray<string>

const day = 86_400_000
const time = (variant: number) => new Date(Date.UTC(2026, 0, 1) + variant * day).toISOString()
// A pattern may ask for a fraction of so many digits, or for an offset.
const zoned = (seconds: string): ReadonlyArray<string> =>
  ["Z", "+00:00"].flatMap((zone) =>
    ["", ".000", ".000000", ".0000000", ".000000000"].map((fraction) => `${seconds}${fraction}${zone}`),
  )
const link = (name: string) => `https://redacted.example/${name}`
const hex = (name: string, length: number) => drawn(name, length, "0123456789abcdef")
const email: Format = (name) => [`${drawn(name, 8)}@redacted.example`, `${drawn(name, 1)}@a.example`]
const host: Format = (name) => [`${drawn(name, 8)}.redacted.example`, `${drawn(name, 1)}.example`]
const base64: Format = (name) => [btoa(`redacted ${drawn(name, 9)}`), btoa(drawn(name, 3))]
const uri: Format = (name) => [link(name), `https://a.example/${drawn(name, 2)}`]

const formats: Readonly<Record<string, Format>> = {
  base64url: base64,
  byte: base64,
  date: (_, variant) => [time(variant).slice(0, 10)],
  "date-time": (_, variant) => zoned(time(variant).slice(0, 19)),
  decimal: (_, variant) => [`${variant + 1}.00`, `${variant + 1}`],
  duration: (_, variant) => [`P${variant + 1}D`],
  email,
  hostname: host,
  "idn-email": email,
  "idn-hostname": host,
  int32: (_, variant) => [`${variant + 1}`],
  int64: (_, variant) => [`${variant + 1}`],
  // Addresses that are reserved for documentation: RFC 5737 and RFC 3849.
  ipv4: (_, variant) => [`192.0.2.${(variant % 254) + 1}`],
  ipv6: (name) => [`2001:db8::${hex(name, 4)}`],
  iri: uri,
  "iri-reference": uri,
  "json-pointer": (name) => [`/${name}`],
  regex: (name) => [name],
  "relative-json-pointer": (_, variant) => [`${variant}`],
  time: (_, variant) => zoned(new Date(variant * 1_000).toISOString().slice(11, 19)),
  uri,
  "uri-reference": uri,
  "uri-template": uri,
  url: uri,
  uuid: (name) => [`00000000-0000-4000-8000-${hex(name, 12)}`],
}

/** Whether texts of a format can be made. */
export const isFormat = (format: string): boolean => Object.hasOwn(formats, format)

export const formatted = (format: string, name: string, variant: number): ReadonlyArray<string> =>
  isFormat(format) ? (formats[format]?.(name, variant) ?? []) : []

/**
 * A text of the same kind as `original`, where its kind is recognizable: programs may need a link where their document
 * asks for any text.
 */
export const likeOriginal = (original: string, name: string): ReadonlyArray<string> => {
  const found = kinds.find(([pattern]) => pattern.test(original))
  return found === undefined ? [] : found[1](name)
}

const kinds: ReadonlyArray<readonly [RegExp, (name: string) => ReadonlyArray<string>]> = [
  [/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, (name) => formatted("uuid", name, 0)],
  [/^\d{8,}$/, (name) => [`1${drawn(name, 17, "0123456789")}`]],
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d/, () => formatted("date-time", "", 0)],
  [/^https?:\/\//i, (name) => formatted("uri", name, 0)],
  [/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/, (name) => formatted("email", name, 0)],
]

/** A text of the same form: signs and the case of letters stay, letters and digits are replaced. */
export const masked = (original: string): ReadonlyArray<string> =>
  ["0", "1"].map((digit) =>
    original
      .replaceAll(/\p{N}/gu, digit)
      .replaceAll(/[A-Z]/g, "A")
      .replaceAll(/[a-z]/g, "a")
      .replaceAll(/(?=[^ -~])\p{Lu}/gu, "É")
      .replaceAll(/(?=[^ -~])[^É\s]/gu, "é"),
  )
