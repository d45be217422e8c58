const longest = 500

/**
 * A function that makes a provider's words fit to be shown: every one of `secrets` in them is replaced (providers
 * echo what they refuse), and what is longer than 500 characters is cut.
 */
export const concealing = (secrets: ReadonlyArray<string>) => {
  // The longest first: one secret may be part of another.
  const known = secrets
    .filter((secret) => secret !== "")
    .flatMap((secret) => [secret, encodeURIComponent(secret), btoa(secret), hex(secret)])
    .sort((left, right) => right.length - left.length)
  return (text: string): string =>
    known.reduce((shown, secret) => shown.replaceAll(secret, "<secret>"), text).slice(0, longest)
}

const hex = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, "0")).join("")
