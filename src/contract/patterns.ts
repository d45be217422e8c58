const known = new Map<string, RegExp | undefined>()

/**
 * A pattern of a document as a regular expression with the flag `u`; `undefined` where it is none. Many documents are
 * written for engines without that flag, which reads no escape that is not needed (`\-`) and no `-` beside `\w` in a class.
 */
export const readPattern = (pattern: string): RegExp | undefined => {
  if (!known.has(pattern)) known.set(pattern, compiled(pattern) ?? compiled(strict(pattern)))
  return known.get(pattern)
}

const compiled = (pattern: string): RegExp | undefined => {
  try {
    return new RegExp(pattern, "u")
  } catch {
    return undefined
  }
}

const strict = (pattern: string): string =>
  pattern.replaceAll(/(\\[dsw])-|-(?=\\[dsw])|\\([^])/giu, (match, before?: string, escaped?: string) => {
    if (escaped === undefined) return `${before ?? ""}\\x2d`
    return /[_\W]/.test(escaped) && !/[$()*+./?[\\\]^{|}]/.test(escaped)
      ? `\\u{${escaped.codePointAt(0)?.toString(16)}}`
      : match
  })
