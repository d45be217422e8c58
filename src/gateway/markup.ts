/** HTML, as opposed to text that stands in it. */
export interface Markup {
  readonly html: string
}

type Part = Markup | string | number | ReadonlyArray<Markup>

const toHtml = (part: Part): string => {
  if (typeof part === "object") return "html" in part ? part.html : part.map(toHtml).join("")
  return String(part).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** A template tag for HTML. What is put in is escaped, unless this made it. */
export const markup = (strings: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Markup => ({
  html: String.raw({ raw: strings }, ...parts.map(toHtml)),
})
