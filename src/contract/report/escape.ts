import { shown } from "../presentable.ts"

const entities: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
}

/** Text as HTML and XML show it, in content and in attributes. XML has no control characters: they are shown. */
export const escape = (text: string): string =>
  shown(text).replaceAll(/["&'<>]/g, (character) => entities[character] ?? character)
