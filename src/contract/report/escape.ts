import { shown } from "../presentable.ts"

const entities: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
}

/** Escapes text for content and attributes of HTML and XML. Control characters, which XML does not allow, are shown. */
export const escape = (text: string): string =>
  shown(text).replaceAll(/["&'<>]/g, (character) => entities[character] ?? character)
