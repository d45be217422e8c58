/** Words that must not get anywhere, and how they are found however they are written. */
import type { Program } from "./programs.ts"

/** What is in every secret: it must be nowhere. */
export const canary = "canary"
/** What is in all that is between a caller and a provider: it may be answered, and kept with its answer, no more. */
export const magpie = "magpie"

const hexOf = (text: string) => Buffer.from(text).toString("hex")
const base64Of = (text: string) => Buffer.from(text).toString("base64")

/** What every base64 of a text with a word in it contains one of, wherever in the text the word stands. */
const base64With = (word: string) =>
  [0, 1, 2].map((shift) =>
    // The first characters depend on what comes before, the last on what comes after.
    base64Of(" ".repeat(shift) + word).slice(
      Math.ceil((shift * 4) / 3),
      Math.floor(((shift + word.length) * 4) / 3),
    ),
  )

/** The forms of a word that are in a text: plain, in hex, in base64. */
export const formsIn = (text: string, word: string): ReadonlyArray<string> => {
  const folded = text.toLowerCase()
  return [
    ...[word.toLowerCase(), hexOf(word)].filter((form) => folded.includes(form)),
    ...base64With(word).filter((form) => text.includes(form)),
  ]
}

export const canariesIn = (text: string) => formsIn(text, canary)

/** The ways to write a text that its reader can undo. */
export const written = (text: string): ReadonlyArray<string> => [
  text,
  encodeURIComponent(text),
  encodeURIComponent(text).toLowerCase(),
  hexOf(text),
  hexOf(text).toUpperCase(),
  ...["", "x", "xx"].map((before) => base64Of(`${before}${text} and more`)),
  base64Of(text),
]

/** Credentials that no header changes and every encoding does. */
export const canaryCredentials = {
  payNow: { key: "pnapi_v1_canary+/%?&" },
  paywintDeveloper: { key: "developer-key-canary~/", secret: "developer<secret>canary>>>" },
  paywintPlatform: { id: "e0000000-0000-4000-8000-000000000001", secret: "platform=secret+canary???" },
}

export const callerKey = "caller-key-canary"

/** What is sent along with every request of these tests: nothing of it is anybody's business. */
export const heads = {
  authorization: `Bearer ${callerKey}`,
  baggage: "canary=canary",
  cookie: "canary=canary",
  referer: "https://shop.example/?canary",
  traceparent: "00-canary",
  "user-agent": "canary",
  "x-api-key": "canary",
  // Not one that can stand in a log, so it is replaced.
  "x-request-id": "a canary",
}

/** Where a caller's body has room for a text. */
const rooms: Readonly<Record<string, (text: string) => object>> = {
  "PayNow.createCheckoutSession": (text) => ({ affiliate_code: text, metadata: { [text]: text } }),
  "PaywintDeveloper.createCheckoutToken": (text) => ({ currency: text, email: `${text}@payer.example` }),
  "PaywintPlatform.createCheckoutToken": (text) => ({ currency: text }),
  "PaywintPlatform.createPaymentLink": (text) => ({ description: text }),
}

/** A route's valid body with a text wherever there is room for one. */
export const bodyWith = (text: string, { input, operation }: Pick<Program, "input" | "operation">): string =>
  JSON.stringify({ ...Object(input.body), ...rooms[operation]?.(text) })
