const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Gives a path's parameters, or nothing when the path is not of this template. */
export const pathMatcher = (template: string) => {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)
  const pattern = new RegExp(
    `^${template
      .split(/\{\w+\}/)
      .map(literally)
      .join("([^/]+)")}$`,
  )
  return (path: string): Readonly<Record<string, string>> | undefined => {
    const values = pattern.exec(path)?.slice(1)
    return values && Object.fromEntries(names.map((name, index) => [name, decoded(values[index] ?? "")]))
  }
}

const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Tells whether a Content-Type header is one of these media types; `application/*+json` is a pattern. */
export const contentTypeMatcher = (types: ReadonlyArray<string>) => {
  const patterns = types.map((type) => literally(type).replace("\\*", "[^;]+"))
  const pattern = new RegExp(`^(?:${patterns.join("|")})\\s*(?:;|$)`, "i")
  return (contentType: string) => pattern.test(contentType)
}
