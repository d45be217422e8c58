const longest = 500

/**
 * A function that makes a provider's words fit to be shown: every one of `secrets` in them, in any of its forms, is
 * replaced (providers echo what they refuse), and what is longer than 500 characters is cut.
 */
export const concealing = (secrets: ReadonlyArray<string>) => {
  const known = secrets
    .flatMap(formsOf)
    // The longest first: one secret may be part of another.
    .sort((left, right) => right.length - left.length)
    .map((form) => form.replaceAll(/\W/g, "\\$&"))
  // Without a secret a pattern that nothing matches.
  const pattern = new RegExp(known.join("|") || "(?!)", "gi")
  return (text: string): string => text.replaceAll(pattern, "<secret>").slice(0, longest)
}

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
